// @ts-check
// What is said when something could not be saved: at the lower edge, until one goes on.

export function refused() {
  const words = document.createElement("p");
  words.className = "hub-unsaved";
  words.setAttribute("role", "alert");
  document.body.append(words);
  words.textContent = /** @type {HTMLElement | null} */ (document.querySelector(".hub-kept"))?.dataset.unsaved ?? "";
  for (const doing of ["pointerdown", "keydown"]) addEventListener(doing, () => words.remove(), { once: true });
}
