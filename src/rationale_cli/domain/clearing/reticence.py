"""Reasons that would tell what a copy leaves out: they go where no other change is left."""

from collections.abc import Iterator, Sequence

import msgspec

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.content import content, is_same
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Change
from rationale_cli.domain.revision import Revision


def reticent(full: Sequence[Revision], seen: Sequence[Revision]) -> Iterator[Revision]:
    """Give a viewed history without the reasons of changes of which nothing is to be seen.

    "The sighting was at 02:10, not at 03:10" tells all of a correction, even where the sighting
    itself was left out.

    Args:
        full: All of it, each revision after those that it follows.
        seen: The same revisions as an audience sees them.
    """
    before = {one.commit: place for place, one in enumerate(full)}
    for place, revision in enumerate(seen):
        follows = [before[one] for one in revision.parents if one in before]
        earlier = follows or [place - 1] * bool(place)
        is_hidden = bool(earlier) and all(
            _is_same(seen[one], revision) and not _is_same(full[one], full[place])
            for one in earlier
        )
        yield _without_reason(revision) if is_hidden else revision


def _is_same(one: Revision, other: Revision) -> bool:
    return is_same(_said(one.decision), _said(other.decision))


def _said(decision: Decision) -> Answers:
    said = content(decision)
    by = {name: value for name, value in said.get("by", {}).items() if name != "recorder"}
    return {**{name: value for name, value in said.items() if name != "change"}, "by": by}


def _without_reason(revision: Revision) -> Revision:
    decision = revision.decision
    return msgspec.structs.replace(
        revision,
        decision=msgspec.structs.replace(
            decision,
            change=Change(from_=decision.change.from_),
            time=msgspec.structs.replace(decision.time, late_reason=""),
        ),
    )
