"""A question set with every kind of question in it, and interviews about it."""

from typing import Any

from rationale_cli.codec import shipped
from rationale_cli.codec.question_set import decode
from rationale_cli.domain.asking.interview import Interview, Mode
from rationale_cli.domain.asking.moving import begun, go
from rationale_cli.domain.questions.question import QuestionSet

KINDS = {
    "line": 'to = "title"',
    "prose": 'to = "question.statement"',
    "choice": 'to = "question.reversibility"',
    "several": 'choices = ["day", "night", "weekend"]',
    "moment": 'to = "time.next_hearing"',
    "number": "least = 1\nmost = 9",
    "yes-no": "",
    "list": 'to = "reason.decisive"',
    "party": 'to = "by.lead"',
    "rows": """to = "option"
[[question.column]]
id = "title"
text = "What is it called?"
kind = "line"
needed = true
[[question.column]]
id = "for"
text = "What speaks for it?"
kind = "list"
[[question.column]]
id = "status"
text = "Where does it stand?"
kind = "choice"
""",
    "harms": """to = "risk"
[[question.column]]
id = "status"
text = "How does it stand?"
kind = "choice"
needed = true
[[question.column]]
id = "reason"
text = "What makes us say so?"
kind = "prose"
when = [{ path = "risk.status", is = ["present", "not-ruled-out", "thought-unlikely"] }]
[[question.column]]
id = "likelihood"
text = "How likely is it?"
kind = "scale"
when = [{ path = "risk.status", is = ["present"] }]
[[question.column]]
id = "plan"
text = "How will we find out?"
kind = "prose"
when = [{ path = "risk.status", is = ["unknown"] }]
""",
}
"""What a question of each kind says besides; its id is its kind."""

TEXT = 'format = 1\nname = "every"\nversion = 1\ntitle = "Every kind"\n' + "".join(
    f'[[section]]\nid = "{kind}"\ntitle = "Of kind {kind}"\n'
    f'[[question]]\nid = "{kind}"\ntext = "A {kind}?"\nkind = "{kind}"\nsection = "{kind}"\n'
    f"{more}\n"
    for kind, more in KINDS.items()
)

QUESTIONS: QuestionSet = decode(TEXT, name="every.toml", included=lambda _: None)


def at(kind: str, answers: dict[str, Any] | None = None) -> Interview:
    """Give an interview that stands at the question of one kind."""
    child = {"person": [{"id": "P1", "age_band": "under-1"}]}
    interview = Interview(
        questions=QUESTIONS,
        texts=shipped.texts(),
        harms=shipped.harms()[:4],
        mode=Mode.FULL,
        answers={**child, **(answers or {})},
    )
    found = go(begun(interview), kind)
    assert found is not None
    return found
