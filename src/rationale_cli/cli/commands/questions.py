"""``rationale questions``: list, show, check and begin question sets."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, reporting
from rationale_cli.cli.saying import file_text
from rationale_cli.cli.session import opened
from rationale_cli.errors import RationaleError

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@app.callback()
def questions() -> None:
    """List, show, check or begin question sets."""


@app.command("list")
def list_(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """List the question sets that can be asked, a team's own included."""
    from rationale_cli.cli import sets

    with _store(context) as store:
        rows = sets.rows(store)
    if json:
        console.write_json({"question_sets": rows})
    elif console.is_terminal():
        console.write(sets.told(rows))
    else:
        console.write_tsv(
            (row["name"], str(row["version"] or "-"), row["source"], row["title"] or row["fault"])
            for row in rows
        )


@app.command()
def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the question set")],
) -> None:
    """Show the questions of a set in the order in which they are asked."""
    from rationale_cli.cli import sets
    from rationale_cli.services import question_sets

    with _store(context) as store:
        found = question_sets.question_set(store, name)
    console.write(sets.shown(found))


@app.command()
def check(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="[FILE|NAME]", help="A file or a set; else all sets")
    ] = "",
) -> None:
    """Check question sets, and tell every fault with its line."""
    from rationale_cli.cli import sets
    from rationale_cli.services import question_sets

    with _store(context) as store:
        names = [name] if name else [one.name for one in question_sets.names(store)]
        wrong = False
        for one in names:
            try:
                found = _read(store, one)
            except RationaleError as error:
                if name:
                    raise
                reporting.tell(error)
                wrong = True
            else:
                console.write([sets.counted(found)])
    if wrong:
        raise typer.Exit(1)


@app.command()
def new(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the new question set")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write it there, not to the folder"),
    ] = None,
) -> None:
    """Write a question set to begin with; a file that is there is never touched."""
    from rationale_cli.services import starting_set

    text = starting_set.starting_set(name)
    if output is not None:
        path = output
    else:
        with opened(context) as session:
            path = session.store.root / "questions" / f"{name}.toml"
    _write(path, text)
    reporting.say(f"Change it, look at it with 'rationale questions check {name}', and")
    reporting.say(f"let it count from then on with 'rationale questions keep {name}'.")
    typer.echo(os.path.relpath(path))


@app.command()
def keep(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of a set in the folder")],
) -> None:
    """Let a set of the folder count: check it, and commit it as it is written."""
    from rationale_cli.cli import sets
    from rationale_cli.services import question_sets

    with opened(context) as session:
        path = _own(session.store, name)
        if path is None:
            raise NoOwnSetError(name)
        text = file_text(str(path))
        found = question_sets.keep(session.store, name, text, at=session.now.at)
    console.write([sets.counted(found)])


class NoOwnSetError(RationaleError):
    """The folder holds no question set of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"there is no 'questions/{name}.toml' in the folder",
            hint=f"Begin one with 'rationale questions new {name}'.",
        )


class FileThereError(RationaleError):
    """A file would have been written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{str(path)!r} is there already", hint="Choose another name; nothing was written."
        )


def _write(path: Path, text: str) -> None:
    from rationale_cli.store import disk

    with disk.told(path.parent):
        path.parent.mkdir(exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            raise FileThereError(path) from None


def _read(store: Any, name: str) -> Any:
    from rationale_cli.services import question_sets

    if name.endswith(".toml") or os.sep in name:
        return question_sets.read(store, file_text(name), name=os.path.relpath(name))
    if store is not None and (path := _own(store, name)):
        # As it is written now: a set is checked before it is committed.
        return question_sets.read(store, file_text(str(path)), name=f"questions/{name}.toml")
    return question_sets.question_set(store, name)


def _own(store: Any, name: str) -> Path | None:
    """The working file of a set of the folder, if there is one."""
    path: Path = store.root / "questions" / f"{name}.toml"
    return path if path.is_file() and path.parent == store.root / "questions" else None


@contextmanager
def _store(context: typer.Context) -> Iterator[Any]:
    """The folder around us, or ``None``: the shipped sets can be read anywhere."""
    from rationale_cli.store.repository import NotAStoreError

    is_named = context.find_root().obj.store is not None or "RATIONALE_STORE" in os.environ
    with ExitStack() as stack:
        try:
            store = stack.enter_context(opened(context)).store
        except NotAStoreError:
            if is_named:
                raise
            store = None
        yield store
