// @ts-check
// The finder: what was asked, in the address; what was found, on the page. Filters come from a script of their own.

import { chosen, isEmpty, isFiltered, requestOf, searchOf, stateOf } from "./address.js";
import { Asking } from "./asking.js";
import { copied, part, result } from "./drawing.js";
import { Telling } from "./telling.js";
import { beside } from "../search/worker.js";

const PAGE = 10;
const PAUSE = 120; // milliseconds without a key, after which what stands there is looked for
const PATIENCE = 300; // before it is said that the search is at work
const LONG = 8_000; // before it is said that this takes long
const BARRING = /(^|["“”„«»\s])-/; // may leave something out, which a chip says
const QUIET = 900; // before what was found is read out

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
    this.facets = (place.dataset.facets ?? "").split(" ");
    this.field = part(form, "input");
    this.list = part(place, "#hub-results");
    this.sort = part(place, "#hub-find-sort");
    this.near = part(place, "#hub-find-near");
    /** @type {HTMLInputElement[]} */
    this.days = [...place.querySelectorAll("[type=date]")].map((day) => /** @type {HTMLInputElement} */ (day));
    this.sorts = [...this.sort.options].map((option) => option.value);
    this.title = document.title;
    this.turn = 0;
    this.shown = 0;
    this.again = "";
    this.listen();
    const typed = this.field.value; // before this script was there, as what follows
    const early = [this.sort, ...this.days].map(({ name, value }) => [name, value]).filter(([, value]) => value);
    this.read(history.state?.shown);
    if (typed && typed !== /** @type {import("./address.js").State} */ (this.state).q) this.type((this.field.value = typed));
    const state = early.reduce((state, [name, value]) => (name === "sort" ? { ...state, sort: value } : chosen(state, name, value, true)), this.now);
    if (early.length && searchOf(state) !== searchOf(this.now)) this.go(state);
  }

  listen() {
    this.field.addEventListener("input", () => this.type(this.field.value));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(this.now);
    });
    this.sort.addEventListener("change", () => this.go({ ...this.now, sort: this.sort.value }));
    part(this.place, "#hub-filters-open").addEventListener("click", () => {
      const before = document.activeElement;
      this.panel().then((panel) => (panel ? panel.open(before) : this.unfiltered()));
    });
    this.place.addEventListener("toggle", () => this.panel().then((panel) => (panel ? panel.renew() : this.unfiltered())), true);
    part(this.place, "#hub-find-more button").addEventListener("click", () => this.list.dataset.settled === "" && this.run(this.request?.typing, this.shown + PAGE, this.shown));
    part(this.place, "#hub-find-failed a").addEventListener("click", (/** @type {Event} */ event) => {
      event.preventDefault();
      if (this.failed === "outdated") location.reload(); // a link may lead to what the browser keeps
      else this.run();
    });
    addEventListener("popstate", () => {
      if (this.told === location.search) return;
      this.read(history.state?.shown);
      this.date();
    });
    addEventListener("pagehide", () => this.keep());
    addEventListener("pageshow", ({ persisted }) => persisted && this.write("replaceState", null)); // all is as it was
    if (part(this.place, ".hub-filter").parentElement.querySelector("[open]")) this.place.dispatchEvent(new Event("toggle"));
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
    this.date(document.activeElement);
  }

  /** Days as they are chosen, but for one that somebody is typing. @param {Element | null} [typed] */
  date(typed) {
    for (const day of this.days) if (day !== typed) day.value = this.state?.filters[day.name]?.[0] ?? "";
  }

  /** How much was shown, and where one was in it: for who comes back. */
  keep() {
    this.write("replaceState", { shown: this.list.childElementCount && this.shown, top: scrollY });
  }

  /** Safari refuses more than a hundred in half a minute: then the address is behind. @param {"pushState" | "replaceState"} how
   * @param {object | null} state @param {string} [address] */
  write(how, state, address) {
    try {
      history[how](state, "", address);
    } catch {
      // What is asked for is found all the same.
    }
  }

  /** What the address says is asked. @param {number} [shown] how many results one had seen before */
  read(shown) {
    clearTimeout(this.pause);
    this.told = location.search;
    this.now = stateOf(location.search, this.facets, this.sorts);
    this.run(false, Math.max(PAGE, Math.min(shown || 0, 300)));
  }

  /** @param {string} words as they stand while one types */
  type(words) {
    clearTimeout(this.pause);
    this.busy();
    this.pause = setTimeout(() => {
      this.state = { ...this.now, q: words };
      this.told = searchOf(this.state);
      this.run(true);
      this.write("replaceState", null, location.pathname + this.told);
    }, PAUSE);
  }

  /** A step that one can go back. @param {import("./address.js").State} state */
  go(state) {
    clearTimeout(this.pause);
    this.now = state;
    const search = searchOf(state);
    const said = (/** @type {string} */ search) => searchOf(stateOf(search, this.facets, this.sorts)); // whatever its order
    if (said(search) !== said(location.search)) {
      this.keep();
      this.write("pushState", null, location.pathname + (this.told = search));
    }
    this.run();
  }

  /** The filters' own script, once it is needed. Without it there are results all the same.
   * @returns {Promise<import("../filters/panel.js").Panel | undefined>} */
  panel() {
    this.filters ??= import(beside("hub-filters.js") + this.again).then(({ Panel }) => {
      this.beside("#hub-find-unfiltered", "");
      return (this.side = new Panel(this));
    }, () => {
      this.again += "?"; // a script that came damaged is not asked for again under its name
      /** @type {Promise<import("../filters/panel.js").Panel | undefined> | undefined} */
      this.filters = undefined;
    });
    return this.filters;
  }

  unfiltered() {
    this.beside("#hub-find-unfiltered", this.telling.say("unfiltered"));
  }

  /** What went wrong, where it did; and read out. @param {string} selector @param {string} words */
  beside(selector, words) {
    part(this.place, selector).textContent = words;
    if (words) this.status(words);
  }

  /** Room for what comes, at once: later it would push away what one reads. */
  busy() {
    document.documentElement.dataset.hubAsked ??= "";
    delete this.list.dataset.settled;
  }

  /** @param {boolean} [typing] whether the last word may go on @param {number} [size] @param {number} [from] where one goes on
   * reading: these are further results of the same */
  async run(typing = false, size = PAGE, from = 0) {
    const turn = ++this.turn;
    const state = /** @type {import("./address.js").State} */ (this.state);
    const request = { ...requestOf(state), typing };
    document.title = (state.q.trim() && `${state.q.trim()} · `) + this.title;
    this.sort.value = state.sort;
    this.near.hidden = state.sort !== "near";
    this.request = request;
    if (!isEmpty(state)) this.busy();
    const waiting = isEmpty(state) || from ? [] : this.waiting((words) => turn === this.turn && this.say(words, true));
    try {
      const asked = isEmpty(state) ? undefined : this.asking.ask({ ask: "find", request: { ...request, size } });
      asked?.catch(() => {});
      const filters = isFiltered(state) || state.sort === "near" || BARRING.test(state.q);
      const panel = filters ? await this.panel() : this.side;
      const counted = panel?.count(request);
      counted?.catch(() => {});
      const answer = await asked;
      await panel?.explain(answer, counted);
      if (turn !== this.turn) return;
      this.shown = size;
      const goesOn = from && document.activeElement?.matches("body, #hub-find-more button");
      this.show(answer, state.q);
      panel?.chips(state, answer?.barred);
      if (history.state?.top) scrollTo(0, history.state.top); // once all is there that stands above
      if (history.state) this.write("replaceState", null);
      if (goesOn) this.list.querySelectorAll("a")[from]?.focus();
      if (from) this.write("replaceState", { shown: size }); // for who loads the page again
      if (filters && !panel) this.unfiltered();
      const counts = await counted?.catch(() => undefined); // without them there are results all the same
      if (counts && turn === this.turn) panel?.show(counts);
    } catch (why) {
      if (turn !== this.turn) return;
      this.fail(/** @type {import("./asking.js").Failure} */ (why), from);
      if (!from) this.side?.fail();
    } finally {
      waiting.forEach(clearTimeout);
    }
  }

  /** Timers that say that something takes a while, and that it takes long. @param {(words: string) => void} tell */
  waiting(tell) {
    return [[PATIENCE, "searching"], [LONG, "slow"]].map(([after, words]) => setTimeout(() => tell(this.telling.say(`${words}`)), +after));
  }

  /** @param {Answer | undefined} answer none, when nothing was asked @param {string} typed */
  show(answer, typed) {
    const { items, full, some, corrected } = answer ?? { items: [], full: 0, some: 0, corrected: "" };
    const here = this.place.contains(document.activeElement) && document.activeElement; // the field is not in there
    this.fail();
    this.answer = answer;
    this.list.replaceChildren();
    items.forEach((card, place) => {
      if (full && place === full) this.list.append(copied("hub-divider"));
      this.list.append(result(card, this.root, this.badges));
    });
    const guess = part(this.place, "#hub-find-corrected");
    guess.textContent = corrected && this.telling.say("corrected", { words: corrected });
    guess.hidden = !corrected;
    part(this.place, "#hub-results-title").hidden = !items.length;
    part(this.place, "#hub-find-empty").hidden = !answer || some > 0;
    part(this.place, "#hub-find-more").hidden = items.length >= some;
    if (!answer) delete document.documentElement.dataset.hubAsked;
    const count = answer ? this.telling.found(answer) : "";
    this.say(count);
    this.status(corrected ? `${guess.textContent}. ${count}` : count);
    if (here && !here.getClientRects().length) (items.length ? part(this.place, "#hub-results-title") : this.field).focus();
    this.list.dataset.query = typed;
    this.list.dataset.settled = "";
    document.dispatchEvent(new Event("hub-drawn"));
  }

  /** @param {import("./asking.js").Failure} why @returns {string} */
  reason(why) {
    const cause = "DecompressionStream" in globalThis ? why : "old"; // Safari before 16.4, Firefox before 113
    return this.telling.say(cause in this.telling.words ? cause : "missing");
  }

  /** What keeps the search from answering, in words; without a reason, nothing does. Results that are there stay.
   * @param {import("./asking.js").Failure} [why] @param {number} [from] */
  fail(why, from) {
    const reason = why && this.reason(why);
    this.beside("#hub-find-more span", (from && reason) || "");
    if (from && why) this.list.dataset.settled = "";
    if (from) return;
    this.failed = why;
    part(this.place, "#hub-find-failed").hidden = !why;
    if (!reason) return;
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
