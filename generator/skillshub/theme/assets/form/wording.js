// @ts-check
// What does not fit, in the sentences of the check: the build hands them over, so nothing is worded twice.

import { isGroup, repeated, typeOf } from "./judge.js";
import { faultIn } from "./weblinks.js";
import { daysIn } from "./formats.js";

/** @typedef {import("./judge.js").Misfit} Misfit */
/** @typedef {import("./tree.js").Way} Way */

/** One thing that is wrong. `name` is the field that is missing at the end of the way.
 * @typedef {{way: Way, code: string, message: string, name?: string}} Finding */

/** How the form speaks: all words of a language, and what fields are called in them.
 * @typedef {{words: any, nameOf: (way: Way) => string}} Voice */

const LONGEST = 60;
const ISO_LIKE = /^(\d{4})-(\d\d)-(\d\d)/;

/** A sentence with its values. @param {string} message @param {Record<string, any>} values */
export const filled = (message, values) =>
  message.replace(/%\((\w+)\)s|%%/g, (hole, name) => (name ? String(values[name] ?? "") : "%"));

/** With a capital letter and a full stop. @param {string} text */
export function sentence(text) {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(whole) ? whole : `${whole}.`;
}

/** So many of something. @param {[string, string]} forms @param {number} count @param {string} language */
export const counted = ([one, many], count, language) =>
  filled(count === 1 ? one : many, { count: new Intl.NumberFormat(language).format(count) });

/** @param {string} text */
const cut = (text) => ([...text].length <= LONGEST ? text : `${[...text].slice(0, LONGEST - 1).join("")}…`);

/** The value as one recognises it. @param {any} value @param {Voice} voice */
function shown(value, voice) {
  if (typeof value === "string") return `'${cut(value)}'`;
  return ["object", "array", "null"].includes(typeOf(value)) ? voice.words.types[typeOf(value)] : cut(String(value));
}

/** The field by its name, within the one that holds it. @param {Way} way @param {Voice} voice */
export function named(way, voice) {
  const said = voice.words.sentences;
  const names = way.map((step, at) => (typeof step === "string" ? `'${cut(voice.nameOf(way.slice(0, at + 1)))}'` : "")).filter(Boolean);
  const last = way.at(-1);
  if (last === undefined) return said.entry;
  if (typeof last === "number") {
    const number = last + 1;
    return names.length ? filled(said["item-of"], { number, list: names.at(-1) }) : filled(said.item, { number });
  }
  return names.slice(-2).reduce((outer, inner) => filled(said.inside, { inner, outer }));
}

/** @typedef {(misfit: Misfit, say: (name: string, values?: Record<string, any>) => string, voice: Voice) => [string, string, Way?]} Say */

/** @type {Record<string, string>} */
const KINDS_OF_VALUE = { boolean: "word-value", integer: "number-value", number: "number-value", string: "text-value" };

/** @param {string[]} types @param {Voice} voice @returns {string[]} */
const typeWords = (types, voice) => types.map((one) => voice.words.types[one]);

/** @type {Say} */
function wrongType({ value, limit }, say, voice) {
  if (value === null) return ["empty-field", say("empty-field")];
  const kind = KINDS_OF_VALUE[typeOf(value)];
  const what = kind ? say(kind, { value: shown(value, voice) }) : voice.words.types[typeOf(value)];
  const several = limit.join() === "string,object";
  const wanted = several
    ? say("text-or-texts")
    : typeWords(limit, voice).reduce((one, other) => say("or", { one, other }));
  return ["wrong-type", say("wrong-type", { what, wanted })];
}

/** @type {Say} */
function unknownChoice({ value, field }, say, voice) {
  const codes = /** @type {Record<string, string>} */ ({ language: "unknown-language", country: "unknown-country" });
  const code = codes[field.part] ?? "unknown-value";
  return [code, say(code, { value: shown(value, voice) })];
}

/** @type {Say} */
function badDay({ limit, value }, say, voice) {
  const code = `bad-${limit}`;
  return [code, noSuchDay(value, say, voice) || say(code, { value: shown(value, voice) })];
}

/** Why a day that is well written does not exist. @param {string} text @param {(name: string, values: any) => string} say @param {Voice} voice */
function noSuchDay(text, say, voice) {
  const [, year, month, day] = ISO_LIKE.exec(text) ?? [];
  if (!year) return "";
  if (Number(year) < 1900 || Number(year) > 2199) return say("no-such-year", { year });
  if (Number(month) < 1 || Number(month) > 12) return say("no-such-month", { month });
  const days = daysIn(Number(year), Number(month));
  if (Number(day) >= 1 && Number(day) <= days) return "";
  const called = new Intl.DateTimeFormat(voice.words.language, { month: "long", timeZone: "UTC" }).format(Date.UTC(2001, Number(month) - 1, 1));
  return say("no-such-day", { month: called, year, day, days });
}

/** @type {Record<string, Say>} */
const OF_FORMATS = {
  date: badDay,
  moment: badDay,
  timezone: ({ value }, say, voice) => ["bad-timezone", say("bad-timezone", { value: shown(value, voice) })],
  "web-address": ({ value }, _say, voice) => {
    const [name, values] = faultIn(value) ?? ["scheme", {}];
    return ["bad-web-address", filled(voice.words.links[name], values)];
  },
  email: ({ value }, say, voice) => ["bad-email", say("bad-email", { value: shown(value, voice) })],
  currency: ({ value }, say, voice) => ["bad-currency", say("bad-currency", { value: shown(value, voice) })],
};

/** @type {Say} */
const badCode = ({ value }, say, voice) => ["bad-code", say("bad-code", { value: shown(value, voice) })];
/** @type {Say} */
const emptyText = (_misfit, say) => ["empty-text", say("empty-text")];
/** @type {Say} */
const outOfRange = ({ keyword, limit, value }, say, voice) =>
  ["out-of-range", say(keyword, { value: shown(value, voice), limit: new Intl.NumberFormat(voice.words.language).format(limit) })];

/** Keyword -> how it is worded; of several about one plain value the first is told and the rest are left out.
 * @type {Record<string, Say>} */
export const SAY = {
  type: wrongType,
  enum: unknownChoice,
  minLength: emptyText,
  pattern: (misfit, say, voice) => {
    if (misfit.limit === "\\S") return emptyText(misfit, say, voice);
    return (OF_FORMATS[misfit.field.limits.format] ?? badCode)(misfit, say, voice);
  },
  format: (misfit, say, voice) => (OF_FORMATS[misfit.limit] ?? badCode)(misfit, say, voice),
  maxLength: ({ value, limit }, say, voice) => {
    const length = [...value].length;
    const number = new Intl.NumberFormat(voice.words.language);
    const over = counted(voice.words.sentences.characters, length - limit, voice.words.language);
    return ["too-long", say("too-long", { length: number.format(length), over, limit: number.format(limit) })];
  },
  minProperties: emptyText,
  propertyNames: ({ way, value, field }, say, voice) => {
    const inside = { value: shown(value, voice), field: named(way.slice(0, -1), voice) };
    if (field.part === "language") return ["unknown-language", say("unknown-language-of-text", inside)];
    return ["bad-code", say("bad-name", inside)];
  },
  minItems: ({ value, limit }, say, voice) => {
    const least = counted(voice.words.sentences.items, limit, voice.words.language);
    return ["too-few", say("too-few", { least, count: value.length || say("none") })];
  },
  maxItems: ({ value, limit }, say) => ["too-many", say("too-many", { count: value.length, over: value.length - limit, limit })],
  uniqueItems: ({ value, way }, say, voice) => {
    const [first, again] = repeated(value) ?? [0, 0];
    const plain = !isGroup(value[again]) && !Array.isArray(value[again]);
    const what = plain ? shown(value[again], voice) : say("the-same-item");
    return ["repeated-item", say("repeated-item", { what, first: first + 1, again: again + 1 }), [...way, again]];
  },
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
};
const RANK = Object.keys(SAY);

/** What is wrong, once each. @param {Iterable<Misfit>} misfits @param {Voice} voice @param {string} kind @returns {Finding[]} */
export function wordsFor(misfits, voice, kind) {
  /** @type {Map<string, Misfit[]>} */
  const at = new Map();
  for (const misfit of misfits) {
    const place = JSON.stringify(misfit.way);
    at.set(place, [...(at.get(place) ?? []), misfit]);
  }
  return [...at.values()].flatMap((together) => atOnePlace(together, voice, kind));
}

/** @param {Misfit[]} misfits @param {Voice} voice @param {string} kind @returns {Finding[]} */
function atOnePlace(misfits, voice, kind) {
  let ranked = misfits.filter(({ keyword }) => keyword in SAY);
  ranked.sort((one, other) => RANK.indexOf(one.keyword) - RANK.indexOf(other.keyword));
  if (ranked.length && !isGroup(ranked[0].value) && !Array.isArray(ranked[0].value)) ranked = ranked.slice(0, 1);
  const ofFields = misfits.filter(({ keyword }) => ["additionalProperties", "required"].includes(keyword));
  return [...ranked.map((misfit) => worded(misfit, voice)), ...ofFields.map((misfit) => ofField(misfit, voice, kind))];
}

/** @param {Misfit} misfit @param {Voice} voice @returns {Finding} */
function worded(misfit, voice) {
  /** @param {string} name @param {Record<string, any>} values */
  const say = (name, values = {}) => filled(voice.words.sentences[name], { field: named(misfit.way, voice), ...values });
  const [code, message, way] = SAY[misfit.keyword](misfit, say, voice);
  return { way: way ?? misfit.way, code, message: sentence(message) };
}

/** A field that is missing, or one that nobody knows. @param {Misfit} misfit @param {Voice} voice @param {string} kind @returns {Finding} */
function ofField({ way, keyword, limit: name }, voice, kind) {
  const code = keyword === "required" ? "missing-field" : "unknown-field";
  const inside = way.length ? "-inside" : "";
  const values = { word: `'${voice.nameOf([...way, name])}'`, field: named(way, voice), owner: voice.words.owners[kind] };
  const message = sentence(filled(voice.words.sentences[code + inside], values));
  return code === "missing-field" ? { way, code, message, name } : { way: [...way, name], code, message };
}
