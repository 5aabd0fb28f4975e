// @ts-check
// What results look like (outputs/search/shown.py), with what was found in them marked.

import { cut, fold } from "./words.js";

/** A word of a text as it is written, and as it is looked up. @typedef {{ text: string, form: string }} Said */

const TEXTS = 2; // in a file (shown.py)
const [CARD, PART, FACT] = ["\x1d", "\x1f", "\x1e"]; // stand between texts
const AROUND = 150; // letters of a snippet
const BEFORE = 40; // of them before the first hit, about

/** A text in pieces, every second of which was looked for. @typedef {string[]} Marked */

/** address, title, its language, type, facts (icon, text, language, again and again), states, summary, its language
 * @typedef {[string, string, string, string, string, string, string, string]} Told */

/** A result as it is shown. @typedef {{ document: number, address: string, title: Marked, language: string, type: string,
 *   facts: { icon: string, text: Marked, language: string }[], states: string[], snippet: Marked, spoken: string, plain: string }} Card */

export class Cards {
  /** @param {import("./store.js").Store} store @param {import("./store.js").Root} root */
  constructor(store, root) {
    this.store = store;
    this.folder = root.edition;
    /** @type {Map<number, Told>} */
    this.kept = new Map();
  }

  /** @param {string} cards */
  take(cards) {
    for (const card of cards ? cards.split(CARD) : []) {
      const [document, ...told] = card.split(PART);
      this.kept.set(Number(document), /** @type {Told} */ (told));
    }
  }

  /** @param {number} document @returns {Promise<Told>} */
  async told(document) {
    if (!this.kept.has(document)) this.take((await this.file("cards", document)).rest());
    return /** @type {Told} */ (this.kept.get(document));
  }

  /** The text of a document, in which a hit may be that its card does not show. @param {number} document @returns {Promise<string>} */
  async text(document) {
    return (await this.file("texts", Math.floor(document / TEXTS))).rest().split(CARD)[document % TEXTS];
  }

  /** All texts of a document in which one can read: those that are shown at least. @param {number} document @param {boolean} all
   * @returns {Promise<Said[][]>} */
  async said(document, all) {
    const [, title, , , facts, , summary] = await this.told(document);
    const texts = [title, summary, ...factsOf(facts).map(({ text }) => text), ...(all ? (await this.text(document)).split("\n") : [])];
    return texts.map((text) => cut(text).map((one) => ({ text: one.text, form: fold(one.text) })));
  }

  /** @param {string} name @param {number} number */
  file(name, number) {
    return this.store.read(`${this.folder}/${name}-${number}.bin`);
  }

  /** @param {number} document @param {Hits} hits @param {boolean} told whether only its text says why it was found
   * @param {string} called what it is called, or teaches, in other words: shown where nothing else tells why it was found
   * @returns {Promise<Card>} */
  async card(document, hits, told, called) {
    const [address, title, language, type, facts, states, summary, spoken] = await this.told(document);
    const shown = factsOf(facts).map((fact) => ({ ...fact, text: hits.marked(fact.text) }));
    const seen = [hits.marked(title), hits.marked(summary), ...shown.map(({ text }) => text)].some((pieces) => pieces.length > 1);
    const snippet = hits.around(told && !seen ? await this.text(document).catch(() => summary) : summary);
    return {
      document,
      address,
      title: hits.marked(title),
      language,
      type,
      facts: shown,
      states: states.split(" ").filter(Boolean),
      snippet: called && !seen ? ["", called, ` · ${snippet.join("")}`] : snippet,
      spoken,
      plain: title,
    };
  }
}

/** @param {string} facts */
function factsOf(facts) {
  const parts = facts ? facts.split(FACT) : [];
  return Array.from({ length: parts.length / 3 }, (_, at) => ({ icon: parts[3 * at], text: parts[3 * at + 1], language: parts[3 * at + 2] }));
}

/** The words that are to be marked: forms as they are, and beginnings. */
export class Hits {
  /** @param {Iterable<string>} forms @param {string[]} beginnings */
  constructor(forms, beginnings) {
    this.forms = new Set(forms);
    this.beginnings = beginnings;
  }

  /** @param {string} word */
  is(word) {
    const form = fold(word);
    return this.forms.has(form) || this.beginnings.some((beginning) => form.startsWith(beginning));
  }

  /** @param {string} text @returns {Marked} */
  marked(text) {
    const pieces = [""];
    let at = 0;
    for (const one of cut(text)) {
      if (one.start < at || !this.is(one.text)) continue;
      pieces[pieces.length - 1] += text.slice(at, one.start);
      pieces.push(text.slice(one.start, one.end), "");
      at = one.end;
    }
    pieces[pieces.length - 1] += text.slice(at);
    return pieces;
  }

  /** The part of a text around the first hit, at whole words. @param {string} text @returns {Marked} */
  around(text) {
    if (text.length <= AROUND) return this.marked(text);
    const { start: from, end: to } = cut(text).find((one) => this.is(one.text)) ?? { start: 0, end: 0 };
    const start = startOf(text, Math.min(from - BEFORE, text.length - AROUND), from);
    const end = start + AROUND < text.length ? endOf(text, start + AROUND, start, to) : text.length;
    return this.marked(`${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`);
  }
}

/** Where the next word begins, but not after a hit: where no space stands between, in the middle of a word.
 * @param {string} text @param {number} at @param {number} hit */
function startOf(text, at, hit) {
  if (at <= 0) return 0;
  const space = text.indexOf(" ", at);
  return space >= 0 && space < hit ? space + 1 : whole(text, at);
}

/** Where the last word ends, or the hit. @param {string} text @param {number} at @param {number} start @param {number} hit */
function endOf(text, at, start, hit) {
  const space = text.lastIndexOf(" ", at);
  return space > start ? Math.min(Math.max(space, hit), at) : whole(text, at);
}

/** A place that does not stand inside a character of two letters. @param {string} text @param {number} at */
const whole = (text, at) => (/[\udc00-\udfff]/.test(text[at]) ? at - 1 : at);
