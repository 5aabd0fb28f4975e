// @ts-check
// What a page gains from JavaScript: the choice of colours, and menus that close as one expects. Each page works
// without it; nothing here stores more than that choice or moves anything on the page. The finder and the form have
// scripts of their own.

const root = document.documentElement;
const darkSystem = matchMedia("(prefers-color-scheme: dark)");

/** @returns {boolean} whether the page shows its dark colours now */
const isDark = () => (root.dataset.hubScheme ? root.dataset.hubScheme === "dark" : darkSystem.matches);

/** @param {string} scheme */
function remember(scheme) {
  root.dataset.hubScheme = scheme;
  try {
    localStorage.setItem("hub-scheme", scheme);
  } catch {
    // Without storage the choice holds for this page.
  }
}

function offerColours() {
  const button = document.querySelector(".hub-palette");
  if (!(button instanceof HTMLButtonElement)) return;
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    remember(isDark() ? "light" : "dark");
    show();
  });
  darkSystem.addEventListener("change", show);
  show();
  button.hidden = false;
}

/** Everything in the header that opens. @returns {HTMLDetailsElement[]} */
const openMenus = () => [...document.querySelectorAll(".hub-header details")].filter((menu) => menu.open);

const isWide = () => matchMedia("(min-width: 64em)").matches;

/** The innermost open menu closes and gives the focus back to its button. @param {KeyboardEvent} event */
function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  const menu = openMenus().at(-1);
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

/** A drop-down of the wide header closes when one turns to something else. @param {Event} event */
function closeOutside(event) {
  if (!isWide() || !(event.target instanceof Node)) return;
  for (const menu of openMenus()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
}

offerColours();
document.addEventListener("keydown", closeOnEscape);
document.addEventListener("click", closeOutside);
document.addEventListener("focusin", closeOutside);
if (document.getElementById("hub-find-results")) import("./hub-find.js");
if (document.getElementById("hub-form")) import("./form/form.js");
