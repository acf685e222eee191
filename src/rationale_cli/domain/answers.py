"""Answers: what was said so far, in the record's own shape, loose until it is formed.

Answers are plain values (text, numbers, true/false, days and times, lists, tables) nested as
in a record's file. A path names one place in them: ``question.statement``, ``risk.R1.reason``,
``answers.g.ask``.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.order import ordered

Answers = dict[str, Any]

NOT_INHERITED = (
    "change",
    "time.decided_at",
    "time.late_reason",
    "time.noticed_at",
)
"""What belongs to one revision only; the next one starts without it."""

ID_LISTS = ("supersedes", "superseded_by", "related", "previous", "none")
"""Lists of ids, not of answers: an empty one says nothing."""

NO_FIELDS = ("remove", "order", "none")
"""What a partial record says of its lists and fields besides what they hold."""

PARTIES = ("by.lead", "by.decision_maker", "by.recorder")
"""A role and its agency are one answer: given anew, nothing of the old one stays."""


def split(path: str) -> tuple[str, ...]:
    """Give the steps of a path; the ids of a set's own questions may hold dots themselves."""
    for table in ("answers.", "handling.sensitivity."):
        if path.startswith(table):
            return (*table.rstrip(".").split("."), path.removeprefix(table))
    return tuple(path.split("."))


def at(answers: Mapping[str, Any], path: str) -> Any:
    """Give what stands at a path, or ``None``.

    A path through a list of items without an id, as ``law.provision``, gives a list of what
    stands in each.
    """
    return _step(answers, split(path))


def _step(value: Any, steps: tuple[str, ...]) -> Any:
    if not steps:
        return value
    head, *rest = steps
    if isinstance(value, Mapping):
        return _step(value[head], tuple(rest)) if head in value else None
    if isinstance(value, list):
        for item in value:
            if isinstance(item, Mapping) and item.get("id") == head:
                return _step(item, tuple(rest))
        found = [_step(item, steps) for item in value if isinstance(item, Mapping)]
        return [one for one in found if one is not None] or None
    return None


def put(answers: Answers, path: str, value: Any) -> Answers:
    """Give a copy with *value* at a path; ``None`` takes away what stood there.

    An empty list is an answer: the path is then named in ``none``. A gap noted for the path
    is closed by any answer; blank text is none. What was noted about the fields of an item goes
    with the item.
    """
    result = deepcopy(answers)
    _answer(result, path, value)
    return result


def is_blank(value: Any) -> bool:
    """Whether a value says nothing: ``None``, blank text, or a list of nothing else."""
    match value:
        case None:
            return True
        case str():
            return not value.strip()
        case list():
            return all(is_blank(one) for one in value)
        case _:
            return False


def _answer(result: Answers, path: str, value: Any) -> None:
    name = split(path)[0]
    before = _ids(result, name)
    _put(result, split(path), value)
    none = [one for one in result.get("none", []) if one != path]
    if value == [] and path not in ID_LISTS:
        none.append(path)
    closed = [path] if value == [] or not is_blank(value) else []
    after = _ids(result, name)
    gone = tuple(f"{name}.{one}." for one in before if one not in after)
    none = [one for one in none if not one.startswith(gone)]
    gaps = [
        gap
        for gap in result.get("gap", [])
        if gap.get("path") not in closed and not str(gap.get("path")).startswith(gone)
    ]
    _put(result, ("none",), none or None)
    _put(result, ("gap",), gaps or None)


def _ids(answers: Answers, name: str) -> list[str]:
    rows = answers.get(name) if name in ITEM_LETTERS else None
    return [row["id"] for row in rows] if isinstance(rows, list) else []


def _put(table: dict[str, Any], steps: tuple[str, ...], value: Any) -> None:
    """Set or, with nothing to set, take away; a table or list that this empties goes too."""
    head, *rest = steps
    inner = table.get(head)
    if not rest:
        inner = value
    elif isinstance(inner, list):
        _put_in_row(inner, tuple(rest), value)
    else:
        inner = {} if inner is None else inner
        _put(inner, tuple(rest), value)
    if inner is None or inner in ([], {}):
        table.pop(head, None)
    else:
        table[head] = inner


def _put_in_row(rows: list[dict[str, Any]], steps: tuple[str, ...], value: Any) -> None:
    item_id, *fields = steps
    for row in rows:
        if row.get("id") == item_id:
            if fields:
                _put(row, tuple(fields), value)
            elif value is None:
                rows.remove(row)
            else:
                row.update(value)
            return


def inherited(answers: Answers) -> Answers:
    """Give what the next revision starts with."""
    result = deepcopy(answers)
    for path in NOT_INHERITED:
        _put(result, split(path), None)
    return result


def merge(base: Answers, partial: Mapping[str, Any], used: Mapping[str, Iterable[str]]) -> Answers:
    """Give *base* with a partial record laid over it.

    A field or list of texts that is given replaces; items of a list are joined by id, field by
    field; an item without an id is new and gets the next one; an empty list means that it was
    asked about and there is none; ``remove`` takes items and fields away; ``order`` names the
    items that come first in a list, by their ids.

    Args:
        base: What the last revision held, or nothing.
        partial: The part that was said now.
        used: For each list the ids that were ever used in the history of the record.
    """
    result = deepcopy(base)
    for name, ids in partial.get("remove", {}).items():
        for path in ids if name == "fields" else (f"{name}.{one}" for one in ids):
            _answer(result, path, None)
    for name, value in partial.items():
        if name in ITEM_LETTERS:
            _lay_items(result, name, value, used.get(name, ()))
        elif name not in NO_FIELDS:
            _lay(result, name, deepcopy(value))
    for path in partial.get("none", []):
        _answer(result, path, [])
    for name, ids in partial.get("order", {}).items():
        if name in result:
            result[name] = ordered(result[name], ids)
    return result


def _lay(result: Answers, path: str, value: Any) -> None:
    if isinstance(value, Mapping) and path not in PARTIES:
        for key, one in value.items():
            _lay(result, f"{path}.{key}", one)
    else:
        _answer(result, path, value)


def _lay_items(
    result: Answers, name: str, items: list[dict[str, Any]], used: Iterable[str]
) -> None:
    if not items:
        _answer(result, name, [])
        return
    rows = {item["id"]: item for item in result.get(name, [])}
    given = [item["id"] for item in items if item.get("id")]
    for item in items:
        item_id = item.get("id") or next_id(name, (*used, *rows, *given))
        if item_id not in rows:
            rows[item_id] = {"id": item_id}
            _answer(result, name, list(rows.values()))
        for key, value in item.items():
            if key != "id":
                _answer(result, f"{name}.{item_id}.{key}", deepcopy(value))


def next_id(name: str, used: Iterable[str]) -> str:
    """Give the next free id of a list: ``R3`` after ``R2``, ``C`` after ``B``."""
    letter = ITEM_LETTERS[name]
    if not letter:
        return _letters(max((_number(one) for one in used), default=0) + 1)
    numbers = [int(one[len(letter) :]) for one in used if one[len(letter) :].isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


def _number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27; anything else is 0."""
    if not letters.isascii() or not letters.isalpha() or not letters.isupper():
        return 0
    total = 0
    for letter in letters:
        total = total * 26 + ord(letter) - ord("A") + 1
    return total


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
