// @ts-check
// What a word may mean that entries use: itself, its other forms, words that begin so or end otherwise.

import { shared, without } from "./senses.js";
import { term } from "./words.js";

const TRUNK = 0.66; // of a word, at the least, that its other forms begin with
const ENDING = 3; // letters, at the most, by which they end otherwise

/** @typedef {import("./senses.js").Sense} Sense */
/** @typedef {import("./senses.js").Meaning} Meaning */

/** @typedef {(language: string) => Promise<(word: string) => string>} Stemmers the stemmer of a language */

export class Meanings {
  /** @param {import("./store.js").Root} root @param {import("./lexicon.js").Lexicon} lexicon
   * @param {() => Promise<import("./further.js").Further>} further @param {Stemmers} stemmers */
  constructor(root, lexicon, further, stemmers) {
    this.root = root;
    this.lexicon = lexicon;
    this.further = further;
    this.stemmers = stemmers;
  }

  /** @param {import("./query.js").Wanted} wanted @param {boolean} typing whether the word may go on @returns {Promise<Meaning>} */
  async of(wanted, typing) {
    const known = await this.known(wanted.form);
    if (wanted.quoted) return { senses: known.map((sense) => ({ ...sense, other: 0 })), corrected: "" }; // as it is quoted
    if (!known.length) return (await this.further()).guesses.of(wanted, typing);
    const called = known.some(({ term }) => term.heads);
    const besides = typing || !called ? await (await this.further()).guesses.besides(wanted.form, typing, called) : [];
    return { senses: [...known, ...without(besides, known)], corrected: "" };
  }

  /** A word that entries use, and its other forms. @param {string} form @returns {Promise<Sense[]>} */
  known(form) {
    return this.senses([form], 1, this.root.weights.stem);
  }

  /** @param {string} word @param {string[]} languages */
  async stems(word, languages) {
    return [...new Set(await Promise.all(languages.map(async (language) => term(word, await this.stemmers(language)))))];
  }

  /** Words that differ by an ending only, though they are stemmed otherwise. `last`: the word may have been begun only.
   * @param {string} form @param {boolean} last @returns {Promise<Sense[]>} */
  async kin(form, last) {
    if (form.length < 2 && form < "\u0e00") return []; // a letter, where these are no words: half the index begins so
    const trunk = form.slice(0, Math.max(4, Math.ceil(form.length * TRUNK), form.length - ENDING));
    const forms = await this.lexicon.beginning(trunk);
    const away = (/** @type {string} */ one) => Math.abs(one.length - form.length);
    const nearest = (/** @type {(one: string) => boolean} */ may) => forms.filter(may).sort((one, other) => away(one) - away(other)).slice(0, this.most(form));
    const longer = nearest((one) => one !== form && one.startsWith(form) && (last || one.length <= form.length + ENDING));
    const others = nearest((one) => !one.startsWith(form) && one.length <= shared(form, one) + ENDING && !/\p{N}/u.test(form)); // numbers have no endings
    const { prefix, typo, aside } = this.root.weights;
    const ended = await this.senses(others, typo * aside, 0);
    return [...(await this.senses(longer, prefix, 0)), ...ended.map((sense) => ({ ...sense, aside: true }))];
  }

  /** How many words may be meant by a beginning. @param {string} form */
  most(form) {
    const { short, completions, neighbours } = this.root.weights;
    return [...form].length > short ? neighbours : completions;
  }

  /** @param {string[]} forms @param {number} exact @param {number} other @returns {Promise<Sense[]>} */
  async senses(forms, exact, other) {
    const terms = await Promise.all(forms.map((form) => this.lexicon.having(form)));
    return terms.flatMap((own, place) => own.map((term) => ({ term, form: forms[place], exact, other })));
  }
}
