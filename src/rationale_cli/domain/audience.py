"""Audiences: who reads, and what reaches them.

This is the only redaction in the program, and it comes before anything is compared, counted,
drawn or composed. It leaves out; it never covers.
"""

from collections.abc import Sequence

import msgspec

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.clearing.cutting import Cut, cut
from rationale_cli.domain.clearing.labels import labels
from rationale_cli.domain.clearing.renumbering import renumbered
from rationale_cli.domain.clearing.reticence import reticent
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import plain, typed
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import Seen

CORE_TEAM = "core-team"
"""Whom a briefing is for when nothing else is said."""


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """What may be said of what an audience does not see; never how much, nor where.

    Attributes:
        labels: For which something was withheld and which may be named, in alphabetical order.
        paths: Fields and lists of the newest revision of which that may be said.
        harms: Codes of the kinds of harm whose risks were withheld from the newest revision: of
            these a copy may not say that nobody has looked at them.
    """

    labels: tuple[str, ...] = ()
    paths: frozenset[str] = frozenset()
    harms: frozenset[str] = frozenset()


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A history as an audience may see it.

    Attributes:
        history: The revisions, each without what is not cleared; as many as there are.
        clearance: Whose it is.
        withheld: What may be said of the rest.
    """

    history: tuple[Revision, ...]
    clearance: Clearance
    withheld: Withheld = Withheld()


def view(history: Sequence[Revision], clearance: Clearance = EVERYTHING) -> View:
    """Give what an audience may see of a history.

    Args:
        history: All of it, also where only a part is looked at: a label that was put on later
            counts for what stood there before. Each revision after those that it follows.
        clearance: Whose view it is.
    """
    if clearance.sees_all:
        return View(history=tuple(history), clearance=clearance)
    records = tuple(plain(one.decision) for one in history)
    cuts = _cuts(records, clearance)
    lists = {_place(path) for one in cuts for path in one.gone if path.count(".") == 1}
    counted = renumbered([one.record for one in cuts], lists)
    seen = tuple(
        msgspec.structs.replace(revision, decision=typed(record, Decision))
        for revision, record in zip(history, counted, strict=True)
    )
    return View(
        history=tuple(reticent(history, seen)),
        clearance=clearance,
        withheld=_withheld(records[-1], cuts, clearance),
    )


def view_of_concern(concern: Concern, clearance: Clearance = EVERYTHING) -> Concern:
    """Give what an audience may see of a concern."""
    (found,) = _cuts((plain(concern),), clearance)
    return concern if clearance.sees_all else typed(found.record, Concern)


def view_of_seen(seen: Seen, clearance: Clearance = EVERYTHING) -> Seen:
    """Give what an audience may see of who read, asked and answered what."""
    (found,) = _cuts((plain(seen),), clearance)
    return seen if clearance.sees_all else typed(found.record, Seen)


def _cuts(records: Sequence[Answers], clearance: Clearance) -> tuple[Cut, ...]:
    labelled = labels(records)
    return tuple(
        cut(record, of_it, clearance) for record, of_it in zip(records, labelled, strict=True)
    )


def _withheld(newest: Answers, cuts: Sequence[Cut], clearance: Clearance) -> Withheld:
    refused = {label for one in cuts for of_it in one.gone.values() for label in of_it}
    gone = cuts[-1].gone
    return Withheld(
        labels=tuple(sorted(refused & clearance.described)),
        paths=frozenset(
            _place(path) for path, of_it in gone.items() if of_it <= clearance.described
        ),
        harms=frozenset(
            row["harm"]
            for row in newest.get("risk", ())
            if row.get("harm") and f"risk.{row['id']}" in gone
        ),
    )


def _place(path: str) -> str:
    """The list of an item, whose own place would tell something; a field stands for itself."""
    name = path.partition(".")[0]
    return name if name in ITEM_LETTERS else path
