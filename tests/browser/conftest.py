"""What browser tests share: the hub of this repository, built once and served, and visitors to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from skillshub.build import build
from tests.browser.kinds_of_page import kinds_of_page
from tests.browser.serving import served
from tests.browser.visiting import Visitor, visiting

TODAY = date(2026, 11, 23)
"""The content as it was on this day: some events over, some deadlines near, whatever the calendar says."""

Invite = Callable[..., Visitor]


@pytest.fixture(scope="session")
def site(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real hub, built cold."""
    folder = tmp_path_factory.mktemp("hub") / "site"
    built = build(repo, folder, TODAY, memory=None)
    assert built.outcome is not None, [problem.message for problem in built.problems]
    return folder


@pytest.fixture(scope="session")
def root(site: Path) -> Iterator[str]:
    """Where the real hub is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def pages(site: Path) -> Mapping[str, str]:
    """Every kind of page, by name."""
    return kinds_of_page(site)


@pytest.fixture
def invite(chromium: Browser, root: str) -> Iterator[Invite]:
    """``invite(viewport=PHONE)`` is a visitor to the real hub; what they heard must be nothing, or the test fails."""
    with ExitStack() as visits:
        guests: list[Visitor] = []

        def one(**manner: Any) -> Visitor:
            guests.append(visits.enter_context(visiting(chromium, root, **manner)))
            return guests[-1]

        yield one
        heard = [noise for guest in guests for noise in guest.noise]
    assert not heard, "\n".join(heard)
