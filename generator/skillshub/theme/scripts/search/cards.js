// @ts-check
// What results look like (outputs/search/shown.py), with what was found in them marked.

import { cut, fold } from "./words.js";

const A_FILE = 8; // documents (A_FILE in shown.py)
const AROUND = 150; // letters of a snippet
const BEFORE = 40; // of them before the first hit, about

/** A text in pieces, every second of which was looked for. @typedef {string[]} Marked */

/** address, title, its language or 0, type, facts, states, summary, its language
 * @typedef {[string, string, string | 0, string, [string, string, string?][], string, string, string?]} Told */

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

  /** Cards that came along with postings. @param {[number, Told][]} cards */
  take(cards) {
    for (const [document, told] of cards) this.kept.set(document, told);
  }

  /** @param {number} document @returns {Promise<Told>} */
  async told(document) {
    if (!this.kept.has(document)) this.take(await this.store.json(`${this.folder}/cards-${Math.floor(document / A_FILE)}.bin`));
    return /** @type {Told} */ (this.kept.get(document));
  }

  /** The text of a document, in which a hit may be that its card does not show. @param {number} document @returns {Promise<string>} */
  async text(document) {
    return (await this.store.json(`${this.folder}/texts-${Math.floor(document / A_FILE)}.bin`))[document % A_FILE];
  }

  /** @param {number} document @param {Hits} hits @returns {Promise<Card>} */
  async card(document, hits) {
    const told = await this.told(document);
    const [address, title, language, type, facts, states, summary, spoken = ""] = told;
    const hit = [title, summary, ...facts.map((fact) => fact[1])].some((text) => hits.in(text));
    const text = hit || hits.none ? summary : await this.text(document);
    return {
      document,
      address,
      title: hits.marked(title),
      language: language || "",
      type,
      facts: facts.map(([icon, words, own = ""]) => ({ icon, text: hits.marked(words), language: own })),
      states: states ? states.split(" ") : [],
      snippet: hits.around(text),
      spoken,
      plain: title,
    };
  }
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
