"""Where everything is: addresses that hold under any path, in any language, on any forge."""

from __future__ import annotations

import pytest

from skillshub.addresses import absolute, address, edit_address, file_of, in_language, list_address, way_up
from skillshub.model import FOLDERS
from tests.unit.builders import BUILDERS


@pytest.mark.parametrize("kind", BUILDERS)
def test_an_entry_stands_in_the_folder_of_its_kind(kind: str) -> None:
    """courses/<slug>/ and so on: the word is the wire."""
    entry = BUILDERS[kind](slug="a-name")
    assert address(entry) == f"{FOLDERS[entry.kind]}/a-name/"


def test_lists() -> None:
    """The first page in the first order is the folder itself; the others have a step for what differs."""
    assert list_address("courses") == "courses/"
    assert list_address("courses", page=2) == "courses/page_2/"
    assert list_address("courses", "in_tyrol", "start", 3) == "courses/in_tyrol/by_start/page_3/"


def test_no_list_can_have_the_address_of_an_entry() -> None:
    """A slug has no underscore; every step of a list that is no folder has one."""
    for scope, order, page in (("in_x", "", 1), ("", "title", 1), ("", "", 2)):
        assert "_" in list_address("courses", scope, order, page)


@pytest.mark.parametrize(
    ("where", "file", "up"),
    [
        ("", "index.html", ""),
        ("courses/", "courses/index.html", "../"),
        ("courses/x/", "courses/x/index.html", "../../"),
        ("404.html", "404.html", ""),
        ("find/index/root.bin", "find/index/root.bin", "../../"),
    ],
)
def test_files_and_the_way_up(where: str, file: str, up: str) -> None:
    """A page is an index.html, and reaches the root by as many steps as it lies deep."""
    assert (file_of(where), way_up(where)) == (file, up)


def test_whole_addresses() -> None:
    """Only where the hub has said where it stands; what a URL cannot hold is quoted."""
    assert (
        absolute("https://hub.example.org/x/", in_language("courses/", "de/"))
        == "https://hub.example.org/x/de/courses/"
    )
    assert absolute("", "courses/") == "courses/"
    assert absolute("https://h.example.org/", 'a b"<ä>/') == "https://h.example.org/a%20b%22%3C%C3%A4%3E/"


@pytest.mark.parametrize(
    ("forge", "page"),
    [("github", "/edit/main/"), ("gitlab", "/-/edit/main/"), ("forgejo", "/_edit/main/")],
)
def test_where_a_file_is_edited(forge: str, page: str) -> None:
    """Each forge has its own way to the same file, with or without a slash after the repository."""
    wanted = f"https://forge.example.org/a/b{page}content/courses/x.yml"
    for repository in ("https://forge.example.org/a/b", "https://forge.example.org/a/b/"):
        assert edit_address(forge, repository, "main", "content/courses/x.yml") == wanted
    assert "feature/a%20b" in edit_address(forge, "https://x.example.org", "feature/a b", "x")
