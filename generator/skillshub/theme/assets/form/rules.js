// @ts-check
// What must hold between the fields of a sound entry, and between it and the catalogue: those rules of the check that a
// form can ask. Their codes and sentences are the check's own (rules/sentences.py).

import { filled } from "./wording.js";
import { referencesIn } from "./tree.js";

/** All that a rule may look at. `names`: kind -> name -> title and marks, null for one that is not shown.
 * @typedef {{kind: string, slug: string, today: string, lists: any, names: Record<string, Record<string, string[] | null>>,
 *   tree: import("./tree.js").Field, said: Record<string, string>}} Ground */
/** @typedef {import("./wording.js").Finding} Finding */
/** @typedef {import("./tree.js").Way} Way */
/** Something that speaks against the entry: the way, the code, the sentence's name where it has another, its values.
 * @typedef {[Way, string, Record<string, any>?, string?]} Against */
/** @typedef {(entry: any, ground: Ground) => Iterable<Against>} Rule */

/** The first and the last day that a moment may mean. @param {string} text @returns {[string, string]} */
function daysOf(text) {
  if (text.length === 4) return [`${text}-01-01`, `${text}-12-31`];
  if (text.length === 7) {
    const [year, month] = text.split("-").map(Number);
    return [`${text}-01`, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)];
  }
  return [text.slice(0, 10), text.slice(0, 10)];
}

/** @param {string} start @param {string} end */
function endsTooEarly(start, end) {
  if (start.includes("T") && end.includes("T")) return end < start;
  return daysOf(end)[1] < daysOf(start)[0];
}

/** Everything that has a start. @param {any} entry @param {Ground} ground @returns {[Way, any][]} */
function held(entry, ground) {
  if (ground.kind === "event") return [[[], entry]];
  return (entry.sessions ?? []).map((/** @type {any} */ one, /** @type {number} */ number) => [["sessions", number], one]);
}

/** @type {Rule} */
function* days(entry, ground) {
  for (const [way, one] of held(entry, ground)) {
    const { start, end, registration_deadline: deadline } = one;
    if (endsTooEarly(start, end)) yield [[...way, "end"], "ends-before-it-starts", { start, end }];
    if (deadline && deadline > daysOf(start)[1]) yield [[...way, "registration_deadline"], "deadline-after-start", { deadline, start }];
  }
  if (entry.opens && entry.closes && entry.closes < entry.opens) {
    yield [["closes"], "closes-before-it-opens", { closes: entry.closes, opens: entry.opens }];
  }
  const tomorrow = new Date(Date.parse(ground.today) + 86400000).toISOString().slice(0, 10);
  for (const field of ["updated", "verified"]) {
    if (entry[field] > tomorrow) yield [[field], "updated-in-the-future", { field, day: entry[field] }];
  }
}

/** @type {Rule} */
function* references(entry, ground) {
  for (const [steps, target] of referencesIn(ground.tree)) {
    const known = ground.names[target];
    for (const [way, name] of known ? namesAt(entry, steps) : []) {
      if (!Object.hasOwn(known, name)) yield [way, `unknown-${target}`, { name }];
    }
  }
}

/** Every name at the end of a way, with the way that leads to it. @param {any} value @param {string[]} steps @param {Way} way
 * @returns {Generator<[Way, string]>} */
function* namesAt(value, steps, way = []) {
  if (value === undefined || (steps[0] === "*" && !Array.isArray(value))) return;
  if (!steps.length) yield [way, value];
  else if (steps[0] === "*") for (const [number, item] of value.entries()) yield* namesAt(item, steps.slice(1), [...way, number]);
  else yield* namesAt(value[steps[0]], steps.slice(1), [...way, steps[0]]);
}

/** @type {Rule} */
function* skillTwice(entry, { kind }) {
  if (!["course", "event", "practice", "job-role"].includes(kind)) return;
  const seen = new Set();
  for (const [number, { skill }] of (entry.skills ?? []).entries()) {
    if (seen.has(skill)) yield [["skills", number, "skill"], "skill-twice", { name: skill }];
    seen.add(skill);
  }
}

/** @type {Rule} */
function* price(entry) {
  const { category, amount, currency, note } = entry.price ?? {};
  if (["paid", "subscription"].includes(category) && !amount && !note) yield [["price", "category"], "paid-without-amount", { category }];
  if (category === "free" && amount) yield [["price", "amount"], "free-with-amount", { amount }];
  if (amount && !currency) yield [["price", "amount"], "amount-without-currency", { amount }];
  if (entry.cap && !entry.currency) yield [["cap"], "amount-without-currency", { amount: entry.cap }];
}

/** @type {Rule} */
function* sampleProvider(entry, { names }) {
  for (const field of ["provider", "organiser", "organisation"]) {
    const marks = names.provider?.[entry[field]]?.[1] ?? "";
    if (marks.includes("sample") && !entry.sample) yield [[field], "real-entry-of-a-sample-provider", { name: entry[field] }];
  }
}

/** @type {Rule} */
function* course(entry, ground) {
  if (entry.regions === "everywhere" && entry.mode !== "online") yield [["regions"], "everywhere-but-not-online", { mode: entry.mode }];
  if (entry.credential?.type === "micro-credential") {
    const there = { ...entry, awarding_body: entry.credential.awarding_body };
    for (const field of ["awarding_body", "assessment", "quality_assurance", "eqf"]) {
      const words = ground.said[field];
      if (!(field in there) || there[field] === undefined) yield [["credential", "type"], "incomplete-micro-credential", { field, words }];
    }
  }
  const provider = ground.names.provider?.[entry.provider];
  if (!["onsite", "lab"].includes(entry.mode) || !provider || provider[1]?.includes("place")) return;
  for (const [number, session] of (entry.sessions ?? []).entries()) {
    const toCome = daysOf(session.end)[1] >= ground.today && session.status !== "cancelled";
    if (toCome && !session.place) yield [["sessions", number], "missing-place", {}, "missing-place-session"];
  }
}

/** @type {Rule} */
function* event(entry, { today }) {
  if (daysOf(entry.end)[1] < today || entry.event_status === "cancelled") return;
  if (entry.attendance !== "online" && !entry.place) yield [["attendance"], "missing-place", {}, `missing-place-${entry.attendance}`];
  const online = entry.attendance !== "onsite" || entry.event_status === "moved-online";
  if (online && !entry.virtual_url && !entry.registration_url) yield [["attendance"], "missing-online-address"];
}

/** @param {number} east @param {number} north */
const isInEurope = (east, north) => -32 <= east && east <= 46 && 27 <= north && north <= 72;
/** @param {number} east @param {number} north */
const isOnTheMainland = (east, north) => -11 <= east && east <= 46 && 34 <= north && north <= 72;

/** @type {Rule} */
function* region(entry, { slug, lists }) {
  const { country, nuts, lon: east, lat: north } = entry;
  const known = lists.nutsPrefixes[country];
  const prefix = known ?? country;
  if (nuts && !nuts.startsWith(prefix)) yield [["nuts"], "nuts-and-country-disagree", { country, prefix, nuts }];
  if (!nuts && known) yield [["country"], "missing-nuts", { country }];
  if (known && !isInEurope(east, north) && isOnTheMainland(north, east)) yield [["lon"], "swapped-coordinates", { east, north }];
  for (const [number, name] of (entry.neighbours ?? []).entries()) {
    if (name === slug) yield [["neighbours", number], "own-neighbour"];
  }
  for (const [number, need] of (entry.needs ?? []).entries()) {
    if (Boolean(need.skill) !== Boolean(need.job_role)) continue;
    yield [["needs", number], "unclear-need", {}, need.skill ? "unclear-need-both" : "unclear-need-neither"];
  }
}

/** @type {Rule} */
function* skill(entry, { lists }) {
  const groups = Object.keys(lists.groups);
  if (groups.length && !groups.includes(entry.group)) yield [["group"], "unknown-group", { name: entry.group }];
  if (entry.esco_uri && !entry.esco_uri.includes("/esco/skill/")) yield [["esco_uri"], "wrong-esco-kind", {}, "wrong-esco-skill"];
}

/** @type {Rule} */
function* jobRole(entry) {
  if (entry.esco_uri && !entry.esco_uri.includes("/esco/occupation/")) yield [["esco_uri"], "wrong-esco-kind", {}, "wrong-esco-occupation"];
}

/** @type {Rule[]} */
const OF_ALL = [references, days, skillTwice, price, sampleProvider];
/** @type {Record<string, Rule[]>} */
const OF_KIND = { course: [course], event: [event], region: [region], skill: [skill], "job-role": [jobRole] };

/** What speaks against a sound entry. @param {any} entry @param {Ground} ground @returns {Finding[]} */
export function against(entry, ground) {
  const found = [...OF_ALL, ...(OF_KIND[ground.kind] ?? [])].flatMap((rule) => [...rule(entry, ground)]);
  return found.map(([way, code, values, name]) => ({ way, code, message: filled(ground.said[name ?? code], values ?? {}) }));
}
