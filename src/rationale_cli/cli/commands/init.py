"""``rationale init``."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from rationale_cli.cli import prompt, reporting

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
) -> None:
    """Make a folder for decisions."""
    from rationale_cli.services import beginning, question_sets
    from rationale_cli.services.terms import party

    path = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link
    question_sets.question_set(None, question_set)
    if by:
        party(by)
    place = beginning.look(path, environment=os.environ)
    identity = None
    if not bare_minimum and place in beginning.FREE:
        prompt.demand_somebody("Add --bare-minimum to make the folder without questions.")
        question_set, by, identity = _asked(path, place, question_set, by)
    saved = beginning.begin(
        path,
        at=_now(context),
        environment=os.environ,
        question_set=question_set,
        signed=identity,
        role=by,
    )
    for warning in saved.warnings:
        reporting.say(f"warning: {warning}")
    reporting.say(f"Made the folder {path}.")
    if bare_minimum:
        reporting.say(FIRST_OF_ALL)
    reporting.say(f"Settings: {path / 'rationale.toml'}. Begin with 'rationale new' in there.")


def _asked(
    path: Path, place: Any, question_set: str, by: str
) -> tuple[str, str, tuple[str, str] | None]:
    from rationale_cli.services import beginning, question_sets
    from rationale_cli.services.terms import party

    reporting.say(FIRST_OF_ALL)
    reporting.say(f"There is {place.value} at {path}.")
    if not prompt.agree("Make a folder for decisions there"):
        reporting.say("Nothing was made.")
        raise typer.Exit(1)
    names = ", ".join(listed.name for listed in question_sets.names(None))
    reporting.say(f"Question sets: {names}.")
    name = prompt.ask("Which is asked, unless you say otherwise", question_set)
    question_sets.question_set(None, name)
    role = by or prompt.ask(
        "Your role and agency, such as lead social worker@children's social care (Enter: later)"
    )
    identity = None if beginning.has_identity(os.environ) else _identity()
    return name, f"{party(role).role}@{party(role).agency}" if role else "", identity


def _identity() -> tuple[str, str]:
    reporting.say("Git puts a name and an address on each save; those of a role will do.")
    return prompt.ask("Name", "rationale recorder"), prompt.ask(
        "Address", "recorder@example.invalid"
    )


def _now(context: Any) -> Any:
    from zoneinfo import ZoneInfo

    from rationale_cli.cli import times
    from rationale_cli.domain.settings import Settings

    zone = ZoneInfo(Settings().timezone)
    given = context.find_root().obj.now
    return times.typed(given, option="--now", zone=zone) if given else times.now(zone)
