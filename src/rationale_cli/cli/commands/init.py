"""``rationale init``."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from rationale_cli.cli import prompt, reporting
from rationale_cli.errors import RationaleError

app = typer.Typer(rich_markup_mode=None)

FIRST_OF_ALL = "The statutory case record comes first. This folder does not replace it."


@app.command()
def init(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A new or empty folder; else this one")
    ] = Path(),
    bare_minimum: Annotated[
        bool, typer.Option("--bare-minimum", help="Ask nothing and take the shipped settings")
    ] = False,
    question_set: Annotated[
        str, typer.Option(metavar="NAME", help="What 'new' asks unless told otherwise")
    ] = "general",
    by: Annotated[
        str, typer.Option("--by", metavar="ROLE@AGENCY", help="Who usually types here")
    ] = "",
    wire: Annotated[
        bool | None,
        typer.Option(
            "--wire/--no-wire",
            help="Let 'git diff', 'git log -p' and 'git show' tell records in words here; also in "
            "a folder that is there already",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make a folder for decisions."""
    from rationale_cli.services import beginning, question_sets
    from rationale_cli.services.terms import party

    path = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link
    question_sets.question_set(None, question_set)
    recorder = party(by) if by else None
    place = beginning.look(path, environment=os.environ)
    if wire and place is beginning.MADE:
        _wire(path, _now(context))
        return
    signed = None
    if not bare_minimum and place in beginning.FREE:
        prompt.demand_somebody("Add --bare-minimum to make the folder without questions.")
        question_set, recorder, signed = _asked(path, place, question_set, recorder)
        wire = _agreed() if wire is None else wire
    elif recorder and not beginning.has_identity(os.environ):
        signed = beginning.signature(recorder)
    saved = beginning.begin(
        path,
        at=_now(context),
        environment=os.environ,
        question_set=question_set,
        signed=signed,
        recorder=recorder,
    )
    for warning in saved.warnings:
        reporting.say(f"warning: {warning}")
    reporting.say(f"Made the folder {path}.")
    if wire:
        _wire(path, _now(context))
    if bare_minimum:
        reporting.say(FIRST_OF_ALL)
    reporting.say(f"Settings: {path / 'rationale.toml'}. Begin with 'rationale new' in there.")


def _asked(
    path: Path, place: Any, question_set: str, recorder: Any
) -> tuple[str, Any, tuple[str, str] | None]:
    from rationale_cli.services import beginning, question_sets

    reporting.say(FIRST_OF_ALL)
    reporting.say(f"There is {place.value} at {path}.")
    if not prompt.agree("Make a folder for decisions there"):
        reporting.say("Nothing was made.")
        raise typer.Exit(1)
    sets = [question_sets.question_set(None, one.name) for one in question_sets.names(None)]
    for found in sets:
        if not found.module:
            reporting.say(f"  {found.name}  {found.title}. {found.purpose}")
    name = _until(
        lambda: prompt.ask("Which questions are usually asked", question_set),
        lambda text: question_sets.question_set(None, text).name,
    )
    recorder = recorder or _until(_role, _party)
    if beginning.has_identity(os.environ):
        return name, recorder, None
    return name, recorder, _identity(recorder)


def _agreed() -> bool:
    reporting.say(
        "In this copy git can start rationale, to tell records in words in 'git diff', "
        "'git log -p' and 'git show'. Copies elsewhere decide anew."
    )
    return prompt.agree("Let git do that")


def _wire(path: Path, at: Any) -> None:
    from rationale_cli.cli.script import program
    from rationale_cli.services import wiring
    from rationale_cli.store.repository import open_store

    with open_store(path, environment=os.environ) as store:
        saved = wiring.wire(store, program(os.environ), at=at)
    for warning in saved.warnings if saved else ():
        reporting.say(f"warning: {warning}")
    if saved:
        reporting.say("Committed what tells git which files are records.")
    reporting.say("Git tells records in words here: try 'git log -p' in the folder.")


def _role() -> str:
    reporting.say("Saves say who recorded them: as lead social worker@children's social care.")
    return prompt.ask("Your role and agency (Enter: later)")


def _party(text: str) -> Any:
    from rationale_cli.services.terms import party

    return party(text, option="that") if text else None


def _until(ask: Callable[[], str], taken: Callable[[str], Any]) -> Any:
    """Ask until the answer can be taken; a slip of the finger ends nothing."""
    while True:
        try:
            return taken(ask())
        except RationaleError as error:
            reporting.tell(error)


def _identity(recorder: Any) -> tuple[str, str]:
    from rationale_cli.services import beginning

    name, address = beginning.signature(recorder)
    reporting.say("Git puts a name and an address on each save; those of a role will do.")
    return prompt.ask("Name", name), prompt.ask("Address", address)


def _now(context: Any) -> Any:
    from zoneinfo import ZoneInfo

    from rationale_cli.cli import times
    from rationale_cli.domain.settings import Settings

    zone = ZoneInfo(Settings().timezone)
    given = context.find_root().obj.now
    return times.typed(given, option="--now", zone=zone) if given else times.now(zone)
