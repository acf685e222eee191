"""``--for``, ``--via`` and ``--received``: whose words are entered, how they came, and when."""

from typing import TYPE_CHECKING, Annotated

import typer

from rationale_cli.errors import UsageError

if TYPE_CHECKING:
    from rationale_cli.cli.session import Session
    from rationale_cli.domain.moment import Moment
    from rationale_cli.domain.part import Party
    from rationale_cli.domain.seen import Via as Way
    from rationale_cli.services.terms import Terms

For = Annotated[
    str, typer.Option("--for", metavar="ROLE@AGENCY", help="Whose words; a role, never a name")
]
Via = Annotated[
    str,
    typer.Option("--via", metavar="email|phone|meeting|letter|form", help="How it came or went"),
]
Received = Annotated[
    str, typer.Option("--received", metavar="TIME", help="When it came; 'today' and 'now' do too")
]
Revision = Annotated[
    str, typer.Option("--revision", metavar="REV", help="As 3, latest~1, or a day or time")
]


class UnknownWayError(UsageError):
    """Nothing comes or goes on this way."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is no way that something comes or goes",
            hint="Choose one of: email, phone, meeting, letter, form.",
        )


def who(text: str) -> "Party | None":
    """Read ``--for``; ``None`` if it was left out.

    Raises:
        NoRoleError: If there is no role or no agency.
    """
    from rationale_cli.services.terms import party

    return party(text, option="--for") if text else None


def way(text: str) -> "Way | None":
    """Read ``--via``; ``None`` if it was left out.

    Raises:
        UnknownWayError: If it is none of them.
    """
    from rationale_cli.domain.seen import Via as Way

    if not text:
        return None
    found = text.strip().lower().replace("-", "")
    try:
        return Way({"mail": "email", "telephone": "phone"}.get(found, found))
    except ValueError:
        raise UnknownWayError(text) from None


def moment(text: str, session: "Session") -> "Moment | None":
    """Read ``--received`` as people type times; ``None`` if it was left out.

    Raises:
        MisreadTimeError: If it is no time, or could be several.
    """
    from rationale_cli.cli import times

    return times.meant(text, option="--received", session=session) if text else None


def terms(session: "Session", by: str, because: str = "") -> "Terms":
    """Give when it is recorded and who types: as the command line or git's settings say."""
    from rationale_cli.cli import saying

    found: Terms = saying.terms(
        session, by=by or saying.usual_recorder(session, {}), because=because
    )
    return found
