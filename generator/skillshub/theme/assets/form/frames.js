// @ts-check
// The frame of a field: its name, its help with an example, and the place where it is said what is wrong.

import { filled } from "./wording.js";

/** @typedef {import("./tree.js").Field} Field */
/** @typedef {import("./controls.js").Spot} Spot */
/** @typedef {import("./controls.js").Desk} Desk */

/** Formats for which the browser has a field of its own, in the writing of the place. */
const SHOWN_BY_BROWSER = ["date", "moment", "timezone", "currency"];

let made = 0;

/** A name for an element, used once. */
export const anId = () => `hub-f${++made}`;

/** A copy of what a template holds. @param {string} id @returns {HTMLElement} */
export function stamped(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
}

/** @param {ParentNode} element @param {string} selector @returns {HTMLElement} */
export const part = (element, selector) => /** @type {HTMLElement} */ (element.querySelector(selector));

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {Record<string, any>} properties @returns {HTMLElementTagNameMap[T]} */
export const fresh = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

/** The help of a field, with its example. @param {Desk} desk @param {Field} field */
function helpOf(desk, field) {
  const example = field.examples.find((one) => typeof one !== "object");
  const help = field.refersTo ? desk.words.form.search : field.description;
  const said = help && !/[.?!]$/.test(help) ? `${help}.` : help;
  const shown = field.choices.size || field.refersTo || SHOWN_BY_BROWSER.includes(field.limits?.format ?? "");
  return [said, example === undefined || shown ? "" : filled(desk.words.form.example, { example })].filter(Boolean).join(" ");
}

/** The frame around one input: a label. @param {Desk} desk @param {Field} field @param {string} title
 * @param {HTMLElement} input @param {HTMLElement} [inside] @returns {{element: HTMLElement, spot: Spot}} */
export function leaf(desk, field, title, input, inside = input) {
  const element = stamped("hub-form-leaf");
  input.id ||= anId();
  const label = /** @type {HTMLLabelElement} */ (part(element, ".hub-field__label"));
  label.htmlFor = input.id;
  const spot = framed(desk, field, title, element, input);
  element.append(inside);
  return { element, spot };
}

/** The frame around several inputs: a fieldset. @param {Desk} desk @param {Field} field @param {string} title
 * @returns {{element: HTMLElement, inside: HTMLElement, spot: Spot}} */
export function fieldset(desk, field, title) {
  const element = stamped("hub-form-group");
  const spot = framed(desk, field, title, element, element);
  element.tabIndex = -1;
  return { element, inside: part(element, ".hub-field__inside"), spot };
}

/** @param {Desk} desk @param {Field} field @param {string} title @param {HTMLElement} element @param {HTMLElement} target @returns {Spot} */
function framed(desk, field, title, element, target) {
  const [label, help, wrong] = ["label", "help", "wrong"].map((name) => part(element, `.hub-field__${name}`));
  element.dataset.field = field.name;
  label.textContent = title;
  if (field.required) label.append(fresh("span", { className: "hub-field__must", textContent: ` (${desk.words.form.required})` }));
  help.textContent = helpOf(desk, field);
  help.hidden = !help.textContent;
  help.id = anId();
  wrong.id = anId();
  const describe = () => {
    const ids = [help.hidden ? "" : help.id, wrong.hidden ? "" : wrong.id].filter(Boolean).join(" ");
    if (ids) target.setAttribute("aria-describedby", ids);
    else target.removeAttribute("aria-describedby");
  };
  describe();
  return {
    title, target, element,
    wrong: (message) => {
      wrong.textContent = message;
      wrong.hidden = !message;
      element.classList.toggle("hub-field--wrong", Boolean(message));
      if (target !== element && message) target.setAttribute("aria-invalid", "true");
      else target.removeAttribute("aria-invalid");
      describe();
    },
  };
}

/** Tell the form that something changed which is no typing. @param {HTMLElement} element */
export const changed = (element) => element.dispatchEvent(new Event("input", { bubbles: true }));
