"""``rationale correct``."""

import typer

from rationale_cli.cli import revising, saying

app = typer.Typer(rich_markup_mode=None)


@app.command()
def correct(
    context: typer.Context,
    record_id: saying.RecordId,
    answers: saying.Answers = None,
    edit: saying.Edit = False,
    full: saying.Full = False,
    because: saying.Because = "",
    by: saying.By = "",
    decided_at: saying.DecidedAt = "",
    late_reason: saying.LateReason = "",
    final: saying.Final = False,
) -> None:
    """Put right what was written wrongly; the old text stays visible."""
    revising.revise(
        context,
        record_id,
        verb="correct",
        answers=answers,
        edit=edit,
        full=full,
        because=because,
        by=by,
        decided_at=decided_at,
        late_reason=late_reason,
        final=final,
    )
