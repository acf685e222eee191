"""Typed: what a person typed as blocks and runs, from which every format sets its own prose.

Marks are told beside the words and never in their place: a dash, a number or an asterisk that was
typed stays in the text. So nobody's words read otherwise than they were typed, whatever they look
like, and there is no heading, picture or HTML that prose could make.
"""

import re
from collections.abc import Iterator
from itertools import groupby

import msgspec

# Before an item, and in numbered ones the number; a plus is none: "+ 3 days" is a text.
_ITEM = re.compile(r"([-*•–]|(\d{1,2})([.)]))[ \t]+(?=\S)")

_MARKED = re.compile(
    # An address; none that hides its host behind a name, and nothing but plain letters.
    r"(?P<address>\bhttps?://[A-Za-z0-9.-]++(?::\d++)?(?![\w@:])(?:[/?#][!#-;=?-Z_a-z~\[\]]*)?)"
    # Whole words between asterisks, in one line.
    r"|(?<![\w*])(?P<mark>\*\*?)(?=[^\s*])[^*\n]+?(?<=[^\s*])(?P=mark)(?![\w*])"
)


class Run(msgspec.Struct, frozen=True):
    """Letters that look alike.

    Attributes:
        text: As they were typed, asterisks and line ends included.
        kind: ``strong``, ``em``, ``link`` for an address, or nothing.
    """

    text: str
    kind: str = ""


class Item(msgspec.Struct, frozen=True):
    """An item of a list, or the text of a paragraph.

    Attributes:
        mark: What was typed before it, as ``-`` or ``12.``; nothing in a paragraph.
        runs: What it says.
    """

    mark: str
    runs: tuple[Run, ...]


class Block(msgspec.Struct, frozen=True):
    """A paragraph or a list.

    Attributes:
        kind: ``ul`` or ``ol`` of a list, or nothing.
        items: Those of the list; a paragraph has one.
    """

    kind: str
    items: tuple[Item, ...]


def is_plain(text: str) -> bool:
    """Whether a text is one paragraph of one run in one line, as nearly all are."""
    return not ("\n" in text or "*" in text or "://" in text)


def blocks(text: str) -> tuple[Block, ...]:
    """Give the paragraphs and lists of a text, in order; a text of blanks has none."""
    lines = text.strip("\n").split("\n")
    groups = groupby(lines, key=lambda one: not one.strip())
    return tuple(one for is_blank, some in groups if not is_blank for one in _parted(list(some)))


def runs(text: str) -> tuple[Run, ...]:
    """Give the runs of a text; together they are the text."""
    return tuple(one for one in _runs(text) if one.text)


def mark(line: str) -> str:
    """Give what stands before an item that begins with a line, with the blank behind it."""
    found = _ITEM.match(line)
    return f"{found[1]} " if found else ""


def has_address(word: str) -> bool:
    """Whether there is an address in a word."""
    return "://" in word and any(one.kind == "link" for one in _runs(word))


def _runs(text: str) -> Iterator[Run]:
    at = 0
    for found in _MARKED.finditer(text):
        yield Run(text[at : found.start()])
        at = found.end()
        if found["mark"]:
            yield Run(found[0], "strong" if found["mark"] == "**" else "em")
            continue
        # What ends a sentence is no part of an address.
        address = found[0].rstrip(".,;:!?)]'")
        yield Run(address, "link")
        at = found.start() + len(address)
    yield Run(text[at:])


def _parted(lines: list[str]) -> Iterator[Block]:
    """The lines of one paragraph: lists in it are set apart."""
    plain: list[str] = []
    at = 0
    while at < len(lines):
        items, end = _items(lines, at)
        if len(items) > 1:
            if plain:
                yield _paragraph(plain)
            plain = []
            made = tuple(Item(before, runs(said)) for before, said in items)
            yield Block("ol" if made[0].mark[0].isdigit() else "ul", made)
            at = end
        else:
            plain.append(lines[at])
            at += 1
    if plain:
        yield _paragraph(plain)


def _paragraph(lines: list[str]) -> Block:
    return Block("", (Item("", runs("\n".join(lines))),))


def _items(lines: list[str], at: int) -> tuple[list[tuple[str, str]], int]:
    """The mark and text of each item of a list that begins at a line, and the line after it."""
    items: list[tuple[str, str]] = []
    first = _ITEM.match(lines[at].strip())
    while first and at < len(lines):
        line = lines[at].strip()
        found = _ITEM.match(line)
        if found and _follows(found, first, len(items)):
            items.append((found[1], line[found.end() :]))
        elif items and lines[at][:1].isspace() and not found:
            items[-1] = (items[-1][0], f"{items[-1][1]}\n{line}")
        else:
            break
        at += 1
    return items, at


def _follows(found: re.Match[str], first: re.Match[str], count: int) -> bool:
    """Whether an item goes on with a list: the same mark, or the next number."""
    if not first[2]:
        return found[1] == first[1]
    return bool(found[2]) and found[3] == first[3] and int(found[2]) == int(first[2]) + count
