"""Read and judge every file of a hub: what is sound goes on the shelves, what is not becomes problems.

All problems of all files at once: one broken entry never hides another. What was sound when it was last read, and has
not been touched since, is not read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, cast

from skillshub.catalogue import Catalogue, shelve
from skillshub.entries import shape
from skillshub.findings import Finding
from skillshub.memory import Memory, packed, unpacked
from skillshub.model import FOLDERS, Entry, Kind
from skillshub.moves import Moves, read_moves
from skillshub.placing import placed
from skillshub.problems import Problem, in_order
from skillshub.rules import Ground, as_written
from skillshub.rules import judge as hold_against_rules
from skillshub.schemas import Schemas
from skillshub.settings import Settings, settings_of
from skillshub.sources import EntryFile, contents, entry_files, judge
from skillshub.workers import Done, share

SETTINGS_FILE = "mkdocs.yml"
_CHUNK = 64  # files a task
_FEW = 20  # one entry in so many may stand in the supplement of the memory

Value = Mapping[str, Any]
_NONE = Settings(name={}, languages=("en",))  # where the hub's own cannot be read


class Sound(NamedTuple):
    """A file that fits its schema."""

    digest: str
    packed: bytes  # its value, as ``memory`` packs it


Judged = dict[str, Sound | tuple[Problem, ...]]  # by path


class Against(NamedTuple):
    """A file in which rules found something."""

    path: str
    sound: Sound
    findings: list[Finding]


Located = tuple[str, list[Finding], tuple[Problem, ...]]  # digest of a file, what was found in it, and on which lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What is known of a hub after every file was read."""

    settings: Settings | None  # None when mkdocs.yml is broken: nothing can be built
    catalogue: Catalogue  # every entry that fits its schema
    problems: tuple[Problem, ...]  # in order
    files: tuple[str, ...]  # every entry's file that was looked at, and mkdocs.yml
    day: date  # for which it was judged
    moves: Moves = field(default_factory=dict)  # entries that are no longer there, by their old address
    values: Mapping[str, bytes] = field(default_factory=dict, repr=False)  # path -> what the file holds, packed

    def written(self, entry: Entry) -> Value:
        """What the file of an entry holds, as the contributor wrote it."""
        return cast("Value", unpacked(self.values[entry.path]))

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")

    def sound(self) -> Catalogue:
        """The catalogue without the entries that have an error."""
        broken = {problem.path for problem in self.errors}
        if not any(entry.path in broken for entry in self.catalogue):
            return self.catalogue
        return shelve((entry for entry in self.catalogue if entry.path not in broken), self.catalogue.known)


def read_settings(hub: Path, schemas: Schemas) -> tuple[Settings | None, tuple[Problem, ...], str]:
    """The settings of a hub, what is wrong with them, and the digest of the file that they stand in."""
    content = contents(hub, SETTINGS_FILE)
    if isinstance(content, Problem):
        return None, (content,), ""
    value = judge(SETTINGS_FILE, content, tags_allowed=True)
    if not isinstance(value, Mapping):
        return None, _for_a_person(value), ""
    findings = tuple(_in_settings(schemas, value))
    if findings:
        return None, _for_a_person(placed(SETTINGS_FILE, content, findings)), ""
    return settings_of(value), (), _digest(content)


def _for_a_person(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """No program mends the settings: they are more than this program knows of."""
    return tuple(replace(problem, mend=None) for problem in problems)


def _in_settings(schemas: Schemas, value: Value) -> Iterator[Finding]:
    extra = value.get("extra")
    own = extra.get("skillshub") if isinstance(extra, Mapping) else None
    if own is None:
        yield Finding(
            field=(),
            code="missing-settings",
            message="The hub has no settings of its own.",
            hint="Add them under 'extra:' and 'skillshub:'.",
            example="extra: {skillshub: {name: My Hub, languages: [en]}}",
        )
        return
    for finding in schemas.problems_in(SETTINGS_FILE, "settings", own):
        yield replace(finding, field=("extra", "skillshub", *finding.field))
    address = value.get("site_url") or ""
    if not isinstance(address, str) or (address and not address.startswith(("https://", "http://"))):
        yield Finding(
            field=("site_url",),
            code="bad-web-address",
            message="'site_url' is not a web address.",
            hint="Write where the site will stand, or leave it out as long as you do not know.",
            example="site_url: https://skills.example.org/",
        )


def check(
    hub: Path,
    schemas: Schemas,
    today: date,
    memory: Memory | None = None,
    *,
    hands: int = 1,
    done: Done = lambda _count, _all: None,
    beside: Sequence[Callable[[Settings], Any]] = (),
) -> tuple[Checked, list[Any]]:
    """Everything about the entries of a hub, and the results of the tasks that were done beside (they share hands)."""
    settings, faults, _ = read_settings(hub, schemas)
    files, strays = entry_files(hub)
    known = _remembered(files, memory)
    unread = [file for file in files if file.path not in known]
    pieces = [unread[at : at + _CHUNK] for at in range(0, len(unread), _CHUNK)]
    extra = [partial(task, settings) for task in beside] if settings else []
    tasks = [*extra, *(partial(_judged, hub, schemas, piece) for piece in pieces)]
    results: list[Any] = share(tasks, hands if len(pieces) > 1 else 1, done)  # a little is read sooner than shared
    judged: Judged = dict(known)
    for piece in results[len(extra) :]:
        judged.update(piece)
    if memory and unread:
        _remember(unread, judged, memory)
    own = settings or _NONE
    catalogue, against = _shelved(files, judged, own, today)
    moves, wrong_moves = read_moves(hub, schemas, catalogue.known, own.languages[0])
    problems = [*faults, *strays, *_misfits(judged), *wrong_moves]
    checked = Checked(
        settings=settings,
        catalogue=catalogue,
        problems=in_order([*problems, *_located(hub, against, memory, hands)]),
        files=(SETTINGS_FILE, *(file.path for file in files)),
        day=today,
        moves=moves,
        values={path: found.packed for path, found in judged.items() if isinstance(found, Sound)},
    )
    return checked, results[: len(extra)]


def _misfits(judged: Judged) -> Iterator[Problem]:
    for found in judged.values():
        if not isinstance(found, Sound):
            yield from found


def _judged(hub: Path, schemas: Schemas, files: Iterable[EntryFile]) -> Judged:
    """What a worker does with its files."""
    return {file.path: _judge(hub, schemas, file) for file in files}


def _judge(hub: Path, schemas: Schemas, file: EntryFile) -> Sound | tuple[Problem, ...]:
    content = contents(hub, file.path)
    if isinstance(content, Problem):
        return (content,)
    value = judge_content(schemas, file.path, file.kind, content)
    return Sound(_digest(content), packed(value)) if isinstance(value, Mapping) else value


def judge_content(schemas: Schemas, path: str, kind: str, content: bytes) -> Value | tuple[Problem, ...]:
    """What a file of this kind holds, or everything that is wrong with it alone."""
    value = judge(path, content)
    if not isinstance(value, Mapping):
        return value
    findings = schemas.problems_in(path, kind, value)
    return tuple(placed(path, content, findings)) if findings else value


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=12).hexdigest()


def _shelved(
    files: Sequence[EntryFile], judged: Judged, settings: Settings, today: date
) -> tuple[Catalogue, Sequence[Against]]:
    """The entries that fit their schemas, and what the rules find in them."""
    catalogue = shelve(_shaped(files, judged, settings.languages[0]), _known(files))
    against: dict[str, list[Finding]] = {}
    for entry, finding in hold_against_rules(Ground(catalogue=catalogue, settings=settings, today=today)):
        against.setdefault(entry.path, []).append(finding)
    return catalogue, [Against(path, cast("Sound", judged[path]), findings) for path, findings in against.items()]


def _shaped(files: Iterable[EntryFile], judged: Judged, language: str) -> Iterator[Entry]:
    for file in files:
        found = judged[file.path]
        if isinstance(found, Sound):
            value = unpacked(found.packed)
            yield shape(cast("Kind", file.kind), file.slug, value, digest=found.digest, language=language)


def _located(hub: Path, found: Sequence[Against], memory: Memory | None, hands: int) -> Iterator[Problem]:
    """All findings on their lines: those of files in which the same was found before are remembered."""
    known: Mapping[str, Located] = (memory.value("located") if memory else None) or {}
    new = [one for one in found if known.get(one.path, ())[:2] != (one.sound.digest, one.findings)]
    pieces = [new[at : at + _CHUNK] for at in range(0, len(new), _CHUNK)]
    placed_now = share([partial(_on_lines, hub, piece) for piece in pieces], hands if len(pieces) > 1 else 1)
    fresh = {path: located for piece in placed_now for path, located in piece.items()}
    every = {one.path: fresh.get(one.path) or known[one.path] for one in found}
    if memory and every != known:
        memory.keep_value("located", every)
    return (problem for _, _, problems in every.values() for problem in problems)


def _on_lines(hub: Path, found: Iterable[Against]) -> dict[str, Located]:
    """What a worker does with the findings of its files, for which they are read again."""
    return {one.path: (one.sound.digest, one.findings, tuple(_in_file(hub, *one))) for one in found}


def _in_file(hub: Path, path: str, sound: Sound, findings: Iterable[Finding]) -> Iterable[Problem]:
    content = contents(hub, path)
    if isinstance(content, Problem):  # gone since it was read
        return (content,)
    value = unpacked(sound.packed) if _digest(content) == sound.digest else judge(path, content)
    if not isinstance(value, Mapping):  # broken since it was read
        return value
    return placed(path, content, [as_written(finding, value) for finding in findings])


def _known(files: Iterable[EntryFile]) -> Mapping[Kind, frozenset[str]]:
    slugs: dict[Kind, set[str]] = {kind: set() for kind in FOLDERS}
    for file in files:
        slugs[cast("Kind", file.kind)].add(file.slug)
    return {kind: frozenset(those) for kind, those in slugs.items()}


Record = tuple[int, int, str, bytes]  # size and time of the file, digest and packed value of what it held


def _remembered(files: Iterable[EntryFile], memory: Memory | None) -> dict[str, Sound]:
    """The values of files that have not been touched since they were read and found sound."""
    if memory is None:
        return {}
    kept = {**(memory.plain("entries") or {}), **(memory.plain("entries-since") or {})}
    known = {}
    for file in files:
        one = kept.get(file.path)
        if one and one[0] == file.size and one[1] == file.mtime_ns:
            known[file.path] = Sound(*one[2:])
    return known


def _remember(files: Sequence[EntryFile], judged: Judged, memory: Memory) -> None:
    """Keep what was read. A few entries go into a small supplement: to write all of them anew would cost more."""
    fresh: dict[str, Record] = {
        file.path: (file.size, file.mtime_ns, *found) for file in files if isinstance(found := judged[file.path], Sound)
    }
    since = {**(memory.plain("entries-since") or {}), **fresh}
    if len(since) <= len(judged) // _FEW:
        memory.keep_plain("entries-since", since)
        return
    every = {**(memory.plain("entries") or {}), **since}
    memory.keep_plain("entries", {path: record for path, record in every.items() if path in judged})
    memory.keep_plain("entries-since", {})
