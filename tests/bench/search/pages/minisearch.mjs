// MiniSearch as its documentation advises for searching as one types: prefixes, and a fifth of a word's letters wrong.
import MiniSearch from "./library.mjs";

const OPTIONS = {
  fields: ["title", "summary", "text"],
  storeFields: ["title", "summary"],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 8, summary: 3 } },
};

export function make(documents) {
  const index = new MiniSearch(OPTIONS);
  index.addAll(documents);
  return JSON.stringify(index);
}

export async function open() {
  const answer = await fetch("index.json");
  const index = MiniSearch.loadJSON(await answer.text(), OPTIONS);
  return (words) => index.search(words).slice(0, 10);
}
