// @ts-check
// What to do with the finished file: the steps, a link that opens the forge, and buttons to copy and to download it.

import { wayFor } from "./sending.js";
import { filled } from "./wording.js";

/** @param {string} id @returns {any} */
const the = (id) => document.getElementById(id);

/** @param {any} words @param {any} lists @param {string} entry "" for a new one */
export function guide(words, lists, entry) {
  const box = the("hub-form-guide");
  let text = "";
  let held = "";

  the("hub-form-copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      the("hub-form-status").textContent = words.form.copied;
      the("hub-form-draft").textContent = words.form.copied;
    } catch {
      the("hub-form-draft").textContent = words.form["not-copied"];
      getSelection()?.selectAllChildren(the("hub-form-file"));
    }
  });

  /** @param {string} path */
  function offerFile(path) {
    URL.revokeObjectURL(held);
    held = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
    the("hub-form-download").href = held;
    the("hub-form-download").download = path.split("/").at(-1);
  }

  return {
    hide: () => void (box.hidden = true),
    /** @param {string} path @param {string} whole */
    show: (path, whole) => {
      text = whole;
      const way = wayFor(lists.forge, path, text, !entry, words);
      const forge = lists.forge ? words.form.forge[lists.forge.kind] : "";
      const why = [way.why, entry ? words.form.comments : "", way.opens ? filled(words.form.opened, { forge }) : ""];
      the("hub-form-why").textContent = why.filter(Boolean).join(" ");
      box.querySelector("ol").replaceChildren(...way.steps.map((step) => Object.assign(document.createElement("li"), { textContent: step })));
      the("hub-form-go").hidden = !way.href;
      the("hub-form-go").href = way.href;
      the("hub-form-go").textContent = filled(words.form.propose, { forge });
      offerFile(path);
      box.hidden = false;
      box.focus();
      if (way.opens) window.open(way.href, "_blank", "noopener,noreferrer");
    },
  };
}
