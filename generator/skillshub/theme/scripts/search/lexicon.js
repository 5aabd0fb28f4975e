// @ts-check
// Terms and their postings, slice by slice (outputs/search/slices.py).

import { Reader, after } from "./bytes.js";
import { nameAt, placeOf, placesOf } from "./store.js";

/** Rows of a term: documents, and the forms that each has. Rows that have times, field and length in common are a run.
 * @typedef {{ runs: { mark: number, length: number, end: number }[], documents: number[], forms: number[] | null }} Rows */

/** A term, the forms it was met in, how many rows it has, and how to read these.
 * @typedef {{ term: string, forms: string[], heads: number, bodies: number, head: () => Promise<Rows>,
 *   body: () => Promise<Rows>, cards: () => Promise<string> }} Term */

/** @typedef {{ terms: Map<string, Term>, notes: [string, string][] }} Slice */

export class Lexicon {
  /** @param {import("./store.js").Store} store @param {import("./store.js").Root} root */
  constructor(store, root) {
    this.store = store;
    this.keys = root.keys.split("\n");
    this.names = root.names;
    /** @type {Map<number, Promise<Slice>>} */
    this.slices = new Map();
  }

  /** @param {string} term @returns {Promise<Term | undefined>} */
  async term(term) {
    return (await this.sliceOf(term)).terms.get(term);
  }

  /** Every term that has this form: several where languages differ. @param {string} form @returns {Promise<Term[]>} */
  async having(form) {
    const slice = await this.sliceOf(form);
    const here = [...slice.terms.values()].filter((one) => one.forms.includes(form));
    const elsewhere = slice.notes.filter(([noted]) => noted === form).map(([, term]) => this.term(term));
    return [...here, ...(await Promise.all(elsewhere)).flatMap((one) => one ?? [])];
  }

  /** Every form that begins so. @param {string} letters @returns {Promise<string[]>} */
  async beginning(letters) {
    const forms = new Set();
    for (const { terms, notes } of await Promise.all(placesOf(this.keys, letters).map((place) => this.slice(place)))) {
      for (const term of terms.values()) term.forms.forEach((form) => forms.add(form));
      notes.forEach(([form]) => forms.add(form));
    }
    return [...forms].filter((form) => form.startsWith(letters)).sort();
  }

  /** @param {string} word @returns {Promise<Slice>} */
  sliceOf(word) {
    return this.slice(placeOf(this.keys, word));
  }

  /** @param {number} place @returns {Promise<Slice>} */
  slice(place) {
    const slice = this.slices.get(place) ?? this.store.named(nameAt(this.names, place)).then((reader) => sliceFrom(reader, this.store));
    this.slices.set(place, slice);
    return slice;
  }
}

/** @param {Reader} reader @param {import("./store.js").Store} store @returns {Slice} */
function sliceFrom(reader, store) {
  const lines = reader.text().split("\n");
  const notes = reader.text();
  const parcels = new Parcels(reader.text(), store);
  let word = "";
  const places = lines.map((line) => {
    const [own, ...forms] = line.split("\t");
    const term = (word = after(word, own));
    const [heads, bodies, head, body, cards] = reader.numbers(5);
    return { term, forms: forms.map((form) => after(term, form)), heads, bodies, head, body, cards };
  });
  const terms = places.map((place) => termFrom(place, reader, parcels));
  const noted = notes ? notes.split("\n").map((note) => /** @type {[string, string]} */ (note.split("\t"))) : [];
  return { terms: new Map(terms.map((one) => [one.term, one])), notes: noted };
}

/** Where a term is: numbers of parcels, from 1; 0 is the slice itself. The streams of a term are the next ones there.
 * @typedef {{ term: string, forms: string[], heads: number, bodies: number, head: number, body: number, cards: number }} Place */

/** @param {Place} place @param {Reader} reader @param {Parcels} parcels @returns {Term} */
function termFrom({ term, forms, heads, bodies, head, body, cards }, reader, parcels) {
  const rows = (/** @type {Reader} */ from, /** @type {number} */ count) => rowsFrom(from, count, forms.length > 1);
  const here = (/** @type {Rows} */ found) => async () => found;
  const there = (/** @type {() => Promise<Reader>} */ stream, /** @type {number} */ count) => once(async () => rows(await stream(), count));
  return {
    term,
    forms,
    heads,
    bodies,
    head: head ? there(parcels.next(head), heads) : here(rows(reader, heads)),
    cards: cards ? lettersOf(parcels.next(head)) : async () => "",
    body: body ? there(parcels.next(body), bodies) : here(rows(reader, bodies)),
  };
}

/** @param {() => Promise<Reader>} stream */
const lettersOf = (stream) => async () => (await stream()).rest();

/** The parcels of a slice, and how many of their streams are taken. */
class Parcels {
  /** @param {string} names @param {import("./store.js").Store} store */
  constructor(names, store) {
    this.names = names;
    this.store = store;
    /** @type {number[]} */
    this.taken = [];
  }

  /** The next stream of a parcel, once it is wanted. @param {number} parcel */
  next(parcel) {
    const place = this.taken[parcel] ?? 0;
    this.taken[parcel] = place + 1;
    return () => this.stream(parcel, place);
  }

  /** @param {number} parcel @param {number} stream */
  async stream(parcel, stream) {
    const reader = await this.store.named(nameAt(this.names, parcel - 1));
    const sizes = reader.numbers(reader.number());
    for (const size of sizes.slice(0, stream)) reader.piece(size);
    return new Reader(reader.piece(sizes[stream]));
  }
}

/** What is worked out when it is first wanted, and kept. @param {() => Promise<Rows>} make */
function once(make) {
  /** @type {Promise<Rows> | undefined} */
  let kept;
  return () => (kept ??= make());
}

/** @param {Reader} reader @param {number} count @param {boolean} several @returns {Rows} */
function rowsFrom(reader, count, several) {
  const size = reader.number();
  const [marks, lengths, counts] = [reader.numbers(size), reader.numbers(size), reader.numbers(size)];
  let end = 0;
  const runs = marks.map((mark, place) => ({ mark, length: lengths[place], end: (end += counts[place]) }));
  const documents = counts.flatMap((rows) => reader.rising(rows));
  return { runs, documents, forms: several ? reader.numbers(count) : null };
}
