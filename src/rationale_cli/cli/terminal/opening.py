"""Whether an interview is held on a screen or in plain lines, and the screen it is held on."""

import os
from collections.abc import Mapping
from typing import Any, TextIO

from rationale_cli.domain.asking.texts import Texts


def fits(
    typed: TextIO | None, shown: TextIO, environment: Mapping[str, str], *, is_plain: bool
) -> bool:
    """Whether a person sits at a screen that can do more than print lines.

    Plain lines are used where they are asked for (``--plain``, the setting ``accessible``,
    ``ACCESSIBLE`` in the environment), on a terminal that calls itself dumb, and in pipes.
    """
    if is_plain or environment.get("ACCESSIBLE", "") not in {"", "0"}:
        return False
    if environment.get("TERM", "dumb") in {"", "dumb", "unknown"}:
        return False
    return typed is not None and typed.isatty() and shown.isatty()


def screen(typed: TextIO, shown: TextIO, texts: Texts, environment: Mapping[str, str]) -> Any:
    """Give a screen on a terminal.

    Args:
        typed: Standard input.
        shown: Where the interview is shown; standard output stays free for what was asked for.
        texts: What the interview itself says.
        environment: For ``TERM`` and ``NO_COLOR``.
    """
    import io

    from prompt_toolkit.data_structures import Size
    from prompt_toolkit.output.vt100 import Vt100_Output

    from rationale_cli.cli.plain.page import Page
    from rationale_cli.cli.terminal.keyboard import Keyboard
    from rationale_cli.cli.terminal.screen import Screen

    def size() -> Size:
        try:
            columns, rows = os.get_terminal_size(shown.fileno())
        except OSError:  # it is gone; whatever is drawn now nobody sees
            columns, rows = 80, 24
        return Size(rows=rows or 24, columns=columns or 80)

    page = Page(io.StringIO(), shown, lambda: size().columns, texts, has_bold=True)
    # Where the cursor is need not be asked: everything is drawn below what was printed.
    output = Vt100_Output(shown, size, term=environment.get("TERM"), enable_cpr=False)
    return Screen(page, Keyboard(typed), output)
