// Pagefind as its own user interface reads it: the engine, the chunks of the words, and one fragment a result.
export async function open() {
  const pagefind = await import("./pagefind/pagefind.js");
  await pagefind.init();
  return async (words) => {
    const { results } = await pagefind.search(words);
    return Promise.all(results.slice(0, 10).map(fragment));
  };
}

async function fragment(result) {
  const { raw_url: url, meta, excerpt } = await result.data();
  return { id: url.replace(/^\/|\/$/g, ""), title: meta.title, summary: excerpt };
}
