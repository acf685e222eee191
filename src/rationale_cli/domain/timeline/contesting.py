"""Concerns on the line of time: raised, stage after stage, paused, restarted, ended."""

from collections.abc import Callable, Iterator, Sequence

from rationale_cli.domain.clock import due_of, running
from rationale_cli.domain.concern import Concern, Parallel, Pause, Stage
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.telling.concern import days, pause_told
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.words import Words


def events(history: Sequence[Concern], words: Words) -> Iterator[Event]:
    """Tell everything that happened to a concern, and what is due.

    Args:
        history: Of one concern, oldest first, never empty.
        words: What codes are called.
    """
    concern = history[-1]
    yield _raised(history, words)
    for stage in concern.stage:
        yield from _stage(history, stage, words)
    for pause in concern.pause:
        yield from _pause(history, pause, words)
    for one in concern.parallel:
        if one.at is not None:
            yield _beside(history, one, one.at)
    if not concern.is_open:
        yield _ended(history, words)
    yield from _due(concern, words)


def _raised(history: Sequence[Concern], words: Words) -> Event:
    concern = history[0]
    party = concern.raised_by
    who = words.roled(party.role, party.agency) if party else "somebody"
    asks = f"Asks: {' '.join(concern.asks)}" if concern.asks else ""
    against = f"r{concern.raised_against} of " if concern.raised_against else ""
    return _event(
        concern,
        concern.raised_at or concern.time.recorded_at,
        f"raised by {who} about {against}{concern.decision}",
        detail=(f"“{concern.statement.strip()}”" if concern.statement else "", asks),
        by=who,
    )


def _beside(history: Sequence[Concern], route: Parallel, at: Moment) -> Event:
    first = _first(history, lambda then: route.id in {one.id for one in then.parallel})
    to = f", to {route.to}" if route.to else ""
    return _event(first, at, f"another route: {route.route}{to}", detail=(route.note,))


def _stage(history: Sequence[Concern], stage: Stage, words: Words) -> Iterator[Event]:
    name = f"stage {stage.n}{f' ({stage.name})' if stage.name else ''}"
    if stage.opened is not None:
        first = _first(history, lambda then: stage.n in {one.n for one in then.stage})
        due = f", due {words.told(stage.due)}" if stage.due else ""
        yield _event(first, stage.opened, f"{name} opened{due}")
    if stage.closed is not None:
        first = _first(
            history,
            lambda then: any(one.n == stage.n and one.closed is not None for one in then.stage),
        )
        who = ", ".join(one for one in (stage.acted_by, stage.method) if one)
        yield _event(first, stage.closed, f"stage {stage.n} ended", detail=(stage.outcome, who))


def _pause(history: Sequence[Concern], pause: Pause, words: Words) -> Iterator[Event]:
    concern = history[-1]
    if pause.from_ is not None and pause.from_ != pause.restarted:
        first = _first(history, lambda then: pause.id in {one.id for one in then.pause})
        yield _event(first, pause.from_, f"paused. {pause_told(concern, pause, words)}")
    if pause.restarted is not None:
        first = _first(
            history,
            lambda then: any(one.id == pause.id and one.restarted for one in then.pause),
        )
        stage = next((one for one in concern.stage if one.n == pause.stage), None)
        dues = [
            f"{label} {words.told(due)}"
            for label, due in (
                ("originally due", stage.due if stage else None),
                ("now due", pause.new_due),
            )
            if due is not None
        ]
        lost = f"{days(pause.working_days_lost or 0)} lost"
        yield _event(first, pause.restarted, f"restarted, {', '.join((lost, *dues))}")


def _ended(history: Sequence[Concern], words: Words) -> Event:
    concern, end = history[-1], history[-1].close
    learned = f"Learned: {' '.join(end.learning)}" if end.learning else ""
    return _event(
        concern,
        end.at or concern.time.recorded_at,
        f"ended, {words.value('concern.status', concern.status.value)}",
        detail=(end.result, end.effect, learned),
    )


def _due(concern: Concern, words: Words) -> Iterator[Event]:
    """What the stage that runs waits for; the day that it was due at first stays."""
    stage = running(concern)
    if stage is None:
        return
    due = due_of(concern, stage)
    if stage.due is not None and due != stage.due:
        text = f"stage {stage.n} originally due"
        yield _event(concern, stage.due, text, kind=EventKind.CONCERN_DUE)
    if due is not None:
        yield _event(concern, due, f"stage {stage.n} due", kind=EventKind.CONCERN_DUE)
    pause = next((one for one in concern.pause if one.restart_planned and not one.restarted), None)
    if pause is not None and pause.restart_planned is not None:
        text = f"to go on, as planned on {words.told(concern.time.recorded_at)}"
        yield _event(concern, pause.restart_planned, text, kind=EventKind.CONCERN_DUE)


def _first(history: Sequence[Concern], holds: Callable[[Concern], bool]) -> Concern:
    return next((one for one in history if holds(one)), history[-1])


def _event(
    concern: Concern,
    at: Moment,
    words: str,
    *,
    kind: EventKind = EventKind.CONCERN,
    detail: tuple[str, ...] = (),
    by: str = "",
) -> Event:
    recorder = concern.by.recorder
    return Event(
        at=at,
        kind=kind,
        words=f"{concern.id} {words}",
        detail=tuple(one.strip("\n") for one in detail if one.strip()),
        record=concern.id,
        revision=concern.revision,
        revision_kind=concern.kind,
        by=by or str(recorder or ""),
        path="",
    )
