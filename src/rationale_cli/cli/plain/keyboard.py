"""A keyboard at a terminal, with line editing: what is typed can be corrected before Enter.

Without it a terminal hands over 4,095 bytes of a line at the most and drops the rest without a
word (termios(3)), and the lines of a paste arrive as if each had been typed and ended.
"""

import sys
from typing import Any, TextIO


class Keyboard:
    """Lines typed at the terminal of the program; a paste of several lines arrives as one."""

    def __init__(self, editing: Any) -> None:
        # Answers are nobody's history: an arrow key must not bring up what was said before.
        editing.set_auto_history(False)
        # Python turns it off for its own prompt; here a paste of several lines is one answer.
        editing.parse_and_bind("set enable-bracketed-paste on")

    def prompted(self, prompt: str) -> str:
        """Write a prompt and give the next line with its end, or an empty text after the last."""
        try:
            return input(prompt) + "\n"
        except EOFError:
            return ""

    def isatty(self) -> bool:
        """Whether a person types at a terminal: always."""
        return True


def keyboard(stdin: TextIO | None) -> Keyboard | None:
    """Give line editing if it can be had: at a terminal on both sides, where Python has it."""
    if stdin is None or stdin is not sys.stdin or not (stdin.isatty() and sys.stdout.isatty()):
        return None
    try:
        import readline
    except ImportError:
        return None
    return Keyboard(readline)
