"""What each code of the strict reader (``sources``) means: for contribute/rules."""

from __future__ import annotations

from collections.abc import Mapping

MANUAL_OF_FILES: Mapping[str, str] = {
    "file-name": (
        "The name of a file is the id of its entry and part of its address on the site, for ever: small "
        "letters a-z, digits and hyphens, and `.yml` at its end, for example "
        "`battery-testing-basics.yml`."
    ),
    "twin-name": (
        "Two files have names that some computers take for one, such as `Course.yml` and `course.yml`. "
        "Keep one of them."
    ),
    "address-taken": (
        "A hand-written page in `docs/` has the address that the entry would get. One of the two needs another name."
    ),
    "stray-file": "A file or folder lies where no entry belongs. It is left alone.",
    "not-a-file": "Only ordinary files are read: no links, no folders, no devices.",
    "no-file": "There is no file with this name.",
    "no-content": "The hub has no folder `content/`. Are you in the right folder?",
    "unreadable": "The file is there, but it cannot be opened, mostly because its permissions do not allow it.",
    "too-large": (
        "A file may have 64 KiB; the longest real entry takes a tenth of that. Link to long documents "
        "instead of copying them."
    ),
    "not-utf-8": (
        "The file is saved in an old encoding, so letters such as ä or é would be shown wrongly. Save it "
        "again as UTF-8."
    ),
    "byte-order-mark": (
        "The file begins with an invisible mark that some editors on Windows write. Save it as UTF-8 without BOM."
    ),
    "line-separator": (
        "The line holds an invisible character that ends a line for some programs and not for others. It "
        "mostly comes from a web page or a PDF. Delete it and type the line break again."
    ),
    "hidden-direction": (
        "An invisible character shows the text in another order than it is stored, so that it says one "
        "thing and means another. Text in any script reads well without."
    ),
    "control-character": (
        "The line holds an invisible control character. Delete it and type the text around it again."
    ),
    "empty-file": "The file is empty, or everything in it is a comment.",
    "not-fields": "The file holds one text or a list instead of fields, each with a name, a colon and a value.",
    "second-document": (
        "A line of three hyphens or dots begins or ends a second entry. Each entry has a file of its own."
    ),
    "duplicate-field": "A field is given twice. Only one of the two could count, so neither does.",
    "name-is-no-text": "Something else than a name stands before a colon: a number, a list, or nothing.",
    "too-deep": "Values are nested in values more than twelve levels deep. Entries need four.",
    "reference": (
        "The signs `&`, `*` and `<<` give a value a name and repeat it elsewhere. Entries write "
        "everything out, so that everybody can read them and no file can grow without end."
    ),
    "tag": (
        "A value that begins with `!` is an instruction to a program. Entries are only text. Put the text "
        "in quotes if it really begins like that."
    ),
    "tab": "The line is indented with a tab. YAML takes only spaces, two for each level.",
    "odd-space": (
        "The line holds a space that looks like one and is none (a non-breaking space, as Word and web "
        "pages make them) where YAML needs a real one."
    ),
    "smart-quotes": "The text stands in typographic quotes, which are letters to YAML. Use straight quotes, or none.",
    "missing-space": "A colon after a field's name and a hyphen before a list item are followed by a space.",
    "missing-colon": "A line holds a name without a colon, so nobody knows where the name ends and the value begins.",
    "hash-sign": (
        "A `#` after a space begins a comment: the rest of the text would be lost. Put the whole text in quotes."
    ),
    "unquoted-colon": "A colon with a space after it makes a field. In a text, put the whole text in quotes.",
    "unclosed-quote": "A text begins with a quotation mark and never ends with one.",
    "text-after-quote": (
        "A text in quotes goes on after the closing mark. Put quotes around the whole text, or around nothing."
    ),
    "unclosed-bracket": "A list or a group of fields is opened with `[` or `{` and not closed.",
    "special-character": (
        "A text begins with a sign that means something else to YAML, such as `@`, `%`, `[` or a "
        "backtick. Put the text in quotes."
    ),
    "backslash": "In double quotes a backslash begins an escape. Use single quotes, or two backslashes.",
    "indentation": (
        "The line begins in a column that fits neither the lines above nor below. Fields of one group "
        "begin in one column; what belongs to a field is two spaces further in."
    ),
    "list-beside-field": (
        "List items and fields stand in one group. Is the name of the list missing, or are its items not far enough in?"
    ),
    "yaml": "The line is no YAML. Compare it with a line of another entry that looks like it.",
}
"""Code -> what it means and what is right, in Markdown."""
