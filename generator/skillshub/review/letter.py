"""The whole comment: it opens with a mark, by which the next one takes its place."""

from __future__ import annotations

from dataclasses import dataclass

from skillshub.history import Change
from skillshub.model import Entry
from skillshub.problems import Problem
from skillshub.reporting.papers import Paper
from skillshub.review import verdict
from skillshub.review.cards import cards
from skillshub.review.likeness import Likeness, likenesses
from skillshub.review.sheets import LONGEST, Section, code, harmless, together
from skillshub.site import Site

MARK = "<!-- skillshub review -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that a comment is made from."""

    site: Site  # with every entry that fits its schema
    changes: tuple[Change, ...]  # files of the hub that an entry or the settings stand in
    problems: tuple[Problem, ...]  # of these files
    preview: str = ""  # address of a preview; with a slash at its end, that of its front page
    longest: int = LONGEST


def letter(review: Review) -> str:
    """The comment, in Markdown, shorter than a forge allows."""
    paper = Paper(problems=review.problems, site_url=review.site.settings.url)
    touched = tuple(_touched(review))
    sections = (
        verdict.files(review.changes, review.problems),
        verdict.wrong(paper),
        verdict.worth_a_look(paper),
        _shown(review, touched),
        _alike(review, touched),
    )
    opening = f"{MARK}\n{verdict.headline(review.changes, review.problems)}\n{_preview(review.preview)}"
    return together(opening, sections, review.longest)


def _touched(review: Review) -> list[Entry]:
    by_path = {entry.path: entry for entry in review.site.catalogue}
    return [by_path[change.path] for change in review.changes if change.path in by_path]


def _shown(review: Review, entries: tuple[Entry, ...]) -> Section:
    new = frozenset(change.path for change in review.changes if change.how == "added")
    pieces = tuple(cards(review.site, entries, new, review.preview)) if entries else ()
    return Section(title="What it changes on the site", pieces=pieces, rest="more entries: see the preview", gap="\n\n")


def _alike(review: Review, entries: tuple[Entry, ...]) -> Section:
    pieces = tuple(_pair(one) for one in likenesses(review.site.catalogue, entries))
    return Section(title="Is it there already?", pieces=pieces, rest="more likenesses")


def _pair(one: Likeness) -> str:
    titles = tuple(harmless(next(iter(each.title.values())), 160) for each in (one.entry, one.other))
    return (
        f"- {titles[0]} ({code(one.entry.path)}) looks like {titles[1]} ({code(one.other.path)}): "
        f"{one.why}, titles {one.score} % alike."
    )


def _preview(address: str) -> str:
    return f"\n[Preview of the whole site]({address})\n" if address else ""
