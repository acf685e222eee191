"""Returning: what was changed on the way and changed back, in words."""

from collections.abc import Mapping, Sequence

from rationale_cli.domain.change import Change, ChangeKind
from rationale_cli.domain.telling.clause import field_of
from rationale_cli.domain.telling.grouping import is_material
from rationale_cli.domain.telling.saying import capital, general, heading, said, small
from rationale_cli.domain.telling.sentence import Clause, Sentence, plainly
from rationale_cli.domain.words import Words

_MOST_NAMED = 4
_LONGEST = 160
"""Letters of a text in between; the revision itself holds all of it."""


def returned(
    change: Change, revisions: Sequence[str], named: Mapping[str, str], words: Words
) -> Sentence:
    """Tell what stood somewhere for a while only.

    Args:
        change: The first on the way.
        revisions: That touched it, oldest first, as ``r3``; two at the least.
        named: What each item of both ends is called, by its path.
        words: What codes and fields are called.
    """
    head, label = _head(change, named, words)
    first, *between, last = revisions
    again = f", again in {' and '.join(between)}" if between else ""
    if len(between) > _MOST_NAMED:
        again = f", again in {len(between)} others"
    made, back = _acts(change, words)
    text = f"{made} in {first}{again}, and {back} in {last}"
    return Sentence(
        head=head,
        clauses=(Clause(label=label, pieces=plainly(text)),),
        is_material=is_material(change),
        changes=(change,),
    )


def _head(change: Change, named: Mapping[str, str], words: Words) -> tuple[str, str]:
    """Give what a sentence is about, and what its clause is."""
    if change.kind in {ChangeKind.ITEM_ADDED, ChangeKind.ITEM_REMOVED}:
        item = change.before if change.after is None else change.after
        return capital(heading(change.path.split(".")[0], item, words)), ""
    field = field_of(change, words)
    if change.item:
        # An item that stands at neither end went with whatever was said of it.
        return capital(named.get(change.item, change.item)), small(field)
    return field, ""


def _acts(change: Change, words: Words) -> tuple[str, str]:
    """Give what was done, and how it was undone."""
    path = general(change.path)
    match change.kind:
        case ChangeKind.ITEM_ADDED:
            return "new", "taken away again"
        case ChangeKind.ITEM_REMOVED:
            return "taken away", "put back"
        case ChangeKind.ENTRY_ADDED:
            return f"{said(path, change.after, words)} added", "taken away again"
        case ChangeKind.ENTRY_REMOVED:
            return f"{said(path, change.before, words)} taken away", "put back"
        case ChangeKind.NONE_SAID:
            return "said that there is none", "no longer said"
        case ChangeKind.NONE_UNSAID:
            return "no longer said that there is none", "said again"
        case ChangeKind.MOVED:
            return "order changed", "changed back"
        case ChangeKind.CLEARED:
            return "taken away", "put back"
        case _:
            return f"changed to {_short(said(path, change.after, words))}", "changed back"


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]} …{'”' * text.endswith('”')}"
