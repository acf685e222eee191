"""A decision as one revision holds it: record format 1."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import msgspec

from rationale_cli.domain.keeping import (
    Change,
    Conflict,
    Gap,
    Handling,
    Outcome,
    Times,
    Waiver,
)
from rationale_cli.domain.knowledge import Known, Unknown
from rationale_cli.domain.option import Option, OptionStatus
from rationale_cli.domain.part import Item, Part
from rationale_cli.domain.people import (
    Approval,
    By,
    Consulted,
    Dissent,
    Family,
    NotConsulted,
    Person,
)
from rationale_cli.domain.reason import Law, Question, Reason
from rationale_cli.domain.risk import Control, Rating, Risk, Unthinkable
from rationale_cli.domain.trigger import Action, Trigger

FORMAT = 1
"""The newest record format that this program reads, and the one it writes."""


class Kind(StrEnum):
    """What sort of revision it is."""

    CREATE = "create"
    NOTE = "note"
    AMEND = "amend"
    REASSESS = "reassess"
    CONFIRM = "confirm"
    REVERSE = "reverse"
    CORRECT = "correct"
    SUPERSEDE = "supersede"
    APPROVE = "approve"
    SETTLE = "settle"
    JOIN = "join"
    CLOSE = "close"


class Status(StrEnum):
    """Where the decision stands; ``directed`` is by a court."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    DIRECTED = "directed"
    IN_EFFECT = "in-effect"
    ON_HOLD = "on-hold"
    SUPERSEDED = "superseded"
    REVERSED = "reversed"
    CLOSED = "closed"


class Mode(StrEnum):
    """The mode announced to the team."""

    CONTINUE = "continue"
    CONTINUE_WITH_CONTROLS = "continue-with-controls"
    PAUSE = "pause"
    STOP_AND_PROTECT = "stop-and-protect"


class Decision(Part, frozen=True, kw_only=True):
    """A decision as it stood at one revision. Field order is the order of the file.

    The types hold by construction; what is missing or silent is for ``check`` to say.

    Attributes:
        previous: ``sha256:`` sums of the file texts that this revision follows; empty for the
            first, several for a join.
        none: Paths of lists that were asked about and are empty; a list that is empty and not
            named here was not asked about.
        answers: The question set's own extra questions, by question id.
    """

    format: int
    id: str
    revision: int
    previous: tuple[str, ...] = ()
    kind: Kind
    status: Status | None = None
    mode: Mode | None = None
    title: str = ""
    case: str = ""
    question_set: str
    supersedes: tuple[str, ...] = ()
    superseded_by: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    time: Times
    by: By = By()
    approval: tuple[Approval, ...] = ()
    question: Question = Question()
    person: tuple[Person, ...] = ()
    family: Family = Family()
    known: tuple[Known, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    option: tuple[Option, ...] = ()
    risk: tuple[Risk, ...] = ()
    control: tuple[Control, ...] = ()
    rating: tuple[Rating, ...] = ()
    unthinkable: tuple[Unthinkable, ...] = ()
    reason: Reason = Reason()
    law: tuple[Law, ...] = ()
    consulted: tuple[Consulted, ...] = ()
    not_consulted: tuple[NotConsulted, ...] = ()
    dissent: tuple[Dissent, ...] = ()
    trigger: tuple[Trigger, ...] = ()
    action: tuple[Action, ...] = ()
    change: Change = Change()
    answers: dict[str, Any] = msgspec.field(default_factory=dict)
    gap: tuple[Gap, ...] = ()
    waiver: tuple[Waiver, ...] = ()
    outcome: tuple[Outcome, ...] = ()
    conflict: tuple[Conflict, ...] = ()
    handling: Handling = Handling()


ITEM_LETTERS = {
    "approval": "V",
    "person": "P",
    "known": "K",
    "unknown": "U",
    "option": "",
    "risk": "R",
    "control": "M",
    "rating": "B",
    "unthinkable": "W",
    "law": "L",
    "consulted": "C",
    "not_consulted": "N",
    "dissent": "X",
    "trigger": "T",
    "action": "J",
    "gap": "G",
    "waiver": "Y",
    "outcome": "S",
    "conflict": "Z",
}
"""Every list of items, in the order of the file, with the letter its ids begin with; options are
lettered A, B, C."""


def items(decision: Decision) -> Iterator[tuple[str, Item]]:
    """Give every item with the name of its list, in the order of the file."""
    for name in ITEM_LETTERS:
        for item in getattr(decision, name):
            yield name, item


def chosen(decision: Decision) -> tuple[Option, ...]:
    """Give the options that were chosen, in the order of the file."""
    return tuple(one for one in decision.option if one.status is OptionStatus.CHOSEN)
