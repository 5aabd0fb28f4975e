// @ts-check
// What a word may mean: itself, its other forms, words that begin so, words that are spelled nearly so.

import { term } from "./words.js";

const TRUNK = 0.62; // of a word, at the least, that its other forms begin with
const ENDING = 3; // letters, at the most, by which they end otherwise

/** A term that stands for a word. Rows that have the form count by `exact`, rows of its other forms by `other`; a factor
 * of 0 leaves them out. `aside`: perhaps nobody meant it, so whatever an entry is called by it says no more than a body.
 * @typedef {{ term: import("./lexicon.js").Term, form: string, exact: number, other: number, aside?: boolean }} Sense */

/** @typedef {{ senses: Sense[], corrected: string, parts?: string[] }} Meaning `parts`: it was two words */

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
    if (!known.length) return this.unknown(wanted, typing);
    const called = known.some(({ term }) => term.heads); // a word that no entry is called by may be a slip of somebody's
    const [begun, near] = await Promise.all([typing ? this.begun(wanted.form) : [], called ? [] : this.near(wanted.form, typing, 1)]);
    const { aside, typo } = this.root.weights;
    const less = called ? typo : 1; // what one calls entries is hardly a beginning of something else
    const more = [begun.map((sense) => ({ ...sense, exact: sense.exact * less })), near.map((sense) => ({ ...sense, exact: sense.exact * aside, other: sense.other * aside, aside: true }))];
    return { senses: more.reduce((senses, others) => [...senses, ...without(others, senses)], known), corrected: "" };
  }

  /** A word that entries use, and its other forms. @param {string} form @returns {Promise<Sense[]>} */
  known(form) {
    return this.senses([form], 1, this.root.weights.stem);
  }

  /** A word that no entry uses: a form of one, its beginning, a slip.
   * @param {import("./query.js").Wanted} wanted @param {boolean} typing @returns {Promise<Meaning>} */
  async unknown({ word, form }, typing) {
    const { stem } = this.root.weights;
    const [own, begun] = await Promise.all([this.stemmed(word, form, this.root.stemmers.slice(0, 1), stem), this.begun(form)]);
    const found = [...own, ...without(begun, own)];
    if (typing && found.length) return { senses: found, corrected: "" };
    const slips = found.length ? 1 : 2;
    const plain = word === form ? [] : await this.near(word, typing, slips); // "motroen", of which folding makes an "ö"
    const near = without([...plain, ...without(await this.near(form, typing, slips), plain)], found);
    if (found.length || near.length) return { senses: [...found, ...near], corrected: found.length ? "" : near[0].form };
    return (await this.further()).unexplained(word, form);
  }

  /** Words that are spelled nearly so. @param {string} form @param {boolean} typing @param {number} slips @returns {Promise<Sense[]>} */
  async near(form, typing, slips) {
    const { stem, typo } = this.root.weights;
    return this.senses(await (await this.further()).spelling.corrections(form, typing, slips), typo, typo * stem);
  }

  /** @param {string} word @param {string} form @param {string[]} languages @param {number} factor @returns {Promise<Sense[]>} */
  async stemmed(word, form, languages, factor) {
    const terms = await Promise.all((await this.stems(word, languages)).map((stem) => this.lexicon.term(stem)));
    return terms.flatMap((term) => (term ? { term, form, exact: factor, other: factor } : []));
  }

  /** @param {string} word @param {string[]} languages */
  async stems(word, languages) {
    return [...new Set(await Promise.all(languages.map(async (language) => term(word, await this.stemmers(language)))))];
  }

  /** @param {string} form @returns {Promise<Sense[]>} */
  async begun(form) {
    const words = await (await this.further()).spelling.completions(form, this.most(form));
    return this.senses(words, this.root.weights.prefix, 0);
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

/** With how many letters both begin, where the other does not begin with all of it. @param {string} one @param {string} other */
const shared = (one, other) => [...one].findIndex((letter, at) => letter !== other[at]);

/** Senses that the others do not tell already. @param {Sense[]} senses @param {Sense[]} others */
export const without = (senses, others) =>
  senses.filter((one) => !others.some(({ term, form, other }) => term === one.term && (other || form === one.form)));
