// @ts-check
// The name of an entry's file, made from its title as the check proposes one.

const LONGEST = 80;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DEVICES = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/; // Windows keeps these for itself
/** @type {Record<string, string>} */
const LETTERS = {
  ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", å: "a", ł: "l", đ: "d",
  // Greek and Cyrillic, letter by letter: sounds would need a language
  α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x", ο: "o",
  π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o",
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n", о: "o",
  п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sht", ъ: "a", ь: "y", ю: "yu",
  я: "ya", ы: "y", э: "e", є: "ye", і: "i", ї: "yi", ґ: "g",
};

/** The text as the name of an entry; "" if nothing is left of it. @param {string} text */
export function slugOf(text) {
  const latin = [...text.normalize("NFC").toLowerCase()].map((letter) => LETTERS[letter] ?? plain(letter)).join("");
  const words = (latin.match(/[a-z0-9]+/g) ?? []).join("-");
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : words.slice(0, LONGEST);
}

/** Without its accents, which may stand over a letter of the table. @param {string} letter */
function plain(letter) {
  const bare = letter.normalize("NFKD").replace(/\p{M}/gu, "");
  return LETTERS[bare] ?? bare;
}

/** @param {string} name */
export const isSlug = (name) => name.length <= LONGEST && SLUG.test(name) && !DEVICES.test(name);
