// @ts-check
// What results look like (outputs/search/shown.py), with what was found in them marked.

import { cut, fold } from "./words.js";

const A_FILE = 3; // documents (A_FILE in shown.py)
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
    return (await this.file("texts", document)).rest().split(CARD)[document % A_FILE];
  }

  /** @param {string} name @param {number} document */
  file(name, document) {
    return this.store.read(`${this.folder}/${name}-${Math.floor(document / A_FILE)}.bin`);
  }

  /** @param {number} document @param {Hits} hits @param {boolean} told whether only its text says why it was found
   * @returns {Promise<Card>} */
  async card(document, hits, told) {
    const [address, title, language, type, facts, states, summary, spoken] = await this.told(document);
    const text = told && !hits.in(title) && !hits.in(summary) && !hits.in(facts) ? await this.text(document) : summary;
    return {
      document,
      address,
      title: hits.marked(title),
      language,
      type,
      facts: factsOf(facts).map((fact) => ({ ...fact, text: hits.marked(fact.text) })),
      states: states.split(" ").filter(Boolean),
      snippet: hits.around(text),
      spoken,
      plain: title,
    };
  }
}

/** @param {string} facts */
export function factsOf(facts) {
  const parts = facts ? facts.split(FACT) : [];
  return Array.from({ length: parts.length / 3 }, (_, at) => ({ icon: parts[3 * at], text: parts[3 * at + 1], language: parts[3 * at + 2] }));
}

/** The words that are to be marked: forms as they are, and beginnings. */
export class Hits {
  /** @param {Iterable<string>} forms @param {string[]} beginnings */
  constructor(forms, beginnings) {
    this.forms = new Set(forms);
    this.beginnings = beginnings;
    this.none = !this.forms.size && !beginnings.length;
  }

  /** @param {string} word */
  is(word) {
    const form = fold(word);
    return this.forms.has(form) || this.beginnings.some((beginning) => form.startsWith(beginning));
  }

  /** @param {string} text */
  in(text) {
    return cut(text).some((one) => this.is(one.text));
  }

  /** @param {string} text @returns {Marked} */
  marked(text) {
    const pieces = [""];
    let at = 0;
    for (const one of this.none ? [] : cut(text)) {
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
    const first = this.none ? undefined : cut(text).find((one) => this.is(one.text));
    const start = wordAt(text, Math.min((first?.start ?? 0) - BEFORE, text.length - AROUND));
    const end = start + AROUND < text.length ? Math.max(text.lastIndexOf(" ", start + AROUND), first?.end ?? 0) : text.length;
    return this.marked(`${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`);
  }
}

/** Where the word begins that stands at a place, or after it. @param {string} text @param {number} at */
function wordAt(text, at) {
  if (at <= 0) return 0;
  const space = text.indexOf(" ", at);
  return space < 0 ? 0 : space + 1;
}
