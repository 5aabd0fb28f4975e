// @ts-check
// The card of an entry as lists will show it: stamped from the card of all lists, with what is filled in so far.

import { part, stamped } from "./frames.js";
import { counted } from "./wording.js";

/** @typedef {import("./controls.js").Desk} Desk */
/** @typedef {import("./tree.js").Field} Field */
/** Name of the icon, name of the label, text. @typedef {[string, string, string | undefined, boolean?]} Fact */

/** @param {any} text @param {Desk} desk @param {any} entry */
function spoken(text, desk, entry) {
  if (!text || typeof text !== "object") return text;
  return text[desk.words.language] ?? text[desk.lists.languages[0]] ?? text[entry.language] ?? Object.values(text)[0];
}

/** @param {Desk} desk @param {string} kind @param {string | undefined} slug */
const nameOf = (desk, kind, slug) => slug && (desk.names[kind]?.[slug]?.[0] ?? slug);

/** @param {Field} tree @param {string} name @param {string | undefined} word */
const label = (tree, name, word) => word && (tree.fields.get(name)?.choices.get(word) ?? tree.fields.get(name)?.items?.choices.get(word) ?? word);

/** @param {any} price @param {Desk} desk @param {Field} tree */
function priceSaid(price, desk, tree) {
  if (!price?.category) return undefined;
  if (!price.amount || !price.currency) return tree.fields.get("price")?.fields.get("category")?.choices.get(price.category);
  const digits = Number.isInteger(price.amount) ? { maximumFractionDigits: 0 } : {};
  const locale = desk.words.language === "en" ? "en-GB" : desk.words.language;
  try {
    return new Intl.NumberFormat(locale, { style: "currency", currency: price.currency, ...digits }).format(price.amount);
  } catch {
    return `${price.currency} ${price.amount}`;
  }
}

/** @param {string | undefined} start @param {string | undefined} end @param {Desk} desk */
function span(start, end, desk) {
  const [first, last] = [start, end ?? start].map((text) => new Date(`${text?.slice(0, 10)}T12:00:00Z`));
  if (!start || Number.isNaN(first.valueOf()) || Number.isNaN(last.valueOf()) || last < first) return start;
  const locale = desk.words.language === "en" ? "en-GB" : desk.words.language;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).formatRange(first, last);
}

/** The next day until which one can register. @param {any[]} deadlines @param {Desk} desk @returns {Fact} */
function until(deadlines, desk) {
  const ahead = deadlines.filter((day) => day >= new Date().toISOString().slice(0, 10)).sort();
  return ["deadline", "deadline", ahead.length ? desk.words.card.until.replace("%(when)s", span(ahead[0], ahead[0], desk) ?? "") : ""];
}

/** @param {any} entry @param {Desk} desk @param {Field} tree @returns {Fact[]} */
function ofCourse(entry, desk, tree) {
  const regions = Array.isArray(entry.regions) ? entry.regions : [];
  const more = regions.length > 3 ? ` +${regions.length - 3}` : "";
  const places = regions.slice(0, 3).map((/** @type {string} */ one) => nameOf(desk, "region", one)).join(", ") + more;
  const levels = tree.fields.get("skills")?.items?.fields.get("level")?.choices ?? new Map();
  const reached = [...levels.keys()].filter((level) => entry.skills?.some((/** @type {any} */ one) => one.level === level));
  const ends = [...new Set([reached[0], reached.at(-1)])].filter(Boolean).map((level) => levels.get(level));
  const today = new Date().toISOString().slice(0, 10);
  const sessions = (entry.sessions ?? []).filter((/** @type {any} */ one) => one.start >= today);
  const next = sessions.sort((/** @type {any} */ one, /** @type {any} */ other) => (one.start < other.start ? -1 : 1))[0];
  const taught = (entry.languages ?? []).map(desk.languageName).join(", ");
  const free = sessions.filter((/** @type {any} */ one) => (one.status ?? "scheduled") === "scheduled");
  const due = (free.length ? free : sessions).map((/** @type {any} */ one) => one.registration_deadline ?? "");
  return [
    ["provider", "provider", nameOf(desk, "provider", entry.provider)],
    ["place", "place", entry.regions === "everywhere" ? desk.words.form["everywhere-online"] : places],
    ["mode", "form", [label(tree, "mode", entry.mode), taught].filter(Boolean).join(" · ")],
    ["level", "level", ends.join("–")],
    ["date", "next-date", next ? span(next.start, next.end, desk) : entry.sessions ? "" : desk.words.form["start-any-time"], true],
    ["price", "price", priceSaid(entry.price, desk, tree), true],
    until(due, desk),
  ];
}

/** @type {Record<string, (entry: any, desk: Desk, tree: Field) => Fact[]>} */
const FACTS = {
  course: ofCourse,
  event: (entry, desk, tree) => [
    ["people", "organiser", nameOf(desk, "provider", entry.organiser)],
    ["place", "place", [entry.place?.city, countryOf(entry.place?.country, desk)].filter(Boolean).join(", ")],
    ["mode", "taking-part", label(tree, "attendance", entry.attendance)],
    ["date", "date", span(entry.start, entry.end, desk), true],
    ["price", "price", priceSaid(entry.price, desk, tree), true],
    until(entry.event_status === "cancelled" ? [] : [entry.registration_deadline ?? ""], desk),
  ],
  region: (entry, desk) => [
    ["world", "country", countryOf(entry.country, desk)],
    ["region", "nuts", entry.nuts],
  ],
  provider: (entry, desk) => [["place", "region", nameOf(desk, "region", entry.region)]],
  funding: (entry, desk, tree) => {
    const audience = (entry.audience ?? []).map((/** @type {string} */ one) => label(tree, "audience", one));
    return [
      ["provider", "funder", spoken(entry.funder, desk, entry)],
      ["level", "programme", label(tree, "level", entry.level)],
      ["people", "who", audience.slice(0, 3).join(", ") + (audience.length > 3 ? " …" : "")],
      ["deadline", "closes", span(entry.closes, entry.closes, desk), true],
    ];
  },
  practice: (entry, desk) => [
    ["provider", "organisation", nameOf(desk, "provider", entry.organisation)],
    ["place", "region", nameOf(desk, "region", entry.region)],
  ],
  skill: (entry, desk) => [["skill", "group", spoken(desk.lists.groups[entry.group] ?? entry.group, desk, entry)]],
  "job-role": (entry, desk, tree) => [
    ["skill", "skills", counted(desk.words.card["count-of-skills"], entry.skills?.length ?? 0, desk.words.language)],
    ["trend", "demand", entry.trend && tree.fields.get("trend")?.fields.get("direction")?.choices.get(entry.trend.direction)],
  ],
};

/** @param {string | undefined} code @param {Desk} desk */
const countryOf = (code, desk) => code && (new Intl.DisplayNames([desk.words.language], { type: "region" }).of(code) ?? code);

/** @param {any} entry */
export const titleOf = (entry) => entry.title ?? entry.name ?? entry.label ?? entry.short_name ?? entry.legal_name;

/** @param {any} entry @param {Desk} desk @param {Field} tree */
export function cardOf(entry, desk, tree) {
  const card = stamped("hub-form-blank-card");
  const named = ["course", "event", "provider"].includes(desk.kind) ? label(tree, "type", entry.type) : undefined;
  const [kind, link, facts] = [part(card, ".hub-card__kind"), part(card, "a"), part(card, ".hub-card__facts")];
  const badges = part(card, ".hub-badges");
  part(kind, ".hub-icon").className = `hub-icon hub-icon--${desk.kind}`;
  badges.hidden = !entry.sample;
  part(badges, ".hub-badge").textContent = desk.words.badges.sample;
  badges.before(`${named ?? desk.words.kinds[desk.kind]} `);
  const title = spoken(titleOf(entry), desk, entry);
  link.replaceWith(Object.assign(document.createElement("span"), { textContent: title || desk.words.form["no-card"] }));
  part(card, ".hub-card__summary").textContent = spoken(entry.summary, desk, entry) ?? "";
  const blank = /** @type {HTMLElement} */ (facts.firstElementChild);
  const shown = FACTS[desk.kind](entry, desk, tree).filter(([, , text]) => text);
  facts.replaceChildren(...shown.map((one) => factOf(blank, one, desk)));
  facts.hidden = !shown.length;
  return card;
}

/** @param {HTMLElement} blank @param {Fact} fact @param {Desk} desk */
function factOf(blank, [icon, name, text, strong], desk) {
  const fact = /** @type {HTMLElement} */ (blank.cloneNode(true));
  fact.className = `hub-fact hub-fact--${icon}${strong ? " hub-fact--strong" : ""}`;
  part(fact, "dt").textContent = desk.words.card[name];
  part(fact, "dd").textContent = text ?? "";
  return fact;
}
