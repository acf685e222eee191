"""``rationale drafts``."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, reporting
from rationale_cli.cli.session import Session, opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def drafts(
    context: typer.Context,
    delete: Annotated[str, typer.Option(metavar="DRAFT", help="Throw one away for good")] = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """List interviews that were stopped, or delete one."""
    from rationale_cli.cli import leftover
    from rationale_cli.services import drafting

    with opened(context, mends=True) as session:
        if delete:
            _delete(session, delete)
            return
        rows, edits = drafting.listed(session.store), leftover.found(session)
        zone = session.zone
        if not json:
            leftover.tell(session)
    if json:
        from msgspec import to_builtins

        texts = [
            {"name": one.name, "path": str(one.path), "kept_at": one.kept_at.isoformat()}
            for one in edits
        ]
        console.write_json({"drafts": to_builtins(rows), "texts": texts})
    elif console.is_terminal():
        console.write(_lines(rows, zone))
    else:
        console.write_tsv(
            (row.name, row.verb or "-", row.kept_at.isoformat(), row.title or row.fault or "-")
            for row in rows
        )


def _delete(session: Session, name: str) -> None:
    """Only a whole name deletes: a beginning could be another one tomorrow."""
    from rationale_cli.cli import leftover
    from rationale_cli.services import drafting
    from rationale_cli.store import drafts as kept

    if leftover.delete(session, name):
        reporting.say(f"Deleted the text {name}.")
        return
    if name not in {one.name for one in kept.names(session.store)}:
        raise drafting.UnknownDraftError(name)
    kept.delete(session.store, name)
    reporting.say(f"Deleted the draft {name}.")


_ANSWERS = "answers"
"""What holds no interview that could go on."""


def _lines(rows: Any, zone: Any) -> Iterator[str]:
    from rationale_cli.domain.words import told

    if not rows:
        yield "No drafts."
    for row in rows:
        yield f"{row.name}  {row.title or (f'unreadable: {row.fault}' if row.fault else '-')}"
        yield f"    kept {told(row.kept_at.astimezone(zone))}"
        if row.verb == _ANSWERS:
            yield f"    Give it again with --answers .git/rationale/drafts/{row.name}"
    if any(row.verb != _ANSWERS for row in rows):
        yield "Go on with 'rationale resume DRAFT'."
