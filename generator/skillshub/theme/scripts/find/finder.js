// @ts-check
// The finder: what was asked, in the address; what was found, on the page. Filters come from a script of their own.

import { chosen, isEmpty, isFiltered, requestOf, searchOf, stateOf, unbarred } from "./address.js";
import { Asking } from "./asking.js";
import { copied, part, result } from "./drawing.js";
import { Telling } from "./telling.js";

const PAGE = 10;
const PAUSE = 120; // milliseconds without a key, after which what stands there is looked for
const PATIENCE = 300; // before it is said that the search is at work
const LONG = 8_000; // before it is said that this takes long
const QUIET = 900; // before what was found is read out
const DATING = 600; // milliseconds without a change, after which a day is chosen

/** @typedef {import("../search/engine.js").Answer} Answer */

export class Finder {
  /** @param {HTMLElement} place @param {HTMLFormElement} form @param {Asking} asking */
  constructor(place, form, asking) {
    this.place = place;
    this.form = form;
    this.asking = asking;
    this.root = new URL("..", form.action);
    this.telling = new Telling(JSON.parse(place.dataset.said ?? ""));
    this.badges = JSON.parse(place.dataset.badges ?? "");
    this.facets = (place.dataset.facets ?? "").trim().split(" ").concat("from", "until");
    this.field = part(form, "input");
    this.list = part(place, "#hub-results");
    this.sort = part(place, "#hub-find-sort");
    this.near = part(place, "#hub-find-near");
    /** @type {HTMLInputElement[]} */
    this.days = [...place.querySelectorAll("[type=date]")].map((day) => /** @type {HTMLInputElement} */ (day));
    this.sorts = [...this.sort.options].map((option) => option.value);
    this.title = document.title;
    this.turn = 0;
    this.listen();
    const typed = this.field.value; // before this script was there, as what follows
    const early = [this.sort, ...this.days].map(({ name, value }) => [name, value]).filter(([, value]) => value);
    this.read(history.state?.shown);
    if (typed && typed !== this.state.q) this.type((this.field.value = typed));
    const state = early.reduce((state, [name, value]) => (name === "sort" ? { ...state, sort: value } : chosen(state, name, value, true)), this.now);
    if (early.length && searchOf(state) !== searchOf(this.now)) this.go(state);
  }

  listen() {
    this.field.addEventListener("input", () => this.type(this.field.value));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(this.now);
    });
    this.place.addEventListener("change", ({ target }) => this.choose(target));
    part(this.place, "#hub-filters-open").addEventListener("click", () => this.panel().then((panel) => (panel ? panel.open() : this.unfiltered())));
    this.place.addEventListener("toggle", () => this.panel().then((panel) => (panel ? panel.renew() : this.unfiltered())), true);
    part(this.place, "#hub-find-more button").addEventListener("click", () => this.more());
    part(this.place, "#hub-find-failed a").addEventListener("click", (/** @type {Event} */ event) => {
      if (this.failed === "outdated") return; // the link loads the page again
      event.preventDefault();
      this.run();
    });
    addEventListener("popstate", () => this.told !== location.search && this.read(history.state?.shown));
    addEventListener("pagehide", () => this.keep());
    addEventListener("pageshow", ({ persisted }) => persisted && history.replaceState(null, "")); // all is as it was
    if (part(this.place, ".hub-filter").parentElement.querySelector("[open]")) this.panel();
  }

  /** What is asked, with what stands in the fields now: years are typed digit by digit. @returns {import("./address.js").State} */
  get now() {
    const state = { .../** @type {import("./address.js").State} */ (this.state), q: this.field.value };
    const whole = this.days.filter(({ value }) => !value || value > "1900");
    return whole.reduce((state, { name, value }) => chosen(state, name, value, true), state);
  }

  /** @param {import("./address.js").State} state what is asked, in the fields too, but not under somebody's hands */
  set now(state) {
    this.state = state;
    this.field.value = state.q;
    for (const day of this.days) if (day !== document.activeElement) day.value = state.filters[day.name]?.[0] ?? "";
  }

  /** How much was shown, and where one was in it: for who comes back. */
  keep() {
    history.replaceState({ shown: this.list.childElementCount && this.shown, top: scrollY }, "");
  }

  /** What the address says is asked. @param {number} [shown] how many results one had seen before */
  read(shown) {
    this.told = location.search;
    this.now = stateOf(location.search, this.facets, this.sorts);
    this.run(false, Math.max(PAGE, Math.min(shown || 0, 100)));
  }

  /** @param {string} words as they stand while one types */
  type(words) {
    clearTimeout(this.pause);
    this.busy();
    this.pause = setTimeout(() => {
      this.state = { ...this.now, q: words };
      history.replaceState(null, "", location.pathname + (this.told = searchOf(this.state)));
      this.run(true);
    }, PAUSE);
  }

  /** @param {any} target of a change */
  choose(target) {
    const { name, value, type, checked } = target;
    if (name === "sort" || name === "near") this.go({ ...this.now, [name]: value });
    else if (type === "date") {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.go(this.now), DATING);
    } else if (this.facets.includes(name)) this.go(chosen(this.now, name, value, checked));
  }

  /** A link to what would be found otherwise. @param {import("./address.js").State} state @param {string} words */
  link(state, words) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.className = "hub-chip";
    link.href = location.pathname + searchOf(state);
    link.textContent = words;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.go(state);
    });
    item.append(link);
    return item;
  }

  /** A step that one can go back. @param {import("./address.js").State} state */
  go(state) {
    clearTimeout(this.pause);
    this.now = state;
    const search = searchOf(state);
    const said = (/** @type {string} */ search) => searchOf(stateOf(search, this.facets, this.sorts)); // whatever its order
    if (said(search) !== said(location.search)) {
      this.keep();
      history.pushState(null, "", location.pathname + (this.told = search));
    }
    this.run();
  }

  /** The filters' own script, once it is needed. Without it there are results all the same.
   * @returns {Promise<import("../filters/panel.js").Panel | undefined>} */
  panel() {
    this.filters ??= import(new URL("hub-filters.js", import.meta.url).href).then(({ Panel }) => new Panel(this), () => (this.filters = undefined));
    return this.filters;
  }

  unfiltered() {
    this.say(this.telling.say("unfiltered"), true);
  }

  /** Room for what comes, at once: later it would push away what one reads. */
  busy() {
    document.documentElement.dataset.hubAsked ??= "";
    delete this.list.dataset.settled;
  }

  /** @param {boolean} [typing] whether the last word may go on @param {number} [size] */
  async run(typing = false, size = PAGE) {
    const turn = ++this.turn;
    const state = /** @type {import("./address.js").State} */ (this.state);
    const request = { ...requestOf(state), typing };
    document.title = (state.q.trim() && `${state.q.trim()} · `) + this.title;
    this.sort.value = state.sort;
    this.near.hidden = state.sort !== "near";
    this.request = request;
    if (!isEmpty(state)) this.busy();
    const waiting = isEmpty(state) ? [] : [[PATIENCE, "searching"], [LONG, "slow"]].map(([after, words]) => setTimeout(() => turn === this.turn && this.say(this.telling.say(`${words}`), true), +after));
    try {
      const asked = isEmpty(state) ? undefined : this.asking.ask({ ask: "find", request: { ...request, size } });
      asked?.catch(() => {});
      const filters = isFiltered(state) || state.sort === "near" || unbarred(state.q) !== state.q || this.filters;
      const panel = filters && (await this.panel());
      const counted = panel?.count(request);
      counted?.catch(() => {});
      const answer = await asked;
      if (panel && (state.filters.region || !panel.knows(state))) await counted; // else more would be said above the results later
      if (turn !== this.turn) return;
      this.shown = size;
      panel?.chips(state, answer?.barred);
      this.show(answer, state.q);
      if (filters && !panel) this.unfiltered();
      const counts = await counted?.catch(() => undefined); // without them there are results all the same
      if (counts && turn === this.turn) panel?.show(counts);
    } catch (why) {
      if (turn === this.turn) this.fail(/** @type {import("./asking.js").Failure} */ (why));
    } finally {
      waiting.forEach(clearTimeout);
    }
  }

  /** @param {Answer | undefined} answer none, when nothing was asked @param {string} typed */
  show(answer, typed) {
    const { items, full, some, corrected } = answer ?? { items: [], full: 0, some: 0, corrected: "" };
    this.fail();
    this.list.replaceChildren();
    this.add(items, 0, full);
    const here = this.place.contains(document.activeElement) && document.activeElement; // the field is not in there
    const guess = part(this.place, "#hub-find-corrected");
    guess.textContent = corrected && this.telling.say("corrected", { words: corrected });
    guess.hidden = !corrected;
    part(this.place, "#hub-results-title").hidden = !items.length;
    part(this.place, "#hub-find-empty").hidden = !answer || some > 0;
    part(this.place, "#hub-find-more").hidden = items.length >= some;
    if (!answer) delete document.documentElement.dataset.hubAsked;
    this.say(answer ? this.telling.found(answer) : "", true);
    if (here && !here.checkVisibility()) (items.length ? part(this.place, "#hub-results-title") : this.field).focus();
    this.settle(typed);
  }

  /** @param {string} typed */
  settle(typed) {
    this.list.dataset.query = typed;
    this.list.dataset.settled = "";
    document.dispatchEvent(new Event("hub-drawn"));
    if (history.state?.top) scrollTo(0, history.state.top);
    if (history.state) history.replaceState(null, "");
  }

  /** @param {import("./drawing.js").Card[]} items @param {number} from @param {number} full */
  add(items, from, full) {
    items.forEach((card, place) => {
      if (full && from + place === full) this.list.append(copied("hub-divider"));
      this.list.append(result(card, this.root, this.badges));
    });
  }

  /** The next ones, under those that are there. The first of them is where one goes on. */
  async more() {
    if (this.list.dataset.settled === undefined) return; // others are on their way
    const turn = ++this.turn;
    const from = this.shown ?? 0;
    delete this.list.dataset.settled;
    try {
      const answer = await this.asking.ask({ ask: "find", request: { ...this.request, from, size: PAGE } });
      if (turn !== this.turn) return;
      const { items, full, some } = answer;
      this.shown = from + PAGE;
      const before = this.list.lastElementChild;
      this.add(items, from, full);
      this.say(this.telling.found(answer));
      part(this.place, "#hub-find-more").hidden = this.shown >= some;
      let next = before?.nextElementSibling;
      if (next?.matches(".hub-divider")) next = next.nextElementSibling;
      next?.querySelector("a")?.focus();
      this.settle(this.list.dataset.query ?? "");
    } catch (why) {
      if (turn !== this.turn) return;
      this.list.dataset.settled = "";
      this.say(this.reason(/** @type {import("./asking.js").Failure} */ (why)), true);
    }
  }

  /** @param {import("./asking.js").Failure} why @returns {string} */
  reason(why) {
    const cause = "DecompressionStream" in globalThis ? why : "old"; // Safari before 16.4, Firefox before 113
    return this.telling.say(cause in this.telling.words ? cause : "missing");
  }

  /** What keeps the search from answering, in words; without a reason, nothing does. @param {import("./asking.js").Failure} [why] */
  fail(why) {
    this.failed = why;
    part(this.place, "#hub-find-failed").hidden = !why;
    if (!why) return;
    const reason = this.reason(why);
    part(this.place, "#hub-find-why").textContent = reason;
    this.list.replaceChildren();
    for (const one of ["results-title", "find-empty", "find-more", "find-corrected"]) part(this.place, `#hub-${one}`).hidden = true;
    this.say("");
    this.status(reason);
  }

  /** @param {string} words @param {boolean} [aloud] */
  say(words, aloud = false) {
    part(this.place, "#hub-find-count").textContent = words;
    if (aloud) this.status(words);
  }

  /** Read out, after a pause: whoever types is not talked to. @param {string} words */
  status(words) {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => (part(this.place, "#hub-find-status").textContent = words), QUIET);
  }
}
