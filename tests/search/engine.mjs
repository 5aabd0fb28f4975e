// The hub's engine in node: its files are read from a folder, where a browser would fetch them.

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { Engine } from "../../generator/skillshub/theme/scripts/search/engine.js";
import { Store } from "../../generator/skillshub/theme/scripts/search/store.js";
import { queryOf } from "../../generator/skillshub/theme/scripts/search/query.js";
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

/** The documents that have all that is typed. */
export async function full(given) {
  const { order, full } = await (await engine(given)).found({ typed: given.typed, typing: given.typing }, 10);
  return order.slice(0, full);
}

/** How many files each request reads, of an engine that has read its root alone. */
export async function files(given) {
  return Promise.all(given.requests.map(async (request) => {
    const opened = await engine(given);
    const fetched = opened.means.store.fetch;
    let count = 0;
    opened.means.store.fetch = (path) => (count++, fetched(path));
    await opened.find(request);
    return count;
  }));
}

/** The documents that are over. */
export async function over(given) {
  return [...(await engine(given)).over.entries()].filter(([, over]) => over).map(([document]) => document);
}

/** Of each form: the terms that have it. */
export async function having(given) {
  const { lexicon } = await engine(given);
  return Promise.all(given.forms.map(async (form) => (await lexicon.having(form)).map((one) => one.term)));
}

/** Of each term: its forms, and its rows of heads and of bodies. */
export async function rows(given) {
  const { lexicon } = await engine(given);
  const told = async (term) => {
    const found = await lexicon.term(term);
    return found ? [found.forms, await found.head(), await found.body()] : null;
  };
  return Promise.all(given.terms.map(told));
}

/** Forms that are noted where one would look for them, though their term lies elsewhere. */
export async function notes(given) {
  const { lexicon } = await engine(given);
  const slices = await Promise.all(lexicon.keys.map((_, place) => lexicon.slice(place)));
  return slices.flatMap((slice) => slice.notes);
}

/** What each of the words may go on as, what it may have been, and what ends otherwise. */
export async function spelled(given) {
  const { meanings } = await engine(given);
  const { spelling } = await meanings.further();
  const told = async ([word, typing, slips]) => [await spelling.completions(word, meanings.most(word)), await spelling.corrections(word, typing, slips)];
  return Promise.all(given.words.map(told));
}

/** Counts of choices for each request, and the documents in its order. */
export async function narrowed(given) {
  const opened = await engine(given);
  const further = await opened.further();
  const told = async (request) => [await further.facets(request, request.open), (await opened.found(request, 1e9)).order];
  return Promise.all(given.requests.map(told));
}

/** How each text is read as a query: how many words, of how many letters. */
export async function read(given) {
  const { root, stops } = await engine(given);
  const fields = root.fields.map(([name]) => name);
  const letters = (words) => words.reduce((sum, one) => sum + one.word.length, 0);
  return given.typed.map((typed) => {
    const { words, without, phrases } = queryOf(typed, fields, stops, true);
    const barring = without.flatMap((one) => one.words);
    return { words: words.length, without: without.length, letters: letters([...words, ...barring]), phrases: phrases.join("").length };
  });
}

/** What the worker answers to each round of requests, and how it asks for files, where the browser keeps damaged ones. */
export async function recovered(given) {
  const { serve } = await import("../../generator/skillshub/theme/scripts/search/worker.js");
  let hear;
  let asked = [];
  const waiting = [];
  const renewed = new Set();
  globalThis.self = { addEventListener: (_, listener) => (hear = listener), postMessage: (told) => waiting[told.id](told) };
  globalThis.fetch = async (url, { cache }) => {
    asked.push(cache);
    const bytes = await readFile(url);
    if (cache === "reload") renewed.add(url.href);
    const cut = !given.whole.some((name) => url.href.includes(name)) && !renewed.has(url.href);
    return { ok: true, arrayBuffer: async () => (cut ? bytes.subarray(0, 9) : bytes) };
  };
  serve();
  await hear({ data: { index: pathToFileURL(`${given.index}/`).href, scripts: pathToFileURL(`${given.scripts}/`).href } });
  const told = [];
  for (const requests of given.rounds) {
    const answers = requests.map((request) => new Promise((done) => hear({ data: { id: waiting.push(done) - 1, ask: "find", request } })));
    told.push({ answers: await Promise.all(answers), asked });
    asked = [];
  }
  return told;
}
