// @ts-check
// What a page gains from JavaScript: the choice of colours, menus that close as one expects, and the search and what is
// saved, whose own scripts are loaded once they are used. Each page works without it; nothing here moves anything.

const root = document.documentElement;
const version = new URL(import.meta.url).search; // what the page was made with: its scripts go together
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

/** As they were chosen on another page, or are since one left this one. */
function recall() {
  try {
    const scheme = localStorage.getItem("hub-scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.hubScheme = scheme;
  } catch {
    // As above.
  }
}

function offerColours() {
  const button = document.querySelector(".hub-palette");
  if (!(button instanceof HTMLButtonElement)) return;
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  addEventListener("storage", () => {
    recall();
    show();
  });
  button.addEventListener("click", () => {
    remember(isDark() ? "light" : "dark");
    show();
  });
  darkSystem.addEventListener("change", show);
  show();
}

/** Everything in the header that is open. @returns {HTMLDetailsElement[]} */
const openMenus = () => [...document.querySelectorAll(".hub-header details")].flatMap((menu) => (menu instanceof HTMLDetailsElement && menu.open ? menu : []));

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

/** @type {Promise<unknown> | undefined} */
let searching;
let found = false;

/** The search, once somebody turns to it: before, nothing of it is loaded. */
function search() {
  if (!document.getElementById("hub-found")) import(`./hub-box.js${version}`).catch(() => {}); // at the same time; hub-find.js asks again
  searching ??= import(`./hub-find.js${version}`).then(() => (found = true), () => {
    searching = undefined;
    fetch(new URL(`hub-find.js${version}`, import.meta.url), { cache: "reload" }).catch(() => {}); // perhaps what the browser keeps is damaged
    const failed = document.getElementById("hub-find-failed");
    document.querySelector(".hub-finder__early")?.remove();
    if (!failed?.hidden) return;
    failed.hidden = false; // the lists are there; everywhere else the box is a plain form
    const [status, why] = ["status", "why"].map((name) => document.getElementById(`hub-find-${name}`));
    if (status && why) status.textContent = why.textContent; // heard, too
  });
  return searching;
}

/** What is pressed before the search is there is done when it is, unless one has gone on. @param {Event} event */
async function press({ currentTarget }) {
  const before = document.activeElement;
  if (!found && (await search()) && document.activeElement === before) /** @type {HTMLElement} */ (currentTarget).click();
}

function offerSearch() {
  for (const place of document.querySelectorAll(".hub-find, .hub-finder__side, .hub-finder__bar")) {
    place.addEventListener("focusin", search);
    place.addEventListener("pointerdown", search);
  }
  for (const field of document.querySelectorAll(":is(input, #hub-find-sort)[form=hub-finder]")) field.removeAttribute("disabled");
  const field = document.getElementById("hub-find-q");
  document.getElementById("hub-finder")?.addEventListener("submit", () => {
    if (matchMedia("(pointer: coarse)").matches) field?.blur(); // a phone's keyboard would cover what is found
  });
  document.querySelector(".hub-header__find")?.addEventListener("click", (event) => {
    if (!(field instanceof HTMLInputElement) || !(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault(); // one is there: what was asked for stays
    field.focus();
    field.select();
  });
  document.getElementById("hub-finder")?.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value) formData.delete(name); // sent before the search was there
  });
  document.getElementById("hub-filters-open")?.addEventListener("click", press);
  document.getElementById("hub-find-q")?.addEventListener("input", () => (root.dataset.hubAsked ??= "")); // room for results
  if (document.getElementById("hub-found") && (root.dataset.hubAsked !== undefined || history.state)) search();
}

/** Ctrl+K or Cmd+K leads to the box; on a phone the menu that holds it opens. @param {KeyboardEvent} event */
function turnToSearch(event) {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const field = document.getElementById("hub-find-q") ?? document.getElementById("hub-q");
  if (!(field instanceof HTMLInputElement)) return;
  event.preventDefault();
  const menu = document.querySelector(".hub-menu");
  if (!field.getClientRects().length && menu instanceof HTMLDetailsElement) menu.open = true;
  field.focus();
  field.select();
}

/** What one looks for, or was sent, comes along into the other language: its addresses mean the same. @param {Event} event */
function takeAlong({ target }) {
  const link = target instanceof Element && target.closest(".hub-languages a");
  if (link instanceof HTMLAnchorElement) link.search = location.search;
}

const shortlist = () => import(`./hub-shortlist.js${version}`);

function showShortlist() {
  const failed = document.getElementById("hub-kept-failed"); // elsewhere nobody has asked for it
  shortlist().then(() => failed && (failed.hidden = true), () => failed && (failed.hidden = false));
}

/** Pressed again before it is done, it is done once. @param {MouseEvent} event */
function keep({ target }) {
  const button = target instanceof Element && target.closest("[data-save]:not([aria-busy])");
  if (!button) return;
  button.setAttribute("aria-busy", "true");
  shortlist().then(({ toggle }) => toggle(button), unsaved).finally(() => button.removeAttribute("aria-busy"));
}

/** That something could not be saved is said at the lower edge, until one goes on. */
function unsaved() {
  const words = document.createElement("p");
  words.className = "hub-unsaved";
  words.setAttribute("role", "alert");
  document.body.append(words);
  words.textContent = /** @type {HTMLElement | null} */ (document.querySelector(".hub-kept"))?.dataset.unsaved ?? "";
  for (const doing of ["pointerdown", "keydown"]) addEventListener(doing, () => words.remove(), { once: true });
}

offerColours();
offerSearch();
if (document.getElementById("hub-shortlist") || (root.dataset.hubSaved !== undefined && document.querySelector("[data-save], #hub-found"))) showShortlist();
document.addEventListener("click", keep);
document.addEventListener("hub-unsaved", unsaved);
for (const turn of ["pointerdown", "focusin", "click"]) document.addEventListener(turn, takeAlong);
addEventListener("storage", ({ key }) => (key?.startsWith("hub-saved ") ?? document.querySelector("[data-save], #hub-found, #hub-shortlist")) && showShortlist()); // another tab saved something
addEventListener("pageshow", ({ persisted }) => persisted && dispatchEvent(new StorageEvent("storage"))); // or this one, on another page
document.addEventListener("keydown", turnToSearch);
document.addEventListener("keydown", closeOnEscape);
document.addEventListener("click", closeOutside);
document.addEventListener("focusin", closeOutside);
if (document.getElementById("hub-form")) import("./form/form.js");
root.dataset.hubScripted = "ready"; // hub-early.js asks whether it came so far
