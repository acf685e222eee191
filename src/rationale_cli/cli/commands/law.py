"""``rationale law``."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, reporting
from rationale_cli.cli.audience import Audience
from rationale_cli.cli.session import Run, Session, anywhere
from rationale_cli.errors import RationaleError

app = typer.Typer(rich_markup_mode=None)


@app.command()
def law(
    context: typer.Context,
    citation: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID|CITATION]", help="As CA89-38-6, s.38(6) or Re B-S; else all"),
    ] = None,
    as_at: Annotated[
        str, typer.Option(metavar="DATE", help="As the law stood on a day; today if left out")
    ] = "",
    search: Annotated[
        str, typer.Option(metavar="WORDS", help="List only what fits these words")
    ] = "",
    audience: Audience = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Explain a provision in plain words, and say which decisions rest on it."""
    from rationale_cli.services import law as library

    with anywhere(context, audience=audience) as run:
        store = run.store if isinstance(run, Session) else None
        rows = library.provisions(store)
        for error in library.faults(store) if store is not None else ():
            reporting.tell_passed_over(error)
        day = _day(run, as_at)
        typed = " ".join(citation or ())
        if typed:
            _explain(run, typed, rows, day=day, json=json)
            return
    _list(_sought(rows, search) if search else rows, search, day=day, json=json)


def _day(run: Run, as_at: str) -> date:
    """The day on which the law is looked at, typed as in the interview."""
    if not as_at:
        return run.now.day
    from rationale_cli.cli import times

    return times.day(as_at, option="--as-at", run=run)


def _sought(rows: Sequence[Any], words: str) -> tuple[Any, ...]:
    from rationale_cli.domain.gathering import gathered
    from rationale_cli.domain.suggestion import matching

    known = {one.id: one for one in rows}
    found = matching(gathered((), own=tuple(rows)), "law.provision", words)
    return tuple(known[one.insert] for one in found)


def _list(rows: Sequence[Any], search: str, *, day: date, json: bool) -> None:
    from rationale_cli.cli import law_pages

    if json:
        plain = [law_pages.plain(one, day) for one in rows]
        console.write_json({"notice": law_pages.NOTICE, "provisions": plain})
    elif console.is_terminal():
        console.write(law_pages.listed(rows))
    else:
        reporting.say(law_pages.NOTICE)
        console.write_tsv(law_pages.cells(rows))
    if not rows:
        reporting.say(f"Nothing in the library fits {search!r}; 'rationale law' lists all of it.")
        raise typer.Exit(1)


def _explain(run: Run, typed: str, rows: Sequence[Any], *, day: date, json: bool) -> None:
    from rationale_cli.cli import law_pages
    from rationale_cli.domain.citing.citation import Citations

    citations = Citations(rows)
    found = citations.read(typed)
    row = found.one
    if row is None:
        if json:
            console.write_json(law_pages.unknown_plain(found))
        else:
            law_pages.tell_unknown(found)
        raise typer.Exit(1)
    places = tuple(_resting(run, row, citations)) if isinstance(run, Session) else ()
    if json:
        console.write_json(law_pages.explained_plain(found, day, places))
    else:
        words = run.words if isinstance(run, Session) else None
        console.write(law_pages.explained(found, citations.by_id, day, places, words))


def _resting(session: Session, row: Any, citations: Any) -> Iterator[Any]:
    """The places where decisions rest on it, as far as they may be seen in this run."""
    from rationale_cli.services import reading
    from rationale_cli.services.resting import resting

    decisions = reading.readable_decisions(session.store, zone=session.zone)
    if session.clearance.sees_all:
        yield from resting(decisions, row, citations)
        return
    for one in decisions:
        if any(resting([one], row, citations)):
            try:
                seen = session.view(one.id).history[-1].decision
            except RationaleError:
                # There is no copy of it for them, so nothing is told of it.
                continue
            yield from resting([seen], row, citations)
