"""The user's own editor: a private file, for as long as it is open."""

import os
import shlex
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from rationale_cli.domain.asking.texts import Texts
from rationale_cli.errors import RationaleError

_VI = {"vi", "vim", "nvim", "view", "vim.basic", "vim.tiny", "vim.nox"}
_PREFIX = "edit-"
ANSWER, FORM = "answer.txt", "decision.toml"
"""What the file is called: of one answer, and of a whole record, which editors then colour."""

_NO_TRACES = ("-n", "-i", "NONE")
"""No swap file and no history of what was typed (vim's -n and -i)."""


class EditorError(RationaleError):
    """The editor did not do its work.

    Attributes:
        kept: Where the text stands, or empty if nothing was written.
    """

    def __init__(self, texts: Texts, command: str, kept: str, *, why: str = "failed") -> None:
        super().__init__(
            texts(f"editor.{why}", command=repr(command)),
            hint=texts("editor.kept_hint", place=repr(kept))
            if kept
            else texts("editor.other_hint"),
        )
        self.kept = kept


class Edited(NamedTuple):
    """What was written, and where it stands until somebody lets go of it.

    Attributes:
        text: As the editor left it, with plain line ends.
        path: Of the file, in a folder of its own; see `forget`.
    """

    text: str
    path: Path


class Leftover(NamedTuple):
    """A text from an editor that no answer has taken: the program died, or it was refused.

    Attributes:
        name: By which it can be deleted.
        path: Where it stands.
        kept_at: When it was last written, in UTC.
    """

    name: str
    path: Path
    kept_at: datetime


def edited(text: str, command: str, folder: Path, texts: Texts, *, name: str = ANSWER) -> Edited:
    """Let the user write a text, and give it as it was left; the file stays until `forget`.

    Line ends come plain, whatever the editor writes.

    Args:
        text: What it begins with.
        command: Of the editor, for a shell, as git has it.
        folder: A folder that is never committed; the file stands in a private one below it.
        texts: What is said if it fails.
        name: Of the file: `ANSWER` or `FORM`, by which `leftovers` finds it.

    Raises:
        EditorError: If the editor fails, takes the file away or does not write UTF-8; what was
            written then stays where it is.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    # Names of people may stand in it: the folder is 0700 and the file 0600 from the start.
    private = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
    path = private / name
    # In UTF-8 with plain line ends whatever the locale: that is how it is read again.
    before = text.encode()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(before)
    is_done = _run(command, path) == 0
    try:
        after = path.read_bytes()
    except OSError:
        _forget_unless_other(path)
        raise EditorError(texts, command, "", why="no_text") from None
    if not is_done:
        if after == before:
            forget(path)
        raise EditorError(texts, command, str(path) if after != before else "")
    try:
        written = after.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EditorError(texts, command, str(path), why="not_utf8") from None
    return Edited(written.replace("\r\n", "\n").replace("\r", "\n"), path)


def forget(path: Path) -> None:
    """Delete the file of an edited text and its folder: the text is kept elsewhere by now."""
    shutil.rmtree(path.parent, ignore_errors=True)


def leftovers(folder: Path) -> tuple[Leftover, ...]:
    """Give the texts that no answer has taken, the newest first.

    One that is open in an editor right now is among them.
    """
    found = []
    for path in (*folder.glob(f"{_PREFIX}*/{ANSWER}"), *folder.glob(f"{_PREFIX}*/{FORM}")):
        with suppress(OSError):  # somebody let go of it just now
            at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            found.append(Leftover(path.parent.name, path, at))
    return tuple(sorted(found, key=lambda one: (one.kept_at, one.name), reverse=True))


def _forget_unless_other(path: Path) -> None:
    # An editor may have written beside the file; only an empty folder goes.
    with suppress(OSError):
        path.parent.rmdir()


def without_traces(command: str) -> str:
    """Give the command with what keeps vi and its kin from writing copies elsewhere."""
    try:
        words = shlex.split(command)
    except ValueError:
        return command
    if words and _is_vi(words[0]):
        return " ".join((command, *_NO_TRACES))
    return command


def _is_vi(program: str) -> bool:
    # Debian's "editor" is a link to whatever was chosen there.
    found = os.path.realpath(shutil.which(program) or program)
    return not _VI.isdisjoint({Path(program).name, Path(found).name})


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
