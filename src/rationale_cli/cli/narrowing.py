"""Which revisions of a history are asked for, as typed."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from rationale_cli.cli import times
from rationale_cli.cli.session import Session
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.narrowing import Narrowing
from rationale_cli.domain.revision import Revision, Unreadable, readable, select
from rationale_cli.domain.telling.saying import capital, counted
from rationale_cli.errors import UsageError

_REVISION = re.compile(r"r?\d{1,6}(?:@[0-9a-f]+)?|latest(?:~\d+)?", re.IGNORECASE)


class UnknownKindError(UsageError):
    """No revision is of this kind."""

    def __init__(self, text: str) -> None:
        known = [kind.value for kind in Kind]
        close = get_close_matches(text.strip().lower(), known, n=1)
        meant = f"; did you mean {close[0]!r}?" if close else ""
        super().__init__(
            f"there is no kind of revision {text!r}{meant}",
            hint=f"Choose one of: {', '.join(known)}.",
        )


def asked(
    session: Session,
    versions: Sequence[Revision | Unreadable],
    *,
    since: str,
    kinds: Sequence[str],
    by: str,
) -> Narrowing:
    """Give what is asked for.

    Args:
        session: This run of the program.
        versions: The whole history, its last readable.
        since: A revision, a day or a time, as typed; or empty.
        kinds: By their codes, or as they are called on the screen.
        by: A role, or part of one, with or without its agency; or empty.

    Raises:
        UnknownRevisionError: If there is no such revision.
        AmbiguousRevisionError: If two were written with this number.
        UnknownKindError: If there is no such kind.
        MisreadTimeError: If it is no time.
    """
    found = tuple(_kind(one, session) for one in kinds)
    if not since:
        return Narrowing(kinds=found, by=by)
    if _REVISION.fullmatch(since.strip()):
        first = select(readable(versions), since, zone=session.zone)
        return Narrowing(first=first.commit, kinds=found, by=by)
    moment = times.meant(since, option="--since", session=session)
    return Narrowing(since=moment.instant(session.zone), kinds=found, by=by)


def left_out(count: int, every: int) -> Iterator[str]:
    """Say that a history is not all of it."""
    if count:
        yield ""
    all_of_them = counted(every, "revision", "revisions")
    some = capital(counted(count, "", "").strip()) if count else "None"
    yield f"{some} of {all_of_them}."


def _kind(text: str, session: Session) -> Kind:
    typed = text.strip().lower()
    for kind in Kind:
        if typed in (kind.value, session.words.value("kind", kind.value).lower()):
            return kind
    raise UnknownKindError(text)
