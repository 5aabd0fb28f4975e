"""Keep one open issue for each provider whose links have failed for days, and close it when they work again.

    python3 .ci/link_issues.py REPORT

REPORT is what ``skillshub links --report`` has written; the texts in it mention nobody but a provider's maintainers.
Needs gh with a token that may write issues, and the label "links". Uses nothing but the standard library.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LABEL = "links"
MOST = 50  # issues that one night may open: more than that is a fault of ours


def gh(*words: str, text: str = "") -> str:
    asked = ["gh", *words]
    return subprocess.run(asked, input=text, capture_output=True, text=True, check=True).stdout  # noqa: S603 - no shell


def main() -> int:
    wanted = {one["title"]: one["body"] for one in json.loads(Path(sys.argv[1]).read_text("utf-8"))["issues"]}
    told = gh("issue", "list", "--label", LABEL, "--state", "open", "--limit", "500", "--json", "number,title,body")
    there = {one["title"]: one for one in json.loads(told)}
    new = sorted(wanted.keys() - there.keys())
    for title in new[:MOST]:
        gh("issue", "create", "--label", LABEL, "--title", title, "--body-file", "-", text=wanted[title])
    for title, issue in there.items():
        number = str(issue["number"])
        if title not in wanted:
            gh("issue", "close", number, "--comment", "All of these links work again, or are gone.")
        elif issue["body"].strip() != wanted[title].strip():
            gh("issue", "edit", number, "--body-file", "-", text=wanted[title])
    sys.stdout.write(f"{len(wanted)} providers with links that fail, {min(len(new), MOST)} of them new.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
