"""A record out of the folder as an audience may see it: the one way for every verb that shows."""

from collections.abc import Collection, Container, Iterator, Sequence
from contextlib import suppress
from datetime import tzinfo

import msgspec

from rationale_cli.domain.audience import View, view, view_of_seen
from rationale_cli.domain.clearing import scanning
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.part import Part
from rationale_cli.domain.revision import Revision, Unreadable, readable
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.telling.withheld import told
from rationale_cli.errors import RationaleError
from rationale_cli.services import audiences, companions, own_words, reading
from rationale_cli.services.reading import Listed
from rationale_cli.store.repository import Store


class LeakError(RationaleError):
    """A finished document holds what its audience is not to see; it is not handed over."""

    def __init__(self, audience: str) -> None:
        super().__init__(
            f"this document for {audience!r} holds a text that is withheld from that audience",
            hint="Nothing was written. Look whether the text also stands in a place without a "
            "label, or in a template of your own, and report this if it does not.",
        )


UNREADABLE = "it cannot be read"
"""All that a copy says of it: the fault itself may quote what stands there."""


def history(
    store: Store, record_id: str, *, zone: tzinfo, clearance: Clearance = EVERYTHING
) -> View:
    """Read every revision of a decision that can be read, as an audience may see it.

    Raises:
        RationaleError: As `reading.history` says.
    """
    found = view(reading.history(store, record_id, zone=zone), clearance)
    return msgspec.structs.replace(
        found, history=_naming_cleared(store, found.history, zone=zone, clearance=clearance)
    )


def _naming_cleared(
    store: Store, history: Sequence[Revision], *, zone: tzinfo, clearance: Clearance
) -> tuple[Revision, ...]:
    """Give a viewed history in which no disagreement names a concern that they may not see."""
    named = {each.concern for one in history for each in one.decision.dissent} - {""}
    if clearance.sees_all or not named:
        return tuple(history)
    cleared = {
        record_id
        for record_id, one in companions.each_concern(store, zone=zone)
        if not isinstance(one, RationaleError) and companions.is_cleared(one, clearance)
    }
    return tuple(_naming(one, cleared) for one in history)


def _naming(revision: Revision, cleared: Container[str]) -> Revision:
    dissent = tuple(
        one if one.concern in cleared else msgspec.structs.replace(one, concern="")
        for one in revision.decision.dissent
    )
    decision = msgspec.structs.replace(revision.decision, dissent=dissent)
    return msgspec.structs.replace(revision, decision=decision)


def withheld(seen: View, settings: Settings) -> tuple[str, ...]:
    """Give what a copy says of what is not in it, a sentence each; nothing of the folder's own."""
    if seen.clearance.sees_all:
        return ()
    grounds = (audiences.ground(settings, label) for label in seen.grounds)
    return tuple(told((one for one in grounds if one), tells_silence=seen.clearance.tells_silence))


def demand_clean(text: str, store: Store, *views: View, zone: tzinfo) -> None:
    """Look a finished copy over once more for what was withheld from it, before it is given away.

    What is withheld of one record and stands in another that the copy tells is no secret there.

    Args:
        text: Of the document.
        store: The folder.
        views: What the document was made from, all for one audience.
        zone: Where times without offset are read.

    Raises:
        LeakError: If there is any of it.
    """
    if all(seen.clearance.sees_all for seen in views):
        return
    clearance = views[0].clearance
    record_ids = {seen.history[0].decision.id for seen in views}
    beside = tuple(_beside(store, record_ids, clearance, zone))
    texts = scanning.withheld(
        [*(one.decision for seen in views for one in seen.whole), *(one for one, _ in beside)],
        [
            *(one.decision for seen in views for one in seen.history),
            *(one for _, one in beside if one),
        ],
    )
    if any(not own_words.is_ours(one) for one in scanning.leaks(text, texts)):
        raise LeakError(clearance.audience)


def _beside(
    store: Store, record_ids: Collection[str], clearance: Clearance, zone: tzinfo
) -> Iterator[tuple[Part, Part | None]]:
    """What goes with decisions, each as it is and as the audience sees it, if it does at all."""
    for _, concern in companions.each_concern(store, zone=zone):
        # What cannot be read is on no copy.
        if not isinstance(concern, RationaleError) and concern.decision in record_ids:
            is_seen = companions.is_cleared(concern, clearance)
            yield concern, concern if is_seen else None
    for record_id in record_ids:
        with suppress(RationaleError):
            ledger = companions.seen(store, record_id, zone=zone).value
            yield ledger, view_of_seen(ledger, clearance)


def versions(
    store: Store, record_id: str, *, zone: tzinfo, clearance: Clearance = EVERYTHING
) -> tuple[Revision | Unreadable, ...]:
    """Give what `history` does, and in its place each earlier version that cannot be read.

    Raises:
        RationaleError: As `reading.versions` says.
    """
    found = reading.versions(store, record_id, zone=zone)
    if clearance.sees_all:
        return found
    viewed = view(readable(found), clearance).history
    named = _naming_cleared(store, viewed, zone=zone, clearance=clearance)
    seen = {one.commit: one.decision for one in named}
    return tuple(
        msgspec.structs.replace(one, fault=UNREADABLE)
        if isinstance(one, Unreadable)
        else msgspec.structs.replace(one, decision=seen[one.commit])
        for one in found
    )


def listed(store: Store, *, zone: tzinfo, clearance: Clearance = EVERYTHING) -> tuple[Listed, ...]:
    """Give every record as an audience may see it, the last recorded first."""
    if clearance.sees_all:
        return reading.listed(store, zone=zone)
    return reading.in_turn(
        _listed(store, one, zone=zone, clearance=clearance) for one in reading.known_ids(store)
    )


def _listed(store: Store, record_id: str, *, zone: tzinfo, clearance: Clearance) -> Listed:
    try:
        seen = history(store, record_id, zone=zone, clearance=clearance)
    except RationaleError:
        return Listed(id=record_id, fault=UNREADABLE)
    return reading.line(seen.history[-1].decision)
