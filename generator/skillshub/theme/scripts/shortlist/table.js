// @ts-check
// Entries side by side, as a real table: a column each, and what is told of them in rows.

/** @typedef {import("./reading.js").Entry} Entry */

/** @param {Entry[]} entries @param {import("../find/telling.js").Telling} telling */
export function table(entries, telling) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("hub-compare-table"));
  const made = /** @type {any} */ (template.content.firstElementChild?.cloneNode(true));
  made.tHead.rows[0].append(...entries.map(column));
  const row = (/** @type {string} */ label, /** @type {string[]} */ cells, /** @type {string[]} */ languages = []) => {
    if (!cells.some(Boolean)) return;
    const line = made.tBodies[0].insertRow();
    line.append(head("row", label));
    cells.forEach((words, at) => {
      const cell = line.insertCell();
      cell.textContent = words || "–";
      if (languages[at]) cell.lang = languages[at];
    });
  };
  row(telling.say("type"), entries.map((entry) => entry.type));
  row(telling.say("state"), entries.map((entry) => entry.states.map(([, words]) => words).join(", ")));
  row(telling.say("summary"), entries.map((entry) => entry.summary), entries.map((entry) => entry.spoken));
  const labels = new Set(entries.flatMap((entry) => entry.facts.map(([label]) => label)));
  for (const label of labels) {
    const told = entries.map((entry) => entry.facts.find(([own]) => own === label));
    row(label, told.map((fact) => fact?.[1] ?? ""), told.map((fact) => fact?.[2] ?? ""));
  }
  return made;
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
