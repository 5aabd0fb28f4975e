"""A hub whose every text attacks its readers: the samples of a new hub, with the tricks below in every field for words.

Whatever here the check lets through must be shown as it was typed, and nothing of it may run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from skillshub.starter import start

TRICKS = (
    "<script>__pwned=1</script>",
    "</script><script>__pwned=2</script>",
    "</title></p><img src=x onerror=__pwned=3>",
    "\"'><svg onload=__pwned=4>",
    "<!-- {{ 7*7 }} ]]> HUB-SLOT-BODY",
    "&lt;b&gt; <b onclick=__pwned=5>",
)
LONG = "Kraftfahrzeug" * 23
STRANGE = "ﷺ 👩🏽‍🔬 Z̸̡a̴l̶g̷o̵ ǅ ﬁ שלום עולם مرحبا بالعالم"
PROSE = f"""{STRANGE} {LONG}

[a link](javascript:__pwned=6) [another](data:text/html,<script>__pwned=7</script>) ![a picture](x "t")

<iframe srcdoc="<script>parent.__pwned=8</script>"></iframe><style>*{{display:none}}</style><form><input name=q></form>

<https://example.org/"onmouseover="__pwned=9> `</code><script>__pwned=10</script>`

- {"- " * 4}deep
"""
NAME = "constructor"  # what every object of a browser has, of a provider
WORDS = frozenset("title name summary legal_name short_name official_name role note awarding_body label funder".split())
STORIES = frozenset(
    "description prerequisites quality_assurance motivation problem actions results transferability".split()
)
LISTS = frozenset("outcomes purposes offers looking_for accreditation industries tags".split())


def plant(folder: Path, today: date) -> None:
    """Write the hub."""
    tricks = cycle(TRICKS)
    for path, text in start("Hub <b>&", today).items():
        file = folder / path.replace("sample-school", NAME)
        file.parent.mkdir(parents=True, exist_ok=True)
        entry = path.startswith("content/") and path.endswith(".yml")
        file.write_bytes(_spoilt(text.replace(b"sample-school", NAME.encode()), tricks) if entry else text)


def _spoilt(text: bytes, tricks: Iterator[str]) -> bytes:
    """The entry as JSON, which is YAML too; dates stay the text that they were."""
    entry = yaml.load(text, yaml.BaseLoader)  # text for everything, so numbers are told apart below
    return json.dumps(_with_tricks(entry, "", tricks), ensure_ascii=False, indent=1).encode()


def _with_tricks(value: Any, field: str, tricks: Iterator[str]) -> Any:
    if isinstance(value, dict):
        return {key: _with_tricks(each, field if len(key) == 2 else key, tricks) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_tricks(each, field, tricks) for each in value]
    if field in STORIES:
        return f"{next(tricks)}\n\n{PROSE}\n\n{value}"
    return f"{next(tricks)} {value}"[: 40 if field == "tags" else 110] if field in WORDS | LISTS else _as_meant(value)


def _as_meant(text: str) -> Any:
    """What the strict reader would have made of the plain word."""
    is_number = text.replace(".", "", 1).removeprefix("-").isdigit() and not text.startswith("0")
    return json.loads(text) if text in {"true", "false", "null"} or is_number else text
