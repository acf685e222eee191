"""``rationale diff``."""

from typing import Annotated

import typer

from rationale_cli.cli import console, looking_back, own_templates
from rationale_cli.cli.audience import AudienceOfDocument
from rationale_cli.cli.own_templates import Shipped
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened
from rationale_cli.cli.since import OneWayError, read_by
from rationale_cli.domain.audience import CORE_TEAM

app = typer.Typer(rich_markup_mode=None)


@app.command()
def diff(
    context: typer.Context,
    record_id: RecordId,
    between: Annotated[
        str,
        typer.Argument(
            metavar="[A..B]",
            help="As 1..6, 4@a1b2c3d..latest, 2026-03-26..; A alone goes up to the latest; "
            "..B is what B itself changed. Else what the latest changed",
            show_default=False,
        ),
    ] = "",
    since_read: Annotated[
        str,
        typer.Option(
            "--since-read",
            metavar="ROLE@AGENCY",
            help="Since the revision that they read last, instead of A..B",
        ),
    ] = "",
    stat: Annotated[bool, typer.Option("--stat", help="Only how much, a line a section")] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="html|md", help="Write a document instead")
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where a document goes; '-' is standard output. Else named by id",
        ),
    ] = "",
    audience: AudienceOfDocument = "",
    as_of: looking_back.AsOf = "",
    decided: looking_back.Decided = False,
    shipped: Shipped = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Leave with 1 if anything differs")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show what changed between two revisions, in words."""
    from rationale_cli.cli import changed, document, present
    from rationale_cli.services import comparing, reading, telling, viewing

    _demand_one_way(json=json, stat=stat, form=form, output=output)
    if between and since_read:
        raise OneWayError("A..B", "--since-read")
    chosen = document.form(form, output) if form or output else None
    # What leaves the folder as a document is for somebody: the team, if nobody else is named.
    whom = audience or (CORE_TEAM if chosen else "")
    with opened(context, audience=whom) as session:
        found = reading.resolve(session.store, record_id)
        view = session.view(found)
        past = looking_back.seen(session, view.history, as_of, decided=decided)
        between = between or read_by(session, past, since_read)
        comparison = comparing.compare(past.history, between, zone=session.zone)
        missing = viewing.withheld(view, session.settings)
        took = comparing.took(
            session.store,
            comparison,
            past,
            session.settings,
            zone=session.zone,
            clearance=session.clearance,
        )
        evolution = comparing.tell(
            comparison,
            past,
            session.settings,
            words=session.words,
            audience=whom or CORE_TEAM,
            withheld=missing,
            took=took,
        )
        above = (*looking_back.lines(past, session.words), *missing, *[""] * bool(missing))
        text = ""
        if chosen:
            own = own_templates.own(session, shipped=shipped)
            text = comparing.render(evolution, chosen, own)
            read = telling.unescaped(text, chosen)
            viewing.demand_clean(read, session.store, view, zone=session.zone)
        told = changed.plain(comparison, session.words, took) if json else None
    if told is not None:
        console.write_json({**looking_back.plain(past), **told})
    elif chosen:
        span = f"changes-{found}-{evolution.start}-{evolution.end}{document.when(past)}"
        document.give(text, output, name=f"{span}.{chosen.value}", whom=whom)
    else:
        shown = present.counts(evolution) if stat else present.changes(evolution)
        console.write((*above, *shown))
    if exit_code and comparison.changes:
        raise typer.Exit(1)


def _demand_one_way(*, json: bool, stat: bool, form: str, output: str) -> None:
    document = "--format" if form else "-o" if output else ""
    ways = [name for name in ("--json" * json, "--stat" * stat, document) if name]
    if len(ways) > 1:
        raise OneWayError(*ways[:2])
