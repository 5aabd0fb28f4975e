"""python -m tests.nj_etpl PROGRAMS.CSV FOLDER: write the hub into a new folder and print the report."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.nj_etpl.convert import convert
from tests.nj_etpl.hub import write_hub

if __name__ == "__main__":
    _, source, target = sys.argv
    hub = convert(Path(source))
    write_hub(hub, Path(target))
    print(hub.report())
