"""What a format needs beside the program, and how it is installed."""

from rationale_cli.errors import RationaleError


class MissingExtraError(RationaleError):
    """A format was asked for whose library is not installed."""

    def __init__(self, what: str, *, extra: str, library: str) -> None:
        super().__init__(
            f"{what} needs {library}, which is not installed",
            hint=f"Install it with: python3 -m pip install 'rationale-recorder[{extra}]' "
            f"(with pipx: pipx inject rationale-recorder {library}). Nothing was written.",
        )
