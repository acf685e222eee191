"""``rationale timeline``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import console, own_templates, reporting
from rationale_cli.cli.audience import AudienceOfDocument
from rationale_cli.cli.own_templates import Shipped
from rationale_cli.cli.session import Session, opened
from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.errors import RationaleError, UsageError

app = typer.Typer(rich_markup_mode=None)


class RecordOrCaseError(UsageError):
    """Both a record and a case were named."""

    def __init__(self, record_id: str, case: str) -> None:
        super().__init__(
            f"both the decision {record_id!r} and the case {case!r} were named",
            hint="Name one of them: a case holds all its decisions.",
        )


class ValuesOrDocumentError(UsageError):
    """Both values for programs and a document were asked for."""

    def __init__(self) -> None:
        super().__init__(
            "both --json and a document were asked for",
            hint="Ask for one of them: --json writes to standard output.",
        )


@app.command()
def timeline(
    context: typer.Context,
    record_id: Annotated[
        str,
        typer.Argument(
            metavar="[ID]",
            help="The record, or the start of its id; else the only one of the folder",
            show_default=False,
        ),
    ] = "",
    case: Annotated[
        str, typer.Option("--case", metavar="CASE", help="All the decisions of a case in one line")
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write a document there; '-' is standard output. Else named by id or case",
        ),
    ] = "",
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="html|md", help="Write a document; html has the risks drawn"
        ),
    ] = "",
    audience: AudienceOfDocument = "",
    shipped: Shipped = False,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show on one line of time what happened, and how the risks were seen.

    In a pipe each event is a line: time, kind, record, revision, who, what, what was said about
    it, and whether it was entered late, learned later or lies ahead.
    """
    from rationale_cli.cli import document

    if record_id and case:
        raise RecordOrCaseError(record_id, case)
    if json and (form or output):
        raise ValuesOrDocumentError
    chosen = document.form(form, output) if form or output else None
    # What leaves the folder as a document is for somebody: the team, if nobody else is named.
    whom = audience or (CORE_TEAM if chosen else "")
    with opened(context, audience=whom) as session:
        if chosen is not None:
            name, text = _document(session, record_id, case, chosen, shipped=shipped)
            document.give(text, output, name=f"{name}.{chosen.value}", whom=whom)
            return
        _show(session, record_id, case, json=json)


def _show(session: Session, record_id: str, case: str, *, json: bool) -> None:
    # A screen tells how it stands today; what a program reads does not change with the day.
    is_screen = console.is_terminal() and not json
    line = _line(session, record_id, case, until=session.now if is_screen else None)
    if json:
        from rationale_cli.cli import events

        console.write_json(events.plain(line))
    elif is_screen:
        from rationale_cli.cli import days

        console.write(days.told(line, session.words))
    else:
        from rationale_cli.cli import events

        console.write_tsv(events.cells(one) for one in line.events)


def _line(session: Session, record_id: str, case: str, *, until: Any = None) -> Any:
    from rationale_cli.services import companions, timing

    found = timing.chosen(
        session.store,
        record_id=record_id,
        case=case,
        zone=session.zone,
        clearance=session.clearance,
    )
    for unreadable in found.unreadable:
        reporting.say(f"{unreadable} cannot be read, and may belong to this case.")
    try:
        concerns = companions.histories(
            session.store, found.ids, zone=session.zone, clearance=session.clearance
        )
    except RationaleError as error:
        # What happened to the decision is told all the same.
        concerns = ()
        why = companions.why_unread(error, session.clearance)
        reporting.say(f"warning: concerns are left out: {why}")
    return timing.timeline(
        [session.view(one).history for one in found.ids],
        harms=session.harms,
        words=session.words,
        zone=session.zone,
        provisions=session.provisions,
        until=until,
        concerns=concerns,
    )


def _document(
    session: Session, record_id: str, case: str, form: Any, *, shipped: bool
) -> tuple[str, str]:
    """The name that the document has if nobody gives it one, and its text."""
    from rationale_cli.domain.telling.letterhead import Letterhead
    from rationale_cli.services import telling, timing, viewing

    line = _line(session, record_id, case)
    views = [session.view(one.id) for one in line.records]
    said = [one for each in views for one in viewing.withheld(each, session.settings)]
    letterhead = Letterhead(
        marking=session.settings.marking,
        audience=session.audience,
        withheld=tuple(dict.fromkeys(said)),
    )
    text = timing.render(
        line,
        form,
        letterhead,
        words=session.words,
        zone=session.zone,
        own=own_templates.own(session, shipped=shipped),
    )
    read = telling.unescaped(text, form)
    viewing.demand_clean(read, session.store, *views, zone=session.zone)
    first = line.records[0]
    name = f"{first.id}-r{first.revision}" if len(line.records) == 1 else first.id
    return f"timeline-{name}", text
