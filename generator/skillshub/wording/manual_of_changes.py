"""What each code about a change means: names for ever, owners, lost addresses. For contribute/rules."""

from __future__ import annotations

from collections.abc import Mapping

MANUAL_OF_CHANGES: Mapping[str, str] = {
    "vanished-address": (
        "A page that was published would be gone: its entry was deleted, renamed or made a draft again. Links to it "
        "stand elsewhere, so its address stays for ever. Say in `content/moved.yml` where it leads now, or why "
        "nothing is there any more."
    ),
    "moved-nowhere": "A line of `content/moved.yml` has a `to` or a `gone`, one of the two.",
    "moved-to-nothing": "A line of `content/moved.yml` leads to an entry that is not there.",
    "moved-in-a-circle": "Lines of `content/moved.yml` lead from one to the other and back.",
    "reused-name": (
        "A name that belonged to an entry once is given to another one. Whoever follows an old link would see "
        "something else than what was meant."
    ),
    "not-your-entry": (
        "A change of an entry comes from somebody who is not among the maintainers of its provider. That is welcome; "
        "one of them is asked to look at it. Who they are is read from the published hub, not from the change."
    ),
    "new-provider": "A provider is new to the hub. Somebody of the hub looks whether it is who it says it is.",
    "new-domain": (
        "A link that visitors are sent to leads to another host than before. Somebody looks whether it is the "
        "right one."
    ),
    "removed-entry": "An entry is taken away; its address goes on saying so.",
    "renamed-entry": "An entry has another name; its old address leads to the new one.",
}
"""Code -> what it means and what is right, in Markdown."""

CALLOUTS = ("not-your-entry", "new-provider", "new-domain", "removed-entry", "renamed-entry")
"""The codes that only ask somebody to look."""
