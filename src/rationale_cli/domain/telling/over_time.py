"""Risks over time, as a part of a briefing: what each was said to be, revision by revision."""

from collections.abc import Sequence
from datetime import tzinfo

from msgspec.structs import replace

from rationale_cli.domain.harm import Harm
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.telling.briefing import Briefing, Section
from rationale_cli.domain.telling.plain import Table
from rationale_cli.domain.timeline.reading import Reading, readings
from rationale_cli.domain.timeline.risks import has_moved, risks
from rationale_cli.domain.words import Words

ANCHOR = "risks-over-time"


def with_risks_over_time(
    briefing: Briefing,
    history: Sequence[Revision],
    *,
    harms: Sequence[Harm],
    words: Words,
    zone: tzinfo,
) -> Briefing:
    """Give a briefing that tells right after the risks how each was rated before, if it was.

    Args:
        briefing: Of the decision.
        history: As its audience may see it, each after those that it follows; never empty.
        harms: Every kind that is known.
        words: What harms are called.
        zone: Where a bare day begins.
    """
    line = risks(history, harms=harms, words=words, zone=zone)
    if not has_moved(line):
        return briefing
    # Imported where there is something to draw: a first revision has nothing.
    from rationale_cli.domain.timeline.chart import charts, note

    drawn = charts(line, words, zone)
    part = Section(
        anchor=ANCHOR,
        heading="Risks over time",
        intro="How likely and how bad each harm was thought to be, from one revision to the next. "
        "Where nobody had looked, nothing is rated.",
        charts=drawn,
        chart_note=note(drawn, line) if drawn else "",
        tables=(
            Table(
                caption="What each risk was said to be, and from when. Words come first; the "
                "number after them is the place on a scale from 1 to 5.",
                columns=("Harm", "From", "How it stood", "Likelihood", "Impact", "Evidence"),
                rows=tuple(_row(one) for one in readings(line, words)),
            ),
        ),
    )
    return replace(briefing, sections=(part, *briefing.sections))


def _row(one: Reading) -> tuple[str, ...]:
    rated = (_UNRATED,) * 2 if one.is_gap else (one.likelihood, one.impact)
    evidence = "not said" if one.is_gap else one.evidence
    when = f"{one.when.removeprefix('from ')} ({one.source})"
    return (one.harm, when, one.status, *rated, evidence)


_UNRATED = "not rated"
