"""Question sets and translations as the files in which somebody writes them."""

import os
from pathlib import Path
from typing import Any, NamedTuple

import typer

from rationale_cli.cli import reporting
from rationale_cli.cli.saying import file_text
from rationale_cli.cli.session import Session, opened
from rationale_cli.cli.written import Written
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.translating.translation import Named, named
from rationale_cli.errors import RationaleError
from rationale_cli.services import question_sets, translating
from rationale_cli.services.question_sets import FOLDER, Lay
from rationale_cli.services.translating import Counted
from rationale_cli.store import disk
from rationale_cli.store.repository import Store


class NoOwnSetError(RationaleError):
    """The folder holds no question set of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"there is no 'questions/{name}.toml' in the folder",
            hint=f"Begin one with 'rationale questions new {name}'.",
        )


class NoTranslationError(RationaleError):
    """The folder holds no translation of this name."""

    def __init__(self, of: Named) -> None:
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


def begin(context: typer.Context, name: str, text: str, output: Path | None) -> None:
    """Write a file that somebody begins with, and say what comes next."""
    if output is not None:
        path = output
    else:
        with opened(context) as session:
            path = session.store.root / FOLDER / f"{name}.toml"
    _write(path, text)
    reporting.say(f"Change it, look at it with 'rationale questions check {name}', and")
    reporting.say(f"let it count from then on with 'rationale questions keep {name}'.")
    typer.echo(os.path.relpath(path))


def _write(path: Path, text: str) -> None:
    with disk.told(path.parent):
        path.parent.mkdir(exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            raise FileThereError(path) from None


def written(store: Any) -> Written | None:
    """Give the question files as they are written now; ``None`` outside of a folder."""
    return Written(store) if store is not None else None


def unkept(store: Any) -> tuple[str, ...]:
    """Give the names of the files of the folder that do not count yet as they are written."""
    return Written(store).unkept() if store is not None else ()


def names(store: Any) -> list[str]:
    """Give the names of all sets and translations, those included that do not count yet."""
    beside = written(store)
    every = [one.name for one in question_sets.names(beside)]
    return [*every, *map(str, translating.names(beside))]


def read(store: Any, name: str) -> QuestionSet | Counted:
    """Read a set or a translation as it is written now: it is checked before it counts.

    Args:
        store: The folder, or ``None``.
        name: Of a set, or of a file.

    Raises:
        NoTranslationError: If the folder has no such translation.
        FaultyFileError: Naming every fault.
        RationaleError: As `question_sets.question_set` and `translating.check` say.
    """
    beside = written(store)
    of = named(Path(name).stem if _is_file(name) else name)
    if of is None:
        return read_set(beside, name)
    if _is_file(name):
        return translating.check(beside, of, file_text(name), name=os.path.relpath(name))
    path = f"{FOLDER}/{of}.toml"
    found = beside.read(path) if beside is not None else None
    if found is None:
        raise NoTranslationError(of)
    return translating.check(beside, of, found.data.decode(), name=path)


def read_set(
    beside: Written | None, name: str, *, lay: Lay = question_sets.as_it_is
) -> QuestionSet:
    """Read a set as it is written now.

    Args:
        beside: The question files, or ``None`` outside of a folder.
        name: Of a set, or of a file.
        lay: Lays other texts over it.

    Raises:
        RationaleError: As `question_sets.question_set` says.
    """
    if not _is_file(name):
        return question_sets.question_set(beside, name, lay=lay)
    called = beside.called(name) if beside is not None else ""
    text, told = file_text(name), os.path.relpath(name)
    return question_sets.read(beside, text, name=told, called=called, lay=lay)


def translation_begun(store: Any, of: Named) -> str:
    """Give the file that a translation begins with, and in it what is translated by now.

    Raises:
        RationaleError: As `translating.original` says.
    """
    beside = written(store)
    present = beside.read(f"{FOLDER}/{of}.toml") if beside is not None else None
    return translating.begun(beside, of, present.data.decode() if present else "")


class Kept(NamedTuple):
    """What counts from now on.

    Attributes:
        name: Of the set or the translation.
        of: What the translation is of; ``None`` for a set.
        found: The set, or how much is translated.
        before: The set as it counted until now, if it did.
    """

    name: str
    of: Named | None
    found: QuestionSet | Counted
    before: QuestionSet | None = None


def keep(session: Session, name: str) -> Kept:
    """Commit a set or a translation of the folder as it is written.

    Raises:
        NoOwnSetError: If the folder has no such set.
        NoTranslationError: If it has no such translation.
        FaultyFileError: Naming every fault; nothing was committed.
        RationaleError: As the store says.
    """
    store, of, at = session.store, named(name), session.now.at
    path = store.root / FOLDER / f"{name}.toml"
    if not path.is_file() or path.parent != store.root / FOLDER:
        raise NoTranslationError(of) if of else NoOwnSetError(name)
    text = file_text(str(path))
    if of is not None:
        return Kept(name, of, translating.keep(store, of, text, at=at))
    before = _standing(store, name)
    return Kept(name, None, question_sets.keep(store, name, text, at=at), before)


def _standing(store: Store, name: str) -> QuestionSet | None:
    """A team's own set as it counts until now."""
    try:
        found = question_sets.source(store, name)
        return question_sets.question_set(store, name) if found and found.is_own else None
    except RationaleError:
        return None


def _is_file(name: str) -> bool:
    return name.endswith(".toml") or os.sep in name
