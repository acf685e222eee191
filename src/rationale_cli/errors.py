"""Requests that cannot be met, told in the user's words."""


class RationaleError(Exception):
    """A request that cannot be met.

    The message states the fact first, lower case, no full stop, with the user's
    own value quoted. Subclasses live beside the code that raises them.

    Attributes:
        exit_status: What the command line leaves with; 1 unless a subclass says otherwise.
        lines: What the message counts, a line each; mostly none.
        hint: One sentence naming the next step, or an empty string.
    """

    exit_status: int = 1
    lines: tuple[str, ...] = ()

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(RationaleError):
    """The command line itself is wrong: nothing was looked at yet."""

    exit_status = 2
