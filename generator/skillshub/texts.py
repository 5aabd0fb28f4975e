"""Which of its languages a text is shown in.

Nothing is translated here: where a text was not written in the language of a page, it says which one it is in.
"""

from __future__ import annotations

from collections.abc import Mapping


def spoken(text: Mapping[str, str], language: str, *others: str) -> tuple[str, str]:
    """What is shown on a page in ``language``, and the language it is in.

    Where the text does not speak it, the first of ``others`` that it does speak, else the one it was written in first.
    """
    if language in text:
        return text[language], language
    for other in others:
        if other in text:
            return text[other], other
    first = next(iter(text))
    return text[first], first
