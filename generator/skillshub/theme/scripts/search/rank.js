// @ts-check
// How well each document answers a query (the weights and their reasons: outputs/search/weights.py).
//
// What a document is called, teaches, or where it is (the heads) is looked at first. A document that has all words there
// stands before any that has not, so where enough of them do, nothing else is loaded.

const LENGTHS = lengths();

const FOUND = 1e6; // a word more that is matched at all
const TITLED = 5e5; // the title is just what was asked for
const EXACTLY = 2e5; // in these very forms
const HEADED = 1e4; // a word more that is matched in the heads
const PARTLY = 4; // the same where words are lacking: what the others say tells more than where they stand

/** @typedef {import("./senses.js").Sense} Sense */
/** A word of the query with all that it may mean. `besides`: nobody must have it. @typedef {{ senses: Sense[], field: string, guessed: boolean, besides?: boolean }} Sought */

/** What is known of a word: the rows of each sense. @typedef {{ sense: Sense, rows: import("./lexicon.js").Rows, idf: number }} Loaded */

/** A mark for each document: how many words it has, whether the heads have them, what they weigh. */
export class Ranking {
  /** @param {import("./store.js").Root} root */
  constructor(root) {
    this.root = root;
    const size = root.documents;
    this.words = new Uint8Array(size);
    this.heads = new Uint8Array(size);
    this.titles = new Uint8Array(size);
    this.exactly = new Uint8Array(size);
    this.length = new Uint8Array(size);
    this.score = new Float64Array(size);
    this.best = new Float64Array(size);
    this.worth = new Float64Array(size);
    /** @type {number[]} documents that have any word */
    this.met = [];
  }

  /** A word is looked at: first its heads, then, if at all, its bodies.
   * @param {Sought} word @param {Loaded[]} heads @param {Loaded[] | null} bodies */
  add(word, heads, bodies) {
    /** @type {number[]} */
    const fresh = [];
    /** @type {Map<number, number>} */
    const titled = new Map();
    for (const one of heads) if (!one.sense.aside) this.rows(one, word.field, fresh, titled);
    if (!word.besides) for (const document of fresh) this.heads[document]++;
    /** @type {number[]} */
    const later = [];
    const known = new Set(fresh);
    for (const one of heads) if (one.sense.aside) this.rows(one, word.field, later, null, known);
    for (const one of bodies ?? []) this.rows(one, word.field, later, null, known);
    for (const document of [...fresh, ...later]) {
      if (!word.besides && !this.words[document]++) this.met.push(document);
      this.score[document] += this.best[document];
      this.best[document] = 0;
    }
    if (word.besides) return;
    for (const [document, factor] of titled) {
      this.titles[document]++;
      if (factor === 1 && !word.guessed) this.exactly[document]++;
    }
  }

  /** @param {Loaded} loaded @param {string} field @param {number[]} fresh @param {Map<number, number> | null} titled @param {Set<number>} [known] */
  rows({ sense, rows, idf }, field, fresh, titled, known) {
    const { fields } = this.root;
    const bit = 2 ** sense.term.forms.indexOf(sense.form); // the bit of the form, 0.5 for none; beyond MOST_FORMS no row has it
    let row = 0;
    for (const { mark, length: place, end } of rows.runs) {
      const at = mark & 7;
      const length = LENGTHS[place];
      const weight = this.weight(at, mark >> 3, length, idf);
      if (field && fields[at][0] !== field) row = end;
      for (; row < end; row++) {
        const document = rows.documents[row];
        if (known?.has(document)) continue;
        const exact = bit >= 1 && (rows.forms === null || rows.forms[row] & bit);
        const factor = exact ? sense.exact : sense.other;
        if (!factor) continue;
        if (!this.best[document]) fresh.push(document);
        if (weight * factor > this.best[document]) this.best[document] = weight * factor;
        if (at === 0 && titled) {
          titled.set(document, Math.max(factor, titled.get(document) ?? 0));
          this.length[document] = Math.min(255, length);
        }
      }
    }
  }

  /** What a posting weighs: lunr's BM25. @param {number} field @param {number} times @param {number} length @param {number} idf */
  weight(field, times, length, idf) {
    const { k1, b } = this.root.weights;
    const [, boost, average] = this.root.fields[field];
    return (boost * idf * ((k1 + 1) * times)) / (k1 * (1 - b + b * (length / average)) + times);
  }

  /** Documents in the order in which they answer. @param {number[]} found @param {number} words of the query @param {number} glued
   * @param {(document: number) => number} factor @returns {number[]} */
  order(found, words, glued, factor) {
    const { worth } = this;
    for (const document of found) worth[document] = this.value(document, words, glued, factor(document));
    return found.sort((one, other) => worth[other] - worth[one] || one - other);
  }

  /** @param {number} document @param {number} words @param {number} glued @param {number} factor */
  value(document, words, glued, factor) {
    const length = this.length[document]; // what hyphens join counts as a word more
    const titled = this.titles[document] === words && (length === words || length === words + glued);
    const exactly = titled && this.exactly[document] === words;
    const score = Math.min(9999, this.score[document] * factor);
    const headed = this.words[document] < words ? PARTLY : HEADED;
    return this.words[document] * FOUND + (titled ? TITLED : 0) + (exactly ? EXACTLY : 0) + this.heads[document] * headed + score;
  }
}

/** How much a word tells: lunr's inverse document frequency, to three decimals; never nothing. @param {number} rows @param {number} documents */
export function rarity(rows, documents) {
  return Math.max(0.001, Math.round(Math.log(1 + Math.abs((documents - rows + 0.5) / (rows + 0.5))) * 1000) / 1000);
}

/** LENGTHS in outputs/search/postings.py. */
function lengths() {
  const found = [0, 1];
  while (found[found.length - 1] < 1 << 20) {
    const last = found[found.length - 1];
    found.push(Math.max(last + 1, Math.floor((last * 9) / 8)));
  }
  return found;
}
