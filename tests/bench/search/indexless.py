"""The command skillshub without the output whose cost is asked for: ``python -m tests.bench.search.indexless``."""

from __future__ import annotations

from skillshub import build, cli

build.OUTPUTS = {name: render for name, render in build.OUTPUTS.items() if name != "search"}

if __name__ == "__main__":
    cli.run()
