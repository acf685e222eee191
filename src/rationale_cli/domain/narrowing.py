"""Narrowing a history: the revisions since a time, of some kinds, with somebody's hand in them."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from rationale_cli.domain.decision import Kind
from rationale_cli.domain.part import Party
from rationale_cli.domain.revision import Revision, Unreadable
from rationale_cli.domain.suggestion import folded


class Narrowing(msgspec.Struct, frozen=True, kw_only=True):
    """Which revisions are asked for; what is empty or ``None`` asks for nothing.

    Attributes:
        since: The first instant at which one may have been recorded.
        first: Commit of the first one that is wanted.
        kinds: Of any of these kinds.
        by: Part of the role of whoever recorded, leads or decided, as ``role`` or ``role@agency``.
    """

    since: datetime | None = None
    first: str = ""
    kinds: tuple[Kind, ...] = ()
    by: str = ""


def narrowed(
    versions: Sequence[Revision | Unreadable], asked: Narrowing
) -> tuple[Revision | Unreadable, ...]:
    """Give the versions that are asked for, in their order.

    One that cannot be read might be any of them: it stays in sight, unless it is too early.
    """
    start = next((place for place, one in enumerate(versions) if one.commit == asked.first), 0)
    return tuple(one for one in versions[start:] if _fits(one, asked))


def _fits(version: Revision | Unreadable, asked: Narrowing) -> bool:
    if isinstance(version, Unreadable):
        return asked.since is None or version.committed_at >= asked.since
    decision = version.decision
    by = decision.by
    return (
        (asked.since is None or decision.time.recorded_at.at >= asked.since)
        and (not asked.kinds or decision.kind in asked.kinds)
        and (
            not asked.by.strip()
            or any(is_meant(one, asked.by) for one in (by.recorder, by.lead, by.decision_maker))
        )
    )


def is_meant(party: Party | None, text: str) -> bool:
    """Whether somebody is meant by a part of a role, or of ``role@agency``, in any letter case."""
    role, _, agency = text.partition("@")
    if party is None:
        return False
    return folded(role) in folded(party.role) and folded(agency) in folded(party.agency)
