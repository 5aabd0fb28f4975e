"""What must hold for the bytes of a file before they are parsed: size, UTF-8, no character that hides something.

The characters refused here end a line for the parser but not for a reviewer, show text in another order than it is
stored, or cannot be seen at all.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from skillshub.sources.faults import MOST, Fault, instead

LARGEST = 64 * 1024
"""Bytes of the largest file that is read; the longest real entry takes a tenth of it."""

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)"
)
_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"
_SAVE_AS = "Save the file again as 'UTF-8' (in Windows Notepad: Save as, Encoding: UTF-8)."


def text_of(content: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The text of a file, and what is wrong with its bytes; with a fault the text serves only to show its lines."""
    if len(content) > LARGEST:
        return "", (_too_large(content),)
    if not content.translate(None, _ORDINARY):  # nearly every English entry; the quickest way to know
        return content.decode("ascii"), ()
    if wide := _utf_16(content):
        return "", (wide,)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), tuple(_foreign_bytes(content))
    if text.replace("\n", "").isprintable():  # says no to more than REFUSED does, at a third of its time
        return text, ()
    return text, tuple(_refused_characters(text))


def without_refused(text: str) -> str:
    """A text from elsewhere without the characters that no entry may hold; what ends a line for some is a space."""
    return REFUSED.sub(lambda sign: " " if sign[0] in "\u2028\u2029\x85\r" else "", text)


def _too_large(content: bytes) -> Fault:
    size = f"The file has {len(content) // 1024} KiB; an entry may have {LARGEST // 1024} KiB at most."
    return Fault(0, 0, 1, "too-large", size, "Shorten the texts, and link to long documents instead of copying them.")


def _utf_16(content: bytes) -> Fault | None:
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked or (b"\0" in content and content.count(0) * 3 >= len(content)):
        return Fault(
            0, 0, 1, "not-utf-8", "The file is saved as UTF-16 ('Unicode' in Windows), not as UTF-8.", _SAVE_AS
        )
    return None


def _foreign_bytes(content: bytes) -> Iterator[Fault]:
    """The first foreign byte of each line, with the character it probably stands for."""
    found = 0
    for number, line in enumerate(content.split(b"\n")):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            yield _foreign_byte(number, line, error.start)
            found += 1
        if found == MOST:
            return


def _foreign_byte(number: int, line: bytes, start: int) -> Fault:
    byte = line[start : start + 1]
    column = len(line[:start].decode("cp1252", "replace"))
    guess = byte.decode("cp1252", "replace")
    probably = f", probably meant as '{guess}' in Windows-1252" if guess.isprintable() and guess != "\ufffd" else ""
    message = f"The file is not saved as UTF-8: this line holds the byte 0x{byte.hex().upper()}{probably}."
    return Fault(number, column, 1, "not-utf-8", message, _SAVE_AS)


def _refused_characters(text: str) -> Iterator[Fault]:
    """One fault for each kind of refused character in each line, as far as anybody would read them."""
    seen: set[tuple[int, str]] = set()
    for match in REFUSED.finditer(text):
        line = text.count("\n", 0, match.start())
        fault = refused_character(match[0], line, match.start() - text.rfind("\n", 0, match.start()) - 1)
        if (line, fault.code) not in seen:
            seen.add((line, fault.code))
            yield fault
        if len(seen) == MOST:
            return


def refused_character(character: str, line: int, column: int) -> Fault:
    code, message, hint = _words_for(character)
    if (line, column, character) == (0, 0, "\ufeff"):
        code, message = "byte-order-mark", "The file begins with an invisible mark (a byte order mark)."
        hint = "Save the file again as 'UTF-8', not 'UTF-8 with BOM'."
    mend = instead(line, column, 1, "") if code in ("byte-order-mark", "hidden-direction") else None
    return Fault(line, column, 1, code, message, hint, mend=mend)


def _words_for(character: str) -> tuple[str, str, str]:
    name = f"U+{ord(character):04X}"
    if character == "\r":
        message = "The line holds a lone carriage return, which some programs take for the end of a line."
        return "line-separator", message, "Save the file with line ends of the kind LF or CRLF."
    if character in "\x85\u2028\u2029":
        message = f"The line holds an invisible line separator ({name}), often copied from a web page or a PDF."
        return "line-separator", message, "Delete the character, and type the line break again."
    if character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        message = f"The line holds an invisible character ({name}) that shows text in another order than it is stored."
        return "hidden-direction", message, "Delete it: text in any script reads well without."
    message = f"The line holds an invisible control character ({name})."
    return "control-character", message, "Delete it, and type the text around it again if you cannot see it."
