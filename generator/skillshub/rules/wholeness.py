"""What an entry needs because of something else that it says: a price its currency, an event its place."""

from __future__ import annotations

from collections.abc import Iterator

from skillshub.model import Course, Event, Price
from skillshub.rules.ground import Against, Ground, Rule
from skillshub.rules.sentences import said


def incomplete_micro_credential(ground: Ground) -> Iterator[Against]:
    """A micro-credential lacks something that the Council Recommendation of 16 June 2022 demands of each: awarding
    body, type of assessment, quality assurance and level, besides the fields that every course has (title, region,
    outcomes, workload, form of participation)."""
    for course in ground.catalogue.courses.values():
        if course.credential and course.credential.type == "micro-credential":
            for field, example in _lacking(course):
                message = said("incomplete-micro-credential", field=field, words=said(field))
                yield Against(course, ("credential", "type"), message, f"Add '{field}'.", example)


def _lacking(course: Course) -> Iterator[tuple[str, str]]:
    if not (course.credential and course.credential.awarding_body):
        yield "awarding_body", "awarding_body: Sample University"
    if not course.assessment:
        yield "assessment", "assessment: [practical]"
    if not course.quality_assurance:
        yield "quality_assurance", "quality_assurance: Accredited by ..."
    if course.eqf is None:
        yield "eqf", "eqf: 5"


def everywhere_but_not_online(ground: Ground) -> Iterator[Against]:
    """A course says that it takes place everywhere, but it is not taught online."""
    for course in ground.catalogue.courses_everywhere:
        if course.mode != "online":
            message = said("everywhere-but-not-online", mode=course.mode)
            yield Against(
                course, ("regions",), message, "Name its regions, or is its mode online?", "regions: [lower-saxony]"
            )


def _priced(ground: Ground) -> Iterator[tuple[Course | Event, Price]]:
    for course in ground.catalogue.courses.values():
        yield course, course.price
    for event in ground.catalogue.events.values():
        if event.price:
            yield event, event.price


def paid_without_amount(ground: Ground) -> Iterator[Against]:
    """Something costs money, but the price says neither how much nor, in a `note`, on what it depends."""
    for entry, price in _priced(ground):
        if price.category in {"paid", "subscription"} and not price.amount and not price.note:
            hint = "Add 'amount' and 'currency', or say in 'note' on what the price depends."
            example = "price: {category: paid, amount: 480, currency: EUR}"
            message = said("paid-without-amount", category=price.category)
            yield Against(entry, ("price", "category"), message, hint, example)


def free_with_amount(ground: Ground) -> Iterator[Against]:
    """Something is free and has an amount to pay."""
    for entry, price in _priced(ground):
        if price.category == "free" and price.amount:
            hint = "Delete the amount, or write paid or partially-free as the category."
            yield Against(entry, ("price", "amount"), said("free-with-amount", amount=f"{price.amount:g}"), hint)


def amount_without_currency(ground: Ground) -> Iterator[Against]:
    """An amount of money does not say of which money."""
    for entry, price in _priced(ground):
        if price.amount and not price.currency:
            message = said("amount-without-currency", amount=f"{price.amount:g}")
            yield Against(entry, ("price", "amount"), message, "Add 'currency' beside the amount.", "currency: EUR")
    for funding in ground.catalogue.funding.values():
        if funding.cap and not funding.currency:
            message = said("amount-without-currency", amount=f"{funding.cap:g}")
            yield Against(funding, ("cap",), message, "Add 'currency'.", "currency: EUR")


def missing_place(ground: Ground) -> Iterator[Against]:
    """An event, or a dated session of a course, that takes place on site does not say where. For a session, the
    address of the provider is enough. What is over or cancelled may do without."""
    for event in ground.catalogue.events.values():
        if event.attendance != "online" and not event.place and _is_to_come(event, ground):
            hint = "Add 'place' with at least the city and the country."
            yield Against(event, ("attendance",), said(f"missing-place-{event.attendance}"), hint, _PLACE)
    for course in ground.catalogue.courses.values():
        if course.sessions and course.mode in {"onsite", "lab"}:
            yield from _sessions_without_place(course, ground)


def _sessions_without_place(course: Course, ground: Ground) -> Iterator[Against]:
    provider = ground.catalogue.providers.get(course.provider)
    if provider and provider.place:
        return
    for number, session in enumerate(course.sessions):
        is_to_come = session.end.last >= ground.today and session.status != "cancelled"
        if is_to_come and not session.place and provider:
            hint = "Add 'place' with at least the city and the country, here or in the file of the provider."
            yield Against(course, ("sessions", number), said("missing-place-session"), hint, _PLACE)


_PLACE = "place: {city: Wolfsburg, country: DE}"


def missing_online_address(ground: Ground) -> Iterator[Against]:
    """An event to come takes place online, but gives neither an address to join nor one to register."""
    for event in ground.catalogue.events.values():
        is_online = event.attendance != "onsite" or event.event_status == "moved-online"
        if is_online and not event.virtual_url and not event.registration_url and _is_to_come(event, ground):
            hint = "Add 'virtual_url', or 'registration_url' if the address comes with the registration."
            message = said("missing-online-address")
            yield Against(event, ("attendance",), message, hint, "virtual_url: https://example.org/join")


def _is_to_come(event: Event, ground: Ground) -> bool:
    return event.end.last >= ground.today and event.event_status != "cancelled"


def real_entry_of_a_sample_provider(ground: Ground) -> Iterator[Against]:
    """An entry counts as real, but its provider is only there to show how a provider looks (`sample: true`)."""
    samples = {slug for slug, provider in ground.catalogue.providers.items() if provider.sample}
    catalogue = ground.catalogue
    owners = (
        *((course, "provider", course.provider) for slug in samples for course in catalogue.courses_by.get(slug, ())),
        *((event, "organiser", event.organiser) for slug in samples for event in catalogue.events_by.get(slug, ())),
        *((one, "organisation", one.organisation) for slug in samples for one in catalogue.practices_by.get(slug, ())),
    )
    for entry, field, provider in owners:
        if not entry.sample:
            hint = "Name the real provider, or mark this entry as a sample too."
            message = said("real-entry-of-a-sample-provider", name=provider)
            yield Against(entry, (field,), message, hint, "sample: true")


def unclear_need(ground: Ground) -> Iterator[Against]:
    """A need of a region names neither a skill nor a job role, or both."""
    for region in ground.catalogue.regions.values():
        for number, need in enumerate(region.needs):
            if bool(need.skill) is bool(need.job_role):
                message = said("unclear-need-both" if need.skill else "unclear-need-neither")
                hint = "Name exactly one of the two; two needs are two items of the list."
                yield Against(region, ("needs", number), message, hint, "skill: battery-testing")


def wrong_esco_kind(ground: Ground) -> Iterator[Against]:
    """A skill carries the ESCO address of an occupation, or a job role that of a skill."""
    for skill in ground.catalogue.skills.values():
        if skill.esco_uri and "/esco/skill/" not in skill.esco_uri:
            yield Against(skill, ("esco_uri",), said("wrong-esco-skill"), "It has /skill/ in it.")
    for role in ground.catalogue.job_roles.values():
        if role.esco_uri and "/esco/occupation/" not in role.esco_uri:
            yield Against(role, ("esco_uri",), said("wrong-esco-occupation"), "It has /occupation/ in it.")


def missing_language(ground: Ground) -> Iterator[Against]:
    """A title or a summary is given per language, but neither in the hub's first language nor in the entry's own."""
    first = ground.settings.languages[0]
    for entry in ground.catalogue:
        for field, text in ((_title_field(entry), entry.title), ("summary", entry.summary)):
            if first not in text and entry.language not in text:
                message = f"'{field}' has no text in '{first}', the first language of this hub."
                hint = f"Add one, or say with 'language' which of them comes first for this entry: {', '.join(text)}."
                yield Against(entry, (field,), message, hint, f"language: {next(iter(text))}")


def _title_field(entry: object) -> str:
    return _TITLES.get(getattr(entry, "kind", ""), "title")


_TITLES = {"region": "name", "provider": "legal_name", "skill": "label", "job-role": "label"}

WHOLENESS_ERRORS: tuple[Rule, ...] = (
    incomplete_micro_credential,
    everywhere_but_not_online,
    paid_without_amount,
    free_with_amount,
    amount_without_currency,
    missing_place,
    missing_online_address,
    real_entry_of_a_sample_provider,
    unclear_need,
    wrong_esco_kind,
)
WHOLENESS_WARNINGS: tuple[Rule, ...] = (missing_language,)
