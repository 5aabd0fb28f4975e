// @ts-check
/**
 * What the stemmers of all languages stand on: a word with a cursor in it, and the few moves that Snowball makes.
 *
 * The stemmers themselves are made of the Python package snowballstemmer by `skillshub.words.browser`, which knows the
 * short names here. Each move is BaseStemmer's in that package; those that end in `B` go backwards.
 */

/**
 * @typedef {Map<string, number | [number, () => unknown]>} Table what may follow, with the number of what is to be done
 * and, for some, with a condition
 */

class Word {
  w = ""; // the word as it stands
  c = 0; // the cursor
  l = 0; // the limit that it may not pass
  b = 0; // the limit when it goes backwards
  x = 0; // the slice that is changed: its beginning
  y = 0; // and its end

  /** @param {string} word */
  open(word) {
    this.w = word;
    this.c = this.b = this.x = 0;
    this.l = this.y = word.length;
  }

  /** @param {string} group @returns {boolean} */
  in(group) {
    return this.c < this.l && group.includes(this.w[this.c]) && !!++this.c;
  }

  /** @param {string} group @returns {boolean} */
  out(group) {
    return this.c < this.l && !group.includes(this.w[this.c]) && !!++this.c;
  }

  /** @param {string} group @returns {boolean} */
  inB(group) {
    return this.c > this.b && group.includes(this.w[this.c - 1]) && !!this.c--;
  }

  /** @param {string} group @returns {boolean} */
  outB(group) {
    return this.c > this.b && !group.includes(this.w[this.c - 1]) && !!this.c--;
  }

  /** @param {string} group on until a letter that is not of the group */
  goIn(group) {
    while (this.in(group));
    return this.c < this.l;
  }

  /** @param {string} group */
  goOut(group) {
    while (this.out(group));
    return this.c < this.l;
  }

  /** @param {string} group */
  goInB(group) {
    while (this.inB(group));
    return this.c > this.b;
  }

  /** @param {string} group */
  goOutB(group) {
    while (this.outB(group));
    return this.c > this.b;
  }

  /** @param {string} text @returns {boolean} */
  eq(text) {
    const end = this.c + text.length;
    return end <= this.l && this.w.startsWith(text, this.c) && ((this.c = end), true);
  }

  /** @param {string} text @returns {boolean} */
  eqB(text) {
    const start = this.c - text.length;
    return start >= this.b && this.w.endsWith(text, this.c) && ((this.c = start), true);
  }

  /** @param {Table} table @returns {number} what the longest of the table's texts at the cursor asks for, or 0 */
  find(table) {
    return this.longest(table, 1, this.l - this.c);
  }

  /** @param {Table} table @returns {number} */
  findB(table) {
    return this.longest(table, -1, this.c - this.b);
  }

  /** @param {Table} table @param {number} way @param {number} room */
  longest(table, way, room) {
    const from = this.c;
    for (let size = Math.min(LONGEST, room); size >= 0; size--) {
      const to = from + way * size;
      const hit = table.get(this.w.slice(Math.min(from, to), Math.max(from, to)));
      if (!hit) continue;
      this.c = to;
      if (typeof hit === "number") return hit;
      if (hit[1]()) {
        this.c = to;
        return hit[0];
      }
    }
    return 0;
  }

  /** @param {number} from @param {number} to @param {string} text @returns {number} by how much the word grew */
  put(from, to, text) {
    const grown = text.length - (to - from);
    this.w = this.w.slice(0, from) + text + this.w.slice(to);
    this.l += grown;
    if (this.c >= to) this.c += grown;
    else if (this.c > from) this.c = from;
    return grown;
  }

  /** @param {string} text in the place of the slice */
  set(text) {
    this.put(this.x, this.y, text);
    this.y = this.x + text.length;
  }

  del() {
    this.set("");
  }

  /** @param {number} from @param {number} to @param {string} text */
  ins(from, to, text) {
    const grown = this.put(from, to, text);
    if (from <= this.x) this.x += grown;
    if (from <= this.y) this.y += grown;
  }

  slice() {
    return this.w.slice(this.x, this.y);
  }
}

const LONGEST = 12; // letters of the longest text in any table; a test proves it

/**
 * @param {string} lists texts between commas ("." for none), a list for each number: -1, then 1, 2, ... between bars
 * @param {Record<string, () => unknown>} [conditions] of some of the texts
 * @returns {Table}
 */
const table = (lists, conditions = {}) => {
  const found = new Map();
  lists.split("|").forEach((list, number) => {
    if (list) for (const text of list.split(",")) found.set(text === "." ? "" : text, number || -1);
  });
  for (const text in conditions) found.set(text, [found.get(text), conditions[text]]);
  return found;
};

/**
 * A stemmer, of the moves that a language makes.
 *
 * @param {(word: Word, table: (lists: string, conditions?: Record<string, () => unknown>) => Table) => () => unknown} moves
 * @returns {(word: string) => string}
 */
export const snowball = (moves) => {
  const word = new Word();
  const stem = moves(word, table);
  return (text) => {
    word.open(text);
    stem();
    return word.w;
  };
};
