"""How results are ranked: the one table of weights, each with its reason. The root of the index tells it the browser.

Results are ordered by how many of the words they match; then by whether their title is just what was asked for; then by
how many words match what they are called, teach, or where they are; then by the sum of what each word weighs there. How
alike words must be to be meant stands where they are compared (meaning.js, guessing.js, spelling.js).
"""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    # lunr's own, which its authors took from the literature (Robertson and Zaragoza, 2009)
    "k1": 1.2,  # how soon a word that comes again counts no more
    "b": 0.75,  # how much a long field counts less
    # the word as it was typed counts whole; everything else is a guess at what was meant
    "stem": 0.45,  # another form of the word: mostly meant, but where both are there, what was typed comes first
    "prefix": 0.4,  # a word that begins so: often meant while one types
    "typo": 0.35,  # a word that is spelled nearly so: never before one that is spelled so
    "aside": 0.1,  # of that, a slip of a word that is right as it is: not even a title outweighs the word itself
    # what the visitor can do with it
    "over": 0.5,  # past, closed, archived: found, but after what is still to come
    "page": 0.3,  # a page about the site, not an entry of it
    # how wide a guess may be
    "completions": 12,  # words that a short beginning is completed to, the commonest first
    "neighbours": 30,  # words that a longer one is completed to: they lie close together, so these cost little more
    "kinds": 6,  # words that end so, in languages that write compounds: they lie far apart, so each costs a request
    "corrections": 4,  # words that a misspelled one may have been
    "short": 3,  # letters up to which a word must be spelled right
    "long": 8,  # letters from which two mistakes are forgiven
}
