"""Several folders at once: each is opened in turn, and one that cannot be read stops no other."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

import typer

from rationale_cli.cli import reporting
from rationale_cli.cli.session import Session, opened
from rationale_cli.errors import RationaleError, UsageError

_Found = TypeVar("_Found")

In = Annotated[
    list[Path],
    typer.Option("--in", metavar="FOLDER…", help="Look over these folders instead of one"),
]
More = Annotated[
    list[Path],
    typer.Argument(metavar="[FOLDER]...", hidden=True, show_default=False),
]


class StrayFolderError(UsageError):
    """Something was named, and nothing says that it is a folder."""

    def __init__(self, verb: str, text: str) -> None:
        super().__init__(
            f"{text!r} stands alone, and {verb!r} takes no record",
            hint=f"Name folders as 'rationale {verb} --in FOLDER', or narrow with an option.",
        )


class Over(NamedTuple, Generic[_Found]):
    """What was found in each folder.

    Attributes:
        found: By the name of the folder as it was typed; empty if none was named.
        faults: Why a folder could not be read, by its name.
    """

    found: dict[str, _Found]
    faults: dict[str, str]


def named(verb: str, within: list[Path], more: list[Path]) -> tuple[Path, ...]:
    """Give the folders that were named, each once; none if the usual one is meant.

    Raises:
        StrayFolderError: If something is named without ``--in``.
    """
    if more and not within:
        raise StrayFolderError(verb, str(more[0]))
    every = (*within, *more)
    return tuple({one.resolve(): one for one in reversed(every)}.values())[::-1]


def over(
    context: Any,
    folders: tuple[Path, ...],
    look: Callable[[Session, str], _Found],
    *,
    audience: str = "",
) -> Over[_Found]:
    """Look into each folder, or into the usual one; tell those that cannot be read.

    Args:
        context: Of the command.
        folders: As they were named.
        look: Is given a folder and what it is called.
        audience: As whose eyes records are looked at; empty for the folder's own view.

    Raises:
        RationaleError: If no folder was named and the usual one cannot be read.
    """
    if not folders:
        with opened(context, audience=audience) as session:
            return Over({"": look(session, "")}, {})
    found: dict[str, _Found] = {}
    faults: dict[str, str] = {}
    for folder in folders:
        try:
            found[str(folder)] = _looked(context, folder, look, audience)
        except RationaleError as error:
            faults[str(folder)] = "; ".join((str(error), *error.lines))
            reporting.say(f"{str(folder)!r} was left out: {faults[str(folder)]}.")
    return Over(found, faults)


def _looked(
    context: Any, folder: Path, look: Callable[[Session, str], _Found], audience: str
) -> _Found:
    from rationale_cli.store.repository import open_store

    options = context.find_root().obj
    with open_store(folder.absolute(), environment=os.environ) as store:
        return look(Session(store, options, audience), str(folder))
