"""``rationale doctor``."""

import os
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from rationale_cli.cli import console
from rationale_cli.cli.session import Run, Session, opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def doctor(
    context: typer.Context,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Wire the clone, write the commit-graph and refresh working files"
        ),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Look over the folder, and say what is not as it should be.

    Leaves with status 1 if something is to be looked at. Nothing is changed without --fix.
    """
    from rationale_cli.services.point import State

    place, done, points = _looked(context, fix=fix)
    if json:
        plain = [_plain(one) for one in points]
        console.write_json({"folder": place, "done": done, "points": plain})
    else:
        console.write(_told(done, points))
    if any(one.state is State.LOOK for one in points):
        raise typer.Exit(1)


def _looked(context: Any, *, fix: bool) -> tuple[str | None, list[str], list[Any]]:
    from rationale_cli.services import examining, mending
    from rationale_cli.services.point import trouble
    from rationale_cli.store.git import NoGitError
    from rationale_cli.store.location import ForeignOwnerError
    from rationale_cli.store.repository import NotAStoreError

    try:
        with opened(context) as session:
            # A folder whose settings cannot be read is looked over all the same.
            program, now = _program(), Run(context.find_root().obj).now.at
            done = list(mending.mend(session.store, program, at=now)) if fix else []
            looked = examining.folder(session.store, program, now=now, texts=_texts(session))
            return str(session.store.root), done, list(looked)
    except NoGitError:
        return None, [], list(examining.computer(os.environ))
    except (NotAStoreError, ForeignOwnerError) as error:
        return None, [], [*examining.computer(os.environ), trouble("folder", error)]


def _program() -> str:
    from rationale_cli.cli.script import program

    return program(os.environ)


def _texts(session: Session) -> tuple[Any, ...]:
    from rationale_cli.cli import leftover

    return tuple(one.path for one in leftover.found(session))


def _told(done: list[str], points: list[Any]) -> Iterator[str]:
    from rationale_cli.domain.telling.saying import counted
    from rationale_cli.services.point import State

    for text in done:
        yield f"done  {text}"
    for point in points:
        yield f"{point.state.value}  {point.text}"
        if point.hint:
            yield f"      {point.hint}"
    looks = sum(point.state is State.LOOK for point in points)
    yield ""
    count = counted(looks, "thing", "things").capitalize()
    yield f"{count} to look at." if looks else "All is well."


def _plain(point: Any) -> dict[str, str | None]:
    return {
        "about": point.about,
        "state": point.state.value,
        "text": point.text,
        "hint": point.hint or None,
    }
