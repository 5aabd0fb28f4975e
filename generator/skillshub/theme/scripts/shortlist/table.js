// @ts-check
// Entries side by side, as a real table: a column each, and what is told of them in rows.

/** @typedef {import("./reading.js").Entry} Entry */
/** @typedef {import("./reading.js").Piece} Piece */

/** @param {Entry[]} entries @param {import("../find/telling.js").Telling} telling */
export function table(entries, telling) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("hub-compare-table"));
  const made = /** @type {any} */ (template.content.firstElementChild?.cloneNode(true));
  made.tHead.rows[0].append(...entries.map(column));
  const row = (/** @type {string} */ label, /** @type {Piece[][]} */ cells) => {
    const told = cells.map((pieces) => pieces.filter(([words]) => words));
    if (!told.some(({ length }) => length)) return;
    const line = made.tBodies[0].insertRow();
    line.append(head("row", label));
    for (const pieces of told) line.insertCell().append(...(pieces.length ? pieces.map(spoken) : ["–"]));
  };
  row(telling.say("type"), entries.map((entry) => [[entry.type, ""]]));
  row(telling.say("state"), entries.map((entry) => [[entry.states.map(([, words]) => words).join(", "), ""]]));
  row(telling.say("summary"), entries.map((entry) => [[entry.summary, entry.spoken]]));
  const facts = entries.flatMap((entry) => entry.facts);
  for (const same of new Set(facts.map(([, , one]) => one))) {
    const labels = new Set(facts.flatMap(([label, , one]) => (one === same ? label : [])));
    row([...labels].join(" / "), entries.map((entry) => entry.facts.find(([, , one]) => one === same)?.[1] ?? []));
  }
  return made;
}

/** @param {Piece} piece */
export function spoken([words, language]) {
  if (!language) return words;
  const span = document.createElement("span");
  span.lang = language;
  span.textContent = words;
  return span;
}

/** @param {Entry} entry */
function column(entry) {
  const cell = head("col", "");
  const link = document.createElement("a");
  link.href = entry.href;
  link.textContent = entry.title;
  if (entry.language) link.lang = entry.language;
  cell.append(link);
  return cell;
}

/** @param {string} scope @param {string} words */
function head(scope, words) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = words;
  return cell;
}
