// @ts-check
// Words that begin as what is typed, and words that may have been meant (outputs/search/spelling.py).

import { after } from "./bytes.js";
import { shared } from "./senses.js";
import { nameAt, placesOf } from "./store.js";

/** A form, and how common it is: how many bits its count has.
 * @typedef {{ form: string, common: number }} Counted */

/** @typedef {{ front: string, fronts: string, back: string, backs: string }} Directory */

const ENDING = 3; // letters that a first part may lack

export class Spelling {
  /** @param {import("./store.js").Store} store @param {import("./store.js").Root} root */
  constructor(store, root) {
    this.store = store;
    this.root = root;
    /** @type {Promise<Directory> | undefined} */
    this.directory = undefined;
  }

  /** The commonest words that begin so, but go on. @param {string} beginning @param {number} most @returns {Promise<string[]>} */
  async completions(beginning, most) {
    if (beginning.length < 2) return [];
    const words = await this.beginning(beginning);
    return best(words.filter((one) => one.form !== beginning), most);
  }

  /** The words that are spelled most nearly so, or else those whose beginning is.
   * @param {string} word @param {boolean} typing @param {number} slips that are forgiven at the most @returns {Promise<string[]>} */
  async corrections(word, typing, slips) {
    const { short, long, corrections } = this.root.weights;
    const size = [...word].length;
    if (size <= short || /\p{N}/u.test(word)) return [];
    const most = size < long ? 1 : slips;
    const [front, back] = keysOf(word);
    const [begins, ends] = await Promise.all([this.beginning(front), this.ending(back)]);
    const near = nearest(word, [...begins, ...ends], most);
    if (near.length || size < (typing ? short + 2 : long)) return best(near, corrections);
    return best(begins.filter((one) => beginsNearly(word, one.form)), corrections);
  }

  /** Two words that were written as one ("datascience", "ISO26262", "HV2"): the first as long as may be, the second
   * perhaps after an "s"; in languages that write compounds, the first perhaps without its ending ("Schweißroboter").
   * @param {string} word @param {import("./lexicon.js").Lexicon} lexicon @returns {Promise<string[] | undefined>} */
  async parts(word, lexicon) {
    const least = /\p{N}/u.test(word) ? 2 : 3; // letters
    if (word.length <= least) return;
    const begins = (await this.beginning(keysOf(word)[0])).map(({ form }) => /** @type {const} */ ([form, shared(word, form)]));
    const firsts = begins.filter(([form, size]) => size >= least && form.length - size <= (size > 3 && this.root.compounds ? ENDING : 0));
    firsts.sort(([one, long], [other, size]) => size - long || one.length - other.length || (one < other ? -1 : 1));
    for (const [first, size] of firsts) {
      const rest = word.slice(size);
      for (const last of [rest, rest.replace(/^s/, "")]) {
        if ((last.length > 2 || /^\p{N}+$/u.test(last)) && (await lexicon.having(last)).length) return [first, last];
      }
    }
  }

  /** Words that share the longest beginning with it, five letters at the least, and half of it where one writes compounds
   * ("Schweißlehrgang"), else more ("conductrice"): that beginning, and the shortest of these, which say the least else.
   * @param {string} word @param {number} most @returns {Promise<[string, string[]]>} */
  async trunk(word, most) {
    const least = Math.max(5, Math.ceil(word.length * (this.root.compounds ? 0.5 : 0.6)));
    if (word.length <= least || /\p{N}/u.test(word)) return ["", []];
    const forms = (await this.beginning(word.slice(0, least))).map(({ form }) => form);
    const longest = Math.max(0, ...forms.map((form) => shared(word, form)));
    const found = forms.filter((form) => shared(word, form) === longest);
    found.sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
    return [word.slice(0, longest), found.slice(0, most)];
  }

  /** The commonest words that end so, each a kind of what the word says ("Messtechnik").
   * @param {string} word @returns {Promise<string[]>} */
  async kinds(word) {
    const words = /^\p{L}{5,}$/u.test(word) ? await this.ending(word) : [];
    return best(words.filter((one) => one.form !== word), this.root.weights.kinds);
  }

  /** @param {string} letters @returns {Promise<Counted[]>} */
  async beginning(letters) {
    const { front, fronts } = await this.sides();
    return (await this.pages(front, fronts, letters)).filter((one) => one.form.startsWith(letters));
  }

  /** @param {string} letters @returns {Promise<Counted[]>} */
  async ending(letters) {
    const { back, backs } = await this.sides();
    const turned = reversed(letters);
    const words = await this.pages(back, backs, turned);
    return words.filter((one) => one.form.startsWith(turned)).map((one) => ({ ...one, form: reversed(one.form) }));
  }

  async sides() {
    return (this.directory ??= this.store.named(this.root.words).then((reader) => JSON.parse(reader.rest())));
  }

  /** All words of the pages on which a word may begin so. @param {string} keys @param {string} names @param {string} letters */
  async pages(keys, names, letters) {
    const pages = placesOf(keys.split("\n"), letters).map(async (page) => wordsFrom((await this.store.named(nameAt(names, page))).rest()));
    return (await Promise.all(pages)).flat();
  }
}

/** The letters of which either the first or the last must be right: where one slips, the other side is whole.
 * @param {string} word @returns {[string, string]} */
function keysOf(word) {
  const letters = [...word];
  const front = letters.length < 5 ? 1 : 2;
  const back = letters.length < 6 ? 2 : 3;
  return [letters.slice(0, front).join(""), letters.slice(-back).join("")];
}

/** @param {string} text @returns {Counted[]} */
function wordsFrom(text) {
  let word = "";
  return text.split("\n").map((line) => {
    word = after(word, line[0] + line.slice(2));
    return { form: word, common: line.charCodeAt(1) - 48 };
  });
}

/** @param {string} word */
const reversed = (word) => [...word].reverse().join("");

/** @param {Counted[]} words @param {number} most */
function best(words, most) {
  words.sort((one, other) => other.common - one.common || (one.form < other.form ? -1 : 1));
  return [...new Set(words.map((one) => one.form))].slice(0, most);
}

/** Those at the smallest distance: who slips twice gets the first letter right. @param {string} word @param {Counted[]} words @param {number} most */
function nearest(word, words, most) {
  /** @type {Counted[][]} */
  const at = [[], [], []];
  for (const one of words) {
    const away = distance(word, one.form, most);
    if (away > 0 && away <= most && (away < 2 || one.form[0] === word[0])) at[away].push(one);
  }
  return at[1].length ? at[1] : at[2];
}

/** @param {string} word @param {string} form */
function beginsNearly(word, form) {
  return [-1, 0, 1].some((more) => distance(word, form.slice(0, word.length + more), 1) === 1);
}

/** Letters to add, to drop, to change, and neighbours to swap (optimal string alignment); beyond `most` it says most + 1.
 * @param {string} one @param {string} other @param {number} most */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = /** @type {number[]} */ ([]);
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    let least = at;
    for (let place = 1; place <= other.length; place++) {
      const same = one[at - 1] === other[place - 1];
      let cost = Math.min(row[place] + 1, next[place - 1] + 1, row[place - 1] + (same ? 0 : 1));
      if (at > 1 && place > 1 && one[at - 1] === other[place - 2] && one[at - 2] === other[place - 1]) {
        cost = Math.min(cost, before[place - 2] + 1);
      }
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}
