"""``rationale`` alone at a terminal: the five things that people come for."""

import sys
from typing import Any

import typer

from rationale_cli.cli import prompt, reporting
from rationale_cli.cli.session import Session, opened
from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.errors import RationaleError

_CHOICES = (
    ("Record a decision", "new"),
    ("Something has changed", "reassess"),
    ("Somebody replied", "reply"),
    ("Make a briefing", "brief"),
    ("What is waiting", "due"),
)
_OF_NO_RECORD = ("new", "due")


def offer(context: Any) -> None:
    """Show the five choices and run the one that is taken; in a pipe, show the help instead."""
    if not (prompt.is_somebody_there() and sys.stderr.isatty()):
        typer.echo(context.get_help())
        raise typer.Exit(2)
    # Without a folder there is nothing to choose; the error says how to make one.
    with opened(context) as session:
        waiting = _waiting(session)
    reporting.say("The statutory case record comes first.")
    reporting.say(waiting)
    for number, (words, _) in enumerate(_CHOICES, start=1):
        reporting.say(f"  {number}  {words}")
    picked = prompt.ask("Which (1 to 5; Enter leaves)")
    if not picked:
        return
    if picked not in {str(number) for number in range(1, len(_CHOICES) + 1)}:
        reporting.say(f"There is no choice {picked!r}. 'rationale --help' shows everything else.")
        raise typer.Exit(2)
    verb = _CHOICES[int(picked) - 1][1]
    arguments: list[str] = []
    if verb not in _OF_NO_RECORD:
        if not (record := _record(context)):
            return
        arguments = [record, *(_for_whom() if verb == "brief" else ())]
    command = context.command.get_command(context, verb)
    with command.make_context(verb, arguments, parent=context) as inner:
        command.invoke(inner)


def _waiting(session: Session) -> str:
    from rationale_cli.domain.due.wording import NOTHING, counted
    from rationale_cli.services import waiting

    try:
        store, settings, words = session.store, session.settings, session.words
        now = session.now
        told = counted(waiting.waits(store, settings, words, now=now))
    except RationaleError as error:
        return f"What waits cannot be told: {error}."
    return f"What waits: {told}" if told != NOTHING else told


def _record(context: Any) -> str:
    from rationale_cli.cli import table
    from rationale_cli.services import reading

    with opened(context) as session:
        rows = reading.listed(session.store, zone=session.zone)
    if not rows:
        reporting.say("Nothing is recorded here yet. Begin with 'rationale new'.")
        return ""
    table.write(rows)
    if len(rows) == 1:
        return prompt.ask("Which record (its id, or the start of it)", rows[0].id)
    return prompt.ask("Which record (its id, or the start of it; Enter leaves)")


def _for_whom() -> tuple[str, str]:
    reporting.say("It can be for family, child or court, or for views before you decide.")
    return "--audience", prompt.ask("For whom", CORE_TEAM)
