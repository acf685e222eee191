"""``rationale new``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import saving, saying
from rationale_cli.cli.session import Session, opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def new(
    context: typer.Context,
    answers: saying.Answers = None,
    edit: saying.Edit = False,
    question_set: Annotated[
        str, typer.Option(metavar="NAME", help="Which questions; else the folder's usual ones")
    ] = "",
    start: Annotated[
        str, typer.Option("--from", metavar="ID", help="Start a related one from this record")
    ] = "",
    full: saying.Full = False,
    by: saying.By = "",
    decided_at: saying.DecidedAt = "",
    late_reason: saying.LateReason = "",
    final: saying.Final = False,
) -> None:
    """Record a decision."""
    from rationale_cli.cli import sets

    saying.demand_one_way(answers, edit=edit)
    with opened(context, mends=True) as session, saying.heard(session, answers) as given:
        terms = saying.terms(
            session, by=by, decided_at=decided_at, late_reason=late_reason, final=final
        )
        name = question_set or session.settings.question_set
        questions = sets.asked(session.store, name)
        known = _started(session, start)
        # Each loads what the others do not need: the first question comes the sooner.
        if answers is not None:
            from rationale_cli.domain.succession import begun

            saving.create(session, begun(known, given), terms, questions)
        elif edit:
            from rationale_cli.cli import editing

            editing.new(session, known, terms, questions)
        else:
            from rationale_cli.cli import interviewing

            interviewing.new(session, known, terms, questions, full=full)


def _started(session: Session, start: str) -> dict[str, Any]:
    if not start:
        return {}
    from rationale_cli.domain.succession import started_from
    from rationale_cli.services import reading

    record_id = reading.resolve(session.store, start)
    return started_from(reading.decision(session.store, record_id, zone=session.zone))
