"""``rationale resume``."""

from typing import Annotated

import typer

from rationale_cli.cli import saying
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def resume(
    context: typer.Context,
    draft: Annotated[
        str, typer.Argument(metavar="[DRAFT]", help="Which one; needed only if there are several")
    ] = "",
    on_latest: Annotated[
        bool,
        typer.Option("--on-latest", help="Lay it over the newest revision, if the record moved on"),
    ] = False,
    final: saying.Final = False,
) -> None:
    """Go on with an interview that was stopped, at the same question."""
    from rationale_cli.cli import editing, interviewing, leftover
    from rationale_cli.services import drafting

    with opened(context, mends=True) as session:
        leftover.tell(session)
        name = drafting.chosen(session.store, draft)
        found = drafting.opened(session.store, name, now=session.now.at, zone=session.zone)
        if on_latest and found.blob:
            found = drafting.on_latest(session.store, found, zone=session.zone)
        if found.form:
            editing.resume(session, found, is_final=final)
        else:
            interviewing.resume(session, found, is_final=final)
