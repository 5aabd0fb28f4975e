// @ts-check
// What only some searches need, loaded when one does: spelling, filters, orders, quotations, exact names.

import { Columns, counted, having } from "./facets.js";
import { Guesses } from "./guessing.js";
import { Identities } from "./identities.js";
import { Spelling } from "./spelling.js";

const DAY_ZERO = Date.UTC(2000, 0, 1) / 86_400_000;
const ANY_DAY = 0; // from today on: one can begin when one likes (outputs/search/measures.py)
const EVERYWHERE = "everywhere"; // of the regions: what is held online for all
const REACH = 100; // kilometres one may drive to learn: what is held everywhere comes after them, before what is farther
const ALL = 1e9;
const MOST_READ = 100; // documents whose texts are read for a quotation
const MOST_SPELLED = 3; // and for the spelling of a word

/** @typedef {import("./engine.js").Request} Request */
/** @typedef {import("./engine.js").Found} Found */
/** @typedef {import("./engine.js").Passes} Passes */
/** @typedef {import("./lexicon.js").Rows} Rows */
/** @typedef {import("./lexicon.js").Term} Term */
/** @typedef {import("./senses.js").Sense} Sense */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {{ date: string, away: number }} Beside */

export class Further {
  /** @param {import("./engine.js").Engine} engine @param {import("./store.js").Store} store */
  constructor(engine, store) {
    this.engine = engine;
    this.spelling = new Spelling(store, engine.root);
    this.guesses = new Guesses(engine.meanings, this.spelling);
    this.columns = new Columns(store, engine.root);
    this.identities = new Identities(store, engine.root);
  }

  /** Counts of choices, each under all other filters, and of what there would be otherwise. They speak of entries with all
   * words, where there are any: whatever is chosen, a number means the same.
   * Or, of the documents that are named: what stands beside each.
   * @param {Request & { documents?: number[] }} request @param {string[]} open @returns {Promise<any>} */
  async facets(request, open) {
    const { filters = {}, documents } = request;
    if (documents) return Promise.all(documents.map(await this.beside(request)));
    const chosen = await this.filters(filters);
    const plain = { ...request, filters: {}, sort: "" };
    const { order, full, whole: read } = await this.engine.found(plain, ALL);
    if (!read) return { facets: Object.fromEntries(await arrived(open.map(async (name) => [name, await this.counts(name)]))), without: [], words: 0, elsewhere: 0, all: 0 };
    const whole = order.slice(0, full);
    const every = full ? whole : order;
    const listed = (/** @type {Passes} */ passes) => whole.filter(passes).length || order.filter(passes).length;
    const others = new Map(await Promise.all(Object.keys(filters).map(async (name) => /** @type {const} */ ([name, await this.filters(filters, name)]))));
    const counts = await arrived(open.map(async (name) => /** @type {const} */ ([name, await this.counts(name, every.filter(others.get(name) ?? chosen))])));
    const total = listed(chosen);
    const asked = total || !request.typed.trim() ? undefined : await this.engine.found({ ...plain, pages: true }, ALL);
    const unfiltered = asked && (asked.full || asked.order.length); // pages, too
    const without = [...others].map(([name, passes]) => ({ name, count: others.size > 1 ? listed(passes) : unfiltered ?? listed(passes) }));
    const words = asked && others.size ? (await this.engine.found({ ...plain, typed: "", pages: false }, ALL)).order.filter(chosen).length : 0;
    const elsewhere = filters.region && !filters.region.includes(EVERYWHERE) ? every.filter(await this.filters({ ...filters, region: [EVERYWHERE] })).length : 0;
    return { facets: Object.fromEntries(counts), without, words, elsewhere, all: unfiltered ?? every.length, total };
  }

  /** The date between two days where a card tells an earlier one, kilometres from a region.
   * @param {Request} request @returns {Promise<(document: number) => Beside>} */
  async beside({ sort = "", filters = {} }) {
    const [by, from] = sort.split(":");
    const between = spanned(filters.from, filters.until);
    const days = filters.from || filters.until ? await this.columns.days() : () => [];
    const away = by === "near" && (await this.distances(from || (filters.region ?? [])[0] || "", 0));
    return (document) => {
      const [first, ...later] = this.engine.over[document] ? [] : days(document);
      const day = !between(first) && later.find(between);
      return { date: day ? iso(day) : "", away: away && away[document] < Number.MAX_VALUE ? away[document] - 1 : 0 };
    };
  }

  /** @param {string} name @param {number[]} [documents] none where a quotation was not read to its end: then nobody knows */
  async counts(name, documents) {
    const facet = await this.columns.facet(name);
    const { counts, groups } = counted(facet, documents ?? []);
    const [tongues, also] = [facet.tongues, facet.also].map((told) => new Map(Object.entries(told ?? {}))); // a job role may be called "constructor"
    const known = (/** @type {number} */ count) => (documents ? count : undefined);
    const every = facet.choices.map(([word, label, group], place) => ({ word, label, language: tongues.get(word) ?? "", also: also.get(word) ?? "", group: group ?? "", count: known(counts[place]) }));
    const choices = every.filter(({ word }) => !word.startsWith("~")); // a whole country stands among the groups
    return { choices, groups: Object.entries(facet.groups).map(([word, label]) => ({ word, label, count: known(groups.get(word) ?? 0) })) };
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

  /** What is found otherwise than by words alone, or in another order than theirs.
   * @param {Request} request @param {Query} query @param {Passes} admits @param {Passes} passes @param {number} most @returns {Promise<Found>} */
  async found(request, query, admits, passes, most) {
    const quotes = query.phrases.length || query.without.some(({ phrase }) => phrase);
    const found = query.words.length ? await this.engine.ranked(query, admits, passes, request.sort || quotes ? ALL : most) : this.everything(query, passes);
    if (request.sort) found.order = await this.sorted(found.order.slice(0, found.full || ALL), request);
    const barred = new Map(query.without.map(({ piece, instead }) => [piece, { words: piece.replace(/^-+|"/g, ""), piece, instead }]));
    return { ...found, ...(quotes && (await this.quoted(found, query, most))), barred: [...barred.values()] };
  }

  /** @param {Query} query @param {Passes} passes @returns {Found} */
  everything(query, passes) {
    const { root, over } = this.engine;
    const order = Array.from({ length: root.documents }, (_, document) => document).filter(passes);
    order.sort((one, other) => over[one] - over[other] || one - other);
    const nothing = { hits: this.engine.hits(query, []), told: () => false, called: () => false, asked: "", corrected: "", terms: [] };
    return { order, full: order.length, whole: true, ...nothing };
  }

  /** First what is called exactly so, or lies at that address. @param {string} typed @param {Found} found @param {Passes} passes @returns {Promise<Found>} */
  async named(typed, found, passes) {
    const named = (await this.identities.of(typed)).filter(passes);
    if (!named.length) return found;
    const others = (/** @type {number[]} */ order) => order.filter((one) => !named.includes(one));
    return { ...found, order: [...named, ...others(found.order)], full: named.length + others(found.order.slice(0, found.full)).length, corrected: "" };
  }

  /** A month and a year as one word, where entries have that: "march 2027" is no other March. Between them a word may stand.
   * @param {Query} query @param {import("./query.js").Wanted[]} years */
  async dated({ words, every }, years) {
    let left = words;
    for (const year of years) {
      const place = every.indexOf(year);
      for (const { form: month } of every.slice(Math.max(0, place - 2), place).reverse()) {
        const form = month + year.form;
        if (year.quoted || !left.includes(year) || !(await this.engine.lexicon.having(form)).length) continue;
        left = left.filter((one) => one.form !== month).map((one) => (one === year ? { ...year, word: `${month} ${year.word}`, form } : one));
        break;
      }
    }
    return left;
  }

  /** Some words were two in one. @param {Query} query @param {import("./senses.js").Meaning[]} meanings
   * @param {Passes} admits @param {Passes} passes @param {number} most @returns {Promise<Found>} */
  async parted(query, meanings, admits, passes, most) {
    const words = query.words.flatMap((one, place) => meanings[place].parts?.map((form) => ({ ...one, word: form, form })) ?? one);
    const found = await this.engine.ranked({ ...query, words }, admits, passes, most);
    return { ...found, corrected: found.corrected || words.map(({ word }) => word).join(" ") };
  }

  /** What else a word may mean where words are written as one: others that end so, where a language does that; and what
   * has both words that it is ("realestate").
   * @param {string} form @returns {Promise<Sense[]>} */
  async compounds(form) {
    const { meanings } = this.engine;
    const { prefix, stem, typo } = this.engine.root.weights;
    const [kinds, parts = []] = await Promise.all([this.engine.root.compounds ? this.spelling.kinds(form) : [], this.spelling.parts(form, this.engine.lexicon)]);
    const both = parts.length ? await this.having(parts.map((one) => ({ word: one, form: one, field: "", quoted: false }))) : new Set();
    const senses = both.size ? await meanings.senses(parts, typo, typo * stem) : [];
    const within = senses.map(async (sense) => ({ ...sense, term: await among(sense.term, both), aside: true }));
    return [...(await meanings.senses(kinds, prefix, prefix * stem)), ...(await Promise.all(within))];
  }

  /** @param {number[]} order @param {Request} request */
  async sorted(order, { sort = "", filters = {} }) {
    const [by, from = ""] = sort.split(":");
    const measure = await this.measured(by, from, filters);
    const { over } = this.engine;
    const value = (/** @type {number} */ document) => (by === "start" && over[document] ? -measure[document] : measure[document] || Number.MAX_VALUE); // what is past: the latest first
    return order.slice().sort((one, other) => over[one] - over[other] || value(one) - value(other) || one - other);
  }

  /** A number for each document, 0 where it has none. @param {string} by @param {string} from @param {Record<string, string[]>} filters */
  async measured(by, from, filters) {
    if (by === "near") return this.distances(from || (filters.region ?? [])[0] || "");
    if (by !== "start") return this.columns.measure(by);
    const days = await this.columns.days();
    const between = spanned(filters.from, filters.until);
    const { over, root } = this.engine;
    return Array.from({ length: root.documents }, (_, document) => (over[document] ? days(document).findLast(between) : days(document).find(between)) ?? 0);
  }

  /** Kilometres from a region, and one more. @param {string} slug @param {number} everywhere @returns {Promise<number[]>} */
  async distances(slug, everywhere = 1 + REACH) {
    const facet = await this.columns.facet("region");
    const here = facet.choices.find((choice) => choice[0] === slug);
    const away = facet.choices.map((choice) => (choice[0] === EVERYWHERE ? everywhere : here && choice.length > 4 && here.length > 4 ? 1 + kilometres(here, choice) : 0));
    return Array.from({ length: this.engine.root.documents }, (_, document) =>
      facet.of(document).reduce((least, choice) => Math.min(least, away[choice - 1] || Number.MAX_VALUE), Number.MAX_VALUE),
    );
  }

  /** Only documents that say the quoted words in a row, one more than are wanted: that tells whether there are more.
   * @param {Found} found @param {Query} query @param {number} most */
  async quoted(found, { phrases, without }, most) {
    const quotations = without.filter(({ phrase }) => phrase);
    const barring = await Promise.all(quotations.map(async ({ words, phrase }) => ({ phrase, suspects: await this.having(words) })));
    const order = [];
    let read = 0;
    for (const document of found.order.slice(0, found.full)) {
      const barred = barring.flatMap(({ phrase, suspects }) => (suspects.has(document) ? phrase : []));
      if (phrases.length || barred.length) read++;
      if (order.length > most || read > MOST_READ) return { order, full: order.length, whole: false };
      const said = await this.said(document, [...phrases, ...barred]);
      if (phrases.every((phrase) => said.includes(phrase)) && !barred.some((phrase) => said.includes(phrase))) order.push(document);
    }
    return { order, full: order.length, whole: true };
  }

  /** Those of the phrases that a document says: what is shown of it is looked at first. @param {number} document @param {string[]} phrases */
  async said(document, phrases) {
    /** @type {string[]} */
    let found = [];
    for (const all of [false, true]) {
      if (found.length === phrases.length) break;
      const rows = (await this.engine.cards.said(document, all)).map((text) => ` ${text.map(({ form }) => form).join(" ")} `);
      found = phrases.filter((phrase) => rows.some((row) => row.includes(` ${phrase} `)));
    }
    return found;
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

  /** A correction as the first results write it: words are looked up without their accents. Without results, none.
   * @param {Found} found @param {string} typed */
  async spelled({ corrected, order }, typed) {
    if (!order.length) return "";
    /** @type {Map<string, string>} */
    const written = new Map(typed.split(/\s/u).map((word) => [word, word]));
    const lost = () => corrected.split(" ").some((word) => !written.has(word));
    for (const document of order.slice(0, MOST_SPELLED)) {
      for (const { text, form } of lost() ? (await this.engine.cards.said(document, true)).flat() : []) written.has(form) || written.set(form, text);
    }
    return corrected.split(" ").map((word) => written.get(word) ?? word).join(" ");
  }
}

/** Days from one on, until another. What is no day sets no bound. @param {string[] | undefined} from @param {string[] | undefined} until */
function spanned(from, until) {
  const [first, last] = [from, until].map((words) => Date.parse(`${words?.[0]}T00:00:00Z`) / 86_400_000 - DAY_ZERO);
  const today = Math.floor(Date.now() / 86_400_000) - DAY_ZERO;
  return (/** @type {number} */ day) => (day === ANY_DAY ? !(last < today) : !(day < first || day > last));
}

/** @param {number} day since 2000 */
const iso = (day) => new Date((day + DAY_ZERO) * 86_400_000).toISOString().slice(0, 10);

/** A term as if only these documents had it. @param {Term} term @param {Set<number>} documents @returns {Promise<Term>} */
async function among(term, documents) {
  const [head, body] = (await Promise.all([term.head(), term.body()])).map((rows) => only(rows, documents));
  return { ...term, heads: head.documents.length, bodies: body.documents.length, head: async () => head, body: async () => body, cards: async () => "" };
}

/** @param {Rows} rows @param {Set<number>} wanted @returns {Rows} */
function only({ runs, documents, forms }, wanted) {
  const left = { runs: /** @type {Rows["runs"]} */ ([]), documents: /** @type {number[]} */ ([]), forms: forms && /** @type {number[]} */ ([]) };
  let row = 0;
  for (const run of runs) {
    for (; row < run.end; row++) {
      if (!wanted.has(documents[row])) continue;
      left.documents.push(documents[row]);
      if (forms) left.forms?.push(forms[row]);
    }
    left.runs.push({ ...run, end: left.documents.length });
  }
  return left;
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
