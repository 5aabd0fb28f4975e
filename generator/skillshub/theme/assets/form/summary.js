// @ts-check
// What is wrong, twice: in a summary on top, whose links lead to the fields, and beside each field.

import { counted } from "./wording.js";

/** @typedef {import("./wording.js").Finding} Finding */
/** @typedef {import("./controls.js").Spot} Spot */

/** @param {any} words @param {{spot: (finding: Finding) => Spot}} sheet */
export function summary(words, sheet) {
  const box = /** @type {HTMLElement} */ (document.getElementById("hub-form-summary"));
  const title = /** @type {HTMLElement} */ (box.querySelector("h2"));
  const list = /** @type {HTMLElement} */ (box.querySelector("ul"));
  /** @type {Map<HTMLElement, Spot>} by the frame of the field */
  let told = new Map();
  let sent = false; // from the first try on, every field says at once what is wrong

  /** @param {Finding[]} findings */
  function beside(findings) {
    for (const spot of told.values()) spot.wrong("");
    /** @type {Map<HTMLElement, [Spot, string[]]>} */
    const at = new Map();
    for (const finding of findings) {
      const spot = sheet.spot(finding);
      at.set(spot.element, [spot, [...(at.get(spot.element)?.[1] ?? []), finding.message]]);
    }
    told = new Map([...at].map(([element, [spot]]) => [element, spot]));
    for (const [spot, messages] of at.values()) spot.wrong([...new Set(messages)].join(" "));
  }

  /** @param {Finding} finding */
  function line(finding) {
    const spot = sheet.spot(finding);
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: `#${spot.target.id}`, textContent: finding.message });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      for (let outer = spot.target.closest("details"); outer; outer = outer.parentElement?.closest("details") ?? null) outer.open = true;
      spot.target.focus();
      spot.element.scrollIntoView({ block: "center" });
    });
    item.append(link);
    return item;
  }

  return {
    /** All of it, and the focus to the summary. @param {Finding[]} findings */
    tell: (findings) => {
      sent = true;
      beside(findings);
      title.textContent = counted(words.form.problems, findings.length, words.language);
      list.replaceChildren(...findings.map(line));
      box.hidden = false;
      box.focus();
      box.scrollIntoView({ block: "start" });
    },
    /** While somebody types: what is right now is no longer wrong. @param {() => Finding[]} judged */
    again: (judged) => {
      if (!sent && !told.size) return;
      const found = judged();
      beside(sent ? found : found.filter((finding) => told.has(sheet.spot(finding).element)));
      if (sent && !found.length) box.hidden = true;
    },
    /** After somebody has left a field: what is wrong in it; that others are empty still is no news.
     * @param {FocusEvent} event @param {() => Finding[]} judged */
    look: (event, judged) => {
      const left = /** @type {HTMLElement} */ (event.target);
      if (sent || !(left instanceof HTMLElement) || !left.matches("input, select, textarea")) return;
      const isHere = (/** @type {Finding} */ finding) => sheet.spot(finding).target === left && finding.code !== "missing-field";
      const found = judged();
      const kept = found.filter((finding) => told.has(sheet.spot(finding).element) || (isHere(finding) && /** @type {any} */ (left).value));
      beside(kept);
    },
    clear: () => {
      sent = false;
      beside([]);
      box.hidden = true;
    },
  };
}
