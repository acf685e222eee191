"""Writing: paragraphs, labelled lines and tables of a Word document, each by a real style."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Protocol

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Length
from docx.text.paragraph import Paragraph

from rationale_cli.domain.telling.briefing import Fact
from rationale_cli.render import typed
from rationale_cli.render.word.looks import TABLE

LONGEST_ROW = 1200
"""Letters of a cell; a row with more may be parted by a page's end, where it would be cut off."""

LONGEST_JOINED = 60
"""Letters of a fact that shares its line with others."""

LIST = "Briefing Typed"
"""Style of lists as people type them: the mark that was typed stands before each item."""

_LISTS = {
    "Quote": "Briefing Typed Quote",
    "Briefing Fact": "Briefing Typed Fact",
    "Briefing Cell": "Briefing Typed Cell",
    "Briefing Cell List": "Briefing Typed Cell",
    "List Bullet": "Briefing Typed Fact",
    "List Number": "Briefing Typed Fact",
}

_FURTHER = {
    "List Bullet": "Briefing Fact",
    "List Number": "Briefing Fact",
    "Briefing Cell List": "Briefing Cell",
}
"""Style of the second paragraph of an item, which is no item of its own."""


class Place(Protocol):
    """Where paragraphs are written: a document, or a cell."""

    def add_paragraph(self, text: str = "", style: Any = None) -> Paragraph:
        """Add one at the end."""
        ...


def prose(place: Place, text: str, style: str | None = None, *, label: str = "") -> None:
    """Write text with its paragraphs, lists and lines as they were typed.

    Args:
        place: Where to.
        text: Made safe to show.
        style: Of every paragraph of it; else that of plain text.
        label: Stands before it, in strong letters.
    """
    blocks = typed.blocks(text.strip())
    paragraph = None
    if label or not blocks or not blocks[0].kind:
        paragraph = place.add_paragraph(style=style)
    if paragraph is not None and label:
        paragraph.add_run(f"{label} ", style="Strong")
    for number, block in enumerate(blocks):
        for item in block.items:
            if block.kind:
                line = place.add_paragraph(f"{item.mark}\t", _LISTS.get(style or "", LIST))
            elif number or paragraph is None:
                line = place.add_paragraph(style=_FURTHER.get(style or "", style))
            else:
                line = paragraph
            write(line, item.runs)


def write(paragraph: Paragraph, runs: Iterable[typed.Run]) -> None:
    """Write what was typed at the end of a paragraph, with its emphasis and addresses."""
    for one in runs:
        if one.kind == "link":
            _link(paragraph, one.text, one.text)
            continue
        run = paragraph.add_run(one.text)
        if one.kind:
            # No style: the one for emphasis is that of what the record is silent about.
            run.bold, run.italic = one.kind == "strong" or None, one.kind == "em" or None


def _link(paragraph: Paragraph, text: str, address: str) -> None:
    known = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link: Any = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')}/>")
    link.set(qn("r:id"), known)
    link.append(paragraph.add_run(text, style="Hyperlink")._r)  # noqa: SLF001 - it moves there
    paragraph._p.append(link)  # noqa: SLF001 - the library writes no links


def quiet(place: Place, text: str, style: str | None = None, *, label: str = "") -> None:
    """Write what is said where the record says nothing."""
    paragraph = place.add_paragraph(style=style)
    if label:
        paragraph.add_run(f"{label} ", style="Strong")
    paragraph.add_run(text, style="Emphasis")


def facts(place: Place, lines: Iterable[Fact], style: str = "Briefing Fact") -> None:
    """Write labelled lines, each as a paragraph."""
    for one in lines:
        if one.link:
            paragraph = place.add_paragraph(style=style)
            paragraph.add_run(f"{one.label}: ", style="Strong")
            _link(paragraph, one.text.strip(), one.link)
            continue
        say = quiet if one.silence else prose
        say(place, one.text, style, label=f"{one.label}:")


def joined(document: Document, lines: Iterable[Fact]) -> None:
    """Write labelled lines; short ones that follow each other stand on one line."""
    for is_short, some in groupby(lines, _is_short):
        if not is_short:
            facts(document, some)
            continue
        paragraph = document.add_paragraph(style="Briefing Fact")
        for number, one in enumerate(some):
            paragraph.add_run(" · " if number else "")
            paragraph.add_run(f"{one.label}: ", style="Strong")
            if one.silence:
                paragraph.add_run(one.text.strip(), style="Emphasis")
            elif one.link:
                _link(paragraph, one.text.strip(), one.link)
            else:
                write(paragraph, typed.runs(one.text.strip()))


def _is_short(fact: Fact) -> bool:
    return len(fact.text) <= LONGEST_JOINED and "\n" not in fact.text.strip()


def bullets(place: Place, texts: Sequence[str]) -> None:
    """Write a list."""
    for text in texts:
        prose(place, text, "List Bullet")


def ruled(document: Document, text: str = "") -> None:
    """Write a line that goes on to the margin, to write on."""
    line = document.add_paragraph(f"{text} \t".lstrip(" "), style="Briefing Line")
    line.paragraph_format.tab_stops.add_tab_stop(
        room(document), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
    )


def room(document: Document) -> Length:
    """Give the width between the margins."""
    section = document.sections[-1]
    edges = (section.left_margin or 0) + (section.right_margin or 0)
    return Emu((section.page_width or 0) - edges)


class Grid:
    """A table that is written row by row; its header is repeated on each page."""

    def __init__(self, document: Document, caption: str, columns: Sequence[str]) -> None:
        """Begin a table under its caption.

        Args:
            document: Where it goes, at the end.
            caption: Also told to screen readers.
            columns: What each is called.
        """
        document.add_paragraph(caption, style="Caption")
        self._document = document
        self._table = document.add_table(rows=1, cols=len(columns), style=TABLE)
        properties: Any = self._table._tbl.tblPr  # noqa: SLF001 - the library has no name for it
        said: Any = parse_xml(f"<w:tblCaption {nsdecls('w')}/>")
        said.set(qn("w:val"), caption)
        properties.append(said)
        _kept_together(self._table.rows[0], repeats=True)
        for cell, name in zip(self._table.rows[0].cells, columns, strict=True):
            cell.paragraphs[0].style = "Briefing Cell"
            cell.paragraphs[0].add_run(name, style="Strong")

    def row(self) -> Sequence[Any]:
        """Add a row, and give its cells to be written."""
        cells: Sequence[Any] = self._table.add_row().cells
        return cells

    def end(self, shares: Sequence[int]) -> None:
        """End the table: set the widths of its columns, and let short rows stay whole.

        Args:
            shares: Of the width, a figure for each column.
        """
        self._table.autofit = False
        wide = room(self._document)
        widths = [Emu(wide * share // sum(shares)) for share in shares]
        for column, width in zip(self._table.columns, widths, strict=True):
            column.width = width
        for number, row in enumerate(self._table.rows):
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width
                first = cell.paragraphs[0]
                if number and len(cell.paragraphs) > 1 and not first.text:
                    cell._element.remove(first._element)  # noqa: SLF001 - every cell begins with one
            if number and max(len(cell.text) for cell in row.cells) <= LONGEST_ROW:
                _kept_together(row)


def _kept_together(row: Any, *, repeats: bool = False) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has no name for it
    properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    if repeats:
        properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
