"""Which files may hold an entry, and how their bytes are had."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillshub.problems import Problem
from skillshub.sources import contents, entry_files, slug_of
from skillshub.sources.names import is_slug


def a_hub(root: Path, *names: str) -> Path:
    for name in names:
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: b\n")
    return root


def codes_of(hub: Path) -> dict[str, str]:
    return {problem.path.removeprefix("content/"): problem.code for problem in entry_files(hub)[1]}


def test_entries_are_found_in_order(tmp_path: Path) -> None:
    """By path, each with its kind, its slug, its size and its time."""
    hub = a_hub(tmp_path, "regions/bavaria.yml", "job-roles/welder.yml", "courses/b.yml", "courses/a-2.yml")
    files, problems = entry_files(hub)
    assert problems == ()
    assert [(file.path, file.kind, file.slug) for file in files] == [
        ("content/courses/a-2.yml", "course", "a-2"),
        ("content/courses/b.yml", "course", "b"),
        ("content/job-roles/welder.yml", "job-role", "welder"),
        ("content/regions/bavaria.yml", "region", "bavaria"),
    ]
    assert files[0].size == 5
    assert files[0].mtime_ns == (hub / files[0].path).stat().st_mtime_ns


def test_what_editors_leave_is_ignored(tmp_path: Path) -> None:
    """Hidden files, locks, backups and a README are nobody's mistake."""
    hub = a_hub(tmp_path, "courses/.gitkeep", "courses/.a.yml.swp", "courses/#a.yml#", "courses/a.yml~", ".DS_Store")
    a_hub(tmp_path, "README.md", "courses/README.md")
    assert entry_files(hub) == ((), ())


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("courses/HV Safety.yml", "file-name", "'hv-safety.yml'"),
        ("courses/Grüne_Brücken.yml", "file-name", "'gruene-bruecken.yml'"),
        ("courses/a--b.yml", "file-name", "'a-b.yml'"),
        ("courses/-a.yml", "file-name", "'a.yml'"),
        ("courses/ü.yml", "file-name", "'ue.yml'"),
        ("courses/日本.yml", "file-name", "'a-short-name.yml'"),
        ("courses/con.yml", "file-name", "'a-short-name.yml'"),
        (f"courses/{'a' * 81}.yml", "file-name", "aaa"),
        ("courses/a.yaml", "file-name", "'a.yml'"),
        ("courses/a.YML", "file-name", "'a.yml'"),
        ("courses/a.pdf", "stray-file", ".yml"),
        ("course/a.yml", "stray-file", "courses"),
        ("a.yml", "stray-file", "courses"),
    ],
)
def test_a_name_that_does_not_fit_is_reported(tmp_path: Path, name: str, code: str, words: str) -> None:
    """With a name that would."""
    files, (problem,) = entry_files(a_hub(tmp_path, name, "courses/good.yml"))
    assert [file.slug for file in files] == ["good"]
    assert problem.code == code
    assert words in problem.hint
    assert problem.path == "content/" + (name if code == "file-name" or name.count("/") == 0 else problem.path[8:])


def test_twins_of_an_address_are_reported(tmp_path: Path) -> None:
    """Names that some systems take for one: by capitals, by ending, by the way an accent is stored."""
    hub = a_hub(tmp_path, "courses/hv.yml", "courses/HV.yml", "events/a.yml", "events/a.yaml")
    composed = "événement"
    a_hub(tmp_path, f"skills/{composed}.yml", f"skills/{unicodedata.normalize('NFD', composed)}.yml")
    codes = codes_of(hub)
    assert codes.pop("courses/HV.yml") == "twin-name"
    assert codes.pop("events/a.yaml") == "twin-name"
    assert list(codes.values()) == ["twin-name", "twin-name"]
    assert [file.slug for file in entry_files(hub)[0]] == ["hv", "a"]


def test_only_ordinary_files_are_entries(tmp_path: Path) -> None:
    """Links, pipes and folders are named and never opened, wherever they stand."""
    hub = a_hub(tmp_path, "courses/a.yml")
    folder = hub / "content" / "courses"
    (folder / "link.yml").symlink_to("/etc/passwd")
    (folder / "gone.yml").symlink_to("nowhere")
    (folder / "folder.yml").mkdir()
    os.mkfifo(folder / "pipe.yml")
    (hub / "content" / "events").symlink_to(folder)
    (hub / "content" / "skills").write_text("")
    codes = codes_of(hub)
    assert {name: code for name, code in codes.items() if code == "not-a-file"}.keys() == {
        "courses/link.yml", "courses/gone.yml", "courses/folder.yml", "courses/pipe.yml"
    }  # fmt: skip
    assert codes["events"] == codes["skills"] == "stray-file"
    assert [file.slug for file in entry_files(hub)[0]] == ["a"]
    for name in ("link", "gone", "folder", "pipe"):
        found = contents(hub, f"content/courses/{name}.yml")
        assert isinstance(found, Problem)
        assert found.code == "not-a-file"


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 read with a mark in their place."""
    hub = a_hub(tmp_path, "courses/a.yml")
    try:
        (hub / "content" / "courses" / os.fsdecode(b"\xe4.yml")).write_text("")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    (problem,) = entry_files(hub)[1]
    assert problem.path == "content/courses/\ufffd.yml"
    assert problem.message.encode()


def test_a_hub_without_content_says_so(tmp_path: Path) -> None:
    """No folder, or a link instead of it."""
    assert [problem.code for problem in entry_files(tmp_path)[1]] == ["no-content"]
    (tmp_path / "content").symlink_to("/etc")
    assert [problem.code for problem in entry_files(tmp_path)[1]] == ["no-content"]


def test_bytes_are_had_whole_or_not_at_all(tmp_path: Path) -> None:
    """Up to 64 KiB; a larger, missing or closed file is a problem."""
    hub = a_hub(tmp_path, "courses/a.yml")
    path = hub / "content" / "courses" / "a.yml"
    path.write_bytes(b"x" * 65536)
    assert contents(hub, "content/courses/a.yml") == b"x" * 65536
    path.write_bytes(b"x" * 65537)
    assert code_of(contents(hub, "content/courses/a.yml")) == "too-large"
    assert code_of(contents(hub, "content/courses/b.yml")) == "no-file"
    assert code_of(contents(hub, "content/courses/a.yml/b.yml")) == "unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_is_a_problem(tmp_path: Path) -> None:
    """Not a traceback."""
    hub = a_hub(tmp_path, "courses/a.yml")
    (hub / "content" / "courses" / "a.yml").chmod(0)
    assert code_of(contents(hub, "content/courses/a.yml")) == "unreadable"


def code_of(found: bytes | Problem) -> str:
    assert isinstance(found, Problem)
    return found.code


def test_slugs_of_titles() -> None:
    """Whole words, plain letters, at most eighty characters."""
    assert slug_of("Grüne Brücken: Straße & Łódź!") == "gruene-bruecken-strasse-lodz"
    assert slug_of("Ünïcödé  --  x") == "uenicoede-x"
    assert slug_of("!!!") == ""
    assert slug_of("word " * 40) == "-".join(["word"] * 16)
    assert len(slug_of("a" * 200)) == 80


@given(st.text())
def test_a_proposed_slug_is_a_slug(text: str) -> None:
    """Whatever the title: a fit name, nothing, or a name that Windows keeps for itself."""
    slug = slug_of(text)
    assert slug == "" or is_slug(slug) or is_slug(f"{slug}-1")
