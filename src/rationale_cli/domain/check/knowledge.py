"""What was known, what was not, and who was heard."""

from collections.abc import Iterator

from rationale_cli.domain.answers import at, is_blank
from rationale_cli.domain.check.finding import Case, Finding, warning
from rationale_cli.domain.check.rule import Rule
from rationale_cli.domain.check.unsaid import first_unsaid, unsaid

_KNOWN = {
    "text": "what it is",
    "kind": "whether it is seen, told or thought",
    "source": "who says so",
    "as_of": "from when it is",
    "confidence": "how well supported it is",
}
_UNKNOWN = {
    "owner": "who will find out",
    "due": "by when",
    "proceed_anyway_because": "why we go on without it",
}
_ADULTS = "cp.adults"
"""The question of a care plan about each adult who would share the home."""


def nothing_known(case: Case) -> Iterator[Finding]:
    """RAT068: nothing stands in the record as known."""
    if not case.decision.known and "known" not in case.decision.none:
        yield warning("RAT068", "known", "Nothing stands here as known at the time.")


def loose_known(case: Case) -> Iterator[Finding]:
    """RAT069: something known lacks its source, its day, its kind or how sure it is."""
    for known in case.decision.known:
        if what := unsaid(known, _KNOWN):
            yield warning(
                "RAT069",
                f"known.{known.id}.{first_unsaid(known, _KNOWN)}",
                f"{known.id}, of what is known, does not say {what}.",
            )


def nothing_unknown(case: Case) -> Iterator[Finding]:
    """RAT062: nobody has said what is not known; "none" would be an answer."""
    if not case.decision.unknown and "unknown" not in case.decision.none:
        yield warning("RAT062", "unknown", "Nobody has said yet what is not known.")


def loose_unknown(case: Case) -> Iterator[Finding]:
    """RAT063: an open question without who finds out, by when, or why we go on without it."""
    for unknown in case.decision.unknown:
        what = "" if unknown.answer.strip() else unsaid(unknown, _UNKNOWN)
        if what:
            yield warning(
                "RAT063",
                f"unknown.{unknown.id}.{first_unsaid(unknown, _UNKNOWN)}",
                f"Open question {unknown.id} does not say {what}.",
            )


def unheard(case: Case) -> Iterator[Finding]:
    """RAT064: whom it is about is not said, or what they say is not, nor why that is missing."""
    if not case.decision.person and "person" not in case.decision.none:
        yield warning("RAT064", "person", "Nothing says yet whom it is about.")
    for person in case.decision.person:
        if not person.voice.strip() and not person.voice_missing_reason.strip():
            yield warning(
                "RAT064",
                f"person.{person.id}.voice",
                f"{person.id}: nothing says what they say or show, or what got in the way.",
            )


def family_unheard(case: Case) -> Iterator[Finding]:
    """RAT065: it is about somebody, and nothing says what their family thinks."""
    decision = case.decision
    has_family = bool(decision.person)
    if has_family and not decision.family.views and "family.views" not in decision.none:
        yield warning("RAT065", "family.views", "Nothing says what the family think.")


def family_untold(case: Case) -> Iterator[Finding]:
    """RAT066: whether the family were told the reasons stays open, or why they were not."""
    family = case.decision.family
    if not case.decision.person:
        return
    if family.told is None:
        yield warning(
            "RAT066", "family.told", "Nothing says whether the family were told the reasons."
        )
    elif not family.told and not family.told_reason_if_not.strip():
        yield warning(
            "RAT066",
            "family.told_reason_if_not",
            "The family were not told the reasons, and nothing says why.",
        )


def unassessed_adults(case: Case) -> Iterator[Finding]:
    """RAT067: the set asks about the checks on each adult of the home, and nobody answered."""
    path = f"answers.{_ADULTS}"
    asks = case.questions is not None and any(one.id == _ADULTS for one in case.questions.questions)
    if asks and is_blank(at(case.answers, path)) and path not in case.decision.none:
        yield warning(
            "RAT067",
            path,
            "Nothing says which checks are back on each adult of the home; "
            "one of them may not be assessed.",
        )


RULES = (
    Rule("RAT067", "R7", "An adult of the home may not be assessed.", unassessed_adults),
    Rule("RAT068", "R2", "Nothing stands here as known.", nothing_known, is_gap=True),
    Rule(
        "RAT069",
        "R2",
        "Something known lacks its source, its day or how sure it is.",
        loose_known,
        is_gap=True,
    ),
    Rule("RAT062", "R3", "Nobody has said what is not known.", nothing_unknown, is_gap=True),
    Rule(
        "RAT063",
        "R3",
        "An open question does not say who finds out, by when, or why we go on without it.",
        loose_unknown,
        is_gap=True,
    ),
    Rule("RAT064", "R13", "Nothing says what they say or show, or why not.", unheard, is_gap=True),
    Rule("RAT065", "R14", "Nothing says what the family think.", family_unheard, is_gap=True),
    Rule(
        "RAT066",
        "R14",
        "Nothing says whether the family were told the reasons.",
        family_untold,
        is_gap=True,
    ),
)
