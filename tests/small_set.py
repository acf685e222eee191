"""A small question set with every kind of movement in it, and interviews about it."""

from typing import Any

from rationale_cli.codec import shipped
from rationale_cli.codec.question_set import decode
from rationale_cli.domain.asking.interview import Interview, Mode
from rationale_cli.domain.asking.moving import begun
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.questions.question import QuestionSet

TEXT = """\
format = 1
name = "small"
version = 2
title = "Small"

[[section]]
id = "decision"
title = "The decision"

[[section]]
id = "harms"
title = "Harms"

[[question]]
id = "s.ask"
text = "What are we deciding?"
help = "One sentence."
kind = "prose"
section = "decision"
to = "question.statement"
final = true
quick = true

[[question]]
id = "s.title"
text = "What shall we call it?"
kind = "line"
section = "decision"
to = "title"
default = "question.statement"
most = 20
quick = true

[[question]]
id = "s.court"
text = "Is there a court?"
kind = "yes-no"
section = "decision"
quick = true

[[question]]
id = "s.hearing"
text = "When is the hearing?"
kind = "moment"
section = "decision"
to = "time.next_hearing"
when = [{ path = "answers.s.court", is = [true] }]
quick = true

[[question]]
id = "s.undo"
text = "How hard is it to undo?"
kind = "choice"
section = "decision"
to = "question.reversibility"

[[question]]
id = "s.who"
text = "Who disagrees?"
kind = "rows"
section = "decision"
to = "dissent"
quick = true

[[question.column]]
id = "role"
text = "What is their role?"
quick = true
needed = true

[[question.column]]
id = "confirmed"
text = "Have they confirmed it?"
kind = "yes-no"
quick = true

[[question.column]]
id = "confirmed_how"
text = "How?"
when = [{ path = "dissent.confirmed", is = [true] }]
quick = true

[[question.column]]
id = "harms"
text = "Which harms?"
kind = "several"
choices = ["physical", "neglect"]
quick = true

[[question]]
id = "s.risk"
text = "Each kind of harm in turn."
kind = "harms"
section = "harms"
to = "risk"
quick = true

[[question.column]]
id = "status"
text = "How does it stand?"
kind = "choice"
quick = true
needed = true

[[question.column]]
id = "reason"
text = "Why?"
kind = "prose"
when = [{ path = "risk.status", is = ["present", "thought-unlikely"] }]
quick = true

[[question.column]]
id = "plan"
text = "How will we find out?"
when = [{ path = "risk.status", is = ["unknown"] }]
quick = true

[[question.column]]
id = "likelihood"
text = "How likely?"
kind = "scale"
when = [{ path = "risk.status", is = ["present"] }]

[[question]]
id = "s.tipped"
text = "What tipped it?"
kind = "list"
section = "harms"
to = "reason.decisive"
quick = true
"""

QUESTIONS: QuestionSet = decode(TEXT, name="small.toml", included=lambda _: None)

NEGLECT = Harm(code="neglect", name="neglect", help="Of care.", ask="Neglect?", always=True)
PHYSICAL = Harm(code="physical", name="physical harm", help="Of body.", ask="Physical?")
ONLINE = Harm(code="online", name="online harm", help="", ask="Online?", always=True)


def interview(
    answers: dict[str, Any] | None = None, *, mode: Mode = Mode.QUICK, **more: Any
) -> Interview:
    """Give an interview about the small set, at its first question."""
    harms = (PHYSICAL, NEGLECT, ONLINE)
    return begun(
        Interview(
            questions=QUESTIONS,
            texts=shipped.texts(),
            harms=harms,
            mode=mode,
            answers=answers or {},
            **more,
        )
    )
