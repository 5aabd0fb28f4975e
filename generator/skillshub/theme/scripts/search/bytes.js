// @ts-check
// Bytes as the build packed them (outputs/search/packing.py): numbers of seven bits a byte, texts, raw DEFLATE.

const DECODER = new TextDecoder();

/** Reads a file from its first byte to its last. */
export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  /** @returns {number} up to 2 ** 53 */
  number() {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new Broken();
      if (byte < 128) return value + byte * unit;
      value += (byte - 128) * unit;
    }
  }

  /** @param {number} count */
  numbers(count) {
    const found = new Array(count);
    for (let place = 0; place < count; place++) found[place] = this.bytes[this.at] < 128 ? this.bytes[this.at++] : this.number();
    return found;
  }

  /** Numbers that never fall. @param {number} count */
  rising(count) {
    const found = this.numbers(count);
    for (let place = 1; place < count; place++) found[place] += found[place - 1];
    return found;
  }

  /** @param {number} size */
  piece(size) {
    if (this.at + size > this.bytes.length) throw new Broken();
    return this.bytes.subarray(this.at, (this.at += size));
  }

  text() {
    return DECODER.decode(this.piece(this.number()));
  }

  rest() {
    return DECODER.decode(this.bytes.subarray(this.at));
  }
}

/** A file that is not what it should be: cut short, changed on its way, of another site. */
export class Broken extends Error {}

/** What DEFLATE may refer to stands before it in a block of its own, and is cut off again.
 * @param {Uint8Array} packed @param {Uint8Array} [dictionary] @returns {Promise<Uint8Array>} */
export async function unpacked(packed, dictionary = new Uint8Array()) {
  const size = dictionary.length;
  const block = size ? [new Uint8Array([0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255]), dictionary] : [];
  try {
    const stream = new Blob(/** @type {BlobPart[]} */ ([...block, packed])).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer()).subarray(size);
  } catch {
    throw new Broken();
  }
}

/** A text whose lines each tell what they add to the one before (see _after in outputs/search/slices.py).
 * @param {string} before @param {string} line */
export const after = (before, line) => before.slice(0, line.charCodeAt(0) - 48) + line.slice(1);
