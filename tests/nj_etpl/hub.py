"""The converted list on disk: a folder that ``skillshub`` checks and builds like any other hub."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.bench.hub import begin_hub
from tests.nj_etpl.convert import Hub
from tests.nj_etpl.tables import GROUPS

NAME = "New Jersey training programmes"


class _Readable(yaml.SafeDumper):
    """Long text as a block, and no anchors: the hub's reader refuses them."""

    def ignore_aliases(self, _value: object) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Readable.add_representer(str, _text)


def write_hub(hub: Hub, folder: Path) -> None:
    begin_hub(folder, NAME, GROUPS)
    for shelf, entries in hub.entries.items():
        for slug, entry in entries.items():
            written = yaml.dump(entry, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=100)
            (folder / "content" / shelf / f"{slug}.yml").write_text(written, encoding="utf-8")
