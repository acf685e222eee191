"""``rationale show``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import console, looking_back
from rationale_cli.cli.audience import Audience
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened
from rationale_cli.errors import RationaleError, UsageError

app = typer.Typer(rich_markup_mode=None)


class WholeTextError(UsageError):
    """The text of a file was asked for, for somebody who may not see all of it."""

    def __init__(self) -> None:
        super().__init__(
            "--toml and --audience cannot be used together",
            hint="A file is shown whole or not at all; --json gives what the audience may see.",
        )


@app.command()
def show(
    context: typer.Context,
    record_id: RecordId,
    revision: Annotated[
        str, typer.Option(metavar="REV", help="As 3, latest~1, or a day or time")
    ] = "latest",
    as_of: looking_back.AsOf = "",
    decided: looking_back.Decided = False,
    audience: Audience = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
    toml: Annotated[
        bool, typer.Option("--toml", help="The text of the file, as committed")
    ] = False,
) -> None:
    """Show one decision."""
    from rationale_cli.cli import concern_list
    from rationale_cli.domain.form import seed
    from rationale_cli.domain.telling import lawful
    from rationale_cli.services import reading, standing, viewing

    if toml and audience:
        raise WholeTextError
    with opened(context, audience=audience) as session:
        found = reading.resolve(session.store, record_id)
        view = session.view(found)
        past = looking_back.seen(session, view.history, as_of, decided=decided, revision=revision)
        text = reading.text(session.store, past.revision)
        words, harms = session.words, session.harms
        provisions, zone = session.provisions, session.zone
        decisions = tuple(one.decision for one in past.history)
        helps = _helps(session, decisions)
        missing = viewing.withheld(view, session.settings)
        concerns = standing.about(
            session.store,
            past.revision.decision,
            session.settings,
            now=session.now,
            as_of=past.as_of.limit if past.as_of else None,
            clearance=session.clearance,
        )
        stood = tuple(concern_list.as_seen(session, one) for one in concerns.stood)
        readers = () if json or toml else _readers(session, past)
    if json:
        console.write_json(
            {
                **looking_back.plain(past),
                "decision": seed(decisions[-1]),
                "concerns": [concern_list.plain(one) for one in stood],
                "law": lawful.plain(decisions[-1], provisions, zone=zone),
            }
        )
    elif toml:
        looking_back.say(past, words)
        console.write_text(text)
    else:
        from rationale_cli.cli import concern_sheet, sheet

        above = (
            *looking_back.lines(past, words),
            *missing,
            *[""] * bool(missing),
            *concern_sheet.above(concerns, words),
        )
        below = ("", *helps) if helps else ()
        law = lawful.law_facts(decisions[-1], provisions, words=words, zone=zone)
        told = sheet.decision(decisions, harms, words, beside=readers, law=law)
        console.write((*above, *told, *below))


def _helps(session: Any, decisions: Any) -> tuple[str, ...]:
    """What may help whoever can call for it; it rests on all of the record, so a copy has none."""
    from rationale_cli.services import formulation

    if not session.clearance.sees_all:
        return ()
    is_open = formulation.open_concerns(session.store, decisions[-1].id, zone=session.zone)
    return formulation.hint(decisions, session.settings, open_concerns=is_open)


def _readers(session: Any, past: Any) -> tuple[str, ...]:
    """Say who has seen it; a time that is looked back to is the present of what is said."""
    from rationale_cli.cli import ledger
    from rationale_cli.services import understanding

    try:
        state = understanding.state(
            session.store, past, session.settings, clearance=session.clearance
        )
    except RationaleError as error:
        # The decision itself can be read, and is shown.
        return tuple(ledger.unreadable(error))
    now = past.as_of.limit if past.as_of else session.now.at
    today = now.astimezone(session.zone).date()
    return tuple(ledger.short(state, session.words, today))
