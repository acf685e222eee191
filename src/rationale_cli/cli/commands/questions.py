"""``rationale questions``: list, show, check, begin and translate question sets."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, reporting, saying
from rationale_cli.cli.saying import file_text
from rationale_cli.cli.session import Run, Session, opened
from rationale_cli.errors import RationaleError

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Of the question set")]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write it there, not to the folder"),
]


@app.callback()
def questions() -> None:
    """List, show, check, try out, begin or translate question sets."""


@app.command("list")
def list_(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """List the question sets that can be asked, a team's own included."""
    from rationale_cli.cli import sets

    with _store(context) as store:
        rows, translations = sets.rows(store), sets.translations(store)
        unkept = _written(store).unkept() if store is not None else ()
    if json:
        console.write_json({"question_sets": rows, "translations": translations})
    elif console.is_terminal():
        console.write(sets.told(rows, translations))
    else:
        console.write_tsv(
            (row["name"], str(row["version"] or "-"), row["source"], row["title"] or row["fault"])
            for row in rows
        )
    for name in unkept:
        reporting.say(f"Not kept yet as it is written: {name}. {_keep_it(name)}")


@app.command()
def show(context: typer.Context, name: Name) -> None:
    """Show the questions of a set in the order in which they are asked."""
    from rationale_cli.cli import sets

    with _store(context) as store:
        found = _set(_written(store), name)
        is_unkept = store is not None and name in _written(store).unkept()
    console.write(sets.shown(found))
    if is_unkept:
        reporting.say(f"This is how it is written now. {_keep_it(name)}")


@app.command()
def check(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="[FILE|NAME]", help="A file or a set; else all sets")
    ] = "",
) -> None:
    """Check question sets and translations, and tell every fault with its line."""
    from rationale_cli.cli import sets
    from rationale_cli.services import question_sets, translating

    with _store(context) as store:
        beside = _written(store)
        sets_of = [one.name for one in question_sets.names(beside)]
        names = [name] if name else [*sets_of, *map(str, translating.names(beside))]
        wrong = False
        for one in names:
            try:
                told = sets.checked(_read(store, one))
            except RationaleError as error:
                if name:
                    raise
                reporting.tell(error)
                wrong = True
            else:
                console.write([told])
    if wrong:
        raise typer.Exit(1)


@app.command()
def preview(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A set, or a file of one")],
    full: saying.Full = False,
) -> None:
    """Ask the questions of a set as 'new' would, and save nothing."""
    from rationale_cli.cli import previewing

    with _run(context) as run:
        store = run.store if isinstance(run, Session) else None
        beside = _written(store)

        def read(*, lay: Any) -> Any:
            return _set(beside, name, lay=lay)

        answers = previewing.preview(run, beside, read, name=name, full=full)
    console.write_text(answers.encode())


@app.command()
def new(context: typer.Context, name: Name, output: Output = None) -> None:
    """Write a question set to begin with; a file that is there is never touched."""
    from rationale_cli.services import starting_set

    text = starting_set.starting_set(name)
    _begin(context, name, text, output)


@app.command()
def translate(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A question set, words, harms or interview")
    ],
    language: Annotated[str, typer.Argument(metavar="LANGUAGE", help="As cy or pt-BR")],
    output: Output = None,
) -> None:
    """Write the texts of a set for somebody to translate; what is translated stays."""
    from rationale_cli.domain.translating.translation import Named
    from rationale_cli.services import translating

    of = Named(name, language)
    with _store(context) as store:
        beside = _written(store)
        present = beside.read(f"questions/{of}.toml") if beside is not None else None
        text = translating.begun(beside, of, present.data.decode() if present else "")
    _begin(context, str(of), text, output)


@app.command()
def keep(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Of a set or a translation in the folder")
    ],
) -> None:
    """Let a set of the folder count: check it, and commit it as it is written."""
    from rationale_cli.cli import sets
    from rationale_cli.domain.translating.translation import named
    from rationale_cli.services import question_sets, translating

    with opened(context) as session:
        path = session.store.root / "questions" / f"{name}.toml"
        of = named(name)
        if not path.is_file() or path.parent != session.store.root / "questions":
            raise NoTranslationError(of) if of is not None else NoOwnSetError(name)
        text, at = file_text(str(path)), session.now.at
        found: Any = (
            translating.keep(session.store, of, text, at=at)
            if of is not None
            else question_sets.keep(session.store, name, text, at=at)
        )
    console.write([sets.checked(found)])


class NoOwnSetError(RationaleError):
    """The folder holds no question set of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"there is no 'questions/{name}.toml' in the folder",
            hint=f"Begin one with 'rationale questions new {name}'.",
        )


class NoTranslationError(RationaleError):
    """The folder holds no translation of this name."""

    def __init__(self, of: Any) -> None:
        super().__init__(
            f"there is no 'questions/{of}.toml' in the folder",
            hint=f"Begin one with 'rationale questions translate {of.of} {of.language}'.",
        )


class FileThereError(RationaleError):
    """A file would have been written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{str(path)!r} is there already",
            hint="Name another file with -o, or change that one; nothing was written.",
        )


def _keep_it(name: str) -> str:
    return f"'rationale questions keep {name}' lets it count."


def _begin(context: typer.Context, name: str, text: str, output: Path | None) -> None:
    """Write a file that somebody begins with, and say what comes next."""
    if output is not None:
        path = output
    else:
        with opened(context) as session:
            path = session.store.root / "questions" / f"{name}.toml"
    _write(path, text)
    reporting.say(f"Change it, look at it with 'rationale questions check {name}', and")
    reporting.say(f"let it count from then on with 'rationale questions keep {name}'.")
    typer.echo(os.path.relpath(path))


def _write(path: Path, text: str) -> None:
    from rationale_cli.store import disk

    with disk.told(path.parent):
        path.parent.mkdir(exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            raise FileThereError(path) from None


def _written(store: Any) -> Any:
    from rationale_cli.cli.written import Written

    return Written(store) if store is not None else None


def _read(store: Any, name: str) -> Any:
    """A set, or a count of a translation, as it is written now: it is checked before it counts."""
    from rationale_cli.domain.translating.translation import named
    from rationale_cli.services import translating

    beside = _written(store)
    of = named(Path(name).stem if _is_file(name) else name)
    if of is None:
        return _set(beside, name)
    if _is_file(name):
        return translating.check(beside, of, file_text(name), name=os.path.relpath(name))
    path = f"questions/{of}.toml"
    found = beside.read(path) if beside is not None else None
    if found is None:
        raise NoTranslationError(of)
    return translating.check(beside, of, found.data.decode(), name=path)


def _set(beside: Any, name: str, *, lay: Any = None) -> Any:
    from rationale_cli.services import question_sets

    lay = lay or question_sets.as_it_is
    if _is_file(name):
        return question_sets.read(beside, file_text(name), name=os.path.relpath(name), lay=lay)
    return question_sets.question_set(beside, name, lay=lay)


def _is_file(name: str) -> bool:
    return name.endswith(".toml") or os.sep in name


@contextmanager
def _store(context: typer.Context) -> Iterator[Any]:
    """The folder around us, or ``None``: the shipped sets can be read anywhere."""
    with _run(context) as run:
        yield run.store if isinstance(run, Session) else None


@contextmanager
def _run(context: typer.Context) -> Iterator[Run]:
    """This run in the folder around us, or outside of any."""
    from rationale_cli.store.repository import NotAStoreError

    is_named = context.find_root().obj.store is not None or "RATIONALE_STORE" in os.environ
    with ExitStack() as stack:
        try:
            run: Run = stack.enter_context(opened(context))
        except NotAStoreError:
            if is_named:
                raise
            run = Run(context.find_root().obj)
        yield run
