// @ts-check
// The search of a page: its boxes, and the finder where it is. hub.js loads this once somebody turns to the search; the
// page begins its worker with the same file, which is there already.

import { beside, serve } from "../search/worker.js";
import { Asking } from "./asking.js";
import { Finder } from "./finder.js";

function dress() {
  const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form.hub-find")]);
  const asking = new Asking(new URL("index/", forms[0].action).href);
  const found = document.getElementById("hub-found");
  for (const form of forms) {
    if (form.id !== "hub-finder") offer(form, asking);
    else if (found) new Finder(found, form, asking);
  }
  asking.begin();
}

/** Suggestions have a script of their own, for whoever turns to the box; without it, it is a plain form.
 * @param {HTMLFormElement} form @param {Asking} asking */
function offer(form, asking) {
  const later = () => form.addEventListener("focusin", load, { once: true });
  const load = () => import(beside("hub-box.js")).then(({ Box }) => new Box(form, asking), later);
  if (form.contains(document.activeElement)) load();
  else later();
}

if ("document" in globalThis) dress();
else serve();
