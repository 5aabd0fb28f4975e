// @ts-check
// The page of the shortlist: what was saved, or what an address shares; up to four entries side by side.

import { bareEntry, entryOf } from "./reading.js";
import { KEY, MOST, isEntry, save, saved } from "./storage.js";
import { spoken, table } from "./table.js";
import { Telling } from "../find/telling.js";

const SIDE_BY_SIDE = 4;
const AT_ONCE = 6; // pages that are fetched

/** @param {string} id @returns {any} */
const place = (id) => document.getElementById(id);

/** @param {string} address @returns {any} */
const rowOf = (address) => place("hub-kept").querySelector(`[data-address="${address}"]`)?.closest("li");

/** @param {Element} row @returns {any[]} */
const controls = (row) => [...row.querySelectorAll("a, input, button")];

export class List {
  constructor() {
    const here = place("hub-shortlist");
    this.root = new URL(here.dataset.root, location.href);
    this.telling = new Telling(JSON.parse(here.dataset.said));
    const told = new URLSearchParams(location.search);
    const [shared, compared] = [told.get("entries"), told.get("compare")];
    this.shared = shared !== null;
    /** @type {import("./storage.js").Saved[]} */
    this.saved = shared === null ? saved() : [...new Set(shared.split(",").filter(isEntry))].slice(0, MOST).map((address) => [address, ""]);
    /** @type {Map<string, import("./reading.js").Entry>} */
    this.entries = new Map();
    const there = this.saved.map(([address]) => address);
    this.chosen = compared !== null; // which are compared; else it is the first of them
    /** @type {Set<string>} */
    this.compared = new Set((compared?.split(",").filter((one) => there.includes(one)) ?? there).slice(0, SIDE_BY_SIDE));
    place("hub-share-copy").addEventListener("click", () => this.copy());
    place("hub-share-print").addEventListener("click", () => print());
    place("hub-kept-shared").querySelector("button").addEventListener("click", () => this.saveAll());
    if (!this.shared) addEventListener("storage", ({ key }) => (key ?? KEY) === KEY && this.renew()); // without a key: all was cleared
    this.show();
  }

  /** Each entry at once by what is known of it, and whole when its page has come. */
  async show() {
    const missing = this.saved.filter(([address]) => !this.entries.has(address));
    for (const [address, title] of missing) this.entries.set(address, bareEntry(address, title, this.root));
    this.draw();
    if (missing.length) place("hub-kept-count").textContent = this.telling.say("loading");
    place("hub-kept").setAttribute("aria-busy", String(missing.length > 0));
    const fetching = missing.values();
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (const [address] of fetching) {
        const bare = this.entries.get(address);
        if (bare) this.put(await entryOf(bare)); // else it was removed meanwhile
      }
    }));
    place("hub-kept").setAttribute("aria-busy", "false");
    this.count();
  }

  /** @param {import("./reading.js").Entry} entry as its page shows it */
  put(entry) {
    if (!this.entries.has(entry.address)) return; // removed meanwhile
    this.entries.set(entry.address, entry);
    if (entry.gone) this.compared.delete(entry.address);
    this.steadily(() => rowOf(entry.address)?.replaceWith(this.row(entry)));
    this.compare();
  }

  /** The focus stays on what it is on, though another takes its place. @param {() => void} redraw */
  steadily(redraw) {
    const row = document.activeElement?.closest("#hub-kept > li");
    const at = row ? controls(row).indexOf(document.activeElement) : -1;
    const address = row?.querySelector("input")?.dataset.address ?? "";
    redraw();
    if (at < 0) return;
    const now = rowOf(address) ?? place("hub-kept").firstElementChild ?? place("hub-kept-none");
    const may = [controls(now)[at], ...controls(now)].filter((one) => one?.getClientRects().length && !one.matches(":disabled, a:not([href])"));
    may[0]?.focus();
  }

  /** Another tab saved or removed something. */
  renew() {
    this.saved = saved();
    for (const address of this.entries.keys()) if (!this.saved.some(([one]) => one === address)) this.forget(address);
    this.show();
  }

  /** @param {string} address */
  forget(address) {
    this.entries.delete(address);
    this.compared.delete(address);
  }

  count() {
    const { length } = this.saved;
    place("hub-kept-count").textContent = this.shared && !length ? this.telling.say("unread") : length ? this.telling.count(this.shared ? "shared" : "kept", length) : "";
    place("hub-kept-shared").querySelector("button").hidden = [...this.entries.values()].every(({ gone }) => gone);
  }

  draw() {
    const found = this.saved.map(([address]) => /** @type {import("./reading.js").Entry} */ (this.entries.get(address)));
    this.count();
    place("hub-kept-none").hidden = found.length > 0 || this.shared;
    place("hub-kept-shared").hidden = !this.shared;
    this.steadily(() => place("hub-kept").replaceChildren(...found.map((entry) => this.row(entry))));
    place("hub-shared").hidden = !found.length;
    this.compare();
    this.tell();
  }

  /** What one looks at, as an address: to share, and to come back to. */
  tell() {
    const entries = `entries=${this.saved.map(([address]) => address)}`;
    const compared = this.chosen ? [`compare=${[...this.compared]}`] : [];
    const own = [...(this.shared ? [entries] : []), ...compared].join("&");
    if (this.chosen) history.replaceState(null, "", `${location.pathname}?${own}`);
    const address = new URL(location.pathname, location.href);
    address.search = [entries, ...compared].join("&");
    place("hub-share-address").value = address.href;
    place("hub-share-done").textContent = "";
  }

  /** @param {import("./reading.js").Entry} entry */
  row(entry) {
    const item = place("hub-kept-one").content.firstElementChild.cloneNode(true);
    const link = item.querySelector("a");
    if (entry.href) link.href = entry.href;
    link.textContent = entry.title;
    if (entry.language) link.lang = entry.language;
    const more = item.querySelector(".hub-row__more");
    more.textContent = entry.gone ? this.telling.say(entry.gone) : entry.summary;
    if (entry.spoken) more.lang = entry.spoken;
    const type = item.querySelector(".hub-row__type");
    type.textContent = entry.type;
    if (entry.by.length) {
      const by = type.cloneNode();
      by.className = "hub-row__fact hub-fact--provider";
      by.append(...entry.by.map(spoken));
      type.after(by);
    }
    for (const [name, words] of entry.states) {
      const badge = type.cloneNode();
      badge.className = name;
      badge.textContent = words;
      type.after(badge);
    }
    const choice = item.querySelector("input");
    choice.closest("label").hidden = Boolean(entry.gone);
    choice.dataset.address = entry.address;
    choice.setAttribute("aria-label", this.telling.say("compare", { name: entry.title }));
    choice.addEventListener("change", () => {
      if (choice.checked) this.compared.add(entry.address);
      else this.compared.delete(entry.address);
      this.chosen = true;
      this.compare();
      this.tell();
    });
    const remove = item.querySelector("button");
    remove.hidden = this.shared;
    remove.setAttribute("aria-label", this.telling.say("remove", { name: entry.title }));
    remove.addEventListener("click", () => this.remove(entry.address));
    return item;
  }

  compare() {
    const chosen = [...this.entries.values()].filter((entry) => this.compared.has(entry.address));
    for (const choice of place("hub-kept").querySelectorAll("input")) {
      choice.checked = this.compared.has(choice.dataset.address);
      choice.disabled = !choice.checked && this.compared.size >= SIDE_BY_SIDE;
    }
    const section = place("hub-compared");
    section.hidden = chosen.length < 2;
    const side = section.querySelector(".hub-compare");
    const [before, now] = [side.firstElementChild, table(chosen, this.telling)];
    const { activeElement: here } = document;
    side.append(now);
    if (before?.contains(here)) [...now.querySelectorAll("a")].find((link) => link.getAttribute("href") === here?.getAttribute("href"))?.focus({ preventScroll: true });
    before?.remove(); // the focus stays here, too
  }

  /** @param {string} address */
  remove(address) {
    const at = this.saved.findIndex(([one]) => one === address);
    save(saved().filter(([one]) => one !== address)); // another tab may have saved more
    this.renew();
    const buttons = place("hub-kept").querySelectorAll("button");
    (buttons[Math.min(at, buttons.length - 1)] ?? place("hub-kept-none").querySelector("a")).focus();
  }

  /** What was shared becomes one's own, after what one had. */
  saveAll() {
    const own = saved();
    const new_ = [...this.entries.values()].filter((entry) => !entry.gone && !own.some(([address]) => address === entry.address));
    if (save([...own, ...new_.map((entry) => /** @type {[string, string]} */ ([entry.address, entry.title]))])) location.assign(this.chosen ? `./?compare=${[...this.compared]}` : "./");
    else document.dispatchEvent(new Event("hub-unsaved"));
  }

  async copy() {
    const field = place("hub-share-address");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      place("hub-share-done").textContent = this.telling.say("copied");
    } catch {
      place("hub-share-done").textContent = this.telling.say("selected");
    }
  }
}
