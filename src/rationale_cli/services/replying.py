"""Recording what somebody said back: their words in the ledger, and in the decision if need be."""

from collections.abc import Sequence
from datetime import tzinfo
from difflib import get_close_matches
from typing import NamedTuple

from msgspec import structs

from rationale_cli.domain import ids
from rationale_cli.domain.decision import Decision, items
from rationale_cli.domain.revision import Revision, UnknownRevisionError
from rationale_cli.domain.seen import Entry, EntryKind
from rationale_cli.domain.succession import following
from rationale_cli.domain.understanding import becoming
from rationale_cli.domain.understanding.heard import REPLIES, Heard
from rationale_cli.domain.words import Words
from rationale_cli.errors import UsageError
from rationale_cli.services import (
    companion_keeping,
    keeping,
    ledger_keeping,
    reading,
    understanding,
)
from rationale_cli.services.companion_keeping import CompanionMovedOnError
from rationale_cli.services.ledger_keeping import TRIES, recorder
from rationale_cli.services.terms import Terms, settled
from rationale_cli.store import save as store_save
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Write


class NotAReplyError(UsageError):
    """Something else than a reply was to be recorded as one."""

    def __init__(self, kind: str) -> None:
        other = {"shared": "share", "declined": "share", "answer": "answer"}.get(kind, "")
        super().__init__(
            f"{kind!r} is no reply",
            hint=f"Use 'rationale {other}'." if other else f"Use one of: {', '.join(REPLIES)}.",
        )


class NoWordsError(UsageError):
    """Somebody said something, and it is not said what."""

    def __init__(self, kind: EntryKind) -> None:
        super().__init__(
            f"{kind.value!r} has no text",
            hint="Write their own words. Only 'read' needs none.",
        )


class UnsaidError(UsageError):
    """A reply does not say whose it is, how it came or when."""

    def __init__(self, option: str, what: str) -> None:
        super().__init__(
            f"nobody says {what}", hint=f"Add {option}, or 'rationale reply --help' shows how."
        )


class UnknownHarmError(UsageError):
    """A harm was named by no code that is known."""

    def __init__(self, code: str, known: Sequence[str]) -> None:
        close = get_close_matches(code.strip().lower(), known, n=1)
        meant = f"; did you mean {close[0]!r}?" if close else ""
        super().__init__(
            f"there is no kind of harm {code!r}{meant}", hint=f"Choose from: {', '.join(known)}."
        )


class Replied(NamedTuple):
    """What recording a reply did.

    Attributes:
        entries: Of the ledger.
        decision: As it now stands.
        is_new: Whether a revision of it was made.
        became: Items of the decision that were made of it: the name of the list, and the id.
        warnings: What went wrong after it was safely kept.
        found: Names of drafts that hold hand edits found in the working copy.
    """

    entries: tuple[Entry, ...]
    decision: Decision
    is_new: bool
    became: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


def reply(
    store: Store,
    record_id: str,
    heard: tuple[Heard, ...],
    terms: Terms,
    *,
    words: Words,
    zone: tzinfo,
) -> Replied:
    """Record what somebody said back, all of it in one commit or none.

    A disagreement becomes a dissent, and news something known, of a further revision. If others
    record something meanwhile, it is laid over what they recorded: it takes nothing away.

    Args:
        store: The folder.
        record_id: Of the decision.
        heard: What was said, each with whose it is, how it came and when.
        terms: When it is recorded, by whom, and the reason if it changes the decision.
        words: What codes are called.
        zone: Where times without offset are read.

    Raises:
        UsageError: If something is no reply, or does not say what it must.
        UnknownRevisionError: If they cannot have had that revision before them.
        MovedOnError: If others never stopped recording.
        RationaleError: As the store says; nothing was saved then.
    """
    recorder(terms)
    for attempt in range(1, TRIES + 1):
        history = reading.history(store, record_id, zone=zone)
        _demand_whole(heard, history, words)
        try:
            return _kept(store, history, heard, terms, words=words)
        except (keeping.MovedOnError, CompanionMovedOnError):
            if attempt == TRIES:
                raise
    raise CompanionMovedOnError(record_id)


def _kept(
    store: Store,
    history: tuple[Revision, ...],
    heard: Sequence[Heard],
    terms: Terms,
    *,
    words: Words,
) -> Replied:
    base = history[-1]
    record_id = base.decision.id
    kept = understanding.ledger(store, record_id)
    by = recorder(terms)
    new = tuple(
        becoming.entry(
            one,
            revision=one.revision or becoming.before_them(kept.value, one.for_, base.number),
            at=terms.now,
            by=by,
        )
        for one in heard
    )
    part = becoming.part_of_record(heard, words)
    if not part:
        done = ledger_keeping.add(store, record_id, new, terms, verb="reply")
        return Replied(
            done.entries,
            base.decision,
            is_new=False,
            warnings=done.saved.warnings,
            found=tuple(one.draft for one in done.saved.found),
        )
    seen, entries = ledger_keeping.added(kept.value, new)
    decision = _next(history, heard, terms, words)
    path = ids.path_of(record_id, ids.SEEN)
    beside = Write(path, companion_keeping.encoded(seen, record_id), kept.blob)
    also = ledger_keeping.subject("reply", record_id, entries)
    try:
        saved = keeping.keep(store, (decision, base.blob), beside=(beside,), also=also)
    except store_save.MovedOnError:
        raise CompanionMovedOnError(record_id) from None
    return Replied(
        entries,
        saved.decision,
        is_new=True,
        became=_became(base.decision, saved.decision),
        warnings=saved.warnings,
        found=saved.found,
    )


def _became(before: Decision, after: Decision) -> tuple[tuple[str, str], ...]:
    old = {(name, item.id) for name, item in items(before)}
    return tuple((name, item.id) for name, item in items(after) if (name, item.id) not in old)


def _next(
    history: tuple[Revision, ...], heard: Sequence[Heard], terms: Terms, words: Words
) -> Decision:
    part = becoming.part_of_record(heard, words)
    kind = becoming.kind_of(part)
    because = terms.because or becoming.reason(heard, words)
    said = settled(part, structs.replace(terms, because=because), verb="reply", needs_reason=True)
    return following(history, said, kind=kind, now=terms.now, clock_given=terms.clock_given)


def _demand_whole(heard: Sequence[Heard], history: tuple[Revision, ...], words: Words) -> None:
    numbers = {one.number for one in history}
    codes = [*words.harms, *(risk.harm for risk in history[-1].decision.risk)]
    for one in heard:
        if one.kind not in REPLIES:
            raise NotAReplyError(one.kind.value)
        if one.for_ is None or not one.for_.role.strip() or not one.for_.agency.strip():
            raise UnsaidError("--for ROLE@AGENCY", "who replied")
        if one.via is None:
            when = "" if one.received else " and --received TIME"
            raise UnsaidError(f"--via email|phone|meeting|letter|form{when}", "how it came")
        if one.received is None:
            raise UnsaidError("--received TIME", "when it came")
        if one.kind is not EntryKind.READ and not one.text.strip():
            raise NoWordsError(one.kind)
        if one.revision is not None and one.revision not in numbers:
            raise UnknownRevisionError(str(one.revision), history)
        for code in one.harms:
            if code not in codes:
                raise UnknownHarmError(code, tuple(dict.fromkeys(codes)))
