// @ts-check
// An entry as the text of its file: fields in the order of the schema, texts in quotes wherever YAML 1.1 or 1.2 could
// read them as something else, long texts as blocks.

/** @typedef {import("./tree.js").Field} Field */

const SOMETHING_ELSE = /^(?:y|yes|n|no|on|off|true|false|null|nil|nan|inf)$/i;
const PLAIN = /^\p{L}[\p{L}\p{M}\p{Nd} ,;.!?()/&+=%_@’'–—-]*(?::[\p{L}\p{Nd}/][\p{L}\p{M}\p{Nd} ,;.!?()/&+=%_@’'–—-]*)*$/u;
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
export const LARGEST = 64 * 1024;

/** A text as a file may hold it: without what hides, and without spaces that nobody sees. @param {string} text */
export function cleaned(text) {
  const lines = text.normalize("NFC").replace(LINE_ENDS, "\n").replace(REFUSED, "").replace(/\t/g, "  ");
  return lines.replace(/[^\S\n]+$/gm, "").replace(/^\n+/, "").trimEnd();
}

/** The whole file. @param {string} kind @param {Record<string, any>} entry @param {Field} tree */
export function yamlOf(kind, entry, tree) {
  const first = `# yaml-language-server: $schema=../../schema/${kind}.schema.json`;
  return `${[first, ...group(entry, tree, "")].join("\n")}\n`;
}

/** @param {Record<string, any>} value @param {Field | undefined} field @param {string} indent @returns {string[]} */
function group(value, field, indent) {
  const known = [...(field?.fields.keys() ?? [])].filter((name) => name in value);
  const names = [...known, ...Object.keys(value).filter((name) => !known.includes(name))];
  return names.flatMap((name) => named(name, value[name], field?.fields.get(name) ?? field?.values, indent));
}

/** @param {string} name @param {any} value @param {Field | undefined} field @param {string} indent @returns {string[]} */
function named(name, value, field, indent) {
  const key = `${indent}${plainOrQuoted(name)}:`;
  if (Array.isArray(value)) return value.length ? [key, ...value.flatMap((one) => item(one, field?.items, `${indent}  `))] : [`${key} []`];
  if (typeof value === "object") return Object.keys(value).length ? [key, ...group(value, field, `${indent}  `)] : [`${key} {}`];
  const [head, ...more] = scalar(value, `${indent}  `);
  return [`${key} ${head}`, ...more];
}

/** An item of a list: a hyphen, then what it holds. @param {any} value @param {Field | undefined} field @param {string} indent @returns {string[]} */
function item(value, field, indent) {
  const isPlain = typeof value !== "object";
  const [head, ...more] = isPlain ? scalar(value, `${indent}  `) : group(value, field, `${indent}  `);
  return [`${indent}- ${head.trimStart()}`, ...more];
}

/** @param {any} value @param {string} indent @returns {string[]} */
function scalar(value, indent) {
  if (typeof value !== "string") return [String(value)];
  return isBlock(value) ? block(value, indent) : [plainOrQuoted(value)];
}

/** @param {string} text */
const isBlock = (text) => /\n/.test(text.trimEnd()) && !/^\s|[^\S\n]$|\n\n$/.test(text) && !/[^\S\n]\n|\n{2}$/.test(text);

/** @param {string} text @param {string} indent @returns {string[]} */
function block(text, indent) {
  const lines = text.replace(/\n$/, "").split("\n");
  return [text.endsWith("\n") ? "|" : "|-", ...lines.map((line) => (line ? indent + line : ""))];
}

/** @param {string} text */
function plainOrQuoted(text) {
  const isPlain = PLAIN.test(text) && !SOMETHING_ELSE.test(text) && text === text.trimEnd();
  return isPlain ? text : JSON.stringify(text);
}
