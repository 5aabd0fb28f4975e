"""What a change does to a hub: what it broke, whose entries it touches, which published addresses it would lose.

Everything that a change is judged by is read from before it: the entries as they were where it parted from the branch
that it goes into, and the owners as that branch has them now.

``pasts``     the hub as it was                     ``verdicts``   what fails a change, and what only warns
``callouts``  what somebody of the hub should see    ``owners``     whose an entry is, and CODEOWNERS
``vanishing`` addresses for ever                     ``losses``     what may not be published by accident
"""

from __future__ import annotations

from skillshub.changes.owners import MARKED, code_owners
from skillshub.changes.pasts import Compared, compared
from skillshub.changes.verdicts import judged

__all__ = ["MARKED", "Compared", "code_owners", "compared", "judged"]
