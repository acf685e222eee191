"""PDF: tagged pages to print, from the same values as every other document.

What people wrote goes to the engine as data and is never read as its markup. Fonts are those
inside the engine (Libertinus Serif, New Computer Modern, DejaVu Sans Mono; all under open
licences), so that a page looks the same on every machine.
"""

import json
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.errors import RationaleError
from rationale_cli.render import typed
from rationale_cli.render.extra import MissingExtraError
from rationale_cli.render.templates import folder
from rationale_cli.render.visible import numbered, texts, visible

STANDARD: Final = "ua-1"
"""PDF/UA-1: the engine refuses to write a page that a screen reader could not follow."""


class UnprintableError(RationaleError):
    """The engine does not make pages of this document; it may quote the record, so we do not."""

    def __init__(self) -> None:
        super().__init__(
            "this document cannot be made into a PDF",
            hint="Nothing was written. Use --format html and print that page; please report this.",
        )


def render(briefing: Briefing) -> bytes:
    """Render a briefing; the same briefing gives the same bytes.

    Raises:
        MissingExtraError: If the engine is not installed.
        UnprintableError: If the engine refuses.
    """
    return rendered("briefing.typ", briefing)


def rendered(template: str, document: msgspec.Struct) -> bytes:
    """Render one of the domain's values by a template; the same value gives the same bytes.

    A letter that no font has stands as its number, as ``‹U+4E2D›``, and the page says so.

    Raises:
        MissingExtraError: If the engine is not installed.
        UnprintableError: If the engine refuses.
    """
    try:
        # Imported when asked for: it is large, and most commands render nothing.
        import typst
    except ImportError:
        raise MissingExtraError("a PDF", extra="pdf", library="typst") from None
    plain = visible(document)
    try:
        return compiled(template, plain)
    except typst.TypstError:
        pass  # mostly a letter without a shape; whatever else it is comes up again below
    unprinted = _unprinted(sorted(_unusual(plain)))
    try:
        return compiled(template, numbered(plain, unprinted), unprinted=unprinted)
    except typst.TypstError:
        raise UnprintableError from None


def compiled(template: str, plain: dict[str, Any], *, unprinted: str = "") -> bytes:
    """Let the engine make pages of plain values.

    Raises:
        typst.TypstError: If it refuses.
    """
    import typst

    return typst.compile(
        folder() / template,
        root=folder(),
        ignore_system_fonts=True,
        sys_inputs={
            "document": json.dumps(plain, ensure_ascii=False),
            "typed": json.dumps(_typed(plain), ensure_ascii=False),
            "unprinted": "yes" if unprinted else "",
        },
        pdf_standards=[STANDARD],
        timestamp=0,  # no template asks what time it is; if one does, it gets no other answer
    )


def _typed(plain: dict[str, Any]) -> dict[str, Any]:
    """The blocks of each text that has more than lines; the template looks texts up in it."""
    marked = {one: typed.blocks(one) for one in texts(plain) if not typed.is_plain(one)}
    return {one: msgspec.to_builtins(found) for one, found in marked.items() if _is_more(found)}


def _is_more(blocks: tuple[typed.Block, ...]) -> bool:
    is_several = len(blocks) > 1 or any(one.kind for one in blocks)
    return is_several or any(run.kind for one in blocks for run in one.items[0].runs)


def _unusual(plain: dict[str, Any]) -> set[str]:
    """Every letter that a font may lack."""
    return {one for one in json.dumps(plain, ensure_ascii=False) if not one.isascii()}


def _unprinted(letters: Iterable[str]) -> str:
    """Those of some letters that no font inside the engine has."""
    import typst

    page = b'#import "page.typ": *\n#show: page.with(title: "-")\n#sys.inputs.letters'
    engine = typst.Compiler(root=folder(), ignore_system_fonts=True)

    def is_printed(some: str) -> bool:
        try:
            engine.compile(page, sys_inputs={"letters": some}, pdf_standards=[STANDARD])
        except typst.TypstError:
            return False
        return True

    return "".join(one for one in letters if not is_printed(one))
