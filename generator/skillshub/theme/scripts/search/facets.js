// @ts-check
// What results can be narrowed and sorted by (outputs/search/columns.py): columns by the number of a document.

/** word, label and more: see columns.py. @typedef {[string, string, ...any[]]} Choice */

/** `tongues`: the languages of labels, where these are others than the page's; `also`: what a choice is called besides.
 * @typedef {{ choices: Choice[], groups: Record<string, string>, tongues: Record<string, string>, also: Record<string, string>, of: (document: number) => number[] }} Facet the numbers of choices begin at 1 */

export class Columns {
  /** @param {import("./store.js").Store} store @param {import("./store.js").Root} root */
  constructor(store, root) {
    this.store = store;
    this.root = root;
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
  }

  /** @param {string} name @returns {Promise<Facet>} */
  facet(name) {
    return this.keep(name, async () => facetFrom(await this.read(name), this.root.documents));
  }

  /** A number for each document, 0 where it has none, else one more than the value. @param {string} name @returns {Promise<number[]>} */
  measure(name) {
    return this.keep(name, async () => {
      const reader = await this.read(name);
      return reader.numbers(reader.number());
    });
  }

  /** All days on which a document begins, since 2000, rising. @returns {Promise<(document: number) => number[]>} */
  days() {
    return this.keep("start", async () => several(await this.read("start"), this.root.documents));
  }

  /** @param {string} name */
  read(name) {
    return this.store.read(`${this.root.edition}/${name}.bin`);
  }

  /** @param {string} name @param {() => Promise<any>} make */
  keep(name, make) {
    let found = this.kept.get(name);
    if (!found) {
      found = make();
      this.kept.set(name, found);
      found.catch(() => this.kept.delete(name));
    }
    return found;
  }
}

/** @param {import("./bytes.js").Reader} reader @param {number} documents @returns {Facet} */
function facetFrom(reader, documents) {
  const head = JSON.parse(reader.text());
  const { sets, ...told } = head;
  if (!sets) return { ...told, of: several(reader, documents) };
  const codes = reader.piece(documents);
  return { ...told, of: (document) => sets[codes[document]] };
}

/** Some numbers for each document. @param {import("./bytes.js").Reader} reader @param {number} documents */
function several(reader, documents) {
  const counts = reader.piece(documents);
  const starts = new Uint32Array(documents + 1);
  for (let document = 0; document < documents; document++) starts[document + 1] = starts[document] + counts[document];
  const flat = reader.numbers(starts[documents]);
  return (/** @type {number} */ document) => flat.slice(starts[document], starts[document + 1]);
}

/** A filter: documents that have any of the words. A word with "~" before it names all choices of a group (a country).
 * @param {Facet} facet @param {string[]} words @returns {(document: number) => boolean} */
export function having(facet, words) {
  const wanted = new Uint8Array(facet.choices.length + 1);
  facet.choices.forEach((choice, place) => {
    if (words.includes(choice[0]) || (choice[2] && words.includes(`~${choice[2]}`))) wanted[place + 1] = 1;
  });
  return (document) => {
    const own = facet.of(document);
    for (let place = 0; place < own.length; place++) if (wanted[own[place]]) return true;
    return false;
  };
}

/** How many of the documents have each choice, and each group of choices. @param {Facet} facet @param {Iterable<number>} documents */
export function counted(facet, documents) {
  const counts = new Uint32Array(facet.choices.length + 1);
  /** @type {Map<string, number>} */
  const groups = new Map();
  for (const document of documents) {
    const own = facet.of(document);
    for (let place = 0; place < own.length; place++) counts[own[place]]++;
    for (const group of new Set(own.map((choice) => facet.choices[choice - 1][2]))) {
      if (group) groups.set(group, (groups.get(group) ?? 0) + 1);
    }
  }
  return { counts: [...counts.subarray(1)], groups };
}
