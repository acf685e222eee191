"""``rationale history``."""

from datetime import timedelta
from typing import Annotated, Any

import typer

from rationale_cli.cli import console
from rationale_cli.cli.audience import Audience
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def history(
    context: typer.Context,
    record_id: RecordId,
    since: Annotated[
        str,
        typer.Option(
            metavar="TIME|REV",
            help="Recorded at or after a time or day, or from a revision on, as r4",
        ),
    ] = "",
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Only of this kind, as reverse; can be given again"),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="ROLE[@AGENCY]",
            help="Only where they recorded, lead or decided; part of the role is enough",
        ),
    ] = "",
    audience: Audience = "",
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show every revision of a decision."""
    from rationale_cli.cli import narrowing, present
    from rationale_cli.codec import shipped
    from rationale_cli.domain.narrowing import narrowed
    from rationale_cli.domain.revision import readable
    from rationale_cli.services import lateness, reading, viewing

    with opened(context, audience=audience) as session:
        found = reading.resolve(session.store, record_id)
        versions = viewing.versions(
            session.store, found, zone=session.zone, clearance=session.clearance
        )
        asked = narrowing.asked(session, versions, since=since, kinds=kind or [], by=by)
        told = narrowed(versions, asked)
        late = lateness.allowed(session.store, (one.decision for one in readable(told)))
    if json:
        rows = [_plain(one, late) for one in told]
        console.write_json({"id": found, "total": len(versions), "revisions": rows})
        return
    console.write(present.history(told, shipped.words(), late, with_roles=bool(by)))
    if len(told) < len(versions):
        console.write(narrowing.left_out(len(told), len(versions)))


def _plain(version: Any, late: dict[str, timedelta]) -> dict[str, Any]:
    from rationale_cli.domain.lateness import passed
    from rationale_cli.domain.revision import Unreadable

    if isinstance(version, Unreadable):
        return {
            **dict.fromkeys(_KEYS),
            "commit": version.commit,
            "committed_at": version.committed_at.isoformat(),
            "fault": version.fault,
        }
    decision = version.decision
    decided, gap = decision.time.decided_at, passed(decision.time)
    allowed = late.get(decision.question_set, timedelta.max)
    return {
        "revision": decision.revision,
        "kind": decision.kind,
        "decided_at": str(decided) if decided else None,
        "recorded_at": str(decision.time.recorded_at),
        "minutes_later": gap // timedelta(minutes=1) if gap is not None else None,
        "is_late": gap > allowed if gap is not None else None,
        "clock": decision.time.clock or None,
        "late_reason": decision.time.late_reason or None,
        "by": str(decision.by.recorder) if decision.by.recorder else None,
        "lead": str(decision.by.lead) if decision.by.lead else None,
        "decision_maker": str(decision.by.decision_maker) if decision.by.decision_maker else None,
        "because": decision.change.because or None,
        "commit": version.commit,
        "committed_at": version.committed_at.isoformat(),
        "sha256": version.sha256,
        "fault": None,
    }


_KEYS = (
    "revision",
    "kind",
    "decided_at",
    "recorded_at",
    "minutes_later",
    "is_late",
    "clock",
    "late_reason",
    "by",
    "lead",
    "decision_maker",
    "because",
    "commit",
    "committed_at",
    "sha256",
    "fault",
)
"""What is told of every version; of one that cannot be read most of it is null."""
