// @ts-check
// An exact id, or an address, leads to its entry (outputs/search/identities.py).

const ENCODER = new TextEncoder();

export class Identities {
  /** @param {import("./store.js").Store} store @param {import("./store.js").Root} root */
  constructor(store, root) {
    this.store = store;
    this.root = root;
  }

  /** The documents that are called so, or lie there. @param {string} typed @returns {Promise<number[]>} */
  async of(typed) {
    const name = typed.trim().toLowerCase();
    const bare = name.replace(/^https?:\/\//u, "").replace(/^www\./u, "").replace(/(?<!\/)\/+$/u, "");
    const last = bare.split(/[?#]/u)[0].split("/").filter(Boolean).pop() ?? "";
    const found = await Promise.all([...new Set([bare, last])].map((one) => this.marked(mark(one))));
    return [...new Set(found.flat())];
  }

  /** @param {number} wanted @returns {Promise<number[]>} */
  async marked(wanted) {
    const reader = await this.store.read(`${this.root.edition}/names-${wanted % this.root.identities}.bin`);
    const count = reader.number();
    const marks = reader.rising(count);
    const documents = reader.numbers(count);
    return documents.filter((_, place) => marks[place] === wanted);
  }
}

/** FNV-1a, 32 bits. @param {string} name */
export function mark(name) {
  let value = 0x811c9dc5;
  for (const byte of ENCODER.encode(name)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
