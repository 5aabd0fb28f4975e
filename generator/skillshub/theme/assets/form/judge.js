// @ts-check
// Holds a value against its field: everything that does not fit, keyword by keyword, as the check finds it. Words
// nothing: see wording.js.

import { holds } from "./formats.js";

/** @typedef {import("./tree.js").Field} Field */
/** @typedef {import("./tree.js").Way} Way */
/** @typedef {{way: Way, keyword: string, limit: any, value: any, field: Field}} Misfit */

/** The JSON type of a value, as JSON Schema names it. @param {any} value */
export function typeOf(value) {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

/** @param {any} value */
export const isGroup = (value) => typeOf(value) === "object";
/** @param {any} value */
const isText = (value) => typeof value === "string";
/** @param {string} text */
const lengthOf = (text) => [...text].length;

/** Keyword -> whether a value breaks it; in the order in which the check prefers to tell them.
 * @type {[string, (limit: any, value: any, lists: any) => boolean][]} */
const TESTS = [
  ["minLength", (limit, value) => isText(value) && lengthOf(value) < limit],
  ["pattern", (limit, value) => isText(value) && !new RegExp(limit, "u").test(value)],
  ["format", (limit, value, lists) => isText(value) && !holds(limit, value, lists)],
  ["maxLength", (limit, value) => isText(value) && lengthOf(value) > limit],
  ["minProperties", (limit, value) => isGroup(value) && Object.keys(value).length < limit],
  ["minItems", (limit, value) => Array.isArray(value) && value.length < limit],
  ["maxItems", (limit, value) => Array.isArray(value) && value.length > limit],
  ["uniqueItems", (limit, value) => limit && Array.isArray(value) && repeated(value) !== null],
  ["minimum", (limit, value) => typeof value === "number" && value < limit],
  ["maximum", (limit, value) => typeof value === "number" && value > limit],
  ["exclusiveMinimum", (limit, value) => typeof value === "number" && value <= limit],
  ["exclusiveMaximum", (limit, value) => typeof value === "number" && value >= limit],
];

/** Everything that does not fit. @param {Field} field @param {any} value @param {any} lists @param {Way} way
 * @returns {Generator<Misfit>} */
export function* misfits(field, value, lists, way = []) {
  if (!fitsType(field.types, value)) yield { way, keyword: "type", limit: field.types, value, field };
  if (field.choices.size && !field.choices.has(value)) yield { way, keyword: "enum", limit: field.choices, value, field };
  for (const [keyword, breaks] of TESTS) {
    if (keyword in field.limits && breaks(field.limits[keyword], value, lists)) {
      yield { way, keyword, limit: field.limits[keyword], value, field };
    }
  }
  if (Array.isArray(value) && field.items) {
    for (const [number, item] of value.entries()) yield* misfits(field.items, item, lists, [...way, number]);
  }
  if (isGroup(value)) yield* inGroup(field, value, lists, way);
}

/** @param {Field} field @param {Record<string, any>} value @param {any} lists @param {Way} way @returns {Generator<Misfit>} */
function* inGroup(field, value, lists, way) {
  for (const [name, below] of Object.entries(value)) {
    const known = field.fields.get(name) ?? field.values;
    if (field.keys && !misfits(field.keys, name, lists).next().done) {
      yield { way: [...way, name], keyword: "propertyNames", limit: field.keys, value: name, field: field.keys };
    }
    if (known) yield* misfits(known, below, lists, [...way, name]);
    else if (field.closed) yield { way, keyword: "additionalProperties", limit: name, value, field };
  }
  for (const [name, below] of field.fields) {
    if (below.required && !(name in value)) yield { way, keyword: "required", limit: name, value, field };
  }
}

/** @param {string[]} types @param {any} value */
function fitsType(types, value) {
  const type = typeOf(value);
  return !types.length || types.includes(type) || (type === "integer" && types.includes("number"));
}

/** The numbers of the first two items that are the same. @param {any[]} items @returns {[number, number] | null} */
export function repeated(items) {
  const seen = new Map();
  for (const [number, item] of items.entries()) {
    const key = keyOf(item);
    if (seen.has(key)) return [seen.get(key), number];
    seen.set(key, number);
  }
  return null;
}

/** The same for what is the same in JSON, whatever the order of its fields. @param {any} value @returns {string} */
function keyOf(value) {
  if (Array.isArray(value)) return `[${value.map(keyOf)}]`;
  if (!isGroup(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${keyOf(value[name])}`)}}`;
}
