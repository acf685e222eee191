"""``rationale amend``."""

import typer

from rationale_cli.cli import revising, saying

app = typer.Typer(rich_markup_mode=None)


@app.command()
def amend(
    context: typer.Context,
    record_id: saying.RecordId,
    answers: saying.Answers = None,
    edit: saying.Edit = False,
    question_set: saying.QuestionSetName = "",
    fresh: saying.Fresh = False,
    full: saying.Full = False,
    because: saying.Because = "",
    by: saying.By = "",
    kind: saying.StandsAs = "",
    decided_at: saying.DecidedAt = "",
    late_reason: saying.LateReason = "",
    final: saying.Final = False,
) -> None:
    """Change a decision, with a reason."""
    revising.revise(
        context,
        record_id,
        verb="amend",
        answers=answers,
        edit=edit,
        question_set=question_set,
        fresh=fresh,
        # Whoever names a set wants its questions, answered or not.
        full=full or bool(question_set),
        because=because,
        by=by,
        kind=kind,
        decided_at=decided_at,
        late_reason=late_reason,
        final=final,
    )
