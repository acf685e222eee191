"""``rationale templates``: list, copy, check and keep what documents are made with."""

import os
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, reporting
from rationale_cli.cli.parts import PartGroup
from rationale_cli.cli.session import Session, anywhere, opened

app = typer.Typer(cls=PartGroup, rich_markup_mode=None, no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="For programs")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As briefing.html.j2 or page.css")]


@app.callback()
def templates() -> None:
    """List, copy, check or keep the templates that documents are made with."""


@app.command("list")
def list_(context: typer.Context, json: Json = False) -> None:
    """List the templates; of your own, whether ours changed since."""
    from rationale_cli.cli import template_rows

    with anywhere(context) as run:
        rows = template_rows.rows(run.store if isinstance(run, Session) else None)
    if json:
        console.write_json({"templates": rows})
    elif console.is_terminal():
        console.write(template_rows.told(rows))
    else:
        console.write_tsv(template_rows.cells(rows))


@app.command()
def copy(context: typer.Context, name: Name) -> None:
    """Copy a shipped template to the folder, to be changed."""
    from rationale_cli.cli import template_files

    with opened(context) as session:
        path = template_files.begin(session.store, name)
    reporting.say(f"Change it, try it with 'rationale templates check {name}', and")
    reporting.say(f"let it count from then on with 'rationale templates keep {name}'.")
    typer.echo(os.path.relpath(path))


@app.command()
def check(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="One of the folder's own; else all of them")
    ] = "",
    json: Json = False,
) -> None:
    """Try templates, as they are written, on a fictional case.

    Every document that they are in is made for every audience. What is wrong is told with its
    line, as is a page that acts or loads from elsewhere. A warning is worth a look: what lets text
    act, and a briefing without marking, stamp or reply slip.
    """
    from rationale_cli.cli import template_files

    with opened(context) as session:
        own = template_files.written(session.store)
        names = [template_files.one(session.store, name)] if name else list(own)
        found = _tried(session, own, names) if names else ()
    if json:
        console.write_json({"checked": names, "remarks": [_plain(one) for one in found]})
    else:
        console.write(_lines(names, found))
    if any(one.is_fault for one in found):
        raise typer.Exit(1)


@app.command()
def keep(context: typer.Context, name: Name) -> None:
    """Let a template of the folder count: try it, and commit it."""
    from rationale_cli.cli import template_files
    from rationale_cli.services import template_keeping

    with opened(context) as session:
        own = template_files.written(session.store)
        plain = template_files.one(session.store, name)
        found = _tried(session, own, [plain])
        if not any(one.is_fault for one in found):
            template_keeping.keep(session.store, plain, own[plain], at=session.now.at)
    console.write(_lines([plain], found))
    if any(one.is_fault for one in found):
        reporting.say("It was not kept; documents are made as before.")
        raise typer.Exit(1)
    reporting.say("It counts from now on; --shipped makes a document without it.")


def _tried(session: Session, own: dict[str, str], names: Sequence[str]) -> tuple[Any, ...]:
    from rationale_cli.services import template_trial

    ground = template_trial.Ground(
        settings=session.settings,
        words=session.words,
        harms=session.harms,
        provisions=session.provisions,
        zone=session.zone,
    )
    return tuple(template_trial.trial(own, names, ground))


def _lines(names: Sequence[str], found: Sequence[Any]) -> list[str]:
    if not names:
        return ["The folder has no templates of its own."]
    lines = [f"{'error' if one.is_fault else 'warning'}: {one}" for one in found]
    called = ", ".join(names)
    lines = lines or [f"{called}: every document was made, for every audience."]
    return [line.replace("\n", "‹U+000A›") for line in lines]  # a name can hold anything


def _plain(remark: Any) -> dict[str, Any]:
    level = "error" if remark.is_fault else "warning"
    return {"path": remark.path, "line": remark.line or None, "level": level, "text": remark.text}
