"""An entry of each kind, as a partner somewhere in Europe would write it: in Greek, Bulgarian, Polish, Czech ...

Each names what is in the catalogue of this repository, and uses every sort of field that its kind has.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CONTACTS = [{"name": "Ελένη Παπαδοπούλου", "email": "eleni@example.org", "phone": "+30 210 0000000"}]
SOURCE = {"title": "Πηγή: έκθεση 2026", "url": "https://example.org/πηγή", "date": "2026-10-01"}

ENTRIES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "course": (
        "asfaleia-ypsilis-tasis-epipedo-2",
        {
            "title": {
                "en": "Ασφάλεια υψηλής τάσης, επίπεδο 2",
                "el": "Ασφάλεια υψηλής τάσης",
                "bg": "Високо напрежение",
            },
            "summary": "Δύο ημέρες σε πραγματικό όχημα: διακοπή, ασφάλιση, μέτρηση — #1 στην Ευρώπη; 50 % πράξη.",
            "url": "https://example.org/courses/hv?lang=el#dates",
            "provider": "sample-academy-stuttgart",
            "type": "course",
            "mode": "onsite",
            "languages": ["el", "en"],
            "regions": ["stuttgart", "bavaria"],
            "skills": [
                {"skill": "electrical-safety", "level": "practitioner"},
                {"skill": "battery-testing", "level": "awareness"},
            ],
            "outcomes": ["Yes", "Διακοπή: και ασφάλιση", {"en": "Measure", "de": "Messen: 'ja' & \"nein\""}],
            "isced_f": ["0716", "0713"],
            "price": {"category": "paid", "amount": 480.5, "currency": "EUR", "note": "Με γεύματα"},
            "workload_hours": 16,
            "sample": True,
            "description": "## Πρώτη ημέρα\n\n- ρεύμα: επιδράσεις\n- πέντε κανόνες\n\nΤέλος. # όχι σχόλιο",
            "job_roles": ["automotive-electrician"],
            "target_groups": ["employees", "migrants"],
            "assessment": ["practical"],
            "credential": {"type": "certificate", "awarding_body": "Ακαδημία", "stackable": False},
            "eqf": 4,
            "cefr": "B1",
            "standards": ["ISO 6469-3", "1e3"],
            "sessions": [
                {
                    "start": "2027-03-15T08:30",
                    "end": "2027-03-16T16:30",
                    "timezone": "Europe/Athens",
                    "place": {"city": "Αθήνα", "country": "GR", "postal_code": "010 28"},
                    "registration_deadline": "2027-03-01",
                    "capacity": 12,
                    "status": "scheduled",
                },
                {"start": "2027-06-21", "end": "2027-06-22", "place": {"city": "Łódź", "country": "PL"}},
            ],
            "tags": ["no", "12:30"],
            "contacts": CONTACTS,
            "verified": "2026-11-20",
            "source": SOURCE,
        },
    ),
    "event": (
        "seminar-za-baterii-2027",
        {
            "title": "Семинар за батерии 2027",
            "summary": "Среща на партньорите: какво умеем, какво ни липсва, кой го преподава.",
            "url": "https://example.org/събитие",
            "type": "workshop",
            "start": "2027-05-04T09:00",
            "end": "2027-05-05",
            "timezone": "Europe/Sofia",
            "attendance": "hybrid",
            "organiser": "automotive-skills-alliance",
            "place": {"name": "Зала „Едно“", "city": "София", "country": "BG"},
            "virtual_url": "https://example.org/join",
            "event_status": "rescheduled",
            "previous_start": "2027-04-04",
            "languages": ["bg", "en"],
            "regions": ["silesia"],
            "skills": [{"skill": "battery-testing", "level": "expert"}],
            "price": {"category": "free"},
            "recurrence": "FREQ=MONTHLY;COUNT=6",
            "outcomes": "Първо.\n\nВторо: да.",
        },
    ),
    "region": (
        "thessalia",
        {
            "name": {"en": "Θεσσαλία", "de": "Thessalien"},
            "summary": "Κάμπος, λιμάνι, μηχανουργεία.",
            "country": "GR",
            "lon": 22.5,
            "lat": 39.5,
            "nuts": "EL61",
            "official_name": "Θεσσαλία",
            "industries": ["Μέταλλα", "Off"],
            "facts": [{"label": "Άνθρωποι", "value": "130 000", "year": 2024, "source": {"title": "ΕΛΣΤΑΤ"}}],
            "memberships": [{"network": "ACARE: EU", "source": {"title": "Λίστα"}}],
            "needs": [
                {"skill": "battery-testing", "level": "practitioner", "demand": "high", "source": {"title": "Μελέτη"}},
                {"job_role": "battery-assembler", "demand": "low", "source": {"title": "Μελέτη", "date": "2026-05-06"}},
            ],
            "neighbours": ["flanders"],
        },
    ),
    "provider": (
        "akademia-lodz",
        {
            "legal_name": "Akademia Łódź sp. z o.o.",
            "summary": "Kursy wieczorowe dla zakładów: „od zera do mistrza”.",
            "type": "training-provider",
            "country": "PL",
            "region": "silesia",
            "homepage": "https://example.org/łódź",
            "short_name": "Akademia Łódź",
            "offers": ["Sale: 3", {"en": "Labs", "pl": "Laboratoria"}],
            "maintainers": ["@octocat"],
            "vat_id": "PL1234567890",
        },
    ),
    "funding": (
        "priplatek-na-vzdelani",
        {
            "title": "Příplatek na vzdělání",
            "summary": "Stát platí polovinu.",
            "url": "https://example.org/příplatek",
            "funder": {"en": "Ministry", "cs": "Ministerstvo práce"},
            "level": "national",
            "audience": ["companies", "workers"],
            "countries": ["CZ"],
            "purposes": ["Kurzovné", "Null"],
            "rate": 50,
            "cap": 2000,
            "currency": "CZK",
            "opens": "2027-01-01",
            "closes": "2027-12-31",
        },
    ),
    "practice": (
        "motori-kai-mpataries",
        {
            "title": "Μοτόρι και μπαταρίες",
            "summary": "Από τον κινητήρα στην μπαταρία.",
            "region": "saxony",
            "organisation": "automotive-skills-alliance",
            "problem": "Κανείς δεν ήξερε.\n\n1. πρώτο\n2. δεύτερο",
            "actions": "- κύκλοι: μικροί\n- δάσκαλοι",
            "results": "40 άτομα",
            "evidence_url": "https://example.org/report.pdf",
            "skills": [{"skill": "teamwork", "level": "expert"}],
        },
    ),
    "skill": (
        "hydrogen-burners",
        {
            "label": {"en": "Hydrogen burners", "cs": "Vodíkové hořáky"},
            "summary": "Seřídit a udržovat: on/off.",
            "group": "hydrogen",
            "kind": "skill",
            "synonyms": {"cs": ["hořák", "ano"], "el": ["καυστήρας υδρογόνου"]},
            "reuse_level": "sector-specific",
            "digcomp": ["1.1"],
        },
    ),
    "job-role": (
        "technik-na-baterie",
        {
            "label": "Technik na baterie",
            "summary": "Zkouší baterie — a rozumí jim.",
            "skills": [{"skill": "battery-testing", "level": "expert", "need": "essential"}],
            "isco": "3115",
            "trend": {"direction": "growing", "source": SOURCE},
        },
    ),
}
"""Kind -> the name that its file should get, and what is filled in."""
