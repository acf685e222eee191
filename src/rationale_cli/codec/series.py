"""A series of texts of one record, of which each holds most of what the one before it held.

A block that stood in an earlier text is not read again: that is what makes hundreds of revisions
nearly as quick to read as a few.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, tzinfo
from operator import is_
from typing import Any, NamedTuple

import msgspec

from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import toml
from rationale_cli.domain.answers import Answers, split
from rationale_cli.domain.content import is_same
from rationale_cli.domain.decision import FORMAT, Decision
from rationale_cli.domain.form import form
from rationale_cli.errors import RationaleError

_HEADING = "\n["
_SUBTABLE = "handling.sensitivity]"
_LARGEST = toml.LARGEST // 4
"""Letters; a text of more could be larger than one may be, in bytes."""

_NEEDED = tuple(field.name for field in msgspec.structs.fields(Decision) if field.required)


class _OddError(Exception):
    """A text is not laid out in blocks that can be read one by one."""


class _Block(NamedTuple):
    """What stands under one heading.

    Attributes:
        name: Of the only key at the top.
        rows: What a ``[[…]]`` adds to a list; ``None`` of a table.
        table: What stands in a table; ``None`` of a list.
        is_part: Whether it goes on with a table that has a block of its own.
    """

    name: str
    rows: list[Any] | None
    table: dict[str, Any] | None
    is_part: bool


class Series:
    """Reads texts one after the other, and gives of each what `decision.decode` gives."""

    def __init__(self, zone: tzinfo = UTC) -> None:
        self._zone = zone
        self._blocks: dict[str, _Block] = {}
        self._answers: Answers = {}
        self._decision: Decision | None = None

    def decode(self, text: str, *, name: str) -> Decision:
        """Read a decision, also one that was edited by hand.

        Args:
            text: The text of its file.
            name: What faults call the file.

        Raises:
            NewerFormatError: Before anything else is looked at.
            FaultyFileError: Naming every fault with its line and column.
        """
        try:
            return self._decoded(text)
        except (_OddError, RationaleError, toml.UnreadableError):
            # Reading it whole is what counts, and tells what is wrong, and where.
            return decision_text.decode(text, name=name, zone=self._zone)

    def _decoded(self, text: str) -> Decision:
        if len(text) > _LARGEST or text.startswith("["):
            raise _OddError
        # A line that only looks like a heading, as one of prose may, leaves a text or a list
        # before it without its end, so that the block before it cannot be read.
        first, *rest = text.split(_HEADING)
        self._take([one for one in rest if one not in self._blocks])
        blocks = [self._blocks[one] for one in rest]
        answers = decision_text.settled(_joined(self._read(first), blocks))
        if type(answers.get("format")) is not int or answers["format"] != FORMAT:
            raise _OddError
        before = self._decision
        found = form(answers) if before is None else self._changed(before, answers)
        self._answers, self._decision = answers, found
        return found

    def _changed(self, before: Decision, answers: Answers) -> Decision:
        """Form what is new, and take the rest of the decision from the one before it."""
        old = self._answers
        new = {name for name, one in answers.items() if not _is_kept(old.get(name), one)}
        new |= old.keys() - answers.keys()
        # A none says something of another place, so that place is looked at with it.
        silent = {split(path)[0] for path in answers.get("none", ()) if isinstance(path, str)}
        looked_at = {*new, *silent, *_NEEDED, *(("none",) if silent else ())}
        part = form({name: one for name, one in answers.items() if name in looked_at})
        return msgspec.structs.replace(before, **{name: getattr(part, name) for name in new})

    def _take(self, texts: list[str]) -> None:
        """Read blocks whose headings have lost their first bracket."""
        parts = [one for one in texts if one.startswith(_SUBTABLE)]
        for some in ([one for one in texts if one not in parts], *([one] for one in parts)):
            read = self._read("".join(f"[{one}\n" for one in some))
            self._blocks.update(dict(_blocks(some, read)))

    def _read(self, text: str) -> Answers:
        found: Answers = decision_text.localised(toml.read(text), self._zone)
        return found


def _blocks(texts: list[str], read: Answers) -> Iterator[tuple[str, _Block]]:
    """Give the blocks that were read in one go, by their texts.

    Raises:
        _OddError: If a heading is missing from what was read: then it stood in a text or in a
            list that a block before it left without its end. Or if there is one too many.
    """
    taken = dict.fromkeys(read, 0)
    for text in texts:
        is_list, is_part = text.startswith("["), text.startswith(_SUBTABLE)
        name = text.removeprefix("[").partition("." if is_part else "]")[0]
        value = read.get(name)
        place = taken.get(name, 0)
        if isinstance(value, list) and is_list and place < len(value):
            yield text, _Block(name, [value[place]], None, is_part=False)
        elif isinstance(value, dict) and not is_list and not place:
            yield text, _Block(name, None, value, is_part=is_part)
        else:
            raise _OddError
        taken[name] = place + 1
    if any(taken[name] != _count(value) for name, value in read.items()):
        raise _OddError


def _joined(first: Answers, blocks: Iterable[_Block]) -> Answers:
    """Give what the blocks say together with what stands before all headings.

    Raises:
        _OddError: If only a reader of the whole can tell.
    """
    found = dict(first)
    lists: dict[str, list[Any]] = {}
    for name, rows, table, is_part in blocks:
        if rows is not None and name in lists:
            lists[name] += rows
        elif rows is not None and name not in found:
            found[name] = lists[name] = list(rows)
        elif table is not None and name not in found:
            found[name] = table
        elif table is not None and is_part and name not in first and name not in lists:
            if not found[name].keys().isdisjoint(table):
                raise _OddError
            found[name] = {**found[name], **table}
        else:
            raise _OddError
    return found


def _count(value: Any) -> int:
    return len(value) if isinstance(value, list) else 1


def _is_kept(before: Any, after: Any) -> bool:
    """Whether a value was read before: the very same rows or table, or a small one at the top."""
    if before is after:
        return True
    if isinstance(after, list) and isinstance(before, list) and len(before) == len(after):
        return all(map(is_, before, after)) or (_are_texts(after) and before == after)
    return not isinstance(after, dict) and is_same(before, after)


def _are_texts(values: list[Any]) -> bool:
    return all(isinstance(one, str) for one in values)
