"""What waits as a file: a page for a meeting, or a calendar."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import typer

from rationale_cli.cli import document, reporting
from rationale_cli.domain.due.due import Due
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.settings import Settings


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What waits in one folder, with its settings and the present in its zone."""

    found: tuple[Due, ...]
    settings: Settings
    now: Instant


def narrowed(within: str, case: str, owner: str) -> tuple[str, ...]:
    """Say to what a page was narrowed, a sentence each."""
    said = (
        f"Overdue, due within {within}, or without a date." if within else "",
        f"Only of {case}." if case else "",
        f"Only what is for {owner} to do." if owner else "",
    )
    return tuple(one for one in said if one)


def write(
    kind: str,
    found: Sequence[Due],
    looked: Sequence[Looked],
    *,
    faults: Mapping[str, str],
    narrowed: Sequence[str],
    output: str,
) -> None:
    """Write a page or a calendar where it is wanted, and say on standard output which file it is.

    Args:
        kind: ``html`` or ``ics``.
        found: What waits, the most urgent first.
        looked: The folders that were looked into.
        faults: Why others could not be read.
        narrowed: To what it was narrowed, a sentence each.
        output: The file that was named; ``-`` is standard output; empty: named by the day.

    Raises:
        UnwritableDocumentError: If it cannot be written; a file that stood there is unchanged.
    """
    if not looked:
        return
    now = looked[0].now
    text = _calendar(found, looked) if kind == "ics" else _page(found, looked, faults, narrowed)
    if output == "-":
        typer.echo(text, nl=False)
        return
    path = Path(output or f"due-{now.day.isoformat()}.{kind}")
    document.write(path, text)
    if kind == "html":
        reporting.say("Read it before you share it: it holds words of the records.")
    typer.echo(path)


def _page(
    found: Sequence[Due],
    looked: Sequence[Looked],
    faults: Mapping[str, str],
    narrowed: Sequence[str],
) -> str:
    from rationale_cli.codec import shipped
    from rationale_cli.domain.due.page import page
    from rationale_cli.render.html import rendered

    markings = dict.fromkeys(one.settings.marking for one in looked if one.settings.marking)
    return rendered(
        "due.html.j2",
        page(
            found,
            words=shipped.words(),
            now=looked[0].now,
            narrowed=narrowed,
            marking=" · ".join(markings),
            faults=faults,
        ),
    )


def _calendar(found: Sequence[Due], looked: Sequence[Looked]) -> str:
    from rationale_cli.codec import shipped
    from rationale_cli.domain.due.agenda import agenda
    from rationale_cli.render.ics import calendar

    expected = (one.settings for one in looked)
    roles = {
        *(party.role for party in shipped.roles()),
        *(
            each.partition("@")[0]
            for one in expected
            for each in (
                *one.expected,
                *(who for some in one.expected_by_set.values() for who in some),
            )
        ),
    }
    undated = sum(one.when is None for one in found)
    if undated:
        reporting.say(f"Not in the calendar, for no date was set: {undated}.")
    return calendar(agenda(found, shipped.words(), roles))
