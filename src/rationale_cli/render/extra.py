"""What a format needs beside the program, and how it is installed."""

import shlex
import sys

from rationale_cli.errors import RationaleError


class MissingExtraError(RationaleError):
    """A format was asked for whose library is not installed."""

    def __init__(self, what: str, *, extra: str, library: str) -> None:
        super().__init__(
            f"{what} needs {library}, which is not installed",
            hint="Install it with the first of these lines, or the second if pipx installed "
            "rationale. Nothing was written.",
        )
        # The Python that runs this program: another one would install it where nobody looks.
        python = shlex.quote(sys.executable or "python3")
        self.lines = (
            f"{python} -m pip install 'rationale-recorder[{extra}]'",
            f"pipx inject rationale-recorder {library}",
        )
