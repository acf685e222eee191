"""``rationale brief``."""

from pathlib import Path
from typing import Annotated

import typer

from rationale_cli.cli import looking_back, reporting
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
    as_of: looking_back.AsOf = "",
    decided: looking_back.Decided = False,
) -> None:
    """Write a briefing that can be handed to the team."""
    from rationale_cli.cli import document
    from rationale_cli.services import reading, telling

    chosen = document.form(form, output)
    with opened(context) as session:
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        past = looking_back.seen(session, history, as_of, decided=decided, revision=revision)
        words = session.words
        briefing = telling.brief(past, session.settings, harms=session.harms, words=words)
        briefing = telling.with_readers(
            briefing, session.store, past, session.settings, words=words
        )
    text = telling.render(briefing, chosen)
    if output == "-":
        typer.echo(text, nl=False)
        return
    path = Path(output or document.name(past, chosen.value))
    document.write(path, text)
    looking_back.say(past, words)
    all_of_it = "everything that was there then" if past.as_of else "everything in the record"
    reporting.say(f"Read it before you share it: {all_of_it} is in it.")
    typer.echo(path)
