"""The ladder of a concern: its steps, who acts in each, and how long each may take."""

from collections.abc import Iterator
from datetime import UTC, date, timedelta, tzinfo

import msgspec

from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.concern import Urgency
from rationale_cli.domain.fault import Fault, Path
from rationale_cli.domain.moment import Moment

FORMAT = 1
"""The newest format of a ladder that this program reads."""


class Allowance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long a step may take: working days, or hours that go on overnight and on free days."""

    days: int = 0
    hours: int = 0

    def due(self, opened: Moment, calendar: Calendar, zone: tzinfo) -> Moment:
        """Give when a step is due that was opened then.

        Days count from the day on which it was opened. Hours count from the time; from a bare
        day they cannot be counted, and the step is due on that day.
        """
        if not self.hours:
            return Moment(calendar.after(day_in(opened, zone), self.days))
        if opened.at is None:
            return opened
        return Moment((opened.at.astimezone(UTC) + timedelta(hours=self.hours)).astimezone(zone))

    def __str__(self) -> str:
        if self.hours:
            return f"{self.hours} hour{'' if self.hours == 1 else 's'}"
        if self.days:
            return f"{self.days} working day{'' if self.days == 1 else 's'}"
        return "at once"


class Rung(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step of a ladder.

    Attributes:
        n: Its number; 0 is the safety check, which takes no time.
        name: As ``Practitioner to practitioner``.
        who: Who acts.
        what: What happens.
        standard: How long it may take.
        urgent: How long it may take on the urgent clock.
        record: What must be recorded of it.
    """

    n: int
    name: str
    who: str = ""
    what: str = ""
    standard: Allowance = Allowance()
    urgent: Allowance = Allowance()
    record: tuple[str, ...] = ()

    def allowance(self, urgency: Urgency) -> Allowance:
        """Give how long the step may take on one of the clocks."""
        return self.urgent if urgency is Urgency.URGENT else self.standard


class Ladder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The steps that a concern goes through.

    Attributes:
        notice: Whose ladder it is, and whose it is not; shown with every concern.
        link: Where the partnership has published it.
        rungs: The steps, by number.
        routes: Ways that can be taken beside it, and that are no steps of it.
    """

    format: int
    name: str
    title: str = ""
    notice: str = ""
    link: str = ""
    rungs: tuple[Rung, ...] = msgspec.field(name="stage", default=())
    routes: tuple[str, ...] = ()

    def rung(self, n: int) -> Rung | None:
        """Give the step of that number, or ``None``."""
        return next((one for one in self.rungs if one.n == n), None)

    def from_(self, n: int) -> tuple[Rung, ...]:
        """Give the step of that number and all above it."""
        return tuple(one for one in self.rungs if one.n >= max(n, 1))

    @property
    def last(self) -> int:
        """The number of the last step."""
        return max((one.n for one in self.rungs), default=0)


def day_in(moment: Moment, zone: tzinfo) -> date:
    """Give the day of a moment as the clocks of a zone show it."""
    return moment.at.astimezone(zone).date() if moment.at else moment.day


def ladder_faults(ladder: Ladder) -> Iterator[Fault]:
    """Find every fault of a ladder whose types hold."""
    steps = [one for one in ladder.rungs if one.n > 0]
    if not steps:
        yield Fault(("stage",), "has no step 1")
    for place, rung in enumerate(ladder.rungs):
        path: Path = ("stage", place)
        wanted = ladder.rungs[0].n + place
        if ladder.rungs[0].n not in {0, 1} or rung.n != wanted:
            expected = wanted if place else "0, the safety check, or 1"
            yield Fault((*path, "n"), f"is {rung.n}, not {expected}: steps stand in their order")
        for key in ("standard", "urgent"):
            yield from _odd_allowance(rung, key, (*path, key))


def _odd_allowance(rung: Rung, key: str, path: Path) -> Iterator[Fault]:
    allowance: Allowance = getattr(rung, key)
    given = sorted((allowance.days, allowance.hours))
    if rung.n == 0 and given != [0, 0]:
        yield Fault(path, "gives time to the safety check, which is made at once")
    if rung.n > 0 and not (given[0] == 0 < given[1]):
        yield Fault(path, "does not say either days or hours, 1 or more")
