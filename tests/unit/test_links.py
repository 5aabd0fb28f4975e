"""Links are asked politely, whatever the other side does; a verdict is fair, and what is told is the same each time."""

from __future__ import annotations

import json
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from skillshub.links import (
    Manners,
    Round,
    as_report,
    as_table,
    go_round,
    read_strikes,
    written_strikes,
)
from skillshub.links.guarding import is_public
from skillshub.links.rounds import visit_all
from skillshub.links.strikes import OUT, Record, struck
from skillshub.links.visiting import Verdict
from skillshub.outside import broken_in, links_of
from tests.unit.bad_servers import BadServer, running
from tests.unit.builders import TODAY, a_catalogue, a_course, a_provider, a_region

QUICK: dict[str, Any] = {
    "delay": 0.0, "timeout": 0.4, "longest": 0.8, "attempts": 2, "backoff": 0.01, "most_wait": 0.02,
    "allow_private": True,
}  # fmt: skip


def manners(**own: Any) -> Manners:
    return Manners(**{**QUICK, **own})


@pytest.fixture
def server() -> Iterator[BadServer]:
    with running() as server:
        yield server


def verdict(server: BadServer, path: str, **own: Any) -> Verdict:
    url = server.url(path)
    return visit_all([url], manners(**own))[url]


@pytest.mark.parametrize(
    ("path", "how", "says"),
    [
        ("/ok", "ok", "200 OK"),
        ("/get-only", "ok", "206 Partial Content"),
        ("/huge", "ok", "200 OK"),
        ("/busy", "ok", "200 OK"),
        ("/soon", "ok", "200 OK"),
        ("/moved", "ok", "200 OK"),
        ("/missing", "fault", "404 Not Found"),
        ("/gone", "fault", "410 Gone"),
        ("/broken", "fault", "500 Internal Server Error"),
        ("/odd", "fault", "799"),
        ("/closed", "unsure", "403 Forbidden"),
        ("/always-busy", "unsure", "429 Too Many Requests"),
        ("/hang", "fault", "no answer in time"),
        ("/drip", "fault", "no answer in time"),
        ("/reset", "fault", "no connection (ConnectionResetError)"),
        ("/close", "fault", "no sensible answer (RemoteDisconnected)"),
        ("/garbage", "fault", "no sensible answer (BadStatusLine)"),
        ("/endless-head", "fault", "no sensible answer"),
        ("/circle", "fault", "it sends us in a circle"),
        ("/on", "fault", "it sends us on more than 5 times"),
        ("/nowhere", "fault", "it sends us to what is no web address"),
        ("/to-file", "fault", "it sends us to what is no web address"),
        ("/bad-place", "fault", "it sends us to what is no web address"),
        ("/no-place", "fault", "302 Found"),
    ],
)
def test_every_answer_has_a_verdict(server: BadServer, path: str, how: str, says: str) -> None:
    """And none takes long, drags in a huge page, or ends in an exception."""
    began = time.monotonic()
    found = verdict(server, path)
    assert (found.how, found.says.startswith(says)) == (how, True), found
    assert time.monotonic() - began < 6


def test_nobody_there() -> None:
    """A closed port, a host that does not exist, what is no address at all."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    def nowhere(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    url = f"http://127.0.0.1:{port}/"
    assert "ConnectionRefused" in visit_all([url], manners())[url].says
    assert (
        visit_all(["http://a.example/"], manners(resolve=nowhere))["http://a.example/"].says == "there is no such host"
    )
    for odd in ("http://", "https://[::1", "mailto:a@b.example", "https://a.example:port/"):
        assert visit_all([odd], manners())[odd].how == "fault"


def test_head_first_then_a_little_of_the_page(server: BadServer) -> None:
    """A page is asked for only where its head is refused, and only for its first kilobyte."""
    verdict(server, "/ok")
    assert server.asked == [("HEAD", "/ok")]
    verdict(server, "/get-only")
    assert server.asked[1:] == [("HEAD", "/get-only"), ("GET", "/get-only")]
    assert "Range: bytes=0-1023" in server.heads[-1]
    assert "Range" not in server.heads[0]


def test_a_host_is_asked_one_thing_at_a_time(server: BadServer) -> None:
    """With a pause between, and with our name."""
    urls = [server.url(f"/slowly?{number}") for number in range(4)]
    began = time.monotonic()
    visit_all(urls, manners(delay=0.1, agent="hub (+https://hub.example.org/)"))
    assert server.most_at_once == 1
    assert time.monotonic() - began >= 3 * 0.1 + 4 * 0.05
    assert all("User-Agent: hub (+https://hub.example.org/)" in head for head in server.heads)


def test_a_redirect_waits_for_its_turn_too(server: BadServer) -> None:
    """Wherever one is sent from, the host that one is sent to has one guest at a time."""
    host = f"http://other.example:{server.port}"
    urls = [f"{host}/slowly", server.url("/moved"), server.url("/slowly"), f"{host}/moved"]
    found = visit_all(urls, manners(resolve=lambda _host, _port: ["127.0.0.1"]))
    assert {one.how for one in found.values()} == {"ok"}
    assert found[server.url("/moved")].at == server.url("/ok")


@pytest.fixture(scope="module")
def own_certificate(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """One that nobody vouches for."""
    folder = tmp_path_factory.mktemp("certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=wrong.example"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def test_a_wrong_certificate_is_a_fault(own_certificate: ssl.SSLContext) -> None:
    """Visitors would be warned of the page."""
    with running(own_certificate) as server:
        assert verdict(server, "/ok").says.startswith("its certificate does not hold: ")


def test_no_encryption_where_it_was_promised(server: BadServer) -> None:
    """https:// to a server that knows none."""
    url = server.url("/ok").replace("http:", "https:")
    assert visit_all([url], manners())[url].how == "fault"


# Private networks

PRIVATE = (
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255"
    " ::1 :: fe80::1%eth0 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe"
    " 2002:7f00:1:: 2002:a00:1::"
).split()


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_known(address: str) -> None:
    """Also where it hides in another one."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101"])
def test_a_public_address_is_asked(address: str) -> None:
    """What everybody can reach."""
    assert is_public(address)


def test_private_machines_are_not_asked(server: BadServer) -> None:
    """Not by number, not by a name that leads there, not at another port, not after a redirect; nothing is sent."""
    for addresses in (["127.0.0.1"], ["1.1.1.1", "10.0.0.1"], []):
        own = manners(allow_private=False, resolve=lambda _host, _port, found=addresses: found)
        said = visit_all(["http://inside.example/"], own)["http://inside.example/"]
        assert (said.how, said.says) == ("fault", "the host is in a private network")
    assert verdict(server, "/ok", allow_private=False).says.startswith("port ")
    assert server.asked == []


# Strikes

FAULT, FINE, CLOSED = (
    Verdict(how="fault", says="404 Not Found"),
    Verdict(how="ok", says="200 OK"),
    Verdict(how="unsure", says="403 Forbidden"),
)


def after(*nights: Verdict | None) -> Record:
    record = None
    for number, one in enumerate(nights):
        record = struck(record, one, TODAY + timedelta(days=number))
    assert record
    return record


@pytest.mark.parametrize(
    ("nights", "strikes"),
    [
        ([FAULT], 1),
        ([FAULT] * 4, 4),
        ([FAULT] * 3 + [FINE], 0),
        ([FAULT] * 9 + [FINE], 0),
        ([FAULT, FINE, FAULT], 1),
        ([FAULT, FAULT, CLOSED, FAULT], 3),
        ([CLOSED] * 9, 0),
        ([FAULT, None, FAULT], 2),
    ],
)
def test_four_strikes_and_one_success(nights: list[Verdict | None], strikes: int) -> None:
    """Each night that fails is one; a success wipes all out; who does not let us in is neither."""
    record = after(*nights)
    assert (record.strikes, record.is_out) == (strikes, strikes >= OUT)
    assert (record.since is None) == (strikes == 0)


def test_a_day_counts_once() -> None:
    """However often the job is run."""
    record = struck(None, FAULT, TODAY)
    for _ in range(9):
        record = struck(record, FAULT, TODAY)
    assert record.strikes == 1


def test_the_memory_is_kept(server: BadServer) -> None:
    """From night to night, only of links that are there; a file that is none is a memory lost."""
    urls = [server.url("/ok"), server.url("/gone")]
    done = go_round(urls, {}, TODAY, manners())
    kept = written_strikes(done.records)
    assert read_strikes(kept) == done.records
    again = go_round(urls[1:], read_strikes(kept), TODAY + timedelta(days=1), manners())
    assert {url: record.strikes for url, record in again.records.items()} == {urls[1]: 2}
    for broken in (b"", b"[]", b"{}", b'{"version": 1, "links": {"a": 1}}', b"\xff", b'{"version": 9, "links": {}}'):
        assert read_strikes(broken) == {}


def test_what_was_well_lately_is_not_asked_again(server: BadServer) -> None:
    """What failed is."""
    urls = [server.url("/ok"), server.url("/gone")]
    done = go_round(urls, {}, TODAY, manners())
    server.asked.clear()
    again = go_round(urls, done.records, TODAY + timedelta(days=2), manners(), fresh_days=7)
    assert {path for _, path in server.asked} == {"/gone"}
    assert (again.asked, again.records[urls[0]].how) == (1, "ok")


# What is told


def a_round(**records: Record) -> tuple[Any, Round]:
    school = a_provider(slug="academy", homepage="https://academy.example.org/", maintainers=("@ada", "bob"))
    hostile = "https://a.example/x|y@eve"
    course = a_course(slug="one", url=hostile)
    urls = [url for entry in (school, course) for _, url in links_of(entry)]
    bad = Record(how="fault", says="404 Not Found", asked=TODAY, strikes=4, since=date(2027, 1, 12))
    good = Record(how="ok", says="200 OK", asked=TODAY)
    told = {url: bad if url == hostile else good for url in urls}
    return a_catalogue(school, course, a_region()), Round(day=TODAY, records={**told, **records}, asked=2)


def test_the_report_is_for_programs() -> None:
    """Counts, every finding with its place, what to mark, and an issue for each provider, who is asked by name."""
    told = json.loads(as_report(*a_round()))
    assert told["counts"] == {"links": 2, "asked": 2, "ok": 1, "fault": 1, "unsure": 0}
    (found,) = told["findings"]
    assert (found["path"], found["field"], found["provider"]) == ("content/courses/one.yml", "url", "academy")
    assert (found["strikes"], found["since"], found["is_out"]) == (4, "2027-01-12", True)
    assert told["broken"] == ["content/courses/one.yml"]
    (issue,) = told["issues"]
    assert (issue["provider"], issue["title"]) == ("academy", "Links that do not work: academy")
    assert issue["body"].startswith("@ada @bob These links failed on 4 days")
    assert "@eve" not in issue["body"]
    assert "x\\|y" in issue["body"]


def test_the_same_answers_give_the_same_report() -> None:
    """In whatever order they came."""
    catalogue, done = a_round()
    other = Round(day=done.day, records=dict(reversed(list(done.records.items()))), asked=done.asked)
    assert as_report(catalogue, done) == as_report(catalogue, other)
    assert as_table(catalogue, done) == as_table(catalogue, other)


def test_the_table_is_for_people() -> None:
    """A line a finding, and the counts."""
    assert as_table(*a_round()).splitlines() == [
        "4/4  404 Not Found  https://a.example/x|y@eve  content/courses/one.yml url",
        "2 links, 2 asked: 1 failed, 1 entries to mark after 4 strikes",
    ]


def test_what_to_mark_is_read_from_a_report() -> None:
    """Anything else marks nothing."""
    assert broken_in(as_report(*a_round()).encode()) == {"content/courses/one.yml"}
    for other in (b"", b"[]", b"{}", b'{"broken": 1}'):
        assert broken_in(other) == frozenset()


def test_every_link_of_an_entry_is_known() -> None:
    """Those in fields of their own, however deep."""
    course = a_course()
    assert [field for field, _ in links_of(course)] == [("url",)]
