"""What it costs to tell how a decision evolved: a long history beside a short one, and prose."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, timedelta
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from random import Random

from bench import stores
from bench.measure import Compared, in_turns
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.part import Party
from rationale_cli.domain.prose import compared
from rationale_cli.services import reading, recording
from rationale_cli.services.terms import Terms
from rationale_cli.store.repository import open_store

LONG, SHORT = 500, 5
"""Revisions of a record whose ends are compared."""

ENDS = 2.0
WORDS = 0.5
"""Of what the standard library takes, which is well above 50 ms for texts of this size."""


def measured(folder: Path, environment: Mapping[str, str]) -> Iterator[Compared]:
    """Measure both, the first as somebody waits for it at a prompt."""
    ends = tuple(_ends(folder / f"of-{count}", environment, count) for count in (LONG, SHORT))
    long, short = in_turns(ends, times=7)
    yield Compared(f"diff of the ends of {LONG}", f"of the ends of {SHORT}", (long, short), ENDS)
    before, after = _texts()
    words = (
        lambda _: partial(compared, before, after),
        lambda _: partial(_by_the_library, before, after),
    )
    ours, librarys = in_turns(words, times=3, warm_up=1)
    yield Compared("words of 20 kB compared", "difflib", (ours, librarys), WORDS)


def _ends(
    folder: Path, environment: Mapping[str, str], count: int
) -> Callable[[int], Callable[[], object]]:
    record_id, *_ = stores.make(folder, records=1, environment=environment)
    with open_store(folder, environment=environment) as store:
        settings = reading.settings(store)
        for number in range(count - 1):
            terms = Terms(
                now=Instant(stores.BEGUN + timedelta(days=30, minutes=number)),
                by=Party(role="lead social worker", agency="children's social care"),
                because=f"Change {number}.",
            )
            history = reading.history(store, record_id, zone=UTC)[-1:]
            answers = {"reason": {"weight": f"Weighed {number} times."}}
            recording.revise(store, history, answers, terms, verb=Kind.AMEND, settings=settings)

    command = (str(Path(sys.executable).with_name("rationale")), "--store", str(folder))
    return lambda _: partial(
        subprocess.run,
        (*command, "diff", record_id, "1..latest"),
        env=environment,
        check=True,
        capture_output=True,
    )


def _texts() -> tuple[str, str]:
    chance = Random(1)  # noqa: S311 - words for a measurement
    words = ["".join(chance.choices("abcdefgh", k=chance.randint(2, 9))) for _ in range(3200)]
    changed = [f"zz{word}" if not place % 9 else word for place, word in enumerate(words)]
    return " ".join(words), " ".join(changed)


def _by_the_library(before: str, after: str) -> object:
    return SequenceMatcher(None, before.split(), after.split(), autojunk=False).get_opcodes()
