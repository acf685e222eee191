"""``rationale due``."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, folders, reporting
from rationale_cli.cli.audience import Audience
from rationale_cli.errors import UsageError

app = typer.Typer(rich_markup_mode=None)


class TwoFormatsError(UsageError):
    """More than one way of telling was asked for."""

    def __init__(self) -> None:
        super().__init__(
            "more than one of --json, --ics and --format was asked for",
            hint="Ask for one of them.",
        )


class UnknownDueFormatError(UsageError):
    """A format was asked for that this has not."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is no format of this", hint="Choose --format html or --ics.")


@app.command()
def due(
    context: typer.Context,
    within: Annotated[
        str, typer.Option("--within", metavar="TIME", help="Only what is due by then: 12h, 5d, 2w")
    ] = "",
    case: Annotated[str, typer.Option("--case", metavar="CASE", help="Only of this case")] = "",
    owner: Annotated[
        str, typer.Option("--owner", metavar="ROLE", help="Only what is for this role to do")
    ] = "",
    into: folders.In = [],  # noqa: B006 - typer makes a new list of it
    more: folders.More = [],  # noqa: B006 - typer makes a new list of it
    form: Annotated[
        str, typer.Option("--format", metavar="html|ics", help="Write a page, or a calendar")
    ] = "",
    ics: Annotated[
        bool, typer.Option("--ics", help="Write a calendar: ids, kinds and roles, no other words")
    ] = False,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the page or calendar there; '-' is standard output. Else named by day",
        ),
    ] = "",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Leave with 1 if anything is overdue or unreadable")
    ] = False,
    audience: Audience = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show everything that waits, the most urgent first.

    What has no date stands last. In a pipe each thing is a line: how it stands, by when, how long
    in words, kind, record, path, whose it is, case, folder, and what waits.
    """
    from rationale_cli.domain.due.due import Urgency, in_turn
    from rationale_cli.domain.due.waiting import Kind

    kind = _kind(form, output, ics=ics, json=json)
    named = folders.named("due", into, more)
    over = folders.over(context, named, _look(within), audience=audience)
    looked = tuple(over.found.values())
    found = _narrowed(in_turn(one for each in looked for one in each.found), case, owner)
    if json:
        _write_json(found, over.faults)
    elif kind:
        from rationale_cli.cli import agenda

        narrowed = agenda.narrowed(within, case, owner)
        agenda.write(kind, found, looked, faults=over.faults, narrowed=narrowed, output=output)
    else:
        _write(found)
    # Of what cannot be read nobody can say that nothing in it is overdue.
    is_late = any(
        one.urgency is Urgency.OVERDUE or one.waiting.kind is Kind.UNREADABLE for one in found
    )
    if over.faults or (exit_code and is_late):
        raise typer.Exit(1)


def _kind(form: str, output: str, *, ics: bool, json: bool) -> str:
    """What is written into a file: ``html``, ``ics``, or nothing.

    Raises:
        TwoFormatsError: If two things are asked for.
        UnknownDueFormatError: If there is none of this name.
    """
    ending = output.rpartition(".")[2].lower() if "." in output else "html"
    wanted = form or ("ics" if ics else "") or (ending if output else "")
    wanted = {"htm": "html"}.get(wanted, wanted)
    if (json and wanted) or (ics and wanted != "ics"):
        raise TwoFormatsError
    if wanted not in {"", "html", "ics"}:
        raise UnknownDueFormatError(wanted)
    return wanted


def _look(within: str) -> Any:
    """What is done in each folder."""
    from rationale_cli.cli.agenda import Looked
    from rationale_cli.domain.due import narrowing
    from rationale_cli.services import waiting

    limit = narrowing.span(within) if within else None

    def look(session: Any, folder: str) -> Any:
        now, zone, settings = session.now, session.zone, session.settings
        store, words = session.store, session.words
        found = waiting.waits(
            store,
            settings,
            words,
            now=now,
            folder=folder,
            clearance=session.clearance,
        )
        if limit:
            found = narrowing.within(found, limit, now=now.at, zone=zone)
        return Looked(found=found, settings=settings, now=now)

    return look


def _narrowed(found: Sequence[Any], case: str, owner: str) -> Sequence[Any]:
    from rationale_cli.domain.due import narrowing

    if case:
        found = narrowing.of_case(found, case)
    if owner:
        everybodys, found = found, narrowing.owned(found, owner)
        nobodys = sum(not one.waiting.owner for one in everybodys)
        if nobodys:
            reporting.say(f"Nobody is named for {nobodys} more; see them without --owner.")
    return found


def _write(found: Sequence[Any]) -> None:
    from rationale_cli.cli import waiting

    if not console.is_terminal():
        console.write_tsv(waiting.cells(one) for one in found)
        return
    from rationale_cli.codec import shipped

    console.write(waiting.told(found, shipped.words()))


def _write_json(found: Sequence[Any], faults: dict[str, str]) -> None:
    from rationale_cli.cli import waiting

    unread = [{"folder": name, "fault": fault} for name, fault in faults.items()]
    console.write_json({"due": [waiting.plain(one) for one in found], "unreadable": unread})
