// @ts-check
// What is saved in this browser: addresses with their titles, for this hub alone. No cookie, and nothing goes anywhere.

const KEY = `hub-saved ${new URL("..", import.meta.url).pathname}`; // hub-early.js looks for it
const MOST = 200;

/** address ("courses/hv-safety"), and its title at the time @typedef {[string, string]} Saved */

/** Whether this is an entry of ours, and not an address that somebody made up. @param {unknown} address */
export const isEntry = (address) => typeof address === "string" && /^[a-z]+(-[a-z]+)?\/[a-z0-9]+(-[a-z0-9]+)*$/.test(address);

/** @returns {Saved[]} */
export function saved() {
  try {
    const told = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return told.filter((/** @type {any} */ one) => isEntry(one?.[0])).map((/** @type {any} */ one) => [one[0], String(one[1])]);
  } catch {
    return []; // no storage, or something else in it
  }
}

/** @param {Saved[]} entries */
export function save(entries) {
  const { dataset } = document.documentElement;
  if (entries.length) dataset.hubSaved = "";
  else delete dataset.hubSaved;
  try {
    if (entries.length) localStorage.setItem(KEY, JSON.stringify(entries.slice(-MOST)));
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage nothing can be kept; the buttons show what is.
  }
}
