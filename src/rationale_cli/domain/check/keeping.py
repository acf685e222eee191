"""How the record is kept: open questions, and what is at odds."""

from collections.abc import Iterator

from rationale_cli.domain.answers import at
from rationale_cli.domain.check.finding import Case, Finding, error, warning
from rationale_cli.domain.check.rule import ERROR, Rule
from rationale_cli.domain.keeping import GapKind
from rationale_cli.domain.questions.question import Kind, is_asked
from rationale_cli.domain.telling.saying import placed

_HAVE_RULES_OF_THEIR_OWN = ("risk", "unthinkable", "option", "trigger")


def unanswered(case: Case) -> Iterator[Finding]:
    """RAT030: a question that ``--final`` needs was not asked, or was left."""
    gaps = {gap.path: gap for gap in case.decision.gap}
    for question in case.questions.questions if case.questions else ():
        path = question.path
        skip = question.kind is Kind.HARMS or path in _HAVE_RULES_OF_THEIR_OWN
        if skip or not question.final or not is_asked(question, case.answers):
            continue
        if at(case.answers, path) not in (None, "") or path in case.decision.none:
            continue
        label = case.words.field(path) if question.to != "answers" else question.text.rstrip("?")
        if gap := gaps.get(path):
            why = f": {gap.reason}" if gap.reason else ""
            left = "not known" if gap.kind is GapKind.UNKNOWN else "skipped"
            yield error("RAT030", path, f"Asked and left ({left}{why}): {label}.")
        else:
            yield error("RAT030", path, f"Not asked yet: {label}.")


def unknown_set(case: Case) -> Iterator[Finding]:
    """RAT032: the question set of the record is not known here."""
    if case.questions is None:
        yield warning(
            "RAT032",
            "question_set",
            f'The question set "{case.decision.question_set}" is not known here.',
        )


def unknown_answers(case: Case) -> Iterator[Finding]:
    """RAT033: an answer to a question that no set has; it is kept."""
    if case.questions is None:
        return
    known = {question.id for question in case.questions.questions} | case.asked_elsewhere
    for question_id in case.decision.answers:
        if question_id not in known:
            yield warning(
                "RAT033",
                f"answers.{question_id}",
                f'"{question_id}" is no question of {case.questions.key}; its answer is kept.',
            )


def lost_references(case: Case) -> Iterator[Finding]:
    """RAT034: an item names another that is not there."""
    decision = case.decision
    known = {
        "option": {one.id for one in decision.option},
        "risk": {one.id for one in decision.risk},
        "law": {one.id for one in decision.law},
    }
    named = [
        *((f"risk.{one.id}.options", "option", one.options) for one in decision.risk),
        *((f"control.{one.id}.risks", "risk", one.risks) for one in decision.control),
        *((f"option.{one.id}.law", "law", one.law) for one in decision.option),
    ]
    for path, name, ids in named:
        for item_id in ids:
            if item_id not in known[name]:
                noun = case.words.noun(name)
                yield warning("RAT034", path, f'There is no {noun} "{item_id}" in this revision.')


def unsettled(case: Case) -> Iterator[Finding]:
    """RAT035: two people wrote different things, and nobody has said which holds."""
    for conflict in case.decision.conflict:
        place = placed(conflict.path, case.words) or conflict.id
        yield error(
            "RAT035",
            f"conflict.{conflict.id}",
            f'Two versions of "{place}" wait to be settled.',
        )


RULES = (
    Rule("RAT035", "R27", "Two versions wait to be settled.", unsettled, ERROR),
    Rule(
        "RAT030",
        "R27",
        "A question that a final record needs was not asked, or was left.",
        unanswered,
        ERROR,
    ),
    Rule("RAT032", "R27", "The question set of the record is not known here.", unknown_set),
    Rule("RAT033", "R27", "An answer belongs to no question of the set.", unknown_answers),
    Rule("RAT034", "R27", "An item names another that is not there.", lost_references),
)
