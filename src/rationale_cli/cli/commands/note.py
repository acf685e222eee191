"""``rationale note``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import revising, saying
from rationale_cli.errors import UsageError

app = typer.Typer(rich_markup_mode=None)


class TextAloneError(UsageError):
    """What was heard was said in two ways, or something was said of nothing."""

    def __init__(self) -> None:
        super().__init__(
            "--from, --heard-at, --fired and --control belong to --text, which stands alone",
            hint='Write for example --text "A mark on her cheek." --from "nursery@education", '
            "without --answers or --edit.",
        )


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
    _demand_text(text, answers, edit=edit, others=any(quick.values()))
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


def _demand_text(text: str, answers: str | None, *, edit: bool, others: bool) -> None:
    """Make sure that a note on the command line is said in one way, and says something."""
    if (others and not text.strip()) or (text and (edit or answers is not None)):
        raise TextAloneError
