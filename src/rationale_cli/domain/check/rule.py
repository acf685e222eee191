"""Rules: what `check` looks for, as a table of values."""

from collections.abc import Callable, Iterator

import msgspec

from rationale_cli.domain.check.finding import Case, Finding, Severity

ERROR = (Severity.ERROR,)
WARNING = (Severity.WARNING,)
EITHER = (Severity.ERROR, Severity.WARNING)


class Rule(msgspec.Struct, frozen=True):
    """One thing that `check` looks for.

    Attributes:
        id: As ``RAT001``; never used again for another rule.
        requirement: Key of what a record must do that it serves, as ``R8``.
        title: What it finds, as a plain sentence.
        find: Gives what it finds in a case; every finding carries the id of the rule.
        severities: What its findings can be.
        leads: Whether it is told before everything else, even where it was set aside.
        is_gap: Whether it finds only what nobody has said yet: told last of the warnings, since
            an interview shows the questions left open anyway.
    """

    id: str
    requirement: str
    title: str
    find: Callable[[Case], Iterator[Finding]]
    severities: tuple[Severity, ...] = WARNING
    leads: bool = False
    is_gap: bool = False
