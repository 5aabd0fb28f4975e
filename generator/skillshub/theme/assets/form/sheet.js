// @ts-check
// The sheet of one kind: all its fields as controls, its file's name, and what is wrong with what is filled in.

import { controlsOf, fillAll, readAll } from "./groups.js";
import { fresh, leaf } from "./frames.js";
import { misfits } from "./judge.js";
import { against } from "./rules.js";
import { isSlug, slugOf } from "./slug.js";
import { fieldAt } from "./tree.js";
import { filled, wordsFor } from "./wording.js";
import { LARGEST, yamlOf } from "./yaml.js";
import { titleOf } from "./card.js";

/** @typedef {import("./controls.js").Desk} Desk */
/** @typedef {import("./controls.js").Spot} Spot */
/** @typedef {import("./tree.js").Field} Field */
/** @typedef {import("./wording.js").Finding} Finding */

const LAST = ["status", "updated"]; // every entry has them, and they are filled in already

/** @param {Desk} desk @param {Field} tree @param {string} entry "" for a new one @param {HTMLElement} needed @param {HTMLElement} more */
export function sheetOf(desk, tree, entry, needed, more) {
  const fields = [...tree.fields.values()];
  const isLast = (/** @type {Field} */ field) => LAST.includes(field.name);
  const required = fields.filter((field) => field.required && !isLast(field));
  const first = controlsOf(desk, required, needed);
  const file = fileName(desk, entry);
  needed.children[0].after(file.element);
  const last = controlsOf(desk, fields.filter(isLast), needed);
  const rest = controlsOf(desk, fields.filter((field) => !field.required), more);
  const controls = new Map([...first, ...last, ...rest]);

  /** Fields are called what their labels say. @param {import("./tree.js").Way} way */
  const nameOf = (way) => fieldAt(tree, way)?.title || String(way.at(-1));
  const voice = { words: desk.words, nameOf };
  const read = () => readAll(controls) ?? {};

  /** @param {any} value @returns {Finding[]} */
  function judged(value) {
    const found = wordsFor(misfits(tree, value, desk.lists), voice, desk.kind);
    const today = new Date().toISOString().slice(0, 10);
    const ground = { kind: desk.kind, slug: file.read(), today, lists: desk.lists, names: desk.names, tree, said: desk.words.rules };
    return [...file.judged(), ...(found.length ? found : [...against(value, ground), ...tooLarge(value)])];
  }

  /** @param {any} value @returns {Finding[]} */
  function tooLarge(value) {
    const size = new TextEncoder().encode(yamlOf(desk.kind, value, tree)).length;
    if (size <= LARGEST) return [];
    const values = { size: Math.ceil(size / 1024), limit: LARGEST / 1024 };
    return [{ way: ["description"], code: "too-large", message: filled(desk.words.form["too-large"], values) }];
  }

  return {
    read, judged, file,
    text: (/** @type {any} */ value) => yamlOf(desk.kind, value, tree),
    fill: (/** @type {any} */ value) => fillAll(controls, value),
    /** Where it is said what a finding says. @param {Finding} finding @returns {Spot} */
    spot: ({ way, name, code }) => {
      if (code === "file-name" || code === "address-taken") return file.spot;
      const [field, ...below] = name ? [...way, name] : way;
      return (controls.get(String(field)) ?? [...controls.values()][0]).at(below);
    },
    /** The name of a new file follows the title until somebody writes another. @param {any} value */
    follow: (value) => file.follow(titleOf(value)),
  };
}

/** @param {Desk} desk @param {string} entry */
function fileName(desk, entry) {
  const { form } = desk.words;
  const input = fresh("input", { className: "hub-input", type: "text", spellcheck: false, readOnly: Boolean(entry), value: entry });
  input.setAttribute("autocapitalize", "none");
  const folder = `content/${desk.lists.folders[desk.kind]}/`;
  const description = filled(form[entry ? "file-fixed" : "file-help"], { folder });
  const field = /** @type {any} */ ({ name: "file", description, examples: [], required: true, refersTo: "", choices: new Map() });
  const { element, spot } = leaf(desk, field, form["file-name"], input);
  let named = Boolean(entry);
  input.addEventListener("input", () => (named = input.value !== ""));

  /** @returns {Finding[]} */
  function judged() {
    const name = input.value.trim();
    if (!name) return [{ way: [], code: "file-name", message: form["no-file-name"] }];
    if (!isSlug(name)) return [{ way: [], code: "file-name", message: form["bad-file-name"] }];
    const taken = !entry && Object.hasOwn(desk.names[desk.kind] ?? {}, name);
    return taken ? [{ way: [], code: "address-taken", message: filled(form.taken, { name }) }] : [];
  }
  return {
    element, spot, judged, folder,
    read: () => input.value.trim(),
    isNamed: () => named,
    path: () => `${folder}${input.value.trim() || "…"}.yml`,
    /** @param {string} name @param {boolean} byHand */
    fill: (name, byHand) => {
      input.value = name;
      named = byHand;
    },
    /** @param {any} title */
    follow: (title) => {
      if (named) return;
      const texts = title && typeof title === "object" ? Object.values(title) : [title ?? ""];
      input.value = slugOf(String(title?.en ?? texts[0] ?? ""));
    },
  };
}
