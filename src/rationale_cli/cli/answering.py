"""The answer to a question, from the command line, a file or the terminal, to the folder."""

import typer
from msgspec import structs

from rationale_cli.cli import prompt, reporting, saying, sharing
from rationale_cli.cli.session import Session
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import Entry, EntryKind
from rationale_cli.domain.understanding.heard import Heard, Replies
from rationale_cli.errors import UsageError
from rationale_cli.services import ledger_keeping
from rationale_cli.services import sharing as service
from rationale_cli.services.terms import Terms

Asked = tuple[Revision, Entry]
"""The revision that now stands, and the question that is answered."""


class NotOneAnswerError(UsageError):
    """A file of answers does not hold the one answer."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} does not hold one answer",
            hint='Write one [[entry]] with kind = "answer" and its text.',
        )


def answer(session: Session, asked: Asked, said: Heard, terms: Terms) -> None:
    """Record the answer to a question, and tell it; at a terminal it is asked for.

    Args:
        session: This run of the program.
        asked: What is answered.
        said: The answer, or what is known of it.
        terms: When it is recorded, and by whom.
    """
    ledger_keeping.recorder(terms)  # said before anybody has typed an answer
    if said.text.strip() or not prompt.is_somebody_there():
        _record(session, asked, said, terms)
        return
    from rationale_cli.cli import short_lines

    revision, question = asked
    lines = short_lines.Lines(session)
    lines.say(f"{question.for_ or 'Somebody'} asks:")
    lines.say(question.text.strip(), indent="  ")
    verb = f"answer {revision.decision.id} {question.id}"
    with short_lines.kept(session, revision.decision.id, verb) as file:
        said = structs.replace(said, text=lines.ask("What is the answer?"))
        file.keep(Replies(entry=(said,)))
        _record(session, asked, said, terms)


def from_file(session: Session, source: str, asked: Asked, said: Heard, terms: Terms) -> None:
    """Record the one answer that a file holds; the rest is as the command line says.

    Raises:
        NotOneAnswerError: If it holds none, several, or something else.
    """
    from rationale_cli.codec import companion

    with saying.text_of(session, source, of=asked[0].decision.id) as (name, text):
        rows = companion.decode(text, Replies, name=name, zone=session.zone).entry
        if len(rows) != 1 or rows[0].kind is not EntryKind.ANSWER:
            raise NotOneAnswerError(name)
        whole = structs.replace(
            said,
            text=rows[0].text or said.text,
            for_=rows[0].for_ or said.for_,
            via=rows[0].via or said.via,
            received=rows[0].received or said.received,
        )
        _record(session, asked, whole, terms)


def _record(session: Session, asked: Asked, said: Heard, terms: Terms) -> None:
    revision, question = asked
    done = service.answer(session.store, revision, question, said, terms=terms)
    sharing.tell(session, done)
    reporting.say(f"It answers {question.id}, which {question.for_ or 'somebody'} asked.")
    typer.echo(f"{revision.decision.id} r{revision.number}")
