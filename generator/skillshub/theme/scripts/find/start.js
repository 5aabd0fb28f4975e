// @ts-check
// The search of a page: its boxes, and the finder where it is. hub.js loads this once somebody turns to the search; the
// page begins its worker with the same file, which is there already.

import { serve } from "../search/worker.js";
import { Asking } from "./asking.js";
import { Box } from "./box.js";
import { Finder } from "./finder.js";

function dress() {
  const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form.hub-find")]);
  const asking = new Asking(new URL("index/", forms[0].action).href);
  const found = document.getElementById("hub-found");
  for (const form of forms) {
    if (form.id !== "hub-finder") new Box(form, asking);
    else if (found) new Finder(found, form, asking);
  }
}

if ("document" in globalThis) dress();
else serve();
