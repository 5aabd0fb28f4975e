"""The nouns of the catalogue: eight kinds of entry and what they are made of.

Values only, frozen; ``entries`` shapes them from what contributors wrote. Fields are named as in ``schema/``, where
each is explained; the one exception is ``title``, which every entry has here, whatever its kind calls it (name, legal
name, label).
"""

from __future__ import annotations

from skillshub.model.kinds import (
    FOLDERS,
    Course,
    Entry,
    Event,
    Funding,
    JobRole,
    Kind,
    Practice,
    Provider,
    Region,
    Skill,
    Status,
)
from skillshub.model.parts import (
    Contact,
    Credential,
    Fact,
    Level,
    Membership,
    Moment,
    Need,
    Origin,
    Price,
    Session,
    SkillAtLevel,
    Spot,
    Text,
    Trend,
)

__all__ = [
    "EVERYWHERE",
    "FOLDERS",
    "Contact",
    "Course",
    "Credential",
    "Entry",
    "Event",
    "Fact",
    "Funding",
    "JobRole",
    "Kind",
    "Level",
    "Membership",
    "Moment",
    "Need",
    "Origin",
    "Practice",
    "Price",
    "Provider",
    "Region",
    "Session",
    "Skill",
    "SkillAtLevel",
    "Spot",
    "Status",
    "Text",
    "Trend",
]

EVERYWHERE = "everywhere"
"""What an online course writes in place of its regions."""
