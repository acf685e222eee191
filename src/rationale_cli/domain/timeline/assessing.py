"""Risks on the line of time: each look in words, and the risk of each harm as a series."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo

import msgspec

from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.knowledge import Confidence
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.risk import Risk, RiskStatus
from rationale_cli.domain.telling.saying import capital, said
from rationale_cli.domain.telling.silence import may_be_withheld, unsaid, was_not
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.looking import MEASURES, Look
from rationale_cli.domain.timeline.step import Step, happened
from rationale_cli.domain.viewed import tells_silence, unsaid_harms
from rationale_cli.domain.words import Words


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """What a risk was said to be from a moment on.

    Attributes:
        status: ``None`` if the risk was taken out of the record.
        is_partial: Whether what is not said here may only be missing from an audience's copy.
    """

    at: Moment
    revision: int
    status: RiskStatus | None
    likelihood: int | None = None
    impact: int | None = None
    confidence: Confidence | None = None
    is_partial: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether from here on nobody had looked at the risk, or it was gone."""
        return self.status in {None, RiskStatus.NOT_CONSIDERED} and self.likelihood is None


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """The risk of one harm over time.

    Attributes:
        record: Id of the record.
        risk: Id of the risk in it.
        harm: Code of the harm.
        name: What the harm is called.
        since: From when the series tells: when the record began, since until the first point nobody
            had looked at this harm; in a copy that cannot say so, the first point.
        points: In the order of time, never empty.
    """

    record: str
    risk: str
    harm: str
    name: str
    since: Moment
    points: tuple[Point, ...]


def events(looks: Sequence[Look], words: Words) -> Iterator[Event]:
    """Tell each look at a risk: words first, numbers second."""
    seen: set[str] = set()
    for look in looks:
        yield happened(
            look.step,
            EventKind.RISK,
            _told(look, words, is_first=look.risk.id not in seen),
            at=look.at,
            detail=(_why(look),),
            by=look.step.decision.by.recorder,
            path=f"risk.{look.risk.id}",
        )
        seen.add(look.risk.id)


def series(
    looks: Sequence[Look], history: Sequence[Step], words: Words, zone: tzinfo
) -> tuple[Series, ...]:
    """Give the risk of each harm that somebody has looked at, in the order of the first looks.

    Args:
        looks: At the risks of one record.
        history: Every step of the record, oldest first; never empty.
        words: What harms are called.
        zone: Where a bare day begins.
    """
    found: dict[str, list[Look]] = {}
    for look in looks:
        found.setdefault(look.risk.id, []).append(look)
    return tuple(_series(each, history, words, zone) for each in found.values())


def named(risk: Risk, words: Words) -> str:
    """Give what the harm of a risk is called; one that nobody named goes by the risk's id."""
    return words.harm(risk.harm) if risk.harm else f"risk {risk.id}"


def _series(looks: Sequence[Look], history: Sequence[Step], words: Words, zone: tzinfo) -> Series:
    risk, first = looks[-1].risk, history[0]
    points = tuple(sorted(map(_point, looks), key=lambda one: one.at.instant(zone)))
    before = history[: history.index(looks[0].step)]
    return Series(
        record=first.decision.id,
        risk=risk.id,
        harm=risk.harm,
        name=named(risk, words),
        since=first.at if all(_tells(one, risk.harm) for one in before) else points[0].at,
        points=points,
    )


def _tells(step: Step, harm: str) -> bool:
    """Whether a copy may say of a revision that nobody had looked at a harm."""
    return tells_silence(step.decision) and harm not in unsaid_harms(step.decision)


def _point(look: Look) -> Point:
    risk, decision = look.now, look.step.decision
    if risk is None:
        status = None if look.is_gone else RiskStatus.NOT_CONSIDERED
        return Point(at=look.at, revision=decision.revision, status=status)
    return Point(
        at=look.at,
        revision=decision.revision,
        status=risk.status or RiskStatus.UNKNOWN,
        likelihood=risk.likelihood,
        impact=risk.impact,
        confidence=risk.confidence,
        is_partial=may_be_withheld(decision, f"risk.{risk.id}"),
    )


def _told(look: Look, words: Words, *, is_first: bool) -> str:
    what = f"{capital(named(look.risk, words))} ({look.risk.id})"
    if look.now is None:
        return f"{what} {'taken out of the record' if look.is_gone else _SET_BACK}"
    stands = _standing(look.step.decision, look.now, words)
    if look.was is None:
        again = "first looked at" if is_first else "looked at after a time without"
        return f"{what} {again}: {stands}"
    moved = _moved(look, words)
    if look.step.decision.kind is Kind.CORRECT:
        return f"{what}, corrected: {moved or stands}"
    if not moved:
        return f"{what} looked at again, and it stands as it did: {stands}"
    return f"{what}: {moved}"


_SET_BACK = "set back to not yet looked at"


def _standing(decision: Decision, risk: Risk, words: Words) -> str:
    path = f"risk.{risk.id}"
    status = said("risk.status", risk.status, words)
    parts = (
        _measured("likelihood", risk.likelihood, words)
        or f"how likely {was_not('said', decision, f'{path}.likelihood')}",
        _measured("impact", risk.impact, words)
        or f"how bad {was_not('said', decision, f'{path}.impact')}",
    )
    return ", ".join((status, *parts) if status else parts)


def _measured(field: str, value: int | None, words: Words) -> str:
    path = f"risk.{field}"
    return f"{words.field(path).lower()} {said(path, value, words)}" if value else ""


def _moved(look: Look, words: Words) -> str:
    parts = []
    nothing = unsaid(look.step.decision, f"risk.{look.risk.id}")
    for field in MEASURES:
        path = f"risk.{field}"
        before, after = getattr(look.was, field), getattr(look.now, field)
        if before == after:
            continue
        label = _LABELS.get(field, f"{words.field(path).lower()} ")
        old, new = said(path, before, words) or nothing, said(path, after, words) or nothing
        parts.append(f"{label}{old} → {new}{_direction(before, after)}")
    return "; ".join(parts)


_LABELS = {"status": "", "confidence": "evidence "}
"""What a measure is called where its own name would not read on."""


def _direction(before: object, after: object) -> str:
    if not isinstance(before, int) or not isinstance(after, int):
        return ""
    return ", up" if after > before else ", down"


def _why(look: Look) -> str:
    if look.now is None or (look.was and look.was.reason == look.now.reason):
        return ""
    return look.now.reason
