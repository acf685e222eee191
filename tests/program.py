"""The program as a user runs it, inside the process of the test."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import typer

from rationale_cli.cli.app import app


class Outcome(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last line of standard output."""
        return self.out.rstrip("\n").rpartition("\n")[2]


class Program:
    """Runs commands on one folder.

    Attributes:
        folder: Where the decisions are.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *arguments: str, now: str = "", stdin: str = "") -> Outcome:
        """Run one command, as ``rationale --store FOLDER ARGUMENTS``."""
        clock = ("--now", now) if now else ()
        return run("--store", str(self.folder), *clock, *arguments, stdin=stdin)


def run(*arguments: str, stdin: str = "") -> Outcome:
    """Run one command line, with nobody at the terminal."""
    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(stdin)
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = typer.main.get_command(app).main(
                list(arguments), "rationale", standalone_mode=False
            )
    finally:
        sys.stdin = before
    return Outcome(int(status or 0), out.getvalue(), err.getvalue())
