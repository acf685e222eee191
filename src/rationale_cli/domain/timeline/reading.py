"""Readings: the table of what each risk was said to be, and from when."""

from collections.abc import Iterator

import msgspec

from rationale_cli.domain.telling.saying import capital, said
from rationale_cli.domain.timeline.assessing import Point
from rationale_cli.domain.timeline.timeline import Timeline
from rationale_cli.domain.words import Words, told


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table: what a risk was said to be from a moment on."""

    harm: str
    when: str
    source: str
    status: str
    likelihood: str
    impact: str
    evidence: str
    is_gap: bool = False


def readings(line: Timeline, words: Words) -> Iterator[Reading]:
    """Give the numbers of every series in the order of time, series after series."""
    for record in line.records:
        for one in record.series:
            name = (
                capital(one.name)
                if len(line.records) == 1
                else f"{capital(one.name)}, {one.record}"
            )
            if one.points[0].at > one.since:
                yield _gap(name, f"from {told(one.since)}", f"r{record.revisions[0].number}", words)
            for point in one.points:
                yield _reading(name, point, words)


def _gap(name: str, when: str, source: str, words: Words) -> Reading:
    return Reading(
        harm=name,
        when=when,
        source=source,
        status=capital(words.value("risk.status", "not-considered")),
        likelihood="–",
        impact="–",
        evidence="–",
        is_gap=True,
    )


def _reading(name: str, point: Point, words: Words) -> Reading:
    when, source = f"from {told(point.at)}", f"r{point.revision}"
    if point.is_gap:
        gap = _gap(name, when, source, words)
        return gap if point.status else msgspec.structs.replace(gap, status="Taken out")
    unsaid = "not in this copy" if point.is_partial else "not said"
    return Reading(
        harm=name,
        when=when,
        source=source,
        status=capital(said("risk.status", point.status, words)),
        likelihood=said("risk.likelihood", point.likelihood, words) or unsaid,
        impact=said("risk.impact", point.impact, words) or unsaid,
        evidence=said("risk.confidence", point.confidence, words) or unsaid,
    )
