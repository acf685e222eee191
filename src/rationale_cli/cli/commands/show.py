"""``rationale show``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import console, looking_back
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened
from rationale_cli.errors import RationaleError

app = typer.Typer(rich_markup_mode=None)


@app.command()
def show(
    context: typer.Context,
    record_id: RecordId,
    revision: Annotated[
        str, typer.Option(metavar="REV", help="As 3, latest~1, or a day or time")
    ] = "latest",
    as_of: looking_back.AsOf = "",
    decided: looking_back.Decided = False,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
    toml: Annotated[
        bool, typer.Option("--toml", help="The text of the file, as committed")
    ] = False,
) -> None:
    """Show one decision."""
    from rationale_cli.domain.form import seed
    from rationale_cli.services import formulation, reading

    with opened(context) as session:
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        past = looking_back.seen(session, history, as_of, decided=decided, revision=revision)
        text = reading.text(session.store, past.revision)
        words, harms = session.words, session.harms
        decisions = tuple(one.decision for one in past.history)
        concerns = formulation.open_concerns(session.store, found, zone=session.zone)
        helps = formulation.hint(decisions, session.settings, open_concerns=concerns)
        readers = () if json or toml else _readers(session, past)
    if json:
        console.write_json({**looking_back.plain(past), "decision": seed(decisions[-1])})
    elif toml:
        looking_back.say(past, words)
        console.write_text(text)
    else:
        from rationale_cli.cli import sheet

        above = looking_back.lines(past, words)
        below = ("", *helps) if helps else ()
        console.write((*above, *sheet.decision(decisions, harms, words, readers), *below))


def _readers(session: Any, past: Any) -> tuple[str, ...]:
    """Say who has seen it; a time that is looked back to is the present of what is said."""
    from rationale_cli.cli import ledger
    from rationale_cli.services import understanding

    try:
        state = understanding.state(session.store, past, session.settings)
    except RationaleError as error:
        # The decision itself can be read, and is shown.
        return tuple(ledger.unreadable(error))
    now = past.as_of.limit if past.as_of else session.now.at
    today = now.astimezone(session.zone).date()
    return tuple(ledger.short(state, session.words, today))
