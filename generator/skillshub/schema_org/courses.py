"""A course and its sessions, as schema.org, Bioschemas and Google's course rules want them."""

from __future__ import annotations

from functools import lru_cache

from skillshub.model import Course, Credential, Funding, JobRole, Session
from skillshub.schema_org.parts import FREE_OF_CHARGE, VOCABULARY, Thing, View, iso, offer, one_or_all, said
from skillshub.texts import spoken

MODES = {"online": "Online", "blended": "Blended"}  # every other mode is on site
STATUSES = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
PROFILE = "http://purl.org/dc/terms/conformsTo"


def _profile(name: str) -> Thing:
    return {"@type": "CreativeWork", "@id": f"https://bioschemas.org/profiles/{name}/1.0-RELEASE"}


_COURSE, _INSTANCE = _profile("Course"), _profile("CourseInstance")


def course(entry: Course, view: View) -> Thing:
    skills = view.skills(entry.skills)
    return {
        "@type": "Course",
        PROFILE: _COURSE,
        "url": entry.url,
        "keywords": _keywords(entry, skills, view),
        "provider": view.organisation(entry.provider),
        "inLanguage": one_or_all(entry.languages),
        "learningResourceType": entry.type.replace("-", " "),
        "teaches": [*skills, *map(_outcome, view.texts(entry.outcomes))],
        "about": [*map(_field_of_education, entry.isced_f), *_occupations(entry, view)],
        "educationalLevel": _eqf_level(entry.eqf) if entry.eqf else None,
        "numberOfCredits": _credits(entry.ects) if entry.ects else None,
        "timeRequired": _duration(entry.workload_hours),
        "coursePrerequisites": view.text(entry.prerequisites),
        "educationalCredentialAwarded": _credential(entry.credential, view),
        "audience": [_audience(group) for group in entry.target_groups],
        "financialAidEligible": _aid(entry, view),
        "isAccessibleForFree": FREE_OF_CHARGE[entry.price.category],
        "offers": offer(entry.price, url=entry.url),
        "hasCourseInstance": _instances(entry, view),
        "dateModified": entry.updated.isoformat(),
    }


def _outcome(text: str) -> Thing:
    """A term like a skill: Bioschemas takes no mixture of terms and plain texts."""
    return {"@type": "DefinedTerm", "name": text}


def _keywords(entry: Course, skills: list[Thing], view: View) -> str | None:
    words = dict.fromkeys((*entry.tags, *(term["name"] for term in skills)))
    return ", ".join(words) or view.text(entry.title)


def _instances(entry: Course, view: View) -> list[Thing]:
    """The sessions that are not over, or the last one when all are; without any, that it can be begun at any time."""
    coming = [session for session in entry.sessions if session.end.last >= view.today]
    sessions = coming or list(entry.sessions[-1:])
    always = _any_time(entry, view)
    return [said(always | _once(entry, session, view)) for session in sessions] or [said(always)]


def _any_time(entry: Course, view: View) -> Thing:
    return {
        "@type": "CourseInstance",
        PROFILE: _INSTANCE,
        "courseMode": MODES.get(entry.mode, "Onsite"),
        "courseWorkload": iso_duration(entry.workload_hours),
        "inLanguage": entry.languages[0] if len(entry.languages) == 1 else None,
        "location": _anywhere(entry, view),
    }


def _anywhere(entry: Course, view: View) -> Thing:
    if entry.mode == "online":
        return {"@type": "VirtualLocation", "url": entry.url}
    return view.somewhere(entry.regions, entry.provider)


def _once(entry: Course, session: Session, view: View) -> Thing:
    status = STATUSES.get(session.status)
    return {
        "startDate": iso(session.start),
        "endDate": iso(session.end),
        **_location(session, view),
        "eventStatus": {"@type": "EventStatusType", "@id": VOCABULARY + status} if status else None,
        "maximumAttendeeCapacity": session.capacity,
        "offers": _seats(entry, session),
    }


def _location(session: Session, view: View) -> Thing:
    if session.place:
        return {"location": view.place(session.place)}
    if session.virtual_url:
        return {"location": {"@type": "VirtualLocation", "url": session.virtual_url}}
    return {}  # where the course is


def _seats(entry: Course, session: Session) -> Thing | None:
    """How one gets into a session, where it says so."""
    deadline = session.registration_deadline
    if not (session.registration_url or deadline or session.status == "full"):
        return None
    return offer(
        entry.price,
        url=session.registration_url or entry.url,
        validThrough=deadline.isoformat() if deadline else None,
        availability=f"{VOCABULARY}SoldOut" if session.status == "full" else None,
    )


def _credential(credential: Credential | None, view: View) -> Thing | None:
    if credential is None or credential.type == "none":
        return None
    kind = credential.type.replace("-", " ")
    body = view.text(credential.awarding_body)
    return said(
        {
            "@type": "EducationalOccupationalCredential",
            "name": view.text(credential.name) or kind.capitalize(),
            "credentialCategory": kind,
            "recognizedBy": {"@type": "Organization", "name": body} if body else None,
        }
    )


def _occupations(entry: Course, view: View) -> list[Thing]:
    known = view.catalogue.job_roles
    return [_occupation(known[slug], view.language, view.otherwise) for slug in entry.job_roles if slug in known]


def _aid(entry: Course, view: View) -> list[Thing]:
    known = view.catalogue.funding
    return [_aid_by(known[slug], view.language, view.otherwise) for slug in entry.funding if slug in known]


@lru_cache(maxsize=4096)
def _occupation(role: JobRole, language: str, otherwise: str) -> Thing:
    name, _ = spoken(role.title, language, otherwise)
    return said({"@type": "Occupation", "name": name, "sameAs": role.esco_uri})


@lru_cache(maxsize=4096)
def _aid_by(funding: Funding, language: str, otherwise: str) -> Thing:
    name, _ = spoken(funding.title, language, otherwise)
    return {"@type": "DefinedTerm", "name": name, "url": funding.url}


@lru_cache(maxsize=512)
def _audience(group: str) -> Thing:
    return {"@type": "Audience", "audienceType": group.replace("-", " ")}


@lru_cache(maxsize=512)
def _field_of_education(code: str) -> Thing:
    return {
        "@type": "DefinedTerm",
        "name": f"ISCED-F {code}",
        "termCode": code,
        "url": f"http://data.europa.eu/snb/isced-f/{code}",
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "ISCED-F 2013"},
    }


@lru_cache(maxsize=8)
def _eqf_level(level: int) -> Thing:
    return {
        "@type": "DefinedTerm",
        "name": f"EQF level {level}",
        "termCode": str(level),
        "url": f"http://data.europa.eu/snb/eqf/{level}",
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "European Qualifications Framework"},
    }


@lru_cache(maxsize=512)
def _credits(ects: float) -> Thing:
    return {"@type": "StructuredValue", "name": f"{ects:g} ECTS"}


@lru_cache(maxsize=4096)
def _duration(hours: float) -> Thing:
    """A typed literal: Bioschemas takes no plain text here."""
    return {"@type": "Duration", "@value": iso_duration(hours)}


def iso_duration(hours: float) -> str:
    """PT22H, PT1H30M."""
    whole, minutes = divmod(round(hours * 60), 60)
    return f"PT{f'{whole}H' if whole else ''}{f'{minutes}M' if minutes or not whole else ''}"
