"""The command line: its global options, and what happens without a verb."""

import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from rationale_cli.cli import reporting
from rationale_cli.cli.options import Options
from rationale_cli.cli.verbs import VerbGroup
from rationale_cli.version import VERSION

app = typer.Typer(
    cls=VerbGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"rationale {VERSION}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def rationale(
    context: typer.Context,
    store: Annotated[
        Path | None,
        typer.Option(help="The folder of decisions; else RATIONALE_STORE, else the one around you"),
    ] = None,
    now: Annotated[
        str, typer.Option(metavar="TIME", help="Record as if it were this time; the record says so")
    ] = "",
    plain: Annotated[
        bool, typer.Option("--plain", help="Plain lines, for a screen reader")
    ] = False,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version")
    ] = False,
) -> None:
    """Record why a decision was made, keep every version, and tell it as a briefing."""
    context.obj = Options(store=store, now=now, plain=plain)
    if context.invoked_subcommand is None:
        from rationale_cli.cli.choices import offer

        offer(context)


def main() -> None:
    """Run the command line; a bug leaves with a traceback that holds nothing of a record."""
    _open_what_is_closed()
    _write_what_the_screen_cannot()
    try:
        app(prog_name="rationale")
    except Exception as error:  # noqa: BLE001 - the one place that catches everything
        reporting.tell_bug(type(error), error.__traceback__)
        sys.exit(reporting.BUG)


def _open_what_is_closed() -> None:
    """Give a stream that was closed from outside an end, before a file takes its place."""
    # Kept open until the program ends: each takes the lowest number that is free, its stream's.
    # The typing of the library says that there always is a standard input.
    typed: object = sys.stdin
    if typed is None:
        os.open(os.devnull, os.O_RDONLY)  # that there is none is still for a verb to say
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _write_what_the_screen_cannot() -> None:
    """Show a letter that the terminal's encoding lacks as its number, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
