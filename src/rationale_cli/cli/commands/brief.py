"""``rationale brief``."""

from collections.abc import Iterator
from typing import Annotated

import typer

from rationale_cli.cli import looking_back, own_templates
from rationale_cli.cli.audience import ForWhom
from rationale_cli.cli.own_templates import Shipped
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened
from rationale_cli.cli.since import told_since
from rationale_cli.domain.audience import CORE_TEAM

app = typer.Typer(rich_markup_mode=None)

FORMATS = "html|pdf|docx|eml|md|txt|json"


@app.command()
def brief(
    context: typer.Context,
    record_id: RecordId,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="File to write; '-' is standard output. Else named by id and audience",
        ),
    ] = "",
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar=FORMATS,
            help="docx is Word, eml an e-mail. Else by the end of the file's name; html",
        ),
    ] = "",
    revision: Annotated[
        str, typer.Option(metavar="REV", help="As 3, latest~1, or a day or time")
    ] = "latest",
    attach: Annotated[
        str,
        typer.Option(metavar="html|pdf|docx|md", help="With eml: what it carries; html"),
    ] = "",
    template: Annotated[
        str,
        typer.Option(metavar="FILE", help="With docx: your letterhead (.docx, .dotx)"),
    ] = "",
    since: Annotated[
        str,
        typer.Option(metavar="REV", help="What changed since this one; else since the one before"),
    ] = "",
    since_read: Annotated[
        str,
        typer.Option(
            "--since-read", metavar="ROLE@AGENCY", help="What changed since they read it last"
        ),
    ] = "",
    length: Annotated[
        str, typer.Option(metavar="page|full", help="Page one alone, or all of it")
    ] = "full",
    audience: ForWhom = CORE_TEAM,
    as_of: looking_back.AsOf = "",
    decided: looking_back.Decided = False,
    shipped: Shipped = False,
) -> None:
    """Write a briefing to hand on: to the team, the family or a court.

    What that audience may not see is left out, by the labels of items and fields.
    """
    from rationale_cli.cli import document, reporting
    from rationale_cli.cli import making as how
    from rationale_cli.domain.telling.sheet import is_uncleared
    from rationale_cli.services import audiences, reading, standing, telling, viewing

    chosen = document.form(form, output, briefing=True)
    long = how.length(length)
    making = how.making(chosen, attach=attach, template=template)
    with opened(context, audience=audience or CORE_TEAM) as session:
        found = reading.resolve(session.store, record_id)
        view = session.view(found)
        past = looking_back.seen(session, view.history, as_of, decided=decided, revision=revision)
        since = told_since(session, past, since, since_read)
        words = session.words
        about = standing.about(
            session.store,
            past.revision.decision,
            session.settings,
            now=session.now,
            as_of=past.as_of.limit if past.as_of else None,
            clearance=session.clearance,
        )
        briefing = telling.brief(
            past,
            session.settings,
            harms=session.harms,
            words=words,
            provisions=session.provisions,
            audience=session.audience,
            withheld=viewing.withheld(view, session.settings),
            about=about,
            since=since,
        )
        briefing = telling.with_readers(
            briefing,
            session.store,
            past,
            session.settings,
            words=words,
            clearance=session.clearance,
        )
        briefing = telling.for_audience(briefing, past, session.audience, words)
        briefing = telling.in_length(briefing, long)
        name = document.name(past, audience=session.audience, is_page=long is telling.Length.PAGE)
        making = own_templates.chosen(making, session, shipped=shipped)
        made = telling.render(briefing, chosen, making, name=name)
        read = telling.readable(made, chosen, briefing)
        viewing.demand_clean(read, session.store, view, zone=session.zone)
        meant = audiences.meant(session.settings, session.audience)
    if meant:
        reporting.say(f"No label is known for {session.audience!r}. Did you mean {meant!r}?")
    if is_uncleared(briefing):
        for line in _uncleared(session.audience, past.revision.decision.id):
            reporting.say(line)
    if output != "-":
        has_contact = any(text.strip() for text in session.settings.contacts.values())
        # A copy for learning names nobody to call, whatever the settings say.
        if not has_contact and session.audience != document.LEARNING:
            reporting.say(_NO_CONTACT)
        looking_back.say(past, words)
    document.give(made, output, name=f"{name}.{chosen.value}", whom=session.audience)


_NO_CONTACT = (
    "The page names nobody else to call: add a contact under [contacts] in rationale.toml, and "
    "commit it."
)


def _uncleared(audience: str, record_id: str) -> Iterator[str]:
    is_learning = audience == "learning"
    label = audience if is_learning else "family"
    yield f"Nothing that anybody wrote is cleared for {audience!r} yet, and the copy says so."
    yield (
        f'To clear a part of the record, write sensitivity = "{label}" below it '
        f"with 'rationale amend {record_id} --edit'."
    )
    if not is_learning:  # there somebody has to look at each text
        yield (
            f'To clear all that has no label, write default_label = "{label}" below '
            f"[audience.{audience}] in rationale.toml, and commit it."
        )
