"""The user's own editor for one answer: a private file, for as long as it is open."""

import os
import shlex
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rationale_cli.errors import RationaleError

_VI = {"vi", "vim", "nvim", "view", "vim.basic", "vim.tiny", "vim.nox"}
_NO_TRACES = ("-n", "-i", "NONE")
"""No swap file and no history of what was typed (vim's -n and -i)."""


class EditorError(RationaleError):
    """The editor did not do its work.

    Attributes:
        kept: Where the text stands, or empty if it was never written.
    """

    def __init__(self, command: str, kept: str) -> None:
        super().__init__(
            f"the editor {command!r} ended with an error",
            hint=f"What was written stands in {kept!r}."
            if kept
            else "Choose another one with 'git config core.editor'.",
        )
        self.kept = kept


def edited(text: str, command: str, folder: Path) -> str:
    """Let the user write a text, and give it as it was left.

    Args:
        text: What it begins with.
        command: Of the editor, for a shell, as git has it.
        folder: A folder that is never committed; the file stands in a private one below it.

    Raises:
        EditorError: If the editor fails; what was written then stays where it is.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    # Names of people may stand in it: the folder is 0700 and the file 0600 from the start.
    private = Path(tempfile.mkdtemp(prefix="edit-", dir=folder))
    path = private / "answer.txt"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    if _run(command, path) != 0:
        is_touched = path.exists() and path.read_text(errors="replace") != text
        if not is_touched:
            shutil.rmtree(private)
        raise EditorError(command, str(path) if is_touched else "")
    written = path.read_text(encoding="utf-8", errors="replace")
    shutil.rmtree(private)
    return written


def without_traces(command: str) -> str:
    """Give the command with what keeps vi and its kin from writing copies elsewhere."""
    try:
        words = shlex.split(command)
    except ValueError:
        return command
    if words and Path(words[0]).name in _VI:
        return " ".join((command, *_NO_TRACES))
    return command


def _run(command: str, path: Path) -> int:
    # As git itself does it: the setting is a command line for a shell, the path its argument.
    line = f'{without_traces(command)} "$@"'
    with _ours_ignored():
        return os.spawnvp(os.P_WAIT, "sh", ["sh", "-c", line, "rationale", str(path)])  # noqa: S606 - no text of a record is in it


@contextmanager
def _ours_ignored() -> Iterator[None]:
    """Ctrl-C in the editor is for the editor; a handler, unlike "ignore", ends with our program."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
