"""``rationale close``."""

from typing import Any

import typer

from rationale_cli.cli import prompt, reporting, saving, saying
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def close(
    context: typer.Context,
    record_id: saying.RecordId,
    answers: saying.Answers = None,
    because: saying.Because = "",
    by: saying.By = "",
    decided_at: saying.DecidedAt = "",
    late_reason: saying.LateReason = "",
) -> None:
    """Close a decision; nothing of it is hidden."""
    from rationale_cli.services import reading

    with (
        opened(context, mends=True) as session,
        saying.heard(session, answers, of=record_id) as given,
    ):
        found = reading.resolve(session.store, record_id)
        history = reading.history(session.store, found, zone=session.zone)
        if answers is None and not because:
            prompt.demand_somebody("Say why with --because TEXT, or in a file with --answers FILE.")
            because = _asked(history[-1].decision)
        terms = saying.terms(
            session, by=by, because=because, decided_at=decided_at, late_reason=late_reason
        )
        saving.revise(session, history, given, terms, verb="close")


def _asked(decision: Any) -> str:
    """Ask for the reason, and once more before a slip of the finger closes anything."""
    reporting.say(f"{decision.id} r{decision.revision}: {decision.title or '(no title yet)'}")
    because = prompt.ask("Why is it closed (Enter leaves it open)")
    if not because or because.startswith((":", "?")) or not prompt.agree("Close it"):
        reporting.say("Left as it was. Nothing was saved.")
        raise typer.Exit(1)
    return because
