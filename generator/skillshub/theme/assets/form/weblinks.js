// @ts-check
// Addresses of web pages and mailboxes: what is wrong with one. Judges as weblinks.py does, whose sentences it names.

const LONGEST = 2000;
const LATIN = "a-z0-9à-öø-ĭĮ-įĴ-ķĹ-ľŁ-ňŊ-ž"; // letters that look like nothing but themselves
const LABEL = `[${LATIN}](?:[${LATIN}\\-]{0,61}[${LATIN}])?`;
const HOST = new RegExp(`^(?:${LABEL}\\.)+(?:[a-z]{2,24}|xn--[a-z0-9\\-]{1,58}[a-z0-9])$`, "iu");
const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;
const PARTS = /^https:\/\/([^/?#]*)([^]*)$/;
const NUMBER = /^(?:0[xX][0-9a-fA-F]*|[0-9]+)$/;
const BAD_PERCENT = /%(?![0-9A-Fa-f]{2})/;
const NEVER = /[<>"\\^`{|}]/;
const UNSEEN = /[\p{C}\p{Z}]/u;
const HERE_ONLY = new Set([
  "arpa", "corp", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "onion", "test",
]);
const MAILBOX = /^[A-Za-z0-9](?:[A-Za-z0-9._+'-]{0,62}[A-Za-z0-9])?$/;

/** A sentence of weblinks.py, and its values. @typedef {[string, Record<string, any>]} Fault */

/** @param {string} name @param {Record<string, any>} values @returns {Fault} */
const fault = (name, values = {}) => [name, values];

/** What is wrong with the address of a web page; null if it may be linked. @param {string} url @returns {Fault | null} */
export function faultIn(url) {
  const found = faultInCharacters(url) ?? faultInScheme(url);
  if (found) return found;
  const [, authority, rest] = /** @type {RegExpExecArray} */ (PARTS.exec(url));
  const [host, ...port] = authority.split(":");
  if (!authority) return fault("no-host");
  if (authority.includes("@")) return fault("user");
  if (/[[\]]/.test(authority)) return fault("number");
  if (port.length && port.join(":") !== "443") return fault("port");
  return faultInHost(host) ?? (/[,;]$/.test(rest) ? fault("ending", { sign: rest.at(-1) }) : null);
}

/** What is wrong with the address of a mailbox. @param {string} address @returns {Fault | null} */
export function faultInEmail(address) {
  const at = address.lastIndexOf("@");
  const [name, host] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || !host) return fault("mailbox");
  if (address.length > 254 || !MAILBOX.test(name) || name.includes("..")) return fault("mailbox-name");
  return faultInHost(host);
}

/** @param {string} url @returns {Fault | null} */
function faultInCharacters(url) {
  if (!url) return fault("empty");
  if ([...url].length > LONGEST) return fault("long", { limit: LONGEST });
  if (UNSEEN.test(url)) return fault("space");
  const odd = NEVER.exec(url);
  if (odd) return fault("character", { character: odd[0] });
  return BAD_PERCENT.test(url) ? fault("percent") : null;
}

/** @param {string} url @returns {Fault | null} */
function faultInScheme(url) {
  if (url.startsWith("https://")) return null;
  const name = SCHEME.exec(url)?.[1].toLowerCase();
  if (name === "http") return fault("http");
  return name === "https" ? fault("slashes") : fault("scheme");
}

/** @param {string} host @returns {Fault | null} */
function faultInHost(host) {
  const labels = host.split(".");
  const last = labels.at(-1) || (labels.length > 1 ? (labels.at(-2) ?? "") : "");
  const told = { host: [...host].slice(0, 60).join("") };
  if (NUMBER.test(last)) return fault("number");
  if (host.endsWith(".")) return fault("dot");
  if (labels.length < 2 || HERE_ONLY.has(last.toLowerCase())) return fault("inside", told);
  if (host.length <= 253 && HOST.test(host)) return null;
  return /[^\x00-\x7f]/.test(host) ? fault("letters") : fault("host", told);
}
