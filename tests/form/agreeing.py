"""The form's own judgement, asked without a browser: its modules run in the node that Playwright brings along."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import playwright

from tests.house.rooms import HOUSE

NODE = Path(playwright.__file__).parent / "driver" / "node"
FORM = HOUSE / "theme" / "assets" / "form"


def ask(question: str, **asked: Any) -> Any:
    """What the form answers: ``judged``, ``written``, ``cleaned``, ``slugs`` or ``keywords``."""
    command = [str(NODE), str(Path(__file__).with_name("judging.mjs")), str(FORM)]
    given = json.dumps({"question": question, **asked}).encode()
    answer = subprocess.run(command, input=given, capture_output=True, check=False, timeout=60)
    assert answer.returncode == 0, answer.stderr.decode()
    return json.loads(answer.stdout)


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value
