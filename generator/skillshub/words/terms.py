"""What a text is filed under: its words without stop words, by their stems.

``terms`` is how the hub does it; ``term_pipeline`` is the same as a pipeline of lunr.py's, so that an index of ours can
be held against one of lunr's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from lunr.pipeline import Pipeline  # type: ignore[import-untyped]  # lunr.py has no types
from lunr.token import Token  # type: ignore[import-untyped]  # lunr.py has no types

from skillshub.words.cutting import cut
from skillshub.words.folding import fold
from skillshub.words.stemming import stem
from skillshub.words.stopping import stop_words

Step = Callable[..., Token | None]


def terms(text: str, language: str) -> list[str]:
    """The terms of a text in their order, each as often as it occurs."""
    stopped = stop_words(language)
    return [stem(word, language) for word in cut(text) if fold(word) not in stopped]


def term_pipeline(language: str) -> Pipeline:
    """A pipeline of lunr.py's that makes the terms of the words that ``cut`` gives."""
    pipeline = Pipeline()
    pipeline.add(*_steps(language))
    return pipeline


@cache
def _steps(language: str) -> tuple[Step, Step]:
    """Registered with lunr once, under names of their own."""
    stopped = stop_words(language)

    def filtered(token: Token, _number: int = 0, _tokens: object = None) -> Token | None:
        return None if fold(str(token)) in stopped else token

    def stemmed(token: Token, _number: int = 0, _tokens: object = None) -> Token | None:
        updated: Token = token.update(lambda word, _metadata: stem(word, language))
        return updated

    Pipeline.register_function(filtered, f"skillshub-stop-{language}")
    Pipeline.register_function(stemmed, f"skillshub-stem-{language}")
    return filtered, stemmed
