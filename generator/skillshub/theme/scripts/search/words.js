// @ts-check
/**
 * How a visitor's text becomes words: the same words, keys and terms that `skillshub.words` made the index with. A test
 * holds the two to each other, character by character, so what is changed here is changed there, too.
 */

/** @typedef {{text: string, start: number, end: number}} Word a word in lower case, and where it stands in the text */

// The classes of skillshub/words/letters.py, which says what they are.
const UNSPACED =
  "\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0ece\\u0edc-\\u0edf\\u1000-\\u103f\\u1050-\\u109d\\u1780-\\u17d3" +
  "\\u3005-\\u3007\\u3031-\\u3035\\u3041-\\u309f\\u30a1-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff" +
  "\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const ACCENTS =
  "\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a" +
  "\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1ace\\u1dc0-\\u1dff" +
  "\\u20d0-\\u20f0\\ufe20-\\ufe2f";
const APOSTROPHES = "'’ʼ´＇";
const UNSEEN = "\\u00ad\\u200d\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}";
const NON_JOINER = "\\u200c";
const TATWEEL = "\\u0640";

const LONGEST = 60;

const RUN = "[\\p{L}\\p{M}\\p{N}]";
const POINTED = `[0-9]+(?:[.,][0-9]+)+(?!${RUN})`;
const TOKEN = new RegExp(
  `${POINTED}|[A-Za-z]{1,2}(?:\\+\\+?|#)(?!${RUN}|[+#])|(?:(?![0-9])${RUN}){3,}(?=${POINTED})` +
    `|${RUN}+(?:[${UNSEEN}${NON_JOINER}${APOSTROPHES}]+${RUN}+)*`,
  "gu",
);
const ASCII = /^[\0-\x7f]*$/;
const PLAIN = /^[A-Za-z0-9]+$/;
const NUMBER = /^[0-9]+(?:[.,][0-9]+)+$/;
const SIGNED = /^[a-z]{1,2}[+#]+$/;
const LATIN = /^[a-z\u00c0-\u024f\u1e00-\u1eff]/;
const BETWEEN = /^[-.‐‑]$/;
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, "gu");
const UNSEEN_ONES = new RegExp(`[${UNSEEN}]+`, "gu");
const OF_ONE_SCRIPT = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
const UNIT = /.\p{M}*/gsu;

const DROPPED = new RegExp(`[${ACCENTS}${UNSEEN}${APOSTROPHES}${NON_JOINER}${TATWEEL}]+`, "gu");
/** @type {Record<string, string>} */
const LETTERS = { ß: "ss", ı: "i", ς: "σ", ø: "o", đ: "d", ð: "d", ħ: "h", ł: "l", ŧ: "t", æ: "ae", œ: "oe", þ: "th" };
const MAPPED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const DIGRAPH = /(que)|([aou])e+/g;
const NOT_STEMMED = new RegExp(`[0-9${UNSPACED}\\u{10000}-\\u{10ffff}]`, "u");

/**
 * The key of a word: `Prüfung`, `Pruefung` and `PRUFUNG` are all `prufung`.
 *
 * @param {string} text
 */
export const fold = (text) => {
  const key = (ASCII.test(text) ? text : text.normalize("NFKD")).replace(DROPPED, "").toLowerCase();
  return (ASCII.test(key) ? key : key.replace(MAPPED, (letter) => LETTERS[letter]).normalize("NFC")).replace(DIGRAPH, "$1$2");
};

/**
 * The term that a word as `cut` gives it is filed under.
 *
 * @param {string} word
 * @param {(word: string) => string} stem of the word's language
 */
export const term = (word, stem) => (!NOT_STEMMED.test(word) && fold(stem(word))) || fold(word);

/**
 * The words of a text in their order.
 *
 * @param {string} text
 * @returns {Word[]}
 */
export const cut = (text) => [...text.matchAll(TOKEN)].flatMap((token) => words(token[0], token.index));

/**
 * `emobility` for `e-mobility`, `nodejs` for `Node.js`: what hyphens or points join, as one word; and `python3.11`.
 *
 * @param {string} text
 * @returns {Word[]}
 */
export const joined = (text) => {
  /** @type {RegExpExecArray[][]} */
  const chains = [];
  let end = -1;
  for (const token of text.matchAll(TOKEN)) {
    if (token.index === end || (token.index === end + 1 && BETWEEN.test(text[end]))) chains[chains.length - 1].push(token);
    else chains.push([token]);
    end = token.index + token[0].length;
  }
  return chains.flatMap(glued);
};

/** @param {RegExpExecArray[]} chain @returns {Word[]} one word, or none: no numbers, no two letters, nothing without spaces */
const glued = (chain) => {
  const parts = chain.flatMap((token) => words(token[0], token.index));
  const text = parts.map((part) => part.text).join("");
  if (chain.length < 2 || parts.length < 2 || ![...text][2] || !/\p{L}/u.test(text) || IS_UNSPACED.test(text)) return [];
  const last = chain[chain.length - 1];
  return [{ text: shortened(text), start: chain[0].index, end: last.index + last[0].length }];
};

/** @param {string} text */
const shortened = (text) => (text.length > LONGEST ? [...text].slice(0, LONGEST).join("") : text);

/**
 * The words of a token that stands at `start`. Where its plain form is longer or shorter than what was written, each of
 * them is all of it.
 *
 * @param {string} token
 * @param {number} start
 * @returns {Word[]}
 */
const words = (token, start) => {
  const end = start + token.length;
  if (PLAIN.test(token)) return [{ text: shortened(token.toLowerCase()), start, end }];
  const straight = token.replace(APOSTROPHE, "'").normalize("NFKC");
  const plain = straight.replace(UNSEEN_ONES, "").replaceAll("İ", "i").toLowerCase();
  const whole = plain.length !== token.length && { start, end };
  return inside(plain).map((word) => ({ text: shortened(word.text), start: start + word.start, end: start + word.end, ...whole }));
};

/** @param {string} plain @returns {Word[]} */
const inside = (plain) => {
  if (NUMBER.test(plain)) return number(plain);
  if (SIGNED.test(plain)) return [{ text: plain, start: 0, end: plain.length }];
  return [...plain.matchAll(TOKEN)].flatMap((run) => elided(run[0], run.index)).flatMap(spaced);
};

/** @param {string} digits @returns {Word[]} `4,0` is 4.0; a date or a list of numbers is several words */
const number = (digits) => {
  const parts = pieces(digits, /[0-9]+/g, 0);
  return parts.length === 2 ? [{ text: digits.replace(",", "."), start: 0, end: digits.length }] : parts;
};

/** @param {string} text @param {RegExp} pattern @param {number} at @returns {Word[]} */
const pieces = (text, pattern, at) =>
  [...text.matchAll(pattern)].map((hit) => ({
    text: hit[0],
    start: at + hit.index,
    end: at + hit.index + hit[0].length,
  }));

const BETWEEN_APOSTROPHES = new RegExp(`[^${APOSTROPHES}]+`, "gu");

/** @param {string} run @param {number} at @returns {Word[]} without l’, d’, qu’ and ’s; elsewhere than in Latin, glued */
const elided = (run, at) => {
  const parts = pieces(run, BETWEEN_APOSTROPHES, at);
  if (parts.length < 2 || !LATIN.test(run)) {
    return [{ text: parts.map((part) => part.text).join(""), start: at, end: at + run.length }];
  }
  const last = parts[parts.length - 1];
  const kept = parts.slice(0, -1).filter((part) => [...part.text].length > 2);
  return kept.length && [...last.text].length === 1 ? kept : [...kept, last];
};

/** @param {Word} part @returns {Word[]} the word as it is; of a script without spaces, its neighbours two by two */
const spaced = (part) =>
  pieces(part.text, OF_ONE_SCRIPT, part.start).flatMap((piece) => {
    if (IS_UNSPACED.test(piece.text)) return pairs(pieces(piece.text, UNIT, piece.start));
    return /[\p{L}\p{N}]/u.test(piece.text) ? [piece] : [];
  });

/** @param {Word[]} units @returns {Word[]} */
const pairs = (units) =>
  units.length < 2
    ? units
    : units.slice(1).map((other, number) => ({
        text: units[number].text + other.text,
        start: units[number].start,
        end: other.end,
      }));
