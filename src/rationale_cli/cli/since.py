"""Since when changes are told: a revision that is named, or the one that somebody read last."""

from typing import Any

from rationale_cli.errors import UsageError


class OneWayError(UsageError):
    """The same changes were to be shown in two ways at once."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second} cannot be used together", hint="Choose one.")


def read_by(session: Any, past: Any, who: str) -> str:
    """Give what is compared for somebody: from what they read last to what now stands.

    Args:
        session: This run of the program.
        past: What is looked at.
        who: As ``ROLE@AGENCY``; empty for nobody.

    Raises:
        NeverReadError: If they are not known to have read any revision.
    """
    if not who:
        return ""
    from rationale_cli.services import understanding
    from rationale_cli.services.terms import party

    reader = party(who, option="--since-read")
    number = understanding.last_read(session.store, past, reader, clearance=session.clearance)
    return f"{number}..latest"


def told_since(session: Any, past: Any, since: str, since_read: str) -> str:
    """Give the revision from which a briefing tells changes; empty for the one before.

    Raises:
        OneWayError: If both were given.
        NeverReadError: As `read_by` says.
    """
    if since and since_read:
        raise OneWayError("--since", "--since-read")
    return since or read_by(session, past, since_read).removesuffix("..latest")
