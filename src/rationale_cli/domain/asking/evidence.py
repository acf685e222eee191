"""What a band does not go with, said before its reason is asked."""

from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.questions.question import Question, Rated
from rationale_cli.domain.ratings import Evidence, at_odds

_SAID = {
    Evidence.RISK: "evidence.risk",
    Evidence.NO_RISK: "evidence.no_risk",
    Evidence.PROTECTION: "evidence.protection",
    Evidence.NO_PROTECTION: "evidence.no_protection",
    Evidence.NO_CHANGE: "evidence.no_change",
    Evidence.CHANGE_BEGUN: "evidence.change_begun",
    Evidence.CHANGE_LASTS: "evidence.change_lasts",
    Evidence.CHANGE_NOT_SAID: "evidence.change_not_said",
}


def text(interview: Interview, question: Question) -> str:
    """Give a question as it is put; what does not go together is named before it."""
    if not any(one.rated is Rated.AT_ODDS for one in question.when):
        return question.text
    found = at_odds(interview.answers)
    facts = dict.fromkeys(each for one in found for each in one.evidence)
    if not facts:
        return question.text
    given = "; ".join(interview.texts(_SAID[one]) for one in facts)
    bands = ", ".join(dict.fromkeys(str(one.rating["value"]) for one in found))
    return f"{interview.texts('evidence.given', bands=bands, given=given)} {question.text}"
