"""``rationale git-driver``: what git itself starts, in a clone that is wired."""

from pathlib import Path
from typing import Annotated

import typer

from rationale_cli.cli import git_words

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def git_driver() -> None:
    """Tell git what a record says, in words; git starts it, see 'rationale init --wire'."""


@app.command()
def textconv(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A record, or any other file")],
) -> None:
    """Write a record in lines of words, and any other file as it is."""
    git_words.textconv(file)


@app.command()
def difftool(
    local: Annotated[Path, typer.Argument(metavar="LOCAL", help="The text before")],
    remote: Annotated[Path, typer.Argument(metavar="REMOTE", help="The text after")],
) -> None:
    """Write what changed between two texts of a record, in words."""
    git_words.difftool(local, remote)
