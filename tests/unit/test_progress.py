"""How far a build is: a bar that moves for a person, lines that stand for a log."""

from __future__ import annotations

from io import StringIO

from skillshub.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_one_line_that_is_gone_at_the_end() -> None:
    """Each step writes over the last one, and the last of all is empty."""
    stream = Terminal()
    with Progress(stream) as progress:
        progress.tell("read", 3, 6)
        progress.tell("read", 3, 6)
        progress.tell("write", 1, 24)
    shown = stream.getvalue().split("\r\x1b[K")
    assert shown == [
        "",
        "read  [############............] 3 of 6",
        "read  [########################] 6 of 6",
        "write [#.......................] 1 of 24",
        "",
    ]


def test_it_is_gone_when_something_fails_too() -> None:
    """What is said of the failure begins on a clean line."""
    stream = Terminal()
    try:
        with Progress(stream) as progress:
            progress.tell("read", 3, 6)
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        assert stream.getvalue().endswith("\r\x1b[K")


def test_a_log_has_a_line_now_and_then() -> None:
    """Few lines, each whole; none for a small hub."""
    stream = StringIO()
    with Progress(stream) as progress:
        for _ in range(450):
            progress.tell("write", 10, 4500)
        progress.tell("read", 100, 100)
    lines = ["write: 1130 of 4500", "write: 2250 of 4500", "write: 3380 of 4500", "write: 4500 of 4500"]
    assert stream.getvalue().splitlines() == lines


def test_nothing_to_tell() -> None:
    """A build that never began leaves no trace."""
    stream = Terminal()
    with Progress(stream):
        pass
    assert stream.getvalue() == ""
