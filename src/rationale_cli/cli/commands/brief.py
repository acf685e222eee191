"""``rationale brief``."""

from pathlib import Path
from typing import Annotated

import typer

from rationale_cli.cli import reporting
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def brief(
    context: typer.Context,
    record_id: RecordId,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to; '-' is standard output. Else named by id",
        ),
    ] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="html|md", help="Else by the name of the file; html")
    ] = "",
    revision: Annotated[
        str, typer.Option(metavar="REV", help="As 3, latest~1, or a day or time")
    ] = "latest",
) -> None:
    """Write a briefing that can be handed to the team."""
    from rationale_cli.cli import document
    from rationale_cli.domain.revision import select
    from rationale_cli.services import reading, telling

    chosen = document.form(form, output)
    with opened(context) as session:
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        until = history.index(select(history, revision, zone=session.zone)) + 1
        briefing = telling.brief(history[:until], session.settings, words=session.words)
    text = telling.render(briefing, chosen)
    if output == "-":
        typer.echo(text, nl=False)
        return
    number = history[until - 1].number
    path = Path(output or f"briefing-{found}-r{number}.{chosen.value}")
    document.write(path, text)
    reporting.say("Read it before you share it: everything in the record is in it.")
    typer.echo(path)
