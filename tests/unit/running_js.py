"""The hub's scripts outside a browser: in the node that playwright brings along."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import playwright

SCRIPTS = Path(__file__).parents[2] / "generator" / "skillshub" / "theme" / "scripts"
NODE = Path(playwright.__file__).parent / "driver" / "node"

_PROGRAM = """
import {{ readFileSync, writeFileSync }} from "node:fs";
{imports}
const given = JSON.parse(readFileSync(0, "utf8"));
writeFileSync(1, JSON.stringify(await ({expression})));
"""


def in_node(expression: str, given: object, **modules: Path) -> Any:
    """What an expression comes to, in which ``given`` is that value and each module stands under its own name.

    >>> in_node("given.map(words.fold)", ["Ä"], words=SCRIPTS / "search" / "words.js")
    ['a']
    """
    imports = "\n".join(f'import * as {name} from "{path.resolve().as_uri()}";' for name, path in modules.items())
    program = _PROGRAM.format(imports=imports, expression=expression)
    ran = subprocess.run(
        [NODE, "--no-warnings", "--input-type=module", "--eval", program],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not ran.returncode, ran.stderr
    return json.loads(ran.stdout)
