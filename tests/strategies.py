"""Random decisions for properties: any value that the types allow, with awkward text on purpose."""

from datetime import date, datetime, timedelta, timezone
from enum import EnumType
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from rationale_cli.domain.decision import FORMAT, ITEM_LETTERS, Decision
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.part import Item

AWKWARD = (
    "\n",
    "one\n\ntwo\n",
    "ends\r\nof\r\nlines\r\n",
    "a lone \r return",
    "\ttab\t",
    'three """quotes""" and one more"',
    "'single' '''three'''",
    "back\\slash \\n \\u0041 \\",
    "\\\n",
    "\x00\x07\x1b[31m\x7f\x85\x9b",
    "\u2028 \u2029",
    "\u202eefas ton\u202c \u2066\u2069 \u200f\u200b\ufeff",
    "שלום مرحبا",
    "e\u0301 🧑\u200d👧 \U000e0041",
    "# Heading\n* item\n[link](https://example.invalid)\n![i](x)",
    "<script>alert(1)</script> </style> & &amp; \"' {{ 1 }} {% x %}",
    "[table]\nkey = 1",
    "= + - @ ; , |",
    " ends with blanks  ",
    "Yes. No. " * 40 + "\n",
    "true",
    "2026-03-24",
)
"""Text that has broken a file, a terminal or a page somewhere before."""

ALL_LETTERS = st.characters(exclude_categories=["Cs"])

_NONE_PATHS = (*ITEM_LETTERS, "family.views", "reason.decisive", "reason.assumptions")


def texts(*, max_size: int = 24) -> st.SearchStrategy[str]:
    """Give any text that a file can hold, empty text included."""
    return st.sampled_from(AWKWARD) | st.text(ALL_LETTERS, max_size=max_size)


MARKED = (
    "\n", "\n", "\n\n", " ", " ", "  ", "\t", "\r", "a", "b c", "1", "é", "- ", "* ", "• ", "1. ",
    "2. ", "3) ", "09. ", "10. ", "*", "**", "*a*", "**b c**", "_", "__a__", "~~", "`", "```\n",
    "#", "# ", "===\n", "---\n", "> ", "|", "| a | b |\n|---|---|\n", "[", "]", "(", ")",
    "[a](javascript:b)", "![a](b)", "[a]: file:///b\n", "[^1]", "[^1]: a\n", "*[a]: b\n", "<",
    ">", "<b>", "</b>", "<!--", "<https://a.example>", "https://a.example/b?c=1&d=2",
    "https://a.example/&lt;b&gt;", "http://a@b.example", "javascript:a", "data:text/html,b",
    "file:///b", "www.a.example", "a@b.example", "&amp;", "&#60;", "\\", ":::", ": a\n", "$a$",
    "==a==", "++a++", "^a^", "%%", ":a:", "{a}", "+ ", "- [ ] ", "!", "'", '"', ".", ",", "-",
)  # fmt: skip
"""Pieces of what some program reads as markup, and of the little that ours reads so."""


def marked(*, pieces: int = 14) -> st.SearchStrategy[str]:
    """Give texts that are full of markup, of all sorts and mostly broken."""
    return st.lists(st.sampled_from(MARKED), max_size=pieces).map("".join)


def offsets() -> st.SearchStrategy[timezone]:
    """Give fixed offsets of whole minutes."""
    minutes = st.sampled_from((0, 60, -300, 345)) | st.integers(-14 * 60, 14 * 60)
    return minutes.map(lambda one: timezone(timedelta(minutes=one)))


def instants() -> st.SearchStrategy[datetime]:
    """Give times with an offset, to the second or finer."""
    return st.datetimes(
        datetime(1950, 1, 1),  # noqa: DTZ001 - the strategy wants bounds without an offset
        datetime(2150, 1, 1),  # noqa: DTZ001 - likewise
        timezones=offsets(),
    ).map(lambda at: at if at.microsecond % 2 else at.replace(microsecond=0))


def days() -> st.SearchStrategy[date]:
    """Give days."""
    return st.dates(date(1950, 1, 1), date(2150, 1, 1))


def plain() -> st.SearchStrategy[Any]:
    """Give what an answer to a set's own question can be."""
    numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    return (
        texts()
        | st.booleans()
        | numbers
        | days()
        | instants()
        | st.lists(texts(), min_size=1, max_size=3)
    )


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """Give any valid decision: ids unique, nothing at once some and none."""
    decision: Decision = draw(_structs(Decision))
    silent = [path for path in _NONE_PATHS if not _at(decision, path)]
    none = draw(st.lists(st.sampled_from(silent), unique=True, max_size=3)) if silent else []
    return msgspec.structs.replace(decision, none=tuple(none))


def companions(kind: type) -> st.SearchStrategy[Any]:
    """Give any concern, or any file of who has seen a decision."""
    return _structs(kind).map(lambda one: msgspec.structs.replace(one, format=1))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Decision, Decision]:
    """Give two decisions that share many fields and items, as revisions of one record do."""
    before, other = draw(decisions()), draw(decisions())
    taken = draw(st.sets(st.sampled_from(Decision.__struct_fields__)))
    after = msgspec.structs.replace(
        before,
        **{name: getattr(other, name) for name in Decision.__struct_fields__ if name in taken},
    )
    mixed = {
        name: _shuffled(draw, getattr(before, name), getattr(after, name)) for name in ITEM_LETTERS
    }
    after = msgspec.structs.replace(after, **mixed)
    none = tuple(path for path in after.none if not _at(after, path))
    return before, msgspec.structs.replace(after, none=none)


@st.composite
def edits(draw: st.DrawFn) -> tuple[Decision, Decision]:
    """Give a decision and what a few edits made of it: a field, a word, an item, its place, its id.

    Two neighbours in a history are like this: nearly everything is the same.
    """
    before = draw(decisions())
    after = before
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(_EDITED))
        after = msgspec.structs.replace(after, **{name: _edited(draw, name, after)})
    none = tuple(path for path in after.none if not _at(after, path))
    return before, msgspec.structs.replace(after, none=none)


def prose(*, max_size: int = 12) -> st.SearchStrategy[str]:
    """Give texts of words and sentences, of which two have much in common."""
    words = st.sampled_from(("she", "is", "safe", "not", "with", "her", "mother", "at 03:10", "é"))
    ends = st.sampled_from((" ", " ", " ", ". ", ", ", ".\n", "\n\n", "? ", "! ", " (", ") "))
    pairs = st.tuples(words, ends).map("".join)
    return st.lists(pairs | texts(max_size=4), max_size=max_size).map("".join)


def _edited(draw: st.DrawFn, name: str, decision: Decision) -> Any:
    """Give what a field of a decision holds after one edit."""
    value = getattr(decision, name)
    if name in ITEM_LETTERS:
        return _edited_rows(draw, name, value)
    if isinstance(value, msgspec.Struct):
        return _edited_part(draw, value)
    return draw(_field(Decision, _FIELDS[name]))


def _edited_rows(draw: st.DrawFn, name: str, rows: tuple[Item, ...]) -> tuple[Item, ...]:
    act = draw(st.sampled_from(("add", "remove", "move", "rename", "edit")))
    others = {item.id: item for item in draw(_field(Decision, _FIELDS[name]))}
    new = [item for item_id, item in others.items() if item_id not in {row.id for row in rows}]
    if act == "add" or not rows:
        return (*new[:1], *rows) if draw(st.booleans()) else (*rows, *new[:1])
    place = draw(st.integers(0, len(rows) - 1))
    rest = rows[:place] + rows[place + 1 :]
    if act == "remove":
        return rest
    if act == "move":
        to = draw(st.integers(0, len(rest)))
        return (*rest[:to], rows[place], *rest[to:])
    row = rows[place]
    if act == "rename":
        row = msgspec.structs.replace(row, id=new[0].id) if new else row
    else:
        row = _edited_part(draw, row)
    return (*rows[:place], row, *rows[place + 1 :])


def _edited_part(draw: st.DrawFn, part: Any) -> Any:
    fields = [one for one in msgspec.structs.fields(part) if one.name not in {"id", "recorded_at"}]
    field = draw(st.sampled_from(fields))
    value = getattr(part, field.name)
    if type(value) is str and value:  # a code is text too, and not edited by words
        words = value.split(" ")
        place = draw(st.integers(0, len(words) - 1))
        words[place : place + draw(st.integers(0, 1))] = draw(st.lists(texts(), max_size=2))
        new: Any = " ".join(words)
    else:
        new = draw(_field(type(part), field))
    return msgspec.structs.replace(part, **{field.name: new})


def _shuffled(
    draw: st.DrawFn, before: tuple[Item, ...], after: tuple[Item, ...]
) -> tuple[Item, ...]:
    every = {item.id: item for item in (*before, *after)}
    order = draw(st.permutations(list(every.values()))) if len(every) > 1 else [*every.values()]
    return tuple(order[: draw(st.integers(0, len(order)))]) if order else ()


@cache
def _structs(kind: type) -> st.SearchStrategy[Any]:
    fields = msgspec.structs.fields(kind)
    required = {one.name: _field(kind, one) for one in fields if one.required}
    optional = {one.name: _field(kind, one) for one in fields if not one.required}
    return st.fixed_dictionaries(required, optional=optional).map(lambda given: kind(**given))


def _field(kind: type, field: msgspec.structs.FieldInfo) -> st.SearchStrategy[Any]:
    if kind is Decision and field.name in _OF_DECISION:
        return _OF_DECISION[field.name]
    if field.name == "id" and issubclass(kind, Item):
        return _ITEM_IDS
    return _of_type(field.type)


def _of_type(kind: Any) -> st.SearchStrategy[Any]:
    arguments = get_args(kind)
    if NoneType in arguments:
        (inner,) = (one for one in arguments if one is not NoneType)
        return st.none() | _of_type(inner)
    if hasattr(kind, "__metadata__"):
        return st.integers(1, 5)
    if get_origin(kind) is tuple:
        return _tuples(arguments[0])
    if get_origin(kind) is dict:
        values = plain() if arguments[1] is Any else texts()
        return st.dictionaries(texts(max_size=6), values, max_size=2)
    if kind is Any:
        return plain()
    if isinstance(kind, EnumType):
        return st.sampled_from(list(kind))
    if issubclass(kind, Instant):
        return instants().map(Instant)
    if issubclass(kind, Moment):
        return (days() | instants()).map(Moment)
    if issubclass(kind, msgspec.Struct):
        return _structs(kind)
    simple: dict[type, st.SearchStrategy[Any]] = {
        str: texts(),
        bool: st.booleans(),
        int: st.integers(1, 99),
    }
    return simple[kind]


def _tuples(kind: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    if isinstance(kind, type) and issubclass(kind, Item):
        return st.lists(_structs(kind), max_size=3, unique_by=lambda item: item.id).map(tuple)
    return st.lists(_of_type(kind), max_size=3).map(tuple)


def _at(decision: Decision, path: str) -> Any:
    value: Any = decision
    for step in path.split("."):
        value = getattr(value, step)
    return value


# Few ids, so that two decisions share items; with the awkward ones that the rules allow.
_ITEM_IDS = st.sampled_from(("A", "R1", "K2", "x9", "ABCDEFGH12345678"))

_OF_DECISION: dict[str, st.SearchStrategy[Any]] = {
    "format": st.just(FORMAT),
    "id": st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=6, max_size=6),
    "revision": st.integers(1, 500),
    "question_set": st.sampled_from(("general/1", "care-plan/1", "our own/12")),
    "title": texts(max_size=100).map(lambda text: text.replace("\n", " ")[:100]),
    "none": st.just(()),
}

_FIELDS = {field.name: field for field in msgspec.structs.fields(Decision)}
_EDITED = tuple(name for name in _FIELDS if name not in {"format", "id", "revision", "none"})
