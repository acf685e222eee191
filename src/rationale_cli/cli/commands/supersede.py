"""``rationale supersede``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import prompt, saving, saying
from rationale_cli.cli.session import Session, opened
from rationale_cli.errors import RationaleError

app = typer.Typer(rich_markup_mode=None)


class NoSuccessorError(RationaleError):
    """Nothing says what replaces the decision."""

    def __init__(self, record_id: str) -> None:
        super().__init__(
            f"nothing says what replaces {record_id!r}",
            hint="Record the new decision first and name it with --with ID, or give it with "
            "--answers FILE.",
        )


@app.command()
def supersede(
    context: typer.Context,
    record_id: saying.RecordId,
    successor: Annotated[
        str,
        typer.Option("--with", metavar="ID", help="The record that replaces it, if it is there"),
    ] = "",
    answers: saying.Answers = None,
    question_set: Annotated[
        str, typer.Option(metavar="NAME", help="Of a new one; else that of the old")
    ] = "",
    because: saying.Because = "",
    by: saying.By = "",
    decided_at: saying.DecidedAt = "",
    late_reason: saying.LateReason = "",
) -> None:
    """Replace a decision by another, both in one step."""
    from rationale_cli.services import reading, recording

    with opened(context) as session:
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        given = saying.read_answers(session, answers) if answers is not None else {}
        because = because or given.pop("change", {}).get("because", "")
        if not because:
            prompt.demand_somebody("Say why with --because TEXT.")
            because = prompt.ask("Why is it replaced")
        terms = saying.terms(
            session, by=by, because=because, decided_at=decided_at, late_reason=late_reason
        )
        terms = saying.with_usual_recorder(session, given, terms)
        new, follows = _successor(session, history, terms, successor, given, question_set)
        recorded = recording.supersede(
            session.store, history, terms, successor=new, follows=follows
        )
        saving.told(session, recorded)


def _successor(
    session: Session,
    history: Any,
    terms: Any,
    successor: str,
    given: dict[str, Any],
    question_set: str,
) -> tuple[Any, str | None]:
    from rationale_cli.cli.fresh import new_id
    from rationale_cli.domain.answers import merge
    from rationale_cli.domain.succession import started_from
    from rationale_cli.services import question_sets, reading, recording

    old = history[-1].decision
    if successor:
        found = reading.resolve(session.store, successor)
        other = reading.history(session.store, found, zone=session.zone)
        return recording.successor_named(other, terms, supersedes=old.id), other[-1].blob
    if not given:
        raise NoSuccessorError(old.id)
    name = question_set or old.question_set.partition("/")[0]
    said = merge({**started_from(old), "related": [], "supersedes": [old.id]}, given, {})
    new = recording.successor_begun(
        session.store,
        said,
        terms,
        questions=question_sets.question_set(session.store, name),
        new_id=new_id,
    )
    return new, None
