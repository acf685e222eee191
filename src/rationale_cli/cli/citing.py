"""Law that was cited in answers as people write it: kept by its id, and told."""

from typing import Any

from rationale_cli.cli import reporting
from rationale_cli.cli.session import Session


def cited(session: Session, answers: dict[str, Any]) -> dict[str, Any]:
    """Give the answers with ids for the law that they cite; what became an id is told."""
    if not answers.get("law"):
        return answers
    from rationale_cli.domain.citing.citation import Citations
    from rationale_cli.domain.citing.resolving import resolved

    found, told = resolved(answers, Citations(session.provisions))
    for typed, provision_id in told:
        reporting.say(f"{typed!r} is kept as {session.words.provision(provision_id)}.")
    return found
