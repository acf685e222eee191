"""What a form says once somebody has been through it: the whole record, not a part of one."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo
from typing import Any

from rationale_cli.domain.answers import ID_LISTS, Answers, at, is_blank, next_id
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.form import tidy
from rationale_cli.domain.path import is_list

_NONE = "none"


def whole(
    before: Answers, said: Mapping[str, Any], used: Mapping[str, Iterable[str]], zone: tzinfo
) -> Answers:
    """Give what a form says as a record keeps it; what was not touched stays to the last blank.

    Blank text says nothing, and an empty list that there is none. A row without an id gets the
    next one; one that says nothing at all stays empty in its place (see `without_empty_rows`).
    Values of a wrong kind stay as they are, to be told as faults.

    Args:
        before: What stood before.
        said: What the form holds, times with offset.
        used: For each list the ids that were ever used in the history of the record.
        zone: Where a time without offset is read, if one is left.
    """
    answers: Answers = _tidied(before, said, zone)
    for name in ITEM_LETTERS:
        if rows := _rows(answers.get(name)):
            answers[name] = _numbered(name, rows, used.get(name, ()))
    return _settled(before, answers)


def without_empty_rows(answers: Answers) -> Answers:
    """Give answers without the rows that say nothing."""
    kept = {
        name: [row for row in value if row] if name in ITEM_LETTERS else value
        for name, value in answers.items()
    }
    return {name: value for name, value in kept.items() if value not in ([], {})}


def _tidied(old: Any, new: Any, zone: tzinfo) -> Any:
    """Give a value as a record keeps it, ``None`` if it says nothing."""
    if new == old:
        return new
    if isinstance(new, Mapping):
        known = old if isinstance(old, Mapping) else {}
        tidied = {key: _tidied(known.get(key), value, zone) for key, value in new.items()}
        return {key: value for key, value in tidied.items() if value not in (None, {})}
    if rows := _rows(new):
        before = {str(row.get("id")): row for row in _rows(old)}
        return [_tidied(before.get(str(row.get("id")), {}), row, zone) for row in rows]
    return None if new != [] and is_blank(new) else tidy(new, zone)


def _rows(value: Any) -> list[dict[str, Any]]:
    """The rows of a list; none if it is no list of tables."""
    is_rows = isinstance(value, list) and all(isinstance(one, dict) for one in value)
    return value if is_rows else []


def _numbered(name: str, rows: list[dict[str, Any]], used: Iterable[str]) -> list[dict[str, Any]]:
    taken = [*used, *(row["id"] for row in rows if isinstance(row.get("id"), str))]
    numbered = []
    for row in rows:
        if row and "id" not in row:
            taken.append(next_id(name, taken))
            numbered.append({"id": taken[-1], **row})
        else:
            numbered.append(row)
    return numbered


def _settled(before: Answers, answers: Answers) -> Answers:
    """Name empty lists in ``none``; take out of it what was said to be none and is some now."""
    settled = dict(answers)
    empty = list(_emptied(settled, ""))
    named = settled.get(_NONE, [])
    if not isinstance(named, list):
        return settled
    was = before.get(_NONE, [])
    stands = [one for one in named if one not in was or is_blank(at(settled, str(one)))]
    none = list(dict.fromkeys((*stands, *empty)))
    settled.pop(_NONE, None)
    return {**settled, _NONE: none} if none else settled


def _emptied(table: dict[str, Any], prefix: str) -> Iterator[str]:
    """Take empty lists out of a table, and give their paths; lists of ids say nothing empty."""
    for key, value in list(table.items()):
        path = f"{prefix}{key}"
        if value == [] and (path in ID_LISTS or is_list(path)):
            del table[key]
            if path not in ID_LISTS:
                yield path
        elif isinstance(value, dict):
            table[key] = dict(value)
            yield from _emptied(table[key], f"{path}.")
        elif rows := _rows(value):
            table[key] = [dict(row) for row in rows]
            for row in table[key]:
                yield from _emptied(row, f"{path}.{row.get('id')}.")
