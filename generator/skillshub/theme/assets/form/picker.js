// @ts-check
// Names of other entries: one types a few letters and chooses among the titles of the catalogue (a combobox with a
// list, as the ARIA Authoring Practices describe it). What was typed and is no name stays: the check will say so.

import { anId, changed, fieldset, fresh, leaf } from "./frames.js";
import { cleaned } from "./yaml.js";
import { filled } from "./wording.js";

/** @typedef {import("./controls.js").Make} Make */
/** @typedef {import("./controls.js").Desk} Desk */
/** @typedef {import("./tree.js").Field} Field */
/** @typedef {[string, string]} Name slug, title */

const MOST = 40;

/** @param {string} text */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");

/** Titles that hold all the words, those that begin with them first. @param {Name[]} names @param {string} words */
function matching(names, words) {
  const wanted = folded(words).split(/[\s-]+/).filter(Boolean);
  const found = names.filter(([slug, title]) => wanted.every((word) => folded(`${title} ${slug}`).includes(word)));
  const begins = (/** @type {Name} */ [, title]) => (wanted.length && folded(title).startsWith(wanted[0]) ? 0 : 1);
  return found.sort((one, other) => begins(one) - begins(other));
}

/** The names that can be chosen: what is shown, and not archived. @param {Record<string, string[] | null>} known @returns {Name[]} */
export function offered(known) {
  const shown = Object.entries(known ?? {}).filter(([, one]) => one && !one[1]?.includes("archived"));
  return shown.map(([slug, one]) => /** @type {Name} */ ([slug, one?.[0] ?? slug])).sort(([, one], [, other]) => one.localeCompare(other));
}

/** The input, its list and what it says. @param {Desk} desk @param {Name[]} names @param {(name: Name) => void} take */
export function combobox(desk, names, take) {
  const input = fresh("input", { className: "hub-input", type: "text", id: anId(), autocomplete: "off" });
  const options = fresh("ul", { className: "hub-picker__list", id: anId(), hidden: true });
  const status = fresh("p", { className: "hub-hidden" });
  const box = fresh("div", { className: "hub-picker" });
  /** @type {Name[]} */
  let found = [];
  let at = -1;
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": options.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  options.setAttribute("role", "listbox");
  status.setAttribute("role", "status");
  box.append(input, options, status);

  function open() {
    found = matching(names, input.value).slice(0, MOST);
    at = -1;
    options.replaceChildren(...found.map((name, number) => option(name, number)));
    show(true);
    status.textContent = found.length ? filled(desk.words.form.found, { count: found.length }) : desk.words.form["nothing-found"];
  }

  /** @param {Name} name @param {number} number */
  function option([slug, title], number) {
    const item = fresh("li", { className: "hub-picker__option", id: `${options.id}-${number}`, textContent: title });
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.slug = slug;
    item.addEventListener("pointerdown", (event) => event.preventDefault()); // the input keeps the focus
    item.addEventListener("click", () => choose(number));
    return item;
  }

  /** @param {boolean} whether */
  function show(whether) {
    options.hidden = !whether || !found.length;
    input.setAttribute("aria-expanded", String(!options.hidden));
    if (options.hidden) input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} number */
  function mark(number) {
    at = (number + found.length) % found.length;
    for (const [one, item] of [...options.children].entries()) item.setAttribute("aria-selected", String(one === at));
    input.setAttribute("aria-activedescendant", `${options.id}-${at}`);
    options.children[at].scrollIntoView({ block: "nearest" });
  }

  /** @param {number} number */
  function choose(number) {
    const name = found[number];
    show(false);
    take(name);
    status.textContent = filled(desk.words.form.chosen, { name: name[1] });
    changed(input);
  }

  /** Key -> what it does; only while the list is open, but for the arrow that opens it. @type {Record<string, () => void>} */
  const KEYS = { ArrowDown: () => mark(at + 1), ArrowUp: () => mark(at < 0 ? -1 : at - 1), Enter: () => choose(at < 0 ? 0 : at), Escape: () => show(false) };
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && options.hidden) open();
    if (event.key === "Enter") event.preventDefault(); // it chooses, and never sends the form
    const isEmpty = event.key === "Enter" && at < 0 && !input.value.trim();
    if (options.hidden || !KEYS[event.key] || !found.length || isEmpty) return;
    event.preventDefault();
    event.stopPropagation();
    KEYS[event.key]();
  });
  input.addEventListener("input", (event) => event.isTrusted && open());
  input.addEventListener("blur", () => show(false));
  return { input, box };
}

/** The name that a typed text means, or the text. @param {Name[]} names @param {string} text */
function meant(names, text) {
  const typed = cleaned(text).trim();
  const found = names.find(([slug, title]) => slug === typed || folded(title) === folded(typed));
  return found ? found[0] : typed || undefined;
}

/** @type {Make} */
export function picker(desk, field, title) {
  const known = desk.names[field.refersTo] ?? {};
  const names = offered(known);
  /** @param {any} slug */
  const show = (slug) => void (input.value = slug === undefined ? "" : (known[slug]?.[0] ?? String(slug)));
  /** @type {[string, any]} */
  let chosen = ["", undefined]; // two entries may have one title: what was chosen holds until somebody types
  const { input, box } = combobox(desk, names, ([slug]) => fill(slug));
  const { element, spot } = leaf(desk, field, title, input, box);

  function fill(/** @type {any} */ slug) {
    show(slug);
    chosen = [input.value, slug ?? undefined];
  }
  return { element, fill, read: () => (input.value === chosen[0] ? chosen[1] : meant(names, input.value)), at: () => spot };
}

/** Several names, or the one word that stands for all of them. @type {Make} */
export function pickers(desk, field, title) {
  const own = /** @type {Field} */ (field.items);
  const known = desk.names[own.refersTo] ?? {};
  const names = offered(known);
  const { element, inside, spot } = fieldset(desk, { ...field, description: `${field.description}. ${desk.words.form.search}`, examples: [] }, title);
  /** @type {any[]} */
  let chosen = [];
  const chips = fresh("ul", { className: "hub-chips" });
  const { input, box } = combobox(desk, names, ([slug]) => {
    input.value = "";
    if (!chosen.includes(slug)) chosen.push(slug);
    show();
  });
  input.setAttribute("aria-label", title);
  const everywhere = field.types.includes("string") ? tickbox(desk.words.form.everywhere) : null;
  everywhere?.box.addEventListener("change", () => show());

  function show() {
    chips.replaceChildren(...chosen.map(chip));
    chips.hidden = !chosen.length;
    box.hidden = Boolean(everywhere?.box.checked);
  }

  /** @param {any} slug */
  function chip(slug) {
    const name = known[slug]?.[0] ?? String(slug);
    const button = fresh("button", { className: "hub-chip", type: "button", textContent: `${name} ` });
    button.append(fresh("span", { className: "hub-icon hub-icon--close", ariaHidden: "true" }));
    button.setAttribute("aria-label", filled(desk.words.form["take-away"], { name }));
    button.addEventListener("click", () => {
      chosen = chosen.filter((one) => one !== slug);
      show();
      input.focus();
      changed(input);
    });
    const item = fresh("li");
    item.append(button);
    return item;
  }

  inside.append(...(everywhere ? [everywhere.label] : []), chips, box);
  show();
  return {
    element,
    read: () => {
      if (everywhere?.box.checked) return "everywhere";
      const all = [...chosen, ...[meant(names, input.value)].filter((one) => one !== undefined)];
      return all.length ? all : undefined;
    },
    fill: (value) => {
      if (everywhere) everywhere.box.checked = value === "everywhere";
      chosen = Array.isArray(value) ? [...value] : [];
      input.value = "";
      show();
    },
    at: () => ({ ...spot, target: everywhere?.box.checked ? everywhere.box : input }),
  };
}

/** @param {string} words */
function tickbox(words) {
  const box = fresh("input", { type: "checkbox" });
  const label = fresh("label", { className: "hub-check" });
  label.append(box, fresh("span", { textContent: words }));
  return { box, label };
}
