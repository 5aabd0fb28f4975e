// The hub's engine in node: its files are read from a folder, where a browser would fetch them.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Engine } from "../../generator/skillshub/theme/scripts/search/engine.js";
import { Store } from "../../generator/skillshub/theme/scripts/search/store.js";
import * as further from "../../generator/skillshub/theme/scripts/search/further.js";

export const means = ({ index, scripts }) => ({
  store: new Store(async (path) => new Uint8Array(await readFile(`${index}/${path}`))),
  stemmers: async (language) => (await import(pathToFileURL(`${scripts}/stem-${language}.js`).href)).stem,
  further: async () => further,
});

export const engine = (given) => Engine.open(means(given));

/** The documents that each request finds, its cards, or why not. */
export async function answers(given) {
  const opened = await engine(given);
  const found = [];
  for (const request of given.requests) found.push(await answer(opened, request));
  return found;
}

async function answer(opened, request) {
  try {
    const { items, ...told } = await opened.find(request);
    return { ...told, documents: items.map((item) => item.document), items: request.cards ? items : [] };
  } catch (error) {
    return { failed: String(error?.stack ?? error), documents: [], items: [] };
  }
}
