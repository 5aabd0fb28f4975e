// @ts-check
// What is saved in this browser: addresses with their titles, for this hub alone. No cookie, and nothing goes anywhere.

export const KEY = `hub-saved ${new URL("..", import.meta.url).pathname}`; // hub-early.js looks for it
export const MOST = 200; // entries

/** address ("courses/hv-safety"), and its title at the time @typedef {[string, string]} Saved */

/** Whether this is an entry of ours, and not an address that somebody made up. @param {unknown} address */
export const isEntry = (address) => typeof address === "string" && /^[a-z]+(-[a-z]+)?\/[a-z0-9]+(-[a-z0-9]+)*$/.test(address);

/** @returns {Saved[]} */
export function saved() {
  try {
    const told = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    const entries = told.filter((/** @type {any} */ one) => isEntry(one?.[0])).map((/** @type {any} */ [address, title]) => [address, String(title ?? "")]);
    return [...new Map(entries)];
  } catch {
    return []; // no storage, or something else in it
  }
}

/** @param {Saved[]} entries @returns {boolean} whether they are kept: not where there is no room for so many, or none at all */
export function save(entries) {
  if (entries.length > MOST) return false;
  try {
    if (entries.length) localStorage.setItem(KEY, JSON.stringify(entries));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
