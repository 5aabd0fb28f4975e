// @ts-check
// A search, from what was typed to results: the story, told once. Knows no page and no network.

import { Cards, Hits } from "./cards.js";
import { Lexicon } from "./lexicon.js";
import { Meanings } from "./meaning.js";
import { queryOf } from "./query.js";
import { Ranking, rarity } from "./rank.js";
import { without } from "./senses.js";
import { fold } from "./words.js";

/** `pages`: whether pages about the site are found, too.
 * @typedef {{ typed: string, typing?: boolean, filters?: Record<string, string[]>, sort?: string, from?: number, size?: number, pages?: boolean }} Request */

/** `full`: how many have all words, `some`: how many have any; `whole`: whether that is all there is, not only at least.
 * @typedef {{ items: import("./cards.js").Card[], full: number, some: number, whole: boolean, corrected: string, barred?: Barred[] }} Answer */

/** `told`: whether only the text of a document says why it was found; `called`: whether its heads have all that was asked.
 * @typedef {{ order: number[], full: number, whole: boolean, hits: Hits, told: Passes, called: Passes, asked: string, corrected: string,
 *   terms: import("./lexicon.js").Term[], barred?: Barred[] }} Found */

/** What was barred, as it was typed, and all but that. @typedef {{ words: string, piece: string, instead: string }} Barred */

/** A word with all that it may mean. @typedef {import("./rank.js").Sought} Sought */
/** @typedef {(document: number) => boolean} Passes */

/** What the engine is given: files, stemmers, and the rest of itself.
 * @typedef {{ store: import("./store.js").Store, stemmers: import("./meaning.js").Stemmers, further: () => Promise<typeof import("./further.js")> }} Means */

const FIRST = 10; // results of a first page: with so many that have all words, no further meaning is looked for

export class Engine {
  /** @param {Means} means @param {import("./store.js").Root} root */
  constructor(means, root) {
    this.means = means;
    this.root = root;
    this.lexicon = new Lexicon(means.store, root);
    this.meanings = new Meanings(root, this.lexicon, () => this.further(), means.stemmers);
    this.cards = new Cards(means.store, root);
    this.stops = new Set(root.stops.split(" "));
    this.over = new Uint8Array(root.documents);
    /** @type {Promise<import("./further.js").Further> | undefined} */
    this.more = undefined;
    let document = 0;
    for (const letter of root.over) {
      const gap = letter.charCodeAt(0) - 48; // 70 goes on
      document += gap;
      if (gap < 70) this.over[document] = 1;
    }
  }

  /** @param {Means} means */
  static async open(means) {
    return new Engine(means, await means.store.root());
  }

  /** @returns {Promise<import("./further.js").Further>} */
  async further() {
    this.more ??= this.means.further().then(({ Further }) => new Further(this, this.means.store));
    return this.more;
  }

  /** @param {Request} request @returns {Promise<Answer>} */
  async find(request) {
    const { from = 0, size = FIRST } = request;
    const found = await this.found(request, from + size);
    for (const cards of await Promise.all(found.terms.map((term) => term.cards()))) this.cards.take(cards);
    const shown = found.order.slice(from, from + size);
    const corrected = found.corrected && (await (await this.further()).spelled(found, request.typed));
    const asked = corrected || found.asked;
    const items = await Promise.all(shown.map((document) => this.cards.card(document, found.hits, found.told(document), found.called(document) ? asked : "")));
    return { items, full: found.full, some: found.order.length, whole: found.whole, corrected, barred: found.barred };
  }

  /** @param {Request} request @param {number} most that are wanted in order @returns {Promise<Found>} */
  async found(request, most) {
    const { typed, typing = false, sort } = request;
    const query = queryOf(typed, this.root.fields.map(([name]) => name), this.stops, typing);
    const years = query.every.filter(({ form }, place) => place && /^\d{4}$/.test(form)); // before which a month may stand
    if (years.length) query.words = await (await this.further()).dated(query, years);
    for (const { form } of query.words) this.lexicon.having(form).catch(() => {}); // on its way beside what filters need
    const [admits, passes] = await this.passes(request, query);
    const otherwise = !query.words.length || sort || query.phrases.length || query.without.length;
    const found = otherwise ? await (await this.further()).found(request, query, admits, passes, most) : await this.ranked(query, admits, passes, most);
    return !/\s/u.test(query.whole) && /.[-./]./u.test(query.whole) ? (await this.further()).named(query.whole, found, passes) : found;
  }

  /** First the heads alone, then the bodies, then more that the words may mean: until enough documents have all words.
   * What they mean does not hang on filters: these only take away.
   * @param {import("./query.js").Query} query @param {Passes} admits @param {Passes} passes @param {number} most @returns {Promise<Found>} */
  async ranked(query, admits, passes, most) {
    const last = query.words.length - 1;
    const meanings = await Promise.all(query.words.map((wanted, place) => this.meanings.of(wanted, query.typing && place === last)));
    if (meanings.some(({ parts }) => parts)) return (await this.further()).parted(query, meanings, admits, passes, most);
    /** @type {Sought[]} */
    const sought = meanings.map((meaning, place) => ({ senses: meaning.senses, field: query.words[place].field, guessed: !!meaning.corrected }));
    const tail = query.typing && query.glued[query.glued.length - 1]; // "real-t": what hyphens join may go on, too
    if (tail && tail.endsWith(query.words[last].form)) sought[last].senses.push(...without(await (await this.further()).guesses.begun(tail), sought[last].senses));
    const glued = await Promise.all(query.glued.map(async (form) => ({ senses: await this.meanings.known(form), field: "", guessed: true, besides: true })));
    let ranking = await this.rank([...sought, ...glued], false);
    const having = (/** @type {Uint8Array} */ words, /** @type {Passes} */ may) => ranking.met.filter((document) => words[document] === sought.length && may(document)).length;
    const whole = most >= having(ranking.heads, passes) || FIRST > having(ranking.heads, admits); // what is not whole has more than is wanted
    if (whole) {
      ranking = await this.rank([...sought, ...glued], true);
      if (having(ranking.words, admits) < FIRST && (await this.widen(query.words, sought))) ranking = await this.rank([...sought, ...glued], true);
    }
    const full = having(ranking.words, passes);
    const order = ranking.order(ranking.met.filter(passes), sought.length, glued.length, (document) => this.factor(document));
    const corrected = meanings.some((one) => one.corrected) ? meanings.map((one, place) => one.corrected || query.words[place].word).join(" ") : "";
    const terms = sought.flatMap((one) => one.senses.map((sense) => sense.term));
    const begun = (/** @type {string} */ form, /** @type {number} */ place) => !meanings[place].senses.some((sense) => sense.form === form);
    const asked = query.words.map(({ word, form }, place) => (begun(form, place) ? `${word}…` : word)).join(" ");
    const { heads } = ranking;
    const called = (/** @type {number} */ document) => heads[document] === sought.length;
    return { order, full, whole, hits: this.hits(query, sought), told: (document) => !heads[document], called, asked, corrected, terms };
  }

  /** @param {Sought[]} sought @param {boolean} bodies */
  async rank(sought, bodies) {
    const ranking = new Ranking(this.root);
    const loaded = await Promise.all(sought.map(async (word) => [await this.load(word, "head"), bodies ? await this.load(word, "body") : null]));
    sought.forEach((word, place) => ranking.add(word, loaded[place][0] ?? [], loaded[place][1]));
    return ranking;
  }

  /** The rows of a word's senses. All senses tell as much as the commonest of them: a guess is never worth more for being rare.
   * @param {Sought} word @param {"head" | "body"} part */
  async load({ senses }, part) {
    const idf = rarity(Math.max(0, ...senses.map(({ term }) => term.heads + term.bodies)), this.root.documents);
    return Promise.all(senses.map(async (sense) => ({ sense, rows: await sense.term[part](), idf })));
  }

  /** Endings are not always stemmed alike, who was quick to press Enter may have begun the last word only, two neighbours
   * may be written as one ("cyber security"); and one word may be two: some languages write most words so.
   * @param {import("./query.js").Wanted[]} words @param {Sought[]} sought @returns {Promise<boolean>} whether there was anything */
  async widen(words, sought) {
    const last = words[words.length - 1];
    const kin = await Promise.all(words.map((one) => (one.quoted ? [] : this.meanings.kin(one.form, one === last))));
    const joined = await Promise.all(words.slice(1).map((one, place) => (one.quoted || words[place].quoted ? [] : this.meanings.known(words[place].form + one.form))));
    const called = (/** @type {Sought} */ { senses }) => senses.some(({ term, aside }) => !aside && term.heads);
    const compounds = await Promise.all(words.map(async (one, place) => (one.quoted || (!this.root.compounds && called(sought[place])) ? [] : (await this.further()).compounds(one.form))));
    const before = sought.map((one) => one.senses.length);
    sought.forEach((one, place) => {
      for (const senses of [kin[place], joined[place - 1] ?? [], joined[place] ?? [], compounds[place]]) one.senses.push(...without(senses, one.senses));
    });
    return sought.some((one, place) => one.senses.length > before[place]);
  }

  /** @param {import("./query.js").Query} query @param {Sought[]} sought */
  hits(query, sought) {
    const senses = sought.flatMap((one) => one.senses);
    const forms = senses.flatMap((sense) => (sense.other ? sense.term.forms : [sense.form]));
    const last = query.words[query.words.length - 1];
    return new Hits([...forms, ...query.words.flatMap((one) => one.word.split(" ").map(fold))], query.typing && last ? [last.form] : []);
  }

  /** @param {number} document */
  factor(document) {
    const { over, page } = this.root.weights;
    if (document >= this.root.documents - this.root.pages) return page;
    return this.over[document] ? over : 1;
  }

  /** Which documents may be found at all, and which of them under the filters.
   * @param {Request} request @param {import("./query.js").Query} query @returns {Promise<[Passes, Passes]>} */
  async passes({ filters = {}, pages = false }, query) {
    const entries = this.root.documents - this.root.pages; // what words mean does not hang on pages, either
    const barred = query.without.length ? await (await this.further()).barred(query.without) : new Set();
    const chosen = Object.keys(filters).length ? await (await this.further()).filters(filters) : () => true;
    const admits = (/** @type {number} */ document) => document < entries && !barred.has(document);
    return [admits, (document) => (document < entries || pages) && !barred.has(document) && chosen(document)];
  }
}
