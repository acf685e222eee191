"""Looks: the styles of a Word document. An organisation's own win; the others are added."""

from typing import Any, NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from rationale_cli.render.word import lists

LANGUAGE = "en-GB"

FONT = "Calibri"
INK, SOFT, ACCENT = "1D2733", "404A55", "0F5257"

TABLE = "Briefing Table"
"""Name of the style of tables."""


class Look(NamedTuple):
    """How paragraphs, or letters, of a style look; sizes and distances in points."""

    size: float = 12
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    colour: str = INK
    before: float = 0
    after: float = 4
    indent: float = 0
    hang: float = 0
    level: int = 0
    keeps_next: bool = False
    is_letters: bool = False
    listed: str = ""


LOOKS = {
    "Title": Look(20, is_bold=True, after=4, keeps_next=True),
    "Heading 1": Look(16, is_bold=True, colour=ACCENT, before=11, after=3, level=1),
    "Heading 2": Look(13.5, is_bold=True, before=11, after=3, level=2),
    "Heading 3": Look(12, is_bold=True, before=8, after=3, level=3),
    "List Bullet": Look(after=3, indent=18, hang=18, listed=lists.BULLET),
    "List Number": Look(after=4, indent=18, hang=18, listed=lists.NUMBER),
    "Quote": Look(before=2, indent=28),
    "Caption": Look(11.5, colour=SOFT, before=2, after=5, keeps_next=True),
    "Header": Look(11, colour=SOFT, after=0),
    "Footer": Look(10, colour=SOFT, after=0),
    "Briefing Choice": Look(15, is_bold=True),
    "Briefing Notice": Look(before=4, after=6, indent=12),
    "Briefing Item": Look(before=6, after=2, keeps_next=True),
    "Briefing Title": Look(before=6, after=2, keeps_next=True, is_bold=True),
    "Briefing Fact": Look(after=2, indent=18),
    "Briefing Line": Look(before=12, after=2),
    "Briefing Cell": Look(11, after=3),
    "Briefing Cell List": Look(11, after=2, indent=9, hang=9, listed=lists.BULLET),
    "Briefing Typed": Look(after=2, indent=22, hang=22, listed=lists.TYPED),
    "Briefing Typed Quote": Look(after=2, indent=50, hang=22, listed=lists.TYPED),
    "Briefing Typed Fact": Look(after=2, indent=40, hang=22, listed=lists.TYPED),
    "Briefing Typed Cell": Look(11, after=2, indent=20, hang=20, listed=lists.TYPED),
    "Hyperlink": Look(is_underlined=True, colour=ACCENT, is_letters=True),
    "Strong": Look(is_bold=True, is_letters=True),
    "Emphasis": Look(is_italic=True, colour=SOFT, is_letters=True),
}

_KEPT = {*LOOKS, "Normal", "Default Paragraph Font", "Normal Table", "No List"}


def dress(document: Document, *, is_own: bool) -> None:
    """Give a document every style that a briefing uses, and its language.

    Args:
        document: To be changed.
        is_own: Whether the document is an organisation's, whose styles stay as they are.
    """
    styles = document.styles
    if not is_own:
        for style in tuple(styles):
            if style.name not in _KEPT:
                style.delete()
        _letters(styles["Normal"], Look(), is_own=False)
        _distances(styles["Normal"], Look())
    known = {style.name for style in styles}
    for name, look in LOOKS.items():
        if is_own and name in known:
            continue
        style = styles[name] if name in known else _added(styles, name, look)
        for link in style.element.findall(qn("w:link")):
            style.element.remove(link)
        _letters(style, look, is_own=is_own)
        if not look.is_letters:
            _distances(style, look)
        if look.listed:
            lists.number(document, style, look.listed)
    if TABLE not in known:
        styles.element.append(parse_xml(_TABLE))
    _speak(document)


def _added(styles: Any, name: str, look: Look) -> Any:
    kind = WD_STYLE_TYPE.CHARACTER if look.is_letters else WD_STYLE_TYPE.PARAGRAPH
    style: Any = styles.add_style(name, kind, builtin=not name.startswith("Briefing"))
    if not look.is_letters:
        style.base_style = styles.default(WD_STYLE_TYPE.PARAGRAPH)
    style.quick_style = True
    return style


def _letters(style: Any, look: Look, *, is_own: bool) -> None:
    """Set letters; beside an organisation's own they take its font, its colour and its size."""
    rpr = style.element.get_or_add_rPr()
    for child in tuple(rpr):
        rpr.remove(child)
    if not is_own:
        style.font.color.rgb = RGBColor.from_string(look.colour)
    if not is_own and not look.is_letters:
        rpr.insert(0, parse_xml(_FONTS))
    if not look.is_letters and (look.size != Look().size or not is_own):
        style.font.size = Pt(look.size)
    if look.is_bold:
        style.font.bold = True
    if look.is_italic:
        style.font.italic = True
    if look.is_underlined:
        style.font.underline = True


_FONTS = (
    f'<w:rFonts {nsdecls("w")} w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"'
    f' w:eastAsia="{FONT}"/>'
)


def _distances(style: Any, look: Look) -> None:
    ppr = style.element.get_or_add_pPr()
    for child in tuple(ppr):
        ppr.remove(child)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = 1.05
    form.widow_control = True
    if look.keeps_next or look.level:
        form.keep_with_next = True
    if look.indent:
        form.left_indent = Pt(look.indent)
    if look.hang:
        form.first_line_indent = Pt(-look.hang)
    if look.level:
        level: Any = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{look.level - 1}"/>')
        ppr.append(level)


def _speak(document: Document) -> None:
    """Say which language the document is in, for screen readers and spelling."""
    root: Any = document.styles.element
    normal: Any = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    places = (_defaults(root), *((normal.element.get_or_add_rPr(),) if normal else ()))
    for place in places:
        for old in place.findall(qn("w:lang")):
            place.remove(old)
        place.append(
            parse_xml(f'<w:lang {nsdecls("w")} w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/>')
        )


def _defaults(root: Any) -> Any:
    found = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if found is not None:
        return found
    defaults: Any = parse_xml(
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>"
    )
    for old in root.findall(qn("w:docDefaults")):
        defaults.extend(old.findall(qn("w:pPrDefault")))
        root.remove(old)
    root.insert(0, defaults)
    return defaults[0][0]


_TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="BriefingTable">
<w:name w:val="{TABLE}"/><w:uiPriority w:val="59"/><w:qFormat/>
<w:tblPr>
<w:tblBorders>
<w:top w:val="single" w:sz="4" w:space="0" w:color="808890"/>
<w:left w:val="single" w:sz="4" w:space="0" w:color="808890"/>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="808890"/>
<w:right w:val="single" w:sz="4" w:space="0" w:color="808890"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="808890"/>
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="808890"/>
</w:tblBorders>
<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>
<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>
</w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E9F2F1"/></w:tcPr></w:tblStylePr>
</w:style>
"""
