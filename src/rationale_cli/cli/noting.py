"""A note in one line: what was heard, from whom, when, and what it touches."""

from collections.abc import Iterable, Sequence
from typing import Any

from rationale_cli.cli import saving, times
from rationale_cli.cli.session import Session
from rationale_cli.domain import touched
from rationale_cli.domain.answers import Answers, inherited, next_id, put
from rationale_cli.domain.asking.draft import used
from rationale_cli.domain.form import seed
from rationale_cli.domain.partial import part
from rationale_cli.domain.risk import ControlState
from rationale_cli.errors import UsageError


class UnknownSignError(UsageError):
    """Something was said to have come up, or to have changed, that the record does not hold.

    Attributes:
        lines: What it holds.
    """

    def __init__(self, option: str, given: str, known: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            f"{option} names {given!r}, which this record does not hold",
            hint="Name one of those above by its id."
            if known
            else "This record holds none; leave the option out.",
        )
        self.lines = tuple(f"{one}  {text}" for one, text in known)


class UnknownStateError(UsageError):
    """A control was given with a state that there is not."""

    def __init__(self, given: str) -> None:
        states = ", ".join(ControlState)
        super().__init__(
            f"--control is {given!r}, not ID=STATE",
            hint=f"Write for example M7=failed. The states are {states}.",
        )


def save(
    session: Session, history: Any, terms: Any, *, text: str, source: str, heard_at: str,
    fired: Iterable[str], controls: Iterable[str],
) -> None:  # fmt: skip
    """Save a note that was said on the command line; nothing is asked.

    Args:
        session: This run of the program.
        history: Of the record, oldest first.
        terms: What the command line said besides.
        text: What was heard.
        source: From whom; a role with its agency is told as everywhere.
        heard_at: When; may be empty.
        fired: Ids of warning signs that came up.
        controls: Each ``ID=STATE``.

    Raises:
        UnknownSignError: If the record does not hold one of them.
        UnknownStateError: If a state is none.
    """
    from msgspec import structs

    before = inherited(seed(history[-1].decision))
    at = times.meant(heard_at, option="--heard-at", session=session).value if heard_at else None
    ids = used(history)
    row = {
        "id": next_id("known", ids.get("known", ())),
        "text": text,
        "kind": "reported" if source else None,
        "source": ", ".join(filter(None, (one.strip() for one in source.split("@")))) or None,
        "as_of": at,
    }
    known = {key: value for key, value in row.items() if value is not None}
    after = put(before, "known", [*before.get("known", []), known])
    after = _fired(after, fired, at or session.now.value, ids)
    after = _controlled(after, controls)
    if not terms.because:
        terms = structs.replace(terms, because=f"Heard from {known['source']}." if source else text)
    saving.revise(session, history, part(before, after), terms, verb="note")


def _fired(answers: Answers, fired: Iterable[str], at: Any, ids: Any) -> Answers:
    known = touched.signs(answers)
    for one in fired:
        if one not in [sign for sign, _ in known]:
            raise UnknownSignError("--fired", one, known)
        answers = touched.fire(answers, one, at, used=ids)
    return answers


def _controlled(answers: Answers, controls: Iterable[str]) -> Answers:
    known = touched.controls(answers)
    for one in controls:
        control, _, state = one.partition("=")
        if state not in set(ControlState):
            raise UnknownStateError(one)
        if control not in [each for each, _ in known]:
            raise UnknownSignError("--control", control, known)
        answers = put(answers, f"control.{control}.state", state)
    return answers
