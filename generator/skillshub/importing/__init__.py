"""Entries from what partners have already: a spreadsheet, a calendar, the data of another site.

Every kind of file becomes drafts; a draft knows where each of its values comes from, so that a mistake is told at its
cell. What is written, and what is left alone, is decided in ``story``. Writes nothing to disk.

``story``      from a file to the entries that are to be written      ``sources_of``  which reader reads which file
``drafts``     an entry that is not yet one                           ``refusals``    why a file is not read at all
``tables``     rows and cells     ``workbooks``  from XLSX            ``delimited``   from CSV
``columns``    a row whose columns are called as the fields are       ``sorts``       each value as its field wants
``mapping``    a mapping file     ``filling``    what it makes of a row               ``steps``  what it does to a value
``calendars``  from iCalendar     ``webdata``    from JSON            ``schema_org_in``, ``tess``  what is in it
``records``    what calendars and web data share                      ``naming``      the id of each draft
``judging``    what is wrong with a draft, told at its cells          ``beside``      what speaks against it in the hub
"""

from __future__ import annotations

from skillshub.importing.drafts import Draft, Judged
from skillshub.importing.refusals import CannotImport
from skillshub.importing.story import EXAMPLE, LISTS, Plan, Planned, Request, judged, plan
from skillshub.importing.tables import Cell

__all__ = [
    "EXAMPLE",
    "LISTS",
    "CannotImport",
    "Cell",
    "Draft",
    "Judged",
    "Plan",
    "Planned",
    "Request",
    "judged",
    "plan",
]
