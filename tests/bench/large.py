"""A folder as large as one may grow: ten thousand records in a hundred thousand commits."""

import random
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from msgspec.structs import replace

from bench import stores
from bench.measure import Compared, in_turns
from cases import revisions
from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import shipped
from rationale_cli.domain import ids
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.keeping import Change
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.telling.sentences import tell
from rationale_cli.services import beginning, reading, tracing
from rationale_cli.store import commit_graph
from rationale_cli.store.repository import open_store

RECORDS = 10_000
COMMITS = 100_000
REVISIONS = 15
"""Of the one record that is measured; the others share the rest of the commits."""

LOOKING_BACK = 1.5
TIMES = 21

_PLACEHOLDER = "zzzzzz"


def make(path: Path, *, environment: Mapping[str, str]) -> str:
    """Make the folder, in a minute or two, and give the id of the record with `REVISIONS`.

    Revisions of different records follow each other in no order, as those of a team do; the
    folder is the same on every run. No working files are written: nothing here reads them.
    """
    beginning.begin(path, at=stores.BEGUN, environment=environment)
    (measured, *others) = stores.ids_of(RECORDS)
    every = [measured] * REVISIONS + [
        others[number % len(others)] for number in range(COMMITS - REVISIONS)
    ]
    random.Random(2).shuffle(every)  # noqa: S311 - the same folder on every run is wanted here
    importing = subprocess.Popen(
        ("git", "-c", "core.compression=1", "fast-import", "--quiet"),
        cwd=path,
        env=dict(environment),
        stdin=subprocess.PIPE,
    )
    with importing as process:
        assert process.stdin is not None
        process.stdin.writelines(_stream(every))
    assert importing.returncode == 0
    return measured


def _stream(every: list[str]) -> Iterator[bytes]:
    numbers = dict.fromkeys(every, 0)
    for place, record_id in enumerate(every):
        numbers[record_id] += 1
        data = _text(numbers[record_id]).replace(_PLACEHOLDER.encode(), record_id.encode())
        yield stores.commit(record_id, numbers[record_id], data, place)


@cache
def _text(number: int) -> bytes:
    """The text of a revision of this number, about 8 kB; each changes three of its lines."""
    (first, *_) = revisions("alder")
    at = Instant(datetime.fromtimestamp(stores.BEGUN.timestamp() + 60 * number, UTC))
    changed = replace(
        first,
        id=_PLACEHOLDER,
        revision=number,
        kind=Kind.AMEND if number > 1 else Kind.CREATE,
        time=replace(first.time, recorded_at=at),
        reason=replace(first.reason, weight=f"Weighed {number} times."),
        change=Change(because=f"Change {number}.") if number > 1 else Change(),
    )
    return decision_text.encode(changed).encode()


def measured(folder: Path, environment: Mapping[str, str]) -> Iterator[Compared]:
    """Compare what each verb that looks back costs with what git alone would need."""
    path = folder / "large"
    record_id = make(path, environment=environment)
    with open_store(path, environment=environment) as store:
        commit_graph.write(store)
    place = ids.path_of(record_id)
    acts = (
        lambda _: partial(_plainly, path, place, environment),
        lambda _: partial(_history, path, record_id, environment),
        lambda _: partial(_diff, path, record_id, environment),
        lambda _: partial(_origin, path, record_id, environment),
    )
    plain, *ours = in_turns(acts, times=TIMES)
    for verb, seconds in zip(("history", "diff", "origin"), ours, strict=True):
        what = f"{verb} of {REVISIONS} in {COMMITS:,}"
        yield Compared(what, "git log, cat-file", (seconds, plain), LOOKING_BACK)


def _plainly(path: Path, place: str, environment: Mapping[str, str]) -> None:
    """Let git tell the versions of one file, and give their bytes."""

    def run(*command: str, given: bytes = b"") -> bytes:
        return subprocess.run(
            command, cwd=path, env=dict(environment), input=given, check=True, capture_output=True
        ).stdout

    told = run("git", "log", "--raw", "--no-abbrev", "--format=%H", "--", place)
    blobs = [line.split()[3] for line in told.splitlines() if line.startswith(b":")]
    assert len(blobs) == REVISIONS
    run("git", "cat-file", "--batch", given=b"\n".join(blobs) + b"\n")


def _history(path: Path, record_id: str, environment: Mapping[str, str]) -> tuple[Revision, ...]:
    with open_store(path, environment=environment) as store:
        found = reading.history(store, reading.resolve(store, record_id), zone=UTC)
    assert len(found) == REVISIONS
    return found


def _diff(path: Path, record_id: str, environment: Mapping[str, str]) -> None:
    found = _history(path, record_id, environment)
    assert tell(found[0].decision, found[-1].decision, shipped.words())


def _origin(path: Path, record_id: str, environment: Mapping[str, str]) -> None:
    with open_store(path, environment=environment) as store:
        traced = tracing.trace(store, reading.resolve(store, record_id), zone=UTC)
    assert traced.origins
