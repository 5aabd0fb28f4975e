// FlexSearch: a Document index whose words are found by their beginnings and by how they sound, best matches first.
import FlexSearch from "./library.mjs";

const STORE = ["title", "summary"];

function empty() {
  const encoder = FlexSearch.Charset.LatinBalance;
  const fields = ["title", "summary", "text"].map((field) => ({ field, tokenize: "forward", encoder }));
  return new FlexSearch.Document({ document: { id: "id", store: STORE, index: fields } });
}

export async function make(documents) {
  const index = empty();
  for (const one of documents) index.add(one);
  const parts = {};
  await index.export((name, part) => {
    parts[name] = part;
  });
  return JSON.stringify(parts);
}

export async function open() {
  const answer = await fetch("index.json");
  const index = empty();
  for (const [name, part] of Object.entries(await answer.json())) await index.import(name, part);
  return (words) => {
    const found = index.search(words, { limit: 10, suggest: true, enrich: true, merge: true });
    return found.slice(0, 10).map(({ id, doc }) => ({ id, title: doc.title, summary: doc.summary }));
  };
}
