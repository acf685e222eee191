"""``rationale note``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import revising, saying

app = typer.Typer(rich_markup_mode=None)


@app.command()
def note(
    context: typer.Context,
    record_id: saying.RecordId,
    text: Annotated[
        str, typer.Option("--text", metavar="TEXT", help="What was heard ('-': standard input)")
    ] = "",
    source: Annotated[
        str,
        typer.Option("--from", metavar="ROLE@AGENCY", help="With --text: from whom, never a name"),
    ] = "",
    heard_at: Annotated[
        str, typer.Option("--heard-at", metavar="TIME", help="With --text: when it was so")
    ] = "",
    fired: Annotated[
        list[str] | None,
        typer.Option(
            "--fired", metavar="ID", help="With --text: a warning sign that came up, as T1, W1, R2"
        ),
    ] = None,
    control: Annotated[
        list[str] | None,
        typer.Option(
            "--control", metavar="ID=STATE", help="With --text: how a control stands, as M7=failed"
        ),
    ] = None,
    answers: saying.Answers = None,
    edit: saying.Edit = False,
    because: saying.Because = "",
    by: saying.By = "",
    decided_at: saying.DecidedAt = "",
    late_reason: saying.LateReason = "",
    final: saying.Final = False,
) -> None:
    """Add something that was heard."""
    said: dict[str, Any] = {
        "because": because,
        "by": by,
        "decided_at": decided_at,
        "late_reason": late_reason,
        "final": final,
    }
    quick = {
        "source": source,
        "heard_at": heard_at,
        "fired": fired or (),
        "controls": control or (),
    }
    saying.demand_text(text, answers, edit=edit, others=any(quick.values()))
    if text:
        revising.note(context, record_id, text=text, quick=quick, said=said)
        return
    revising.revise(
        context,
        record_id,
        verb="note",
        answers=answers,
        edit=edit,
        question_set="note",
        full=True,
        **said,
    )
