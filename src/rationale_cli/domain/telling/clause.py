"""Clauses: what is said of one change of a field."""

from collections.abc import Mapping, Sequence
from typing import Any

from rationale_cli.domain.change import Change, ChangeKind
from rationale_cli.domain.telling.direction import direction
from rationale_cli.domain.telling.saying import capital, general, headed, placed, said, small
from rationale_cli.domain.telling.sentence import Clause, Mark, Piece, plainly
from rationale_cli.domain.telling.wording import reworded
from rationale_cli.domain.words import Words

_QUOTE = "“"
_SPEAKS_FOR_ITSELF = ("control.state", "dissent.status", "rating.value", "risk.status")
_ANSWERS = {
    "dissent.response": "answered",
    "unknown.answer": "answered",
    "unknown.answered_at": "answered on",
}
"""Fields that nobody expects to be filled at first, and what it is called when they are."""


def clause(change: Change, words: Words, *, labelled: bool = True) -> Clause:
    """Say one change of a field.

    Args:
        change: Of a field or a list, not of an item as a whole.
        words: What codes and fields are called.
        labelled: Whether the clause says which field it is about; else its sentence does.
    """
    path = general(change.path)
    label = small(field_of(change, words))
    pieces = _pieces(change, path, words)
    if change.kind is ChangeKind.SET and path in _ANSWERS:
        label, pieces = _ANSWERS[path], pieces[:1]
    elif change.kind is ChangeKind.CHANGED and path in _SPEAKS_FOR_ITSELF:
        label = ""
    return Clause(label=label if labelled else "", pieces=pieces)


def field_of(change: Change, words: Words) -> str:
    """Give what the field is called that a change is about; one of a set's own by its id."""
    path = general(change.path)
    if path.startswith("answers."):
        return capital(words.answer(path).replace("-", " "))
    if path.startswith("handling.sensitivity."):
        labelled = placed(path.removeprefix("handling.sensitivity."), words)
        return f"Label of “{labelled}”"
    return words.field(path)


def details(
    name: str, item: dict[str, Any], told: Sequence[str], words: Words
) -> tuple[Clause, ...]:
    """Say everything that an item holds besides what its heading and some fields have told.

    Args:
        name: Of its list.
        item: Its plain values, as ``seed`` gives them.
        told: Fields that were told already.
        words: What codes and fields are called.
    """
    return tuple(
        Clause(
            label=small(words.field(f"{name}.{key}")),
            pieces=plainly(said(f"{name}.{key}", value, words)),
        )
        for key, value in item.items()
        if key not in (*headed(name), *told)
    )


def _are_texts(change: Change) -> bool:
    """Whether both are texts: an answer of a set's own question can become another kind."""
    return isinstance(change.before, str) and isinstance(change.after, str)


def _pieces(change: Change, path: str, words: Words) -> tuple[Piece, ...]:
    before, after = (said(path, one, words) for one in (change.before, change.after))
    match change.kind:
        case ChangeKind.SET:
            return Piece(text=after, mark=Mark.NEW), Piece(text=", not said before")
        case ChangeKind.CLEARED:
            return Piece(text="taken away, was "), Piece(text=before, mark=Mark.OLD)
        case ChangeKind.CHANGED if before.startswith(_QUOTE) and _are_texts(change):
            return reworded(change.before, change.after)
        case ChangeKind.CHANGED:
            alike = "written in another way" if before == after else ""
            towards = direction(path, change.before, change.after) or alike
            return plainly(f"{before} → {after}{towards and f', {towards}'}")
        case ChangeKind.ENTRY_ADDED:
            return Piece(text="added "), Piece(text=after, mark=Mark.NEW)
        case ChangeKind.ENTRY_REMOVED:
            return Piece(text="taken away "), Piece(text=before, mark=Mark.OLD)
        case ChangeKind.NONE_SAID:
            return plainly("asked, and there is none")
        case ChangeKind.NONE_UNSAID:
            return plainly("no longer said that there is none")
        case _:
            return plainly(reordered(change, {one: said(path, one, words) for one in change.after}))


def reordered(change: Change, told: Mapping[str, str]) -> str:
    """Say which entry or item of a list was moved; or, of several, the new order.

    Args:
        change: Of the order.
        told: What each entry or item is called; one that is told elsewhere is called nothing.
    """
    found = _moved(list(change.before), list(change.after))
    if found is None:
        return f"in another order, {', '.join(change.after)}"
    one, following = found
    where = f"before {told[following]}" if following is not None else "to the end"
    return f"{told[one]} moved {where}".strip()


def the_moved(change: Change) -> str | None:
    """Give the one entry or item that was moved; ``None`` if it was more than one."""
    found = _moved(list(change.before), list(change.after))
    return found[0] if found else None


def _moved(before: list[str], after: list[str]) -> tuple[str, str | None] | None:
    """Give the one that was moved and the one before which it stands now."""
    # Of two neighbours that changed places the one that came forward was moved.
    for one in sorted(after, key=lambda one: after.index(one) - before.index(one)):
        if _less(before, one) == _less(after, one):
            behind = after[after.index(one) + 1 :]
            return one, behind[0] if behind else None
    return None


def _less(order: list[str], item: str) -> list[str]:
    return [one for one in order if one != item]
