// @ts-check
// The filters of the finder: groups that open, counts that stay right, chips that say what is chosen, and the sheet in
// which all this stands on a phone. Loaded once a filter is used or asked for.

import { Group } from "./group.js";
import { chips } from "./chips.js";

/** @typedef {import("../find/finder.js").Finder} Finder */
/** @typedef {import("../find/address.js").State} State */
/** @typedef {{ facets: Record<string, import("./group.js").Facet>, without: { name: string, count: number }[], total: number }} Counts */

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
    this.sheet.addEventListener("close", () => {
      side?.append(this.filters);
      if (document.activeElement === document.body) this.filters.querySelector("summary")?.focus(); // the screen was turned
    });
    this.sheet.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("[value=close]")) this.sheet.close();
    });
    matchMedia("(min-width: 48em)").addEventListener("change", () => this.sheet.close());
    this.find(".hub-chosen__clear").addEventListener("click", (event) => {
      event.preventDefault();
      finder.go({ ...finder.now, filters: {} });
      finder.field.focus();
    });
  }

  /** @param {string} selector */
  find(selector) {
    return /** @type {HTMLElement} */ (this.place.querySelector(selector));
  }

  get state() {
    return /** @type {State} */ (this.finder.state);
  }

  /** On a phone: all filters over the whole screen. */
  open() {
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

  /** A group was opened. */
  async renew() {
    const turn = this.finder.turn;
    try {
      const counts = await this.count({ ...this.finder.request });
      if (counts && turn === this.finder.turn) this.show(counts);
    } catch (why) {
      this.tell(this.finder.reason(/** @type {any} */ (why)), true);
    }
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

  /** What is chosen, above the results. @param {State} state */
  chips(state) {
    const said = Object.entries(state.filters).map(([name, words]) => ({
      name,
      title: this.groups.get(name)?.title ?? "",
      words: words.map((word) => ({ word, label: this.label(name, word) ?? word })),
    }));
    chips(this.finder, said);
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
    this.chips(this.state);
    const { telling } = this.finder;
    this.find(".hub-drawer__foot button").textContent = telling.count("show", counts.total);
    const lost = this.wanted().some((name) => !counts.facets[name]);
    this.tell(lost ? telling.say("unfiltered") : this.sheet.open ? telling.count("found", counts.total) : "", lost);
    this.without(counts.without);
    if (this.state.sort === "near") this.offer(counts.facets.region);
  }

  /** Where nothing was found: how much there would be without each filter. @param {Counts["without"]} without */
  without(without) {
    const titles = (/** @type {string} */ name) => this.groups.get(name)?.title ?? this.label(name, this.state.filters[name]?.[0]) ?? name;
    const links = without.filter(({ count }) => count).map(({ name, count }) => {
      const { [name]: _, ...filters } = this.state.filters;
      const words = this.finder.telling.say("without", { name: titles(name) });
      return this.finder.link({ ...this.state, filters }, `${words}: ${this.finder.telling.count("found", count)}`);
    });
    this.find("#hub-find-without").replaceChildren(...links);
  }

  /** Regions to measure the distance from. @param {import("./group.js").Facet} regions */
  offer(regions) {
    const select = /** @type {HTMLSelectElement} */ (this.find("#hub-find-near select"));
    if (select.options.length < 2) {
      select.append(...regions.choices.filter(({ group }) => group).map(({ word, label }) => new Option(label, word)));
      select.disabled = false;
    }
    select.value = this.state.near;
  }
}

/** @param {string} day as addresses carry it @param {string} locale */
function told(day, locale) {
  const when = new Date(`${day}T12:00:00`);
  return Number.isNaN(+when) ? day : new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(when);
}
