"""What it costs to tell how a record evolved: by the length of its history, and of its prose."""

import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from bench import stores
from bench.measure import ONCE, Compared, few, in_turns
from cases import revisions
from rationale_cli.codec import decision as decision_text
from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.prose import compared
from rationale_cli.domain.reason import Reason

LONG, SHORT = few(500), 2 if ONCE else 5
HISTORY = 2.0
PROSE = 25.0
"""Reading a record of 20 kB takes about a millisecond and a half, and comparing it may take 50."""

LETTERS = 20_000
TIMES = 11


def measured(folder: Path, environment: Mapping[str, str]) -> Iterator[Compared]:
    """Measure both.

    Args:
        folder: Where folders of decisions can be made.
        environment: Of the program and of git.
    """
    (record_id, *_) = {
        stores.evolve(folder / f"of-{count}", _grown(count), environment=environment)
        for count in (LONG, SHORT)
    }
    command = str(Path(sys.executable).with_name("rationale"))

    def telling(count: int) -> Callable[[int], Callable[[], object]]:
        words = (command, "--store", str(folder / f"of-{count}"), "diff", record_id, "1..latest")
        return lambda _: partial(
            subprocess.run, words, env=environment, check=True, capture_output=True
        )

    long, short = in_turns((telling(LONG), telling(SHORT)), times=TIMES)
    yield Compared(f"diff of {LONG} revisions", f"of {SHORT}", (long, short), HISTORY)
    before, after = _prose(rewritten=False), _prose(rewritten=True)
    record = decision_text.encode(replace(revisions("alder")[0], reason=Reason(weight=before)))
    acts = (
        lambda _: partial(compared, before, after),
        lambda _: partial(decision_text.decode, record, name="a record"),
    )
    words, reading = in_turns(acts, times=TIMES)
    what = f"words of {LETTERS // 1000} kB, edited"
    yield Compared(what, "reading them", (words, reading), PROSE)


def _grown(count: int) -> Iterator[Decision]:
    """Give so many revisions of the first case, each with one field put otherwise."""
    decision = revisions("alder")[0]
    yield decision
    for number in range(2, count + 1):
        at = Instant(stores.BEGUN + timedelta(minutes=number))
        decision = replace(
            decision,
            revision=number,
            kind=Kind.AMEND,
            time=replace(decision.time, recorded_at=at),
            reason=replace(decision.reason, weight=f"Weighed {number} times, and it goes on."),
            change=replace(decision.change, because=f"Change {number}."),
        )
        yield decision


def _prose(*, rewritten: bool) -> str:
    """Give sentences of some thousand words; rewritten, every third of them has another word."""
    chance = random.Random(1)  # noqa: S311 - the same text on every run is wanted here
    text, count = "", 0
    while len(text) < LETTERS:
        words = [f"w{chance.randrange(1500)}" for _ in range(chance.randint(6, 18))]
        if rewritten and count % 3 == 0:
            words[len(words) // 2] = "another"
        text, count = f"{text}{' '.join(words).capitalize()}. ", count + 1
    return text
