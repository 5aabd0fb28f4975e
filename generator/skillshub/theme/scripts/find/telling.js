// @ts-check
// What is said, in the words that the page brought along.

export class Telling {
  /** @param {Record<string, any>} words sentences; where a number decides, one for each kind of number */
  constructor(words) {
    this.words = words;
    this.kinds = new Intl.PluralRules(words.locale);
    this.numbers = new Intl.NumberFormat(words.locale);
  }

  /** @param {string} name @param {Record<string, string>} [values] @returns {string} */
  say(name, values = {}) {
    return filled(this.words[name], values);
  }

  /** @param {string} name @param {number} count @returns {string} */
  count(name, count) {
    const forms = this.words[name];
    return filled(forms[this.kinds.select(count)] ?? forms.other, { count: this.numbers.format(count) });
  }

  /** How much was found. @param {{ full: number, some: number, whole: boolean }} answer */
  found({ full, some, whole }) {
    if (!some) return this.say(whole ? "none" : "unread");
    if (!full) return `${this.say("no-full")}, ${this.count("some", some)}`;
    if (!whole) return this.say("least", { count: this.count(full === some ? "found" : "full", full) });
    return full === some ? this.count("found", full) : `${this.count("full", full)}, ${this.count("more", some - full)}`;
  }
}

/** @param {string} text @param {Record<string, string>} values */
const filled = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
