"""Word files for tests: what stands in one, and letterheads of an organisation that is none."""

import io
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def parts(data: bytes) -> dict[str, bytes]:
    """Give the members of an archive by name."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, name: str = "word/document.xml") -> ET.Element:
    """Give one of its parts."""
    return ET.fromstring(parts(data)[name])  # noqa: S314 - of our own making


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Give the style and the text of each paragraph outside of tables."""
    document = docx.Document(io.BytesIO(data))
    return [(one.style.name or "", one.text) for one in document.paragraphs if one.style]


def links(data: bytes) -> set[str]:
    """Give where the links of a document lead, all of which stand in it."""
    known = {
        one.get("Id"): one.get("Target") or ""
        for one in tree(data, "word/_rels/document.xml.rels")
        if one.get("TargetMode") == "External"
    }
    used = {one.get(f"{R}id") for one in tree(data).iter(f"{W}hyperlink")}
    assert used == set(known)
    return set(known.values())


def letterhead(*, size: int = 9) -> bytes:
    """Give a letterhead with a wide margin, a header, a footer, and headings of its own look."""
    document = docx.Document()
    for style in tuple(document.styles):
        if style.name in {"Quote", "List Bullet", "Caption"}:
            style.delete()
    document.styles["Heading 1"].font.size = Pt(size)
    own = document.styles.add_style("Borough Text", WD_STYLE_TYPE.PARAGRAPH)
    own.font.size = Pt(size)
    section = document.sections[0]
    section.left_margin = Mm(45)
    section.header.paragraphs[0].text = "Borough of Nowhere"
    section.footer.paragraphs[0].text = "Town Hall, Nowhere"
    document.add_paragraph("Dear sir or madam")
    document.core_properties.author = "A Person"
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    """Give a document as a file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def packed(members: dict[str, bytes]) -> bytes:
    """Give members as an archive."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
