"""Turn New Jersey's list of training programmes into a hub: a row is an entry, or it is named with the reason why not.

What maps
  officialname title; description and featuresdescription description; prerequisites (unless it says none);
  totalclockhours workload_hours; totalcost price; submitted updated; county region; name, street, city, zip provider.

What does not, and the rule that stands in for it
  region      A county is a region. "Select One" takes the county that other rows give for the same town. Rows of
              providers outside New Jersey are named: the regions of this hub are its 21 counties.
  provider    Told apart by name. A row without one takes that of another row with the same provider number.
              Type: by words in the name (``_TYPES``), else training provider. Home page: the first of its rows'
              websites that has a host, else that of another branch (the same name up to " - "); https:// is put
              before it, or in the place of http://. Without any, its rows are named.
  url         The list knows no page of a course: the provider's home page.
  type        programme when it ends with a degree or takes a year or more; apprenticeship when the provider's name or
              the title says so; course otherwise.
  mode        blended when the row mentions hybrid teaching, online when it mentions remote teaching, else on site. What
              the list says of distance learning is about the provider, and stands among what that one offers.
  languages   English: what it says of other languages is about the provider's staff.
  isced_f, skills   By the first two digits of the CIP code (``tables.FAMILIES``): a code of five digits lost its
              first 0. The families are this hub's skills. Level: expert with a degree above an associate's,
              awareness below 40 hours, practitioner otherwise.
  outcomes    One sentence each for the licence, the industry credential and the degree that it leads to; else one that
              is made of its title.
  credential  qualification for a degree or diploma, certificate for a certificate, none where the list names nothing.
  price       0 is free. A total above a million dollars is the sum of its parts, which it ran together.
  hours       0 and 9999 are no hours: then 45 for each credit (15 weeks, an hour in class and two at home); without
              credits the row is named.
  title       The number of the programme is added where a provider has the same title twice.
  target      Job seekers: the list says where they may be trained with public money.
  updated     1 January 2000 is what the office's database gives when it knows no day: then the day of the list.
  sessions    None: the list knows no dates. What it says of buses and trains, and the code of a calendar length that it
              does not explain, is left out.
  Rows whose description has swallowed other rows of the source are named: nothing in them can be trusted.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.nj_etpl.clean import line, markdown
from tests.nj_etpl.tables import COUNTIES, FAMILIES

Row = Mapping[str, str]
Entry = dict[str, Any]

CHANGED = "2021-04-06"  # the day of the list that the rows were taken from
SOURCE = {
    "title": "New Jersey Eligible Training Provider List, as published in newjersey/d4ad",
    "url": "https://github.com/newjersey/d4ad",
    "date": CHANGED,
}
_POINTS = {"title": "US Census Gazetteer", "url": "https://www.census.gov/geographies/reference-files.html"}
_TYPES = (
    ("university", r"university|college|rutgers"),
    ("school", r"school district|vocational school|technical schools?|institute of technology - adult|public schools"),
    ("public-body", r"department of|division of|school[s]? commission|services commission"),
    ("social-partner", r"\bibew\b|\bunion local\b"),
    ("association", r"association|urban league|catholic charities|council for|goodwill"),
    ("company", r"apprenticeship"),
)
_NOTHING = re.compile(r"(none|no|n/?a|0|-)?\.?", re.IGNORECASE)
_SWALLOWED = re.compile(r"^\d+,[^,\n]+,\d{5,6},", re.MULTILINE)
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_DEGREES = ("Associate's Degree", "Bachelor's Degree", "Master's Degree", "First Professional Degree/Award")
_YEARS = ("At least one year", "At least two year", "Post-Baccalaureate")
_LAST_DOLLAR = 1_000_000
_SPEAKS = {"distancelearning": "Distance learning", "eveningcourses": "Evening courses", "childcare": "Child care"}


class Unusable(Exception):
    """Why a row cannot be an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """All entries by folder and file name, and all rows: those that became a course, and the others with the reason."""

    entries: Mapping[str, Mapping[str, Entry]]
    courses: Mapping[str, str]  # number of the programme -> file name
    named: Mapping[str, str]  # number of the programme -> why it is no course
    unlisted: Mapping[str, str]  # name of a provider -> why it is no entry

    def report(self) -> str:
        reasons = Counter(self.named.values())
        counts = [f"{len(shelf):5}  {folder}" for folder, shelf in self.entries.items()]
        providers = len(self.entries["providers"]) + len(self.unlisted)
        return "\n".join(
            [
                f"{len(self.courses) + len(self.named):5}  rows",
                f"{len(self.courses):5}  became a course",
                *(f"{number:5}  {reason}" for reason, number in reasons.most_common()),
                "",
                "entries of the hub:",
                *counts,
                "",
                f"rows that are named (of {len(self.courses) + len(self.named)}):",
                *(f"  {number}: {reason}" for number, reason in self.named.items()),
                "",
                f"providers that are named (of {providers}):",
                *(f"  {name}: {reason}" for name, reason in self.unlisted.items()),
            ]
        )


def convert(path: Path) -> Hub:
    with path.open(encoding="utf-8", newline="") as file:
        rows = _made_whole(list(csv.DictReader(file)))
    providers = dict(_providers(rows))
    shared = Counter(_title_key(row) for row in rows)
    courses: dict[str, Entry] = {}
    where: dict[str, str] = {}
    named: dict[str, str] = {}
    for row in rows:
        try:
            entry = _course(row, providers, twice=shared[_title_key(row)] > 1)
        except Unusable as why:
            named[row["programid"]] = str(why)
            continue
        slug = slug_of(f"{line(row['officialname'], 70)}-{row['programid']}")
        courses[slug], where[row["programid"]] = entry, slug
    entries = {
        "courses": courses,
        "providers": dict(providers.values()),
        "regions": {slug_of(county): _region(county) for county in COUNTIES},
        "skills": {f"cip-{family}": _skill(family) for family in sorted({_family(row) for row in rows})},
    }
    return Hub(entries=entries, courses=where, named=named, unlisted=dict(_unlisted(rows, providers)))


def _unlisted(rows: Iterable[Row], providers: Mapping[str, tuple[str, Entry]]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if row["name"] and line(row["name"]) not in providers:
            yield line(row["name"]), "no usable website" if row["county"] in COUNTIES else "outside New Jersey"


def _made_whole(rows: Sequence[dict[str, str]]) -> list[Row]:
    """The rows, each with the particulars of its provider and with a county, where other rows know them."""
    known = {row["providerid"]: row for row in rows if row["name"] and not _SWALLOWED.search(row["description"])}
    towns = {row["city"]: row["county"] for row in rows if row["county"] in COUNTIES}
    of_provider = ("name", "street1", "street2", "city", "state", "zip", "county", "website", *_SPEAKS, "languages")
    for row in rows:
        if not row["name"] and row["providerid"] in known:
            row.update({column: known[row["providerid"]][column] for column in of_provider})
        if row["county"] == "Select One":
            row["county"] = towns.get(row["city"], "")
    return list(rows)


def _title_key(row: Row) -> tuple[str, str]:
    return line(row["officialname"]).casefold(), line(row["name"]).casefold()


# Courses


def _course(row: Row, providers: Mapping[str, tuple[str, Entry]], *, twice: bool) -> Entry:
    if _SWALLOWED.search(row["description"]):
        raise Unusable("its description has swallowed other rows of the source")
    slug, provider = _provider_of(row, providers)
    title = line(row["officialname"], 130)
    return {
        "status": "published",
        "updated": CHANGED if row["submitted"].startswith("2000-01-01") else row["submitted"][:10],
        "title": f"{title} (programme {row['programid']})" if twice else title,
        "summary": line(row["description"], 300),
        "description": _description(row),
        "url": provider["homepage"],
        "provider": slug,
        "type": _type(row),
        "mode": _mode(row),
        "languages": ["en"],
        "regions": [provider["region"]],
        "skills": [{"skill": f"cip-{_family(row)}", "level": _level(row)}],
        "outcomes": list(_outcomes(row)),
        "isced_f": [FAMILIES[_family(row)][2]],
        "price": _price(row),
        "workload_hours": _hours(row),
        "target_groups": ["jobseekers"],
        **_prerequisites(row),
        "credential": _credential(row),
        "source": SOURCE,
    }


def _provider_of(row: Row, providers: Mapping[str, tuple[str, Entry]]) -> tuple[str, Entry]:
    if not row["name"]:
        raise Unusable("the list does not say who provides it")
    if row["county"] not in COUNTIES:
        raise Unusable("its provider is outside New Jersey, and the regions of this hub are its counties")
    if line(row["name"]) not in providers:
        raise Unusable("its provider has no usable website")
    return providers[line(row["name"])]


def _description(row: Row) -> str:
    text = markdown(row["description"])
    more = markdown(row["featuresdescription"])
    return f"{text}\n\n## Good to know\n\n{more}" if more else text


def _family(row: Row) -> str:
    code = row["cipcode"].zfill(6)
    return code[:2]


def _hours(row: Row) -> int:
    hours, credit = float(row["totalclockhours"]), float(row["credit"] or 0)
    if hours in {0, 9999}:
        hours = credit * 45
    if not hours:
        raise Unusable("it has neither hours nor credits")
    return round(hours)


def _level(row: Row) -> str:
    if row["degreeawardedname"] in _DEGREES[1:]:
        return "expert"
    return "awareness" if _hours(row) < 40 else "practitioner"


def _type(row: Row) -> str:
    if "APPRENTICESHIP" in f"{row['name']} {row['officialname']}".upper():
        return "apprenticeship"
    award = row["degreeawardedname"]
    return "programme" if award in _DEGREES or award.startswith(_YEARS) else "course"


def _mode(row: Row) -> str:
    if row["mention_hybrid"] == "True":
        return "blended"
    return "online" if row["mention_remote"] == "True" else "onsite"


def _price(row: Row) -> Entry:
    parts = {name: float(row[column]) for name, column in _PARTS.items()}
    total = float(row["totalcost"])
    total = sum(parts.values()) if total > _LAST_DOLLAR else total
    if not total:
        return {"category": "free"}
    note = ", ".join(f"{name} ${amount:,.0f}" for name, amount in parts.items() if amount)
    amount = int(total) if total.is_integer() else round(total, 2)
    return {"category": "paid", "amount": amount, "currency": "USD", **({"note": note} if note else {})}


_PARTS = {"tuition": "tuition", "fees": "fees", "books and materials": "booksmaterialscost"}


def _outcomes(row: Row) -> Iterator[str]:
    if licence := line(row["licenseawardedname"], 90):
        yield f"Apply for the New Jersey licence: {licence.capitalize()}"
    if credential := line(row["industrycredentialname"], 110):
        yield f"Take the examination for {credential}"
    if row["degreeawardedname"] in _DEGREES:
        yield f"Hold the award: {row['degreeawardedname']}"
    if not (licence or credential or row["degreeawardedname"] in _DEGREES):
        yield f"Use at work what the programme teaches: {line(row['officialname'], 100)}"


def _prerequisites(row: Row) -> Entry:
    text = line(row["prerequisites"], 2000)
    return {} if _NOTHING.fullmatch(text) else {"prerequisites": text}


def _credential(row: Row) -> Entry:
    award = line(row["degreeawardedname"])
    if not award:
        return {"type": "none"}
    kind = "qualification" if "Degree" in award or "Diploma" in award else "certificate"
    return {"type": kind, "name": award, "awarding_body": line(row["name"])}


# What courses refer to


def _providers(rows: Iterable[Row]) -> Iterator[tuple[str, tuple[str, Entry]]]:
    """Name -> file name and entry, for each provider in a county of the state whose website can be told."""
    rows_of: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["name"] and row["county"] in COUNTIES and not _SWALLOWED.search(row["description"]):
            rows_of[line(row["name"])].append(row)
    homepages: dict[str, str] = {}
    for name, own in rows_of.items():
        for page in filter(None, (homepage_of(row["website"]) for row in own)):
            homepages.setdefault(name, page)
            homepages.setdefault(_school(name), page)
    for name, own in rows_of.items():
        if homepage := homepages.get(name) or homepages.get(_school(name)):
            yield name, (slug_of(name), _provider(name, own[0], homepage))


def _school(name: str) -> str:
    """A school's name without its branch: Ideal Institute of Technology - Mays Landing - PCS."""
    return f"{name.partition(' - ')[0]} -"


def _provider(name: str, row: Row, homepage: str) -> Entry:
    city, street = line(row["city"], 100), ", ".join(filter(None, (line(row["street1"]), line(row["street2"]))))
    offers = [label for column, label in _SPEAKS.items() if row[column] == "1"]
    spoken = line(row["languages"], 100)
    place = {"street": street, "postal_code": row["zip"].zfill(5), "city": city, "country": "US"}
    return {
        "status": "published",
        "updated": CHANGED,
        "legal_name": name,
        "summary": f"On New Jersey’s list of eligible training providers, in {city}, {row['county']} County.",
        "type": next((kind for kind, words in _TYPES if re.search(words, name, re.IGNORECASE)), "training-provider"),
        "country": "US",
        "region": slug_of(row["county"]),
        "homepage": homepage,
        "place": {field: value for field, value in place.items() if value},
        "offers": [*offers, *([f"Staff who speak {spoken}"] if spoken else [])],
        "source": SOURCE,
    }


def homepage_of(website: str) -> str:
    """The address with https:// before it, or nothing where there is no host in it."""
    text = website.strip().strip('"')
    parts = urlsplit(text if "://" in text else f"https://{text}")
    if "@" in text or " " in text or not _HOST.fullmatch(parts.netloc.lower()):
        return ""
    return f"https://{parts.netloc.lower()}{parts.path or '/'}"


def _region(county: str) -> Entry:
    lat, lon = COUNTIES[county]
    return {
        "status": "published",
        "updated": CHANGED,
        "name": f"{county} County",
        "summary": f"One of the 21 counties of New Jersey, with what its listed providers teach in {county} County.",
        "country": "US",
        "lon": lon,
        "lat": lat,
        "source": _POINTS,
    }


def _skill(family: str) -> Entry:
    name, group, _ = FAMILIES[family]
    return {
        "status": "published",
        "updated": CHANGED,
        "label": name,
        "summary": f"What programmes of CIP family {family} teach: {name.lower()}.",
        "group": group,
        "kind": "knowledge",
        "source": {"title": f"Classification of Instructional Programs 2020, family {family}"},
    }


def slug_of(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[-80:].strip("-")
