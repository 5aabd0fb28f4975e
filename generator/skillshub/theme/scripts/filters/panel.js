// @ts-check
// The filters of the finder: groups that open, counts that stay right, chips that say what is chosen, and the sheet in
// which all this stands on a phone. Loaded once a filter is used or asked for.

import { Group } from "./group.js";
import { chips, readOn } from "./chips.js";
import { chosen, searchOf } from "../find/address.js";

const DATING = 600; // milliseconds without a change, after which a day is chosen

/** @typedef {import("../find/finder.js").Finder} Finder */
/** @typedef {import("../find/address.js").State} State */
/** Of choices, and of what there would be: without a filter, the words, or all filters; held everywhere, too.
 * @typedef {{ facets: Record<string, import("./group.js").Facet>, without: { name: string, count: number }[], words: number, elsewhere: number,
 *   all: number, total?: number }} Counts */

export class Panel {
  /** @param {Finder} finder */
  constructor(finder) {
    this.finder = finder;
    this.place = finder.place;
    this.filters = this.find("#hub-filters");
    this.sheet = /** @type {HTMLDialogElement} */ (this.find("#hub-drawer"));
    const every = [...this.filters.querySelectorAll("details")].map((details) => new Group(details, finder.telling));
    this.groups = new Map(every.map((group) => [group.name, group]));
    const side = this.filters.parentElement;
    this.plain = this.find(".hub-drawer__foot button").textContent;
    this.sheet.addEventListener("close", () => {
      side?.append(this.filters);
      const { activeElement: here } = document;
      if (here === document.body || this.sheet.contains(here)) this.filters.querySelector("summary")?.focus(); // the screen was turned
    });
    this.sheet.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("[value=close]")) this.sheet.close();
    });
    this.place.addEventListener("change", ({ target }) => this.choose(/** @type {HTMLInputElement} */ (target)));
    for (const day of finder.days) { // before this was there
      if (!day.validity.badInput && day.value !== (this.state.filters[day.name]?.[0] ?? "")) this.choose(day);
    }
    matchMedia("(min-width: 48em)").addEventListener("change", () => this.sheet.close());
    this.find(".hub-chosen__clear").addEventListener("click", (event) => {
      event.preventDefault();
      finder.go({ ...finder.now, q: this.unbarred(), filters: {} });
    });
  }

  /** @param {{ name: string, value: string, type: string, checked: boolean }} input that was changed */
  choose({ name, value, type, checked }) {
    const { finder } = this;
    if (name === "near") finder.go({ ...finder.now, near: value });
    else if (type === "date") {
      clearTimeout(finder.pause);
      finder.pause = setTimeout(() => finder.go(finder.now), DATING);
    } else if (this.groups.has(name)) {
      finder.go(chosen(finder.now, name, value, checked));
      this.follow();
    }
  }

  /** Other results begin at their beginning, beside filters that stay where they are. */
  follow() {
    const { top } = this.find(".hub-finder__main").getBoundingClientRect();
    const side = this.filters.parentElement;
    if (top < 0 && side && getComputedStyle(side).position === "sticky") scrollBy(0, top); // in the sheet, the sheet is its parent
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.place.querySelector(selector));
  }

  get state() {
    return /** @type {State} */ (this.finder.state);
  }

  /** On a phone: all filters over the whole screen, unless one went on before they came. @param {Element | null} before where one was */
  open(before) {
    if (document.activeElement !== before) return;
    this.find(".hub-drawer__body").append(this.filters);
    this.sheet.showModal();
  }

  /** What counts are wanted for: what is open, and what is chosen. */
  wanted() {
    const chosen = Object.keys(this.state.filters);
    const names = [...this.groups.values()].filter((group) => group.details.open || chosen.includes(group.name)).map((group) => group.name);
    return [...new Set([...names, ...(this.state.sort === "near" ? ["region"] : [])])].filter((name) => name !== "start");
  }

  /** @param {object} request @returns {Promise<Counts> | undefined} */
  count(request) {
    const open = this.wanted();
    if (!open.length && !Object.keys(this.state.filters).length) return undefined;
    return this.finder.asking.ask({ ask: "facets", request, open });
  }

  /** What must be there before results are, or it would move them: words for all that is chosen; and what cards do not tell,
   * but the question was about: which later date lies between the days, how far away it is.
   * @param {import("../find/finder.js").Answer | undefined} answer @param {Promise<Counts> | undefined} counted */
  async explain(answer, counted) {
    if (this.state.filters.region || !this.knows(this.state)) await counted;
    const request = /** @type {import("../search/engine.js").Request} */ (this.finder.request);
    const { filters = {}, sort = "" } = request;
    if (!answer || !(filters.from || filters.until || sort.startsWith("near"))) return;
    const { locale } = this.finder.telling.words;
    const far = new Intl.NumberFormat(locale, { style: "unit", unit: "kilometer" });
    /** @type {import("../search/further.js").Beside[]} */
    const facts = await this.finder.asking.ask({ ask: "facets", request: { ...request, documents: answer.items.map(({ document }) => document) } }).catch(() => []);
    facts.forEach(({ date, away }, place) => {
      const own = answer.items[place].facts;
      const add = (/** @type {string} */ icon, /** @type {string} */ text) => own.splice(own.findLastIndex((one) => one.icon === icon) + 1, 0, { icon, text: [text], language: "" });
      if (date) add("date", told(date, locale));
      if (away) add("place", far.format(away));
    });
  }

  /** A group was opened. */
  async renew() {
    const { turn } = this.finder;
    const counting = this.count({ ...this.finder.request });
    let told = false;
    const waiting = this.finder.waiting((words) => this.tell(words, (told = true)));
    try {
      const counts = await counting;
      if (counts && turn === this.finder.turn) this.show(counts);
    } catch (why) {
      this.tell(this.finder.reason(/** @type {any} */ (why)), true);
    } finally {
      waiting.forEach(clearTimeout);
      if (told && turn !== this.finder.turn) this.tell("");
    }
  }

  /** Nothing came: what is chosen is shown all the same, and the sheet says why, too. */
  fail() {
    const { failed } = this.finder;
    this.chips(this.state, this.said === this.state.q ? this.barred : []);
    if (failed && this.sheet.open) this.tell(this.finder.reason(failed), true);
  }

  /** Beside the filters, where one is when these cover everything else. @param {string} words @param {boolean} [seen] */
  tell(words, seen = false) {
    const place = this.find("#hub-filters-status");
    place.textContent = words;
    place.classList.toggle("hub-hidden", !seen);
  }

  /** Whether all that is chosen can be said. @param {State} state */
  knows(state) {
    return Object.entries(state.filters).every(([name, words]) => words.every((word) => this.label(name, word) !== undefined));
  }

  /** @param {string} name @param {string} word @returns {string | undefined} */
  label(name, word) {
    if (name === "from" || name === "until") return this.finder.telling.say(name, { day: told(word, this.finder.telling.words.locale) });
    const group = this.groups.get(name);
    return group?.known ? group.labels.get(word) ?? word : undefined;
  }

  /** The words without all that they leave out. */
  unbarred() {
    const [first, ...others] = this.barred ?? [];
    return first ? others.reduce((words, { piece }) => words.replace(piece, ""), first.instead).trim() : this.finder.now.q;
  }

  /** What is chosen, above the results, and what the words leave out. @param {State} state @param {import("../search/engine.js").Barred[]} [barred] */
  chips(state, barred = []) {
    const [from, until] = this.finder.days;
    [until.min, from.max] = [from.value, until.value];
    this.barred = barred;
    this.said = state.q;
    const said = this.finder.facets.filter((name) => state.filters[name]).map((name) => ({ // in whatever order they were chosen
      title: this.groups.get(name)?.title ?? "",
      words: state.filters[name].map((word) => ({ label: this.label(name, word) ?? word, language: this.groups.get(name)?.tongues.get(word), without: () => chosen(this.finder.now, name, word, false) })),
    }));
    const left = barred.map(({ words, instead }) => ({
      title: "",
      words: [{ label: this.finder.telling.say("without", { name: words }), without: () => ({ ...this.finder.now, q: instead }) }],
    }));
    chips(this.finder, [...said, ...left]);
    this.replace("#hub-find-without", []); // until these are counted
    this.find(".hub-drawer__foot button").textContent = this.plain;
    this.tell("");
    if (!state.filters.region) this.replace("#hub-find-elsewhere", []);
    const labels = said.flatMap(({ words }) => words.map(({ label }) => label)).join(", ");
    document.title = [state.q.trim(), labels, this.finder.title].filter(Boolean).join(" · ");
    let all = 0;
    for (const group of this.groups.values()) {
      const chosen = group.name === "start" ? [...(state.filters.from ?? []), ...(state.filters.until ?? [])] : state.filters[group.name] ?? [];
      group.mark(chosen);
      all += chosen.length;
    }
    this.find("#hub-filters-count").textContent = all ? ` (${all})` : "";
  }

  /** @param {Counts} counts */
  show(counts) {
    for (const [name, facet] of Object.entries(counts.facets)) this.groups.get(name)?.show(facet, this.state.filters[name] ?? []);
    this.chips(this.state, this.barred);
    const { telling, answer, list } = this.finder;
    if (counts.total && answer && !answer.whole && list.dataset.settled === "") { // all of them are counted now
      const words = telling.count(answer.full === answer.some ? "found" : "full", counts.total);
      if (words !== this.find("#hub-find-count").textContent) this.finder.say(words, !answer.corrected); // heard once
    }
    if (counts.total !== undefined) this.find(".hub-drawer__foot button").textContent = telling.count("show", counts.total);
    const lost = this.wanted().some((name) => !counts.facets[name]);
    this.tell(lost ? telling.say("unfiltered") : this.sheet.open && counts.total !== undefined ? telling.count("found", counts.total) : "", lost);
    this.without(counts);
    this.elsewhere(counts);
    if (this.state.sort === "near") this.offer(counts.facets.region);
  }

  /** Where nothing was found: how much there would be without each filter, the words, or all filters. @param {Counts} counts */
  without({ without, words, all }) {
    const { telling } = this.finder;
    const titles = (/** @type {string} */ name) => this.groups.get(name)?.title ?? this.label(name, this.state.filters[name]?.[0]) ?? name;
    const ways = without.map(({ name, count }) => {
      const { [name]: _, ...filters } = this.state.filters;
      return { state: { ...this.state, filters }, words: telling.say("without", { name: titles(name) }), count };
    });
    ways.push({ state: { ...this.state, q: "" }, words: telling.say("without", { name: this.state.q.trim() }), count: words });
    if (without.length > 1 || !ways[0]?.count) ways.push({ state: { ...this.state, filters: {} }, words: telling.say("unbound"), count: all });
    this.replace("#hub-find-without", this.links(ways));
  }

  /** What is held everywhere is for the chosen regions, too: it can be added. @param {Counts} counts */
  elsewhere({ elsewhere }) {
    const state = chosen(this.state, "region", "everywhere", true);
    this.replace("#hub-find-elsewhere", this.links([{ state, words: this.finder.telling.say("elsewhere"), count: elsewhere }]));
  }

  /** Links in the place of others; the focus does not go with these. @param {string} selector @param {HTMLLIElement[]} links */
  replace(selector, links) {
    const list = this.find(selector);
    const leads = list.contains(document.activeElement);
    list.replaceChildren(...links);
    if (leads) readOn(this.finder);
  }

  /** Ways that lead to something. @param {{ state: State, words: string, count: number }[]} ways */
  links(ways) {
    return ways.filter(({ count }) => count).map(({ state, words, count }) => this.link(state, `${words}: ${this.finder.telling.count("found", count)}`));
  }

  /** A link to what would be found otherwise. @param {State} state @param {string} words */
  link(state, words) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.className = "hub-chip";
    link.href = location.pathname + searchOf(state);
    link.textContent = words;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.finder.go(state);
    });
    item.append(link);
    return item;
  }

  /** Regions to measure the distance from. @param {import("./group.js").Facet} regions */
  offer(regions) {
    const select = /** @type {HTMLSelectElement} */ (this.find("#hub-find-near select"));
    if (select.options.length < 2) {
      select.append(...regions.choices.filter(({ group }) => group).map(({ word, label }) => new Option(label, word)));
      select.disabled = false;
    }
    const { near } = this.state;
    select.value = [...select.options].some(({ value }) => value === near) ? near : "";
  }
}

/** @param {string} day as addresses carry it @param {string} locale */
function told(day, locale) {
  const when = new Date(`${day}T12:00:00`);
  return Number.isNaN(+when) ? day : new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(when);
}
