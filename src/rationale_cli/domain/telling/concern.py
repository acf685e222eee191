"""Concerns in words: where one stands, what was lost, and what happens before its steps end."""

from collections.abc import Iterator

from rationale_cli.domain.clock import Comparison, Mark, due_of
from rationale_cli.domain.concern import Concern, ConcernStatus, Pause, Urgency
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.pausing import paused
from rationale_cli.domain.several import several
from rationale_cli.domain.stood import Stood
from rationale_cli.domain.words import Words

_PLACEMENTS = {"care-plan", "reunification"}
"""Question sets whose decisions begin and end with a placement."""

_STRAIGHT_TO = 3
"""The stage of senior managers, to which a concern can go at once."""


def heading(stood: Stood, words: Words) -> str:
    """Name a concern, who raised it and where it stands, in one line."""
    concern = stood.concern
    return f"Concern {concern.id}, {raised(concern, words)}: {where(stood, words)}"


def raised(concern: Concern, words: Words) -> str:
    """Say who raised it and when: ``raised by health visitor, health, on 26 March 2026``."""
    party = concern.raised_by
    who = words.roled(party.role, party.agency) if party else "somebody"
    at = concern.raised_at or concern.time.recorded_at
    return f"raised by {who}{',' if ',' in who else ''} on {words.told(Moment(at.day))}"


def where(stood: Stood, words: Words) -> str:
    """Say where it stands: ``open at stage 3 (Senior managers), standard clock``."""
    concern, found = stood.concern, stood.standing
    if not concern.is_open:
        at = f" on {words.told(Moment(concern.close.at.day))}" if concern.close.at else ""
        return f"ended, {words.value('concern.status', concern.status.value)}{at}"
    state = "overdue" if found.is_overdue else words.value("concern.status", concern.status.value)
    if found.stage is None:
        return f"{state}, no stage is running"
    name = f" ({found.stage.name})" if found.stage.name else ""
    clock = words.value("concern.urgency", concern.urgency.value)
    return f"{state} at stage {found.stage.n}{name}, {clock} clock"


def lines(stood: Stood, words: Words) -> Iterator[str]:
    """Say when it is due, what was lost, and what happens before it ends, a sentence each."""
    if not stood.concern.is_open:
        yield from _ended(stood, words)
        return
    if stood.concern.immediate_danger:
        yield (
            "Immediate danger was named: the safeguarding route comes first, now; the concern "
            "goes on beside it."
        )
    yield from _due(stood, words)
    yield drift(stood)
    if stood.comparison is not None:
        yield from comparison(stood, stood.comparison, words)
    yield from _chosen(stood.concern, words)


def drift(stood: Stood) -> str:
    """Say how many working days were lost, so far where it goes on; none is said, too."""
    count = stood.standing.drift
    if not count:
        return "No working day has been lost."
    goes_on = ", and more are being lost" if stood.standing.is_drifting else ""
    so_far = " so far" if stood.concern.is_open else ""
    return f"{days(count)} lost{so_far}{goes_on}."


def days(count: int) -> str:
    """Count working days."""
    return f"{count} working day{'' if count == 1 else 's'}"


def comparison(stood: Stood, found: Comparison, words: Words) -> Iterator[str]:
    """Lay the end of the steps beside the days of the decision, in plain words."""
    pace = words.value("concern.urgency", found.urgency.value)
    end = words.told(Moment(found.ends.day))
    yield f"At the {pace} pace the steps end on {end}{_provided(stood)}."
    if found.open_at:
        named = several([_mark(stood, one, words) for one in found.open_at])
        yield f"The disagreement would still be open {named}."
    if found.was_open_at:
        named = several([_mark(stood, one, words) for one in found.was_open_at])
        yield f"It was already open {named}."
    over = [one for one in found.marks if not one.is_open and not one.is_past]
    if over:
        named = several([_mark(stood, one, words) for one in over])
        yield f"It would be over {named}."
    if not found.marks:
        yield "The decision names no day with which this could be compared."
    other = words.value("concern.urgency", found.other.value)
    yield f"On the {other} clock the steps would end on {words.told(Moment(found.other_ends.day))}."
    if found.open_at and not stood.concern.clock.reason:
        yield _ways(stood)


def _provided(stood: Stood) -> str:
    """Nobody works on a paused concern: its end is foreseen as if it went on soon."""
    pause = paused(stood.concern)
    if not stood.standing.is_paused or pause is None:
        return ""
    planned = pause.restart_planned
    is_ahead = planned is not None and planned.day > stood.at.day
    return ", if it goes on as planned" if is_ahead else ", if it goes on today"


def learned(concern: Concern) -> str:
    """Give what a concern that has ended taught, in one line; empty if nobody said."""
    return " ".join(_sentence(one) for one in concern.close.learning)


def in_a_line(stood: Stood, words: Words) -> str:
    """Tell a concern that has ended in one line, with what was lost and what was learned."""
    text = learned(stood.concern)
    taught = f"Learned: {text}" if text else "Nothing says what was learned."
    return f"{heading(stood, words)}. {drift(stood)} {taught}"


def pause_told(concern: Concern, pause: Pause, words: Words) -> str:
    """Tell a pause in one line: since when, why, and until when."""
    stage = f"Stage {pause.stage} " if pause.stage is not None else "It "
    if pause.restarted and not pause.reason and pause.from_ == pause.restarted:
        return f"{stage}was given a new clock on {words.told(pause.restarted)}."
    since = f"from {words.told(pause.from_)}" if pause.from_ else "from a day that was not noted"
    until = f" to {words.told(pause.restarted)}" if pause.restarted else ""
    why = f": {_sentence(pause.reason)}" if pause.reason else ", no reason was recorded."
    still = "lay still" if pause.restarted or not concern.is_open else "lies still"
    return f"{stage}{still} {since}{until}{why}"


def missing(pause: Pause) -> tuple[str, ...]:
    """Say what a pause lacks: a reason, who agreed, when it goes on, what keeps people safe."""
    found = (
        ("a reason", bool(pause.reason.strip())),
        ("who agreed to it", bool(pause.agreed_by)),
        ("a day on which it goes on", pause.restart_planned is not None),
        ("what keeps people safe meanwhile", bool(pause.interim_measures)),
    )
    return tuple(name for name, is_there in found if not is_there)


def _due(stood: Stood, words: Words) -> Iterator[str]:
    concern, found = stood.concern, stood.standing
    pause = paused(concern)
    if found.is_paused and pause is not None:
        yield pause_told(concern, pause, words)
        if lacks := missing(pause):
            yield f"The pause has no record of {several(lacks, 'or')}."
    if found.due is None or found.now_due is None or found.stage is None:
        return
    originally, now = words.told(found.due), words.told(found.now_due)
    name = f"Stage {found.stage.n}"
    if found.due != found.now_due:
        yield f"{name} was originally due on {originally} and is now due on {now}."
    elif found.is_paused:
        yield f"{name} was originally due on {originally}."
    else:
        yield f"{name} {'was' if found.is_overdue else 'is'} due on {originally}."
    if found.is_overdue:
        late = f", by {days(found.idle)}" if found.idle else ""
        yield f"It is overdue{late}: nothing has been recorded since."
    if found.others and found.others[0].n == found.stage.n and found.due != found.now_due:
        other = words.value("concern.urgency", found.other.value)
        day = words.told(found.others[0].due)
        yield f"On the {other} clock this stage would be due on {day}."


def _ended(stood: Stood, words: Words) -> Iterator[str]:
    concern = stood.concern
    if concern.close.result:
        yield f"Result: {_sentence(concern.close.result)}"
    if concern.close.effect:
        yield f"Effect: {_sentence(concern.close.effect)}"
    yield drift(stood)
    text = learned(concern)
    if text:
        yield f"Learned: {text}"
    elif concern.status is ConcernStatus.OVERTAKEN:
        yield "Overtaken by events, and nothing says what was learned."
    for stage in concern.stage:
        due, first = due_of(concern, stage), stage.due
        if due is not None and first is not None and due != first:
            was, now = words.told(first), words.told(due)
            yield f"Stage {stage.n} was originally due on {was}, then on {now}."


def _chosen(concern: Concern, words: Words) -> Iterator[str]:
    clock = concern.clock
    if clock.choice or clock.reason:
        known = clock.choice in {one.value for one in Urgency}
        choice = words.value("concern.urgency", clock.choice) if known else clock.choice
        chosen = f"Chosen: {choice}. " if clock.choice else ""
        yield f"{chosen}{f'Because: {_sentence(clock.reason)}' if clock.reason else ''}".strip()


def _ways(stood: Stood) -> str:
    """What can be done; the choice is never the program's."""
    stage, ladder = stood.standing.stage, stood.ladder
    ways = []
    if stood.concern.urgency is Urgency.STANDARD:
        ways.append("use the urgent clock")
    if stage and ladder and stage.n < _STRAIGHT_TO <= ladder.last:
        ways.append(f"go straight to stage {_STRAIGHT_TO}")
    ways.append("hold the decision")
    text = f"{', '.join(ways)}, or record why not."
    return text[0].upper() + text[1:]


def _mark(stood: Stood, mark: Mark, words: Words) -> str:
    return f"{mark_said(stood, mark, words)} ({words.told(Moment(mark.at.day))})"


def mark_said(stood: Stood, mark: Mark, words: Words) -> str:
    """Say what a day of the decision is: ``when the placement starts``, or ``started``."""
    name = mark.path.removeprefix("time.")
    if stood.question_set in _PLACEMENTS:
        name = {"effective_from": "placement_from", "effective_to": "placement_to"}.get(name, name)
    return words.value("concern.mark-past" if mark.is_past else "concern.mark", name)


def _sentence(text: str) -> str:
    told = " ".join(text.split())
    return told if told.endswith((".", "?", "!", "…", "”")) else f"{told}."
