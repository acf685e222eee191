"""Grouping: in which section of a diff a change stands, with which others, and whether first."""

from rationale_cli.domain.acting import comes_up
from rationale_cli.domain.change import Change, ChangeKind
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.telling.saying import general
from rationale_cli.domain.words import Words

DECISION = "The decision"
"""The section of what became of the options, the mode and the status."""

MEASURES = ("status", "likelihood", "impact", "residual")
"""Fields of a risk that say how it stands."""

SILENCES = (ChangeKind.NONE_SAID, ChangeKind.NONE_UNSAID)
COMING = (ChangeKind.ITEM_ADDED, ChangeKind.ITEM_REMOVED)

_RECORD = "The record"
_OUTCOME = "option.status"
_MATERIAL = {
    "risk": MEASURES,
    "dissent": ("status",),
    "rating": ("value",),
}


def section_of(change: Change, words: Words) -> str:
    """Give the heading of the section in which a change is told."""
    name, *rest = change.path.split(".")
    if name in {"mode", "status"} or is_outcome(change):
        return DECISION
    return words.field(name) if rest or name in ITEM_LETTERS else _RECORD


def about(change: Change) -> str:
    """Give what a change is about: an item with all its fields, or one field."""
    return _OUTCOME if is_outcome(change) else change.item or change.path


def is_outcome(change: Change) -> bool:
    """Whether an option that was there before came out differently."""
    return general(change.path) == _OUTCOME and change.kind not in SILENCES


def is_material(change: Change) -> bool:
    """Whether a change belongs on page one."""
    name, _, field = general(change.path).partition(".")
    if change.kind in SILENCES:
        return False
    if comes_up(change.path, change.after):
        return True
    if change.kind in COMING:
        return name in _MATERIAL
    return name in {"mode", "status"} or is_outcome(change) or field in _MATERIAL.get(name, ())
