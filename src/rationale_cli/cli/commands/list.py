"""``rationale list``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import console, looking_back
from rationale_cli.cli.audience import Audience
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def list_(
    context: typer.Context,
    as_of: looking_back.AsOf = "",
    decided: looking_back.Decided = False,
    audience: Audience = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """List the decisions of the folder."""
    with opened(context, audience=audience) as session:
        past = looking_back.listed(session, as_of, decided=decided)
        rows = past.rows if past else _rows(session)
    if json:
        plain = [_plain(row) for row in rows]
        console.write_json({**looking_back.listed_plain(past), "decisions": plain})
        return
    looking_back.say_listed(past)
    if not console.is_terminal():
        console.write_tsv(_cells(row) for row in rows)
    elif rows or past is None:
        from rationale_cli.cli import table

        table.write(rows)


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
