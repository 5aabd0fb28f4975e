"""What a change does to a hub, as one comment below a pull request: what the check says, what the site gains.

Renders values to Markdown. It reads no files and asks nobody: the check and git come before it, the forge after it.

``sheets``    Markdown that strangers' words cannot leave, and a text that knows its length
``verdict``   what was checked, file by file      ``cards``     what is new or different, as cards
``likeness``  entries that look like another one  ``findings``  a report of the check, read back
``letter``    the whole comment
"""

from __future__ import annotations

from skillshub.review.findings import NoReport, problems_of
from skillshub.review.letter import MARK, Review, letter

__all__ = ["MARK", "NoReport", "Review", "letter", "problems_of"]
