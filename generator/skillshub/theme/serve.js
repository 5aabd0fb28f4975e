// @ts-check
// While editing (skillshub serve): reload after each build, and show what is wrong over the page.

let version = -1;

new EventSource("/__skillshub/news").onmessage = (event) => {
  /** @type {{version: number, report: string}} */
  const news = JSON.parse(event.data);
  if (version >= 0 && news.version !== version && !news.report) {
    location.reload();
    return;
  }
  version = news.version;
  show(news.report);
};

/** @param {string} report */
function show(report) {
  document.getElementById("hub-problems")?.remove();
  if (!report) return;
  const box = document.createElement("section");
  box.id = "hub-problems";
  box.setAttribute("role", "alert");
  box.setAttribute("aria-label", "Problems");
  box.tabIndex = 0;
  Object.assign(box.style, {
    position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", zIndex: "99", padding: "16px",
    background: "#2b0f0f", color: "#fff", borderTop: "4px solid #ff8a80",
  });
  const text = document.createElement("pre");
  Object.assign(text.style, { margin: "0", whiteSpace: "pre-wrap", font: "14px/1.5 ui-monospace, monospace" });
  text.textContent = report;
  box.append(text);
  document.body.append(box);
}
