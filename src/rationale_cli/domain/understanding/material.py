"""Material changes: those by which having read an earlier revision is not enough any more."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rationale_cli.domain.answers import split
from rationale_cli.domain.attribution import Attributed
from rationale_cli.domain.change import ChangeKind
from rationale_cli.domain.comparison import compare
from rationale_cli.domain.decision import ITEM_LETTERS, Kind
from rationale_cli.domain.part import Party
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.understanding.readers import folded

FIELDS: dict[str, tuple[str, ...]] = {
    "status": (),
    "mode": (),
    "superseded_by": (),
    "time": ("effective_from", "effective_to", "next_hearing", "irreversible_at"),
    "approval": ("outcome",),
    "question": ("statement", "not_deciding", "reversibility"),
    "known": ("text", "kind"),
    "unknown": ("question", "answer"),
    "option": ("title", "status", "until"),
    "risk": (
        "harm", "status", "likelihood", "impact", "residual", "confidence", "warning_sign",
    ),
    "control": ("what", "who", "risks", "state"),
    "rating": ("scale", "value"),
    "unthinkable": ("scenario", "warning_sign", "response"),
    "reason": ("decisive", "change_mind"),
    "law": ("provision", "role"),
    "consulted": ("view",),
    "dissent": ("words", "harms", "asks", "response", "status", "told_court"),
    "trigger": ("kind", "text", "due", "fired_at"),
    "action": ("what", "owner", "due"),
    "answers": (),
    "conflict": ("values",),
}  # fmt: skip
"""What is material, by the part of the record and its fields; none named: all of it.

An item of such a list that comes or goes is material as a whole. Everything else is not: other
prose, who typed, handling, gaps, an order, and that something was asked and there is none. Nor is
a correction of spelling, wherever it stands; see `is_respelled`.
"""

_SILENT = (ChangeKind.MOVED, ChangeKind.NONE_SAID, ChangeKind.NONE_UNSAID)
_SHORTEST_RESPELLED = 5


def material_between(
    history: Sequence[Revision], start: Revision, end: Revision
) -> tuple[Attributed, ...]:
    """Give what changed between two revisions and is material.

    Args:
        history: Every revision, each after those that it follows.
        start: The one that was read.
        end: The one that now stands.
    """
    if start.commit == end.commit:
        return ()
    found = [one for one in compare(history, start, end).changes if _is_material(one)]
    respelled = set(_respelled(found))
    return tuple(one for place, one in enumerate(found) if place not in respelled)


def news_to(party: Party, found: Iterable[Attributed]) -> tuple[Attributed, ...]:
    """Give of some changes those that are news to somebody: what they said themselves is none."""
    return tuple(one for one in found if not _is_from(party, one))


def is_respelled(before: str, after: str) -> bool:
    """Whether two texts differ in spelling, case or punctuation alone.

    Each word must be the same, or one of at least five letters with one letter more, less, other
    or exchanged, and the same first letter. Numbers and short words are never a slip: "no" for
    "on" can change everything.
    """
    pairs = zip_longest(_words(before), _words(after), fillvalue="")
    return all(one == other or _is_slip(one, other) for one, other in pairs)


def _is_material(one: Attributed) -> bool:
    name, *rest = split(one.change.path)
    if name not in FIELDS or one.change.kind in _SILENT:
        return False
    fields = FIELDS[name]
    if name in ITEM_LETTERS:
        rest = rest[1:]  # the id of the item
    return not fields or not rest or rest[0] in fields


def _respelled(found: Sequence[Attributed]) -> Iterator[int]:
    """Give the places of corrections of spelling.

    Only a revision that says of itself that it corrects can be one. A text in a list that is
    corrected goes, and another comes.
    """
    for place, one in enumerate(found):
        if any(each.decision.kind is not Kind.CORRECT for each in one.revisions):
            continue
        change = one.change
        match change.kind:
            case ChangeKind.CHANGED:
                pairs = [(change.before, change.after)]
            case ChangeKind.ENTRY_ADDED:
                pairs = [(text, change.after) for text in _gone(found, change.path)]
            case ChangeKind.ENTRY_REMOVED:
                pairs = [(change.before, text) for text in _come(found, change.path)]
            case _:
                continue
        if any(
            isinstance(old, str) and isinstance(new, str) and is_respelled(old, new)
            for old, new in pairs
        ):
            yield place


def _gone(found: Iterable[Attributed], path: str) -> list[str]:
    kind = ChangeKind.ENTRY_REMOVED
    return [x.change.before for x in found if (x.change.kind, x.change.path) == (kind, path)]


def _come(found: Iterable[Attributed], path: str) -> list[str]:
    kind = ChangeKind.ENTRY_ADDED
    return [x.change.after for x in found if (x.change.kind, x.change.path) == (kind, path)]


def _is_from(party: Party, one: Attributed) -> bool:
    """Whether somebody said it themselves, and nobody has answered it yet."""
    change = one.change
    if change.kind is not ChangeKind.ITEM_ADDED:
        return False
    item = change.after
    match split(change.path)[0]:
        case "dissent":
            who = Party(role=item.get("role", ""), agency=item.get("agency", ""))
            return folded(who) == folded(party) and not item.get("response")
        case "known":
            source = " ".join(item.get("source", "").casefold().split())
            return source.startswith(str(party).casefold())
        case _:
            return False


def _words(text: str) -> list[str]:
    kept = "".join(one if one.isalnum() else " " for one in text.casefold())
    return kept.split()


def _is_slip(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST_RESPELLED or len(longer) - len(shorter) > 1:
        return False
    if one[0] != other[0] or not (one + other).isalpha():
        return False
    at = next((i for i, letter in enumerate(shorter) if longer[i] != letter), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    exchanged = shorter[at : at + 2] == longer[at : at + 2][::-1]
    return shorter[at + 1 :] == longer[at + 1 :] or (
        exchanged and shorter[at + 2 :] == longer[at + 2 :]
    )
