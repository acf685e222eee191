"""What waits as entries of a calendar: ids, kinds and roles, and nothing that anybody wrote."""

from collections.abc import Collection, Iterable
from uuid import UUID, uuid5

import msgspec

from rationale_cli.domain.due.due import Due
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.words import Words

_NAMESPACE = UUID("5c1b6c5e-5a0b-4d0e-9c0e-0d5b1f8f2a61")
"""Ours alone; the same thing has the same name in every calendar that is ever written."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a calendar.

    Attributes:
        uid: The same whenever the same thing is written again, also when its day was moved.
        summary: Id, kind and, where it is a known one, role.
        start: A day, or a time.
        stamp: When the record was last changed.
        sequence: How often it was.
    """

    uid: str
    summary: str
    start: Moment
    stamp: Instant
    sequence: int


def agenda(found: Iterable[Due], words: Words, roles: Collection[str]) -> tuple[Entry, ...]:
    """Give an entry for each thing that has a date.

    Args:
        found: What waits.
        words: What kinds of it are called.
        roles: Those that are roles in every record. An owner who is neither among them nor among
            the roles of the record might be a person's name, and is left out.
    """
    everywhere = {_folded(role) for role in roles}
    entries = []
    for one in found:
        stamp = one.record.recorded_at
        if one.when is None or stamp is None:
            continue
        role = _folded(one.waiting.owner.partition("@")[0].partition(",")[0])
        known = everywhere | {_folded(each) for each in one.record.roles}
        kind = words.value("due.kind", one.waiting.kind)
        entries.append(
            Entry(
                uid=str(
                    uuid5(_NAMESPACE, f"{one.record.id} {one.waiting.kind} {one.waiting.path}")
                ),
                summary=f"{one.record.id}: {kind}{f', {role}' if role and role in known else ''}",
                start=one.when,
                stamp=stamp,
                sequence=one.record.revision,
            )
        )
    return tuple(entries)


def _folded(role: str) -> str:
    return " ".join(role.casefold().split())
