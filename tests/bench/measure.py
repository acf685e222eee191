"""Two things timed in turns, so that a busy computer is as unkind to one as to the other."""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple

ONCE = "--once" in sys.argv
"""Whether everything is only tried, once and with little, so that nobody finds it broken."""


def few(count: int) -> int:
    """Give a count, or a small one where everything is only tried."""
    return min(count, 3) if ONCE else count


class Compared(NamedTuple):
    """What one thing costs beside another.

    Attributes:
        what: The thing whose cost is bounded.
        beside: The thing that it is measured by.
        seconds: Median of one run of each, in this order.
        bound: The greatest ratio that is allowed.
    """

    what: str
    beside: str
    seconds: tuple[float, float]
    bound: float

    @property
    def ratio(self) -> float:
        """How many times the one costs what the other costs."""
        return self.seconds[0] / self.seconds[1]

    @property
    def is_kept(self) -> bool:
        """Whether the ratio is within its bound."""
        return self.ratio <= self.bound


def in_turns(
    acts: tuple[Callable[[int], Callable[[], object]], ...], *, times: int, warm_up: int = 3
) -> tuple[float, ...]:
    """Do each act in turn, many times over, and give the median of each in seconds.

    Args:
        acts: Each is told the number of the run, gets ready, and gives what is then timed.
        times: How often.
        warm_up: How often before that without counting, to fill caches.
    """
    if ONCE:
        times, warm_up = 1, 0
    taken: list[list[float]] = [[] for _ in acts]
    for number in range(warm_up + times):
        for act, seconds in zip(acts, taken, strict=True):
            ready = act(number)
            began = perf_counter()
            ready()
            seconds.append(perf_counter() - began)
    return tuple(median(seconds[warm_up:]) for seconds in taken)
