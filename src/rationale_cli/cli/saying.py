"""What the saving verbs take from the command line, and the terms that come of it."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Annotated, Any, TextIO

import typer

from rationale_cli.cli import citing
from rationale_cli.cli.session import Session
from rationale_cli.errors import RationaleError, UsageError

RecordId = Annotated[str, typer.Argument(metavar="ID", help="The record, or the start of its id")]
Answers = Annotated[
    str | None,
    typer.Option(
        "--answers", metavar="FILE", help="Take the answers from a TOML file ('-': standard input)"
    ),
]
Edit = Annotated[
    bool,
    typer.Option("--edit", help="Fill in the whole record as a form, in the editor that git uses"),
]
Because = Annotated[str, typer.Option("--because", metavar="TEXT", help="Why it is changed")]
By = Annotated[
    str, typer.Option("--by", metavar="ROLE@AGENCY", help="Who types; a role, never a name")
]
DecidedAt = Annotated[
    str, typer.Option("--decided-at", metavar="TIME", help="When it was decided, if not just now")
]
LateReason = Annotated[
    str, typer.Option("--late-reason", metavar="TEXT", help="Why it is recorded late")
]
Final = Annotated[
    bool, typer.Option("--final", help="Refuse to save while 'check' finds something missing")
]
Full = Annotated[bool, typer.Option("--full", help="Ask every question, not only the quick ones")]
QuestionSetName = Annotated[
    str,
    typer.Option(
        "--question-set",
        metavar="NAME",
        help="Ask a further set about it, as unthinkable or formulation",
    ),
]
Fresh = Annotated[
    bool,
    typer.Option("--fresh", help="Answer as if it were new, then see old and new side by side"),
]
StandsAs = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar="confirm|reverse",
        help="Say that the decision is confirmed, or reversed",
    ),
]


class NoSuchFileError(UsageError):
    """A file was named that cannot be read."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"cannot read {path!r}: {why.lower()}",
            hint="Name a TOML file in UTF-8, or '-' for standard input.",
        )


class EditOrAnswersError(UsageError):
    """Both a file and an editor were to give the answers."""

    def __init__(self) -> None:
        super().__init__(
            "--edit and --answers cannot be used together",
            hint="--answers takes a file as it is; --edit opens a form in your editor.",
        )


class NothingSaidError(RationaleError):
    """The answers are empty."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name!r} holds no answers", hint="Nothing was saved; 'docs/format.md' shows the keys."
        )


def terms(
    session: Session,
    *,
    by: str = "",
    because: str = "",
    decided_at: str = "",
    late_reason: str = "",
    kind: str = "",
    final: bool = False,
) -> Any:
    """Give the terms of a save, as the command line and git's settings say."""
    from rationale_cli.cli import times
    from rationale_cli.domain.moment import Instant
    from rationale_cli.services.terms import Terms, party

    decided = (
        Instant(times.typed(decided_at, option="--decided-at", zone=session.zone))
        if decided_at
        else None
    )
    return Terms(
        now=session.now,
        clock_given=session.clock_given,
        by=party(by) if by else None,
        because=because,
        kind=_kind(kind),
        decided_at=decided,
        late_reason=late_reason,
        final=final,
    )


def with_usual_recorder(session: Session, answers: dict[str, Any], found: Any) -> Any:
    """Give the terms with who usually types here, if neither they nor the answers say who.

    The usual recorder is what ``git config rationale.role`` says.
    """
    from msgspec import structs

    from rationale_cli.domain.answers import at
    from rationale_cli.services.terms import party

    if found.by is not None or at(answers, "by.recorder") is not None:
        return found
    usual = session.store.config("rationale.role")
    return structs.replace(found, by=party(usual, option="rationale.role")) if usual else found


def usual_recorder(session: Session, said: Mapping[str, Any]) -> str:
    """Give who types as ``role@agency``, if the command line or git's settings say so.

    Args:
        session: This run of the program.
        said: What a draft keeps of the terms.
    """
    return said.get("by") or session.store.config("rationale.role") or ""


@contextmanager
def heard(session: Session, source: str | None, *, of: str = "new") -> Iterator[dict[str, Any]]:
    """Give the answers of a file, or of standard input if it is called ``-``.

    What came on standard input stands nowhere else: if it is not saved in the end, it is kept as
    a draft, and the error says where.

    Args:
        session: This run of the program.
        source: The file; without one the answers are empty.
        of: The record, as typed; the draft is called by it.

    Raises:
        NoSuchFileError: If there is none, or it cannot be read.
        FaultyFileError: Naming every fault with its line and column.
        NothingSaidError: If it says nothing.
    """
    if source is None:
        yield {}
        return
    with text_of(session, source, of=of) as (name, text):
        yield _answers(session, name, text)


@contextmanager
def text_of(session: Session, source: str, *, of: str) -> Iterator[tuple[str, str]]:
    """Give what faults call a file of answers, and its text; ``-`` is standard input.

    Args:
        session: This run of the program.
        source: The file.
        of: The record, as typed; the draft is called by it that keeps what came to nothing.

    Raises:
        NoSuchFileError: If there is none, or it cannot be read.
    """
    data = bytes_of(session, source)
    name = "standard input" if source == "-" else os.path.relpath(source)
    with _Safe(session, of, data if source == "-" else b""):
        yield name, _text(source, data)


def bytes_of(session: Session, source: str) -> bytes:
    """Read a file of the user's as it is; ``-`` is standard input.

    Raises:
        NoSuchFileError: If there is none, or it cannot be read.
    """
    return _typed(session) if source == "-" else _bytes(source)


def demand_one_way(answers: str | None, *, edit: bool) -> None:
    """Make sure that answers come from one place only.

    Raises:
        EditOrAnswersError: If both a file and the editor are to give them.
    """
    if edit and answers is not None:
        raise EditOrAnswersError


def file_text(path: str) -> str:
    """Read a file of the user's.

    Raises:
        NoSuchFileError: If there is none, or it cannot be read as UTF-8.
    """
    return _text(path, _bytes(path))


class _Safe:
    """Keeps bytes as a draft if what is done with them comes to nothing."""

    def __init__(self, session: Session, of: str, data: bytes) -> None:
        self.session = session
        self.of = of
        self.data = data

    def __enter__(self) -> None:
        """Nothing is kept yet: most answers are saved."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is None or not self.data.strip():
            return
        # What stands in the way of keeping them is less of a problem than the error itself.
        with suppress(RationaleError):
            place = self._kept()
            if isinstance(error, RationaleError):
                error.lines = (*error.lines, f"what came on standard input is kept in {place}")

    def _kept(self) -> str:
        import hashlib
        import re

        from rationale_cli.store import drafts

        stem = re.sub(r"[^a-z0-9]", "-", self.of.lower())[:40] or "nothing"
        name = f"{stem}.answers-{hashlib.sha256(self.data).hexdigest()[:8]}"
        drafts.keep(self.session.store, name, self.data)
        return str(self.session.store.git_dir / "rationale" / "drafts" / name)


def _answers(session: Session, name: str, text: str) -> dict[str, Any]:
    from rationale_cli.codec.decision import decode_answers

    found = decode_answers(text, name=name, zone=session.zone)
    if not found:
        raise NothingSaidError(name)
    return citing.cited(session, found)


def _typed(session: Session) -> bytes:
    # Python gives no stream at all where standard input was closed.
    standard: TextIO | None = sys.stdin
    if standard is None:
        raise NoSuchFileError("-", "standard input is closed")
    stream = session.stdin
    try:
        return stream.buffer.read() if hasattr(stream, "buffer") else stream.read().encode()
    except OSError as error:
        raise NoSuchFileError("-", error.strerror or "") from None


def _bytes(path: str) -> bytes:
    from pathlib import Path

    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise NoSuchFileError(path, error.strerror or "") from None


def _text(path: str, data: bytes) -> str:
    """Text with any line ends, and with the mark that some editors put before it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoSuchFileError(path, "not text in UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _kind(text: str) -> Any:
    if not text:
        return None
    from rationale_cli.domain.decision import Kind
    from rationale_cli.services.recording import WrongKindError

    try:
        return Kind(text)
    except ValueError:
        raise WrongKindError(text, "this verb") from None
