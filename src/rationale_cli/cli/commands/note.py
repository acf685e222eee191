"""``rationale note``."""

import typer

from rationale_cli.cli import revising, saying

app = typer.Typer(rich_markup_mode=None)


@app.command()
def note(
    context: typer.Context,
    record_id: saying.RecordId,
    answers: saying.Answers = None,
    edit: saying.Edit = False,
    because: saying.Because = "",
    by: saying.By = "",
    decided_at: saying.DecidedAt = "",
    late_reason: saying.LateReason = "",
    final: saying.Final = False,
) -> None:
    """Add something that was heard."""
    revising.revise(
        context,
        record_id,
        verb="note",
        answers=answers,
        edit=edit,
        question_set="note",
        full=True,
        because=because,
        by=by,
        decided_at=decided_at,
        late_reason=late_reason,
        final=final,
    )
