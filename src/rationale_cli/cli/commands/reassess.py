"""``rationale reassess``."""

from typing import Annotated

import typer

from rationale_cli.cli import revising, saying

app = typer.Typer(rich_markup_mode=None)

OthersUnchanged = Annotated[
    bool,
    typer.Option(
        "--others-unchanged",
        help="Say that every other risk was looked at now, and stands as it did",
    ),
]


@app.command()
def reassess(
    context: typer.Context,
    record_id: saying.RecordId,
    answers: saying.Answers = None,
    edit: saying.Edit = False,
    full: saying.Full = False,
    because: saying.Because = "",
    by: saying.By = "",
    kind: saying.StandsAs = "",
    others_unchanged: OthersUnchanged = False,
    decided_at: saying.DecidedAt = "",
    late_reason: saying.LateReason = "",
    final: saying.Final = False,
) -> None:
    """Look again at the risks, and say whether the decision stands."""
    revising.revise(
        context,
        record_id,
        verb="reassess",
        answers=answers,
        edit=edit,
        question_set="risk-update",
        full=full,
        because=because,
        by=by,
        kind=kind,
        heard={"ru.rest": True} if others_unchanged else {},
        decided_at=decided_at,
        late_reason=late_reason,
        final=final,
    )
