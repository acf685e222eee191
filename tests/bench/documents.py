"""What it costs to make briefings, beside the least it could cost and beside another tool."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from bench import stores
from bench.measure import Compared, few, in_turns
from cases import LONDON, revisions
from rationale_cli.codec import shipped
from rationale_cli.codec.law import provisions
from rationale_cli.domain.past import Past
from rationale_cli.services import reading, telling
from rationale_cli.services.histories import histories
from rationale_cli.store.repository import Store, open_store

ONE = 2.5
MANY = 1.0
RECORDS = few(1_000)
TIMES = 11
FEWER_TIMES = 3

BARE = """\
import sys

import jinja2
import typer

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def hello() -> None:
    typer.echo(jinja2.Environment)


sys.exit(app())
"""

ADR = """\
# {number}. Use one database

Date: 14 April 2026

## Status

{status}

## Context

{text}

## Decision

{text}

## Consequences

{text}
"""
"""A record of the kind that the other tool reads: 1.5 kB."""

TEXT = (
    "We looked at what each choice costs, who keeps it up, and what we could not undo later. " * 5
)


def measured(folder: Path, environment: Mapping[str, str]) -> Iterator[Compared]:
    """Measure one briefing in a process of its own, and a thousand in one process."""
    yield _one(folder, environment)
    yield _many(folder, environment)


def _one(folder: Path, environment: Mapping[str, str]) -> Compared:
    path, bare = folder / "six", folder / "bare-page.py"
    record_id = stores.evolve(path, revisions("alder")[:6], environment=environment)
    bare.write_text(BARE, encoding="utf-8")
    command = str(Path(sys.executable).with_name("rationale"))

    def run(*arguments: str) -> Callable[[], object]:
        return partial(subprocess.run, arguments, env=environment, check=True, capture_output=True)

    ours = (command, "--store", str(path), "brief", record_id, "-o", str(folder / "six.html"))
    acts = (lambda _: run(*ours), lambda _: run(sys.executable, str(bare)))
    brief, least = in_turns(acts, times=TIMES)
    return Compared("a briefing of 6 revisions", "typer and Jinja", (brief, least), ONE)


def _many(folder: Path, environment: Mapping[str, str]) -> Compared:
    """Read, tell and write; told is the time for each megabyte of page."""
    path, pages, adrs = folder / "many", folder / "pages", folder / "adrs"
    stores.make(path, records=RECORDS, environment=environment)
    pages.mkdir()
    adrs.mkdir()
    for number in range(1, RECORDS + 1):
        text = ADR.format(number=number, status="Accepted", text=TEXT)
        (adrs / f"{number:04}-one.md").write_text(text, encoding="utf-8")
    with open_store(path, environment=environment) as store:
        acts = (
            lambda _: partial(_told, store, pages),
            lambda _: partial(_viewed, adrs, folder / "adrs.html"),
        )
        ours, theirs = in_turns(acts, times=FEWER_TIMES, warm_up=1)
    made = sum(one.stat().st_size for one in pages.iterdir()) / 1e6
    viewed = (folder / "adrs.html").stat().st_size / 1e6
    what = f"{RECORDS:,} briefings, 1 MB of it"
    return Compared(what, "adr-viewer, 1 MB", (ours / made, theirs / viewed), MANY)


def _told(store: Store, folder: Path) -> None:
    settings, words, harms = reading.settings(store), shipped.words(), shipped.harms()
    for each, history in histories(store, zone=LONDON):
        briefing = telling.brief(
            Past(history=history),
            settings,
            harms=harms,
            words=words,
            provisions=provisions(),
        )
        made: Any = telling.render(briefing, telling.Format.HTML)
        text = made if isinstance(made, bytes) else made.encode()
        (folder / f"{each}.html").write_bytes(text)


def _viewed(folder: Path, to: Path) -> None:
    from adr_viewer.parse import parse_adr_files  # type: ignore[import-untyped]
    from adr_viewer.render import generate_content  # type: ignore[import-untyped]

    to.write_text(generate_content(parse_adr_files(f"{folder}/*.md")), encoding="utf-8")
