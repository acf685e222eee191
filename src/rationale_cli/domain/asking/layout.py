"""How a form is laid out: a TOML file has its single keys first, and people think in sections."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from rationale_cli.domain.answers import PARTIES, Answers, split
from rationale_cli.domain.asking.asked import ROWED
from rationale_cli.domain.decision import ITEM_LETTERS
from rationale_cli.domain.questions.question import Question, QuestionSet

_REASON = "change"
_APART = ("none", "gap")


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A single key.

    Attributes:
        path: As ``question.statement``.
        question: What is asked there; ``None`` if something stands and nothing is asked.
    """

    path: str
    question: Question | None = None


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table that stands in one place, with all its keys; never empty."""

    name: str
    fields: tuple[Field, ...]


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """A list of rows, each a block of its own.

    Attributes:
        name: Of the list.
        question: What is asked of each; ``None`` if rows stand and nothing is asked.
        is_again: Whether the list was asked about before: its rows stand there.
    """

    name: str
    question: Question | None = None
    is_again: bool = False


Entry = Field | Table | Rows


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Entries under one heading; an empty title stands for what the set does not ask."""

    title: str
    entries: tuple[Entry, ...]


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """A form as it is laid out; ``none`` and the gaps stand apart, for they are no answers.

    Attributes:
        keys: What comes first: single keys, named in full.
        blocks: What follows: lists, and the tables that are asked as a whole after a list.
        last: The block with the reason of a change, if that is asked last.
    """

    keys: tuple[Stretch, ...]
    blocks: tuple[Stretch, ...]
    last: tuple[Stretch, ...]


def layout(questions: QuestionSet, answers: Answers) -> Layout:
    """Lay out everything that a set asks, and everything that stands, in asking order.

    The single keys of a section come before its lists: in TOML a key below a list would belong
    to its last row. A table whose questions all stand in one section, after a list, is a block
    in its place.
    """
    placed, again = _placed(questions), _again(questions)
    asked = {one.path for one in questions.questions}
    rest = [one for one in _leaves(answers) if one not in asked and one not in _APART]
    keys: list[Stretch] = []
    blocks: list[Stretch] = []
    for section in questions.sections:
        here = [one for one in questions.questions if one.section == section.id]
        front = tuple(
            Field(path=one.path, question=one)
            for one in here
            if _is_single(one, again) and _table(one.path) not in placed
        )
        keys += [Stretch(title=section.title, entries=front)] if front else []
        back = tuple(_blocks(here, placed, rest, again))
        blocks += [Stretch(title=section.title, entries=back)] if back else []
    last = blocks[-1:] if _REASON in placed else []
    named = {"", *(_table(one) for one in asked)}
    others = [one for one in rest if _table(one) not in placed]
    more = tuple(Field(path=one) for one in others if _table(one) in named)
    also = tuple(_unasked([one for one in others if _table(one) not in named], asked, answers))
    return Layout(
        keys=(*keys, *_also(more)),
        blocks=(*blocks[: len(blocks) - len(last)], *_also(also)),
        last=tuple(last),
    )


def _also(entries: tuple[Entry, ...]) -> tuple[Stretch, ...]:
    return (Stretch(title="", entries=entries),) if entries else ()


def _is_single(question: Question, again: frozenset[str]) -> bool:
    return question.kind not in ROWED and question.id not in again


def _placed(questions: QuestionSet) -> frozenset[str]:
    """The tables that stand as a block among the lists."""
    places: dict[str, list[int]] = {}
    lists = []
    for place, one in enumerate(questions.questions):
        if one.kind in ROWED:
            lists.append(place)
        elif table := _table(one.path):
            places.setdefault(table, []).append(place)
    first = min(lists, default=len(questions.questions))
    return frozenset(
        table
        for table, found in places.items()
        if len({questions.questions[one].section for one in found}) == 1
        and (min(found) > first or (table == _REASON and _is_end(questions, found)))
    )


def _is_end(questions: QuestionSet, places: list[int]) -> bool:
    return questions.questions[places[0]].section == questions.sections[-1].id


def _again(questions: QuestionSet) -> frozenset[str]:
    """Ids of questions whose key, or list, another one before them has asked about."""
    first: dict[str, str] = {}
    for one in questions.questions:
        first.setdefault(one.path, one.id)
    return frozenset(one.id for one in questions.questions if first[one.path] != one.id)


def _blocks(
    asked: list[Question], placed: frozenset[str], rest: list[str], again: frozenset[str]
) -> Iterator[Entry]:
    """The lists and the whole tables of a section, in asking order."""
    single = [one for one in asked if _is_single(one, again)]
    done: set[str] = set()
    for one in asked:
        table = _table(one.path)
        if one.kind in ROWED:
            yield Rows(name=one.to, question=one, is_again=one.id in again)
        elif table in placed and table not in done:
            done.add(table)
            own = (
                Field(path=one.path, question=one) for one in single if _table(one.path) == table
            )
            more = (Field(path=path) for path in rest if _table(path) == table)
            yield Table(name=table, fields=(*own, *more))


def _unasked(rest: list[str], asked: set[str], answers: Answers) -> Iterator[Entry]:
    """The tables and the lists of which nothing is asked."""
    for table in dict.fromkeys(_table(one) for one in rest):
        fields = tuple(Field(path=one) for one in rest if _table(one) == table)
        yield Table(name=table, fields=fields)
    for name in ITEM_LETTERS:
        if name not in asked and name not in _APART and answers.get(name):
            yield Rows(name=name)


def _leaves(answers: Answers) -> Iterator[str]:
    """The path of every single value that stands; a role is one value."""
    for name, value in answers.items():
        if name not in ITEM_LETTERS:
            yield from _inside(name, value)


def _inside(path: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping) and path not in PARTIES:
        for key, one in value.items():
            yield from _inside(f"{path}.{key}", one)
    else:
        yield path


def _table(path: str) -> str:
    """The table in which a path stands; empty at the top."""
    return split(path)[0] if len(split(path)) > 1 else ""
