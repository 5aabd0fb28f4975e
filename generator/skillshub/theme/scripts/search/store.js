// @ts-check
// The files of one index: fetched once, kept, and never mixed with those of another deployment.

import { Reader, unpacked } from "./bytes.js";

const FORMAT = 4; // of the files that this script reads (FORMAT in outputs/search/root.py)

/** @typedef {(path: string) => Promise<Uint8Array>} Fetch the bytes of a file, by its path below the index */

/** @typedef {{ format: number, edition: string, documents: number, pages: number,
 *   fields: [string, number, number][], weights: Record<string, number>, stops: string, stemmers: string[], compounds: boolean,
 *   over: string, keys: string, names: string, words: string, identities: number, dictionary: string, shelf: string }} Root */

/** The site was published anew meanwhile, and this script is older than its index. */
export class Outdated extends Error {}

export class Store {
  /** @param {Fetch} fetch */
  constructor(fetch) {
    this.fetch = fetch;
    /** @type {Map<string, Promise<Reader>>} */
    this.kept = new Map();
    this.shelf = "";
    this.dictionary = new Uint8Array(); // of all files but the root, which brings it
  }

  /** @returns {Promise<Root>} */
  async root() {
    const root = JSON.parse((await this.read("root.bin")).rest());
    if (root.format !== FORMAT) throw new Outdated();
    this.dictionary = new TextEncoder().encode(root.dictionary);
    this.shelf = root.shelf;
    return root;
  }

  /** A file, unpacked; each reader begins at its first byte. @param {string} path */
  async read(path) {
    let file = this.kept.get(path);
    if (!file) {
      file = this.fetch(path).then((bytes) => unpacked(bytes, this.dictionary)).then((bytes) => new Reader(bytes));
      this.kept.set(path, file);
      file.catch(() => this.kept.delete(path)); // the next one who asks tries again
    }
    return new Reader((await file).bytes);
  }

  /** What is named after its content. @param {string} name eight letters */
  named(name) {
    return this.read(`${this.shelf}/${name[0]}/${name.slice(1)}.bin`);
  }
}

/** The names of files, which stand in a row. @param {string} row @param {number} place */
export const nameAt = (row, place) => row.slice(place * 8, place * 8 + 8);

/** The last key that a word does not come before. @param {string[]} keys in order @param {string} word */
export function placeOf(keys, word) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] <= word) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The places of all keys that words which begin so do not come before. @param {string[]} keys @param {string} letters */
export function placesOf(keys, letters) {
  const first = placeOf(keys, letters);
  return Array.from({ length: placeOf(keys, `${letters}\uffff`) - first + 1 }, (_, more) => first + more);
}
