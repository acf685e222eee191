"""``rationale close``."""

import typer

from rationale_cli.cli import prompt, saving, saying
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def close(
    context: typer.Context,
    record_id: saying.RecordId,
    answers: saying.Answers = None,
    because: saying.Because = "",
    by: saying.By = "",
    decided_at: saying.DecidedAt = "",
    late_reason: saying.LateReason = "",
) -> None:
    """Close a decision; nothing of it is hidden."""
    from rationale_cli.services import reading

    with opened(context) as session:
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        given = saying.read_answers(session, answers) if answers is not None else {}
        if answers is None and not because:
            prompt.demand_somebody("Say why with --because TEXT, or in a file with --answers FILE.")
            because = prompt.ask("Why is it closed")
        terms = saying.terms(
            session, by=by, because=because, decided_at=decided_at, late_reason=late_reason
        )
        saving.revise(session, history, given, terms, verb="close")
