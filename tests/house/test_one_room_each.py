"""What touches the world, or could hurt the reader, has one room each."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

import pytest

from tests.conftest import REPO
from tests.house.rooms import Room, a_room, calls_in, imports_any, nobody_breaks, rooms

Law = Callable[[Room], Iterator[str]]

WRITING_METHODS = {
    "write_text", "write_bytes", "mkdir", "makedirs", "rename", "renames", "unlink", "rmdir", "removedirs", "touch",
    "symlink_to", "hardlink_to", "chmod", "utime", "mkfifo", "mkdtemp", "mkstemp", "TemporaryDirectory",
    "NamedTemporaryFile", "rmtree", "copytree", "copyfile", "copy2", "copymode",
}  # fmt: skip
WRITING_CALLS = {
    "os.replace",
    "os.link",
    "os.symlink",
    "os.remove",
    "os.truncate",
    "shutil.copy",
    "shutil.move",
}
CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime"}
STOPWATCHES = {"time.time", "time.time_ns", "time.monotonic", "time.perf_counter", "time.process_time"}
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc",
}  # fmt: skip


def writes(room: Room) -> Iterator[str]:
    for call, name in calls_in(room):
        if (
            name.rpartition(".")[2] in WRITING_METHODS
            or name in WRITING_CALLS
            or _opens_to_write(call, name)
            or _moves(call)
        ):
            yield f"{room.at(call)} calls {name}"


def _opens_to_write(call: ast.Call, name: str) -> bool:
    if name == "os.open":
        return any(flag in ast.unparse(call) for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_APPEND", "O_TRUNC"))
    if name != "open" and not name.endswith(".open"):
        return False
    modes = [
        *(call.args[1:] if name == "open" else call.args),
        *(keyword.value for keyword in call.keywords if keyword.arg == "mode"),
    ]
    words = [mode.value for mode in modes if isinstance(mode, ast.Constant) and isinstance(mode.value, str)]
    return any(set(word) <= set("rwaxbt+U") and set(word) & set("wax+") for word in words)


def _moves(call: ast.Call) -> bool:
    """``path.replace(other)``: a text's ``replace`` takes two, a value's takes names."""
    method = isinstance(call.func, ast.Attribute) and call.func.attr == "replace"
    return method and len(call.args) == 1 and not call.keywords


def reads_yaml(room: Room) -> Iterator[str]:
    yield from imports_any(room, {"yaml", "ruamel"})


def knows_mkdocs(room: Room) -> Iterator[str]:
    yield from imports_any(room, {"mkdocs", "material", "markdown", "pymdownx"})


def vouches_for_markup(room: Room) -> Iterator[str]:
    yield from imports_any(room, {"nh3", "pyromark", "markupsafe.Markup", "jinja2.Markup"})
    yield from (f"{room.at(call)} calls {name}" for call, name in calls_in(room) if name.rpartition(".")[2] == "Markup")


def makes_addresses(room: Room) -> Iterator[str]:
    yield from imports_any(
        room, {f"urllib.parse.{name}" for name in ("quote", "quote_plus", "urljoin", "urlunsplit", "urlunparse")}
    )


def asks_the_clock(room: Room) -> Iterator[str]:
    for call, name in calls_in(room):
        if "." in name and name.rpartition(".")[2] in CLOCKS:
            yield f"{room.at(call)} calls {name}"


def times_itself(room: Room) -> Iterator[str]:
    yield from (f"{room.at(call)} calls {name}" for call, name in calls_in(room) if name in STOPWATCHES)
    yield from imports_any(room, STOPWATCHES)


def goes_online(room: Room) -> Iterator[str]:
    yield from imports_any(room, NETWORK)


def runs_what_it_reads(room: Room) -> Iterator[str]:
    yield from imports_any(room, {"dill", "marshal", "pickle", "shelve"})
    yield from (f"{room.at(call)} calls {name}" for call, name in calls_in(room) if name in {"eval", "exec", "compile"})


def runs_other_programs(room: Room) -> Iterator[str]:
    yield from imports_any(room, {"subprocess", "os.system", "os.popen", "os.execv", "os.posix_spawn"})


# Each law, with the only rooms that may do what it speaks of.
LAWS: dict[Law, set[str]] = {
    writes: {"writing"},
    reads_yaml: {"sources", "editing.tree"},  # the latter to see where comments stand, which a reader of values forgets
    knows_mkdocs: {"docs_engine"},
    vouches_for_markup: {"prose"},
    makes_addresses: {"addresses", "docs_engine.assets"},  # the latter a data: address, which holds a picture
    asks_the_clock: {"cli", "serve"},
    times_itself: {"cli", "serve", "reporting", "links"},  # links: pauses between two requests to a host
    goes_online: {"serve", "links"},  # to a browser on this machine; to the pages that entries link to
    runs_other_programs: {"history"},  # git, which is asked what has changed
    runs_what_it_reads: {"workers", "memory"},  # what processes tell each other; what a build keeps for the next
}

# Tests that need one all the same: how long a visit waits, and when in the course of a build it is killed.
WITH_A_STOPWATCH = {"test_links", "test_writing"}

BROKEN: list[tuple[Law, str]] = [
    (writes, "open('x', 'w')"),
    (writes, "open('x', mode='ab')"),
    (writes, "path.open('x')"),
    (writes, "os.open('x', os.O_WRONLY | os.O_CREAT)"),
    (writes, "path.write_text('')"),
    (writes, "path.replace(other)"),
    (writes, "os.replace(one, other)"),
    (writes, "path.parent.mkdir(parents=True)"),
    (writes, "import tempfile\nwith tempfile.TemporaryDirectory() as folder: pass"),
    (writes, "shutil.rmtree(folder)"),
    (reads_yaml, "import yaml"),
    (reads_yaml, "from yaml.events import ScalarEvent"),
    (knows_mkdocs, "from mkdocs.config import load_config"),
    (vouches_for_markup, "from markupsafe import Markup"),
    (vouches_for_markup, "markupsafe.Markup(text)"),
    (makes_addresses, "from urllib.parse import urljoin"),
    (asks_the_clock, "date.today()"),
    (asks_the_clock, "datetime.datetime.now(UTC)"),
    (times_itself, "time.monotonic()"),
    (times_itself, "from time import perf_counter"),
    (goes_online, "import urllib.request"),
    (goes_online, "from http.server import HTTPServer"),
    (runs_other_programs, "import subprocess"),
    (runs_other_programs, "from subprocess import run"),
    (runs_what_it_reads, "eval(text)"),
]

SOUND: list[tuple[Law, str]] = [
    (writes, "open('x')"),
    (writes, "path.open('rb')"),
    (writes, "os.open('x', os.O_RDONLY)"),
    (writes, "os.fdopen(pipe, 'wb')"),
    (writes, "text.replace('a', 'b')"),
    (writes, "dataclasses.replace(entry, title='')"),
    (writes, "day.replace(year=2027)"),
    (asks_the_clock, "site.today"),
    (makes_addresses, "from urllib.parse import urlsplit"),
    (runs_what_it_reads, "re.compile('a')"),
]


@pytest.mark.parametrize(("law", "rooms_of_its_own"), LAWS.items(), ids=lambda law: getattr(law, "__name__", ""))
def test_only_its_own_room_does_it(law: Law, rooms_of_its_own: set[str]) -> None:
    """Only the rooms named in LAWS write, read YAML, know MkDocs, vouch for markup, ask the clock, go online."""
    nobody_breaks(line for room in rooms() if not {room.top, room.name} & rooms_of_its_own for line in law(room))


def test_no_test_times_itself() -> None:
    """Machines differ: what takes how long is said by the commands of ``tests/bench``, whose tests count instead."""
    tests = [path for path in sorted((REPO / "tests").rglob("*.py")) if REPO / "tests" / "bench" not in path.parents]
    assert {path.stem for path in tests} > WITH_A_STOPWATCH
    for path in tests:
        if path.stem not in WITH_A_STOPWATCH:
            nobody_breaks(times_itself(a_room(path.read_text("utf-8"), path.stem)))


@pytest.mark.parametrize(("law", "source"), BROKEN)
def test_a_broken_law_is_noticed(law: Law, source: str) -> None:
    """Each law sees each way of breaking it that we know."""
    assert list(law(a_room(source)))


@pytest.mark.parametrize(("law", "source"), SOUND)
def test_a_sound_room_is_left_alone(law: Law, source: str) -> None:
    """No law cries over what only looks like breaking it."""
    assert not list(law(a_room(source)))


def environments(room: Room) -> Iterator[tuple[str, bool]]:
    """Each Jinja environment that a room makes, and whether it always escapes."""
    for call, name in calls_in(room):
        if name.rpartition(".")[2] in {"Environment", "SandboxedEnvironment", "NativeEnvironment", "Template"}:
            escapes = any(
                keyword.arg == "autoescape" and isinstance(keyword.value, ast.Constant) and keyword.value.value is True
                for keyword in call.keywords
            )
            yield f"{room.at(call)} {name}", escapes


def test_there_is_one_jinja_environment_and_it_escapes() -> None:
    """All templates of ours come from a single environment with ``autoescape=True``, written out."""
    found = [each for room in rooms() for each in environments(room)]
    assert len(found) <= 1, found
    assert all(escapes for _, escapes in found), found


def test_an_environment_that_does_not_escape_is_noticed() -> None:
    """``autoescape`` left out, or decided elsewhere, is not enough."""
    sources = ("Environment(loader=x)", "jinja2.Environment(autoescape=False)", "Environment(autoescape=choose())")
    assert [escapes for source in sources for _, escapes in environments(a_room(source))] == [False] * 3
    assert [escapes for _, escapes in environments(a_room("Environment(autoescape=True)"))] == [True]
