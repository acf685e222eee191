"""What was sent to whom: from the command line, a file or the golden rules, to the folder."""

import typer
from msgspec import structs

from rationale_cli.cli import prompt, reporting, saying
from rationale_cli.cli.session import Session
from rationale_cli.domain.part import Party
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import Entry
from rationale_cli.domain.understanding.heard import Heard, Replies
from rationale_cli.services import ledger_keeping, question_sets, sharing
from rationale_cli.services.terms import Terms

Sent = tuple[tuple[Party, ...], Heard]
"""To whom, and what is said of the copy."""


def share(session: Session, revision: Revision, sent: Sent, terms: Terms) -> None:
    """Record what was sent, or was not, and tell it.

    At a terminal, without a reason, the five questions of the golden rules are asked first.

    Args:
        session: This run of the program.
        revision: That was sent.
        sent: To whom, and how.
        terms: When it is recorded, and by whom.
    """
    readers, copy = sent
    if copy.text.strip() or not prompt.is_somebody_there():
        _record(session, revision, sharing.entries(readers, copy, revision, terms), terms)
        return
    # What is missing is said before anybody has typed an answer.
    sharing.entries(readers, structs.replace(copy, text="-"), revision, terms)
    _asked(session, revision, sent, terms)


def from_file(session: Session, source: str, revision: Revision, sent: Sent, terms: Terms) -> None:
    """Record what a file of entries says; what one does not say is as the command line says."""
    from rationale_cli.codec import companion

    readers, copy = sent
    with saying.text_of(session, source, of=revision.decision.id) as (name, text):
        rows = companion.decode(text, Replies, name=name, zone=session.zone).entry
        if not rows:
            raise saying.NothingSaidError(name)
        found: list[Entry] = []
        for row in rows:
            whole = structs.replace(
                row,
                text=row.text or copy.text,
                via=row.via or copy.via,
                received=row.received or copy.received,
                audience=row.audience or copy.audience,
                sha256=row.sha256 or copy.sha256,
            )
            whom = (row.for_,) if row.for_ else readers
            found += sharing.entries(whom, whole, revision, terms)
        _record(session, revision, tuple(found), terms)


def tell(session: Session, done: ledger_keeping.Added) -> None:
    """Tell what was kept, and what went wrong afterwards."""
    for warning in done.saved.warnings:
        reporting.say(f"warning: {warning}")
    for one in done.saved.found:
        reporting.tell_found(one.draft)
    for entry in done.entries:
        kind = session.words.value("entry.kind", entry.kind.value)
        reporting.say(f"Kept as {entry.id}: {entry.for_}, {kind}, revision {entry.revision}.")


def _asked(session: Session, revision: Revision, sent: Sent, terms: Terms) -> None:
    from rationale_cli.cli import short_lines

    readers, copy = sent
    questions = question_sets.question_set(session.store, "share")
    record_id = revision.decision.id
    lines = short_lines.Lines(session)
    lines.say(f"{questions.title}. Enter passes a question over.")
    told: list[str] = []
    with short_lines.kept(session, record_id, f"share {record_id}") as file:
        for question in questions.questions:
            if text := lines.ask(question.text):
                told.append(f"{question.text} {text}")
                copy = structs.replace(copy, text="\n".join(told))
                rows = (structs.replace(copy, for_=one) for one in readers)
                file.keep(Replies(entry=tuple(rows)))
        _record(session, revision, sharing.entries(readers, copy, revision, terms), terms)


def _record(session: Session, revision: Revision, new: tuple[Entry, ...], terms: Terms) -> None:
    record_id = revision.decision.id
    done = ledger_keeping.add(session.store, record_id, new, terms, verb="share")
    tell(session, done)
    if any(not one.text for one in done.entries):
        reporting.say("No reason is recorded. A reason helps whoever asks later why it was shared.")
    typer.echo(f"{record_id} r{revision.number}")
