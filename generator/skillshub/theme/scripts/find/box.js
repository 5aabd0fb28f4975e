// @ts-check
// A box with suggestions: the combobox of the ARIA Authoring Practices 1.2. The focus stays in the field; Enter without a
// choice sends the form, as it would without this.

import { copied, fill, part } from "./drawing.js";

const SUGGESTIONS = 6;
const BREATH = 100; // milliseconds without a key
const PATIENCE = 300; // with suggestions for what stood there before, or with none

export class Box {
  /** @param {HTMLFormElement} form @param {import("./asking.js").Asking} asking */
  constructor(form, asking) {
    this.form = form;
    this.asking = asking;
    this.root = new URL("..", form.action);
    this.field = part(form, "input");
    this.list = copied("hub-options");
    this.blank = part(this.list, "li");
    this.list.id = `${this.field.id}-options`;
    this.list.hidden = true;
    form.append(this.list);
    /** @type {string[]} */
    this.targets = [];
    this.active = -1;
    this.turn = 0;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id })) this.field.setAttribute(name, value);
    this.field.addEventListener("input", () => this.wait());
    this.field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.press(event));
    this.field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (/** @type {Event} */ event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (/** @type {MouseEvent} */ event) => this.click(event));
    if (this.field.value && document.activeElement === this.field) this.wait();
  }

  wait() {
    clearTimeout(this.pause);
    this.turn++;
    this.stale = true; // what is listed answers another question
    this.turnTo(-1);
    this.pause = setTimeout(() => this.suggest(), BREATH);
  }

  async suggest() {
    const turn = ++this.turn;
    const typed = this.field.value.trim();
    if (!typed) return this.close();
    this.stale = true;
    setTimeout(() => turn === this.turn && this.stale && this.show([this.waiting()]), PATIENCE);
    const request = { typed: this.field.value, typing: true, size: SUGGESTIONS, pages: true };
    const answer = this.asking.ask({ ask: "find", request });
    /** @type {import("./drawing.js").Card[]} */
    const items = await answer.then((told) => told.items, () => []); // without suggestions it is still a form
    if (turn === this.turn && document.activeElement === this.field) this.open(items, typed);
  }

  /** @param {import("./drawing.js").Card[]} items @param {string} typed */
  open(items, typed) {
    const all = new URL(this.form.action);
    all.searchParams.set("q", typed);
    this.targets = [...items.map((card) => new URL(card.address, this.root).href), all.href];
    const last = this.option(items.length, [`${this.list.dataset.all} ${typed}`], "", "");
    last.classList.add("hub-option--all");
    this.stale = false;
    this.show([...items.map((card, place) => this.option(place, card.title, card.language, card.type)), last]);
  }

  /** @param {Element[]} options */
  show(options) {
    this.list.replaceChildren(...options);
    this.list.hidden = false;
    this.list.scrollTop = 0;
    this.field.setAttribute("aria-expanded", "true");
    this.turnTo(-1);
  }

  /** Says that suggestions are on their way; nobody can choose that. */
  waiting() {
    const item = this.option(0, [this.list.dataset.waiting ?? ""], "", "");
    item.setAttribute("aria-disabled", "true");
    this.targets = [];
    return item;
  }

  /** @param {number} place @param {string[]} title @param {string} language @param {string} type */
  option(place, title, language, type) {
    const item = this.blank.cloneNode(true);
    item.id = `${this.list.id}-${place}`;
    fill(part(item, ".hub-option__title"), title, language);
    part(item, ".hub-option__type").textContent = type;
    return item;
  }

  close() {
    clearTimeout(this.pause);
    this.turn++;
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.turnTo(-1);
  }

  /** @param {number} place of the option that is meant, or -1 for the field itself */
  turnTo(place) {
    this.active = place;
    [...this.list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    const option = this.list.children[place];
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return; // 229: Safari, as a word is composed
    const options = this.list.hidden || this.stale ? 0 : this.targets.length;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && !options) this.suggest();
    else if (step) this.turnTo(((this.active + 1 + step + options + 1) % (options + 1)) - 1);
    else if (event.key === "Escape" && !this.list.hidden) this.close();
    else if (event.key === "Enter" && this.active >= 0) location.assign(this.targets[this.active]);
    else {
      if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) this.turnTo(-1); // back into the text
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {MouseEvent} event */
  click(event) {
    const option = /** @type {Element} */ (event.target).closest(".hub-option");
    const target = option && this.targets[[...this.list.children].indexOf(option)];
    if (target) open(target, event.ctrlKey || event.metaKey ? "_blank" : "_self");
  }
}
