// @ts-check
// The worker: questions from the page in, answers out. The page stays free, whatever is asked.
//
// First it is told where the index lies: { index, scripts }. Then { id, ask, request, open } is answered by { id, answer },
// or by { id, failed }, which says why: "missing" (a file is not there, or the network), "broken", "outdated".

import { Engine } from "./engine.js";
import { Outdated, Store } from "./store.js";

/** @type {{ index: string, scripts: string }} */
let where;
/** @type {Promise<Engine> | undefined} */
let engine;

/** @param {string} path @param {boolean} fresh */
async function fetched(path, fresh) {
  const answer = await fetch(new URL(path, where.index), { cache: fresh ? "reload" : "default" });
  if (!answer.ok) throw new Missing();
  return new Uint8Array(await answer.arrayBuffer());
}

class Missing extends Error {}

/** @type {import("./meaning.js").Stemmers} */
const stemmers = async (language) => (await import(new URL(`stem-${language}.js`, where.scripts).href)).stem;

/** @param {boolean} fresh */
const means = (fresh) => ({
  store: new Store((path) => fetched(path, fresh)),
  stemmers,
  further: () => import(new URL("hub-further.js", where.scripts).href),
});

/** What stands on the host may be newer than what was read: then the root is read again, once. @param {any} question */
async function answered(question) {
  engine ??= Engine.open(means(false));
  try {
    return await asked(await engine, question);
  } catch (error) {
    engine = undefined;
    if (error instanceof Outdated || question.again) throw error;
    engine = Engine.open(means(true));
    return answered({ ...question, again: true });
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
      where = data;
      return;
    }
    try {
      self.postMessage({ id: data.id, answer: await answered(data) });
    } catch (error) {
      engine = undefined;
      self.postMessage({ id: data.id, failed: reason(error) });
    }
  });
}
