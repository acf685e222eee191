"""``rationale approve``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import prompt, reporting, saving, saying
from rationale_cli.cli.session import Session, opened
from rationale_cli.errors import UsageError

app = typer.Typer(rich_markup_mode=None)

_HINT = "Say who and what with --for ROLE@AGENCY --outcome TEXT, or give --answers FILE."


class HalfSaidError(UsageError):
    """A sign-off was begun on the command line and not finished, or said twice."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact, hint=_HINT)


class UnknownWayError(UsageError):
    """Nobody can have heard it like this."""

    def __init__(self, via: str, ways: tuple[str, ...]) -> None:
        super().__init__(f"--via is {via!r}", hint=f"Write one of {', '.join(ways)}.")


@app.command()
def approve(
    context: typer.Context,
    record_id: saying.RecordId,
    for_: Annotated[
        str, typer.Option("--for", metavar="ROLE@AGENCY", help="Who signs off; a role, not a name")
    ] = "",
    outcome: Annotated[
        str,
        typer.Option(metavar="TEXT", help="As approved, not approved, or approved with conditions"),
    ] = "",
    at: Annotated[
        str, typer.Option("--at", metavar="TIME", help="When they did, if not just now")
    ] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="Conditions, or what they said")] = "",
    via: Annotated[
        str, typer.Option(metavar="WAY", help="How it came: email, phone, meeting, letter or form")
    ] = "",
    answers: saying.Answers = None,
    because: saying.Because = "",
    by: saying.By = "",
) -> None:
    """Record that somebody signed it off, or did not."""
    from rationale_cli.services import approving, reading

    if answers is not None and (for_ or outcome or at or note or via):
        raise HalfSaidError("--answers says all of it; --for and the like cannot be added")
    if bool(for_) != bool(outcome):
        raise HalfSaidError("--for and --outcome belong together")
    if not for_ and (at or note or via):
        raise HalfSaidError("--at, --note and --via need --for and --outcome")
    if via and via not in approving.WAYS:
        raise UnknownWayError(via, approving.WAYS)
    with (
        opened(context, mends=True) as session,
        saying.heard(session, answers, of=record_id) as given,
    ):
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        if answers is None and not for_:
            prompt.demand_somebody(_HINT)
            for_, outcome, note = _asked(history[-1].decision)
        said = _said(session, for_, outcome, at=at, note=note, via=via) if for_ else given
        terms = saying.terms(session, by=by, because=because)
        whole = approving.explained(said, because)
        saving.revise(session, history, whole, terms, verb="approve")


def _said(session: Session, for_: str, outcome: str, *, at: str, note: str, via: str) -> Any:
    from rationale_cli.cli import times
    from rationale_cli.domain.moment import Moment
    from rationale_cli.services import approving
    from rationale_cli.services.terms import party

    when = times.meant(at, option="--at", session=session) if at else Moment(session.now.value)
    who = party(for_, option="--for")
    return approving.approval(who, outcome, when=when, note=note, via=via)


def _asked(decision: Any) -> tuple[str, str, str]:
    """Ask who, what and under which conditions; nothing said saves nothing."""
    reporting.say(f"{decision.id} r{decision.revision}: {decision.title or '(no title yet)'}")
    who = prompt.ask("Who signs it off, as ROLE@AGENCY (Enter leaves it)")
    outcome = who and prompt.ask("What did they decide: approved, not approved, or how else")
    if not who or not outcome:
        reporting.say("Left as it was. Nothing was saved.")
        raise typer.Exit(1)
    return who, outcome, prompt.ask("Conditions, or what they said (Enter for none)")
