// @ts-check
// Saving entries, and the page that shows what is saved. hub.js loads this once it is used, or something is saved.

import { List } from "./list.js";
import { save, saved } from "./storage.js";

/** Every button that saves says whether its entry is saved; the way to the shortlist is there once something is. */
function showSaved() {
  const kept = new Set(saved().map(([address]) => address));
  const { dataset } = document.documentElement;
  if (kept.size) dataset.hubSaved = "";
  else delete dataset.hubSaved;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-save]"))) {
    button.setAttribute("aria-pressed", String(kept.has(button.dataset.save ?? "")));
  }
}

/** @param {HTMLElement} button */
export function toggle(button) {
  const address = button.dataset.save ?? "";
  const title = button.querySelector(".hub-hidden")?.textContent?.trim() ?? "";
  const others = saved().filter(([one]) => one !== address);
  if (!save(button.getAttribute("aria-pressed") === "true" ? others : [...others, [address, title]])) document.dispatchEvent(new Event("hub-unsaved"));
  showSaved();
}

document.addEventListener("hub-drawn", showSaved);
addEventListener("storage", showSaved);
showSaved();
if (document.getElementById("hub-shortlist")) new List();
