// @ts-check
// What was typed, as words to look for. Whatever it is, it is a query: what cannot be read otherwise is plain words.

import { cut, fold, joined } from "./words.js";

const MOST_LETTERS = 300; // of a query that are read
const MOST_WORDS = 12; // that are looked for

/** A word to look for. `quoted`: just as it is. `field`: only there.
 * @typedef {{ word: string, form: string, field: string, quoted: boolean }} Wanted */

/** What bars an entry that has all these words; in a row, where they were written as one ("-e-mail"). `piece`: as it was typed,
 * `instead`: all but that. @typedef {{ words: Wanted[], phrase: string, piece: string, instead: string }} Barring */

/** `every`: all words, these that say nothing among them. `glued`: what hyphens join, as one word.
 * @typedef {{ words: Wanted[], every: Wanted[], glued: string[], without: Barring[], phrases: string[], typing: boolean, whole: string }} Query */

const ENDED = /(\p{L}{3})[:*_/]in(?:nen)?(?![\p{L}\p{N}])/giu; // "Techniker:innen": entries write that in many ways
const PIECE = /(?<sign>(?:\+|-(?!\d))?)(?:(?<field>[a-z]{2,12}):(?=[^\s/]))?(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]+))/giu;

/** @param {string} typed @param {string[]} fields their names @param {Set<string>} stops @param {boolean} typing whether the last word may go on
 * @returns {Query} */
export function queryOf(typed, fields, stops, typing) {
  const text = typed.slice(0, 2 * MOST_LETTERS).normalize("NFC").slice(0, MOST_LETTERS).replace(/[“”„«»]/gu, '"').replace(ENDED, "$1");
  /** @type {Query} */
  const query = { words: [], every: [], glued: [], without: [], phrases: [], typing: typing && /[\p{L}\p{M}\p{N}]$/u.test(text), whole: typed.trim() };
  const pieces = [...text.matchAll(PIECE)];
  for (const one of pieces) add(query, one.groups ?? {}, fields, one[0], pieces.flatMap((other) => (other[0] === one[0] ? [] : other[0])).join(" "));
  query.words = withoutStops(query.every, stops).slice(0, MOST_WORDS);
  query.without = query.without.slice(0, MOST_WORDS).map((one) => ({ ...one, words: withoutStops(one.words, stops).slice(0, MOST_WORDS) }));
  return query;
}

/** @param {Query} query @param {Record<string, string | undefined>} part @param {string[]} fields @param {string} piece @param {string} instead */
function add(query, { sign, field = "", quoted, plain = "" }, fields, piece, instead) {
  const known = fields.includes(field.toLowerCase()) ? field.toLowerCase() : "";
  if (field && !known) add(query, { sign, plain: field }, fields, piece, instead);
  const [parts, glued] = [cut(quoted ?? plain), joined(quoted ?? plain)];
  const initials = quoted === undefined && glued.length && parts.every(({ text }) => !text[1]); // "C.N.A." is CNA
  const words = (initials ? glued : parts).map((one) => ({ word: one.text, form: fold(one.text), field: known, quoted: quoted !== undefined }));
  const found = words.filter((one) => one.form);
  const phrase = (sign === "-" || found[0]?.quoted) && found.length > 1 ? found.map((one) => one.form).join(" ") : "";
  if (sign === "-") {
    if (found.length) query.without.push({ words: found, phrase, piece, instead });
    return;
  }
  if (phrase) query.phrases.push(phrase);
  query.every.push(...found);
  if (!initials) query.glued.push(...glued.map((one) => fold(one.text)));
}

/** The words that say something; all of them, if none does. Each once. What a quotation has between them its text will
 * tell: no index holds it. @param {Wanted[]} words @param {Set<string>} stops */
function withoutStops(words, stops) {
  const telling = words.filter((one) => !stops.has(one.form));
  const kept = telling.length ? telling : words;
  return kept.filter((one, place) => kept.findIndex((other) => other.form === one.form && other.field === one.field) === place);
}
