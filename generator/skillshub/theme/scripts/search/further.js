// @ts-check
// What only some searches need, loaded when one does: spelling, filters, orders, quotations, exact names.

import { factsOf } from "./cards.js";
import { Columns, counted, having } from "./facets.js";
import { Identities } from "./identities.js";
import { Spelling } from "./spelling.js";
import { cut, fold } from "./words.js";

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
    const { filters = {} } = request;
    const chosen = await this.filters(filters);
    const { order, full } = await this.engine.all({ ...request, filters: {}, sort: "" });
    const whole = order.slice(0, full);
    const every = whole.some(chosen) ? whole : order; // what is listed
    const under = async (/** @type {string} */ but) => every.filter(but in filters ? await this.filters(filters, but) : chosen);
    const counts = await arrived(open.map(async (name) => /** @type {const} */ ([name, await this.counts(name, await under(name))])));
    const without = await Promise.all(Object.keys(filters).map(async (name) => ({ name, count: (await under(name)).length })));
    return { facets: Object.fromEntries(counts), without, total: every.filter(chosen).length };
  }

  /** @param {string} name @param {number[]} documents */
  async counts(name, documents) {
    const facet = await this.columns.facet(name);
    const { counts, groups } = counted(facet, documents);
    const every = facet.choices.map(([word, label, group], place) => ({ word, label, group: group ?? "", count: counts[place] }));
    const choices = every.filter(({ word }) => !word.startsWith("~")); // a whole country stands among the groups
    return { choices, groups: Object.entries(facet.groups).map(([word, label]) => ({ word, label, count: groups.get(word) ?? 0 })) };
  }

  /** What passes all filters, or all but one: where there are two days, something must begin between them.
   * @param {Record<string, string[]>} filters @param {string} [but] @returns {Promise<Passes>} */
  async filters(filters, but) {
    const { from, until, ...choices } = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== but));
    const passes = await Promise.all(Object.entries(choices).map(async ([name, words]) => having(await this.columns.facet(name), words)));
    if (from || until) {
      const days = await this.columns.days();
      const between = spanned(from, until);
      passes.push((document) => days(document).some(between));
    }
    return (document) => passes.every((pass) => pass(document));
  }

  /** @param {number[]} order @param {Request} request */
  async sorted(order, { sort = "", filters = {} }) {
    const [by, from = ""] = sort.split(":");
    const measure = await this.measured(by, from, filters);
    const { over } = this.engine;
    const value = (/** @type {number} */ document) => measure[document] || Number.MAX_VALUE;
    return order.slice().sort((one, other) => over[one] - over[other] || value(one) - value(other) || one - other);
  }

  /** A number for each document, 0 where it has none. @param {string} by @param {string} from @param {Record<string, string[]>} filters */
  async measured(by, from, filters) {
    if (by === "near") return this.distances(from || (filters.region ?? [])[0] || "");
    if (by !== "start") return this.columns.measure(by);
    const days = await this.columns.days();
    const between = spanned(filters.from, filters.until);
    return Array.from({ length: this.engine.root.documents }, (_, document) => days(document).find(between) ?? 0);
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
   * @param {import("./engine.js").Found} found @param {import("./query.js").Query} query @param {number} most */
  async quoted(found, { phrases, without }, most) {
    const quotations = without.filter(({ phrase }) => phrase);
    const barring = await Promise.all(quotations.map(async ({ words, phrase }) => ({ phrase, suspects: await this.having(words) })));
    const order = [];
    let read = 0;
    for (const document of found.order.slice(0, found.full)) {
      const barred = barring.flatMap(({ phrase, suspects }) => (suspects.has(document) ? phrase : []));
      if (phrases.length || barred.length) read++;
      if (order.length > most || read > MOST_READ) return { order, full: order.length, whole: false };
      if ((await this.says(document, phrases)) && !(await this.says(document, barred, true))) order.push(document);
    }
    return { order, full: order.length, whole: order.length <= most };
  }

  /** Whether a document says these words in a row, all of them; `any`: any of them. @param {number} document @param {string[]} phrases @param {boolean} [any] */
  async says(document, phrases, any = false) {
    if (!phrases.length) return !any;
    const { cards } = this.engine;
    const [, title, , , facts, , summary] = await cards.told(document);
    const shown = [title, summary, ...factsOf(facts).map((fact) => fact.text)];
    const quotes = (/** @type {string[]} */ texts) => (any ? phrases.some(said(texts)) : phrases.every(said(texts)));
    return quotes(shown) || quotes([...shown, ...(await cards.text(document)).split("\n")]);
  }

  /** Documents that have all words of any of these; quotations must be read for that. @param {import("./query.js").Barring[]} without */
  async barred(without) {
    const found = await Promise.all(without.map(({ words, phrase }) => (phrase ? new Set() : this.having(words))));
    return new Set(found.flatMap((documents) => [...documents]));
  }

  /** Documents that have all these words. @param {import("./query.js").Wanted[]} words @returns {Promise<Set<number>>} */
  async having(words) {
    const { engine } = this;
    const sought = await Promise.all(words.map(async (one) => ({ senses: await engine.meanings.known(one.form), field: one.field, guessed: false })));
    const ranking = await engine.rank(sought, true);
    return new Set(ranking.met.filter((document) => ranking.words[document] === words.length));
  }

  /** A correction as entries write it, where the first results show it: words are looked up without their accents.
   * @param {string} corrected @param {import("./cards.js").Card[]} items @param {string} typed */
  spelled(corrected, items, typed) {
    const shown = items.flatMap(({ plain, snippet, facts }) => cut([plain, snippet.join(""), ...facts.map(({ text }) => text.join(""))].join(" ")));
    const written = new Map(shown.reverse().map(({ text }) => [fold(text), text]));
    return corrected.split(" ").map((word) => (typed.includes(word) ? word : written.get(word) ?? word)).join(" ");
  }
}

/** Whether a phrase stands in one of the texts. @param {string[]} texts */
function said(texts) {
  const rows = texts.map((text) => ` ${cut(text).map((word) => fold(word.text)).join(" ")} `);
  return (/** @type {string} */ phrase) => rows.some((row) => row.includes(` ${phrase} `));
}

/** Days from one on, until another. What is no day sets no bound. @param {string[] | undefined} from @param {string[] | undefined} until */
function spanned(from, until) {
  const [first, last] = [from, until].map((words) => Date.parse(`${words?.[0]}T00:00:00Z`) / 86_400_000 - DAY_ZERO);
  return (/** @type {number} */ day) => !(day < first || day > last);
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
