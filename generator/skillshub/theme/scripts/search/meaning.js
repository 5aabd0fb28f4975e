// @ts-check
// What a word may mean: itself, its other forms, words that begin so, words that are spelled nearly so.

import { fold } from "./words.js";

/** A term that stands for a word. `form`: only rows that have this form count (by `exact`), others by `other`; a factor of
 * 0 leaves them out.
 * @typedef {{ term: import("./lexicon.js").Term, form: string, exact: number, other: number }} Sense */

/** @typedef {{ senses: Sense[], corrected: string }} Meaning */

/** @typedef {(language: string) => Promise<(word: string) => string>} Stemmers the stemmer of a language */

export class Meanings {
  /** @param {import("./store.js").Root} root @param {import("./lexicon.js").Lexicon} lexicon
   * @param {import("./spelling.js").Spelling} spelling @param {Stemmers} stemmers */
  constructor(root, lexicon, spelling, stemmers) {
    this.root = root;
    this.lexicon = lexicon;
    this.spelling = spelling;
    this.stemmers = stemmers;
  }

  /** @param {import("./query.js").Wanted} wanted @param {boolean} typing whether the word may go on @returns {Promise<Meaning>} */
  async of(wanted, typing) {
    const { form, phrase } = wanted;
    const own = await this.own(wanted);
    if (phrase) return { senses: own.map((sense) => ({ ...sense, other: 0 })), corrected: "" }; // quoted as it is written
    const begun = typing || !own.length ? await this.begun(form) : [];
    if (own.length || begun.length) return { senses: [...own, ...begun.filter((one) => !has(own, one))], corrected: "" };
    return this.corrected(form, typing);
  }

  /** The word itself and its other forms. @param {import("./query.js").Wanted} wanted @returns {Promise<Sense[]>} */
  async own({ word, form }) {
    const { stem } = this.root.weights;
    const known = await this.lexicon.having(form);
    if (known.length) return known.map((term) => ({ term, form, exact: 1, other: stem }));
    for (const language of /\p{N}/u.test(word) ? [] : this.root.stemmers) {
      const term = await this.lexicon.term(fold((await this.stemmers(language))(word)));
      if (term) return [{ term, form, exact: 1, other: stem }];
    }
    return [];
  }

  /** @param {string} form @returns {Promise<Sense[]>} */
  async begun(form) {
    const words = await this.spelling.completions(form);
    return this.senses(words, this.root.weights.prefix, 0);
  }

  /** @param {string} form @param {boolean} typing @returns {Promise<Meaning>} */
  async corrected(form, typing) {
    const { typo, stem } = this.root.weights;
    const words = await this.spelling.corrections(form, typing);
    return { senses: await this.senses(words, typo, typo * stem), corrected: words[0] ?? "" };
  }

  /** Both words as one: "cyber security" is "cybersecurity", too. @param {string} one @param {string} other */
  async joined(one, other) {
    return this.senses([one + other], 1, this.root.weights.stem);
  }

  /** @param {string[]} forms @param {number} exact @param {number} other @returns {Promise<Sense[]>} */
  async senses(forms, exact, other) {
    const terms = await Promise.all(forms.map((form) => this.lexicon.having(form)));
    return terms.flatMap((own, place) => own.map((term) => ({ term, form: forms[place], exact, other })));
  }
}

/** @param {Sense[]} senses @param {Sense} sense */
const has = (senses, sense) => senses.some((one) => one.term === sense.term);
