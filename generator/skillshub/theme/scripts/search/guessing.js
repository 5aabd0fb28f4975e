// @ts-check
// What a word may mean that no entry uses, or that none is called by: a form of another word, its beginning, a slip.

import { without } from "./senses.js";

const STEM = 4; // letters of a stem that other words may begin with

/** @typedef {import("./senses.js").Sense} Sense */
/** @typedef {import("./senses.js").Meaning} Meaning */

export class Guesses {
  /** @param {import("./meaning.js").Meanings} meanings @param {import("./spelling.js").Spelling} spelling */
  constructor(meanings, spelling) {
    this.meanings = meanings;
    this.spelling = spelling;
    this.root = meanings.root;
  }

  /** What a word that no entry uses may mean. @param {import("./query.js").Wanted} wanted
   * @param {boolean} typing whether it may go on @returns {Promise<Meaning>} */
  async of({ word, form }, typing) {
    const { stem } = this.root.weights;
    const [own, begun] = await Promise.all([this.stemmed(word, form, this.root.stemmers.slice(0, 1), stem), this.begun(form)]);
    const found = [...own, ...without(begun, own)];
    if (typing && found.length) return { senses: found, corrected: "" };
    const slips = found.length ? 1 : 2;
    const plain = word === form ? [] : await this.near(word, typing, slips); // "motroen", of which folding makes an "ö"
    const near = without([...plain, ...without(await this.near(form, typing, slips), plain)], found);
    if (found.length || near.length) return { senses: [...found, ...near], corrected: found.length ? "" : near[0].form };
    return this.unexplained(word, form);
  }

  /** What else a word may mean that entries use: a beginning; a slip of somebody's, where no entry is called by it.
   * @param {string} form @param {boolean} typing @param {boolean} called @returns {Promise<Sense[]>} */
  async besides(form, typing, called) {
    const { aside, typo } = this.root.weights;
    const [begun, near] = await Promise.all([typing ? this.begun(form) : [], called ? [] : this.near(form, typing, 1)]);
    const less = called ? typo : 1; // what one calls entries is hardly a beginning of something else
    const begins = begun.map((sense) => ({ ...sense, exact: sense.exact * less }));
    const slips = near.map((sense) => ({ ...sense, exact: sense.exact * aside, other: sense.other * aside, aside: true }));
    return [...begins, ...without(slips, begins)];
  }

  /** A word that nothing explains: two in one, a word of another language, one whose stem others begin with, or that
   * begins as others do.
   * @param {string} word @param {string} form @returns {Promise<Meaning>} */
  async unexplained(word, form) {
    const { lexicon } = this.meanings;
    const { typo } = this.root.weights;
    const parts = await this.spelling.parts(form, lexicon);
    const senses = parts ? [] : await this.stemmed(word, form, this.root.stemmers.slice(1), typo);
    if (parts || senses.length) return { senses, corrected: "", parts };
    const [stem = ""] = await this.meanings.stems(word, this.root.stemmers.slice(0, 1));
    const begun = stem.length < STEM ? [] : await this.begun(stem); // "kurslar" where one says "kursu"
    if (begun.length) return { senses: begun, corrected: "" };
    const [trunk, alike] = await this.spelling.trunk(form, this.meanings.most(form));
    return { senses: await this.meanings.senses(alike, typo, 0), corrected: alike.length > 1 ? `${trunk}…` : alike[0] ?? "" };
  }

  /** @param {string} form @returns {Promise<Sense[]>} */
  async begun(form) {
    const words = await this.spelling.completions(form, this.meanings.most(form));
    return this.meanings.senses(words, this.root.weights.prefix, 0);
  }

  /** Words that are spelled nearly so. @param {string} form @param {boolean} typing @param {number} slips @returns {Promise<Sense[]>} */
  async near(form, typing, slips) {
    const { stem, typo } = this.root.weights;
    return this.meanings.senses(await this.spelling.corrections(form, typing, slips), typo, typo * stem);
  }

  /** @param {string} word @param {string} form @param {string[]} languages @param {number} factor @returns {Promise<Sense[]>} */
  async stemmed(word, form, languages, factor) {
    const { lexicon } = this.meanings;
    const terms = await Promise.all((await this.meanings.stems(word, languages)).map((stem) => lexicon.term(stem)));
    return terms.flatMap((term) => (term ? { term, form, exact: factor, other: factor } : []));
  }
}
