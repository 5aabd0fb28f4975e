"""The vocabulary of the catalogue itself: skills and job roles."""

from __future__ import annotations

from skillshub.model import JobRole, Skill
from skillshub.schema_org.parts import ESCO, Thing, View, one_or_all


def skill(entry: Skill, view: View) -> Thing:
    return {
        "@type": "DefinedTerm",
        "alternateName": one_or_all(entry.synonyms.get(view.language, ())),
        "inDefinedTermSet": ESCO if entry.esco_uri else None,
        "sameAs": entry.esco_uri,
    }


def job_role(entry: JobRole, view: View) -> Thing:
    return {
        "@type": "Occupation",
        "alternateName": one_or_all(entry.synonyms.get(view.language, ())),
        "occupationalCategory": _category(entry.isco) if entry.isco else None,
        "skills": view.skills(entry.skills),
        "sameAs": entry.esco_uri,
    }


def _category(isco: str) -> Thing:
    return {
        "@type": "CategoryCode",
        "codeValue": isco,
        "inCodeSet": {"@type": "CategoryCodeSet", "name": "ISCO-08"},
    }
