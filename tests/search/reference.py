"""A slow, plain search over the same documents, written from the rules: what the real one must agree with.

No slices, no files, no stopping early: every query looks at every document and every field.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from skillshub import words
from skillshub.outputs.search.documents import Handbook
from skillshub.outputs.search.facets import FACETS
from skillshub.outputs.search.fields import FIELDS, Field
from skillshub.outputs.search.identities import bare, names_of
from skillshub.outputs.search.postings import MOST_TIMES
from skillshub.outputs.search.root import spoken
from skillshub.outputs.search.traits import FACT, PART
from skillshub.outputs.search.weights import WEIGHTS
from tests.search.corpus import HEADS, NOTHING, Corpus, Form, Said, Term, rounded
from tests.search.query_rules import Query, Wanted, query_of
from tests.search.world import Tongue

ENOUGH = 10  # documents with all words, with which no further meaning is looked for


@dataclass(frozen=True, kw_only=True)
class Sense:
    """A term that a word may stand for: in that very form it counts as ``exact``, in others as ``other``."""

    term: Term
    form: Form
    exact: float
    other: float
    aside: bool = False  # perhaps nobody meant it: it counts as if bodies alone said it
    among: frozenset[int] | None = None  # as if no other documents had it

    def is_of(self, document: int) -> bool:
        return self.among is None or document in self.among


@dataclass(kw_only=True)
class Sought:
    """A word of the query and all that it may mean."""

    wanted: Wanted
    senses: list[Sense]
    guessed: bool = False

    def add(self, senses: Iterable[Sense]) -> None:
        """Those that are not told yet: all forms of a term are where others than its own count."""
        known = [one for one in self.senses if one.among is None]
        terms, told = {one.term for one in known if one.other}, {(one.term, one.form) for one in known}
        self.senses += [
            one
            for one in senses
            if one.among is not None or (one.term not in terms and (one.term, one.form) not in told)
        ]


@dataclass(kw_only=True)
class Score:
    """How well a document answers: compared part by part."""

    asked: int = 0  # words of the query
    words: int = 0
    is_the_title: int = 0  # 2 in these very forms
    heads: int = 0
    weight: float = 0.0
    titled: int = 0
    exactly: int = 0

    def key(self, document: int) -> tuple[float, ...]:
        if self.words < self.asked:
            return (-self.words, -self.weight - 4 * self.heads, document)
        return (-self.words, -self.is_the_title, -self.heads, -self.weight, document)


@dataclass(frozen=True, kw_only=True, repr=False)
class Reference:
    """A search in one language of a hub."""

    tongue: Tongue

    @cached_property
    def corpus(self) -> Corpus:
        return Corpus(tongue=self.tongue)

    @cached_property
    def stemmers(self) -> Sequence[str]:
        return spoken(self.tongue.folios, self.tongue.documents)

    @cached_property
    def entries(self) -> int:
        return sum(not isinstance(one, Handbook) for one in self.tongue.documents)

    def find(
        self, typed: str, *, typing: bool = False, filters: Mapping[str, Sequence[str]] | None = None
    ) -> list[int]:
        """The numbers of the first ten documents."""
        query = query_of(typed, self.tongue.code, typing=typing)
        query = self._parted(replace(query, words=self._dated(query.words)))
        admits = self._admits(query)

        def passes(document: int) -> bool:
            return admits(document) and self._chosen(document, filters or {})

        if not query.words:
            return sorted(filter(passes, range(self.entries)), key=lambda one: (self._factor(one) < 1, one))[:ENOUGH]
        scores = {one: score for one, score in self._scores(query, admits).items() if passes(one)}
        order = sorted(scores, key=lambda one: scores[one].key(one))
        unsaid = [one.phrase for one in query.without if one.phrase]
        if query.phrases or unsaid:
            full = (one for one in order if scores[one].words == len(query.words))
            said = (one for one in full if self._said(one, query.phrases) == query.phrases)
            return [one for one in said if not self._said(one, unsaid)][:ENOUGH]
        named = list(filter(passes, self._named(typed)))
        return [*named, *(one for one in order if one not in named)][:ENOUGH]

    def _scores(self, query: Query, admits: Callable[[int], bool]) -> Mapping[int, Score]:
        """Filters only take away: what words mean does not hang on them."""
        sought = [self._meaning(one, query.typing and one is query.words[-1]) for one in query.words]
        if query.typing and query.glued and query.glued[-1].endswith(query.words[-1].form):
            sought[-1].add(self._begun(query.glued[-1]))  # what hyphens join may go on, too
        glued = [Sought(wanted=Wanted(word=one, form=one), senses=self._known(one)) for one in query.glued]
        scores = self._weighed(sought, admits, glued)
        if sum(one.words == len(sought) for one in scores.values()) < ENOUGH:
            self._widen(sought)
            scores = self._weighed(sought, admits, glued)
        return scores

    def _dated(self, every: list[Wanted]) -> list[Wanted]:
        """A month and its year are one word, where any entry has that."""
        for year in every:
            known = [one for one in year.before if not year.quoted and one + year.form in self.corpus.terms_of]
            if known:
                both = replace(year, word=f"{known[0]} {year.word}", form=known[0] + year.form)
                every = [both if one is year else one for one in every if one.form != known[0]]
        return every

    def _parted(self, query: Query) -> Query:
        """Words that say nothing but as two."""
        every: list[Wanted] = []
        for one in query.words:
            means = one.quoted or self._meaning(one, query.typing and one is query.words[-1]).senses
            parts = None if means else self.corpus.words.parts(one.form)
            every += [replace(one, word=part, form=part) for part in parts] if parts else [one]
        return replace(query, words=every)

    # What a word may mean

    def _meaning(self, wanted: Wanted, typing: bool) -> Sought:
        known = Sought(wanted=wanted, senses=self._known(wanted.form))
        is_called_so = any(one.term in self.corpus.in_heads for one in known.senses)
        if wanted.quoted:
            known.senses = [Sense(term=one.term, form=one.form, exact=1, other=0) for one in known.senses]
            return known
        if not known.senses:
            return self._unknown(wanted, typing)
        if typing:  # what one calls entries is hardly a beginning of something else
            less = WEIGHTS["typo"] if is_called_so else 1
            known.add(replace(one, exact=one.exact * less) for one in self._begun(wanted.form))
        if not is_called_so:  # what only a body says may be a slip of somebody's
            near = self._near(wanted.form, typing, 1)
            known.add(
                replace(one, exact=one.exact * WEIGHTS["aside"], other=one.other * WEIGHTS["aside"], aside=True)
                for one in near
            )
        return known

    def _known(self, form: Form) -> list[Sense]:
        return self._senses([form], 1, WEIGHTS["stem"])

    def _begun(self, form: Form) -> list[Sense]:
        return self._senses(self.corpus.words.completions(form), WEIGHTS["prefix"], 0)

    def _senses(self, forms: Iterable[Form], exact: float, other: float) -> list[Sense]:
        pairs = ((form, term) for form in forms for term in self.corpus.terms_of.get(form, ()))
        return [Sense(term=term, form=form, exact=exact, other=other) for form, term in pairs]

    def _unknown(self, wanted: Wanted, typing: bool) -> Sought:
        """Nobody writes this form: another form of the same stem, a beginning; else a slip, or another language."""
        sought = Sought(wanted=wanted, senses=self._stemmed(wanted, self.stemmers[:1], WEIGHTS["stem"]))
        sought.add(self._begun(wanted.form))
        explained = bool(sought.senses)
        if typing and explained:
            return sought
        slips = 1 if explained else 2
        near = self._near(wanted.word, typing, slips) if wanted.word != wanted.form else []
        terms = {one.term for one in near}
        near += [one for one in self._near(wanted.form, typing, slips) if one.term not in terms]  # "motroen" has no "ö"
        sought.add(near)
        sought.guessed = bool(near) and not explained
        if not sought.senses and not self.corpus.words.parts(wanted.form):
            sought.add(self._stemmed(wanted, self.stemmers[1:], WEIGHTS["typo"]))
            stem = next((words.stem(wanted.word, language) for language in self.stemmers[:1]), "")
            if not sought.senses and len(stem) >= 4:
                sought.add(self._begun(stem))
            if not sought.senses:
                sought.add(self._senses(self.corpus.words.trunk(wanted.form), WEIGHTS["typo"], 0))
                sought.guessed = True
        return sought

    def _near(self, form: Form, typing: bool, slips: int) -> list[Sense]:
        """What is spelled nearly so."""
        meant = self.corpus.words.corrections(form, typing=typing, slips=slips)
        return self._senses(meant, WEIGHTS["typo"], WEIGHTS["typo"] * WEIGHTS["stem"])

    def _stemmed(self, wanted: Wanted, languages: Iterable[str], weight: float) -> list[Sense]:
        terms = dict.fromkeys(words.stem(wanted.word, language) for language in languages)
        return [
            Sense(term=term, form=wanted.form, exact=weight, other=weight) for term in terms if term in self.corpus.rows
        ]

    def _widen(self, sought: Sequence[Sought]) -> None:
        """Few have all words: other endings, what the last word may begin, two neighbours as one, compounds."""
        parted = [
            self.tongue.code in words.COMPOUNDING
            or not any(sense.term in self.corpus.in_heads for sense in one.senses if not sense.aside)
            for one in sought
        ]
        for one in sought:
            if one.wanted.quoted:
                continue
            longer, others = self.corpus.words.kin(one.wanted.form, last=one is sought[-1])
            ended = self._senses(others, WEIGHTS["typo"] * WEIGHTS["aside"], 0)
            one.add([*self._senses(longer, WEIGHTS["prefix"], 0), *(replace(sense, aside=True) for sense in ended)])
        for one, after in pairwise(sought):
            if one.wanted.quoted or after.wanted.quoted:
                continue
            both = self._senses([one.wanted.form + after.wanted.form], 1, WEIGHTS["stem"])
            one.add(both)
            after.add(both)
        for one, may in zip(sought, parted, strict=True):
            if may and not one.wanted.quoted:
                one.add(self._compounds(one.wanted.form))

    def _compounds(self, form: Form) -> Iterator[Sense]:
        """Words that end so; and what has both words that it is."""
        kinds = self.corpus.words.kinds(form) if self.tongue.code in words.COMPOUNDING else ()
        yield from self._senses(kinds, WEIGHTS["prefix"], WEIGHTS["prefix"] * WEIGHTS["stem"])
        parts = self.corpus.words.parts(form) or ()
        both = frozenset(self._having_all([Wanted(word=one, form=one) for one in parts]))
        for sense in self._senses(parts if both else (), WEIGHTS["typo"], WEIGHTS["typo"] * WEIGHTS["stem"]):
            yield replace(sense, aside=True, among=both)

    # What it weighs

    def _weighed(
        self, sought: Sequence[Sought], passes: Callable[[int], bool], besides: Sequence[Sought] = ()
    ) -> Mapping[int, Score]:
        """Nobody must have what is asked for besides: it only adds to the weight."""
        scores: dict[int, Score] = {}
        for one in sought:
            idf, terms = self._idf(one.senses), {sense.term for sense in one.senses}
            for document, own in enumerate(self.corpus.terms):
                if not terms.isdisjoint(own) and passes(document):
                    self._add(scores, document, one, idf)
        for one in besides:
            idf = self._idf(one.senses)
            for document, score in scores.items():
                found = self._found(self._best(document, field, one, idf, one.senses) for field in FIELDS if field.head)
                found = found or self._found(self._best(document, field, one, idf, one.senses) for field in FIELDS)
                score.weight += max(found, default=0)
        for document, score in scores.items():
            title = rounded(self.corpus.texts[document]["title"].length)
            whole = score.titled == len(sought) and title in (len(sought), len(sought) + len(besides))
            score.asked = len(sought)
            score.is_the_title = whole + (whole and score.exactly == len(sought))
            score.weight = min(9999, score.weight * self._factor(document))
        return scores

    def _add(self, scores: dict[int, Score], document: int, sought: Sought, idf: float) -> None:
        """The best field of the heads counts; that of the bodies where no head has the word."""
        sure = [one for one in sought.senses if not one.aside]
        aside = [one for one in sought.senses if one.aside]
        fields = [(one, one.name in HEADS) for one in FIELDS]
        heads = self._found(self._best(document, one, sought, idf, sure) for one, is_head in fields if is_head)
        bodies = self._found(
            self._best(document, one, sought, idf, aside if is_head else sought.senses) for one, is_head in fields
        )
        if not heads and not bodies:
            return
        score = scores.setdefault(document, Score())
        score.words += 1
        score.heads += bool(heads)
        score.titled += self._best(document, FIELDS[0], sought, idf, sure) is not None
        score.exactly += not sought.guessed and self._says_exactly(document, sought, sure)
        score.weight += max(heads or bodies)

    def _says_exactly(self, document: int, sought: Sought, senses: Sequence[Sense]) -> bool:
        """Whether the title has a word in the very form that was asked for."""
        said = self.corpus.texts[document]["title"] if sought.wanted.field in ("", "title") else NOTHING
        return any(one.exact == 1 and one.form in said.forms.get(one.term, ()) for one in senses)

    @staticmethod
    def _found(weights: Iterable[float | None]) -> list[float]:
        return [weight for weight in weights if weight is not None]

    def _best(self, document: int, field: Field, sought: Sought, idf: float, senses: Sequence[Sense]) -> float | None:
        """What the best of these senses of a word weighs in a field; None where it has none of them."""
        if sought.wanted.field not in ("", field.name):
            return None
        said = self.corpus.texts[document].get(field.name, NOTHING)
        matched = [_matched(sense, said) for sense in senses if sense.term in said.forms and sense.is_of(document)]
        relative = rounded(said.length) / self.corpus.averages[field.name] if matched else 0
        found = [field.boost * idf * saturated(times, relative) * factor for times, factor in matched if factor]
        return max(found, default=None)

    def _idf(self, senses: Iterable[Sense]) -> float:
        """One for all senses: that of the commonest, lunr's, to three decimals."""
        rows = max(map(self._rows, senses), default=0)
        return max(0.001, round(math.log(1 + abs((len(self.corpus.texts) - rows + 0.5) / (rows + 0.5))), 3))

    def _rows(self, sense: Sense) -> int:
        """In how many fields of its documents it stands."""
        if sense.among is None:
            return self.corpus.rows[sense.term]
        return sum(sense.term in said.forms for one in sense.among for said in self.corpus.texts[one].values())

    def _factor(self, document: int) -> float:
        one = self.tongue.documents[document]
        if isinstance(one, Handbook):
            return WEIGHTS["page"]
        return WEIGHTS["over"] if self.tongue.folios.stage.around.standings[one].over else 1

    # What may be found

    def _admits(self, query: Query) -> Callable[[int], bool]:
        barred = {one for barring in query.without if not barring.phrase for one in self._having_all(barring.words)}
        return lambda document: document < self.entries and document not in barred

    def _having_all(self, every: Sequence[Wanted]) -> Iterator[int]:
        """Documents that have all these words."""
        scores = self._weighed([Sought(wanted=one, senses=self._known(one.form)) for one in every], lambda _one: True)
        return (one for one, score in scores.items() if score.words == len(every))

    def _chosen(self, document: int, filters: Mapping[str, Sequence[str]]) -> bool:
        stage, one = self.tongue.folios.stage, self.tongue.documents[document]
        assert not isinstance(one, Handbook)
        return all(
            set(FACETS[name].of(stage, one, stage.around.standings[one])) & set(chosen)
            for name, chosen in filters.items()
        )

    def _said(self, document: int, phrases: Iterable[str]) -> list[str]:
        """Those of the quotations that it says in a row."""
        _, title, _, _, facts, _, summary, _ = self.tongue.display.seen[document].decode().split(PART)
        texts = [title, summary, *facts.split(FACT)[1::3], *self.tongue.display.text(document).decode().split("\n")]
        rows = [f" {' '.join(map(words.fold, words.cut(text)))} " for text in texts]
        return [phrase for phrase in phrases if any(f" {phrase} " in row for row in rows)]

    def _named(self, typed: str) -> list[int]:
        """Documents that are called so, or lie at that address; then those whose name is its last part."""
        asked = bare(typed.strip().lower())
        if " " in asked or not set("-./") & set(asked):
            return []
        last = [part for part in asked.split("?")[0].split("#")[0].split("/") if part][-1:]
        names = [set(names_of(one)) for one in self.tongue.documents]
        return list(dict.fromkeys(number for name in (asked, *last) for number, own in enumerate(names) if name in own))


def _matched(sense: Sense, said: Said) -> tuple[int, float]:
    """How often a field has the term, and what that counts."""
    forms = said.forms[sense.term]
    return min(forms.total(), MOST_TIMES), sense.exact if sense.form in forms else sense.other


def saturated(times: int, length: float) -> float:
    """BM25's part of a word: how often it comes, against how long the field is."""
    k1, b = WEIGHTS["k1"], WEIGHTS["b"]
    return (k1 + 1) * times / (k1 * (1 - b + b * length) + times)
