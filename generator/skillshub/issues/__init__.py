"""Entries by way of an issue, for people who have an account and want no more: a form asks, its answers become a file.

Both come from the schema: what a form asks, and what becomes of an answer. Reads no files, writes none, and judges
nothing: what people answered wrongly becomes an entry with a mistake, which the check explains as it does any other.

``questions``  what is asked for a kind of entry     ``forms``  the questions as a form of GitHub (and Forgejo)
``answers``    the text of an issue, taken apart     ``values`` an answer as the value of its field
``entries``    the entry that the answers make
"""

from __future__ import annotations

from skillshub.issues.entries import Asked, NoAnswers, asked
from skillshub.issues.forms import issue_forms
from skillshub.issues.questions import KINDS

__all__ = ["KINDS", "Asked", "NoAnswers", "asked", "issue_forms"]
