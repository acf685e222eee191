"""``rationale list``."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, folders, looking_back
from rationale_cli.cli.audience import Audience

app = typer.Typer(rich_markup_mode=None)


@app.command()
def list_(
    context: typer.Context,
    into: folders.In = [],  # noqa: B006 - typer makes a new list of it
    more: folders.More = [],  # noqa: B006 - typer makes a new list of it
    as_of: looking_back.AsOf = "",
    decided: looking_back.Decided = False,
    audience: Audience = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """List the decisions of the folder."""
    look = _look(as_of, decided=decided)
    over = folders.over(context, folders.named("list", into, more), look, audience=audience)
    if json:
        _write_json(over)
    else:
        for folder, (past, _) in over.found.items():
            looking_back.say_listed(past, folder)
        _write(over.found)
    if over.faults:
        raise typer.Exit(1)


def _look(as_of: str, *, decided: bool) -> Any:
    """What is done in each folder: its list, and what is known of it where it is of the past."""

    def look(session: Any, _folder: str) -> Any:
        past = looking_back.listed(session, as_of, decided=decided)
        return past, past.rows if past else _rows(session)

    return look


def _write(found: Mapping[str, Any]) -> None:
    if not console.is_terminal():
        console.write_tsv(
            (*_cells(row), *([folder] if folder else []))
            for folder, (_, rows) in found.items()
            for row in rows
        )
        return
    for place, (folder, (past, rows)) in enumerate(found.items()):
        if folder:
            console.write([*([""] if place else []), folder])
        if rows or past is None:
            from rationale_cli.cli import table

            table.write(rows)


def _write_json(over: folders.Over[Any]) -> None:
    pasts = [past for past, _ in over.found.values() if past is not None]
    rows = ((folder, row) for folder, (_, some) in over.found.items() for row in some)
    console.write_json(
        {
            **looking_back.listed_plain(pasts),
            "decisions": [{**_plain(row), "folder": folder or None} for folder, row in rows],
            "unreadable": [{"folder": name, "fault": why} for name, why in over.faults.items()],
        }
    )


def _rows(session: Any) -> Any:
    from rationale_cli.domain import ids

    # An empty folder is told without reading settings or loading what decodes records.
    if not session.store.entries(ids.FOLDER):
        return ()
    from rationale_cli.services import viewing

    return viewing.listed(session.store, zone=session.zone, clearance=session.clearance)


def _plain(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "revision": row.revision,
        "status": row.status,
        "mode": row.mode,
        "title": row.title,
        "case": row.case,
        "decided_at": row.decided_at.isoformat() if row.decided_at else None,
        "recorded_at": row.recorded_at.isoformat() if row.recorded_at else None,
        "open_dissent": row.open_dissent,
        "fault": row.fault or None,
    }


def _cells(row: Any) -> tuple[str, ...]:
    return (
        row.id,
        f"r{row.revision}" if row.revision else "-",
        row.status or "-",
        row.mode or "-",
        row.decided_at.isoformat() if row.decided_at else "-",
        row.case or "-",
        row.title or (f"unreadable: {row.fault}" if row.fault else "-"),
    )
