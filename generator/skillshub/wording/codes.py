"""Codes and addresses that are not written as they should be: file names, web addresses, e-mail, currencies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from skillshub.findings import Finding
from skillshub.formats import CURRENCIES, FIELDS_OF_EDUCATION, is_email, is_web_address
from skillshub.forms import Form
from skillshub.weblinks import fault_in, fault_in_email
from skillshub.wording.misfits import Misfit, help_of
from skillshub.wording.sentences import said
from skillshub.wording.showing import flow, named, shown


def bad_code(misfit: Misfit) -> Finding:
    """Not written as the field's codes are; the proposal, if there is one, is."""
    meant = _meant(misfit)
    return Finding(
        field=misfit.field,
        code="bad-code",
        message=said("bad-code", field=named(misfit.field), value=shown(misfit.value)),
        hint=" ".join(filter(None, (f"did you mean '{meant}'?" if meant else "", help_of(misfit.form)))),
        example=misfit.as_written(meant) if meant else misfit.example,
        instead=_certain(misfit, meant),
    )


_IDENTIFIERS = frozenset({"slug", "esco_uri", "nuts", "isced_f", "isco", "vat_id", "recurrence"})


def _certain(misfit: Misfit, meant: str | None) -> str | None:
    """Codes have one way in which they are written; a telephone number, or a word for everywhere, may mean more."""
    has_one_way = misfit.form.part in _IDENTIFIERS or misfit.name in _IDENTIFIERS or misfit.form.format == "isced-f"
    return flow(meant) if meant and has_one_way else None


def _meant(misfit: Misfit) -> str | None:
    """What the writer meant, if that is plain and would fit."""
    text = misfit.value[:300].strip()
    for propose in (_PROPOSALS.get(misfit.form.part), _PROPOSALS.get(misfit.name), str.upper):
        proposal = propose(text) if propose else None
        if proposal and proposal != misfit.value and _fits(misfit.form, proposal):
            return proposal
    return None


def _fits(form: Form, text: str) -> bool:
    pattern = form.limits.get("pattern")
    return (not pattern or re.search(pattern, text) is not None) and (
        form.format != "isced-f" or text in FIELDS_OF_EDUCATION
    )


def slug_of(text: str) -> str:
    """The file name that the text would have: "Lower Saxony" -> "lower-saxony"."""
    name = re.sub(r"\.ya?ml$", "", text.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1], flags=re.IGNORECASE)
    for letter, latin in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "o"), ("ł", "l"), ("æ", "ae")):
        name = name.replace(letter, latin).replace(letter.upper(), latin)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")


def _telephone(text: str) -> str:
    return re.sub(r"[^0-9 ()/+-]", "", re.sub(r"^00", "+", text))


_EVERYWHERE = frozenset({"all", "any", "everywhere", "online", "anywhere", "eu", "europe", "every", "überall", "alle"})

_PROPOSALS: Mapping[str, Callable[[str], str]] = {
    "slug": slug_of,
    "esco_uri": lambda text: re.sub(r"^https:", "http:", text),
    "regions": lambda text: "everywhere" if text.casefold() in _EVERYWHERE else "",
    "phone": _telephone,
    "recurrence": lambda text: text.upper().removeprefix("RRULE:"),
    "nuts": lambda text: re.sub(r"[^A-Z0-9]", "", text.upper()),
    "isced_f": lambda text: re.sub(r"[^0-9]", "", text).zfill(4),
    "isco": lambda text: re.sub(r"[^0-9]", "", text),
    "vat_id": lambda text: re.sub(r"[^0-9A-Za-z+*]", "", text).upper(),
}


def bad_web_address(misfit: Misfit) -> Finding:
    secure = re.sub(r"^(http://|//|(?=www\.))", "https://", misfit.value.strip(), flags=re.IGNORECASE)
    better = secure if secure != misfit.value and is_web_address(secure) else None
    return Finding(
        field=misfit.field,
        code="bad-web-address",
        message=fault_in(misfit.value) or "This is not a web address.",
        hint=f"did you mean {shown(better)}?" if better else help_of(misfit.form),
        example=misfit.as_written(better) if better and len(better) < 80 else misfit.example,
    )


def bad_email(misfit: Misfit) -> Finding:
    inside = re.search(r"[^\s<>()\"',;:]+@[^\s<>()\"',;:]+", misfit.value[:300])
    better = inside[0].rstrip(".") if inside and inside[0] != misfit.value and is_email(inside[0].rstrip(".")) else None
    return Finding(
        field=misfit.field,
        code="bad-email",
        message=said("bad-email", value=shown(misfit.value)),
        hint=f"did you mean '{better}'?" if better else fault_in_email(misfit.value) or "",
        example=misfit.as_written(better) if better else misfit.example,
        instead=better
        if better and misfit.value.strip().lower() in (better.lower(), f"mailto:{better}".lower())
        else None,
    )


_MONEY = {
    "€": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "eu": "EUR",
    "$": "USD",
    "us$": "USD",
    "dollar": "USD",
    "£": "GBP",
    "pound": "GBP",
    "pfund": "GBP",
    "kc": "CZK",
    "kč": "CZK",
    "zl": "PLN",
    "zł": "PLN",
    "ft": "HUF",
    "lei": "RON",
    "chf": "CHF",
    "sfr": "CHF",
    "franken": "CHF",
    "leu": "RON",
}


_OF_SEVERAL = frozenset({"eu", "$", "us$", "dollar", "£", "pound", "pfund", "kc", "franken", "leu", "lei"})
"""Words for the money of more than one country, and slips."""


def bad_currency(misfit: Misfit) -> Finding:
    """A symbol, a name, a code that has gone out of use, or none at all."""
    text = misfit.value.strip()
    meant = _MONEY.get(text.casefold()) or (text.upper() if text.upper() in CURRENCIES else None)
    return Finding(
        field=misfit.field,
        code="bad-currency",
        message=said("bad-currency", value=shown(misfit.value)),
        hint=f"did you mean '{meant}'?" if meant else help_of(misfit.form),
        example=misfit.as_written(meant) if meant else misfit.example,
        instead=meant if meant and text.casefold() not in _OF_SEVERAL else None,
    )
