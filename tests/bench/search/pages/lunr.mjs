// lunr.js, the whole index at once, asked as its guide says for searching as one types: term^10 term*^5 term~1.
import lunr from "./library.mjs";

export function make(documents) {
  const index = lunr(function () {
    this.ref("id");
    this.field("title", { boost: 8 });
    this.field("summary", { boost: 3 });
    this.field("text");
    for (const one of documents) this.add(one);
  });
  const shown = Object.fromEntries(documents.map(({ id, title, summary }) => [id, { id, title, summary }]));
  return JSON.stringify({ index, shown });
}

export async function open() {
  const answer = await fetch("index.json");
  const { index: written, shown } = await answer.json();
  const index = lunr.Index.load(written);
  return (words) => index.query((query) => ask(query, words)).slice(0, 10).map(({ ref }) => shown[ref]);
}

function ask(query, words) {
  const terms = lunr.tokenizer(words);
  query.term(terms, { boost: 10 });
  query.term(terms, { boost: 5, wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
  query.term(terms, { editDistance: 1, usePipeline: false });
}
