"""An entry's file as something to write: its text from its value, and its text in good order with all its comments.

Writes nothing to disk and judges nothing. What comes out is read again by the strict reader: a text that would not say
the same as before is never handed out.

``tree``      a text as parts with their comments (the one room besides ``sources`` that reads YAML: it needs to know
              where a comment stands, which the strict reader forgets)
``comments``  what in a text is a comment, and which part it belongs to
``scalars``   one value as YAML           ``layout``  a tree as text
``values``    a tree from a value         ``order``   the fields in the order of their schema
``stamps``    how a file that an import wrote is known again
"""

from __future__ import annotations

from skillshub.editing.entries import CannotFormat, formatted, text_of
from skillshub.editing.stamps import Stamp, stamped, without_stamp

__all__ = ["CannotFormat", "Stamp", "formatted", "stamped", "text_of", "without_stamp"]
