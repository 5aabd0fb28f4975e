// @ts-check
// What only some searches need, loaded when one does: spelling, filters, orders, quotations, exact names.

import { Columns, counted, having } from "./facets.js";
import { Identities } from "./identities.js";
import { Spelling } from "./spelling.js";

const DAY_ZERO = Date.UTC(2000, 0, 1) / 86_400_000;
const MOST_READ = 100; // documents whose texts are read for a quotation

/** @typedef {import("./engine.js").Request} Request */
/** @typedef {(document: number) => boolean} Passes */

export class Further {
  /** @param {import("./engine.js").Engine} engine @param {import("./store.js").Store} store */
  constructor(engine, store) {
    this.engine = engine;
    this.spelling = new Spelling(store, engine.root);
    this.columns = new Columns(store, engine.root);
    this.identities = new Identities(store, engine.root);
  }

  /** Counts of choices, each under all other filters; and what there would be without each filter.
   * @param {Request} request @param {string[]} open */
  async facets(request, open) {
    const filters = Object.entries(request.filters ?? {});
    const passes = await Promise.all(filters.map(async ([name, words]) => /** @type {[string, Passes]} */ ([name, await this.filter(name, words)])));
    const { order, full } = await this.engine.all({ ...request, filters: {}, sort: "" });
    const whole = order.slice(0, full);
    const every = whole.some((document) => passes.every(([, pass]) => pass(document))) ? whole : order; // what is listed
    const under = (/** @type {string} */ but) => every.filter((document) => passes.every(([name, pass]) => name === but || pass(document)));
    const counts = await arrived(open.map(async (name) => /** @type {const} */ ([name, await this.counts(name, under(name))])));
    const without = filters.map(([name]) => ({ name, count: under(name).length }));
    return { facets: Object.fromEntries(counts), without, total: under("").length };
  }

  /** @param {string} name @param {number[]} documents */
  async counts(name, documents) {
    const facet = await this.columns.facet(name);
    const { counts, groups } = counted(facet, documents);
    const choices = facet.choices.map(([word, label, group], place) => ({ word, label, group: group ?? "", count: counts[place] }));
    return { choices, groups: Object.entries(facet.groups).map(([word, label]) => ({ word, label, count: groups.get(word) ?? 0 })) };
  }

  /** @param {string} name @param {string[]} words @returns {Promise<Passes>} */
  async filter(name, words) {
    if (name !== "from" && name !== "until") return having(await this.columns.facet(name), words);
    const day = Date.parse(`${words[0]}T00:00:00Z`) / 86_400_000 - DAY_ZERO + 1;
    const starts = await this.columns.measure("start");
    if (Number.isNaN(day)) return () => true;
    return name === "from" ? (document) => starts[document] >= day : (document) => starts[document] > 0 && starts[document] <= day;
  }

  /** @param {Record<string, string[]>} filters @returns {Promise<Passes>} */
  async filters(filters) {
    const passes = await Promise.all(Object.entries(filters).map(([name, words]) => this.filter(name, words)));
    return (document) => passes.every((pass) => pass(document));
  }

  /** @param {number[]} order @param {Request} request */
  async sorted(order, { sort = "", filters = {} }) {
    const [by, from = ""] = sort.split(":");
    const measure = by === "near" ? await this.distances(from || (filters.region ?? [])[0] || "") : await this.columns.measure(by);
    const { over } = this.engine;
    const value = (/** @type {number} */ document) => measure[document] || Number.MAX_VALUE;
    return order.slice().sort((one, other) => over[one] - over[other] || value(one) - value(other) || one - other);
  }

  /** Kilometres from a region, and one more; what is held everywhere is at hand. @param {string} slug @returns {Promise<number[]>} */
  async distances(slug) {
    const facet = await this.columns.facet("region");
    const here = facet.choices.find((choice) => choice[0] === slug);
    const away = facet.choices.map((choice) => (choice[0] === "everywhere" ? 1 : here && choice.length > 4 && here.length > 4 ? 1 + kilometres(here, choice) : 0));
    return Array.from({ length: this.engine.root.documents }, (_, document) =>
      facet.of(document).reduce((least, choice) => Math.min(least, away[choice - 1] || Number.MAX_VALUE), Number.MAX_VALUE),
    );
  }

  /** Only documents that say the quoted words in a row, one more than are wanted: that tells whether there are more.
   * @param {number[]} candidates @param {string[]} phrases @param {number} most @returns {Promise<{ order: number[], whole: boolean }>} */
  async quoted(candidates, phrases, most) {
    const order = [];
    for (const document of candidates.slice(0, MOST_READ)) {
      if (order.length > most) break;
      if (await this.engine.says(document, phrases)) order.push(document);
    }
    return { order, whole: order.length <= most && candidates.length <= MOST_READ };
  }
}

/** What came of several; none of them only where none came. @template T @param {Promise<T>[]} several */
async function arrived(several) {
  const found = await Promise.allSettled(several);
  if (found.length && found.every(({ status }) => status === "rejected")) await several[0];
  return found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

/** @param {any[]} one @param {any[]} other choices of the region facet: their points are in degrees */
function kilometres(one, other) {
  const [lat, lon, lat2, lon2] = [one[3], one[4], other[3], other[4]].map((degrees) => (degrees * Math.PI) / 180);
  const half = Math.sin((lat2 - lat) / 2) ** 2 + Math.cos(lat) * Math.cos(lat2) * Math.sin((lon2 - lon) / 2) ** 2;
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(half)));
}
