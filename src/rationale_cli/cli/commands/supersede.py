"""``rationale supersede``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import prompt, saving, saying
from rationale_cli.cli.session import Session, opened
from rationale_cli.errors import UsageError

app = typer.Typer(rich_markup_mode=None)


class TwoSuccessorsError(UsageError):
    """The command line names what replaces a decision, and a file holds something else."""

    def __init__(self) -> None:
        super().__init__(
            "--with names a record that is there, and --answers makes a new one",
            hint="Leave out one of them; what the other record says is changed with "
            "'rationale amend'.",
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
    from rationale_cli.domain.answers import at
    from rationale_cli.services import reading, superseding

    if successor and answers is not None:
        raise TwoSuccessorsError
    with (
        opened(context, mends=True) as session,
        saying.heard(session, answers, of=record_id) as given,
    ):
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        if not successor:
            superseding.demand_successor(found, given)
        because = because or at(given, "change.because") or ""
        if not because:
            prompt.demand_somebody("Say why with --because TEXT.")
            because = prompt.ask("Why is it replaced")
        terms = saying.terms(
            session, by=by, because=because, decided_at=decided_at, late_reason=late_reason
        )
        terms = saying.with_usual_recorder(session, given, terms)
        new, follows = _successor(session, history, terms, successor, given, question_set)
        recorded = superseding.supersede(
            session.store, history, given, terms, successor=new, follows=follows
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
    from rationale_cli.domain.succession import begun, started_from
    from rationale_cli.services import question_sets, reading, superseding

    old = history[-1].decision
    if successor:
        found = reading.resolve(session.store, successor)
        other = reading.history(session.store, found, zone=session.zone)
        return superseding.successor_named(other, terms, supersedes=old.id), other[-1].blob
    name = question_set or old.question_set.partition("/")[0]
    said = begun({**started_from(old), "related": [], "supersedes": [old.id]}, given)
    new = superseding.successor_begun(
        session.store,
        said,
        terms,
        questions=question_sets.question_set(session.store, name),
        new_id=new_id,
    )
    return new, None
