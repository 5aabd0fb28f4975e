"""What Python packs, JavaScript unpacks."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillshub.outputs.search.packing import digest, gaps, number, numbers, packed, shared_letters, text
from tests.unit.running_js import SCRIPTS, in_node

BYTES = SCRIPTS / "search" / "bytes.js"
EDGES = sorted({edge for bits in range(41) for edge in (2**bits - 1, 2**bits, 2**bits + 1)})
MANY = 300  # numbers, from which numpy packs them

UNSIGNED = st.integers(0, 2**53 - 1)


def base64_of(content: bytes) -> str:
    return base64.b64encode(content).decode()


def unpacked(content: bytes) -> Iterator[int]:
    """LEB128, read in the plainest way."""
    value = place = 0
    for byte in content:
        value += (byte & 127) << (7 * place)
        place += 1
        if byte < 128:
            yield value
            value = place = 0


def read(rows: list[list[int]], packs: list[bytes], way: str) -> list[list[int]]:
    """What ``bytes.js`` makes of each pack, of as many numbers as the row has."""
    given_ = [[base64_of(pack), len(row)] for row, pack in zip(rows, packs, strict=True)]
    expression = (
        f"given.map(([pack, size]) => new bytes.Reader(new Uint8Array(Buffer.from(pack, 'base64'))).{way}(size))"
    )
    found: list[list[int]] = in_node(expression, given_, bytes=BYTES)
    return found


@given(st.lists(UNSIGNED, max_size=MANY * 2))
@settings(max_examples=60, deadline=None)
def test_both_packers_write_the_same(values: list[int]) -> None:
    """However many there are, numbers become the same bytes, and those are the numbers."""
    content = numbers(np.array(values, np.int64))
    assert content == b"".join(map(number, values))
    assert list(unpacked(content)) == values


@pytest.mark.parametrize("repeat", [1, 4], ids=["by Python", "by numpy"])
def test_the_browser_reads_numbers(repeat: int) -> None:
    """Numbers up to 2 ** 40 and one more arrive as they were, at every edge between sizes."""
    rows = [EDGES * repeat, [0] * MANY, [], [2**40]]
    assert read(rows, [numbers(np.array(row, np.int64)) for row in rows], "numbers") == rows


def test_the_browser_reads_gaps() -> None:
    """Numbers that never fall are written as the distance of each from the one before."""
    rows = [EDGES, [7], [], [0, 0, 5, 5, 2**40], list(range(1000))]
    assert read(rows, [numbers(gaps(np.array(row, np.int64))) for row in rows], "rising") == rows


def test_the_browser_reads_texts() -> None:
    """A text has its length in bytes before it, whatever letters it has."""
    told = ["", "a", "ß€😀" * 50, "x" * 5000]
    content = base64_of(b"".join(map(text, told)) + "the rest: ü".encode())
    expression = (
        "[new bytes.Reader(new Uint8Array(Buffer.from(given, 'base64')))].map((one) =>"
        " [one.text(), one.text(), one.text(), one.text(), one.rest()])[0]"
    )
    assert in_node(expression, content, bytes=BYTES) == [*told, "the rest: ü"]


def test_the_browser_unpacks_what_leans_on_a_dictionary() -> None:
    """What was packed with a dictionary is unpacked with the same one; without one, too."""
    dictionary = ("course course electrical-safety Schweißen " * 30).encode()
    contents = ["", "course electrical-safety Schweißen", "another thing " * 900]
    pairs = [(content, known) for content in contents for known in (b"", dictionary, b"x" * 40_000)]
    packs = [[base64_of(packed(content.encode(), known)), base64_of(known)] for content, known in pairs]
    expression = (
        "await Promise.all(given.map(async ([pack, known]) => Buffer.from(await bytes.unpacked("
        "new Uint8Array(Buffer.from(pack, 'base64')), new Uint8Array(Buffer.from(known, 'base64')))).toString('utf8')))"
    )
    assert in_node(expression, packs, bytes=BYTES) == [content for content, _ in pairs]


def test_what_is_cut_short_is_broken() -> None:
    """A file that ends too soon is no file: numbers, texts and DEFLATE all say so."""
    whole = packed(b"a text that is cut" * 20)
    expression = """await (async () => {
      const why = (error) => (error instanceof bytes.Broken ? "broken" : String(error));
      const broken = async (ask) => ask().then(() => "read", why);
      const reader = (...content) => new bytes.Reader(new Uint8Array(content));
      const pack = new Uint8Array(Buffer.from(given, "base64"));
      return [await broken(async () => reader(200).number()), await broken(async () => reader(9, 65).text()),
        await broken(async () => reader().number()),
        await broken(() => bytes.unpacked(pack.subarray(0, pack.length / 2))),
        await broken(() => bytes.unpacked(new Uint8Array([255, 255, 255]))), await broken(() => bytes.unpacked(pack))];
    })()"""
    assert in_node(expression, base64_of(whole), bytes=BYTES) == ["broken"] * 5 + ["read"]


@given(st.text("ab𐌰", max_size=9), st.text("ab𐌰", max_size=9), st.integers(0, 80))
@settings(max_examples=100, deadline=None)
def test_shared_letters_are_the_same_to_the_browser(one: str, other: str, before: int) -> None:
    """What both begin with ends where the browser would count a letter twice, and at seventy."""
    one, other = "x" * before + one, "x" * before + other
    shared = shared_letters(one, other)
    assert one[:shared] == other[:shared]
    assert len(one[:shared].encode("utf-16-be")) == 2 * shared
    assert shared <= 70


def test_a_digest_tells_its_parts_apart() -> None:
    """A name is made from parts, not from their sum: moving a letter from one to the next makes another."""
    assert digest(b"ab", b"c") != digest(b"a", b"bc")
    assert len(digest(b"")) == 8
