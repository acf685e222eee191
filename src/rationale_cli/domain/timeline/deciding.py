"""Decisions on the line of time: when each revision was decided, and when it was recorded."""

from collections.abc import Iterator

from rationale_cli.domain.decision import Decision, Kind, chosen
from rationale_cli.domain.lapse import between
from rationale_cli.domain.telling.correction import corrections
from rationale_cli.domain.telling.silence import was_not
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.step import Step, happened
from rationale_cli.domain.words import Words


def events(step: Step, words: Words) -> Iterator[Event]:
    """Give the decision, and the moment of its recording if that is another one."""
    time, by = step.decision.time, step.decision.by
    kind = _kind(step.decision, words)
    if time.decided_at is None:
        yield happened(
            step,
            EventKind.RECORDED,
            f"{kind}; when it was decided {was_not('said', step.decision, 'time.decided_at')}",
            detail=_detail(step, words),
            by=by.decision_maker or by.recorder,
        )
        return
    yield happened(
        step,
        EventKind.DECIDED,
        kind,
        detail=_detail(step, words),
        by=by.decision_maker or by.recorder,
    )
    gap = between(time.decided_at, time.recorded_at)
    if gap:
        side = "after" if time.recorded_at.at > time.decided_at.at else "before"
        yield happened(
            step,
            EventKind.RECORDED,
            f"Revision {step.decision.revision}, {gap} {side} it was decided",
            at=time.recorded_at,
            detail=(f"Why it was recorded later: {time.late_reason}" if time.late_reason else "",),
            by=by.recorder,
        )


def _kind(decision: Decision, words: Words) -> str:
    kind = words.value("kind", decision.kind)
    corrected = decision.change.from_ if decision.kind is Kind.CORRECT else None
    what = f", what revision {corrected} said" if corrected else ""
    return f"Revision {decision.revision}, {kind}{what}"


def _detail(step: Step, words: Words) -> tuple[str, ...]:
    return (*_outcome(step, words), *_corrected(step, words), *_reasons(step.decision))


def _corrected(step: Step, words: Words) -> Iterator[str]:
    """What was put right, the old text beside the new."""
    for one in corrections((*step.before[:1], step.decision), words):
        yield f"{one.place}: it said {one.was or 'nothing'}; it now says {one.now or 'nothing'}"


def _outcome(step: Step, words: Words) -> Iterator[str]:
    """What was chosen, the mode and the status: all at first, later what moved."""
    now = step.decision
    was = step.before[0] if step.before else None
    for label, said in (("Chosen", _chosen), ("Mode", _mode), ("Status", _status)):
        before, after = said(was, words) if was else "", said(now, words)
        if before == after or not (before or after):
            continue
        yield f"{label}: {f'{before} → ' if before else ''}{after or 'nothing said'}"


def _mode(decision: Decision, words: Words) -> str:
    return words.value("mode", decision.mode) if decision.mode else ""


def _status(decision: Decision, words: Words) -> str:
    return words.value("status", decision.status) if decision.status else ""


def _chosen(decision: Decision, _words: Words) -> str:
    named = (f"{one.id} ({one.title})" if one.title else one.id for one in chosen(decision))
    return " and ".join(named)


def _reasons(decision: Decision) -> Iterator[str]:
    change = decision.change
    if change.because:
        yield f"Because: {change.because}"
    if change.still_stands:
        yield f"Does it still stand? {change.still_stands}"
