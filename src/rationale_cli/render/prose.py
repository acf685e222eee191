"""Prose of a page: what a person typed, with lists, emphasis and addresses that work.

Marks are set around the words and never in their place: a dash, a number or an asterisk that was
typed stays where it is. So nobody's words read otherwise than they were typed, whatever they look
like, and there is no heading, picture or HTML that prose could make.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup, escape

# Before an item, and in numbered ones the number; a plus is none: "+ 3 days" is a text.
_ITEM = re.compile(r"([-*•–])[ \t]+\S|(\d{1,2})([.)])[ \t]+\S")

_MARKED = re.compile(
    # An address; none that hides its host behind a name, and nothing but plain letters.
    r"(?P<address>\bhttps?://[A-Za-z0-9.-]++(?::\d++)?(?![\w@:])(?:[/?#][!#-;=?-Z_a-z~\[\]]*)?)"
    # Whole words between asterisks, in one line.
    r"|(?<![\w*])(?P<mark>\*\*?)(?=[^\s*])[^*\n]+?(?<=[^\s*])(?P=mark)(?![\w*])"
)


def prose(text: str) -> Markup:
    """Give a text as HTML that shows it as it was typed.

    One paragraph is given as it is; several, and lists, as elements of their own, so that the
    place for them must be one that can hold such.

    Args:
        text: As a person typed it.
    """
    if not any(one in text for one in ("\n", "*", "://")):
        return escape(text)  # nearly all that there is
    blocks = list(_blocks(text.strip("\n")))
    if len(blocks) == 1 and not blocks[0][1]:
        return _inline(blocks[0][0][0])
    return Markup().join(_block(lines, kind) for lines, kind in blocks)


def _block(texts: list[str], kind: str) -> Markup:
    if not kind:
        return Markup("<p>{}</p>").format(_inline(texts[0]))
    items = Markup().join(Markup("<li>{}</li>").format(_inline(one)) for one in texts)
    # The marks that were typed stand for those of the list; the role keeps it one for Safari.
    return Markup('<{0} class="typed" role="list">{1}</{0}>').format(kind, items)


def _blocks(text: str) -> Iterator[tuple[list[str], str]]:
    """Each paragraph, and each list with its items: their texts, and ``ul``, ``ol`` or nothing."""
    lines = text.split("\n")
    for is_blank, group in groupby(lines, key=lambda one: not one.strip()):
        if not is_blank:
            yield from _parted(list(group))


def _parted(lines: list[str]) -> Iterator[tuple[list[str], str]]:
    """The lines of one paragraph: lists in it are set apart."""
    plain: list[str] = []
    at = 0
    while at < len(lines):
        items, end = _items(lines, at)
        if len(items) > 1:
            if plain:
                yield ["\n".join(plain)], ""
            plain = []
            yield items, "ol" if items[0].lstrip()[0].isdigit() else "ul"
            at = end
        else:
            plain.append(lines[at])
            at += 1
    if plain:
        yield ["\n".join(plain)], ""


def _items(lines: list[str], at: int) -> tuple[list[str], int]:
    """The items of a list that begins at a line, and the line after it; none is no list."""
    items: list[str] = []
    first = _ITEM.match(lines[at].strip())
    while first and at < len(lines):
        found = _ITEM.match(lines[at].strip())
        if found and _follows(found, first, len(items)):
            items.append(lines[at].strip())
        elif items and lines[at][:1].isspace() and not found:
            items[-1] += f"\n{lines[at].strip()}"
        else:
            break
        at += 1
    return items, at


def _follows(found: re.Match[str], first: re.Match[str], count: int) -> bool:
    """Whether an item goes on with a list: the same mark, or the next number."""
    if first[1]:
        return found[1] == first[1]
    return bool(found[2]) and found[3] == first[3] and int(found[2]) == int(first[2]) + count


def _inline(text: str) -> Markup:
    parts: list[Markup] = []
    at = 0
    for found in _MARKED.finditer(text):
        parts += [escape(text[at : found.start()]), _marked(found)]
        at = found.end()
    return Markup().join([*parts, escape(text[at:])])


def _marked(found: re.Match[str]) -> Markup:
    if found["mark"]:
        name = "strong" if found["mark"] == "**" else "em"
        return Markup("<{0}>{1}</{0}>").format(name, found[0])
    # What ends a sentence is no part of an address.
    address = found[0].rstrip(".,;:!?)]'")
    return Markup('<a href="{0}">{0}</a>{1}').format(address, found[0][len(address) :])
