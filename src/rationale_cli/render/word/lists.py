"""Lists of a Word document: what stands before each item, belongs to the style and not the text."""

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

BULLET = "bullet"
NUMBER = "decimal"
TYPED = "none"
"""A list whose marks stand in its text, as they were typed."""

_SIGNS = {BULLET: "•", NUMBER: "%1.", TYPED: ""}


def number(document: Document, style: Any, kind: str) -> None:
    """Let a style number its paragraphs, put a bullet before each, or make them items only."""
    root = _numbering(document)
    abstract = 1 + max(_ids(root, "w:abstractNum", "w:abstractNumId"), default=0)
    concrete = 1 + max(_ids(root, "w:num", "w:numId"), default=0)
    suffix = '<w:suff w:val="nothing"/>' if kind == TYPED else ""
    definition: Any = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">'
        '<w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:pStyle w:val="{style.style_id}"/>{suffix}<w:lvlText w:val="{_SIGNS[kind]}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
    )
    root.insert(len(root.findall(qn("w:numPicBullet"))), definition)
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{concrete}">'
            f'<w:abstractNumId w:val="{abstract}"/></w:num>'
        )
    )
    style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = concrete


def forget(document: Document) -> None:
    """Take away every list that a document knows."""
    root = _numbering(document)
    for child in tuple(root):
        root.remove(child)


def _ids(root: Any, element: str, attribute: str) -> list[int]:
    return [int(one.get(qn(attribute))) for one in root.findall(qn(element))]


def _numbering(document: Document) -> Any:
    part = document.part
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            found: Any = relation.target_part
            return found.element
    new = NumberingPart(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        parse_xml(f"<w:numbering {nsdecls('w')}/>"),
        part.package,
    )
    part.relate_to(new, RELATIONSHIP_TYPE.NUMBERING)
    return new.element
