"""What a build remembers is believed, so it must be its own; forgetting is always safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillshub.memory import Memory
from skillshub.writing import private_folder


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """Plain values and any values, under their names."""
    memory = Memory(tmp_path, "one")
    memory.keep_plain("numbers", {"a": (1, 2.5, None, "ä")})
    memory.keep_value("path", Path("x"))
    assert memory.plain("numbers") == {"a": (1, 2.5, None, "ä")}
    assert memory.value("path") == Path("x")
    assert memory.plain("path") is memory.value("numbers") is None


def test_another_program_knows_nothing_of_it(tmp_path: Path) -> None:
    """A value of yesterday's program may have another shape."""
    Memory(tmp_path, "one").keep_value("thing", 1)
    assert Memory(tmp_path, "two").value("thing") is None


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 100])
def test_what_is_damaged_is_forgotten(tmp_path: Path, damage: bytes) -> None:
    """A half-written or foreign file is no reason to fail, and is never unpacked."""
    memory = Memory(tmp_path, "one")
    memory.keep_value("thing", 1)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert memory.value("thing") is None


def test_each_hub_has_its_own(tmp_path: Path) -> None:
    """Two hubs never share a memory; one hub has the same from wherever it is named."""
    home = {"XDG_CACHE_HOME": str(tmp_path)}
    (tmp_path / "a" / "b").mkdir(parents=True)
    one, other = Memory.of(tmp_path / "a", "x", home), Memory.of(tmp_path / "a" / "b", "x", home)
    assert one.folder != other.folder
    assert Memory.of(tmp_path / "a" / "b" / "..", "x", home).folder == one.folder
    assert one.folder.is_relative_to(tmp_path)


def test_never_in_the_hub(tmp_path: Path) -> None:
    """A pull request could plant it there."""
    for environment in ({"XDG_CACHE_HOME": str(tmp_path / "x")}, {"HOME": str(tmp_path / "home")}, {}):
        assert not Memory.of(tmp_path / "hub", "x", environment).folder.is_relative_to(tmp_path / "hub")


def test_where_nothing_can_be_kept(tmp_path: Path) -> None:
    """A file where the folder should be: nothing is remembered, and nobody fails."""
    (tmp_path / "file").write_text("", "utf-8")
    memory = Memory(tmp_path / "file" / "below", "one")
    memory.keep_plain("thing", 1)
    assert memory.plain("thing") is None
    assert memory.scratch is None


def test_a_shared_folder_is_not_believed(tmp_path: Path) -> None:
    """Where others may write, or a link leads elsewhere, a new folder is taken: what is remembered is run as code."""
    own = private_folder(tmp_path / "own")
    assert own == tmp_path / "own"
    assert own.stat().st_mode & 0o777 == 0o700
    own.chmod(0o777)
    (tmp_path / "link").symlink_to(private_folder(tmp_path / "mine"))
    for planted in (own, tmp_path / "link"):
        instead = private_folder(planted)
        assert instead != planted
        assert not list(instead.iterdir())
        instead.rmdir()
