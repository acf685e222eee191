"""``--as-of`` and ``--decided``: what the verbs that show take to look back, and say of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rationale_cli.cli import reporting
from rationale_cli.errors import UsageError

if TYPE_CHECKING:
    from rationale_cli.cli.session import Session
    from rationale_cli.domain.past import AsOf as Time
    from rationale_cli.domain.past import Past
    from rationale_cli.domain.revision import Revision
    from rationale_cli.services.looking_back import ListedPast

AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="As it was known then: what was recorded later is hidden. A day counts to its end",
    ),
]
Decided = Annotated[
    bool,
    typer.Option("--decided", help="With --as-of: what was decided by then, if recorded later too"),
]


class DecidedAloneError(UsageError):
    """``--decided`` was given without a time."""

    def __init__(self) -> None:
        super().__init__(
            "--decided needs a time", hint="Give it with --as-of, as --as-of '20 Nov 2026 21:30'."
        )


def time(session: "Session", as_of: str, *, decided: bool) -> "Time | None":
    """Give the time that is looked back to; ``None`` if none was given.

    Raises:
        DecidedAloneError: If ``--decided`` stands alone.
        UsageError: If it is no time.
    """
    if not as_of:
        if decided:
            raise DecidedAloneError
        return None
    from rationale_cli.cli import times
    from rationale_cli.domain.past import AsOf, Basis

    moment = times.meant(as_of, option="--as-of", session=session)
    basis = Basis.DECIDED if decided else Basis.RECORDED
    return AsOf(moment=moment, limit=times.end(moment, zone=session.zone), basis=basis)


def seen(
    session: "Session",
    history: "Sequence[Revision]",
    as_of: str,
    *,
    decided: bool,
    revision: str = "latest",
) -> "Past":
    """Give a history as of a time, up to one of its revisions; without a time there is all of it.

    Args:
        session: This run of the program.
        history: Each after those that it follows; never empty.
        as_of: As typed; empty if no time was given.
        decided: Whether it counts when a revision was decided.
        revision: As typed; it must have been there.

    Raises:
        NotThereYetError: If there was nothing yet.
        UnknownRevisionError: If the revision was not there.
        UsageError: As `time` says.
    """
    from rationale_cli.domain.past import past, up_to
    from rationale_cli.domain.revision import select

    found = past(history, time(session, as_of, decided=decided))
    return up_to(found, select(found.history, revision, zone=session.zone))


def lines(past: "Past", words: Any) -> tuple[str, ...]:
    """Give what stands above a view of the past; nothing above the present."""
    from rationale_cli.domain.telling.looking_back import notice

    said = tuple(notice(past, words))
    return (*said, "") if said else ()


def say(past: "Past", words: Any) -> None:
    """Say it on standard error, where what was asked for is a file or the text of one."""
    for line in lines(past, words)[:-1]:
        reporting.say(line)


def plain(past: "Past") -> dict[str, Any]:
    """Give what programs are told of a view of the past; nothing of the present."""
    if past.as_of is None:
        return {}
    return {
        **dated(past.as_of),
        "hidden": past.hidden,
        "late": [
            {
                "revision": one.number,
                "decided_at": str(one.decision.time.decided_at or "") or None,
                "recorded_at": str(one.decision.time.recorded_at),
            }
            for one in past.late
        ],
    }


def listed(session: "Session", as_of: str, *, decided: bool) -> "ListedPast | None":
    """Give the list of decisions as of a time; ``None`` if no time was given.

    Raises:
        UsageError: As `time` says.
    """
    then = time(session, as_of, decided=decided)
    if then is None:
        return None
    from rationale_cli.services import looking_back

    return looking_back.listed(session.store, then, zone=session.zone, clearance=session.clearance)


def say_listed(past: "ListedPast | None", folder: str = "") -> None:
    """Say on standard error that a list is one of the past, and what was written down late.

    Args:
        past: The list; nothing is said of one of the present.
        folder: Which one it is of, where there are several.
    """
    if past is None:
        return
    from rationale_cli.domain.telling.looking_back import headline, hid

    name = f"{folder}: " if folder else ""
    reporting.say(f"{name}{headline(past.as_of)} {hid(past.hidden, 'decision', 'decisions')}")
    if past.late:
        reporting.say(f"Decided by then and written down later: {', '.join(past.late)}.")


def listed_plain(pasts: Sequence["ListedPast"]) -> dict[str, Any]:
    """Give what programs are told of lists of one past; nothing of the present."""
    if not pasts:
        return {}
    hidden = sum(past.hidden for past in pasts)
    late = [one for past in pasts for one in past.late]
    return {**dated(pasts[0].as_of), "hidden": hidden, "late": late}


def dated(as_of: "Time") -> dict[str, Any]:
    """Give the time itself for programs, and by which times revisions count."""
    return {"as_of": str(as_of.moment), "as_of_by": as_of.basis}
