"""What the index takes of a cold build: ``python -m tests.bench.search.alone HUB FOLDER``.

All that a build does without an index is done first: entries are read and judged, pages planned, and the cards made
that lists show. Then every file of the index is worked out, made and written, by as many processes as a build has, and
what these took is told as JSON: seconds on the clock, and of processor. A difference of two builds says the same, but
each is many times as long, and a machine's moods are longer than the difference.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from datetime import date
from pathlib import Path

from skillshub import build, workers, writing
from skillshub.checking import check
from skillshub.outputs import OUTPUTS
from skillshub.outputs.pages.cards import card
from skillshub.outputs.pages.folios import all_folios
from skillshub.schemas import Schemas
from skillshub.site import Site


def main(hub: Path, folder: Path) -> None:
    gc.disable()  # as the command does
    site = _site(hub)
    for render in (render for name, render in OUTPUTS.items() if name != "search"):
        list(render(site))
    for folios in all_folios(site):
        for entry in site.catalogue:
            card(folios.stage, entry)
    clock, processor = time.perf_counter(), _processor()
    writing.write(OUTPUTS["search"](site), folder, {}, hands=workers.hands())
    print(json.dumps({"wall": time.perf_counter() - clock, "cpu": _processor() - processor}))


def _site(hub: Path) -> Site:
    schemas = Schemas.load(build.schema_folder())
    checked, _ = check(hub, schemas, date.today(), None, hands=workers.hands())  # noqa: DTZ011 - any day will do
    assert checked.settings
    docs, mark = build._docs(hub, schemas, None, checked.settings)
    return build._site(checked, checked.settings, schemas, docs, build.Terms(), None, mark)


def _processor() -> float:
    """Seconds of this process, and of those that it has ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
