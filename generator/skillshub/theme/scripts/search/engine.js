// @ts-check
// A search, from what was typed to results: the story, told once. Knows no page and no network.

import { Cards, Hits, factsOf } from "./cards.js";
import { Columns, counted, having } from "./facets.js";
import { Identities } from "./identities.js";
import { Lexicon } from "./lexicon.js";
import { Meanings } from "./meaning.js";
import { queryOf } from "./query.js";
import { Ranking, rarity } from "./rank.js";
import { Spelling } from "./spelling.js";
import { fold, cut } from "./words.js";

/** @typedef {{ typed: string, typing?: boolean, filters?: Record<string, string[]>, sort?: string, from?: number, size?: number,
 *   pages?: boolean }} Request `pages`: whether pages about the site are found, too */

/** @typedef {{ items: import("./cards.js").Card[], full: number, some: number, whole: boolean, corrected: string }} Answer
 * `full`: how many have all words, `some`: how many have any; `whole`: whether that is all there is, not only at least */

/** @typedef {{ order: number[], full: number, whole: boolean, hits: Hits, told: (document: number) => boolean, corrected: string, terms: import("./lexicon.js").Term[] }} Found */

const DAY_ZERO = Date.UTC(2000, 0, 1) / 86_400_000;
const ALL = 1e9;
const MOST_READ = 100; // documents whose texts are read for a quotation

export class Engine {
  /** @param {import("./store.js").Store} store @param {import("./store.js").Root} root @param {import("./meaning.js").Stemmers} stemmers */
  constructor(store, root, stemmers) {
    this.root = root;
    this.lexicon = new Lexicon(store, root);
    this.meanings = new Meanings(root, this.lexicon, new Spelling(store, root), stemmers);
    this.columns = new Columns(store, root);
    this.identities = new Identities(store, root);
    this.cards = new Cards(store, root);
    this.stops = new Set(root.stops.split(" "));
    this.over = new Uint8Array(root.documents);
    let document = 0;
    for (const gap of root.over) this.over[(document += gap)] = 1;
  }

  /** @param {import("./store.js").Store} store @param {import("./meaning.js").Stemmers} stemmers */
  static async open(store, stemmers) {
    return new Engine(store, await store.root(), stemmers);
  }

  /** @param {Request} request @returns {Promise<Answer>} */
  async find(request) {
    const { from = 0, size = 10 } = request;
    const found = await this.found(request, from + size);
    await this.bring(found.terms);
    const items = await Promise.all(found.order.slice(from, from + size).map((document) => this.cards.card(document, found.hits, found.told(document))));
    return { items, full: found.full, some: found.order.length, whole: found.whole, corrected: found.corrected };
  }

  /** Counts of choices, each under all other filters; and what there would be without each filter.
   * @param {Request} request @param {string[]} open */
  async facets(request, open) {
    const filters = Object.entries(request.filters ?? {});
    const found = await this.found({ ...request, filters: {}, sort: "" }, ALL);
    const every = found.order.slice(0, found.full || found.order.length);
    const allowed = new Map(await Promise.all(filters.map(async ([name, words]) => /** @type {const} */ ([name, await this.filter(name, words)]))));
    const under = (/** @type {string} */ but) => every.filter((document) => [...allowed].every(([name, passes]) => name === but || passes(document)));
    const counts = await Promise.all(open.map(async (name) => this.counts(name, under(name))));
    const without = [...allowed.keys()].map((name) => ({ name, count: under(name).length }));
    return { facets: Object.fromEntries(counts.map((one) => [one.name, one])), without, total: under("").length };
  }

  /** @param {string} name @param {number[]} documents */
  async counts(name, documents) {
    const facet = await this.columns.facet(name);
    const { counts, groups } = counted(facet, documents);
    const choices = facet.choices.map(([word, label, group], place) => ({ word, label, group: group ?? "", count: counts[place] }));
    return { name, choices, groups: Object.entries(facet.groups).map(([word, label]) => ({ word, label, count: groups.get(word) ?? 0 })) };
  }

  /** @param {Request} request @param {number} most that are wanted in order @returns {Promise<Found>} */
  async found(request, most) {
    const { typed, typing = false, sort = "" } = request;
    const query = queryOf(typed, this.root.fields.map(([name]) => name), this.stops, typing);
    const allowed = await this.allowed(request, query);
    const first = query.words.length === 0 || !typed.trim() ? [] : (await this.identities.of(typed)).filter(allowed);
    const found = query.words.length ? await this.ranked(query, allowed, sort ? ALL : most) : this.everything(allowed);
    const order = [...first, ...found.order.filter((document) => !first.includes(document))];
    const wanted = sort && found.full ? order.slice(0, found.full) : order;
    const sorted = sort ? await this.sorted(wanted, sort, request) : query.phrases.length ? await this.quoted(order.slice(0, found.full), query, most) : order;
    return { ...found, order: sorted, full: query.phrases.length ? sorted.length : Math.max(found.full, first.length) };
  }

  /** @param {(document: number) => boolean} allowed @returns {Found} */
  everything(allowed) {
    const order = Array.from({ length: this.root.documents }, (_, document) => document).filter(allowed);
    order.sort((one, other) => this.over[one] - this.over[other] || one - other);
    return { order, full: order.length, whole: true, hits: new Hits([], []), told: () => false, corrected: "", terms: [] };
  }

  /** @param {import("./query.js").Query} query @param {(document: number) => boolean} allowed @param {number} most @returns {Promise<Found>} */
  async ranked(query, allowed, most) {
    const last = query.words.length - 1;
    const meanings = await Promise.all(query.words.map((wanted, place) => this.meanings.of(wanted, query.typing && place === last)));
    const sought = query.words.map(({ field }, place) => ({ ...meanings[place], field, guessed: !!meanings[place].corrected }));
    const quick = await this.rank(sought, false);
    const words = sought.length;
    let order = quick.order(words, allowed, (document) => this.factor(document));
    let whole = most <= order.filter((one) => quick.heads[one.document] === words).length;
    let ranking = quick;
    if (!whole) {
      await this.join(query.words, sought);
      ranking = await this.rank(sought, true);
      order = ranking.order(words, allowed, (document) => this.factor(document));
      whole = true;
    } else whole = false;
    const full = order.filter((one) => ranking.words[one.document] === words).length;
    const corrected = sought.some((one) => one.guessed) ? query.words.map((one, place) => meanings[place].corrected || one.word).join(" ") : "";
    const terms = sought.flatMap((one) => one.senses.map((sense) => sense.term));
    return { order: order.map((one) => one.document), full, whole, hits: hitsOf(query, sought), told: (document) => !ranking.heads[document], corrected, terms };
  }

  /** @param {{ senses: import("./meaning.js").Sense[], field: string, guessed: boolean }[]} sought @param {boolean} bodies */
  async rank(sought, bodies) {
    const ranking = new Ranking(this.root);
    const loaded = await Promise.all(sought.map(async (word) => [await this.load(word, "head"), bodies ? await this.load(word, "body") : null]));
    sought.forEach((word, place) => ranking.add(word, loaded[place][0] ?? [], loaded[place][1]));
    return ranking;
  }

  /** The rows of a word's senses. All senses tell as much as the commonest of them: a guess is never worth more for being rare.
   * @param {{ senses: import("./meaning.js").Sense[] }} word @param {"head" | "body"} part */
  async load({ senses }, part) {
    const idf = rarity(Math.max(0, ...senses.map(({ term }) => term.heads + term.bodies)), this.root.documents);
    return Promise.all(senses.map(async (sense) => ({ sense, rows: await sense.term[part](), idf })));
  }

  /** Neighbours as one word. @param {import("./query.js").Wanted[]} words @param {{ senses: import("./meaning.js").Sense[] }[]} sought */
  async join(words, sought) {
    for (let place = 0; place + 1 < words.length; place++) {
      if (words[place].phrase || words[place + 1].phrase) continue;
      const joined = await this.meanings.joined(words[place].form, words[place + 1].form);
      sought[place].senses.push(...joined);
      sought[place + 1].senses.push(...joined);
    }
  }

  /** @param {number} document */
  factor(document) {
    const { over, page } = this.root.weights;
    if (document >= this.root.documents - this.root.pages) return page;
    return this.over[document] ? over : 1;
  }

  /** Which documents may be found at all. @param {Request} request @param {import("./query.js").Query} query */
  async allowed({ filters = {}, pages = false }, query) {
    const entries = this.root.documents - (pages ? 0 : this.root.pages);
    const passes = await Promise.all(Object.entries(filters).map(([name, words]) => this.filter(name, words)));
    const barred = query.without.length ? await this.barred(query.without) : new Set();
    return (/** @type {number} */ document) => document < entries && !barred.has(document) && passes.every((pass) => pass(document));
  }

  /** @param {import("./query.js").Wanted[]} without @returns {Promise<Set<number>>} */
  async barred(without) {
    const sought = await Promise.all(without.map(async (wanted) => ({ senses: await this.meanings.own(wanted), field: wanted.field, guessed: false })));
    return new Set((await this.rank(sought, true)).met);
  }

  /** @param {string} name @param {string[]} words @returns {Promise<(document: number) => boolean>} */
  async filter(name, words) {
    if (name !== "from" && name !== "until") return having(await this.columns.facet(name), words);
    const day = Date.parse(`${words[0]}T00:00:00Z`) / 86_400_000 - DAY_ZERO + 1;
    const starts = await this.columns.measure("start");
    if (Number.isNaN(day)) return () => true;
    return name === "from" ? (document) => starts[document] >= day : (document) => starts[document] > 0 && starts[document] <= day;
  }

  /** @param {number[]} order @param {string} sort @param {Request} request */
  async sorted(order, sort, { filters = {} }) {
    const [by, from = ""] = sort.split(":");
    const measure = by === "near" ? await this.distances(from || (filters.region ?? [])[0] || "") : await this.columns.measure(by);
    const value = (/** @type {number} */ document) => measure[document] || Infinity;
    return order.slice().sort((one, other) => this.over[one] - this.over[other] || compared(value(one), value(other)) || one - other);
  }

  /** Kilometres from a region, and one more; what is held everywhere is at hand. @param {string} slug @returns {Promise<number[]>} */
  async distances(slug) {
    const facet = await this.columns.facet("region");
    const here = facet.choices.find((choice) => choice[0] === slug);
    const away = facet.choices.map((choice) => (choice[0] === "everywhere" ? 1 : here && choice.length > 4 && here.length > 4 ? 1 + kilometres(here, choice) : 0));
    return Array.from({ length: this.root.documents }, (_, document) => Math.min(...facet.of(document).map((choice) => away[choice - 1] || Infinity)));
  }

  /** Only documents that say the quoted words in a row, as far as results are wanted. @param {number[]} order
   * @param {import("./query.js").Query} query @param {number} most */
  async quoted(order, query, most) {
    const found = [];
    for (const document of order.slice(0, MOST_READ)) {
      if (found.length >= most) break;
      const [, title, , , facts, , summary] = await this.cards.told(document);
      const shown = quotes(query, [title, summary, ...factsOf(facts).map((fact) => fact.text)]);
      if (shown || quotes(query, [title, summary, await this.cards.text(document)])) found.push(document);
    }
    return found;
  }

  /** Cards that lie beside the postings of these terms. @param {import("./lexicon.js").Term[]} terms */
  async bring(terms) {
    for (const cards of await Promise.all(terms.map((term) => term.cards()))) this.cards.take(cards);
  }
}

/** @param {import("./query.js").Query} query @param {{ senses: import("./meaning.js").Sense[] }[]} sought */
function hitsOf(query, sought) {
  const senses = sought.flatMap((one) => one.senses);
  const forms = senses.flatMap((sense) => (sense.other ? sense.term.forms : [sense.form]));
  const last = query.words[query.words.length - 1];
  return new Hits([...forms, ...query.words.map((one) => one.form)], query.typing && last ? [last.form] : []);
}

/** Whether each phrase stands in one of the texts. @param {import("./query.js").Query} query @param {string[]} texts */
function quotes({ phrases }, texts) {
  const rows = texts.map((text) => ` ${cut(text).map((word) => fold(word.text)).join(" ")} `);
  return phrases.every((phrase) => rows.some((row) => row.includes(` ${phrase} `)));
}

/** @param {number} one @param {number} other */
const compared = (one, other) => (one === other ? 0 : one - other);

/** @param {any[]} one @param {any[]} other choices of the region facet: their points are in degrees */
function kilometres(one, other) {
  const [lat, lon, lat2, lon2] = [one[3], one[4], other[3], other[4]].map((degrees) => (degrees * Math.PI) / 180);
  const half = Math.sin((lat2 - lat) / 2) ** 2 + Math.cos(lat) * Math.cos(lat2) * Math.sin((lon2 - lon) / 2) ** 2;
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(half)));
}
