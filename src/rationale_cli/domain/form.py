"""The border between answers, which are loose, and a decision, whose types hold."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import Any, TypeVar

import msgspec

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.fault import Fault, disagreements, faults
from rationale_cli.domain.localised import Untold, localised
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Part
from rationale_cli.errors import RationaleError

_Kind = TypeVar("_Kind", bound=Part)


class InvalidDecisionError(RationaleError):
    """What was said does not make a decision.

    Attributes:
        faults: Every fault found, in the order of the record.
    """

    def __init__(self, found: tuple[Fault, ...]) -> None:
        told = "; ".join(f"{fault.where}: {fault.message}" for fault in found)
        super().__init__(
            f"these answers do not make a record: {told}",
            hint="Correct these answers and try again; nothing was saved.",
        )
        self.faults = found


def form(answers: Answers) -> Decision:
    """Form a decision from answers.

    Raises:
        InvalidDecisionError: Naming every fault, not just the first.
    """
    try:
        decision = typed(answers, Decision)
    except msgspec.ValidationError:
        # It stops at the first fault; the slow way round finds them all.
        raise InvalidDecisionError(tuple(faults(answers, Decision))) from None
    if found := tuple(disagreements(answers)):
        raise InvalidDecisionError(found)
    return decision


def seed(decision: Decision) -> Answers:
    """Give the answers that form this decision: ``form(seed(decision)) == decision``."""
    return plain(decision)


def plain(part: Part) -> Answers:
    """Give any part of a record as the plain values of its file.

    What a copy knows of itself and must not tell is no part of it.
    """
    answers: Answers = msgspec.to_builtins(part, builtin_types=(date, datetime), enc_hook=_value)
    for name in ("unsaid", "held", "answered"):
        answers.pop(name, None)
    return _table(answers)


def items(decision: Decision, name: str) -> list[Answers]:
    """Give the items of one list of a decision as `seed` does, without the rest of the record."""
    found: tuple[Part, ...] | None = getattr(decision, name)
    return [plain(one) for one in found or ()]


def tidy(answers: Any, zone: tzinfo) -> Any:
    r"""Give typed or hand-edited answers as a record keeps them.

    Line ends become ``\n``; blank ends are dropped, and text of several lines ends with one
    ``\n``; a time without offset is read in *zone*. One that the clocks there never showed, or
    showed twice, stays without, and so is told as a fault.
    """
    match answers:
        case str():
            text = answers.replace("\r\n", "\n").replace("\r", "\n").strip()
            return text + "\n" if "\n" in text else text
        case datetime() if answers.tzinfo is None:
            found = localised(answers, zone)
            return answers if isinstance(found, Untold) else found
        case Mapping():
            return {key: tidy(value, zone) for key, value in answers.items()}
        case list():
            return [tidy(value, zone) for value in answers]
        case _:
            return answers


def typed(answers: Answers, kind: type[_Kind]) -> _Kind:
    """Give plain values as a part of that kind.

    Raises:
        msgspec.ValidationError: At the first thing that does not fit.
    """
    return msgspec.convert(answers, kind, dec_hook=_moment)


def _moment(kind: type, value: Any) -> Any:
    return kind(value)


def _value(moment: Any) -> date | datetime:
    if isinstance(moment, Moment):
        return moment.value
    raise TypeError(type(moment))


def _loose(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_loose(one) for one in value]
    return _table(value) if isinstance(value, dict) else value


def _table(table: dict[str, Any]) -> dict[str, Any]:
    loose = ((key, _loose(value)) for key, value in table.items())
    # A table that says nothing is not there; a label comes last, after what it labels.
    found = {key: value for key, value in loose if value != {}}
    if _LABEL in found:
        found[_LABEL] = found.pop(_LABEL)
    return found


_LABEL = "sensitivity"
