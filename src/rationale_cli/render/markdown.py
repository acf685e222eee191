"""Markdown: people's text stays text, whatever it looks like."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.evolution import Evolution
from rationale_cli.render import typed
from rationale_cli.render.templates import NONE, Own, run
from rationale_cli.render.visible import visible


def render(briefing: Briefing, own: Own = NONE) -> str:
    """Render a briefing; the same briefing gives the same text."""
    return rendered("briefing.md.j2", briefing, own)


def changes(evolution: Evolution, own: Own = NONE) -> str:
    """Render what changed between two revisions; the same evolution gives the same text."""
    return rendered("diff.md.j2", evolution, own)


def prose(text: str, prefix: str = "", *, behind: bool = False) -> str:
    """Give a text with its paragraphs, lists, emphasis and addresses, and all else harmless.

    They are marked as they were typed, so that the source reads as it was typed, too.

    Args:
        text: As a person typed it.
        prefix: What each line after the first begins with, as ``> `` in a quotation.
        behind: Whether a label stands before it in its line; then a list begins below.
    """
    # Every line end that Markdown knows: after a lone return "=" would underline a heading.
    blocks = typed.blocks(re.sub(r"\r\n?", "\n", text).strip())
    lines: list[str] = []
    before = _LABEL if behind else None
    for block in blocks:
        is_list = _is_list(block, before)
        if lines:
            lines.append("")
        elif behind and is_list:
            lines += ["", ""]
        lines += _listed(block) if is_list else _broken(block)
        before = block
    return "\n".join((*lines[:1], *(f"{prefix}{one}".rstrip() for one in lines[1:])))


_LABEL: Final = typed.Block("", ())


def _is_list(block: typed.Block, before: typed.Block | None) -> bool:
    """Whether it can be a list of Markdown, which reads on from the one before it.

    Asterisks are marks of our own lists, and numbers would go on with those before.
    """
    if block.kind == "ol":
        is_new = before is not None and before.kind != "ol"
        return is_new and not any(re.match(r"0\d", one.mark) for one in block.items)
    return block.kind == "ul" and block.items[0].mark == "-"


def _listed(block: typed.Block) -> Iterator[str]:
    for item in block.items:
        first, *more = _kept(_lines(item))
        yield f"{item.mark} {first}"
        yield from (f"{' ' * len(item.mark)} {one}" for one in more)


def _broken(block: typed.Block) -> list[str]:
    """The lines of a paragraph, and those of a list that stays lines."""
    return _kept([line for one in block.items for line in _lines(one, f"{one.mark} ".lstrip())])


def _lines(item: typed.Item, mark: str = "") -> list[str]:
    text = "".join(map(_run, (typed.Run(mark), *item.runs)))
    return [_at_start(one.strip()) for one in text.split("\n")]


def _kept(lines: list[str]) -> list[str]:
    """Lines whose ends stay: a backslash before one makes it a line break."""
    return [f"{one}\\" for one in lines[:-1]] + lines[-1:]


def _run(run: typed.Run) -> str:
    if run.kind == "link" and not _ENTITY.search(run.text):
        return f"<{run.text}>"
    if run.kind in {"em", "strong"}:
        marks = run.text[: 2 if run.kind == "strong" else 1]
        return f"{marks}{_anywhere(run.text[len(marks) : -len(marks)])}{marks}"
    return _anywhere(run.text)


def line(text: str) -> str:
    """Give text as one line with its Markdown harmless."""
    return _escaped(" ".join(text.split()))


def inline(text: str) -> str:
    """Give a piece of a line with its Markdown harmless; one blank at an end stays one."""
    around = (" " if one.isspace() else "" for one in (text[:1], text[-1:] if text.strip() else ""))
    return line(text).join(around)


FILTERS: Final[dict[str, Callable[..., Any]]] = {"md": prose, "line": line, "inline": inline}
"""What a template of Markdown can do with a text."""


def rendered(template: str, document: msgspec.Struct, own: Own = NONE) -> str:
    """Render one of the domain's values by a template; the same value gives the same text.

    Raises:
        TemplateFaultError: If a team's own template cannot be followed.
    """
    text = run(template, visible(document), own)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


# Everywhere: emphasis, code, links, images, HTML, tables, entities, mentions, mathematics; and in
# twos what some programs read as marked or inserted, or hide as a comment.
_ANYWHERE = re.compile(r"([\\`*_\[\]{}<>#|~&!@$^]|([=+%])(?=\2)|(?<=([=+%]))\3)")
# At the start of a line: lists, underlined headings, rules, quotations, definitions.
_AT_START = re.compile(r"^([-+=:])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")
# Addresses that some programs turn into links by themselves, also in the middle of a word.
_ADDRESS = re.compile(r"(?i)(https?|ftp|xmpp|mailto)(:)|\b(www)(\.)")


# Some programs read these in an address as letters of another kind.
_ENTITY = re.compile(r"&#?\w+;")


def _escaped(text: str) -> str:
    return _at_start(_anywhere(text))


def _anywhere(text: str) -> str:
    text = _ANYWHERE.sub(r"\\\1", text)
    return _ADDRESS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", text)


def _at_start(text: str) -> str:
    return _AT_START.sub(r"\\\1", _NUMBERED.sub(r"\1\\\2", text))
