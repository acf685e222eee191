"""A decision as TOML text and back, and the answers that make part of one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, tzinfo
from typing import Any

from rationale_cli.codec import toml
from rationale_cli.codec.faulty import faulty, formatted
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.decision import FORMAT, ITEM_LETTERS, Decision
from rationale_cli.domain.fault import Fault, faults
from rationale_cli.domain.form import InvalidDecisionError, form, seed, tidy
from rationale_cli.domain.path import is_place, meant
from rationale_cli.domain.whole import whole, without_empty_rows

GIVEN_BY_THE_PROGRAM = (
    ("id",),
    ("revision",),
    ("previous",),
    ("kind",),
    ("question_set",),
    ("supersedes",),
    ("superseded_by",),
    ("conflict",),
    ("time", "recorded_at"),
    ("time", "clock"),
)
"""What answers may not say, because the program knows it better."""

_OF_A_PART = "is not needed here: the form itself says what there is, and in which order"

_GIVEN = (("format",), *GIVEN_BY_THE_PROGRAM)


def encode(decision: Decision) -> str:
    """Give the canonical text of a decision; equal decisions have equal texts."""
    return toml.write(seed(decision))


def decode(text: str, *, name: str, zone: tzinfo = UTC) -> Decision:
    """Read a decision, also one that was edited by hand.

    Args:
        text: The text of its file.
        name: What faults call the file.
        zone: Where times without offset are read.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    data = _read(text, name)
    answers = settled(localised(data, zone))
    try:
        return form(answers)
    except InvalidDecisionError:
        # Faults are placed by what the file says, not by what was made of it.
        raise faulty(name, text, faults(localised(data, zone))) from None


def decode_answers(text: str, *, name: str, zone: tzinfo) -> Answers:
    """Read answers: a part of a record, with ``[remove]`` and ``[order]`` for its lists.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    data = localised(_read(text, name), zone)
    beside = {name: data.pop(name) for name in ("remove", "order") if name in data}
    answers: Answers = tidy(data, zone)
    found = [
        # Blank ends can hide a fault, and can be one: an id with a blank behind it is none.
        *(list(faults(data, partial=True)) or faults(answers, partial=True)),
        *_given_by_the_program(data),
        *_odd_removals(beside.get("remove", {})),
        *_odd_order(beside.get("order", {})),
    ]
    if found:
        raise faulty(name, text, found)
    answers.pop("format", None)
    return {**answers, **{name: value for name, value in beside.items() if value}}


def decode_form(
    text: str, *, name: str, before: Answers, used: Mapping[str, Iterable[str]], zone: tzinfo
) -> Answers:
    """Read a whole record from a form: what is not there was taken away.

    Args:
        text: As it came back from somebody.
        name: What faults call it.
        before: What stood before, with what the program gives; that stands as it did.
        used: For each list the ids that were ever used in the history of the record.
        zone: Where times without offset are read.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    # What is asked stands in it as comments, beside a record that may be as large as one can be.
    data = localised(_read(text, name, largest=2 * toml.LARGEST), zone)
    data.pop("format", None)
    beside = [name for name in ("remove", "order") if data.pop(name, None) is not None]
    said = whole(without_given(before), data, used, zone)
    found = [
        *(one for one in faults(said) if not _is_given(one, said)),
        *_given_by_the_program(data),
        *(Fault((name,), _OF_A_PART, at_key=True) for name in beside),
    ]
    if found:
        raise faulty(name, text, found)
    return _with_given(before, without_empty_rows(said))


def without_given(answers: Answers) -> Answers:
    """Give all of answers but what the program gives: what a form holds of them."""
    rest = {key: value for key, value in answers.items() if (key,) not in _GIVEN}
    if time := {key: value for key, value in _time(answers) if ("time", key) not in _GIVEN}:
        return {**rest, "time": time}
    return {key: value for key, value in rest.items() if key != "time"}


def _with_given(before: Answers, answers: Answers) -> Answers:
    given = {key: value for key, value in before.items() if (key,) in _GIVEN}
    if time := {key: value for key, value in _time(before) if ("time", key) in _GIVEN}:
        return {**given, **answers, "time": {**answers.get("time", {}), **time}}
    return {**given, **answers}


def _time(answers: Answers) -> Iterable[tuple[str, Any]]:
    time = answers.get("time", {})
    return time.items() if isinstance(time, dict) else ()


def _is_given(fault: Fault, said: Answers) -> bool:
    """Whether a key is missing because the program gives it, or because a row says nothing."""
    value: Any = said
    for step in fault.path:
        value = value.get(step) if isinstance(value, dict) else value[step]
    return fault.at_key and (value == {} or fault.path in {(), ("time",)})


def _read(text: str, name: str, *, largest: int = toml.LARGEST) -> dict[str, Any]:
    data = formatted(text, name=name, newest=FORMAT, largest=largest)
    found = data.get("format", FORMAT)
    if type(found) is not int or found < 1:
        raise faulty(name, text, [Fault(("format",), f"is not {FORMAT}, the format of records")])
    return data


def localised(value: Any, zone: tzinfo) -> Any:
    """Times without offset, read in *zone*; text stays as it is."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return {key: localised(one, zone) for key, one in value.items()}
    if isinstance(value, list):
        return [localised(one, zone) for one in value]
    return tidy(value, zone)


def settled(data: dict[str, Any]) -> dict[str, Any]:
    """Empty lists that a hand wrote, kept as what they say: asked, and none."""
    none = list(data.get("none", []))
    for name, value in data.items():
        if name in ITEM_LETTERS and value == []:
            none.append(name)
        elif name in {"family", "reason", "answers"} and isinstance(value, dict):
            none += [f"{name}.{key}" for key, one in value.items() if one == []]
    return {**data, "none": list(dict.fromkeys(none))} if none else data


def _given_by_the_program(data: dict[str, Any]) -> list[Fault]:
    found = []
    for path in GIVEN_BY_THE_PROGRAM:
        table: Any = data
        for step in path[:-1]:
            table = table.get(step, {}) if isinstance(table, dict) else {}
        if isinstance(table, dict) and path[-1] in table:
            found.append(Fault(path, f'"{path[-1]}" is given by the program', at_key=True))
    return found


def _odd_removals(remove: Any) -> Iterator[Fault]:
    if not isinstance(remove, dict):
        yield Fault(("remove",), "is not a table")
        return
    for key, value in remove.items():
        path = ("remove", key)
        if key != "fields":
            yield from _odd_ids(key, value, path)
        elif not _is_texts(value):
            yield Fault(path, "is not a list of ids")
        else:
            yield from _odd_fields(value)


def _odd_order(order: Any) -> Iterator[Fault]:
    if not isinstance(order, dict):
        yield Fault(("order",), "is not a table")
        return
    for key, value in order.items():
        path = ("order", key)
        yield from _odd_ids(key, value, path)
        texts = value if _is_texts(value) else []
        for place, one in enumerate(texts):
            if one in texts[:place]:
                yield Fault((*path, place), f'names "{one}" twice')


def _odd_ids(key: str, value: Any, path: tuple[str, ...]) -> Iterator[Fault]:
    """What is wrong with ids that are named by their list."""
    if key == "conflict":
        yield Fault(path, f'"{key}" is given by the program', at_key=True)
    elif key not in ITEM_LETTERS:
        likely = _likely(key, lambda one: one in ITEM_LETTERS)
        yield Fault(path, f'unknown list "{key}"{likely}', at_key=True)
    elif not _is_texts(value):
        yield Fault(path, "is not a list of ids")


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _odd_fields(fields: list[str]) -> Iterator[Fault]:
    for place, one in enumerate(fields):
        path = ("remove", "fields", place)
        given = {".".join(steps) for steps in _GIVEN}
        if one in given or one.startswith("conflict."):
            yield Fault(path, f'names "{one}", which is given by the program')
        elif not is_place(one):
            yield Fault(path, f'names "{one}", which no record has{_likely(one, is_place)}')


def _likely(word: str, allowed: Callable[[str], bool]) -> str:
    likely = meant(word, allowed)
    return f'; did you mean "{likely}"?' if likely else ""
