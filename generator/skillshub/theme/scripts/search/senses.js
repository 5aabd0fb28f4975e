// @ts-check
// What a word may mean, and what of it others tell already.

/** A term that stands for a word. Rows that have the form count by `exact`, rows of its other forms by `other`; a factor
 * of 0 leaves them out. `aside`: perhaps nobody meant it, so whatever an entry is called by it says no more than a body.
 * @typedef {{ term: import("./lexicon.js").Term, form: string, exact: number, other: number, aside?: boolean }} Sense */

/** @typedef {{ senses: Sense[], corrected: string, parts?: string[] }} Meaning `parts`: it was two words */

/** Senses that the others do not tell already. @param {Sense[]} senses @param {Sense[]} others */
export const without = (senses, others) =>
  senses.filter((one) => !others.some(({ term, form, other }) => term === one.term && (other || form === one.form)));

/** With how many letters both begin. @param {string} word @param {string} form */
export function shared(word, form) {
  let size = 0;
  while (size < form.length && word[size] === form[size]) size++;
  return size;
}
