"""``rationale diff``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import console, looking_back
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def diff(
    context: typer.Context,
    record_id: RecordId,
    revisions: Annotated[
        str, typer.Argument(metavar="[A..B]", help="As 1..6; else the last two", show_default=False)
    ] = "",
    as_of: looking_back.AsOf = "",
    decided: looking_back.Decided = False,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show what changed between two revisions, in words."""
    from rationale_cli.cli import present
    from rationale_cli.domain.revision import select
    from rationale_cli.domain.telling.sentences import tell
    from rationale_cli.services import reading

    with opened(context) as session:
        found = reading.resolve(session.store, record_id)
        past = looking_back.seen(
            session,
            reading.history(session.store, found, zone=session.zone),
            as_of,
            decided=decided,
        )
        history = past.history
        start, end = _ends(revisions, len(history))
        before = select(history, start, zone=session.zone).decision
        after = select(history, end, zone=session.zone).decision
        words = session.words
    if json:
        console.write_json({**looking_back.plain(past), **_plain(before, after)})
    else:
        told = present.changes(before, after, tell(before, after, words))
        console.write((*looking_back.lines(past, words), *told))


def _ends(text: str, count: int) -> tuple[str, str]:
    start, _, end = text.partition("..")
    return start or ("latest~1" if count > 1 else "latest"), end or "latest"


def _plain(before: Any, after: Any) -> dict[str, Any]:
    from rationale_cli.domain import change

    return {
        "id": after.id,
        "from": before.revision,
        "to": after.revision,
        "changes": [
            {"path": one.path, "kind": one.kind, "before": one.before, "after": one.after}
            for one in change.diff(before, after)
        ],
    }
