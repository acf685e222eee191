"""Looks: each time somebody looked at a risk, and what they said of it."""

from collections.abc import Iterator, Sequence

import msgspec

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.risk import Risk, RiskStatus
from rationale_cli.domain.timeline.step import Step
from rationale_cli.domain.viewed import holds_back

MEASURES = ("status", "likelihood", "impact", "residual", "confidence")
"""What a look may move."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """One look at one risk, or its end.

    Attributes:
        step: The revision that tells of it.
        at: When it was looked at: what the risk says, else when the revision was decided.
        was: The risk as it stood before; ``None`` if the record had none, or nobody had looked.
        now: The risk as it stands now; ``None`` if it was taken out or set back to not looked at.
        is_gone: Whether the risk was taken out of the record.
    """

    step: Step
    at: Moment
    was: Risk | None
    now: Risk | None
    is_gone: bool = False

    @property
    def risk(self) -> Risk:
        """The risk that was looked at."""
        found = self.now or self.was
        assert found is not None  # noqa: S101 - a look has one side at the least
        return found


def looks(history: Sequence[Step]) -> tuple[Look, ...]:
    """Give every look at every risk, in the order of the revisions.

    A look is what moves a measure or gives a new time of looking. A risk whose reason alone was
    put in other words has not been looked at again.
    """
    return tuple(look for step in history for look in _looks(step))


def is_seen(risk: Risk | None) -> bool:
    """Whether somebody has looked at a risk."""
    return risk is not None and (
        risk.status not in {None, RiskStatus.NOT_CONSIDERED} or risk.likelihood is not None
    )


def _looks(step: Step) -> Iterator[Look]:
    kept = {one.id for one in step.decision.risk}
    for decision in step.before[:1]:
        for risk in decision.risk:
            # What one side of a join never had was not taken out by it.
            if risk.id not in kept and is_seen(risk) and _had_all(step, risk):
                yield Look(step=step, at=step.at, was=risk, now=None, is_gone=True)
    for risk in step.decision.risk:
        earlier = step.earlier("risk", risk)
        was = next((one for one in earlier if is_seen(one)), None)
        if is_seen(risk):
            if step.is_new("risk", risk, *MEASURES, "assessed_at"):
                yield Look(step=step, at=_at(step, risk), was=was, now=risk)
        elif was is not None and all(is_seen(one) for one in earlier) and _is_told(step, risk):
            yield Look(step=step, at=step.at, was=was, now=None)


def _is_told(step: Step, risk: Risk) -> bool:
    """Whether a copy can tell that nobody has looked: both measures that say so are in it."""
    paths = (f"risk.{risk.id}.{field}" for field in ("status", "likelihood"))
    return not any(holds_back(path, step.decision) for path in paths)


def _had_all(step: Step, risk: Risk) -> bool:
    return all(one is not None for one in step.earlier("risk", risk))


def _at(step: Step, risk: Risk) -> Moment:
    said = risk.assessed_at
    if said is None or not step.is_new("risk", risk, "assessed_at"):
        return step.at
    # A bare day says no more than the decision of that day does.
    return step.at if said.at is None and said.day == step.at.day else said
