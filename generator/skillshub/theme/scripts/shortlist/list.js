// @ts-check
// The page of the shortlist: what was saved, or what an address shares; up to four entries side by side.

import { entryAt } from "./reading.js";
import { isEntry, save, saved } from "./storage.js";
import { table } from "./table.js";
import { Telling } from "../find/telling.js";

const SIDE_BY_SIDE = 4;

/** @param {string} id @returns {any} */
const place = (id) => document.getElementById(id);

export class List {
  constructor() {
    const here = place("hub-shortlist");
    this.root = new URL(here.dataset.root, location.href);
    this.telling = new Telling(JSON.parse(here.dataset.said));
    const shared = (new URLSearchParams(location.search).get("entries") ?? "").split(",").filter(isEntry);
    this.shared = shared.length > 0;
    /** @type {import("./storage.js").Saved[]} */
    this.saved = this.shared ? [...new Set(shared)].map((address) => [address, ""]) : saved();
    /** @type {Map<string, import("./reading.js").Entry>} */
    this.entries = new Map();
    /** @type {Set<string>} */
    this.compared = new Set(this.saved.slice(0, SIDE_BY_SIDE).map(([address]) => address));
    place("hub-share-copy").addEventListener("click", () => this.copy());
    place("hub-share-print").addEventListener("click", () => print());
    place("hub-kept-shared").querySelector("button").addEventListener("click", () => this.saveAll());
    this.show();
  }

  async show() {
    place("hub-kept-count").textContent = this.telling.say("loading");
    const found = await Promise.all(this.saved.map(([address, title]) => this.entries.get(address) ?? entryAt(address, title, this.root)));
    for (const entry of found) {
      this.entries.set(entry.address, entry);
      if (entry.gone) this.compared.delete(entry.address);
    }
    this.draw(found);
  }

  /** @param {import("./reading.js").Entry[]} found */
  draw(found) {
    place("hub-kept-count").textContent = found.length ? this.telling.count(this.shared ? "shared" : "kept", found.length) : "";
    place("hub-kept-none").hidden = found.length > 0;
    place("hub-kept-shared").hidden = !this.shared;
    place("hub-kept").replaceChildren(...found.map((entry) => this.row(entry)));
    place("hub-shared").hidden = !found.length;
    const address = new URL(location.href);
    address.hash = "";
    address.search = `?entries=${found.map((entry) => entry.address).join(",")}`;
    place("hub-share-address").value = address.href;
    this.compare();
  }

  /** @param {import("./reading.js").Entry} entry */
  row(entry) {
    const item = place("hub-kept-one").content.firstElementChild.cloneNode(true);
    const link = item.querySelector("a");
    if (entry.href) link.href = entry.href;
    link.textContent = entry.title;
    link.lang = entry.language;
    const more = item.querySelector(".hub-row__more");
    more.textContent = entry.gone ? this.telling.say(entry.gone) : entry.summary;
    more.lang = entry.spoken;
    const type = item.querySelector(".hub-row__type");
    type.textContent = entry.type;
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
      this.compare();
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
    section.querySelector(".hub-compare").replaceChildren(table(chosen, this.telling));
  }

  /** @param {string} address */
  remove(address) {
    const at = this.saved.findIndex(([one]) => one === address);
    this.saved = this.saved.filter(([one]) => one !== address);
    save(this.saved);
    this.entries.delete(address);
    this.compared.delete(address);
    this.draw(this.saved.map(([one]) => /** @type {import("./reading.js").Entry} */ (this.entries.get(one))));
    const buttons = place("hub-kept").querySelectorAll("button");
    (buttons[Math.min(at, buttons.length - 1)] ?? place("hub-kept-none").querySelector("a")).focus();
  }

  /** What was shared becomes one's own, after what one had. */
  saveAll() {
    const own = saved();
    const new_ = [...this.entries.values()].filter((entry) => !entry.gone && !own.some(([address]) => address === entry.address));
    save([...own, ...new_.map((entry) => /** @type {[string, string]} */ ([entry.address, entry.title]))]);
    location.assign("./");
  }

  async copy() {
    const field = place("hub-share-address");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      place("hub-share-done").textContent = this.telling.say("copied");
    } catch {
      // It is selected: whoever may not copy by script, copies by hand.
    }
  }
}
