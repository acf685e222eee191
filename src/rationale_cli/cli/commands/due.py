"""``rationale due``."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, folders, reporting

app = typer.Typer(rich_markup_mode=None)


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
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Leave with 1 if anything is overdue")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show everything that waits, the most urgent first.

    What has no date stands last. In a pipe each thing is a line: how it stands, by when, how long
    in words, kind, record, path, whose it is, case, folder, and what waits.
    """
    from rationale_cli.domain.due.due import Urgency, in_turn

    over = folders.over(context, folders.named("due", into, more), _look(within))
    found = _narrowed(in_turn(one for each in over.found.values() for one in each), case, owner)
    if json:
        _write_json(found, over.faults)
    elif console.is_terminal():
        from rationale_cli.cli import waiting
        from rationale_cli.codec import shipped

        console.write(waiting.told(found, shipped.words()))
    else:
        from rationale_cli.cli import waiting

        console.write_tsv(waiting.cells(one) for one in found)
    is_late = any(one.urgency is Urgency.OVERDUE for one in found)
    if over.faults or (exit_code and is_late):
        raise typer.Exit(1)


def _look(within: str) -> Any:
    """What is done in each folder."""
    from rationale_cli.domain.due import narrowing
    from rationale_cli.services import waiting

    limit = narrowing.span(within) if within else None

    def look(session: Any, folder: str) -> Any:
        now, zone = session.now, session.zone
        found = waiting.waits(session.store, now=now, zone=zone, folder=folder)
        return narrowing.within(found, limit, now=now.at, zone=zone) if limit else found

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


def _write_json(found: Sequence[Any], faults: dict[str, str]) -> None:
    from rationale_cli.cli import waiting

    unread = [{"folder": name, "fault": fault} for name, fault in faults.items()]
    console.write_json({"due": [waiting.plain(one) for one in found], "unreadable": unread})
