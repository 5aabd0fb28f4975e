// @ts-check
// The form, told from the beginning: which kind, the sheet, drafts, previews, what is wrong, and the way to the forge.
// Loaded by the page of the form alone (see hub.js).

import { cardOf, titleOf } from "./card.js";
import { deskOf } from "./controls.js";
import { drawer } from "./draft.js";
import { combobox, offered } from "./picker.js";
import { entryOf, namesOf, supplies } from "./opening.js";
import { sheetOf } from "./sheet.js";
import { guide } from "./guiding.js";
import { summary } from "./summary.js";
import { referencesIn, treeOf } from "./tree.js";
import { filled } from "./wording.js";

/** @param {string} id @returns {any} */
const the = (id) => document.getElementById(id);

const page = the("hub-form");
const asked = new URLSearchParams(location.search);
const own = new URL(page.dataset.data, location.href);
const kind = asked.get("kind") ?? "";
const SAVE_AFTER = 400; // milliseconds without a key

if (kind) start().catch(failed);

/** @param {unknown} error */
function failed(error) {
  the("hub-form-status").textContent = page.dataset.failed;
  console.warn(error);
}

async function start() {
  const shared = new URL(page.dataset.shared, location.href);
  const { documents, lists, words } = await supplies(own, shared);
  if (!Object.hasOwn(lists.folders, kind)) return;
  const tree = treeOf(documents, kind, (message) => words.messages[message] ?? message);
  const names = await namesOf(own, [kind, ...referencesIn(tree).map(([, target]) => target)]);
  const wanted = asked.get("entry") ?? "";
  const before = wanted ? await entryOf(shared, kind, wanted, lists.stacks[kind]) : undefined;
  const entry = before ? wanted : "";
  const languages = new Intl.DisplayNames([words.language], { type: "language", fallback: "code" });

  /** @type {any} */
  let current = {};
  const desk = deskOf({
    words, lists, kind, names,
    mainLanguage: () => current.language ?? lists.languages[0],
    languageName: (code) => (/^[a-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code),
  });
  const sheet = sheetOf(desk, tree, entry, the("hub-form-required"), the("hub-form-optional"));
  const drafts = drawer(new URL(page.dataset.root, location.href).href, kind, entry);
  const problems = summary(words, sheet);
  const guided = guide(words, lists, entry);
  let kept = true;
  let timer = 0;

  const today = new Date().toISOString().slice(0, 10);
  const fresh = before
    ? { ...before, updated: today }
    : { status: "published", updated: today, ...(words.language === lists.languages[0] ? {} : { language: words.language }) };

  /** @param {any} value */
  function fill(value) {
    current = value;
    sheet.fill(value);
    show();
  }

  function show() {
    current = sheet.read();
    sheet.follow(current);
    the("hub-form-card").replaceChildren(cardOf(current, desk, tree));
    the("hub-form-file").textContent = sheet.text(current);
    the("hub-form-path").textContent = sheet.file.path();
  }

  function keep() {
    clearTimeout(timer);
    timer = 0;
    kept = drafts.keep({ value: current, slug: sheet.file.read(), named: sheet.file.isNamed(), at: Date.now() });
    const time = new Intl.DateTimeFormat(words.language, { timeStyle: "short" }).format(new Date());
    the("hub-form-draft").textContent = kept ? filled(words.form.saved, { time }) : words.form["not-saved"];
    the("hub-form-discard").hidden = false;
  }

  function changed() {
    show();
    problems.again(() => sheet.judged(current));
    guided.hide();
    clearTimeout(timer);
    timer = window.setTimeout(keep, SAVE_AFTER);
  }

  function restore() {
    const draft = drafts.open();
    fill(draft?.value ?? fresh);
    if (!draft) return;
    if (!entry) sheet.file.fill(draft.slug, draft.named);
    const when = new Intl.DateTimeFormat(words.language, { dateStyle: "long", timeStyle: "short" }).format(draft.at);
    the("hub-form-status").textContent = filled(words.form.restored, { when });
    the("hub-form-discard").hidden = false;
    show();
  }

  function discard() {
    clearTimeout(timer);
    timer = 0;
    drafts.empty();
    if (!entry) sheet.file.fill("", false);
    fill(fresh);
    problems.clear();
    guided.hide();
    the("hub-form-draft").textContent = "";
    the("hub-form-discard").hidden = true;
    the("hub-form-status").textContent = words.form.discarded;
    the("hub-form-title").focus();
  }

  /** @param {Event} event */
  function send(event) {
    event.preventDefault();
    show();
    keep();
    const found = sheet.judged(current);
    if (found.length) return problems.tell(found);
    problems.clear();
    guided.show(sheet.file.path(), sheet.text(current));
  }

  const form = the("hub-form-sheet");
  form.addEventListener("input", changed);
  form.addEventListener("submit", send);
  form.addEventListener("focusout", (/** @type {FocusEvent} */ event) => problems.look(event, () => sheet.judged(current)));
  the("hub-form-discard").addEventListener("click", discard);
  addEventListener("pagehide", () => timer && keep());
  addEventListener("beforeunload", (event) => !kept && event.preventDefault());

  offerEntries(desk, Boolean(entry));
  const title = titleOf(before ?? {});
  const shown = typeof title === "object" ? (title[words.language] ?? Object.values(title)[0]) : title;
  the("hub-form-title").textContent = entry ? filled(words.form["change-title"], { title: shown }) : words.form["new-title"][kind];
  the("hub-form-send").textContent = lists.forge ? filled(words.form.propose, { forge: words.form.forge[lists.forge.kind] }) : words.form.finish;
  document.title = `${the("hub-form-title").textContent} · ${document.title.split(" · ").at(-1)}`;
  the("hub-form-kinds").hidden = true;
  form.hidden = false;
  restore();
  if (wanted && !before) the("hub-form-status").textContent = words.form["no-such-entry"];
}

/** One chooses an entry of this kind, and comes back to this page with it. @param {any} desk @param {boolean} isChange */
function offerEntries(desk, isChange) {
  const names = offered(desk.names[kind]);
  const { input, box } = combobox(desk, names, ([slug]) => {
    const address = new URL(location.href);
    address.search = new URLSearchParams({ kind, entry: slug }).toString();
    location.assign(address);
  });
  const summary = the("hub-form-open").querySelector("summary");
  input.setAttribute("aria-label", summary.textContent);
  input.addEventListener("input", (event) => event.stopPropagation()); // it is no field of the entry
  the("hub-form-open-picker").append(box);
  the("hub-form-open").hidden = isChange || !names.length;
}
