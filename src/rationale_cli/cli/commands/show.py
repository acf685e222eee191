"""``rationale show``."""

from typing import Annotated

import typer

from rationale_cli.cli import console
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def show(
    context: typer.Context,
    record_id: RecordId,
    revision: Annotated[
        str, typer.Option(metavar="REV", help="As 3, latest~1, or a day or time")
    ] = "latest",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
    toml: Annotated[
        bool, typer.Option("--toml", help="The text of the file, as committed")
    ] = False,
) -> None:
    """Show one decision."""
    from rationale_cli.codec import shipped
    from rationale_cli.domain.form import seed
    from rationale_cli.domain.harm import due_for
    from rationale_cli.domain.revision import select
    from rationale_cli.services import reading

    with opened(context) as session:
        found_id = reading.resolve(session.store, record_id)
        revisions = reading.history(session.store, found_id, zone=session.zone)
        until = revisions.index(select(revisions, revision, zone=session.zone)) + 1
        text = reading.text(session.store, revisions[until - 1])
        words = session.words
    history = tuple(one.decision for one in revisions[:until])
    found = history[-1]
    if json:
        console.write_json({"decision": seed(found)})
    elif toml:
        console.write_text(text)
    else:
        from rationale_cli.cli import sheet

        due = due_for(found, shipped.harms())
        console.write(sheet.decision(history, due, words))
