// @ts-check
// The worker: questions from the page in, answers out. The page stays free, whatever is asked.
//
// First it is told where the index lies: { index }. Then { id, ask, request, open } is answered by { id, answer },
// or by { id, failed }, which says why: "missing" (a file is not there, or the network), "broken", "outdated".

import { Engine } from "./engine.js";
import { Outdated, Store } from "./store.js";

/** @type {string} */
let where;
/** @type {Promise<Engine> | undefined} */
let engine;
let repeated = 0; // how often questions are asked again: first past what the browser keeps, then past what hosts between keep

/** @param {string} path */
async function fetched(path) {
  const answer = await fetch(new URL(repeated > 1 ? `${path}?${Date.now()}` : path, where), { cache: repeated ? "reload" : "default" });
  if (!answer.ok) throw new Missing();
  return new Uint8Array(await answer.arrayBuffer());
}

class Missing extends Error {}

/** A script beside this one, of the same version. @param {string} name */
export const beside = (name) => new URL(name + new URL(import.meta.url).search, import.meta.url).href;

/** One that came damaged is not asked for again by the same name. @param {string} name @returns {Promise<any>} */
const script = (name) => import(repeated ? `${beside(name)}?${Date.now()}` : beside(name));

/** @type {import("./meaning.js").Stemmers} */
const stemmers = async (language) => (await script(`stem-${language}.js`)).stem;

const means = () => ({ store: new Store(fetched), stemmers, further: () => script("hub-further.js") });

/** What was read may be older than what stands on the host, or damaged: then all is read anew, twice.
 * @param {any} question @returns {Promise<any>} */
async function answered(question, again = 0) {
  const mine = (engine ??= Engine.open(means()));
  try {
    return await asked(await mine, question);
  } catch (error) {
    if (engine === mine) engine = undefined; // another question may have opened a new one
    if (again > 1) throw error;
    repeated++;
    return answered(question, again + 1).finally(() => repeated--);
  }
}

/** @param {Engine} engine @param {any} question */
const asked = async (engine, { ask, request, open }) => (ask === "facets" ? (await engine.further()).facets(request, open) : engine.find(request));

/** @param {unknown} error */
function reason(error) {
  if (error instanceof Outdated) return "outdated";
  return error instanceof Missing || error instanceof TypeError ? "missing" : "broken"; // fetch fails with a TypeError
}

export function serve() {
  self.addEventListener("message", async ({ data }) => {
    if (data.index) {
      where = data.index;
      engine = Engine.open(means());
      engine.catch(() => {}); // whoever asks is told
      return;
    }
    try {
      self.postMessage({ id: data.id, answer: await answered(data) });
    } catch (error) {
      self.postMessage({ id: data.id, failed: reason(error) });
    }
  });
}
