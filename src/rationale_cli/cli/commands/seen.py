"""``rationale seen``."""

from typing import Annotated

import typer

from rationale_cli.cli import console, reporting
from rationale_cli.cli.audience import Audience
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def seen(
    context: typer.Context,
    record_id: RecordId,
    audience: Audience = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Leave with 1 if somebody has not read it or waits"),
    ] = False,
) -> None:
    """Show who has read what now stands, and which questions wait."""
    from rationale_cli.cli import ledger
    from rationale_cli.domain.past import Past
    from rationale_cli.domain.understanding import told
    from rationale_cli.services import reading, understanding

    with opened(context, audience=audience) as session:
        view = session.view(reading.resolve(session.store, record_id))
        state = understanding.state(
            session.store,
            Past(history=view.history),
            session.settings,
            clearance=session.clearance,
        )
        words, today = session.words, session.now.at.astimezone(session.zone).date()
        calendar = ledger.working_days(session, state)
    if json:
        console.write_json(ledger.plain(state, today, calendar))
    elif console.is_terminal():
        console.write(ledger.whole(state, words, today, calendar))
    else:
        console.write_tsv(ledger.rows(state))
        if state.is_copy and not (state.readers or state.waiting):
            reporting.say(told.summary(state))
    if exit_code and (state.unread or state.waiting):
        raise typer.Exit(1)
