"""``make bench``: what the program costs beside the least that it could cost, in one run.

``make bench-large`` measures in a folder of 10,000 records and 100,000 commits instead; with
``--once`` everything is tried and no bound counts.
"""

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.pop(0)  # this folder, in which "bench" would be this file
sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import documents, evolution, large, pages, stores
from bench.measure import ONCE, Compared, few, in_turns
from bench.screen import until_shown
from rationale_cli.cli.start import SELDOM
from rationale_cli.codec import shipped
from rationale_cli.domain import ids
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.part import Party
from rationale_cli.services import beginning, reading, recording, suggesting, waiting
from rationale_cli.services.terms import Terms
from rationale_cli.store.repository import Store, open_store

START_UP = 1.5
SAVE = 3.0
SUGGESTIONS = 1.5
WAITING = 1.5
TIMES = 21
FEWER_TIMES = 5
RECORDS = few(1_000)
HINT = b"Enter: new line"
"""Stands below the first question once it can be answered."""

BARE = """\
#!{python}
import sys

import typer

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def hello() -> None:
    typer.echo("hello")


if __name__ == "__main__":
    sys.exit(app())
"""


def main() -> int:
    """Measure, print a table, and give 1 if a bound is missed."""
    gc.set_threshold(SELDOM)  # as the program itself runs
    with TemporaryDirectory(prefix="rationale-bench-") as folder:
        environment = _environment(Path(folder))
        measures = (
            (large.measured,)
            if "--large" in sys.argv
            else (_starts, _filled, evolution.measured, documents.measured, pages.measured)
        )
        found = tuple(one for each in measures for one in each(Path(folder), environment))
    sys.stdout.writelines(_told(found))
    return int(not ONCE and not all(one.is_kept for one in found))


def _told(found: tuple[Compared, ...]) -> Iterator[str]:
    yield f"{'what':<30}{'beside':<20}{'ms':>7}{'ms':>7}{'ratio':>7}{'bound':>7}\n"
    for one in found:
        took, other = (f"{1000 * seconds:.1f}" for seconds in one.seconds)
        ratios = f"{one.ratio:>7.2f}{one.bound:>7.1f}"
        told = "kept" if one.is_kept else "missed"
        yield f"{one.what:<30}{one.beside:<20}{took:>7}{other:>7}{ratios}  {told}\n"


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of the developer's git; bytecode is written and used, as after an install."""
    home = folder / "home"
    home.mkdir()
    identity = "[user]\n\tname = Bench\n\temail = bench@example.invalid\n"
    (home / ".gitconfig").write_text(identity, encoding="utf-8")
    return {"HOME": str(home), "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1"}


def _starts(folder: Path, environment: Mapping[str, str]) -> Iterator[Compared]:
    bare = folder / "bare"
    bare.write_text(BARE.format(python=sys.executable), encoding="utf-8")
    bare.chmod(0o755)
    empty = folder / "empty"
    beginning.begin(empty, at=stores.BEGUN, environment=environment)
    command = str(Path(sys.executable).with_name("rationale"))

    def run(*arguments: str) -> Callable[[], object]:
        return partial(
            subprocess.run, arguments, cwd=empty, env=environment, check=True, capture_output=True
        )

    needed = (sys.executable, "-c", "import prompt_toolkit, msgspec, typer")
    asking = (command, "--store", str(empty), "new", "--question-set", "care-plan")
    acts = (
        lambda _: run(str(bare)),
        lambda _: run(command, "--version"),
        lambda _: run(command, "list"),
        lambda _: run(*needed),
        lambda _: partial(until_shown, asking, HINT, environment),
    )
    least, version, listed, imports, first = in_turns(acts, times=TIMES)
    beside = "a bare typer app"
    yield Compared("rationale --version", beside, (version, least), START_UP)
    yield Compared("rationale list, no records", beside, (listed, least), START_UP)
    yield Compared("first question on screen", "its three imports", (first, imports), START_UP)


def _filled(folder: Path, environment: Mapping[str, str]) -> Iterator[Compared]:
    path, other = folder / "store", folder / "clone"
    record_id, *_ = stores.make(path, records=RECORDS, environment=environment)
    stores.clone(path, other, environment=environment)
    with open_store(path, environment=environment) as store:
        acts = (_revising(store, record_id), _committing(other, record_id, environment))
        ours, gits = in_turns(acts, times=TIMES)
        yield Compared(f"a save among {RECORDS:,} records", "git commit --only", (ours, gits), SAVE)
        acts = (_suggesting(store), _listing(store))
        ours, least = in_turns(acts, times=FEWER_TIMES, warm_up=1)
        what = f"suggestions of {RECORDS:,} records"
        yield Compared(what, "reading them", (ours, least), SUGGESTIONS)
        acts = (_waiting(store), _listing(store))
        ours, least = in_turns(acts, times=FEWER_TIMES, warm_up=1)
        what = f"what waits in {RECORDS:,} records"
        yield Compared(what, "reading them", (ours, least), WAITING)


def _suggesting(store: Store) -> Callable[[int], Callable[[], object]]:
    return lambda _: partial(suggesting.suggestions, store, UTC)


def _waiting(store: Store) -> Callable[[int], Callable[[], object]]:
    settings, now = reading.settings(store), Instant(stores.BEGUN + timedelta(days=90))
    return lambda _: partial(waiting.waits, store, settings, shipped.words(), now=now)


def _listing(store: Store) -> Callable[[int], Callable[[], object]]:
    return lambda _: partial(reading.listed, store, zone=UTC)


def _revising(store: Store, record_id: str) -> Callable[[int], Callable[[], object]]:
    """Amend one field; the record is read before, as it is while somebody is still typing."""
    settings = reading.settings(store)

    def ready(number: int) -> Callable[[], object]:
        terms = Terms(
            now=Instant(stores.BEGUN + timedelta(days=30, minutes=number)),
            by=Party(role="lead social worker", agency="children's social care"),
            because=f"Change {number}.",
        )
        history = reading.history(store, record_id, zone=UTC)
        answers = {"reason": {"weight": f"Weighed {number} times."}}
        return partial(
            recording.revise, store, history, answers, terms, verb=Kind.AMEND, settings=settings
        )

    return ready


def _committing(
    folder: Path, record_id: str, environment: Mapping[str, str]
) -> Callable[[int], Callable[[], object]]:
    """Commit a change of the same size with git alone, every byte flushed to the disk."""
    name = ids.path_of(record_id)
    flushed = ("-c", "core.fsync=all", "-c", "core.fsyncMethod=fsync")
    commit = ("git", *flushed, "commit", "--quiet", "--message", "amend", "--only", name)

    def ready(number: int) -> Callable[[], object]:
        file = folder / name
        text = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in text if not line.startswith("# ")]
        file.write_text("".join((f"# Change {number}.\n", *kept)), encoding="utf-8")
        return partial(subprocess.run, commit, cwd=folder, env=environment, check=True)

    return ready


if __name__ == "__main__":
    sys.exit(main())
