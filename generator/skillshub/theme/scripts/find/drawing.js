// @ts-check
// A result, stamped from the template that the lists are made with, too. Text goes in as text.

/** @typedef {import("../search/cards.js").Card} Card */

/** What is on the page, or the page is not ours. @param {ParentNode} place @param {string} selector @returns {any} */
export function part(place, selector) {
  const found = place.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** @param {string} name @returns {any} a copy of the first thing in a template */
export const copied = (name) => part(document, `#${name}`).content.firstElementChild.cloneNode(true);

/** A text in pieces, every second of which was looked for. @param {HTMLElement} place @param {string[]} pieces @param {string} [language] */
export function fill(place, pieces, language) {
  place.replaceChildren(...pieces.map((text, at) => (at % 2 ? marked(text) : text)));
  if (language) place.lang = language;
}

/** @param {string} text */
function marked(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

/** @param {Card} card @param {URL} root of the page's language @param {Record<string, string>} badges words for states */
export function result(card, root, badges) {
  const item = copied("hub-result");
  const link = part(item, "a");
  link.href = new URL(card.address, root).href;
  fill(link, card.title, card.language);
  fill(part(item, ".hub-row__more"), card.snippet, card.spoken);
  part(item, ".hub-row__type").textContent = card.type;
  const fact = part(item, ".hub-row__fact");
  fact.replaceWith(...card.facts.map(({ icon, text, language }) => {
    const one = fact.cloneNode();
    one.className = `hub-row__fact hub-fact--${icon}`;
    fill(one, text, language);
    return one;
  }));
  const badge = part(item, ".hub-badge");
  badge.replaceWith(...card.states.map((state) => {
    const one = badge.cloneNode();
    one.className = `hub-badge hub-badge--${state}`;
    one.textContent = badges[state] ?? state;
    item.classList.add(`hub-row--${state}`);
    return one;
  }));
  const save = part(item, "[data-save]");
  if (!card.facts.length) save.remove(); // a page about the site
  save.dataset.save = card.address.replace(/\/$/, "");
  fill(part(save, ".hub-hidden"), [` ${card.plain}`], card.language);
  return item;
}
