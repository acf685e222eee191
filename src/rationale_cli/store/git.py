"""The one place where git is started."""

import io
import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Timer
from typing import NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.store import caution
from rationale_cli.store.disk import DiskError, UnwritableError

# core.fsync is obeyed since 2.36 and safe.bareRepository since 2.38; before, in silence, not.
OLDEST = (2, 38)

# Long enough for the history of a very large folder; a git that hangs must not hang us.
TIMEOUT_IN_SECONDS = 120


class NoGitError(RationaleError):
    """There is no git to start."""

    def __init__(self) -> None:
        super().__init__(
            "git is not installed or not on PATH",
            hint="Install git 2.38 or newer from https://git-scm.com, then try again.",
        )


class OldGitError(RationaleError):
    """This git does not flush what it writes.

    Attributes:
        version: As git tells it.
    """

    def __init__(self, version: str) -> None:
        super().__init__(
            f"git {version!r} is too old to save safely",
            hint="Install git 2.38 or newer from https://git-scm.com, then try again.",
        )
        self.version = version


class GitFailedError(RationaleError):
    """A git command did not do its work.

    Attributes:
        verb: Of the command, as ``write-tree``.
        status: Its exit status, or ``None`` if it did not end in time.
        detail: What git said; may quote the user, so it is never shown.
    """

    def __init__(self, verb: str, status: int | None, *, detail: bytes = b"") -> None:
        how = "did not end in time" if status is None else f"ended with status {status}"
        super().__init__(
            f"'git {verb}' {how}", hint="Look over the folder with 'rationale doctor'."
        )
        self.verb = verb
        self.status = status
        self.detail = detail


class Result(NamedTuple):
    """What one git command left behind.

    Attributes:
        status: Exit status; never other than 0 if it was checked.
        output: All that it wrote to its standard output.
        detail: All that it wrote to its standard error.
    """

    status: int
    output: bytes
    detail: bytes

    @property
    def text(self) -> str:
        """The output as text, without blanks around it."""
        return self.output.decode("utf-8", "replace").strip()


class Git(NamedTuple):
    """How git is started for one folder.

    Attributes:
        executable: Absolute path of the program.
        environment: The user's own; git sees little of it.
        git_dir: Absolute, or ``None`` while no repository is known.
        work_tree: Absolute, or ``None`` while no repository is known.
    """

    executable: str
    environment: Mapping[str, str]
    git_dir: Path | None = None
    work_tree: Path | None = None

    def run(
        self,
        *arguments: str,
        stdin: bytes = b"",
        index: Path | None = None,
        extra: Mapping[str, str | None] | None = None,
        cwd: Path | None = None,
        check: bool = True,
    ) -> Result:
        """Run one git command to its end.

        Args:
            arguments: The verb, its options and their values; no text of a record.
            stdin: What it reads.
            index: Index file to use instead of the folder's own.
            extra: More environment, for this call; ``None`` takes a name out.
            cwd: Where to look for a repository; the root folder otherwise, since a process
                that stands in the folder would be taken for the holder of a lock.
            check: Whether a failure is raised, or told by the result's status.

        Raises:
            NoGitError: If the program cannot be started.
            GitFailedError: If it fails and is checked, or does not end in time.
            DiskError: If it fails, is checked, and the disk was full.
            UnwritableError: If it fails, is checked, and the right to write was missing.
        """
        environment = self.reduced_environment(extra)
        if index is not None:
            environment["GIT_INDEX_FILE"] = str(index)
        try:
            with _unstoppable():
                ended = subprocess.run(  # noqa: S603 - absolute path, no shell, options are ours
                    self.command(*arguments),
                    input=stdin,
                    capture_output=True,
                    cwd=cwd or Path("/"),
                    env=environment,
                    timeout=TIMEOUT_IN_SECONDS,
                    check=False,
                    start_new_session=True,  # Ctrl-C at the terminal is for us alone
                    umask=0o077,
                )
        except subprocess.TimeoutExpired as error:
            raise GitFailedError(arguments[0], None) from error
        except FileNotFoundError as error:
            raise NoGitError from error
        if check and ended.returncode != 0:
            raise self._failure(arguments[0], ended.returncode, ended.stderr)
        return Result(ended.returncode, ended.stdout, ended.stderr)

    def parts(self, *arguments: str) -> Iterator[bytes]:
        """Run a git command, and give what it writes up to each NUL as soon as it is written.

        Raises:
            NoGitError: If the program cannot be started.
            GitFailedError: If it fails, or does not end in time.
        """
        with self.start(*arguments) as process, _ended(process):
            questions, answers = process.stdin, process.stdout
            if questions is None or not isinstance(answers, io.BufferedReader):  # pragma: no cover
                raise AssertionError
            questions.close()
            rest = b""
            while chunk := answers.read1():
                *whole, rest = (rest + chunk).split(b"\0")
                yield from whole
            if rest:
                yield rest
        if process.returncode != 0:
            raise GitFailedError(arguments[0], process.returncode)

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """Start a git command that answers questions until its standard input is closed.

        Raises:
            NoGitError: If the program cannot be started.
        """
        try:
            with _unstoppable():
                return subprocess.Popen(  # noqa: S603 - absolute path, no shell, options are ours
                    self.command(*arguments),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    cwd="/",
                    env=self.reduced_environment(),
                    start_new_session=True,
                    umask=0o077,
                )
        except FileNotFoundError as error:
            raise NoGitError from error

    def command(self, *arguments: str) -> list[str]:
        """Give the whole command line of a verb and its arguments."""
        places = []
        if self.git_dir is not None:
            places.append(f"--git-dir={self.git_dir}")
        if self.work_tree is not None:
            places.append(f"--work-tree={self.work_tree}")
        return [self.executable, *caution.OPTIONS, *places, *arguments]

    def reduced_environment(self, extra: Mapping[str, str | None] | None = None) -> dict[str, str]:
        """Give the environment that git sees, ``extra`` on top."""
        kept = {name: self.environment[name] for name in caution.KEPT if name in self.environment}
        every = {**kept, **caution.FORCED, **(extra or {})}
        return {name: value for name, value in every.items() if value is not None}

    def _failure(self, verb: str, status: int, detail: bytes) -> RationaleError:
        folder = self.work_tree or Path("/")
        if b"No space left on device" in detail or b"Disk quota exceeded" in detail:
            return DiskError(folder, full=True)
        if b"Read-only file system" in detail or b"Permission denied" in detail:
            return UnwritableError(folder)
        return GitFailedError(verb, status, detail=detail)


@contextmanager
def _unstoppable() -> Iterator[None]:
    """Let Ctrl-Z wait in this thread, and in what it starts.

    A child that is stopped before it has become git holds the thread that started it, so that we
    could not stop either, and the shell would never get its terminal back.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTSTP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _ended(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """Make sure that a process ends: after its time, or when nobody wants to know any more."""
    timer = Timer(TIMEOUT_IN_SECONDS, process.kill)
    timer.start()
    try:
        yield
        process.wait()
    except BaseException:
        process.kill()
        raise
    finally:
        timer.cancel()


def find(environment: Mapping[str, str]) -> Git:
    """Find git on the user's ``PATH``; nothing is started.

    Raises:
        NoGitError: If it is not there.
    """
    import shutil

    executable = shutil.which("git", path=environment.get("PATH", os.defpath))
    if executable is None:
        raise NoGitError
    return Git(os.path.abspath(executable), environment)  # noqa: PTH100 - resolve() would follow shims


def demand_version(git: Git) -> None:
    """Make sure, once in a process, that this git flushes what it writes.

    Raises:
        OldGitError: If it does not.
    """
    version = told_version(git)
    parts = version.split(".")[:2]
    if not all(part.isdigit() for part in parts) or tuple(map(int, parts)) < OLDEST:
        raise OldGitError(version)


def told_version(git: Git) -> str:
    """Give the version as git tells it, as ``2.39.5``; asked once in a process."""
    return _version(git.executable, git.environment.get("PATH", ""))


@cache
def _version(executable: str, path: str) -> str:
    # As "git version 2.39.5" or "git version 2.39.3 (Apple Git-146)".
    words = Git(executable, {"PATH": path}).run("version").text.split()
    return words[2] if len(words) > 2 else ""  # noqa: PLR2004 - the third word, see above
