"""skillshub serve: the site on this machine, and what is wrong with it, after every edit."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.unit import hubs
from tests.unit.commands import skillshub, start


@dataclass
class Served:
    """A hub that is being served."""

    hub: Path
    port: int

    def ask(self, path: str, **headers: str) -> tuple[int, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        line.request("GET", path, headers={"Host": f"localhost:{self.port}", **headers})
        answer = line.getresponse()
        text = answer.read().decode("utf-8", "replace")
        line.close()
        return answer.status, text

    def news(self) -> Iterator[dict[str, Any]]:
        """What a browser hears, until it hangs up."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as line:
            line.sendall(f"GET /__skillshub/news HTTP/1.1\r\nHost: localhost:{self.port}\r\n\r\n".encode())
            for text in line.makefile("r", encoding="utf-8"):
                if text.startswith("data: "):
                    yield json.loads(text.removeprefix("data: "))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("served")
    hub = hubs.lay_out(root / "hub")
    running = start("serve", "--port", "0", "--today", "2027-01-15", folder=hub, cache=root / "cache")
    assert running.stderr
    for line in running.stderr:
        if found := re.match(r"http://127\.0\.0\.1:(\d+)/", line):
            break
    else:
        raise AssertionError("serve ended before it said where it listens")
    yield Served(hub, int(found[1]))
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert "Traceback" not in said


def next_news(news: Iterator[dict[str, Any]], version: int) -> dict[str, Any]:
    return next(one for one in news if one["version"] > version)


def test_pages_carry_the_script(served: Served) -> None:
    """Each page reloads itself, the one for the lost, too; the files themselves know nothing of it."""
    script = '<script src="/__skillshub/serve.js"></script></body>'
    for path, status in (("/", 200), ("/courses/welding/", 200), ("/de/?x=1", 200), ("/nothing/", 404)):
        answer = served.ask(path)
        assert (answer[0], script in answer[1]) == (status, True)
    assert "EventSource" in served.ask("/__skillshub/serve.js")[1]
    assert "__skillshub" not in served.ask("/robots.txt")[1]
    assert not (served.hub / "site").exists()


def test_an_edit_is_news(served: Served) -> None:
    """A saved entry is built and told; a broken one is told with its mistake while the old page stands; mended, it is
    news again.
    """
    news = served.news()
    version = next(news)["version"]
    hubs.write_entry(served.hub, "courses/advice", hubs.a_course(title="Fresh title"))
    told = next_news(news, version)
    assert told["report"] == ""
    assert "Fresh title" in served.ask("/courses/advice/")[1]

    hubs.put(served.hub, "content/courses/advice.yml", "title: What: now?\n")
    told = next_news(news, told["version"])
    assert "content/courses/advice.yml:1:12" in told["report"]
    assert "Fresh title" in served.ask("/courses/advice/")[1]

    hubs.put(served.hub, "mkdocs.yml", (served.hub / "mkdocs.yml").read_text("utf-8").replace("material", "nonsense"))
    told = next_news(news, told["version"])
    assert "mkdocs.yml" in told["report"]

    hubs.write_settings(served.hub)
    hubs.write_entry(served.hub, "courses/advice", hubs.a_course(title="Mended title"))
    while told["report"]:
        told = next_news(news, told["version"])
    assert "Mended title" in served.ask("/courses/advice/")[1]


@pytest.mark.parametrize("host", ["evil.example.org", "evil.example.org:80", "localhost.evil.example.org", ""])
def test_only_for_this_machine(served: Served, host: str) -> None:
    """A page of another site cannot read it by letting its own name lead here."""
    for path in ("/", "/__skillshub/news", "/robots.txt"):
        assert served.ask(path, Host=host)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/../memory",
        "/../../../../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/%00",
        "/a%0d%0ab",
    ],
)
def test_nothing_outside_the_site(served: Served, path: str) -> None:
    """However an address climbs, it reaches no file but those of the site."""
    status, text = served.ask(path)
    assert status in (400, 404)
    assert "root:" not in text


def test_a_port_that_is_taken(served: Served) -> None:
    """Exit 2, and the way out."""
    ran = skillshub("serve", "--port", str(served.port), folder=served.hub, cache=served.hub.parent / "other")
    assert ran.returncode == 2
    assert "choose another with --port" in ran.stderr
    assert skillshub("serve", "--port", "99999", folder=served.hub).returncode == 2
