"""Whether a provision applied on a day, as far as its row in the library says."""

from datetime import date
from enum import StrEnum

from rationale_cli.domain.citing.judgment import judgment
from rationale_cli.domain.citing.tokens import tokens
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.reason import Law
from rationale_cli.domain.words import told


class Force(StrEnum):
    """How a provision stood on a day; ``unverified`` where nobody found when it began."""

    IN_FORCE = "in-force"
    NOT_YET = "not-yet"
    ENDED = "ended"
    UNVERIFIED = "unverified"
    UNSAID = "unsaid"


def looked_at(decision: Decision, item: Law) -> date:
    """Give the day for which law is looked at: as the item says, or else that of the decision."""
    time = decision.time
    return (item.as_at or time.decided_at or time.recorded_at).day


def force(row: Provision, day: date) -> Force:
    """Say how a provision stood on a day."""
    if (row.enacted_on and day < row.enacted_on) or (row.in_force_from and day < row.in_force_from):
        return Force.NOT_YET
    if row.in_force_to and day > row.in_force_to:
        return Force.ENDED
    if row.commencement:
        return Force.UNVERIFIED
    if row.in_force_from:
        return Force.IN_FORCE
    return Force.NOT_YET if day.year < _given_in(row) else Force.UNSAID


def force_told(row: Provision, day: date) -> str:
    """Say the same as the end of a sentence: ``was not law on this date, 24 March 2026: …``."""
    match force(row, day):
        case Force.NOT_YET:
            return f"was not law on this date, {told(day)}: {_beginning(row)}"
        case Force.ENDED:
            last = told(row.in_force_to) if row.in_force_to else ""
            return f"was no longer in force on {told(day)}: its last day was {last}"
        case Force.UNVERIFIED:
            return f"may not have been in force on {told(day)}: when it began is not verified"
        case Force.IN_FORCE:
            return f"was in force on {told(day)}"
        case Force.UNSAID:
            return "says nothing about when it applies"


def _beginning(row: Provision) -> str:
    if row.enacted_on:
        unsure = ", and when it began is not verified" if row.commencement else ""
        return f"it was passed on {told(row.enacted_on)}{unsure}"
    if row.in_force_from:
        return f"it applies from {told(row.in_force_from)}"
    return f"it was given in {_given_in(row)}"


def _given_in(row: Provision) -> int:
    """The year of a judgment; 0 for everything else."""
    found = judgment(tokens(row.citation)) if not row.act else None
    return int(found.year) if found and found.court and found.year else 0
