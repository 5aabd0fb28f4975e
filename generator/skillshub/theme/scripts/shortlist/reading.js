// @ts-check
// An entry as its own page shows it today: that is always right, in the language of the page, and says when it is gone.

/** A text, and its language where that is another than the page's. @typedef {[string, string]} Piece */

/** What it is called, what is told, and what tells the same of other kinds. @typedef {[string, Piece[], string]} Fact */

const DATED = /^(?:courses|events)\//;
const ALIKE = /hub-fact--(?:date|language|mode|place|price)\b/; // of these, by whatever name

/** @typedef {{ address: string, href: string, title: string, language: string, type: string, summary: string, spoken: string, by: Piece[],
 *   states: [string, string][], facts: Fact[], gone: "" | "gone" | "unreachable" }} Entry */

/** What is known before its page has come. @param {string} address @param {string} title as it was saved @param {URL} root @returns {Entry} */
export const bareEntry = (address, title, root) => ({ address, href: new URL(`${address}/`, root).href, title: title || address, language: "", type: "", summary: "", spoken: "", by: [], states: [], facts: [], gone: "" });

/** @param {Entry} bare @returns {Promise<Entry>} */
export async function entryOf(bare) {
  try {
    const answer = await fetch(bare.href);
    if (answer.status === 404 || answer.status === 410) return { ...bare, href: "", gone: "gone" };
    if (!answer.ok) return { ...bare, gone: "unreachable" };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector(".hub-entry")) return { ...bare, gone: "gone" }; // it moved or ended: its page says so
    return { ...bare, ...shownBy(page, DATED.test(bare.address)) };
  } catch {
    return { ...bare, gone: "unreachable" };
  }
}

/** @param {Document} page of an entry; nothing in it runs @param {boolean} dated */
function shownBy(page, dated) {
  const title = page.querySelector("h1");
  const summary = page.querySelector(".hub-lead__summary");
  const badges = [...page.querySelectorAll(".hub-lead__kind .hub-badge")];
  const states = badges.map((badge) => /** @type {[string, string]} */ ([badge.className, words(badge)]));
  badges.forEach((badge) => badge.remove());
  page.querySelectorAll(".hub-decide .hub-host").forEach((host) => host.remove());
  page.querySelectorAll(".hub-decide :is(small, .hub-facts__source)").forEach((more) => more.prepend(" · "));
  page.querySelectorAll("[data-label] .hub-row__end").forEach((level) => level.replaceChildren(` (${words(level)})`));
  page.querySelectorAll("[data-label] li + li").forEach((next) => next.prepend(", "));
  const told = [...page.querySelectorAll(".hub-decide .hub-facts > div")].map((fact) => factOf(words(fact.querySelector("dt")), fact.querySelector("dd"), dated ? ALIKE.exec(fact.className)?.[0] : undefined));
  const [by, skills] = [".hub-lead__by [data-label]", ".hub-text [data-label]"].map((place) => factOf(page.querySelector(place)?.getAttribute("data-label") ?? "", page.querySelector(place), place));
  const facts = [by, ...told, skills].filter(([label]) => label);
  return {
    title: words(title),
    language: title?.lang ?? "",
    type: words(page.querySelector(".hub-lead__kind")),
    summary: words(summary),
    spoken: /** @type {HTMLElement | null} */ (summary)?.lang ?? "",
    by: by[1],
    states,
    facts,
  };
}

/** @param {string} label @param {Element | null} place @param {string} [same] @returns {Fact} */
function factOf(label, place, same = label) {
  /** @type {Piece[]} */
  const pieces = [];
  const texts = place && document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  while (texts?.nextNode()) {
    const { data, parentElement } = /** @type {Text} */ (texts.currentNode);
    if (data.trim()) pieces.push([data.replace(/\s+/g, " "), parentElement?.closest("[lang]:not(html)")?.getAttribute("lang") ?? ""]);
  }
  return [label, pieces, same];
}

/** @param {Element | null} place */
const words = (place) => (place?.textContent ?? "").replace(/\s+/g, " ").trim();
