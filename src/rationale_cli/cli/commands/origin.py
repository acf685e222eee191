"""``rationale origin``."""

from typing import Annotated

import typer

from rationale_cli.cli import console, reporting
from rationale_cli.cli.audience import Audience
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def origin(
    context: typer.Context,
    record_id: RecordId,
    path: Annotated[
        str,
        typer.Argument(
            metavar="[PATH]",
            help="As risk.R1.likelihood, option.B or question; else everything",
            show_default=False,
        ),
    ] = "",
    audience: Audience = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show where each part of a decision came from: who set it, when, and why."""
    from rationale_cli.cli import place, traced
    from rationale_cli.services import reading, tracing

    with opened(context, audience=audience) as session:
        record = reading.resolve(session.store, record_id)
        decision, found = tracing.trace(
            session.store, record, path.strip(), zone=session.zone, clearance=session.clearance
        )
        words = session.words
    if json:
        plain = [place.plain(one) for one in found]
        console.write_json({"id": record, "revision": decision.revision, "origins": plain})
    elif console.is_terminal():
        console.write(traced.lines(found, decision, path.strip(), words))
    else:
        console.write_tsv(place.rows(found, words))
        if not found:
            reporting.say(traced.nothing(decision, path.strip(), words))
