// @ts-check
// An entry as its own page shows it today: that is always right, in the language of the page, and says when it is gone.

/** @typedef {{ address: string, href: string, title: string, language: string, type: string, summary: string, spoken: string,
 *   states: [string, string][], facts: [string, string, string][], gone: "" | "gone" | "unreachable" }} Entry */

/** What is known before its page has come. @param {string} address @param {string} title as it was saved @param {URL} root @returns {Entry} */
export const bareEntry = (address, title, root) => ({ address, href: new URL(`${address}/`, root).href, title: title || address, language: "", type: "", summary: "", spoken: "", states: [], facts: [], gone: "" });

/** @param {Entry} bare @returns {Promise<Entry>} */
export async function entryOf(bare) {
  try {
    const answer = await fetch(bare.href);
    if (answer.status === 404 || answer.status === 410) return { ...bare, href: "", gone: "gone" };
    if (!answer.ok) return { ...bare, gone: "unreachable" };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector(".hub-entry")) return { ...bare, gone: "gone" }; // it moved or ended: its page says so
    return { ...bare, ...shownBy(page) };
  } catch {
    return { ...bare, gone: "unreachable" };
  }
}

/** @param {Document} page of an entry; nothing in it runs */
function shownBy(page) {
  const title = page.querySelector("h1");
  const summary = page.querySelector(".hub-lead__summary");
  const badges = [...page.querySelectorAll(".hub-lead__kind .hub-badge")];
  const states = badges.map((badge) => /** @type {[string, string]} */ ([badge.className, words(badge)]));
  badges.forEach((badge) => badge.remove());
  page.querySelectorAll(".hub-decide small").forEach((small) => small.prepend(" · "));
  const facts = [...page.querySelectorAll(".hub-decide .hub-facts > div")].map((fact) => {
    const said = fact.querySelector("dd");
    const other = /** @type {HTMLElement | null | undefined} */ (said?.querySelector("[lang]"));
    const language = words(other ?? null) === words(said) ? (other?.lang ?? "") : "";
    return /** @type {[string, string, string]} */ ([words(fact.querySelector("dt")), words(said), language]);
  });
  return {
    title: words(title),
    language: title?.lang ?? "",
    type: words(page.querySelector(".hub-lead__kind")),
    summary: words(summary),
    spoken: /** @type {HTMLElement | null} */ (summary)?.lang ?? "",
    states,
    facts,
  };
}

/** @param {Element | null} place */
const words = (place) => (place?.textContent ?? "").replace(/\s+/g, " ").trim();
