// @ts-check
// A control for each sort of field: it shows a value, reads it back, and says what is wrong beside itself.

import { checks, choice, day, line, moment, number, whether } from "./plain.js";
import { group, keyed, list } from "./groups.js";
import { picker, pickers } from "./picker.js";
import { texts } from "./texts.js";

/** @typedef {import("./tree.js").Field} Field */
/** @typedef {import("./tree.js").Way} Way */

/** The place of a field on the page: what takes the focus, and where it is said what is wrong.
 * @typedef {{title: string, target: HTMLElement, element: HTMLElement, wrong: (message: string) => void}} Spot */

/** @typedef {object} Control
 * @property {HTMLElement} element
 * @property {() => any} read undefined when nothing is filled in
 * @property {(value: any) => void} fill
 * @property {(way: Way) => Spot} at the place of the value at the end of a way, or of the nearest that is shown */

/** What controls share: words, lists, and what is filled in elsewhere.
 * @typedef {object} Desk
 * @property {any} words
 * @property {any} lists
 * @property {string} kind
 * @property {Record<string, Record<string, string[] | null>>} names
 * @property {() => string} mainLanguage
 * @property {(code: string) => string} languageName
 * @property {(field: Field, title?: string) => Control} control */

/** @typedef {(desk: Desk, field: Field, title: string) => Control} Make */

const MANY = 20; // choices that still stand side by side

/** @param {Field} field @param {string} type */
const is = (field, type) => field.types.includes(type);
/** @param {Field} field */
const inner = (field) => /** @type {Field} */ (field.items);

/** The first that fits makes the control. @type {[(field: Field, desk: Desk) => boolean, Make][]} */
const MAKERS = [
  [(field) => is(field, "array") && Boolean(inner(field).refersTo), pickers],
  [(field) => is(field, "array") && inner(field).choices.size > 0 && inner(field).choices.size <= MANY, checks],
  [(field) => is(field, "array"), list],
  [(field) => field.fields.size > 0, group],
  [(field) => is(field, "object") && is(field, "string"), texts],
  [(field) => Boolean(field.keys), keyed],
  [(field) => Boolean(field.refersTo), picker],
  [(field) => field.choices.size > 0, choice],
  [(field, desk) => desk.kind === "skill" && field.name === "group", choice],
  [(field) => ["timezone", "currency"].includes(field.limits.format), choice],
  [(field) => is(field, "boolean"), whether],
  [(field) => field.limits.format === "date", day],
  [(field) => field.limits.format === "moment", moment],
  [(field) => (is(field, "number") || is(field, "integer")) && !is(field, "string"), number],
  [() => true, line],
];

/** @param {Omit<Desk, "control">} desk @returns {Desk} */
export function deskOf(desk) {
  /** @type {Desk} */
  const whole = {
    ...desk,
    control: (field, title = field.title || field.name) => {
      const [, make] = /** @type {[any, Make]} */ (MAKERS.find(([fits]) => fits(field, whole)));
      return make(whole, field, title);
    },
  };
  return whole;
}
