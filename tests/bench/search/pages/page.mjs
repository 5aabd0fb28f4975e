// The page of a rival: what it finds becomes a list, as a visitor would see it.
import { open } from "./adapter.mjs";

const list = document.getElementById("results");
const find = await open(document.documentElement.lang);

async function seek(words) {
  const results = words ? await find(words) : [];
  list.replaceChildren(...results.map(item));
  return results.map((result) => result.id);
}

function item({ id, title, summary }) {
  const link = document.createElement("a");
  link.href = `${id}/`;
  link.textContent = title;
  const row = document.createElement("li");
  row.append(link, document.createElement("p"));
  row.lastChild.textContent = summary;
  return row;
}

const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  await seek(asked);
  list.dataset.settled = "";
}
window.seek = seek;
