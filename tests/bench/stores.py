"""A folder with many records, made by one ``git fast-import``."""

import random
import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from cases import revisions
from rationale_cli.codec import decision as decision_text
from rationale_cli.domain import ids
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Instant
from rationale_cli.services import beginning

BEGUN = datetime(2026, 1, 5, 9, tzinfo=UTC)


def make(path: Path, *, records: int, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Make a folder with so many records, a commit each, and give their ids.

    The records are the first revision of case ALDER; ids are the same on every run.
    """
    beginning.begin(path, at=BEGUN, environment=environment)
    found = ids_of(records)
    (first, *_) = revisions("alder")
    stream = b"".join(_first(replace(first, id=one), number) for number, one in enumerate(found))
    _git(path, environment, "fast-import", "--quiet", given=stream)
    _git(path, environment, "reset", "--hard", "--quiet")
    return found


def evolve(path: Path, decisions: Iterable[Decision], *, environment: Mapping[str, str]) -> str:
    """Make a folder with the revisions of one record, a commit each, and give its id."""
    beginning.begin(path, at=BEGUN, environment=environment)
    record_id, stream = "", b""
    for number, decision in enumerate(decisions):
        record_id = decision.id
        data = decision_text.encode(decision).encode()
        stream += commit(record_id, decision.revision, data, number)
    _git(path, environment, "fast-import", "--quiet", given=stream)
    _git(path, environment, "reset", "--hard", "--quiet")
    return record_id


def clone(path: Path, to: Path, *, environment: Mapping[str, str]) -> None:
    """Copy a folder as another computer would."""
    _git(path, environment, "clone", "--quiet", "--no-local", str(path), str(to))


def ids_of(count: int) -> tuple[str, ...]:
    """Give so many ids, the same on every run."""
    chance = random.Random(1)  # noqa: S311 - the same folder on every run is wanted here
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chance.choices(ids.ALPHABET, k=ids.LENGTH))] = None
    return tuple(found)


def commit(record_id: str, revision: int, data: bytes, number: int) -> bytes:
    """Give what ``git fast-import`` makes a commit of one record from, the number-th from 0."""
    message = f"{'amend' if revision > 1 else 'create'} {record_id} r{revision}\n".encode()
    parent = b"from refs/heads/main^0\n" if number == 0 else b""
    at = BEGUN.timestamp() + 60 * (number + 1)
    return b"".join(
        (
            b"commit refs/heads/main\n",
            b"committer Bench <bench@example.invalid> %d +0000\n" % at,
            b"data %d\n%s\n" % (len(message), message),
            parent,
            b"M 100644 inline %s\n" % ids.path_of(record_id).encode(),
            b"data %d\n%s\n" % (len(data), data),
        )
    )


def _first(decision: Decision, number: int) -> bytes:
    at = Instant(datetime.fromtimestamp(BEGUN.timestamp() + 60 * (number + 1), UTC))
    time = replace(decision.time, recorded_at=at)
    data = decision_text.encode(replace(decision, time=time)).encode()
    return commit(decision.id, 1, data, number)


def _git(path: Path, environment: Mapping[str, str], *arguments: str, given: bytes = b"") -> None:
    subprocess.run(["git", *arguments], cwd=path, env=dict(environment), input=given, check=True)
