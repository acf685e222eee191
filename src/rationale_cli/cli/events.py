"""A line of time for programs: as plain values, and as the cells of a row."""

from typing import Any

from rationale_cli.domain.timeline.assessing import Series
from rationale_cli.domain.timeline.event import Event
from rationale_cli.domain.timeline.timeline import Timeline, Told


def plain(line: Timeline) -> dict[str, Any]:
    """Give a line of time as plain values."""
    return {
        "zone": line.zone,
        "until": str(line.until),
        "records": [_record(one) for one in line.records],
        "events": [_event(one) for one in line.events],
    }


def cells(event: Event) -> tuple[str, ...]:
    """Give an event as a row."""
    notes = (
        event.late,
        "learned later" if event.is_hindsight else "",
        "ahead" if event.is_ahead else "",
    )
    return (
        str(event.at),
        event.kind.value,
        event.record,
        f"r{event.revision}",
        event.by or "-",
        event.words,
        " / ".join(event.detail) or "-",
        "; ".join(note for note in notes if note) or "-",
    )


def _event(event: Event) -> dict[str, Any]:
    return {
        "at": str(event.at),
        "kind": event.kind,
        "words": event.words,
        "detail": list(event.detail),
        "record": event.record,
        "revision": event.revision,
        "revision_kind": event.revision_kind,
        "by": event.by or None,
        "path": event.path or None,
        "late": event.late or None,
        "learned_later": event.is_hindsight,
        "ahead": event.is_ahead,
    }


def _record(record: Told) -> dict[str, Any]:
    return {
        "id": record.id,
        "revision": record.revision,
        "title": record.title,
        "case": record.case,
        "status": record.status,
        "mode": record.mode,
        "revisions": [
            {"revision": one.number, "kind": one.kind, "at": str(one.at)}
            for one in record.revisions
        ],
        "risks": [_series(one) for one in record.series],
        "days": [
            {
                "path": one.path,
                "from": _said(one.start),
                "to": _said(one.end),
                "revision": one.revision,
                "changed_in": one.moved_in,
                "changed_at": _said(one.moved_at),
            }
            for one in record.planned
        ],
        "not_reassessed": [
            {"risks": list(one.risks), "since": str(one.since), "changes": list(one.changes)}
            for one in record.unlooked
        ],
        "never_looked_at": list(record.unnamed),
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "risk": series.risk,
        "harm": series.harm,
        "since": str(series.since),
        "points": [
            {
                "at": str(point.at),
                "revision": point.revision,
                "status": point.status,
                "likelihood": point.likelihood,
                "impact": point.impact,
                "evidence": point.confidence,
            }
            for point in series.points
        ],
    }


def _said(moment: Any) -> str | None:
    return str(moment) if moment is not None else None
