"""What waits, on a screen, in a pipe and for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from rationale_cli.domain.due.due import Due, Urgency
from rationale_cli.domain.due.wording import counted, details, how_long
from rationale_cli.domain.words import Words


def told(found: Sequence[Due], words: Words) -> Iterator[str]:
    """Tell how many things wait, then each under how it stands today."""
    yield counted(found)
    for urgency in Urgency:
        rows = [one for one in found if one.urgency is urgency]
        if rows:
            yield ""
            yield words.value("due.urgency", urgency)
        for one in rows:
            yield from _told(one, words)


def _told(one: Due, words: Words) -> Iterator[str]:
    indent = " " * (len(one.record.id) + 4)
    kind = words.value("due.kind", one.waiting.kind)
    long = "" if one.urgency is Urgency.UNDATED else f"{how_long(one)}: "
    yield f"  {one.record.id}  {long}{kind}"
    for line in one.waiting.text.splitlines():
        yield f"{indent}{' '.join(line.split())}"
    yield f"{indent}{' · '.join(details(one, words))}"


def cells(one: Due) -> tuple[str, ...]:
    """Give what waits as cells for programs.

    They are: urgency, by when, how long in words, kind, id, path, whose, case, folder, and what.
    """
    return (
        one.urgency,
        str(one.waiting.when or "-"),
        how_long(one),
        one.waiting.kind,
        one.record.id,
        one.waiting.path or "-",
        one.waiting.owner or "-",
        one.record.case or "-",
        one.record.folder or "-",
        one.waiting.text or "-",
    )


def plain(one: Due) -> dict[str, Any]:
    """Give what waits for programs; times as the record writes them."""
    record, waiting = one.record, one.waiting
    return {
        "kind": waiting.kind,
        "id": record.id,
        "decision": record.decision,
        "revision": record.revision or None,
        "path": waiting.path or None,
        "text": waiting.text,
        "owner": waiting.owner or None,
        "urgency": one.urgency,
        "when": _text(waiting.when),
        "originally": _text(waiting.originally),
        "since": _text(waiting.since),
        "deadline": one.deadline.isoformat() if one.deadline else None,
        "minutes": int(one.gap.total_seconds() // 60) if one.gap is not None else None,
        "days": one.days,
        "working_days_late": one.working_days,
        "case": record.case or None,
        "title": record.title or None,
        "folder": record.folder or None,
    }


def _text(moment: object) -> str | None:
    return str(moment) if moment is not None else None
