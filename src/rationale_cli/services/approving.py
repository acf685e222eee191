"""Recording a sign-off: who gave it, what was decided, when, and how it was heard."""

from rationale_cli.domain.answers import Answers, at, is_blank, put
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Party
from rationale_cli.errors import UsageError

_TOGETHER = ("approval", "by", "change", "time")
"""What the answers of a sign-off may say; anything else would change the decision itself."""

WAYS = ("email", "phone", "meeting", "letter", "form")
"""How somebody else's word can have come."""


class NoApprovalError(UsageError):
    """The answers hold no sign-off."""

    def __init__(self) -> None:
        super().__init__(
            "these answers hold no approval",
            hint="Give one under [[approval]] with role, agency and outcome; or say it with "
            "--for ROLE@AGENCY --outcome TEXT.",
        )


class MoreThanApprovalError(UsageError):
    """The answers would change the decision as well."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(
            f"an approval changes nothing else, and these answers say {', '.join(names)}",
            hint="Record the change with 'rationale amend' first, then what was approved.",
        )


def approval(who: Party, outcome: str, *, when: Moment, note: str, via: str) -> Answers:
    """Give the answers that record one sign-off.

    Args:
        who: Who gave it.
        outcome: What was decided, as ``approved with conditions``.
        when: When they gave it.
        note: What else they said; may be empty.
        via: How it came, as ``phone``; may be empty.
    """
    heard = f"Heard by {via}." if via else ""
    said = {
        "role": who.role,
        "agency": who.agency,
        "outcome": outcome.strip(),
        "at": when.value,
        "note": " ".join(part for part in (heard, note.strip()) if part),
    }
    return {"approval": [{key: value for key, value in said.items() if value != ""}]}


def explained(answers: Answers, because: str) -> Answers:
    """Give the answers of a sign-off with a reason: without one, it is the sign-off itself.

    Args:
        answers: As they were given.
        because: The reason, if the command line says one.

    Raises:
        NoApprovalError: If they hold none.
        MoreThanApprovalError: If they say anything else of the decision.
    """
    if more := [name for name in answers if name not in _TOGETHER]:
        raise MoreThanApprovalError(more)
    given = answers.get("approval")
    if not given:
        raise NoApprovalError
    if because.strip() or not is_blank(at(answers, "change.because")):
        return answers
    return put(answers, "change.because", " ".join(_told(one) for one in given))


def _told(one: Answers) -> str:
    who = ", ".join(filter(None, (one.get("role"), one.get("agency"))))
    outcome = str(one.get("outcome") or "Sign-off recorded").strip().rstrip(".")
    return f"{outcome[:1].upper()}{outcome[1:]}: {who or one.get('id', '')}."
