// @ts-check
// Runs before the first paint, so that a page never flashes in the wrong colours. Everything else waits: see hub.js.
try {
  const scheme = localStorage.getItem("hub-scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.hubScheme = scheme;
} catch {
  // No storage, no memory: the system's own preference holds.
}
