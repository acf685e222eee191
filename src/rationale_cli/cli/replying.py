"""A reply, from the command line, a file, a message or short questions, to the folder."""

from typing import Any, NamedTuple

import typer
from msgspec import structs

from rationale_cli.cli import prompt, reporting, saying
from rationale_cli.cli.session import Session
from rationale_cli.domain.revision import Revision, select
from rationale_cli.domain.seen import EntryKind, Via
from rationale_cli.domain.understanding.heard import REPLIES, Heard, Replies
from rationale_cli.errors import UsageError
from rationale_cli.services import ledger_keeping, reading, replying, understanding
from rationale_cli.services.replying import NotAReplyError, Replied
from rationale_cli.services.terms import Terms


class TwoSourcesError(UsageError):
    """A reply was to come from two places at once."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second} cannot be used together", hint="Choose one.")


class NoKindError(UsageError):
    """A message came, and nobody is there to say what it is."""

    def __init__(self) -> None:
        super().__init__(
            "nobody says what this message is",
            hint=f"Add --as with one of: {', '.join(REPLIES)}.",
        )


class Told(NamedTuple):
    """What the command line says of a reply.

    Attributes:
        said: What every entry has in common, by name of the field.
        is_read: Whether they have read it.
        texts: What they said, by its kind.
        revision: That they had before them, as typed; or empty.
        message: File of an e-mail, or ``-``; or empty.
        kinds: What that message is, as typed.
        answers: File of answers, or ``-``; or ``None``.
    """

    said: dict[str, Any]
    is_read: bool
    texts: dict[EntryKind, str]
    revision: str
    message: str
    kinds: tuple[str, ...]
    answers: str | None


def reply(session: Session, record_id: str, told: Told, terms: Terms) -> None:
    """Record a reply, and tell what became of it.

    Raises:
        RationaleError: If it cannot be taken; what was typed is kept then.
    """
    history = reading.history(session.store, record_id, zone=session.zone)
    number = select(history, told.revision, zone=session.zone).number if told.revision else None
    given = Heard(kind=EntryKind.READ, revision=number, **told.said)
    if told.answers is not None:
        if told.message or told.texts or told.is_read:
            raise TwoSourcesError("--answers", "--from" if told.message else "what was said")
        with saying.text_of(session, told.answers, of=record_id) as (name, text):
            _record(session, record_id, _from_file(session, name, text, given), terms)
        return
    said = _said(told, given)
    if told.message:
        _from_message(session, record_id, told, (given, said), terms)
    elif said:
        _record(session, record_id, said, terms)
    else:
        _asked(session, history, given, terms)


def _said(told: Told, given: Heard) -> tuple[Heard, ...]:
    read = (given,) if told.is_read else ()
    return (*read, *(_of(given, kind, text) for kind, text in told.texts.items()))


def _of(given: Heard, kind: EntryKind, text: str) -> Heard:
    return structs.replace(given, kind=kind, text=text)


def _from_file(session: Session, name: str, text: str, given: Heard) -> tuple[Heard, ...]:
    """Read rows of entries; what one does not say is as the command line says."""
    from rationale_cli.codec import companion

    rows = companion.decode(text, Replies, name=name, zone=session.zone).entry
    if not rows:
        raise saying.NothingSaidError(name)
    return tuple(
        structs.replace(
            one,
            for_=one.for_ or given.for_,
            via=one.via or given.via,
            received=one.received or given.received,
            revision=one.revision or given.revision,
        )
        for one in rows
    )


def _asked(session: Session, history: tuple[Revision, ...], given: Heard, terms: Terms) -> None:
    from rationale_cli.cli import asking_back, short_lines

    record_id = history[-1].decision.id
    ledger_keeping.recorder(terms)  # said before anybody has typed an answer
    lines = short_lines.Lines(session)
    with short_lines.kept(session, record_id, f"reply {record_id}") as file:
        seen = understanding.ledger(session.store, record_id).value
        said = asking_back.everything(lines, session, given, history, seen, file)
        if not said:
            reporting.say("Nothing was said, so nothing was recorded.")
            raise typer.Exit(1)
        _record(session, record_id, said, terms)


def _from_message(
    session: Session,
    record_id: str,
    told: Told,
    so_far: tuple[Heard, tuple[Heard, ...]],
    terms: Terms,
) -> None:
    from rationale_cli.cli import asking_back, short_lines
    from rationale_cli.codec import message
    from rationale_cli.domain.moment import Instant

    given, said = so_far
    name = "standard input" if told.message == "-" else told.message
    found = message.read(saying.bytes_of(session, told.message), name=name)
    sent = Instant(found.sent.replace(microsecond=0)) if found.sent else None
    given = structs.replace(given, via=given.via or Via.EMAIL, received=given.received or sent)
    said = tuple(structs.replace(one, via=given.via, received=given.received) for one in said)
    kinds = tuple(_kind(one) for one in told.kinds)
    is_there = prompt.is_somebody_there() and told.message != "-"
    if not kinds and not is_there:
        raise NoKindError
    _show(found)
    if is_there:
        lines = short_lines.Lines(session)
        with short_lines.kept(session, record_id, f"reply {record_id}") as file:
            kinds = kinds or asking_back.kinds(lines)
            given = asking_back.whose(lines, session, given)
            rows = [_of(given, kind, _words(kind, found.text)) for kind in kinds]
            file.keep(Replies(entry=tuple(rows)))
            rows = [
                asking_back.disagreement(lines, one, session)
                if one.kind is EntryKind.DISAGREE
                else one
                for one in rows
            ]
            said = tuple(structs.replace(one, for_=one.for_ or given.for_) for one in said)
            _record(session, record_id, (*said, *rows), terms)
        return
    rows = [_of(given, kind, _words(kind, found.text)) for kind in kinds]
    _record(session, record_id, (*said, *rows), terms)


def _words(kind: EntryKind, text: str) -> str:
    """That somebody has read it needs no words of theirs; what else they say is kept whole."""
    return "" if kind is EntryKind.READ else text


def _kind(text: str) -> EntryKind:
    try:
        return EntryKind(text.strip().lower())
    except ValueError:
        raise NotAReplyError(text) from None


def _show(found: Any) -> None:
    """Show a message on standard error, without a word of who sent it."""
    from rationale_cli.domain.clean import clean
    from rationale_cli.domain.words import told

    sent = told(found.sent) if found.sent else "not said"
    reporting.say(f"Subject  {clean(found.subject) or 'none'}")
    reporting.say(f"Sent     {sent}")
    for kind in found.attached:
        reporting.say(f"Attached {clean(kind)}, which is not kept")
    reporting.say("")
    for line in clean(found.text).split("\n"):
        reporting.say(f"  {line}")
    reporting.say("")
    reporting.say("These words are kept as they are, also a name or an older message below them.")


def _record(session: Session, record_id: str, said: tuple[Heard, ...], terms: Terms) -> None:
    done = replying.reply(
        session.store, record_id, said, terms, words=session.words, zone=session.zone
    )
    _tell(session, done)


def _tell(session: Session, done: Replied) -> None:
    for warning in done.warnings:
        reporting.say(f"warning: {warning}")
    for draft in done.found:
        reporting.tell_found(draft)
    words = session.words
    for one in done.entries:
        kind = words.value("entry.kind", one.kind.value)
        reporting.say(f"Kept as {one.id}: {one.for_}, {kind}, about revision {one.revision}.")
    for name, item_id in done.became:
        what = "Their disagreement" if name == "dissent" else "What they know"
        reporting.say(
            f"{what} stands in the decision as {item_id}, revision {done.decision.revision}."
        )
    typer.echo(f"{done.decision.id} r{done.decision.revision}")
