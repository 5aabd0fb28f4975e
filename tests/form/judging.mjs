// The form's own judgement, without a browser: reads {words, lists, documents, names, entries} and answers what is wrong
// with each entry.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`);
const load = (name) => import(new URL(name, folder));
const [{ treeOf, LIMITS, STRUCTURE, NOTES }, { misfits }, { wordsFor }, { against }, { yamlOf, cleaned }, { slugOf, isSlug }, { KNOWN_FORMATS }, { stackOf }, { wayFor }] =
  await Promise.all(["tree.js", "judge.js", "wording.js", "rules.js", "yaml.js", "slug.js", "formats.js", "opening.js", "sending.js"].map(load));
const asked = JSON.parse(readFileSync(0, "utf8"));
const { words, lists, documents, names, today, voiced } = asked;
const nameOf = (way) => way.at(-1);
const trees = new Map();
const tree = (kind) => trees.get(kind) ?? trees.set(kind, treeOf(documents, kind)).get(kind);

function judged({ kind, slug, value }) {
  const found = wordsFor(misfits(tree(kind), value, lists), { words, nameOf }, kind);
  if (found.length || typeof value !== "object") return found;
  return against(value, { kind, slug, today, lists, names, tree: tree(kind), said: words.rules });
}

const answers = {
  judged: () => asked.entries.map(judged),
  written: () => asked.entries.map(({ kind, value }) => yamlOf(kind, value, tree(kind))),
  cleaned: () => asked.texts.map(cleaned),
  slugs: () => asked.texts.map((text) => [slugOf(text), isSlug(text)]),
  stacks: () => asked.texts.map((text) => stackOf(text, asked.count)),
  way: () => wayFor(asked.forge, asked.path, asked.text, asked.isNew, asked.words),
  keywords: () => ({ keywords: [...LIMITS, ...STRUCTURE, ...NOTES], formats: KNOWN_FORMATS }),
};
process.stdout.write(JSON.stringify(answers[asked.question]()));
