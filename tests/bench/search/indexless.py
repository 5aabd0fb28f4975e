"""The command skillshub without the output whose cost is asked for: ``python -m tests.bench.search.indexless``."""

from __future__ import annotations

from skillshub import build, cli
from skillshub.outputs import OUTPUTS

vars(build)["OUTPUTS"] = {name: render for name, render in OUTPUTS.items() if name != "search"}  # what it goes through

if __name__ == "__main__":
    cli.run()
