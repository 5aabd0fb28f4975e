"""What pages say to machines: schema.org, Google's rules for rich results, the Bioschemas profiles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker

from skillshub.addresses import address
from skillshub.catalogue import Catalogue, shelve
from skillshub.entries import shape
from skillshub.languages import Language
from skillshub.model import Course, Entry, Event, Kind
from skillshub.schema_org import breadcrumbs, item_list, thing, web_site
from skillshub.schema_org.courses import iso_duration
from skillshub.schemas import Schemas
from skillshub.sources import entry_files, judge
from tests.unit.builders import (
    BUILDERS,
    TODAY,
    a_catalogue,
    a_contact,
    a_course,
    a_credential,
    a_funding,
    a_hub_catalogue,
    a_job_role,
    a_practice,
    a_price,
    a_provider,
    a_region,
    a_session,
    a_skill,
    a_spot,
    an_event,
    some_languages,
    some_settings,
)

REPO = Path(__file__).parents[2]
BIOSCHEMAS = REPO.parent / "shared" / "standards" / "bioschemas"
ENGLISH, GERMAN = some_languages("en", "de")
URL = "https://hub.example.org/"


def told(entry: Entry, *others: Entry, language: Language = ENGLISH, today: date = TODAY) -> dict[str, Any]:
    """The thing that an entry is, in a catalogue of one entry of every kind and the others."""
    return thing(entry, a_hub_catalogue(entry, *others), language, URL, today, otherwise="en")


def instances(course: Course, *others: Entry, today: date = TODAY) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = told(course, *others, today=today)["hasCourseInstance"]
    return found


def a_full_course() -> Course:
    """Every field that a course can have."""
    return a_course(
        slug="full",
        title={"en": "Battery repair", "de": "Batteriereparatur"},
        mode="blended",
        type="short-programme",
        languages=("en", "de"),
        outcomes=("Open a battery without harm", "Find the cell that failed"),
        job_roles=("battery-technician", "nobody-knows"),
        target_groups=("workers-at-risk", "jobseekers"),
        prerequisites="A vocational qualification",
        assessment=("practical",),
        credential=a_credential("micro-credential", name="Battery repair", awarding_body="Chamber of Crafts"),
        eqf=5,
        ects=2.5,
        workload_hours=22.5,
        funding=("retraining-grant", "nobody-knows"),
        tags=("battery", "repair"),
        sample=True,
        sessions=(
            a_session("2027-03-15T09:00", "2027-03-16T17:00", place=a_spot(), capacity=12),
            a_session("2027-04-12", "2027-04-13", status="full", virtual_url="https://meet.example.org/x"),
            a_session("2027-05-10", "2027-05-11", status="cancelled", registration_deadline=date(2027, 4, 26)),
        ),
    )


def a_full_event() -> Entry:
    return an_event(
        slug="full",
        attendance="hybrid",
        virtual_url="https://meet.example.org/y",
        event_status="postponed",
        previous_start="2027-03-20",
        price=a_price(amount=25.5),
        registration_deadline=date(2027, 4, 1),
        registration_url="https://academy.example.org/register",
        recurrence="FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20271231T225959Z",
        skills=("electrical-safety",),
        capacity=40,
    )


def written_entries() -> Iterator[Entry]:
    """The entries that this hub has now; what cannot be read or shaped is a matter of other tests."""
    files, _ = entry_files(REPO)
    schemas = Schemas.load(REPO / "schema")
    for file in files:
        value = judge(file.path, (REPO / file.path).read_bytes())
        if not isinstance(value, tuple) and not schemas.problems_in(file.path, file.kind, value):
            yield shape(cast("Kind", file.kind), file.slug, value, digest="", language="en")


@pytest.fixture(scope="module")
def written() -> Catalogue:
    entries = list(written_entries())
    if not entries:
        pytest.skip("content/ is empty")
    return shelve(entries)


# Google's rules for rich results, as they stand in its documentation: what is required, and what it takes where.

TEXT = {"type": "string", "minLength": 1}
WEB = {"type": "string", "pattern": r"^https?://\S+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2})?$"}
ONE_ADDRESS = {
    "type": "object",
    "properties": {"@type": {"const": "PostalAddress"}, "addressCountry": {"pattern": "^[A-Z]{2}$"}},
    "required": ["@type", "addressCountry"],
}
LOCATION = {
    "type": "object",
    "properties": {"@type": {"enum": ["Place", "VirtualLocation"]}},
    "required": ["@type"],
    "if": {"properties": {"@type": {"const": "Place"}}},
    "then": {"required": ["address"], "properties": {"address": ONE_ADDRESS}},
    "else": {"required": ["url"], "properties": {"url": WEB}},
}
OFFER = {
    "type": "object",
    "properties": {
        "@type": {"const": "Offer"},
        "category": {"enum": ["Free", "Partially Free", "Subscription", "Paid"]},
        "price": {"type": "number", "minimum": 0},
        "priceCurrency": {"pattern": "^[A-Z]{3}$"},
        "url": WEB,
        "availability": {"pattern": "^https://schema.org/(InStock|SoldOut|PreOrder)$"},
    },
    "required": ["@type"],
}
ORGANISATION = {"type": "object", "properties": {"name": TEXT, "url": WEB}, "required": ["@type", "name", "url"]}
COURSE = {
    "type": "object",
    "properties": {
        "@type": {"const": "Course"},
        "name": TEXT,
        "description": TEXT,
        "provider": ORGANISATION,
        "offers": {**OFFER, "required": ["@type", "category"]},
        "hasCourseInstance": {
            "type": "array",
            "minItems": 1,
            "items": {
                "properties": {
                    "@type": {"const": "CourseInstance"},
                    "courseMode": {"enum": ["Online", "Onsite", "Blended"]},
                    "courseWorkload": {"type": "string", "pattern": r"^PT(\d+H)?(\d+M)?$"},
                    "location": LOCATION,
                    "startDate": MOMENT,
                    "endDate": MOMENT,
                },
                "required": ["@type", "courseMode", "courseWorkload"],
            },
        },
    },
    "required": ["@context", "@type", "name", "description", "provider", "offers", "hasCourseInstance"],
}
EVENT = {
    "type": "object",
    "properties": {
        "@type": {"const": "EducationEvent"},
        "name": TEXT,
        "startDate": MOMENT,
        "endDate": MOMENT,
        "previousStartDate": MOMENT,
        "location": {
            "if": {"type": "array"},
            "then": {"items": LOCATION, "minItems": 2},
            "else": LOCATION,
        },
        "organizer": ORGANISATION,
        "offers": OFFER,
        "eventStatus": {"pattern": "^https://schema.org/Event(Scheduled|Cancelled|Postponed|Rescheduled|MovedOnline)$"},
        "eventAttendanceMode": {"pattern": "^https://schema.org/(Offline|Online|Mixed)EventAttendanceMode$"},
    },
    "required": ["@context", "@type", "name", "startDate", "location", "eventStatus", "eventAttendanceMode"],
}
GOOGLE: Mapping[str, Mapping[str, Any]] = {"course": COURSE, "event": EVENT}


def broken_rules(rules: Mapping[str, Any], value: object) -> list[str]:
    found = Draft202012Validator(rules).iter_errors(value)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


@pytest.mark.parametrize("entry", [a_course(), a_full_course(), a_course(mode="online", regions=()), a_full_event()])
@pytest.mark.parametrize("language", [ENGLISH, GERMAN])
def test_google_finds_what_it_asks_for(entry: Entry, language: Language) -> None:
    """Every course and every event keeps the rules for Google's rich results, in each language."""
    assert broken_rules(GOOGLE[entry.kind], told(entry, language=language)) == []


def test_google_rules_can_be_broken() -> None:
    """A mode in small letters, a place without an address, a price that is no number: each is noticed."""
    course = json.loads(json.dumps(told(a_full_course())))
    course["hasCourseInstance"][0] |= {"courseMode": "online", "location": {"@type": "Place"}}
    course["offers"]["price"] = "480"
    assert len(broken_rules(COURSE, course)) == 3


def can_be_found(entry: Course | Event, catalogue: Catalogue) -> bool:
    """A course whose provider is there; an event whose day is known (of some long ago only the year is)."""
    if isinstance(entry, Course):
        return entry.provider in catalogue.providers
    return entry.start.first == entry.start.last and entry.end.first == entry.end.last


def test_the_content_keeps_googles_rules(written: Catalogue) -> None:
    """Every course and event of this hub that Google could find keeps them, too."""
    entries: list[Course | Event] = [*written.courses.values(), *written.events.values()]
    found = [
        f"{entry.path} {line}"
        for entry in entries
        if can_be_found(entry, written)
        for line in broken_rules(GOOGLE[entry.kind], thing(entry, written, ENGLISH, URL, TODAY))
    ]
    assert found == []


# Bioschemas


def _meant(definitions: dict[str, Any]) -> dict[str, Any]:
    """The profile's definitions, held to the type that each is annotated with.

    As written, every object fits every definition, so that the profile's own "exactly one of Place, PostalAddress,
    VirtualLocation" could never be met by any. Subtypes of Organization are organizations.
    """
    for definition in definitions.values():
        own = definition.pop("@type").split(":")[-1]
        if own not in {"Thing", "Organization"}:
            definition["properties"]["@type"] = {"const": own}
            definition["required"] = [*definition.get("required", ()), "@type"]
    return definitions


def profile(name: str) -> Draft7Validator:
    path = BIOSCHEMAS / f"{name}.json"
    if not path.exists():
        pytest.skip(f"the Bioschemas profiles are not at {BIOSCHEMAS}")
    graph = json.loads(path.read_text("utf-8"))["@graph"]
    rules = next(one["$validation"] for one in graph if "$validation" in one)
    rules["definitions"] = _meant(rules["definitions"])
    formats = FormatChecker(formats=())
    formats.checks("uri")(lambda text: not isinstance(text, str) or "://" in text)
    formats.checks("date")(lambda text: not isinstance(text, str) or bool(date.fromisoformat(text[:10])))
    return Draft7Validator(rules, format_checker=formats)


def misfits(course: dict[str, Any]) -> Iterator[str]:
    yield from (f"{list(error.path)}: {error.message}" for error in profile("Course").iter_errors(course))
    for instance in course["hasCourseInstance"]:
        for error in profile("CourseInstance").iter_errors(instance):
            yield f"instance {list(error.path)}: {error.message}"


@pytest.mark.parametrize("course", [a_course(), a_full_course(), a_course(mode="online", regions=(), skills=())])
def test_courses_follow_bioschemas(course: Course) -> None:
    """A course and its sessions fit the profiles Course and CourseInstance 1.0."""
    assert list(misfits(told(course))) == []


def test_bioschemas_profiles_can_be_missed() -> None:
    """Without keywords, or with a session that is nowhere, a course does not fit."""
    course = json.loads(json.dumps(told(a_course())))
    del course["keywords"], course["hasCourseInstance"][0]["location"]
    assert len(list(misfits(course))) == 2


def test_the_content_follows_bioschemas(written: Catalogue) -> None:
    """Every course of this hub fits the profiles."""
    found = {entry.slug: list(misfits(thing(entry, written, GERMAN, URL, TODAY))) for entry in written.courses.values()}
    assert {slug: lines for slug, lines in found.items() if lines} == {}


# What every thing has in common


def every_thing() -> Iterator[dict[str, Any]]:
    full = (
        a_full_course(),
        a_full_event(),
        a_provider(slug="full", place=a_spot(), tags=("a",), offers=("x",), contacts=(a_contact(role="Desk"),)),
        a_funding(slug="full", cap=5000.0, currency="EUR", closes=date(2027, 5, 1)),
    )
    catalogue = a_hub_catalogue(*full)
    for language in (ENGLISH, GERMAN):
        for entry in catalogue:
            yield thing(entry, catalogue, language, URL, TODAY)
            yield thing(entry, catalogue, language, "", TODAY)


def hollow(value: object, way: str = "") -> Iterator[str]:
    """Where a value says nothing, or is none of JSON's."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from hollow(one, f"{way}/{name}")
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from hollow(one, f"{way}/{at}")
    elif not isinstance(value, str | int | float):
        yield f"{way} is a {type(value).__name__}"
    if value in ("", [], {}, None):
        yield f"{way} is empty"


def test_nothing_is_said_emptily() -> None:
    """No thing holds an empty text, list or object, or anything that JSON does not know."""
    assert [line for one in every_thing() for line in hollow(one)] == []


def test_hollow_values_are_noticed() -> None:
    """The law above can be broken, at any depth."""
    assert list(hollow({"a": [{"b": None}], "c": ""})) == ["/a/0/b is a NoneType", "/a/0/b is empty", "/c is empty"]


@pytest.mark.parametrize("kind", BUILDERS)
def test_every_thing_has_a_type_a_name_and_a_page(kind: str) -> None:
    """Whatever its kind, a thing says what it is, what it is called and where its page stands."""
    entry = BUILDERS[kind]()
    found = told(entry, language=GERMAN)
    assert found["@type"]
    assert found["name"]
    assert found["mainEntityOfPage"] == f"{URL}de/{address(entry)}"


@pytest.mark.parametrize("kind", BUILDERS)
def test_without_an_address_of_the_site_no_page_is_named(kind: str) -> None:
    """A hub that has not said where it will stand makes no addresses up."""
    found = thing(BUILDERS[kind](), a_catalogue(), ENGLISH, "", TODAY)
    assert {"@id", "mainEntityOfPage"} & found.keys() == set()


@pytest.mark.parametrize("kind", BUILDERS)
def test_references_that_lead_nowhere_are_left_out(kind: str) -> None:
    """An entry alone in its catalogue is still a whole thing."""
    assert list(hollow(thing(BUILDERS[kind](), a_catalogue(), ENGLISH, URL, TODAY))) == []


@pytest.mark.parametrize("kind", BUILDERS)
def test_a_sample_says_so(kind: str) -> None:
    """No search engine shall take a sample for the real thing without having been told."""
    assert told(BUILDERS[kind](sample=True))["disambiguatingDescription"]
    assert "disambiguatingDescription" not in told(BUILDERS[kind]())


def test_texts_are_in_the_language_of_the_page() -> None:
    """A text that speaks the language of the page is given in it, any other in the site's first language."""
    course = a_course(title={"en": "Welding", "de": "Schweißen"}, summary={"fr": "Souder", "en": "Join metal"})
    found = told(course, language=GERMAN)
    assert (found["name"], found["description"]) == ("Schweißen", "Join metal")
    assert found["teaches"][0]["name"] == "Elektrische Sicherheit"


# Courses


@pytest.mark.parametrize(("hours", "said"), [(22, "PT22H"), (22.5, "PT22H30M"), (0.25, "PT15M"), (0.001, "PT0M")])
def test_a_workload_is_a_duration(hours: float, said: str) -> None:
    """Hours become an ISO 8601 duration of hours and minutes."""
    assert iso_duration(hours) == said


@pytest.mark.parametrize(
    ("mode", "said"),
    [("online", "Online"), ("blended", "Blended"), *((mode, "Onsite") for mode in ("onsite", "workbased", "lab"))],
)
def test_modes_are_the_three_that_google_knows(mode: str, said: str) -> None:
    """Work-based and laboratory courses are on site."""
    assert instances(a_course(mode=mode))[0]["courseMode"] == said


def test_sessions_that_are_over_are_not_offered() -> None:
    """Only the sessions of today and later are told; when all are over, the last one."""
    course = a_course(sessions=tuple(a_session(day, day) for day in ("2027-01-14", "2027-01-15", "2027-01-16")))
    days = [one["startDate"] for one in instances(course, today=date(2027, 1, 15))]
    assert days == ["2027-01-15", "2027-01-16"]
    assert [one["startDate"] for one in instances(course, today=date(2027, 2, 1))] == ["2027-01-16"]


def test_a_time_has_its_distance_from_utc() -> None:
    """In winter Berlin is one hour ahead, in summer two; a day alone has no time."""
    winter, summer, day = (
        instances(a_course(sessions=(a_session(start, "2027-12-31"),)))[0]["startDate"]
        for start in ("2027-03-15T09:00", "2027-07-15T09:00", "2027-07-15")
    )
    assert (winter, summer, day) == ("2027-03-15T09:00:00+01:00", "2027-07-15T09:00:00+02:00", "2027-07-15")


def test_a_session_says_where_it_is() -> None:
    """Its own place first, then its own online room, then the course's region, then where the provider is."""
    place, room, region = instances(
        a_course(
            sessions=(
                a_session(place=a_spot("Ulm", street="Hauptstraße 1", postal_code="89073")),
                a_session(virtual_url="https://meet.example.org/x"),
                a_session(),
            )
        )
    )
    assert place["location"]["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Hauptstraße 1",
        "postalCode": "89073",
        "addressLocality": "Ulm",
        "addressCountry": "DE",
    }
    assert room["location"] == {"@type": "VirtualLocation", "url": "https://meet.example.org/x"}
    assert region["location"]["address"]["addressRegion"] == "Bavaria"
    nowhere = instances(a_course(regions=()))[0]
    assert nowhere["location"]["address"] == {"@type": "PostalAddress", "addressCountry": "DE"}


def test_a_cancelled_or_full_session_says_so() -> None:
    """A session that is cancelled or postponed has its status; one without seats is sold out."""
    stopped, moved, full = instances(
        a_course(sessions=tuple(a_session(status=status) for status in ("cancelled", "postponed", "full")))
    )
    assert stopped["eventStatus"]["@id"] == "https://schema.org/EventCancelled"
    assert moved["eventStatus"]["@id"] == "https://schema.org/EventPostponed"
    assert full["offers"]["availability"] == "https://schema.org/SoldOut"


@pytest.mark.parametrize(
    ("category", "free", "price"),
    [("free", True, 0), ("partially-free", None, None), ("subscription", False, None), ("paid", False, 480)],
)
def test_prices_are_offers(category: str, free: bool | None, price: float | None) -> None:
    """Free is a price of zero; what is only partly free claims neither."""
    found = told(a_course(price=a_price(category)))
    assert (found.get("isAccessibleForFree"), found["offers"].get("price")) == (free, price)


def test_a_full_course_tells_it_all() -> None:
    """Level, credits, credential, audience, prerequisites, occupations and aid are there."""
    found = told(a_full_course())
    assert found["educationalLevel"]["url"] == "http://data.europa.eu/snb/eqf/5"
    assert found["numberOfCredits"]["name"] == "2.5 ECTS"
    assert found["educationalCredentialAwarded"]["recognizedBy"]["name"] == "Chamber of Crafts"
    assert [one["audienceType"] for one in found["audience"]] == ["workers at risk", "jobseekers"]
    assert found["coursePrerequisites"] == "A vocational qualification"
    assert [one["name"] for one in found["about"]] == ["ISCED-F 0713", "Battery technician"]
    assert [one["name"] for one in found["financialAidEligible"]] == ["Retraining grant"]
    assert found["keywords"] == "battery, repair, Electrical safety"
    assert found["inLanguage"] == ["en", "de"]


def test_no_credential_awards_nothing() -> None:
    """A course that says it has no credential claims none."""
    assert "educationalCredentialAwarded" not in told(a_course(credential=a_credential("none")))


# Events


def test_a_hybrid_event_is_in_two_places() -> None:
    """One can be there or join online, and the status of a postponed event is told with its former day."""
    found = told(a_full_event())
    assert [one["@type"] for one in found["location"]] == ["Place", "VirtualLocation"]
    assert found["eventStatus"] == "https://schema.org/EventPostponed"
    assert found["previousStartDate"] == "2027-03-20"
    assert found["offers"]["price"] == 25.5


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=MONTHLY;COUNT=6", {"repeatFrequency": "P1M", "repeatCount": 6}),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", {"repeatFrequency": "P2W", "byDay": ["MO", "TH"]}),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15", {"repeatFrequency": "P1Y", "byMonth": 3, "byMonthDay": 15}),
        ("FREQ=DAILY;UNTIL=20271231T225959Z", {"repeatFrequency": "P1D", "endDate": "2027-12-31"}),
        ("FREQ=DAILY;INTERVAL=MO;COUNT=+,-;UNTIL=9", {"repeatFrequency": "P1D"}),
    ],
)
def test_a_recurrence_is_a_schedule(rule: str, said: dict[str, Any]) -> None:
    """The parts of an iCalendar rule that schema.org has words for are told in them; nonsense is left out."""
    own = {"@type", "startDate", "startTime", "endTime", "scheduleTimezone"}
    schedule = told(an_event(recurrence=rule))["eventSchedule"]
    assert {name: value for name, value in schedule.items() if name not in own} == said


# Other kinds


@pytest.mark.parametrize(
    ("type_", "said"),
    [
        ("university", "CollegeOrUniversity"),
        ("training-provider", "EducationalOrganization"),
        ("public-body", "GovernmentOrganization"),
        ("cluster", "Organization"),
    ],
)
def test_organisations_have_their_own_word(type_: str, said: str) -> None:
    """A university is not just any organisation."""
    assert told(a_provider(type=type_))["@type"] == said


def test_a_region_stands_on_the_map() -> None:
    """Its point, its code and its country, in the words of the page's language."""
    found = told(a_region(), language=GERMAN)
    assert (found["geo"]["latitude"], found["geo"]["longitude"]) == (48.9, 11.4)
    assert found["identifier"]["value"] == "DE2"
    assert found["containedInPlace"]["name"] == "Deutschland"


def test_a_grant_ends_with_its_call() -> None:
    """The days of a call are those of applying; the cap is an upper bound."""
    found = told(a_funding(cap=5000.0, currency="EUR", closes=date(2027, 5, 1)))
    assert found["potentialAction"]["endTime"] == "2027-05-01"
    assert found["amount"] == {"@type": "MonetaryAmount", "maxValue": 5000.0, "currency": "EUR"}


def test_a_practice_is_an_article_of_its_organisation() -> None:
    """Who did it and where is told."""
    found = told(a_practice())
    assert (found["@type"], found["author"]["name"]) == ("Article", "Sample Academy")
    assert found["contentLocation"]["name"] == "Bavaria"


def test_skills_and_job_roles_are_those_of_esco() -> None:
    """What has an address in ESCO is the same as what stands there; other words for it are told per language."""
    uri = "http://data.europa.eu/esco/skill/1"
    found = told(a_skill(esco_uri=uri, synonyms={"en": ("HV safety",)}))
    assert (found["sameAs"], found["alternateName"], found["inDefinedTermSet"]["name"]) == (uri, "HV safety", "ESCO")
    role = told(a_job_role(isco="3115"))
    assert role["occupationalCategory"]["codeValue"] == "3115"
    assert [one["name"] for one in role["skills"]] == ["Electrical safety"]


# Lists and the way to a page


def test_a_list_is_its_addresses() -> None:
    """Google's form for a summary page: position and whole address of each item, nothing else."""
    found = item_list([a_course(slug="a"), a_course(slug="b")], GERMAN, URL)
    assert found["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "url": f"{URL}de/courses/a/"},
        {"@type": "ListItem", "position": 2, "url": f"{URL}de/courses/b/"},
    ]
    assert found["numberOfItems"] == 2


def test_a_list_without_addresses_is_its_names() -> None:
    """Where the site has no address yet, a list names its items."""
    assert item_list([a_course()], ENGLISH, "")["itemListElement"][0]["name"] == "High-voltage safety"


def test_breadcrumbs_lead_to_the_page() -> None:
    """Each step has its place, its name and its whole address; half an address is left out."""
    first, second = breadcrumbs([("Home", URL), ("Courses", "courses/")])["itemListElement"]
    assert first == {"@type": "ListItem", "position": 1, "name": "Home", "item": URL}
    assert second == {"@type": "ListItem", "position": 2, "name": "Courses"}


def test_the_hub_says_what_site_it_is() -> None:
    """Name, description and address in the language of the page."""
    found = web_site(some_settings(tagline="Find training"), GERMAN)
    assert found["url"] == "https://hub.example.org/skills/de/"
    assert (found["name"], found["description"]) == ("Sample Hub", "Find training")
