"""Letterheads: an organisation's own Word file, opened so that nothing in it can act."""

import io
import re
from contextlib import suppress
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml.ns import qn

from rationale_cli.errors import RationaleError
from rationale_cli.render.word.template import LARGEST, Template

LARGEST_UNPACKED = 100 * 1024 * 1024
MOST_MEMBERS = 2000


class TemplateError(RationaleError):
    """A letterhead cannot be used, or should not be."""

    def __init__(self, name: str, why: str, hint: str = "") -> None:
        super().__init__(
            f"the template {name!r} {why}",
            hint=hint
            or "Save it in Word as a document (.docx), and name that. Nothing was written.",
        )


def letterhead(template: Template) -> Document:
    """Open a template and give it without its text: styles, header, footer and page stay.

    Raises:
        TemplateError: If it is no Word document, is too large, has macros, or would bring in
            something from elsewhere.
    """
    members = _members(template)
    try:
        document = docx.Document(io.BytesIO(_packed(members)))
    except Exception:  # noqa: BLE001
        # A damaged file fails anywhere inside the library; what it says may quote the file.
        raise TemplateError(template.name, "is damaged, or is no Word document") from None
    prune(document)
    _quieten(document)
    for part in document.part.package.iter_parts():
        _demand_inert(part, template.name)
    return document


def prune(document: Document) -> None:
    """Leave of a document's parts those that say how it looks."""
    package = document.part.package
    for relations, kept in ((package.rels, _OF_PACKAGE), (document.part.rels, _OF_DOCUMENT)):
        for key in [key for key, one in relations.items() if one.reltype not in kept]:
            del relations[key]


_OF_PACKAGE = {KIND.OFFICE_DOCUMENT, KIND.CORE_PROPERTIES}
_OF_DOCUMENT = {
    KIND.STYLES,
    KIND.NUMBERING,
    KIND.SETTINGS,
    KIND.THEME,
    KIND.FONT_TABLE,
    KIND.HEADER,
    KIND.FOOTER,
}
_INSIDE = {KIND.IMAGE, KIND.FONT}
_FETCHING = re.compile(
    r"(?i)\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON|RD)\b"
)
_ACTING = ("attachedTemplate", "mailMerge", "docVars", "rsids", "footnotePr", "endnotePr")


def _members(template: Template) -> dict[str, bytes]:
    name = template.name
    if len(template.content) > LARGEST:
        raise TemplateError(name, "is larger than 20 MB", _SMALLER)
    try:
        with ZipFile(io.BytesIO(template.content)) as archive:
            listed = archive.infolist()
            unpacked = sum(one.file_size for one in listed)
            if len(listed) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED:
                raise TemplateError(name, "is far larger inside than a letterhead", _SMALLER)
            members = {one.filename: archive.read(one) for one in listed}
    except (BadZipFile, RuntimeError, EOFError, OSError, ValueError):
        raise TemplateError(name, "is no Word document") from None
    types = members.get("[Content_Types].xml", b"")
    if any("vbaproject" in one.lower() for one in members) or b"macroEnabled" in types:
        raise TemplateError(
            name, "has macros", "Save it in Word as a document without macros (.docx)."
        )
    for member, content in members.items():
        if member.endswith((".xml", ".rels")) and _declares(content):
            raise TemplateError(name, f"declares a document type in {member!r}")
    # A template (.dotx) is a document in everything but its name.
    members["[Content_Types].xml"] = types.replace(b".template.main+xml", b".document.main+xml")
    return members


_SMALLER = "Use a file with the letterhead only, and no other text in it. Nothing was written."


def _packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _declares(content: bytes) -> bool:
    """Whether an XML text has a document type: it could name entities that never end."""
    found = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *named: found.append(named)
    parser.EntityDeclHandler = lambda *named: found.append(named)
    with suppress(expat.ExpatError):  # the library says so in its turn
        parser.Parse(content, True)  # noqa: FBT003 - expat takes no names
    return bool(found)


def _quieten(document: Document) -> None:
    """Take away the text, and the settings that reach out of the file."""
    body: Any = document.element.body
    for child in tuple(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for child in body.iter(qn("w:printerSettings")):
        child.getparent().remove(child)
    settings: Any = document.settings.element
    for name in _ACTING:
        for child in settings.findall(qn(f"w:{name}")):
            settings.remove(child)
    for relation in document.part.rels.values():
        if relation.reltype == KIND.SETTINGS:
            relation.target_part.rels.clear()


def _demand_inert(part: Any, name: str) -> None:
    """Unwrap links, and refuse what a reader's Word would fetch or run."""
    element = getattr(part, "element", None)
    if element is not None and _FETCHING.search(_instructions(element)):
        raise TemplateError(name, "has a field that fetches or runs something", _FIELDS)
    for key, one in tuple(part.rels.items()):
        if one.is_external and one.reltype == KIND.HYPERLINK and element is not None:
            _unlink(element, key)
            del part.rels[key]
        elif one.is_external:
            raise TemplateError(
                name,
                f"takes something from {one.target_ref!r}",
                "In Word, put the picture or object itself into the file instead of a link to it.",
            )
        elif one.reltype not in _OF_DOCUMENT | _INSIDE:
            raise TemplateError(name, "has an object of another program in it", _OBJECT)


_FIELDS = "In Word, turn that field into plain text (Ctrl+Shift+F9). Nothing was written."
_OBJECT = "In Word, put a picture in its place. Nothing was written."


def _instructions(element: Any) -> str:
    simple = (one.get(qn("w:instr")) or "" for one in element.iter(qn("w:fldSimple")))
    split = "".join(one.text or "" for one in element.iter(qn("w:instrText")))
    return "\n".join((*simple, split))


def _unlink(element: Any, key: str) -> None:
    """Leave the words of a link, and no link."""
    for one in tuple(element.iter()):
        if one.get(qn("r:id")) != key:
            continue
        if one.tag == qn("w:hyperlink"):
            for child in tuple(one):
                one.addprevious(child)
        one.getparent().remove(one)
