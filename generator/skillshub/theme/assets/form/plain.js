// @ts-check
// Controls of one value: a line, a number, a day, a moment, a choice, yes or no; and of several choices side by side.

import { changed, anId, fieldset, fresh, leaf, part, stamped } from "./frames.js";
import { cleaned } from "./yaml.js";

/** @typedef {import("./controls.js").Make} Make */
/** @typedef {import("./controls.js").Control} Control */
/** @typedef {import("./tree.js").Field} Field */

const DAY = /^\d{4}-\d\d-\d\d$/;
const LONG = 200; // characters from which on a line becomes a box

/** The type of an input, by what the field may hold. @type {Record<string, string>} */
const TYPES = { "web-address": "url", email: "email" };

/** A text that stays what it was as long as nobody changes it. @param {HTMLInputElement | HTMLTextAreaElement} input
 * @returns {Pick<Control, "read" | "fill">} */
export function keeping(input) {
  /** @type {[string, any]} */
  let first = ["", undefined];
  return {
    read: () => (input.value === first[0] ? first[1] : cleaned(input.value) || undefined),
    fill: (value) => {
      input.value = value === undefined || value === null ? "" : String(value).replace(/\n+$/, "");
      first = [input.value, value ?? undefined];
    },
  };
}

/** An input for a text of that length. @param {number} longest */
export function inputFor(longest) {
  if (longest <= LONG) return fresh("input", { className: "hub-input", type: "text" });
  return fresh("textarea", { className: "hub-input", rows: longest > 2000 ? 8 : 4 });
}

/** @type {Make} */
export function line(desk, field, title) {
  const format = TYPES[field.limits.format];
  const input = format ? fresh("input", { className: "hub-input", type: format }) : inputFor(field.limits.maxLength ?? 0);
  if (field.name === "phone") input.setAttribute("type", "tel");
  if (/\^\[0-9\]/.test(field.limits.pattern ?? "")) input.inputMode = "numeric";
  const { element, spot } = leaf(desk, field, title, input);
  return { element, ...keeping(input), at: () => spot };
}

/** @type {Make} */
export function number(desk, field, title) {
  const input = fresh("input", { className: "hub-input hub-input--short", type: "number", step: "any", inputMode: "decimal" });
  const { element, spot } = leaf(desk, field, title, input);
  return {
    element,
    read: () => (input.value === "" ? (input.validity.badInput ? "" : undefined) : Number(input.value)),
    fill: (value) => void (input.value = value === undefined ? "" : String(value)),
    at: () => spot,
  };
}

/** @type {Make} */
export function day(desk, field, title) {
  const input = fresh("input", { className: "hub-input hub-input--short", type: "date" });
  const { element, spot } = leaf(desk, field, title, input);
  return { element, read: () => daySaid(input), fill: (value) => showDay(input, value), at: () => spot };
}

/** What a field for a day says; a day that is only half typed is wrong, not missing. @param {HTMLInputElement} input */
const daySaid = (input) => input.value.trim() || (input.validity.badInput ? "" : undefined);

/** A month or a year alone does not fit a field for days: it becomes a field for text. @param {HTMLInputElement} input @param {any} value */
function showDay(input, value) {
  const text = String(value ?? "");
  input.type = text && !DAY.test(text) ? "text" : "date";
  input.value = text;
}

/** @type {Make} */
export function moment(desk, field, title) {
  const { element, inside, spot } = fieldset(desk, field, title);
  const [date, clock] = ["date", "time"].map((type) => fresh("input", { className: "hub-input hub-input--short", type, id: anId() }));
  for (const [input, word] of /** @type {[HTMLInputElement, string][]} */ ([[date, "day"], [clock, "time"]])) {
    const label = fresh("label", { className: "hub-field__label", htmlFor: input.id, textContent: desk.words.form[word] });
    const box = fresh("div");
    box.append(label, input);
    inside.append(box);
  }
  inside.classList.add("hub-field__inside--row");
  return {
    element,
    read: () => {
      const isTimed = clock.value || clock.validity.badInput; // a time that is only half typed is wrong, not missing
      return daySaid(date) && isTimed ? `${date.value.trim()}T${clock.value.slice(0, 5)}` : daySaid(date);
    },
    fill: (value) => {
      const [first, ...time] = String(value ?? "").split("T");
      showDay(date, first);
      clock.value = time.join("T");
    },
    at: () => ({ ...spot, target: date }),
  };
}

/** What can be chosen, as pairs of value and label. @param {import("./controls.js").Desk} desk @param {Field} field @returns {[string, string][]} */
function choicesOf(desk, field) {
  const { language } = desk.words;
  const said = (/** @type {Intl.DisplayNamesType} */ type, /** @type {string[]} */ codes) => {
    const names = new Intl.DisplayNames([language], { type });
    const pairs = codes.map((code) => /** @type {[string, string]} */ ([code, names.of(code) ?? code]));
    return pairs.sort(([, one], [, other]) => one.localeCompare(other, language));
  };
  if (field.part === "language") return said("language", [...field.choices.keys()]);
  if (field.part === "country") return said("region", [...field.choices.keys()]);
  if (field.limits.format === "currency") return said("currency", desk.lists.currencies).map(([code, name]) => [code, `${name} (${code})`]);
  if (field.limits.format === "timezone") return desk.lists.timezones.map((/** @type {string} */ zone) => [zone, zone.replaceAll("_", " ")]);
  if (field.choices.size) return [...field.choices];
  return Object.entries(desk.lists.groups).map(([group, text]) => [group, text[language] ?? Object.values(text)[0]]);
}

/** @param {HTMLSelectElement} select @param {any} value */
function choose(select, value) {
  const text = value === undefined || value === null ? "" : String(value);
  if (![...select.options].some((one) => one.value === text)) select.append(new Option(text, text));
  select.value = text;
}

/** @type {Make} */
export function choice(desk, field, title) {
  const select = fresh("select", { className: "hub-input" });
  select.append(new Option(desk.words.form.choose, ""), ...choicesOf(desk, field).map(([value, label]) => new Option(label, value)));
  const { element, spot } = leaf(desk, field, title, select);
  return { element, read: () => select.value || undefined, fill: (value) => choose(select, value), at: () => spot };
}

/** @type {Make} */
export function whether(desk, field, title) {
  const select = fresh("select", { className: "hub-input hub-input--short" });
  select.append(new Option(desk.words.form.choose, ""), new Option(desk.words.form.yes, "true"), new Option(desk.words.form.no, "false"));
  const { element, spot } = leaf(desk, field, title, select);
  return {
    element,
    read: () => (select.value ? select.value === "true" : undefined),
    fill: (value) => choose(select, value),
    at: () => spot,
  };
}

/** Choices side by side; what is ticked first stands first. @type {Make} */
export function checks(desk, field, title) {
  const { element, inside, spot } = fieldset(desk, field, title);
  /** @type {Map<string, HTMLInputElement>} */
  const boxes = new Map();
  /** @type {string[]} */
  let ticked = [];
  for (const [value, label] of choicesOf(desk, /** @type {Field} */ (field.items))) {
    const check = stamped("hub-form-check");
    const box = /** @type {HTMLInputElement} */ (part(check, "input"));
    part(check, "span").textContent = label;
    box.value = value;
    box.addEventListener("change", () => {
      ticked = [...ticked.filter((one) => one !== value), ...(box.checked ? [value] : [])];
      changed(box);
    });
    boxes.set(value, box);
    inside.append(check);
  }
  inside.classList.add("hub-field__inside--checks");
  return {
    element,
    read: () => (ticked.length ? [...ticked] : undefined),
    fill: (values) => {
      ticked = [...(values ?? [])];
      for (const [value, box] of boxes) box.checked = ticked.includes(value);
    },
    at: () => ({ ...spot, target: [...boxes.values()][0] }),
  };
}
