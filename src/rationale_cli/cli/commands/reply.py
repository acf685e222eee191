"""``rationale reply``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import from_whom, saying
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def reply(
    context: typer.Context,
    record_id: saying.RecordId,
    for_: from_whom.For = "",
    via: from_whom.Via = "",
    received: from_whom.Received = "",
    read: Annotated[bool, typer.Option("--read", help="They have read it")] = False,
    revision: from_whom.Revision = "",
    in_own_words: Annotated[
        str,
        typer.Option(metavar="TEXT", help="What is decided and why, as they tell it themselves"),
    ] = "",
    question: Annotated[str, typer.Option(metavar="TEXT", help="What they ask")] = "",
    disagree: Annotated[
        str, typer.Option(metavar="TEXT", help="Their disagreement; becomes part of the decision")
    ] = "",
    harm: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="A harm that they fear; may be given several times"),
    ] = None,
    asks: Annotated[str, typer.Option(metavar="TEXT", help="What they ask for")] = "",
    read_back: Annotated[
        bool, typer.Option("--read-back", help="Their words were read back to them, and are right")
    ] = False,
    new: Annotated[
        str, typer.Option(metavar="TEXT", help="What they know that is not written here")
    ] = "",
    message: Annotated[
        str, typer.Option("--from", metavar="FILE", help="Take the words of an e-mail; '-': piped")
    ] = "",
    as_: Annotated[
        list[str] | None,
        typer.Option(
            "--as",
            metavar="read|in-own-words|question|disagree|new-information",
            help="What the message is; may be given several times",
        ),
    ] = None,
    answers: saying.Answers = None,
    because: saying.Because = "",
    by: saying.By = "",
) -> None:
    """Record what somebody said back about a decision."""
    from rationale_cli.cli import replying
    from rationale_cli.domain.seen import EntryKind
    from rationale_cli.services import reading

    texts = {
        EntryKind.IN_OWN_WORDS: in_own_words,
        EntryKind.QUESTION: question,
        EntryKind.DISAGREE: disagree,
        EntryKind.NEW_INFORMATION: new,
    }
    with opened(context, mends=True) as session:
        said: dict[str, Any] = {
            "for_": from_whom.who(for_),
            "via": from_whom.way(via),
            "received": from_whom.moment(received, session),
            "harms": tuple(harm or ()),
            "asks": asks,
            "confirmed": True if read_back else None,
        }
        found = reading.resolve(session.store, record_id)
        replying.reply(
            session,
            found,
            replying.Told(
                said=said,
                is_read=read,
                texts={kind: text for kind, text in texts.items() if text.strip()},
                revision=revision,
                message=message,
                kinds=tuple(as_ or ()),
                answers=answers,
            ),
            from_whom.terms(session, by, because),
        )
