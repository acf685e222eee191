"""Which question of a set would close a finding."""

from rationale_cli.domain.answers import split
from rationale_cli.domain.questions.question import Question, QuestionSet


def question_for(path: str, questions: QuestionSet | None) -> str:
    """Give the text of the question whose answer stands at a path; empty if none asks for it.

    The path of a field of an item, as ``risk.R1.plan``, is asked for by a column of the question
    for the list; where the column is missing, the question for the list will do.
    """
    if questions is None:
        return ""
    if whole := next((one for one in questions.questions if one.path == path), None):
        return whole.text
    name, *rest = split(path)
    rows = next((one for one in questions.questions if one.path == name), None)
    return _asked_of(rows, rest) if rows else ""


def _asked_of(rows: Question, steps: list[str]) -> str:
    field = steps[1] if len(steps) > 1 else ""
    return next((column.text for column in rows.columns if column.id == field), rows.text)
