"""The list of decisions as a table that survives a narrow terminal."""

from typing import Any

from rationale_cli.codec import shipped
from rationale_cli.domain.clean import clean
from rationale_cli.domain.words import told

_WIDE = 90


def write(rows: Any) -> None:
    """Write the list; ids are never cut, and below 90 columns each decision has its own lines."""
    from rich.console import Console

    screen = Console(markup=False, emoji=False, highlight=False)
    if not rows:
        screen.print("No decisions yet. Record one with 'rationale new'.")
    elif screen.width < _WIDE:
        _write_narrow(screen, rows)
    else:
        _write_wide(screen, rows)


def _write_wide(screen: Any, rows: Any) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Id", no_wrap=True, min_width=6)
    table.add_column("Rev", no_wrap=True)
    for name in ("Status", "Mode", "Decided", "Decision"):
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(clean(cell) for cell in _cells(row)))
    screen.print(table)


def _write_narrow(screen: Any, rows: Any) -> None:
    for row in rows:
        record_id, number, status, mode, decided, title = (clean(cell) for cell in _cells(row))
        screen.print(f"{record_id} {number}  {title}")
        screen.print("    " + " · ".join(one for one in (status, mode, decided) if one))


def _cells(row: Any) -> tuple[str, ...]:
    words = shipped.words()
    if row.fault:
        return (row.id, "", "", "", "", f"Unreadable: {row.fault}")
    dissent = f" ({row.open_dissent} disagree)" if row.open_dissent else ""
    return (
        row.id,
        f"r{row.revision}",
        words.value("status", row.status) if row.status else "status not said",
        words.value("mode", row.mode) if row.mode else "",
        told(row.decided_at) if row.decided_at else "",
        (row.title or "(no title yet)") + dissent,
    )
