"""``rationale demo``."""

import os
import shlex
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(rich_markup_mode=None)

_SIGNED = ("rationale demonstration", "demonstration@example.invalid")


@app.command()
def demo(
    context: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="A new folder; else a temporary one")
    ] = None,
) -> None:
    """Play a fictional case in a throw-away folder."""
    from datetime import datetime

    from rationale_cli.codec import demo as script
    from rationale_cli.services import beginning

    place = (folder or Path(tempfile.mkdtemp(prefix="rationale-demo-")) / "case").absolute()
    question_set, steps = script.steps()
    _tell("A fictional case, recorded step by step. No real person, no network.")
    _tell(f"$ rationale init {place}")
    beginning.begin(
        place,
        at=datetime.fromisoformat(steps[0].now),
        environment=os.environ,
        question_set=question_set,
        signed=_SIGNED,
    )
    play = Player(context, place)
    record_id = ""
    for step in steps:
        _tell(step.story)
        said = ["--answers", str(step.answers), "--by", step.by]
        kind = ["--kind", step.kind] if step.kind else []
        play.run("--now", step.now, step.verb, *([record_id] if record_id else []), *kind, *said)
        record_id = record_id or _only_record(place)
    page = place.parent / f"briefing-{record_id}.html"
    _tell("What the folder holds, and what is still missing:")
    play.run("list")
    play.run("check", record_id)
    _tell("Every revision, and what changed between the first and the last:")
    play.run("history", record_id)
    play.run("diff", record_id, f"1..{len(steps)}")
    _tell("And the briefing that the team reads:")
    play.run("brief", record_id, "-o", str(page))
    _tell(f"The folder:   {place}")
    _tell(f"The briefing: {page}")
    program = "rationale" if shutil.which("rationale") else os.path.relpath(sys.argv[0])
    _tell(f"Go on there:  {program} --store {place} show {record_id}")
    _tell("Delete both when you have seen enough.")


class Player:
    """Runs commands as a user types them, each shown before its output."""

    def __init__(self, context: Any, place: Path) -> None:
        self._group = context.find_root().command
        self._place = place

    def run(self, *arguments: str) -> None:
        """Run one command on the folder of the demonstration."""
        _tell("$ rationale " + shlex.join(arguments))
        status = self._group.main(
            ["--store", str(self._place), *arguments], "rationale", standalone_mode=False
        )
        # `check` leaves with 1 because it found something, which is what it is shown for.
        if status and "check" not in arguments:
            raise typer.Exit(status)
        typer.echo()


def _only_record(place: Path) -> str:
    from rationale_cli.services import reading
    from rationale_cli.store.repository import open_store

    with open_store(place, environment=os.environ) as store:
        return reading.known_ids(store)[0]


def _tell(line: str) -> None:
    # On standard output like what the commands print, so that both stay in order in a pipe.
    typer.echo(line)
