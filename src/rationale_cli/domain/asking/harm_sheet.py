"""All kinds of harm at one glance, as the walk through them stands."""

from typing import Any

import msgspec

from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.row import RISKS, is_open, named_by, risks_of, row, walk
from rationale_cli.domain.harm import Harm


class HarmLine(msgspec.Struct, frozen=True, kw_only=True):
    """How one kind of harm stands so far; a kind with several rows has a line for each.

    Attributes:
        harm: The kind of harm.
        risk: Id of its row, or ``None`` if there is none yet.
        status: Code of how it stands, or ``None`` if nobody has looked yet.
        reason: What was said for it, also if its status does not ask for it; empty if nothing was.
        plan: Likewise.
        named_by: The rows of those who named it in disagreeing.
        is_changed: Whether it was answered in this interview.
    """

    harm: Harm
    risk: str | None
    status: str | None
    reason: str
    plan: str
    named_by: tuple[dict[str, Any], ...]
    is_changed: bool


def sheet(interview: Interview) -> tuple[HarmLine, ...]:
    """Give a line for each row of each kind of harm, in the order of the walk."""
    return tuple(
        _line(interview, harm, risk)
        for harm in walk(interview)
        for risk in risks_of(interview, harm.code) or (None,)
    )


def _line(interview: Interview, harm: Harm, risk: str | None) -> HarmLine:
    found = row(interview.answers, RISKS, risk or "") or {}
    path = f"{RISKS}.{risk}"
    return HarmLine(
        harm=harm,
        risk=risk,
        status=None if is_open(interview, risk) else str(found["status"]),
        reason=str(found.get("reason", "")),
        plan=str(found.get("plan", "")),
        named_by=named_by(interview, harm.code),
        is_changed=any(one == path or one.startswith(f"{path}.") for one in interview.changed),
    )
