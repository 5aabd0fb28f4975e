// @ts-check
// The finder: every entry whose title, summary or other names hold all the words. Loaded by the finder page alone.

const MOST = 60;

/** @param {string} text */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");

const list = /** @type {HTMLUListElement} */ (document.getElementById("hub-find-results"));
const row = /** @type {HTMLTemplateElement} */ (document.getElementById("hub-find-row"));
const count = /** @type {HTMLElement} */ (document.getElementById("hub-find-count"));
const field = /** @type {HTMLInputElement} */ (document.getElementById("hub-find-q"));
const titles = new URL(list.dataset.titles ?? "", location.href);
const root = new URL("..", titles);

/** An entry as the build wrote it: address, title, summary, other names.
 * @typedef {[string, string, string, string]} Row */

/** @type {Promise<Row[]> | undefined} */
let rows;

const query = new URLSearchParams(location.search).get("q") ?? "";
field.value = query;
if (query.trim()) find(field.value);
field.addEventListener("input", () => {
  const address = new URL(location.href);
  address.searchParams.set("q", field.value);
  history.replaceState(null, "", address);
  find(field.value);
});

/** @param {string} words */
async function find(words) {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  rows ??= fetch(titles).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));
  let found;
  try {
    found = wanted.length ? (await rows).map((one) => rated(one, wanted)).filter((one) => one.rate > 0) : [];
  } catch {
    rows = undefined;
    count.textContent = count.dataset.failed ?? "";
    return;
  }
  if (field.value !== words) return; // a later word has overtaken this one
  found.sort((one, other) => other.rate - one.rate);
  list.replaceChildren(...found.slice(0, MOST).map((one) => shown(one.row)));
  count.textContent = wanted.length ? (count.dataset.found ?? "%s").replace("%s", String(found.length)) : "";
}

/** How well an entry answers: 0 when a word is missing; a word in the title counts most.
 * @param {Row} entry @param {string[]} wanted */
function rated(entry, wanted) {
  const [title, summary, names] = [entry[1], entry[2], entry[3]].map(folded);
  let rate = 0;
  for (const word of wanted) {
    const own = title.startsWith(word) ? 8 : title.includes(word) ? 4 : names.includes(word) ? 3 : summary.includes(word) ? 1 : 0;
    if (!own) return { row: entry, rate: 0 };
    rate += own;
  }
  return { row: entry, rate };
}

/** @param {Row} entry */
function shown([address, title, summary]) {
  const item = /** @type {DocumentFragment} */ (row.content.cloneNode(true));
  const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
  link.href = new URL(address, root).href;
  link.textContent = title;
  /** @type {HTMLElement} */ (item.querySelector("p")).textContent = summary;
  return item;
}
