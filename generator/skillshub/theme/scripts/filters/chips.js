// @ts-check
// What is chosen, said in words: "Region: Stuttgart or Tyrol and Form: Online". Each is a button that takes it back.

/** @typedef {{ name: string, title: string, words: { word: string, label: string }[] }} Said */

/** @param {import("../find/finder.js").Finder} finder @param {Said[]} said */
export function chips(finder, said) {
  const place = /** @type {HTMLElement} */ (finder.place.querySelector("#hub-find-chosen"));
  const list = /** @type {HTMLElement} */ (place.querySelector("ul"));
  const focused = [...list.querySelectorAll("button")].indexOf(/** @type {any} */ (document.activeElement));
  const items = said.flatMap(({ name, title, words }, group) => words.map(({ word, label }, at) => {
    const links = at ? ["or"] : group ? ["and"] : [];
    const opening = [...links.map((link) => finder.telling.say(link)), ...(title && !at ? [title + ":"] : [])];
    return chip(finder, { name, word, label }, opening.join(" "));
  }));
  list.replaceChildren(...items);
  place.hidden = !items.length;
  if (focused < 0) return;
  const next = list.querySelectorAll("button")[Math.min(focused, items.length - 1)];
  (next ?? finder.field).focus();
}

/** @param {import("../find/finder.js").Finder} finder @param {{ name: string, word: string, label: string }} one @param {string} opening */
function chip(finder, { name, word, label }, opening) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("hub-chosen-one"));
  const item = /** @type {HTMLLIElement} */ (template.content.firstElementChild?.cloneNode(true));
  const button = /** @type {HTMLButtonElement} */ (item.querySelector("button"));
  item.prepend(opening);
  /** @type {HTMLElement} */ (button.firstElementChild).textContent = label;
  button.setAttribute("aria-label", finder.telling.say("remove", { name: label }));
  button.addEventListener("click", () => finder.take(name, word));
  return item;
}
