// @ts-check
// What a visitor asks for, and the address that says it: the same as the plain form would make.

/** @typedef {{ q: string, filters: Record<string, string[]>, sort: string, near: string }} State */

/** @param {string} search @param {string[]} facets @param {string[]} sorts @returns {State} */
export function stateOf(search, facets, sorts) {
  const told = new URLSearchParams(search);
  const words = facets.map((name) => {
    const all = [...new Set(told.getAll(name))];
    return /** @type {const} */ ([name, name === "from" || name === "until" ? all.filter(isDay).slice(-1) : all.filter(Boolean)]);
  });
  const sort = told.get("sort") ?? "";
  return {
    q: told.get("q") ?? "",
    filters: Object.fromEntries(words.filter(([, chosen]) => chosen.length)),
    sort: sorts.includes(sort) ? sort : "",
    near: told.get("near") ?? "",
  };
}

/** Whether this is a day that there is. @param {string} word */
function isDay(word) {
  const when = new Date(`${word}T00:00:00Z`);
  return word > "1900" && !Number.isNaN(+when) && when.toISOString().slice(0, 10) === word;
}

/** @param {State} state */
export function searchOf({ q, filters, sort, near }) {
  const told = new URLSearchParams();
  if (q.trim()) told.set("q", q);
  for (const [name, words] of Object.entries(filters)) words.forEach((word) => told.append(name, word));
  if (sort) told.set("sort", sort);
  if (sort === "near" && near) told.set("near", near);
  return `${told}` && `?${told}`;
}

/** With a choice taken, or taken back. A day takes the place of the day before it.
 * @param {State} state @param {string} name @param {string} word @param {boolean} on @returns {State} */
export function chosen(state, name, word, on) {
  const others = (state.filters[name] ?? []).filter((one) => one !== word && name !== "from" && name !== "until");
  const { [name]: _, ...filters } = state.filters;
  const words = on && word ? [...others, word] : others;
  return { ...state, filters: words.length ? { ...filters, [name]: words } : filters };
}

/** @param {Pick<State, "filters">} state */
export const isFiltered = (state) => Object.keys(state.filters).length > 0;

/** @param {State} state */
export const isEmpty = (state) => !state.q.trim() && !isFiltered(state) && !state.sort;

/** What the engine is asked: filters are for entries, words find pages about the site, too. @param {State} state */
export const requestOf = ({ q, filters, sort, near }) => ({ typed: q, filters, sort: sort !== "near" ? sort : near && `near:${near}`, pages: !!q.trim() && !isFiltered({ filters }) });
