// Gives the hub's own page the function that the bench asks: type the words, wait until the results are theirs.
() => {
  const field = document.querySelector("#hub-find-q");
  const list = document.querySelector("#hub-results");
  const settled = (words) => list.hasAttribute("data-settled") && (list.dataset.query ?? "") === words;
  const names = () => [...list.querySelectorAll("a.hub-result__link")].map((link) => {
    const [folder, slug] = new URL(link.href).pathname.split("/").filter(Boolean).slice(-2);
    return `${folder}/${slug}`;
  });
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

  // Choose a filter and undo it: how long each takes until results and counts stand again.
  window.choose = async () => {
    const times = [];
    for (let turn = 0; turn < 2; turn += 1) {
      const filter = document.querySelector("#hub-facets input");
      if (!filter) break;
      const begin = performance.now();
      list.removeAttribute("data-settled");
      const settledAgain = again();
      filter.click();
      await settledAgain;
      times.push(performance.now() - begin);
    }
    return times;
  };

  const again = () => new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!list.hasAttribute("data-settled")) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(list, { attributes: true });
  });
}
