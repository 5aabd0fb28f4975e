// @ts-check
// One group of filters: its choices, each with how many there would be. Drawn once; afterwards only numbers change, so that
// nothing jumps under the finger.

import { written } from "./chips.js";
import { fold } from "../search/words.js";

const SHORT = 8; // choices that are shown before one asks for all

/** `count`: none where nobody knows. @typedef {{ word: string, label: string, language: string, also: string, group: string, count?: number }} Choice */
/** @typedef {{ choices: Choice[], groups: { word: string, label: string, count?: number }[] }} Facet */
/** @typedef {{ item: HTMLLIElement, input: HTMLInputElement, count: HTMLElement, names: string, open?: HTMLElement, inside?: HTMLElement }} Row */

export class Group {
  /** @param {HTMLDetailsElement} details @param {import("../find/telling.js").Telling} telling */
  constructor(details, telling) {
    this.details = details;
    this.telling = telling;
    this.name = details.dataset.facet ?? "";
    this.title = details.querySelector("summary")?.firstChild?.textContent?.trim() ?? "";
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    /** @type {Map<string, string>} */
    this.labels = new Map();
    /** @type {Map<string, string>} */
    this.tongues = new Map();
    this.known = false;
    this.whole = false;
  }

  /** @param {Facet} facet @param {string[]} chosen */
  show(facet, chosen) {
    if (!this.known) this.draw(facet, chosen);
    for (const { word, count } of facet.choices) this.tell(word, count);
    for (const { word, count } of facet.groups) this.tell(`~${word}`, count);
    this.mark(chosen);
  }

  /** @param {string} word @param {number} [count] */
  tell(word, count) {
    const row = this.rows.get(word);
    if (!row) return;
    row.count.textContent = count === undefined ? "" : this.telling.numbers.format(count);
    row.item.classList.toggle("hub-choice--none", count === 0);
  }

  /** @param {string[]} chosen */
  mark(chosen) {
    for (const [word, row] of this.rows) row.input.checked = chosen.includes(word);
    const badge = /** @type {HTMLElement} */ (this.details.querySelector(".hub-filter__active"));
    badge.textContent = chosen.length ? String(chosen.length) : "";
  }

  /** The commonest choices first where there are many, what is chosen before all. @param {Facet} facet @param {string[]} chosen */
  draw({ choices, groups }, chosen) {
    this.known = true;
    const body = /** @type {HTMLElement} */ (this.details.querySelector(".hub-filter__body"));
    body.append(/** @type {HTMLTemplateElement} */ (document.getElementById("hub-choices")).content.cloneNode(true));
    const [search, list, more, none] = /** @type {any[]} */ ([...body.children]);
    const tops = [...groups.map((one) => ({ ...one, word: `~${one.word}`, language: "", also: "" })), ...choices.filter(({ group }) => !group)];
    const parents = choices.filter(({ word }) => chosen.includes(word)).map(({ group }) => `~${group}`);
    const weight = (/** @type {{ word: string, count?: number }} */ one) => (chosen.includes(one.word) || parents.includes(one.word) ? 1e9 : one.count ?? 0);
    if (tops.length > SHORT) tops.sort((one, other) => weight(other) - weight(one));
    /** @type {Map<string, Choice[]>} */
    const within = new Map(groups.map(({ word }) => [`~${word}`, []]));
    for (const choice of choices) within.get(`~${choice.group}`)?.push(choice);
    for (const top of tops) {
      const row = this.row(top);
      list.append(row.item);
      const inside = within.get(top.word) ?? [];
      if (inside.length) this.nest(row, inside, inside.some(({ word }) => chosen.includes(word)));
    }
    this.search = search;
    this.more = more;
    this.none = none;
    search.hidden = this.rows.size <= SHORT;
    search.addEventListener("input", () => this.cut());
    search.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && event.preventDefault());
    more.addEventListener("click", () => {
      this.whole = true;
      this.cut();
      /** @type {HTMLElement} */ (list.children[SHORT]?.querySelector("input"))?.focus();
    });
    this.tops = [...list.children];
    this.cut();
  }

  /** @param {Pick<Choice, "word" | "label" | "language" | "also">} choice @returns {Row} */
  row({ word, label, language, also }) {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("hub-choice"));
    const item = /** @type {HTMLLIElement} */ (template.content.firstElementChild?.cloneNode(true));
    const input = /** @type {HTMLInputElement} */ (item.querySelector("input"));
    const count = /** @type {HTMLElement} */ (item.querySelector(".hub-choice__count"));
    input.name = this.name;
    input.value = word;
    written(/** @type {HTMLElement} */ (item.querySelector(".hub-choice__label")), label, language);
    const row = { item, input, count, names: fold(`${label}\n${also}`) };
    this.rows.set(word, row);
    this.labels.set(word, label);
    this.tongues.set(word, language);
    return row;
  }

  /** What belongs to a choice (the regions of a country) lies under it, and opens. @param {Row} row @param {Choice[]} choices @param {boolean} open */
  nest(row, choices, open) {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("hub-choice-inside"));
    row.item.append(template.content.cloneNode(true));
    row.item.classList.add("hub-choice--parent");
    const [button, list] = /** @type {any[]} */ ([...row.item.children].slice(1));
    button.setAttribute("aria-label", this.telling.say("inside", { name: this.labels.get(row.input.value) ?? "" }));
    const turn = (/** @type {boolean} */ on) => {
      button.setAttribute("aria-expanded", String(on));
      list.hidden = !on;
    };
    button.addEventListener("click", () => turn(list.hidden));
    list.append(...choices.map((choice) => this.row(choice).item));
    row.inside = list;
    row.open = button;
    turn(open);
  }

  /** As many as asked for, or those that were looked for in the list itself. */
  cut() {
    const sought = fold(this.search.value.trim());
    const fits = (/** @type {Row} */ row) => row.names.includes(sought);
    for (const row of this.rows.values()) if (!row.inside) row.item.hidden = Boolean(sought) && !fits(row);
    let shown = 0;
    for (const row of this.rows.values()) {
      if (row.item.parentElement !== this.tops?.[0]?.parentElement) continue;
      const inside = row.inside ? [...row.inside.children].filter((one) => !(/** @type {HTMLElement} */ (one).hidden)) : [];
      row.item.hidden = sought ? !fits(row) && !inside.length : !this.whole && shown >= SHORT;
      if (!row.item.hidden) shown++;
      if (!row.inside || !sought) continue;
      if (fits(row) && !inside.length) for (const one of row.inside.children) /** @type {HTMLElement} */ (one).hidden = false;
      row.inside.hidden = !inside.length;
      row.open?.setAttribute("aria-expanded", String(!row.inside.hidden));
    }
    this.none.textContent = shown ? "" : this.telling.say("none");
    const all = this.tops?.length ?? 0;
    this.more.hidden = Boolean(sought) || this.whole || all <= SHORT;
    this.more.textContent = this.telling.say("more-choices", { count: this.telling.numbers.format(all) });
  }
}
