"""Lines of time for tests: histories as no store would seal them, laid out in London's time."""

from collections.abc import Sequence
from typing import Any

import msgspec

from cases import LONDON, revisions
from rationale_cli.codec.law import provisions
from rationale_cli.codec.shipped import harms, words
from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.telling.letterhead import Letterhead
from rationale_cli.domain.timeline.chart import charts
from rationale_cli.domain.timeline.composing import compose
from rationale_cli.domain.timeline.drawing import Chart
from rationale_cli.domain.timeline.page import Page, page
from rationale_cli.domain.timeline.timeline import Timeline


def make_history(decisions: Sequence[Decision]) -> tuple[Revision, ...]:
    """Give decisions as the revisions of a record; each text has a sum of its own."""
    return tuple(
        Revision(
            decision=one,
            commit=f"{place % 16:x}" * 40,
            committed_at=one.time.recorded_at.at,
            blob="0" * 40,
            sha256=f"{place:064x}",
        )
        for place, one in enumerate(decisions, start=1)
    )


def line_of(*histories: Sequence[Decision], until: Instant | None = None) -> Timeline:
    """Lay the revisions of one record or several on one line of time."""
    return compose(
        [make_history(one) for one in histories],
        harms=harms(),
        words=words(),
        zone=LONDON,
        provisions=provisions(),
        until=until,
    )


def line_of_case(case: str, count: int | None = None) -> Timeline:
    """Lay the first revisions of a worked case on one line of time."""
    return line_of(revisions(case)[:count])


def charts_of(line: Timeline) -> tuple[Chart, ...]:
    """Draw the risks of a line of time."""
    return charts(line, words(), LONDON)


def page_of(line: Timeline, *, marking: str = "OFFICIAL-SENSITIVE") -> Page:
    """Lay a line of time out as a document."""
    letterhead = Letterhead(marking=marking, audience=CORE_TEAM)
    return page(line, letterhead=letterhead, words=words(), zone=LONDON)


def changed(before: Decision, at: Instant, **fields: Any) -> Decision:
    """Give the next revision of a decision, decided and recorded at one moment."""
    times = {
        name: getattr(before.time, name)
        for name in ("effective_from", "effective_to", "next_hearing", "irreversible_at")
    }
    made = {
        "revision": before.revision + 1,
        "time": Times(decided_at=at, recorded_at=at, **times),
        **fields,
    }
    return msgspec.structs.replace(before, **made)
