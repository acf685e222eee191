"""What `check` tells an audience: found in what they may see, and so of the record as well."""

from collections.abc import Hashable

from rationale_cli.domain.check.checking import check
from rationale_cli.domain.check.finding import Case, Finding
from rationale_cli.domain.viewed import tells_silence

STANDS = frozenset(
    {
        *("RAT005", "RAT016", "RAT032", "RAT033", "RAT034", "RAT035", "RAT036"),
        *("RAT040", "RAT041", "RAT042", "RAT043"),
        *("RAT050", "RAT051", "RAT052", "RAT053", "RAT054"),
        *("RAT070", "RAT071", "RAT072", "RAT073", "RAT074", "RAT075", "RAT076", "RAT077", "RAT078"),
        *("RAT079", "RAT080", "RAT081", "RAT082", "RAT087"),
    }
)
"""Rules that find only what stands in a record, never that something is missing from it.

Those on concerns are among them, since a concern is seen whole or not at all. An audience that is
not told what nobody has said is told of these alone, whether something was left out or not: a
finding that comes or goes with what is withheld would show that something is.
"""


def check_as_seen(seen: Case, whole: Case) -> tuple[Finding, ...]:
    """Give everything that the rules find in a copy and that is so of the whole record.

    What arises only because something was left out would be untrue, and would betray it. What is
    found in the record and not in the copy is about something that they may not see.

    Args:
        seen: The decision as the audience sees it.
        whole: All of it, its items called as in the copy.
    """
    so = {_said(one) for one in check(whole)}
    tells_all = tells_silence(seen.decision)
    return tuple(
        one for one in check(seen) if (tells_all or one.rule in STANDS) and _said(one) in so
    )


def _said(found: Finding) -> Hashable:
    """What a finding says; of a harm nobody has looked at, never who else speaks of it."""
    is_waived = found.waiver is not None
    if found.harm:
        return found.rule, found.harm, is_waived
    return found.rule, found.path, found.text, is_waived
