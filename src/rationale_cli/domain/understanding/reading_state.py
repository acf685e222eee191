"""Where everybody stands with a decision: what they were sent, what they read, what they asked."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import cache

import msgspec

from rationale_cli.domain.attribution import Attributed
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Party
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import Entry, EntryKind, Seen
from rationale_cli.domain.understanding.material import material_between, news_to
from rationale_cli.domain.understanding.readers import Why, folded, readers
from rationale_cli.domain.viewed_seen import (
    ViewedSeen,
    answered_elsewhere,
    tells_what_waits,
    unsaid_readers,
)


class Standing(StrEnum):
    """Where somebody stands with what a decision now says."""

    NOT_SHARED = "not-shared"
    DECLINED = "declined"
    NOT_READ = "not-read"
    LAPSED = "lapsed"
    READ = "read"


_DONE = {Standing.READ, Standing.LAPSED, Standing.DECLINED}
"""Where somebody stands who has done something, or about whom somebody has decided."""


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is to understand a decision.

    Attributes:
        who: By role.
        why: Why they are to.
        standing: Where they stand with the newest revision.
        shared: Of what they were sent, the newest revision; ``None`` if nothing was.
        declined: The last time that somebody decided not to share it with them.
        read: Of what they read, or told in their own words, the newest revision.
        later: How many revisions came after that one.
        lapse: What has changed since that is material; empty if nothing has.
        in_own_words: The last time that they told it in their own words.
    """

    who: Party
    why: tuple[Why, ...]
    standing: Standing
    shared: Entry | None = None
    declined: Entry | None = None
    read: Entry | None = None
    later: int = 0
    lapse: tuple[Attributed, ...] = ()
    in_own_words: Entry | None = None

    @property
    def is_unread(self) -> bool:
        """Whether what now stands has not been read, and nobody decided not to share it."""
        return self.standing not in {Standing.READ, Standing.DECLINED}


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A question that nobody has answered.

    Attributes:
        entry: The question.
        since: From when on it waits.
    """

    entry: Entry
    since: Moment


class ReadingState(msgspec.Struct, frozen=True, kw_only=True):
    """Where everybody stands with a decision.

    Attributes:
        id: Of the decision.
        revision: Number of the one that now stands.
        readers: Everybody who is to understand it.
        waiting: Questions without an answer, the oldest first.
        is_copy: Whether it is of a copy, which may not know of everybody.
    """

    id: str
    revision: int
    readers: tuple[Reader, ...]
    waiting: tuple[Waiting, ...]
    is_copy: bool = False

    @property
    def unread(self) -> tuple[Reader, ...]:
        """Those who have not read what now stands."""
        return tuple(one for one in self.readers if one.is_unread)


def reading_state(
    history: Sequence[Revision], seen: Seen, expected: Iterable[str] = ()
) -> ReadingState:
    """Say where everybody stands with a decision.

    Args:
        history: Every revision, each after those that it follows, last the one that now stands;
            never empty.
        seen: What was recorded of who has seen it.
        expected: Who should be asked when this question set is used, each ``role@agency``.
    """
    decisions = [one.decision for one in history]
    everybody = readers(decisions, seen, expected)
    known = {folded(who): who for who in everybody}
    own: dict[Party, list[Entry]] = {who: [] for who in everybody}
    for entry in seen.entry:
        if entry.for_ is not None and (who := known.get(folded(entry.for_))) is not None:
            own[who].append(entry)

    @cache
    def since(number: int) -> tuple[tuple[Attributed, ...], ...]:
        # Two people may have written this number; who read one of them has not read the other.
        starts = (one for one in history if one.number == number)
        return tuple(material_between(history, one, history[-1]) for one in starts)

    unsaid = {folded(who) for who in unsaid_readers(seen)}
    told = (
        _reader(who, why, own[who], history, since=since)
        for who, why in everybody.items()
        if folded(who) not in unsaid
    )
    return ReadingState(
        id=seen.id,
        revision=history[-1].number,
        readers=tuple(one for one in told if tells_what_waits(seen) or one.standing in _DONE),
        waiting=waiting(seen),
        is_copy=isinstance(seen, ViewedSeen),
    )


def waiting(seen: Seen) -> tuple[Waiting, ...]:
    """Give the questions that nobody has answered, the one that waits longest first."""
    if not tells_what_waits(seen):
        return ()
    answered = set(answered_elsewhere(seen)) | {
        one.answers for one in seen.entry if one.kind is EntryKind.ANSWER
    }
    found = [
        Waiting(entry=one, since=one.received or one.at)
        for one in seen.entry
        if one.kind is EntryKind.QUESTION and one.id not in answered
    ]
    return tuple(sorted(found, key=lambda one: one.since))


def last_read(seen: Seen, who: Party) -> Entry | None:
    """Give what somebody read, or told in their own words, of the newest revision so far.

    A copy from which something of them was left out does not know it.
    """
    if folded(who) in {folded(one) for one in unsaid_readers(seen)}:
        return None
    mine = [one for one in seen.entry if one.for_ is not None and folded(one.for_) == folded(who)]
    return _newest(mine, EntryKind.READ, EntryKind.IN_OWN_WORDS)


def _reader(
    who: Party,
    why: tuple[Why, ...],
    entries: Sequence[Entry],
    history: Sequence[Revision],
    *,
    since: Callable[[int], tuple[tuple[Attributed, ...], ...]],
) -> Reader:
    shared = _newest(entries, EntryKind.SHARED)
    declined = _last(entries, EntryKind.DECLINED)
    read = _newest(entries, EntryKind.READ, EntryKind.IN_OWN_WORDS)
    lapse: tuple[Attributed, ...] = ()
    later = 0
    if read is not None:
        found = (news_to(who, one) for one in since(read.revision))
        lapse = max(found, key=len, default=())
        later = len({one.commit for one in history if one.number > read.revision})
    if read is not None:
        standing = Standing.LAPSED if lapse else Standing.READ
    elif declined is not None and _is_after(declined, shared, entries):
        standing = Standing.DECLINED
    else:
        standing = Standing.NOT_READ if shared is not None else Standing.NOT_SHARED
    return Reader(
        who=who,
        why=why,
        standing=standing,
        shared=shared,
        declined=declined,
        read=read,
        later=later,
        lapse=lapse,
        in_own_words=_last(entries, EntryKind.IN_OWN_WORDS),
    )


def _is_after(one: Entry, other: Entry | None, entries: Sequence[Entry]) -> bool:
    return other is None or entries.index(one) > entries.index(other)


def _newest(entries: Iterable[Entry], *kinds: EntryKind) -> Entry | None:
    """Give the entry about the newest revision; of several the first kind, recorded last."""
    found = [one for one in entries if one.kind in kinds]
    return max(
        reversed(found), key=lambda one: (one.revision, -kinds.index(one.kind)), default=None
    )


def _last(entries: Sequence[Entry], kind: EntryKind) -> Entry | None:
    return next((one for one in reversed(entries) if one.kind is kind), None)
