// @ts-check
// Fetches what the build has written for the form, and the entry that is to be changed.

/** @param {URL} address @returns {Promise<any>} */
async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address.pathname}`);
  return answer.json();
}

/** All that every form needs. @param {URL} own data of the page's language @param {URL} shared data of all languages */
export async function supplies(own, shared) {
  const [documents, lists, words] = await Promise.all([
    json(new URL("schemas.json", shared)),
    json(new URL("lists.json", shared)),
    json(new URL("words.json", own)),
  ]);
  return { documents, lists, words };
}

/** The names of the entries of several kinds. @param {URL} own @param {Iterable<string>} kinds */
export async function namesOf(own, kinds) {
  const wanted = [...new Set(kinds)];
  const names = await Promise.all(wanted.map((kind) => json(new URL(`names/${kind}.json`, own))));
  return Object.fromEntries(wanted.map((kind, number) => [kind, names[number]]));
}

/** What the file of an entry holds; undefined when there is none. @param {URL} shared @param {string} kind @param {string} slug
 * @param {number} stacks into how many files the build has put the entries of the kind @returns {Promise<any>} */
export async function entryOf(shared, kind, slug, stacks) {
  try {
    const stack = await json(new URL(`entries/${kind}-${stackOf(slug, stacks)}.json`, shared));
    return Object.hasOwn(stack, slug) ? stack[slug] : undefined;
  } catch {
    return undefined;
  }
}

/** The number of the file, as stacks.py works it out. @param {string} slug @param {number} count */
export function stackOf(slug, count) {
  let number = 0;
  for (const letter of slug) number = (number * 31 + letter.charCodeAt(0)) % 65521;
  return number % count;
}
