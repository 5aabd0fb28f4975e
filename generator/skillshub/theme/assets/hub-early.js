// @ts-check
// Runs before the first paint, so that a page never flashes in the wrong colours, and what only works with JavaScript has
// its place from the beginning. Everything else waits: see hub.js.
{
  const { dataset } = document.documentElement;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  dataset.hubScripted = "";
  const asks = /[?&](?:q|sort|from|until|kind|region|mode|language|level|skill|role|provider|price|credential|duration|schedule|open|status)=[^&]/;
  if (asks.test(location.search)) {
    dataset.hubAsked = "early"; // the finder makes room for results
    const search = Object.assign(document.createElement("link"), { rel: "modulepreload", href: new URL(`hub-find.js${new URL(here).search}`, here).href });
    document.head.append(search); // it need not wait until hub.js has come
  }
  addEventListener("error", (event) => {
    const script = event.target instanceof HTMLScriptElement ? event.target.src : event.filename; // missing, or damaged
    if (!/\/hub\.js(?:\?|$)/.test(script ?? "") || dataset.hubScripted === "ready") return;
    delete dataset.hubScripted; // without hub.js the page is as it is without JavaScript
    delete dataset.hubAsked;
  }, true);
  try {
    const scheme = localStorage.getItem("hub-scheme");
    if (scheme === "light" || scheme === "dark") dataset.hubScheme = scheme;
    if (localStorage.getItem(`hub-saved ${new URL("..", here).pathname}`)) dataset.hubSaved = "";
  } catch {
    // No storage, no memory: the system's own preference holds.
  }
}
