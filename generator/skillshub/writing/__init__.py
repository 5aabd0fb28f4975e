"""Put files on disk: the only room that writes.

``sites``     a whole site, swapped in as one    ``swapping``  two folders change places in one step
``single``    one file or folder                  ``refusals``  why something cannot be written, as a sentence
``passing``   a folder for a while
"""

from __future__ import annotations

from skillshub.writing.passing import for_a_while
from skillshub.writing.refusals import CannotWrite, SiteIsBeingWritten, TwoFilesOneAddress
from skillshub.writing.single import keep, private_folder, usable_folder
from skillshub.writing.sites import MARK, Outcome, Written, write

__all__ = [
    "MARK",
    "CannotWrite",
    "Outcome",
    "SiteIsBeingWritten",
    "TwoFilesOneAddress",
    "Written",
    "for_a_while",
    "keep",
    "private_folder",
    "usable_folder",
    "write",
]
