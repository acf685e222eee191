"""What the command line says about one save, and how it meets what the answers say."""

from typing import Any

import msgspec

from rationale_cli.domain.answers import Answers, at, is_blank, put
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.part import Party
from rationale_cli.errors import RationaleError, UsageError


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """The circumstances of one save.

    Attributes:
        now: When it is recorded.
        clock_given: Whether *now* was given with ``--now``.
        by: Who types; ``None`` if only the answers can tell.
        because: The reason, or empty.
        kind: ``confirm`` or ``reverse`` where the command line says so.
        decided_at: When it was decided, or ``None``.
        late_reason: Why it is recorded late, or empty.
        final: Whether errors of ``check`` refuse the save.
    """

    now: Instant
    clock_given: bool = False
    by: Party | None = None
    because: str = ""
    kind: Kind | None = None
    decided_at: Instant | None = None
    late_reason: str = ""
    final: bool = False


def kept(terms: Terms) -> dict[str, Any]:
    """Give what a draft keeps of the terms: all that is not said anew at each try to save it."""
    said = {
        "because": terms.because,
        "by": f"{terms.by.role}@{terms.by.agency}" if terms.by else "",
        "kind": terms.kind.value if terms.kind else "",
        "decided_at": terms.decided_at.value if terms.decided_at else None,
        "late_reason": terms.late_reason,
    }
    return {name: value for name, value in said.items() if value}


class TwoAnswersError(UsageError):
    """The command line and the answers say different things."""

    def __init__(self, option: str, path: str) -> None:
        super().__init__(
            f"{option} and {path} of the answers say different things",
            hint=f"Leave out one of them; {option} is not needed when the answers say it.",
        )


class NoReasonError(RationaleError):
    """A change was to be recorded without a reason."""

    def __init__(self, verb: str) -> None:
        super().__init__(
            f"{verb!r} needs a reason, and none was given",
            hint="Say why with --because TEXT, or with because under [change] in the answers.",
        )


class NoRecorderError(RationaleError):
    """Nobody says who types."""

    def __init__(self) -> None:
        super().__init__(
            "nobody says who is recording this",
            hint="Add --by ROLE@AGENCY, or set it once with "
            "'git config rationale.role \"lead social worker@children's social care\"'.",
        )


class NoRoleError(UsageError):
    """A role was given that names nobody."""

    def __init__(self, option: str, text: str) -> None:
        super().__init__(
            f"{option} is {text!r}, not ROLE@AGENCY",
            hint='Write for example "health visitor@health"; a role, never a person\'s name.',
        )


def party(text: str, *, option: str = "--by") -> Party:
    """Read ``role@agency``.

    Raises:
        NoRoleError: If there is no role or no agency.
    """
    role, _, agency = (one.strip() for one in text.partition("@"))
    if not role or not agency:
        raise NoRoleError(option, text)
    return Party(role=role, agency=agency)


def settled(answers: Answers, terms: Terms, *, verb: str, needs_reason: bool) -> Answers:
    """Give the answers with what the command line says about reason, times and recorder.

    Raises:
        TwoAnswersError: If both say the same thing differently.
        NoReasonError: If a reason is needed and missing.
        NoRecorderError: If nobody says who types.
    """
    result = _said(answers, "change.because", "--because", terms.because.strip())
    if needs_reason and not str(at(result, "change.because") or "").strip():
        raise NoReasonError(verb)
    decided = terms.decided_at.value if terms.decided_at else None
    result = _said(result, "time.decided_at", "--decided-at", decided)
    result = _said(result, "time.late_reason", "--late-reason", terms.late_reason.strip())
    if terms.by is not None:
        by = {"role": terms.by.role, "agency": terms.by.agency}
        return put(result, "by.recorder", by)
    if at(result, "by.recorder") is None:
        raise NoRecorderError
    return result


def _said(answers: Answers, path: str, option: str, given: object) -> Answers:
    if not given:
        return answers
    told = at(answers, path)
    if is_blank(told):
        return put(answers, path, given)
    if (told.strip() if isinstance(told, str) else told) != given:
        raise TwoAnswersError(option, path)
    return answers
