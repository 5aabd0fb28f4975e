// @ts-check
// What is chosen, said in words: "Region: Stuttgart or Tyrol and Form: Online". Each is a button that takes it back.

/** `without`: what is asked once it is taken back.
 * @typedef {{ title: string, words: { label: string, language?: string, without: () => import("../find/address.js").State }[] }} Said */

/** @param {import("../find/finder.js").Finder} finder @param {Said[]} said */
export function chips(finder, said) {
  const place = /** @type {HTMLElement} */ (finder.place.querySelector("#hub-find-chosen"));
  const list = /** @type {HTMLElement} */ (place.querySelector("ul"));
  const here = place.contains(document.activeElement); // or on what clears all of them
  const focused = [...list.querySelectorAll("button")].indexOf(/** @type {any} */ (document.activeElement));
  const items = said.flatMap(({ title, words }, group) => words.map(({ label, language, without }, at) => {
    const links = at ? ["or"] : group ? ["and"] : [];
    const opening = [...links.map((link) => finder.telling.say(link)), ...(title && !at ? [title + ":"] : [])];
    return chip(finder, label, language, without, opening.join(" "));
  }));
  list.replaceChildren(...items);
  place.hidden = !items.length;
  if (here && !items.length) readOn(finder);
  else if (focused >= 0) list.querySelectorAll("button")[Math.min(focused, items.length - 1)].focus();
}

/** The focus goes to the results, where there are any: a phone would bring up its keyboard for the field.
 * @param {import("../find/finder.js").Finder} finder */
export function readOn({ place, field }) {
  const title = /** @type {HTMLElement} */ (place.querySelector("#hub-results-title"));
  (title.hidden ? field : title).focus();
}

/** A text in its language, where that is another than the page's. @param {HTMLElement} place @param {string} words @param {string} [language] */
export function written(place, words, language) {
  place.textContent = words;
  if (language) place.lang = language;
}

/** @param {import("../find/finder.js").Finder} finder @param {string} label @param {string | undefined} language
 * @param {() => import("../find/address.js").State} without @param {string} opening */
function chip(finder, label, language, without, opening) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("hub-chosen-one"));
  const item = /** @type {HTMLLIElement} */ (template.content.firstElementChild?.cloneNode(true));
  const button = /** @type {HTMLButtonElement} */ (item.querySelector("button"));
  item.prepend(opening);
  written(/** @type {HTMLElement} */ (button.firstElementChild), label, language);
  button.setAttribute("aria-label", finder.telling.say("remove", { name: label }));
  button.addEventListener("click", () => finder.go(without()));
  return item;
}
