// Gives the hub's own page what the bench asks: type the words and wait until the results are theirs; count choices.
() => {
  const field = document.querySelector("#hub-find-q");
  const list = document.querySelector("#hub-results");
  const settled = (words) => list.hasAttribute("data-settled") && (list.dataset.query ?? "") === words;
  const names = () => [...list.querySelectorAll("a.hub-result__link")].map((link) => {
    const [folder, slug] = new URL(link.href).pathname.split("/").filter(Boolean).slice(-2);
    return `${folder}/${slug}`;
  });

  // The page waits a moment for the next key before it asks its worker. From then on time counts.
  let worker;
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (question, ...rest) {
    worker = this;
    window.asked = performance.now();
    return post.call(this, question, ...rest);
  };

  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true })); // the search is loaded once somebody turns to it
  window.seek = (words) => new Promise((resolve) => {
    const watch = new MutationObserver(look);
    function look() {
      if (!settled(words)) return;
      watch.disconnect();
      resolve(names());
    }
    watch.observe(list, { attributes: true, childList: true });
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    look();
  });

  // How long the page is not free while words are typed and looked for, at the longest. What is no long task is not told.
  window.held = (words) => new Promise((resolve) => {
    let longest = 0;
    const tasks = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration))));
    tasks.observe({ type: "longtask" });
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const watch = new MutationObserver(() => {
      if (!list.hasAttribute("data-settled")) return;
      watch.disconnect();
      setTimeout(() => (tasks.disconnect(), resolve(longest)), 100); // they are told afterwards
    });
    watch.observe(list, { attributes: true, attributeFilter: ["data-settled"] });
  });

  // The counts of four open groups under two filters, asked for what was last sought, as the page asks its worker.
  let last = 1_000_000;
  const counted = (request) => new Promise((resolve, reject) => {
    const id = last++;
    worker.addEventListener("message", function heard({ data }) {
      if (data.id !== id) return;
      worker.removeEventListener("message", heard);
      if (data.failed) reject(new Error(data.failed));
      else resolve(data.answer);
    });
    post.call(worker, { id, ask: "facets", request, open: ["kind", "region", "mode", "skill"] });
  });
  window.choose = async (typed) => {
    const request = { typed, typing: true, filters: { kind: ["course"], mode: ["online", "blended"] } };
    await counted(request); // the columns are loaded once
    const begin = performance.now();
    const answer = await counted(request);
    const time = performance.now() - begin;
    if (!answer.all) throw new Error(`nothing to count for ${typed}`);
    return time;
  };
}
