"""``rationale check``."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from rationale_cli.cli import console, reporting, saying
from rationale_cli.cli.audience import Audience
from rationale_cli.cli.session import Session, opened
from rationale_cli.errors import UsageError

app = typer.Typer(rich_markup_mode=None)


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class NothingToWaiveError(UsageError):
    """Options were given that go together with others."""

    def __init__(self) -> None:
        super().__init__(
            "--waive needs an ID and --because, and these need --waive",
            hint='As in: rationale check k7qf2m --waive RAT025 --because "The court sets the day."',
        )


class WaivedForThemError(UsageError):
    """A rule was to be set aside for this record, and for an audience."""

    def __init__(self) -> None:
        super().__init__(
            "--waive and --audience cannot be used together",
            hint="A rule is set aside for the record, whoever reads it; leave out --audience.",
        )


@app.command()
def check(
    context: typer.Context,
    record_id: Annotated[
        str,
        typer.Argument(metavar="[ID]", help="The record; without it everything in the folder"),
    ] = "",
    revision: Annotated[
        str, typer.Option(metavar="REV", help="As 3, latest~1, or a day or time")
    ] = "latest",
    waive: Annotated[
        str, typer.Option(metavar="RULE", help="Set a rule aside for this record, as RAT025")
    ] = "",
    because: Annotated[str, typer.Option(metavar="TEXT", help="Why the rule is set aside")] = "",
    by: saying.By = "",
    audience: Audience = "",
    rules: Annotated[
        bool, typer.Option("--rules", help="List the rules, and what each of them serves")
    ] = False,
    format_: Annotated[Format, typer.Option("--format", help="How it is written")] = Format.TEXT,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show what is missing, and which harms nobody has looked at."""
    way = Format.JSON if json else format_
    if rules:
        _rules(way)
        return
    if bool(waive) != bool(because) or (waive and not record_id):
        raise NothingToWaiveError
    if waive and audience:
        raise WaivedForThemError
    with opened(context, mends=bool(waive), audience=audience) as session:
        if waive:
            _waive(session, record_id, waive, because=because, by=by)
            return
        if record_id:
            looked, helps = _one(session, record_id, revision)
        else:
            looked, helps = _every(session), ()
        _write(session, looked, way, of_one=bool(record_id))
        clearance = session.clearance
    if not clearance.sees_all:
        reporting.say(_unchecked(clearance))
    if way is Format.TEXT:
        for sentence in helps:
            reporting.say(sentence)
    if any(one.has_errors for one in looked):
        raise typer.Exit(1)


def _every(session: Session) -> Any:
    from rationale_cli.services import looking_over

    return tuple(
        looking_over.look_over(
            session.store,
            session.settings,
            zone=session.zone,
            now=session.now,
            clearance=session.clearance,
        )
    )


def _one(session: Session, record_id: str, revision: str) -> Any:
    """Look over one record; a formulation may help with it, which is said besides."""
    from rationale_cli.domain.revision import select
    from rationale_cli.services import formulation, looking_over, reading

    store, settings, zone = session.store, session.settings, session.zone
    found = reading.resolve(store, record_id)
    if not session.clearance.sees_all:
        # What may help is for those who can call it, and rests on all of the record.
        seen = looking_over.look_as_seen(
            store,
            found,
            settings,
            now=session.now,
            clearance=session.clearance,
            revision=revision,
        )
        return (seen,), ()
    history = reading.history(store, found, zone=zone)
    chosen = select(history, revision, zone=zone)
    text = reading.text(store, chosen)
    decisions = [one.decision for one in history if one.number <= chosen.number]
    concerns = formulation.open_concerns(store, found, zone=zone)
    helps = formulation.hint(decisions, settings, open_concerns=concerns)
    return (looking_over.look(store, chosen.decision, text, settings, now=session.now),), helps


def _unchecked(clearance: Any) -> str:
    """Say in one line what is left out for an audience, whether there is any of it or not."""
    text = f"What is withheld from {clearance.audience!r} was not checked"
    if clearance.tells_silence:
        return f"{text}."
    return f"{text}; nor is it told what nobody has said, which would show what is withheld."


def _write(session: Session, looked: Any, way: Format, *, of_one: bool) -> None:
    from rationale_cli.cli import findings

    if way is Format.JSON:
        plain = [findings.plain(one) for one in looked]
        console.write_json(plain[0] if of_one else {"records": plain})
    elif way is Format.GITHUB:
        harms = session.speech.vocabulary.harms
        console.write(line for one in looked for line in findings.github(one, harms))
    elif of_one:
        console.write(findings.one(looked[0]))
    elif console.is_terminal():
        console.write(findings.many(looked))
    else:
        console.write_tsv(findings.rows(looked))


def _waive(session: Session, record_id: str, rule: str, *, because: str, by: str) -> None:
    from rationale_cli.cli import saving
    from rationale_cli.services import reading, waiving

    found = reading.resolve(session.store, record_id)
    history = reading.history(session.store, found, zone=session.zone)
    terms = saying.with_usual_recorder(session, {}, saying.terms(session, by=by, because=because))
    answers = waiving.answers(
        session.store, history[-1].decision, rule, terms, settings=session.settings
    )
    saving.revise(session, history, answers, terms, verb="amend")


def _rules(way: Format) -> None:
    from rationale_cli.cli import rules

    if way is Format.JSON:
        console.write_json(rules.plain())
    elif console.is_terminal():
        console.write(rules.lines())
    else:
        console.write_tsv(rules.rows())
