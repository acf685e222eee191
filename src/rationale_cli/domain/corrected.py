"""Which revision a correction corrects: the last one that wrote what is now put right."""

from typing import Any

from rationale_cli.domain.answers import Answers, at, is_blank, split
from rationale_cli.domain.change import diff
from rationale_cli.domain.content import is_same
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.revision import Revision

OWN_TIMES = ("time.decided_at", "time.noticed_at", "time.late_reason")
"""What each revision says for itself: the next one starts without it."""


def corrected(history: tuple[Revision, ...], decision: Decision, said: Answers) -> int:
    """Give the number of the last revision that set any of the fields that are now different.

    Args:
        history: Oldest first, never empty.
        decision: The correction.
        said: What was said for it, as a partial record.
    """
    states = [seed(revision.decision) for revision in history]
    paths = [change.path for change in diff(history[-1].decision, decision)]
    # Who types is not corrected: it is somebody else each time.
    places = [_last_set(states, path) for path in paths if path != "by.recorder"]
    if not places:
        # A correction has times of its own, so they count only where nothing else is put right.
        places = [_last_said(states, path) for path in OWN_TIMES if not is_blank(at(said, path))]
    return history[max(places, default=-1)].number


def _last_set(states: list[Answers], path: str) -> int:
    """Give the place of the first state since which the path has held what it holds at the end."""
    held = [_held(state, path) for state in states]
    place = len(held) - 1
    while place and is_same(held[place - 1], held[-1]):
        place -= 1
    return place


def _held(state: Answers, path: str) -> dict[str, Any]:
    """Everything about a path that a revision can set.

    A field that an item never had was first left out when the item was written, not before.
    """
    name, *rest = split(path)
    rows = state.get(name, []) if name in ITEM_LETTERS else []
    return {
        "item": bool(rest) and any(row["id"] == rest[0] for row in rows),
        "value": [row["id"] for row in rows] if rows and not rest else at(state, path),
        "none": path in state.get("none", []),
    }


def _last_said(states: list[Answers], path: str) -> int:
    said = [place for place, state in enumerate(states) if not is_blank(at(state, path))]
    return max(said, default=len(states) - 1)
