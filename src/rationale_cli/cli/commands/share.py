"""``rationale share``."""

from pathlib import Path
from typing import Annotated

import typer

from rationale_cli.cli import from_whom, saying
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def share(
    context: typer.Context,
    record_id: saying.RecordId,
    for_: Annotated[
        list[str] | None,
        typer.Option(
            "--for", metavar="ROLE@AGENCY", help="To whom; a role; may be given several times"
        ),
    ] = None,
    via: from_whom.Via = "",
    audience: Annotated[
        str, typer.Option(metavar="NAME", help="For whom the copy was made, as core-team")
    ] = "",
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="DOCUMENT", help="What was sent; only its sum is recorded"),
    ] = None,
    revision: from_whom.Revision = "latest",
    received: Annotated[
        str, typer.Option("--received", metavar="TIME", help="When it was handed over; else now")
    ] = "",
    declined: Annotated[
        bool, typer.Option("--declined", help="It was decided not to share it; say why")
    ] = False,
    because: Annotated[
        str, typer.Option("--because", metavar="TEXT", help="Why it is shared, or is not")
    ] = "",
    answers: saying.Answers = None,
    by: saying.By = "",
) -> None:
    """Record what was sent to whom, or why it was not."""
    from rationale_cli.cli import sharing
    from rationale_cli.domain.revision import select
    from rationale_cli.domain.seen import EntryKind
    from rationale_cli.domain.understanding.heard import Heard
    from rationale_cli.services import reading
    from rationale_cli.services import sharing as service

    with opened(context, mends=True) as session:
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        copy = Heard(
            kind=EntryKind.DECLINED if declined else EntryKind.SHARED,
            text=because,
            via=from_whom.way(via),
            received=from_whom.moment(received, session),
            audience=audience,
            sha256=service.checksum(file) if file else "",
        )
        readers = tuple(filter(None, map(from_whom.who, for_ or ())))
        terms = from_whom.terms(session, by)
        chosen = select(history, revision, zone=session.zone)
        if answers is not None:
            sharing.from_file(session, answers, chosen, (readers, copy), terms)
        else:
            sharing.share(session, chosen, (readers, copy), terms)
