"""The bundle that visitors load is the same engine: in a real browser, through its worker, it finds the same."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import served
from tests.browser.visiting import visiting
from tests.search.asking import answers
from tests.search.queries import queries
from tests.search.world import World

pytestmark = pytest.mark.xdist_group("search")

QUERIES = 40

_ASK = """async (requests) => {
  const worker = new Worker("assets/hub-find.js", { type: "module" });
  const waiting = new Map();
  worker.onmessage = ({ data }) => waiting.get(data.id)(data);
  worker.postMessage({ index: new URL("INDEX", location).href, scripts: new URL("assets/", location).href });
  const ask = (request, id) => new Promise((resolve) => {
    waiting.set(id, resolve);
    worker.postMessage({ id, ask: "find", request });
  });
  const told = [];
  for (const [id, request] of requests.entries()) told.push(await ask(request, id));
  worker.terminate();
  return told.map(({ answer, failed }) => [failed ?? "", answer?.items.map((item) => item.document)]);
}"""


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_bundle_finds_what_the_modules_find(chromium: Browser, world: World, code: str) -> None:
    """Twenty queries in each language give the same documents in Chromium, by the pressed scripts, over the network."""
    tongue = world.tongues[code]
    requests = list(queries(tongue, QUERIES // 2, seed=2))
    wanted = [["", answer["documents"]] for answer in answers(world, tongue, requests)]
    (world.folder / "blank.html").write_text("<!doctype html><title>Blank</title><link rel=icon href=data:,>", "utf-8")
    with served(world.folder) as root, visiting(chromium, root) as visitor:
        page = visitor.open("blank.html")
        index = tongue.index.relative_to(world.folder).as_posix()
        found: list[Any] = page.evaluate(_ASK.replace("INDEX", f"{index}/"), requests)
        assert not visitor.noise
    assert found == wanted
