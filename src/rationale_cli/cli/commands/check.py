"""``rationale check``."""

from typing import Annotated

import typer

from rationale_cli.cli import console
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def check(
    context: typer.Context,
    record_id: RecordId,
    revision: Annotated[
        str, typer.Option(metavar="REV", help="As 3, latest~1, or a day or time")
    ] = "latest",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show what is missing, and which harms nobody has looked at."""
    from rationale_cli.cli import present, reporting
    from rationale_cli.domain.revision import select
    from rationale_cli.services import checking, formulation, reading

    with opened(context) as session:
        found_id = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found_id, zone=session.zone)
        decision = select(history, revision, zone=session.zone).decision
        found = checking.check(session.store, decision, session.settings)
        decisions = [one.decision for one in history if one.number <= decision.revision]
        concerns = formulation.open_concerns(session.store, found_id, zone=session.zone)
        helps = formulation.hint(decisions, session.settings, open_concerns=concerns)
    if json:
        from msgspec import to_builtins

        plain = to_builtins(found, enc_hook=str)
        console.write_json({"id": decision.id, "revision": decision.revision, "findings": plain})
    else:
        console.write(present.findings(found, decision))
        for sentence in helps:
            reporting.say(sentence)
    if any(finding.is_error for finding in found):
        raise typer.Exit(1)
