// @ts-check
// What a kind of entry asks for: the schema's web of references as one tree of fields, as forms.py makes it. Judges
// nothing and shows nothing.

/** One field, or a whole entry: what it is called, what it may hold.
 * @typedef {object} Field
 * @property {string} name as written in the file; "" for an entry and for an item of a list
 * @property {string} part what it is made of, when schemas share it: "language", "url"
 * @property {string} title
 * @property {string} description
 * @property {boolean} required
 * @property {string[]} types
 * @property {Map<string, string>} choices value -> label
 * @property {any[]} examples
 * @property {string} refersTo the kind of entry that it names
 * @property {Record<string, any>} limits keyword -> what the schema says there
 * @property {Map<string, Field>} fields of a thing with named fields
 * @property {boolean} closed whether it can have no other fields
 * @property {Field | undefined} items
 * @property {Field | undefined} keys what the names may be, where they are free
 * @property {Field | undefined} values what such names hold
 */

/** @typedef {Record<string, any>} Schema */
/** @typedef {(string | number)[]} Way */

/** Keywords that limit a value. Others than these and those below are not known: a test holds schema/ against them. */
export const LIMITS = [
  "minLength", "maxLength", "pattern", "format", "minItems", "maxItems", "uniqueItems", "minProperties",
  "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
];
export const STRUCTURE = ["type", "enum", "properties", "required", "additionalProperties", "items", "propertyNames", "$ref"];
export const NOTES = ["$schema", "$defs", "title", "description", "examples", "enumDescriptions", "x-refers-to"];

/** The tree of a kind. @param {Record<string, Schema>} documents by file name @param {string} kind
 * @param {(message: string) => string} say @returns {Field} */
export function treeOf(documents, kind, say = (message) => message) {
  const home = `${kind}.schema.json`;
  return field({ documents, say }, home, documents[home], "", false);
}

/** @param {{documents: Record<string, Schema>, say: (message: string) => string}} library @param {string} home
 * @param {Schema} schema @param {string} name @param {boolean} required @returns {Field} */
function field(library, home, schema, name, required) {
  const examples = schema.examples;
  const [place, whole, part] = followed(library.documents, home, schema);
  /** @param {Schema | undefined} below */
  const some = (below) => (below && typeof below === "object" ? field(library, place, below, "", false) : undefined);
  const choices = whole.enum ?? [];
  const labels = whole.enumDescriptions ?? choices;
  const needed = whole.required ?? [];
  return {
    name, part, required,
    title: library.say(whole.title ?? ""),
    description: library.say(whole.description ?? ""),
    types: [whole.type ?? []].flat(),
    choices: new Map(choices.map((/** @type {string} */ one, /** @type {number} */ at) => [one, library.say(labels[at])])),
    examples: examples ?? (whole["x-refers-to"] ? [] : (whole.examples ?? [])),
    refersTo: whole["x-refers-to"] ?? "",
    limits: Object.fromEntries(LIMITS.filter((limit) => limit in whole).map((limit) => [limit, whole[limit]])),
    fields: new Map(
      Object.entries(whole.properties ?? {}).map(([one, below]) => [one, field(library, place, below, one, needed.includes(one))]),
    ),
    closed: whole.additionalProperties === false,
    items: some(whole.items),
    keys: some(whole.propertyNames),
    values: some(whole.additionalProperties),
  };
}

/** The schema with what it refers to laid under it: the nearer words win.
 * @param {Record<string, Schema>} documents @param {string} home @param {Schema} schema @returns {[string, Schema, string]} */
function followed(documents, home, schema) {
  let part = "";
  while ("$ref" in schema) {
    const [document, pointer] = schema.$ref.split("#");
    home = document || home;
    /** @type {any} */
    let target = documents[home];
    for (const step of pointer.split("/").filter(Boolean)) {
      target = target[step];
      part = step;
    }
    const { $ref: _, ...own } = schema;
    schema = { ...target, ...own };
  }
  return [home, schema, part];
}

/** The field at the end of a way; undefined where the tree knows nothing. @param {Field | undefined} root @param {Way} way */
export function fieldAt(root, way) {
  let here = root;
  for (const step of way) here = typeof step === "number" ? here?.items : (here?.fields.get(step) ?? here?.values);
  return here;
}

/** Every way to the name of another entry, with the kind of that entry; "*" is each item of a list.
 * @param {Field} root @returns {[string[], string][]} */
export function referencesIn(root) {
  /** @type {[string[], string][]} */
  const found = root.refersTo ? [[[], root.refersTo]] : [];
  if (root.items) found.push(...referencesIn(root.items).map(([way, kind]) => /** @type {[string[], string]} */ ([["*", ...way], kind])));
  for (const [name, below] of root.fields) {
    found.push(...referencesIn(below).map(([way, kind]) => /** @type {[string[], string]} */ ([[name, ...way], kind])));
  }
  return found;
}
