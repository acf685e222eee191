"""Margins: what stands above and below every page, and what the file says of itself."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.render.word.looks import LANGUAGE
from rationale_cli.render.word.writing import room


def page(document: Document) -> None:
    """Set A4 with the margins that other documents have."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)


def running(document: Document, briefing: Briefing, *, is_own: bool) -> None:
    """Write marking, reference and page number on every page, after what stands there already.

    Args:
        document: To be changed.
        briefing: What is marked and referred to.
        is_own: Whether the document is an organisation's, whose stops for tabs nobody knows.
    """
    for section in document.sections:
        for header in _those(document, section, "header"):
            if briefing.marking:
                paragraph = _line(header)
                paragraph.add_run(briefing.marking, style="Strong")
        for footer in _those(document, section, "footer"):
            paragraph = _line(footer)
            apart = " · " if is_own else "\t"
            if not is_own:
                paragraph.paragraph_format.tab_stops.add_tab_stop(
                    room(document), WD_TAB_ALIGNMENT.RIGHT
                )
            paragraph.add_run(f"Decision briefing {briefing.reference}{apart}Page ")
            _field(paragraph, "PAGE")
            paragraph.add_run(" of ")
            _field(paragraph, "NUMPAGES")


def properties(document: Document, briefing: Briefing) -> None:
    """Say what the file is: its reference, its language and the time of its text; nobody's name."""
    core = document.core_properties
    root: Any = core._element  # noqa: SLF001 - whatever else an organisation's template says goes
    for child in tuple(root):
        root.remove(child)
    core.title = f"Decision briefing {briefing.reference}"
    core.language = LANGUAGE
    committed = datetime.fromisoformat(briefing.committed).replace(tzinfo=None)
    core.created = core.modified = committed


def _those(document: Document, section: Any, kind: str) -> Iterator[Any]:
    yield getattr(section, kind)
    if section.different_first_page_header_footer:
        yield getattr(section, f"first_page_{kind}")
    if document.settings.odd_and_even_pages_header_footer:
        yield getattr(section, f"even_page_{kind}")


def _line(place: Any) -> Any:
    """A line of its own: the empty one that a new header begins with, or another at its end."""
    style = "Header" if "eader" in type(place).__name__ else "Footer"
    is_new = place.is_linked_to_previous
    last = place.paragraphs[-1] if place.paragraphs else None
    if is_new and last is not None and not last.text:
        last.style = style
        return last
    return place.add_paragraph(style=style)


def _field(paragraph: Any, code: str) -> None:
    field: Any = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    )
    paragraph._p.append(field)  # noqa: SLF001 - the library writes no fields


def language(document: Document) -> None:
    """Say in the settings, too, which language the document is in."""
    for one in document.settings.element.findall(qn("w:themeFontLang")):
        one.set(qn("w:val"), LANGUAGE)
