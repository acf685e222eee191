"""``--shipped``: whether a document is made with the team's own templates."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rationale_cli.cli.session import Session
    from rationale_cli.services.telling import Making

Shipped = Annotated[
    bool,
    typer.Option("--shipped", help="With the shipped templates, not the team's own"),
]


def chosen(making: "Making", session: "Session", *, shipped: bool) -> "Making":
    """Give how a briefing is made, and with which templates.

    Raises:
        RationaleError: As `services.templates.own` says.
    """
    from msgspec.structs import replace

    return replace(making, own=own(session, shipped=shipped))


def own(session: "Session", *, shipped: bool) -> dict[str, str]:
    """Give the team's own templates as they are committed, unless the shipped ones are wanted.

    Raises:
        RationaleError: As `services.templates.own` says.
    """
    if shipped:
        return {}
    from rationale_cli.services import templates

    return templates.own(session.store)
