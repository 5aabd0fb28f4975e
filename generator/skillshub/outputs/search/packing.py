"""Numbers and texts as bytes, and bytes as they lie on the host: packed once here, unpacked by the visitor's browser.

``theme/scripts/search/bytes.js`` reads what is written here.
"""

from __future__ import annotations

import json
import zlib
from base64 import b32encode
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.integer[Any]]


def numbers(values: Numbers) -> bytes:
    """Unsigned numbers, seven bits a byte, the lowest first; a byte of 128 or more goes on (LEB128)."""
    if len(values) < _FEW:
        few = values.tolist()
        return bytes(few) if max(few, default=0) < 128 else b"".join(map(number, few))
    return laid_out(values)[0]


def laid_out(values: Numbers) -> tuple[bytes, Numbers]:
    """The same for many numbers; and where each of them begins, and the last one ends."""
    places = np.zeros(len(values) + 1, np.int64)
    sizes = np.ones(len(values), np.uint8)
    left: Numbers = values >> 7
    while left.any():
        sizes += left > 0
        left = left >> 7
    np.cumsum(sizes, out=places[1:])
    out = np.empty(places[-1], np.uint8)
    at, left = places[:-1], values
    while len(left):
        goes_on = left > 127
        out[at] = (left & 127) | (goes_on * 128)
        at, left = at[goes_on] + 1, left[goes_on] >> 7
    return out.tobytes(), places


def number(value: int) -> bytes:
    """One such number."""
    if value < 128:
        return _SMALL[value]
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


_SMALL = [bytes([value]) for value in range(128)]
_FEW = 200  # numbers, up to which Python is quicker than numpy


def text(words: str) -> bytes:
    """A text with its length in bytes before it."""
    content = words.encode()
    return number(len(content)) + content


def gaps(rising: Numbers) -> Numbers:
    """Numbers that never fall, as the distance of each from the one before."""
    apart = rising.copy()
    apart[1:] -= rising[:-1]
    return apart


def as_json(value: Any) -> str:
    """A value as JSON in few letters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def shared_letters(before: str, word: str) -> int:
    """With how many same letters both begin, 70 at the most: the browser reads it as one character.

    It ends before a letter that is two to the browser, so that both count alike.
    """
    if word.startswith(before) and before.isascii() and len(before) <= 70:
        return len(before)
    shared, most = 0, min(len(before), len(word), 70)
    while shared < most and before[shared] == word[shared] <= "\uffff":
        shared += 1
    return shared


def packed(content: bytes, dictionary: bytes = b"") -> bytes:
    """Raw DEFLATE (RFC 1951), which every browser unpacks by itself; it may refer to a text that both sides know."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15, 8, zlib.Z_DEFAULT_STRATEGY, dictionary)
    return press.compress(content) + press.flush()


def digest(*parts: bytes) -> str:
    """The name of a file that is made from these parts: forty bits as eight letters and digits (base 32, RFC 4648)."""
    whole = blake2b(digest_size=5)
    for part in parts:
        whole.update(len(part).to_bytes(4, "little"))
        whole.update(part)
    return b32encode(whole.digest()).decode().lower()
