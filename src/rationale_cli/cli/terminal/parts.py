"""What live screens are made of: lines broken between words, one of them pointed at."""

import textwrap
from collections.abc import Callable, Iterable

from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import (
    Dimension,
    FormattedTextControl,
    Margin,
    UIContent,
    Window,
    WindowRenderInfo,
)

from rationale_cli.domain.clean import clean

POINTER = "› "
NO_POINTER = "  "


def note(text: Callable[[], str]) -> Window:
    """Give lines that are only there while there is something to say."""

    def shown() -> StyleAndTextTuples:
        return [("", "\n".join(_broken(text())))]

    return Window(
        FormattedTextControl(shown),
        dont_extend_height=True,
        height=lambda: Dimension() if text() else Dimension.exact(0),
    )


def listed(lines: Callable[[], Iterable[tuple[bool, str]]], *, most: int) -> Window:
    """Give lines of which one may be pointed at, by a sign and not by colour alone.

    Args:
        lines: Gives each line, and whether it is the one.
        most: Rows of the screen that they may fill; beyond that they scroll.
    """

    def shown() -> StyleAndTextTuples:
        fragments: StyleAndTextTuples = []
        for is_pointed, line in lines():
            if fragments:
                fragments.append(("", "\n"))
            if is_pointed:
                fragments.append(("[SetCursorPosition]", ""))
            sign = POINTER if is_pointed else NO_POINTER
            rows = _broken(line, first=sign, rest=" " * _hanging(line), beside=_More.WIDTH)
            whole = "\n".join(rows)
            fragments.append(("class:pointed" if is_pointed else "", whole))
        return fragments

    return Window(
        FormattedTextControl(shown, focusable=True, show_cursor=False),
        dont_extend_height=True,
        height=Dimension(min=1, max=max(most, 3)),
        always_hide_cursor=True,
        right_margins=[_More()],
    )


class _More(Margin):
    """Arrows beside the first and last row of a list that goes on above or below."""

    WIDTH = 2

    def get_width(self, get_ui_content: Callable[[], UIContent]) -> int:  # noqa: ARG002 - the signature is prompt_toolkit's
        return self.WIDTH

    def create_margin(
        self,
        window_render_info: WindowRenderInfo,
        width: int,  # noqa: ARG002 - likewise
        height: int,
    ) -> StyleAndTextTuples:
        above = window_render_info.vertical_scroll
        below = window_render_info.content_height - above - window_render_info.window_height
        rows = [""] * height
        if above > 0:
            rows[0] = " ↑"
        if below > 0:
            rows[-1] = " ↓"
        return [("", "\n".join(rows))]


def _broken(text: str, *, first: str = "", rest: str = "", beside: int = 0) -> list[str]:
    width = max(get_app().output.get_size().columns - 1 - beside, 20)
    return [
        row
        for line in clean(text).split("\n")
        for row in textwrap.wrap(
            line, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        )
        or [first.rstrip()]
    ]


def _hanging(line: str) -> int:
    """How far the further rows of a line are set in: below its text, past a number or a mark."""
    label, gap, _ = line.lstrip().partition("  ")
    is_numbered = bool(gap) and label.isdecimal()
    return len(NO_POINTER) + (len(line) - len(line.lstrip()) + len(label) + 2 if is_numbered else 4)
