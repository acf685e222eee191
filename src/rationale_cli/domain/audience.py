"""Audiences: who reads, and what reaches them.

This is the only redaction in the program, and it comes before anything is compared, counted,
drawn or composed. It leaves out; it never covers.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.clearing.cutting import Cut, cut
from rationale_cli.domain.clearing.labels import labels
from rationale_cli.domain.clearing.renumbering import Ids, new_ids, renamed, renumbered
from rationale_cli.domain.clearing.reticence import reticent
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import plain, typed
from rationale_cli.domain.part import Part
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import Seen
from rationale_cli.domain.viewed import Viewed
from rationale_cli.domain.viewed_seen import viewed_seen
from rationale_cli.errors import RationaleError

_Kind = TypeVar("_Kind", bound=Part)

CORE_TEAM = "core-team"
"""Whom a briefing is for when nothing else is said."""


class UnshowableError(RationaleError):
    """Something is withheld without which nothing can be shown."""

    def __init__(self, audience: str) -> None:
        super().__init__(
            f"there is no copy for {audience!r}: what every copy holds is withheld from them",
            hint="Every copy holds the id, the number, the kind, the question set and when it was "
            "recorded; look at the labels under [handling.sensitivity].",
        )


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A history as an audience may see it.

    Attributes:
        history: The revisions, each without what is not cleared; as many as there are.
        whole: The same as they are, for the last look at a finished copy alone.
        clearance: Whose it is.
        grounds: Labels for which something was left out and of which that may be said; never how
            much, nor where.
        ids: What items are called in it, where that is not what they are called in the record.
    """

    history: tuple[Revision, ...]
    whole: tuple[Revision, ...]
    clearance: Clearance
    grounds: tuple[str, ...] = ()
    ids: Ids = msgspec.field(default_factory=dict)

    def called(self, name: str, item_ids: Iterable[str]) -> tuple[str, ...]:
        """Give what items of a list are called in it, without those that are not in it."""
        known = self.ids.get(name)
        if known is None:
            return tuple(item_ids)
        return tuple(known[one] for one in item_ids if one in known)


def view(history: Sequence[Revision], clearance: Clearance = EVERYTHING) -> View:
    """Give what an audience may see of a history.

    Args:
        history: All of it, also where only a part is looked at: a label that was put on later
            counts for what stood there before. Each revision after those that it follows.
        clearance: Whose view it is.

    Raises:
        UnshowableError: If something is withheld that every copy has to hold.
    """
    if clearance.sees_all:
        return View(history=tuple(history), whole=tuple(history), clearance=clearance)
    records = tuple(plain(one.decision) for one in history)
    cuts = _cuts(records, clearance)
    lists = _shortened(cuts)
    left = [one.record for one in cuts]
    ids = new_ids(left, lists)
    counted = renumbered(left, ids)
    seen = tuple(
        msgspec.structs.replace(
            revision,
            decision=msgspec.structs.replace(
                _viewed(record, before, one, clearance), held=_held(one, ids)
            ),
        )
        for revision, record, before, one in zip(history, counted, records, cuts, strict=True)
    )
    refused = {label for one in cuts for of_it in one.gone.values() for label in of_it}
    return View(
        history=tuple(reticent(history, seen)),
        whole=tuple(history),
        clearance=clearance,
        grounds=tuple(sorted(refused & clearance.described)),
        ids=ids,
    )


def named_alike(history: Sequence[Revision], clearance: Clearance) -> tuple[Decision, ...]:
    """Give all of a history, its items called as a view of it calls them.

    What is found in a view is held against it: whether it is so, or only looks so since something
    was left out. It never reaches an audience.

    Args:
        history: All of it, each revision after those that it follows.
        clearance: Whose view it is held against.
    """
    if clearance.sees_all:
        return tuple(one.decision for one in history)
    records = tuple(plain(one.decision) for one in history)
    cuts = _cuts(records, clearance)
    ids = new_ids([one.record for one in cuts], _shortened(cuts), records)
    return tuple(typed(one, Decision) for one in renumbered(records, ids))


def view_of_concern(concern: Concern, clearance: Clearance = EVERYTHING) -> Concern:
    """Give what an audience may see of a concern."""
    if clearance.sees_all:
        return concern
    (found,) = _cuts((plain(concern),), clearance)
    return _copied(found.record, Concern, clearance)


def view_of_seen(seen: Seen, clearance: Clearance = EVERYTHING) -> Seen:
    """Give what an audience may see of who read, asked and answered what."""
    if clearance.sees_all:
        return seen
    (found,) = _cuts((plain(seen),), clearance)
    left = _copied(found.record, Seen, clearance).entry
    return viewed_seen(seen, left, tells_silence=clearance.tells_silence)


def _cuts(records: Sequence[Answers], clearance: Clearance) -> tuple[Cut, ...]:
    labelled = labels(records)
    return tuple(
        cut(record, of_it, clearance) for record, of_it in zip(records, labelled, strict=True)
    )


def _shortened(cuts: Sequence[Cut]) -> set[str]:
    """The lists from which an item was taken out, in any revision."""
    return {_place(path) for one in cuts for path in one.gone if path.count(".") == 1}


def _held(of_it: Cut, ids: Ids) -> tuple[str, ...]:
    """What was taken out of what is there otherwise: fields and lists, and no whole items."""
    return tuple(
        renamed(path, ids)
        for path in of_it.gone
        if path.count(".") != 1 or path.partition(".")[0] not in ITEM_LETTERS
    )


def _viewed(record: Answers, before: Answers, of_it: Cut, clearance: Clearance) -> Viewed:
    said = {_place(path) for path, one in of_it.gone.items() if one <= clearance.described}
    looked_at = (
        row["harm"]
        for row in before.get("risk", ())
        if row.get("harm") and row.get("status", "not-considered") != "not-considered"
        if {f"risk.{row['id']}{field}" for field in ("", ".harm", ".status")} & set(of_it.gone)
    )
    return msgspec.structs.replace(
        _copied(record, Viewed, clearance),
        withheld=tuple(sorted(said)),
        tells_silence=clearance.tells_silence,
        unsaid=tuple(dict.fromkeys(looked_at)),
    )


def _copied(record: Answers, kind: type[_Kind], clearance: Clearance) -> _Kind:
    try:
        return typed(record, kind)
    except msgspec.ValidationError:
        raise UnshowableError(clearance.audience) from None


def _place(path: str) -> str:
    """The list of an item, whose own place would tell something; a field stands for itself."""
    name = path.partition(".")[0]
    return name if name in ITEM_LETTERS else path
