"""What tests share: where the repository lies, and one Chromium for all browser tests.

Builders and sample hubs belong to the tests that need them, not here.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REPO = Path(__file__).parents[1]

# No sandbox: tests may run as root. The rest keeps the browser from calling home, which the tests would see as noise.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def repo() -> Path:
    """The root of the repository."""
    return REPO


@pytest.fixture(scope="session")
def chromium_path() -> str | None:
    """The Chromium that make found or installed, else the system's, else Playwright's own (None)."""
    named = os.environ.get("SKILLSHUB_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def chromium(chromium_path: str | None) -> Iterator[Browser]:
    """A running browser; each test opens its own context or page in it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most tests need no browser, so most pay nothing

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield browser
        browser.close()
