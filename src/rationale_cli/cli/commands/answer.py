"""``rationale answer``."""

from typing import Annotated

import typer

from rationale_cli.cli import from_whom, saying
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def answer(
    context: typer.Context,
    record_id: saying.RecordId,
    entry: Annotated[
        str, typer.Argument(metavar="ENTRY", help="The question, as E3; 'seen' shows them")
    ],
    text: Annotated[str, typer.Option("--text", metavar="TEXT", help="The answer")] = "",
    for_: Annotated[
        str,
        typer.Option("--for", metavar="ROLE@AGENCY", help="Who answers, if not the one who types"),
    ] = "",
    via: from_whom.Via = "",
    received: Annotated[
        str, typer.Option("--received", metavar="TIME", help="When they were told; else now")
    ] = "",
    answers: saying.Answers = None,
    by: saying.By = "",
) -> None:
    """Answer a question that somebody asked."""
    from rationale_cli.cli import answering
    from rationale_cli.domain.seen import EntryKind
    from rationale_cli.domain.understanding.heard import Heard
    from rationale_cli.services import ledger_keeping, reading, understanding

    with opened(context, mends=True) as session:
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        seen = understanding.ledger(session.store, found).value
        said = Heard(
            kind=EntryKind.ANSWER,
            text=text,
            for_=from_whom.who(for_),
            via=from_whom.way(via),
            received=from_whom.moment(received, session),
        )
        asked = ledger_keeping.question(seen, entry)
        terms = from_whom.terms(session, by)
        if answers is not None:
            answering.from_file(session, answers, (history[-1], asked), said, terms)
        else:
            answering.answer(session, (history[-1], asked), said, terms)
