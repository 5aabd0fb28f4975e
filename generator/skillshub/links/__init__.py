"""Do the links of the entries still lead somewhere? Asked politely, told in a report; nothing on the site waits for it.

``manners``   how patient and how polite                ``guarding``  which addresses are never asked
``asking``    one request, one answer                   ``visiting``  from an address to a verdict: redirects, retries
``rounds``    all links, a host at a time               ``strikes``   what is remembered from night to night
``telling``   the report, the table, the issues
"""

from __future__ import annotations

from skillshub.links.manners import Manners
from skillshub.links.rounds import Round, go_round
from skillshub.links.strikes import read_strikes, written_strikes
from skillshub.links.telling import as_report, as_table

__all__ = ["Manners", "Round", "as_report", "as_table", "go_round", "read_strikes", "written_strikes"]
