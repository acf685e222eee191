"""What somebody said back, asked for in short lines, one after another."""

from msgspec import structs

from rationale_cli.cli import from_whom
from rationale_cli.cli.session import Session
from rationale_cli.cli.short_lines import Kept, Lines
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Party
from rationale_cli.domain.revision import Revision, select
from rationale_cli.domain.seen import EntryKind, Seen, Via
from rationale_cli.domain.understanding.becoming import before_them
from rationale_cli.domain.understanding.heard import IN_WRITING, REPLIES, Heard, Replies

_NOBODY_KNOWS = "Enter: not asked"


def whose(lines: Lines, session: Session, given: Heard) -> Heard:
    """Ask whose words they are, how they came and when, where it was not said."""
    who, via, received = given.for_, given.via, given.received
    if who is None:
        who = lines.until("Who replied? As health visitor@health.", _who)
    if via is None:
        via = lines.until("How did it come? (email, phone, meeting, letter, form)", _way)
    if received is None:
        received = lines.until(
            "When did it come? (As today 14:30, or 26 March 2026.)",
            lambda text: _moment(text, session),
            "now",
        )
    return structs.replace(given, for_=who, via=via, received=received)


def everything(
    lines: Lines,
    session: Session,
    given: Heard,
    history: tuple[Revision, ...],
    seen: Seen,
    file: Kept,
) -> tuple[Heard, ...]:
    """Ask for all that somebody can say back, keeping each answer as it is typed."""
    asked = whose(lines, session, given)
    said: list[Heard] = []

    def take(kind: EntryKind, text: str, **more: object) -> None:
        said.append(structs.replace(asked, kind=kind, text=text, **more))
        file.keep(Replies(entry=tuple(said)))

    newest = history[-1].number
    likely = asked.revision or before_them(seen, asked.for_, newest)
    read = lines.until(
        f"Have they read it? Which revision, 1 to {newest}? (y: r{likely}; {_NOBODY_KNOWS})",
        lambda text: _read(text, likely, history, session),
    )
    asked = structs.replace(asked, revision=read or likely)
    if read:
        take(EntryKind.READ, "")
    if text := lines.ask(f"In their own words, what is decided and why? ({_NOBODY_KNOWS})"):
        take(EntryKind.IN_OWN_WORDS, text)
    if text := lines.ask("Do they ask anything? (Enter: no)"):
        take(EntryKind.QUESTION, text)
    if text := lines.ask("Do they disagree? In their own words. (Enter: no)"):
        take(EntryKind.DISAGREE, text)
        said[-1] = disagreement(lines, said[-1], session)
        file.keep(Replies(entry=tuple(said)))
    if text := lines.ask("Do they know something that is not written here? (Enter: no)"):
        take(EntryKind.NEW_INFORMATION, text)
    return tuple(said)


def disagreement(lines: Lines, given: Heard, session: Session) -> Heard:
    """Ask what belongs to a disagreement: harms feared, what is asked for, whether it is right."""
    harms = given.harms or lines.until(
        "Which harms do they fear? Codes with commas, '?' lists them. (Enter: none named)",
        lambda text: _harms(text, lines, session),
    )
    asks = given.asks or lines.ask("What do they ask for? (Enter: nothing named)")
    confirmed = given.confirmed
    if confirmed is None and given.via not in IN_WRITING:
        answer = lines.ask("Were these words read back to them, and are they right? (yes/no)")
        confirmed = answer.lower() in {"y", "yes"}
    return structs.replace(given, harms=harms, asks=asks, confirmed=confirmed)


def kinds(lines: Lines) -> tuple[EntryKind, ...]:
    """Ask as what a message is recorded."""
    lines.say("What is it? You can name several, as 1 4.")
    for number, kind in enumerate(REPLIES, start=1):
        lines.say(f"{number}  {_CALLED[kind]}", indent="  ")
    return lines.until("Which?", _kinds)


_CALLED = {
    EntryKind.READ: "They have read it",
    EntryKind.IN_OWN_WORDS: "They say in their own words what is decided and why",
    EntryKind.QUESTION: "They ask something",
    EntryKind.DISAGREE: "They disagree",
    EntryKind.NEW_INFORMATION: "They know something that is not written here",
}


def _kinds(text: str) -> tuple[EntryKind, ...]:
    from rationale_cli.services.replying import NotAReplyError

    picked = text.replace(",", " ").split()
    numbers = {str(number): kind for number, kind in enumerate(REPLIES, start=1)}
    for one in picked or [""]:
        if one not in numbers:
            raise NotAReplyError(one)
    return tuple(dict.fromkeys(numbers[one] for one in picked))


def _read(text: str, likely: int, history: tuple[Revision, ...], session: Session) -> int:
    if text.lower() in {"", "n", "no"}:
        return 0
    if text.lower() in {"y", "yes"}:
        return likely
    return select(history, text, zone=session.zone).number


def _harms(text: str, lines: Lines, session: Session) -> tuple[str, ...]:
    from rationale_cli.services.replying import UnknownHarmError

    words = session.words
    if text == "?":
        for code, name in words.harms.items():
            lines.say(f"{code}: {name}", indent="  ")
        return _harms(lines.ask("Which?"), lines, session)
    codes = tuple(one.strip().lower() for one in text.split(",") if one.strip())
    for code in codes:
        if code not in words.harms:
            raise UnknownHarmError(code, tuple(words.harms))
    return codes


def _who(text: str) -> Party:
    from rationale_cli.services.terms import party

    return party(text, option="that")


def _way(text: str) -> Via:
    typed = text.strip().lower()
    begun = [one for one in Via if typed and one.value.startswith(typed)]
    found = begun[0] if len(begun) == 1 else from_whom.way(text)
    if found is None:
        raise from_whom.UnknownWayError(text)
    return found


def _moment(text: str, session: Session) -> Moment:
    found = from_whom.moment(text, session)
    if found is None:
        raise from_whom.UnknownWayError(text)
    return found
