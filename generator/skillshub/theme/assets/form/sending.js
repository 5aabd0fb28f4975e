// @ts-check
// The way from the form to the forge: a link that hands over the whole file, or, where that cannot be, steps to copy it.

import { filled } from "./wording.js";

/** Bytes of an address that every forge and browser takes. */
export const LONGEST_ADDRESS = 7500;

/** What to do with a finished file.
 * @typedef {{href: string, opens: boolean, why: string, steps: string[]}} Way `opens`: the page comes filled in */

/** @param {string} template @param {string} path @param {string} text */
function address(template, path, text) {
  const isInQuery = /[?&]file_?name=\{path\}/.test(template);
  return template.replace("{path}", isInQuery ? encodeURIComponent(path) : path).replace("{text}", encodeURIComponent(text));
}

/** @param {any} forge of lists.json; null where the hub has none @param {string} path of the file @param {string} text
 * @param {boolean} isNew @param {any} words @returns {Way} */
export function wayFor(forge, path, text, isNew, words) {
  const said = words.form;
  if (!forge) return { href: "", opens: false, why: "", steps: [said["step-download"], said["step-send"]] };
  const name = { forge: said.forge[forge.kind] };
  const template = isNew ? forge.new : forge.edit;
  const whole = address(template, path, text);
  const takesText = template.includes("{text}");
  const last = [said["step-propose"], said["step-wait"]];
  if (takesText && whole.length <= LONGEST_ADDRESS) {
    return { href: whole, opens: true, why: "", steps: [said["step-sign-in"], said["step-look"], ...last] };
  }
  const why = takesText ? said["why-long"] : said[isNew ? "why-gitlab" : "why-edit"];
  const open = filled(said[isNew ? "step-open-new" : "step-open-edit"], name);
  const bare = address(template.replace(/[?&]value=\{text\}/, ""), path, "");
  const paste = said[isNew ? "step-paste-new" : "step-paste"];
  return { href: bare, opens: false, why: filled(why, name), steps: [said["step-copy"], open, said["step-sign-in"], paste, ...last] };
}
