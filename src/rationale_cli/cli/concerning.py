"""What the steps of a concern have in common: who said it, what was asked, and what is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rationale_cli.cli import concern_asking, from_whom, reporting, saying
from rationale_cli.cli.session import Session, opened

if TYPE_CHECKING:
    from rationale_cli.domain.concern import ConcernKind, Heard

ConcernId = Annotated[str, typer.Argument(metavar="ID", help="The concern, or the start of its id")]


def heard(session: Session, for_: str, via: str, received: str) -> "Heard":
    """Give whose words they are, and how they came.

    Raises:
        NoRoleError: If --for names nobody.
        UnknownWayError: If nothing comes in the way of --via.
        MisreadTimeError: If --received is no time.
    """
    from rationale_cli.domain.concern import Heard

    return Heard(
        for_=from_whom.who(for_),
        via=from_whom.way(via),
        received=from_whom.moment(received, session),
    )


def raise_(
    context: typer.Context,
    record_id: str,
    answers: str | None,
    *,
    by: str,
    said_by: tuple[str, str, str],
) -> None:
    """Raise a concern about a decision."""
    from rationale_cli.cli.fresh import new_id
    from rationale_cli.domain.concern import ConcernKind
    from rationale_cli.services import concern_keeping, reading

    with opened(context, mends=True) as session:
        found = reading.resolve(session.store, record_id)
        decision = reading.decision(session.store, found, zone=session.zone)
        with _heard_from(session, answers, of=found) as said:
            given, whose = said, heard(session, *said_by)
            sitting = concern_asking.Sitting(session, found, ConcernKind.RAISE)
            if answers is None:
                preview = partial(_foreseen, session, decision, whose)
                given = concern_asking.raised(sitting, decision, whose, preview=preview)
            step = _step(session, ConcernKind.RAISE, given, whose, by=by)
            kept = concern_keeping.raise_concern(session.store, decision, step, new_id=new_id)
            sitting.done()
        told(session, kept, decision)


def _foreseen(
    session: Session, decision: Any, whose: "Heard", given: dict[str, Any]
) -> Iterator[str]:
    """Say how the steps would lie beside the days of the decision, before anything is saved."""
    from rationale_cli.domain.concern import ConcernKind
    from rationale_cli.domain.stepping import raised
    from rationale_cli.domain.telling import concern as telling
    from rationale_cli.services import standing

    by = saying.usual_recorder(session, {}) or "somebody@somewhere"
    step = _step(session, ConcernKind.RAISE, given, whose, by=by)
    concern = raised(step, concern_id="", decision_id=decision.id, against=decision.revision)
    stood = standing.stood(session.store, concern, decision, step.time)
    if stood.comparison is not None:
        yield from telling.comparison(stood, stood.comparison, session.words)


def take(
    context: typer.Context,
    concern_id: str,
    answers: str | None,
    *,
    verb: str,
    by: str,
    said_by: tuple[str, str, str],
    to: int | None = None,
) -> None:
    """Take a step with a concern."""
    from rationale_cli.domain.concern import ConcernKind
    from rationale_cli.services import companions, concern_keeping

    kind = ConcernKind(verb)
    with opened(context, mends=True) as session:
        found = companions.concern_id(session.store, concern_id)
        before = companions.concern(session.store, found, zone=session.zone)
        with _heard_from(session, answers, of=found) as said:
            given, whose = said, heard(session, *said_by)
            sitting = concern_asking.Sitting(session, found, kind)
            if answers is None:
                given = concern_asking.stepped(sitting, before.value)
            step = _step(session, kind, given, whose, by=by, to=to, ladder=before.value.ladder)
            kept = concern_keeping.take_step(session.store, before, step)
            sitting.done()
        told(session, kept, _decision(session, kept.concern.decision))


def told(session: Session, kept: Any, decision: Any) -> None:
    """Tell what was saved and how it now stands; the last line of standard output names it."""
    from rationale_cli.domain.concern import ConcernKind
    from rationale_cli.domain.stepping import exceeds
    from rationale_cli.domain.telling import concern as telling
    from rationale_cli.services import standing

    for warning in kept.warnings:
        reporting.say(f"warning: {warning}")
    for draft in kept.found:
        reporting.tell_found(draft)
    concern = kept.concern
    decisions = {decision.id: decision} if decision else {}
    (stood,) = standing.of(
        session.store,
        (concern,),
        decisions,
        session.settings,
        now=concern.time.recorded_at,
        zone=session.zone,
    )
    reporting.say(f"{telling.heading(stood, session.words)}.")
    for line in telling.lines(stood, session.words):
        reporting.say(f"  {line}")
    if concern.kind is ConcernKind.RESTART and stood.ladder and concern.pause:
        pause = concern.pause[-1]
        if exceeds(concern, stood.ladder, pause):
            reporting.say(
                f"  {telling.days(pause.working_days_lost or 0)} were lost, more than the stage "
                f"allows. Consider one stage higher: 'rationale concern advance {concern.id}'."
            )
    if concern.kind is ConcernKind.RAISE:
        for line in _around(session, stood):
            reporting.say(f"  {line}")
    typer.echo(f"{concern.id} r{concern.revision}")


def _around(session: Session, stood: Any) -> list[str]:
    contact = session.settings.contacts.get("concerns", "").strip()
    notice = stood.ladder.notice if stood.ladder else ""
    return [one for one in (notice, f"Contact for concerns: {contact}." if contact else "") if one]


@contextmanager
def _heard_from(session: Session, answers: str | None, *, of: str) -> Iterator[dict[str, Any]]:
    """Give the answers of a file; without one they are empty."""
    from rationale_cli.services import concern_keeping

    if answers is None:
        yield {}
        return
    with saying.text_of(session, answers, of=of) as (name, text):
        said = concern_keeping.decode_answers(text, name=name, zone=session.zone)
        if not said:
            raise saying.NothingSaidError(name)
        yield said


def _step(
    session: Session,
    kind: "ConcernKind",
    given: dict[str, Any],
    whose: "Heard",
    *,
    by: str,
    to: int | None = None,
    ladder: str = "",
) -> Any:
    from rationale_cli.services import concern_keeping

    terms = saying.with_usual_recorder(session, given, saying.terms(session, by=by))
    sitting = concern_keeping.Sitting(kind=kind, answers=given, terms=terms, heard=whose, to=to)
    return concern_keeping.step(
        session.store, sitting, session.settings, zone=session.zone, ladder=ladder
    )


def _decision(session: Session, record_id: str) -> Any:
    from rationale_cli.errors import RationaleError
    from rationale_cli.services import reading

    try:
        return reading.decision(session.store, record_id, zone=session.zone)
    except RationaleError:
        # The concern was saved; a decision that cannot be read is told by everything else.
        return None
