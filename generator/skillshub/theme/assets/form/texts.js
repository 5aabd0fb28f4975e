// @ts-check
// A text in one language, or in several: one begins with a plain field and adds translations to it.

import { anId, changed, fresh, leaf } from "./frames.js";
import { inputFor, keeping } from "./plain.js";
import { filled } from "./wording.js";

/** @typedef {import("./controls.js").Make} Make */
/** @typedef {import("./controls.js").Desk} Desk */
/** @typedef {import("./controls.js").Control} Control */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Input */
/** @typedef {{box: HTMLElement, input: Input, language: HTMLSelectElement, label: HTMLLabelElement | null}} Parts */
/** @typedef {Parts & Pick<Control, "read" | "fill">} Row */

/** @type {Make} */
export function texts(desk, field, title) {
  const rowsBox = fresh("div", { className: "hub-texts" });
  const add = fresh("button", { className: "hub-button hub-field__add", type: "button" });
  add.textContent = desk.words.form["add-translation"];
  /** @type {Row[]} */
  let rows = [];
  let byLanguage = false; // whether each text names its language, or there is one text alone

  const codes = [...(field.keys?.choices.keys() ?? [])];
  const head = row(desk, field, title, null);
  const { element, spot } = leaf(desk, field, title, head.input, rowsBox);
  add.setAttribute("aria-label", `${add.textContent}: ${title}`);
  element.append(add);

  /** Its language; the long list is made when it is first needed. @param {Row} one @param {string} code */
  function speak(one, code) {
    if (!one.language.options.length) one.language.append(...codes.map((each) => new Option(desk.languageName(each), each)));
    one.language.value = code;
  }

  /** @param {Row} one */
  function place(one) {
    rows.push(one);
    rowsBox.append(one.box);
    one.language.addEventListener("change", () => show());
  }

  function show() {
    const taken = rows.map((one) => one.language.value);
    for (const one of rows) {
      one.language.parentElement?.toggleAttribute("hidden", !byLanguage);
      if (one.label) one.label.textContent = filled(desk.words.form["in-language"], { title, language: desk.languageName(one.language.value) });
      for (const option of one.language.options) option.disabled = taken.includes(option.value) && option.value !== one.language.value;
    }
  }

  function another(/** @type {string} */ language) {
    const one = row(desk, field, title, () => {
      rows = rows.filter((other) => other !== one);
      one.box.remove();
      byLanguage = rows.length > 1 || head.language.value !== desk.mainLanguage();
      add.focus();
      show();
      changed(element);
    });
    speak(one, language);
    place(one);
    return one;
  }

  add.addEventListener("click", () => {
    if (!byLanguage) speak(head, desk.mainLanguage());
    byLanguage = true;
    const taken = rows.map((one) => one.language.value);
    const next = [...desk.lists.languages, ...codes].find((code) => !taken.includes(code));
    another(next).input.focus();
    show();
    changed(element);
  });

  /** @param {any} value */
  function fill(value) {
    for (const one of rows.slice(1)) one.box.remove();
    rows = rows.slice(0, 1);
    const several = value && typeof value === "object";
    byLanguage = Boolean(several);
    const pairs = several ? Object.entries(value) : [[desk.mainLanguage(), value]];
    for (const [number, [language, text]] of pairs.entries()) {
      const one = number ? another(language) : head;
      if (several) speak(one, language);
      one.fill(text);
    }
    show();
  }

  place(head);
  show();
  return {
    element, fill,
    read: () => {
      if (!byLanguage) return head.read();
      const pairs = rows.map((one) => [one.language.value, one.read()]).filter(([, text]) => text !== undefined);
      return pairs.length ? Object.fromEntries(pairs) : undefined;
    },
    at: ([language]) => {
      const input = rows.find((one) => byLanguage && one.language.value === language)?.input;
      return input ? { ...spot, target: input } : spot;
    },
  };
}

/** One text with its language. The first wears the label of the whole field. @param {Desk} desk
 * @param {import("./tree.js").Field} field @param {string} title @param {(() => void) | null} remove @returns {Row} */
function row(desk, field, title, remove) {
  const input = inputFor(field.limits.maxLength ?? 0);
  input.id = anId();
  const language = fresh("select", { className: "hub-input hub-input--short", id: anId() });
  language.setAttribute("aria-label", `${desk.words.form.language}: ${title}`);
  const beside = fresh("div", { className: "hub-texts__language" });
  beside.append(language);
  const box = fresh("div", { className: "hub-texts__row" });
  const label = remove ? fresh("label", { className: "hub-field__label", htmlFor: input.id }) : null;
  if (label) box.append(label);
  box.append(input, beside);
  if (remove) {
    const button = fresh("button", { className: "hub-button hub-item__remove", type: "button", textContent: desk.words.form["remove-translation"] });
    button.addEventListener("click", remove);
    beside.append(button);
  }
  return { box, input, language, label, ...keeping(input) };
}
