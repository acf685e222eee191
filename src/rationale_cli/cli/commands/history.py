"""``rationale history``."""

from typing import Annotated, Any

import typer

from rationale_cli.cli import console
from rationale_cli.cli.saying import RecordId
from rationale_cli.cli.session import opened

app = typer.Typer(rich_markup_mode=None)


@app.command()
def history(
    context: typer.Context,
    record_id: RecordId,
    json: Annotated[bool, typer.Option("--json", help="For programs")] = False,
) -> None:
    """Show every revision of a decision."""
    from rationale_cli.cli import present
    from rationale_cli.codec import shipped
    from rationale_cli.services import reading

    with opened(context) as session:
        found = reading.resolve(session.store, record_id)
        versions = reading.versions(session.store, found, zone=session.zone)
    if json:
        console.write_json({"id": found, "revisions": [_plain(one) for one in versions]})
    else:
        console.write(present.history(versions, shipped.words()))


def _plain(version: Any) -> dict[str, Any]:
    from rationale_cli.domain.revision import Unreadable

    if isinstance(version, Unreadable):
        return {
            **dict.fromkeys(_KEYS),
            "commit": version.commit,
            "committed_at": version.committed_at.isoformat(),
            "fault": version.fault,
        }
    decision = version.decision
    decided = decision.time.decided_at
    return {
        "revision": decision.revision,
        "kind": decision.kind,
        "decided_at": str(decided) if decided else None,
        "recorded_at": str(decision.time.recorded_at),
        "clock": decision.time.clock or None,
        "late_reason": decision.time.late_reason or None,
        "by": str(decision.by.recorder) if decision.by.recorder else None,
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
    "clock",
    "late_reason",
    "by",
    "because",
    "commit",
    "committed_at",
    "sha256",
    "fault",
)
"""What is told of every version; of one that cannot be read most of it is null."""
