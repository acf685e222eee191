"""Revisions: a decision as it was kept, and the way people name one of them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, tzinfo

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.errors import RationaleError


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as one commit holds it.

    Attributes:
        decision: What the record said.
        commit: Opaque name given by the store.
        committed_at: When the store took it in.
        blob: Opaque name of the text itself; a save says by it which text it follows.
        sha256: Of the file's text, as the next revision's ``previous`` names it.
        parents: Commits of the versions that it follows; empty for the first, several for a join.
    """

    decision: Decision
    commit: str
    committed_at: datetime
    blob: str
    sha256: str
    parents: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """The number in the file: 1, 2, 3 and so on."""
        return self.decision.revision


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier version whose text is no record: kept in sight, never compared or followed.

    Attributes:
        commit: Opaque name given by the store.
        committed_at: When the store took it in.
        fault: Why it cannot be read, in one line.
        parents: Commits of the versions that it follows.
    """

    commit: str
    committed_at: datetime
    fault: str
    parents: tuple[str, ...] = ()


class UnknownRevisionError(RationaleError):
    """The history has no such revision."""

    def __init__(self, text: str, history: tuple[Revision, ...]) -> None:
        first = min(one.number for one in history)
        super().__init__(
            f"{history[0].decision.id!r} has no revision {text!r}",
            hint=f"Name one from {first} to {highest(history)}, 'latest', 'latest~1', or a day or "
            "time since the first was recorded.",
        )


class AmbiguousRevisionError(RationaleError):
    """Two people wrote a revision of this number."""

    def __init__(self, text: str, found: tuple[Revision, ...]) -> None:
        names = ", ".join(f"{one.number}@{one.commit[:7]}" for one in found)
        super().__init__(f"revision {text!r} was written twice: {names}", hint="Name one of them.")


def highest(history: tuple[Revision, ...]) -> int:
    """Give the highest number in a history: the next revision is numbered from it.

    It is not always the last one's: two people may have written revision 2, or git may have
    brought an earlier text back.
    """
    return max(one.number for one in history)


def followed(versions: Iterable[Revision | Unreadable]) -> dict[str, tuple[Revision, ...]]:
    """Give the revisions that each revision follows, by its commit.

    Where a version that it follows cannot be read, those count that this one follows.

    Args:
        versions: Each after those that it follows.
    """
    nearest: dict[str, tuple[Revision, ...]] = {}
    found: dict[str, tuple[Revision, ...]] = {}
    for version in versions:
        above = (one for parent in version.parents for one in nearest.get(parent, ()))
        parents = tuple({one.commit: one for one in above}.values())
        if isinstance(version, Unreadable):
            nearest[version.commit] = parents
        else:
            nearest[version.commit] = (version,)
            found[version.commit] = parents
    return found


def readable(versions: Iterable[Revision | Unreadable]) -> tuple[Revision, ...]:
    """Give the revisions alone, each following the next ones that can be read."""
    listed = tuple(versions)
    parents = followed(listed)
    return tuple(
        msgspec.structs.replace(one, parents=tuple(each.commit for each in parents[one.commit]))
        for one in listed
        if isinstance(one, Revision)
    )


def select(history: tuple[Revision, ...], text: str, *, zone: tzinfo) -> Revision:
    """Find the revision that a person means.

    Args:
        history: Oldest first, never empty.
        text: ``4``, ``r4``, ``4@a1b2c3d``, ``latest``, ``latest~1``, or a day or time: then
            the last one recorded by then (a day counts to its end).
        zone: Where a day, or a time without offset, is read.

    Raises:
        UnknownRevisionError: If there is none.
        AmbiguousRevisionError: If there are two of that number.
    """
    word = text.strip().lower()
    if found := re.fullmatch(r"latest(?:~(\d+))?", word):
        back = int(found[1] or 0)
        if back < len(history):
            return history[-1 - back]
        raise UnknownRevisionError(text, history)
    if found := re.fullmatch(r"r?(\d+)(?:@([0-9a-f]{4,40}))?", word):
        return _numbered(history, int(found[1]), found[2] or "", text)
    return _recorded_by(history, word, text, zone)


def _numbered(history: tuple[Revision, ...], number: int, commit: str, text: str) -> Revision:
    found = tuple(one for one in history if one.number == number and one.commit.startswith(commit))
    if not found:
        raise UnknownRevisionError(text, history)
    if len(found) > 1:
        raise AmbiguousRevisionError(text, found)
    return found[0]


def _recorded_by(history: tuple[Revision, ...], word: str, text: str, zone: tzinfo) -> Revision:
    try:
        limit = datetime.fromisoformat(word.upper())
        if len(word) == len("2026-03-24"):
            limit = datetime.combine(date.fromisoformat(word), datetime.max.time())
    except ValueError:
        raise UnknownRevisionError(text, history) from None
    if limit.tzinfo is None:
        limit = limit.replace(tzinfo=zone)
    found = [one for one in history if one.decision.time.recorded_at.at <= limit]
    if not found:
        raise UnknownRevisionError(text, history)
    return found[-1]
