// @ts-check
// Controls made of controls: a group of fields, a list to which one adds, and lists by language.

import { changed, fieldset, fresh, part, stamped } from "./frames.js";
import { filled } from "./wording.js";

/** @typedef {import("./controls.js").Control} Control */
/** @typedef {import("./controls.js").Make} Make */
/** @typedef {import("./controls.js").Desk} Desk */
/** @typedef {import("./tree.js").Field} Field */
/** @typedef {import("./tree.js").Way} Way */

/** @type {Make} */
export function group(desk, field, title) {
  const { element, inside, spot } = fieldset(desk, field, title);
  const controls = controlsOf(desk, [...field.fields.values()], inside);
  inside.classList.add("hub-field__inside--fields");
  return {
    element,
    read: () => readAll(controls),
    fill: (value) => fillAll(controls, value),
    at: ([name, ...rest]) => controls.get(String(name))?.at(rest) ?? { ...spot, target: firstOf(inside) ?? element },
  };
}

/** Controls of several fields, put where they belong. @param {Desk} desk @param {Field[]} fields @param {HTMLElement} inside */
export function controlsOf(desk, fields, inside) {
  const controls = new Map(fields.map((field) => [field.name, desk.control(field)]));
  inside.append(...[...controls.values()].map((control) => control.element));
  return controls;
}

/** @param {Map<string, Control>} controls */
export function readAll(controls) {
  const pairs = [...controls].map(([name, control]) => [name, control.read()]).filter(([, value]) => value !== undefined);
  return pairs.length ? Object.fromEntries(pairs) : undefined;
}

/** @param {Map<string, Control>} controls @param {any} value */
export function fillAll(controls, value) {
  for (const [name, control] of controls) control.fill(value?.[name]);
}

/** @param {HTMLElement} inside @returns {HTMLElement | null} */
const firstOf = (inside) => inside.querySelector("input, select, textarea");

/** A list: each item is a control of its own, with a button to remove it; one adds further ones. @type {Make} */
export function list(desk, field, title) {
  const own = /** @type {Field} */ (field.items);
  const isText = own.types.includes("object") && own.types.includes("string"); // named for its sort, not for what it says
  const one = { ...own, title: isText || !own.title ? title : own.title, description: own.fields.size ? own.description : "" };
  const items = growing(desk, field, title, one.title, (number) => desk.control(one, number));
  return {
    element: items.element,
    read: () => {
      const values = items.controls().map((control) => control.read()).filter((value) => value !== undefined);
      return values.length ? values : undefined;
    },
    fill: (values) => items.fill(values ?? []),
    at: ([number, ...rest]) => {
      const filledIn = items.controls().filter((control) => control.read() !== undefined);
      return typeof number === "number" && filledIn[number] ? filledIn[number].at(rest) : items.spot();
    },
  };
}

/** Lists by language: one language a row, one word a line. @type {Make} */
export function keyed(desk, field, title) {
  const languages = /** @type {Field} */ ({ ...field.keys, name: "language", title: desk.words.form.language, description: "", examples: [] });
  const description = desk.words.form["one-per-line"];
  const own = { ...field.values?.items, name: "words", types: ["string"], title, limits: { maxLength: 2000 }, description, examples: [] };
  const lines = /** @type {Field} */ (own);
  const fields = new Map([["language", languages], ["words", lines]]);
  const row = /** @type {Field} */ ({ ...lines, title: "", description: "", types: ["object"], limits: {}, fields });
  const items = growing(desk, field, title, title, (number) => group(desk, row, number));
  const rows = () => items.controls().map((control) => control.read()).filter(Boolean);
  return {
    element: items.element,
    read: () => {
      const pairs = rows().map(({ language = "", words = "" }) => [language, words.split("\n").filter(Boolean)]);
      return pairs.length ? Object.fromEntries(pairs) : undefined;
    },
    fill: (value) => items.fill(Object.entries(value ?? {}).map(([language, words]) => ({ language, words: words.join("\n") }))),
    at: ([language]) => {
      const number = rows().findIndex((one) => one.language === language);
      return number < 0 ? items.spot() : items.controls()[number].at(["words"]);
    },
  };
}

/** What lists share: rows that come and go. A required list begins with one. @param {Desk} desk @param {Field} field
 * @param {string} title @param {string} oneTitle @param {(title: string) => Control} make */
function growing(desk, field, title, oneTitle, make) {
  const { element, inside, spot } = fieldset(desk, field, title);
  const add = fresh("button", { className: "hub-button hub-field__add", type: "button" });
  add.textContent = filled(desk.words.form.add, { title: oneTitle });
  /** @type {{control: Control, row: HTMLElement}[]} */
  let rows = [];
  const first = () => firstOf(inside) ?? add;

  /** @param {any} value */
  function append(value) {
    const row = stamped("hub-form-item");
    const values = { title: oneTitle, number: rows.length + 1 };
    const control = make(filled(desk.words.form.numbered, values));
    const remove = part(row, "button");
    remove.textContent = filled(desk.words.form.remove, values);
    remove.addEventListener("click", () => {
      rows = rows.filter((one) => one.row !== row);
      row.remove();
      add.focus();
      changed(element);
    });
    if (value !== undefined) control.fill(value);
    part(row, ".hub-item__inside").append(control.element);
    rows.push({ control, row });
    add.before(row);
    return row;
  }
  add.addEventListener("click", () => {
    firstOf(append(undefined))?.focus();
    changed(element);
  });
  inside.append(add);
  inside.classList.add("hub-field__inside--fields");
  if (field.required) append(undefined);
  return {
    element,
    spot: () => ({ ...spot, target: first() }),
    controls: () => rows.map(({ control }) => control),
    /** @param {any[]} values */
    fill: (values) => {
      for (const { row } of rows) row.remove();
      rows = [];
      for (const value of values) append(value);
      if (!rows.length && field.required) append(undefined);
    },
  };
}
