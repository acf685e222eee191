"""Which places of a record a person means by a path."""

from collections.abc import Sequence
from difflib import get_close_matches

from rationale_cli.domain import path as paths
from rationale_cli.domain.answers import split
from rationale_cli.domain.content import BOOKKEEPING
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.origin import Origin
from rationale_cli.errors import RationaleError


class UnknownPlaceError(RationaleError):
    """A record has no such place, or never held such an item."""

    def __init__(self, text: str, meant: str, known: Sequence[str]) -> None:
        hint = "Name a place as 'risk.R1.likelihood', 'option.B' or 'title'."
        if known:
            hint = f"The list holds {', '.join(known)}."
        if meant:
            hint = f"Did you mean {meant!r}?"
        super().__init__(f"no revision holds {text!r}", hint=hint)


class OwnToEachRevisionError(RationaleError):
    """What was asked for is about one revision, and never comes from another."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"every revision has its own {text!r}",
            hint="'rationale history ID' shows it for each of them.",
        )


def sought(found: Sequence[Origin], text: str) -> tuple[Origin, ...]:
    """Give the origins that are asked for; empty if nothing was ever said at that place.

    Args:
        found: Of everything in a record, see `origins`.
        text: Path of a field, an item with its fields, a list with its items, or a table.

    Raises:
        UnknownPlaceError: If there is no such place; an item must have stood in some revision.
        OwnToEachRevisionError: If it is about a revision and not about the decision.
    """
    path = text.strip()
    if any(path == one or path.startswith(f"{one}.") for one in BOOKKEEPING):
        raise OwnToEachRevisionError(path)
    chosen = tuple(one for one in found if one.path == path or one.path.startswith(f"{path}."))
    name, *rest = split(path)
    item = f"{name}.{rest[0]}" if name in ITEM_LETTERS and rest else ""
    if chosen or (paths.is_place(path) and (not item or _stands(found, item))):
        return chosen
    ids = [split(one.path)[1] for one in found if one.path.startswith(f"{name}.")]
    known = list(dict.fromkeys(ids)) if item and not _stands(found, item) else []
    raise UnknownPlaceError(path, _meant(found, path, is_item=bool(known)), known)


def _stands(found: Sequence[Origin], item: str) -> bool:
    return any(one.path == item for one in found)


def _meant(found: Sequence[Origin], path: str, *, is_item: bool) -> str:
    """Give the place that was probably meant: one that the record has before one it could have.

    An item that is not there looks like every other of its list, and is not taken for one.
    """
    known = {one.path.lower(): one.path for one in found}
    typed = path.lower()
    if typed in known:
        return known[typed]
    if is_item:
        return ""
    # "R1.likelihood" is likelier to be "risk.R1.likelihood" than anything that looks like it.
    for one, written in known.items():
        if one.endswith(f".{typed}"):
            return written
    close = get_close_matches(typed, known, n=1, cutoff=0.75)
    return known[close[0]] if close else paths.meant(path, paths.is_place)
