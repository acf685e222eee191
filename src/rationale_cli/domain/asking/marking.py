"""The harms on one screen: any of them can be marked or looked at, in any order."""

from collections.abc import Iterator

import msgspec

from rationale_cli.domain.asking import moving
from rationale_cli.domain.asking.answering import answered, clear
from rationale_cli.domain.asking.asked import columns, question
from rationale_cli.domain.asking.interview import Interview, Place
from rationale_cli.domain.asking.row import is_due, risk_at, walk
from rationale_cli.domain.asking.step import present
from rationale_cli.domain.questions.question import Kind, Question
from rationale_cli.domain.risk import RiskStatus

_STATUS = "status"


def mark(interview: Interview, harm: str, status: str, *, risk: str = "") -> Interview:
    """Say how a kind of harm stands, wherever in the walk the interview is.

    It then stands at what the status needs, a reason or a plan; where it needs none, at the next
    harm. After the last one it goes to the first at which nobody has looked yet, or stays.
    ``not-considered`` takes the status away, sets aside what was said and stays.

    Args:
        interview: In the walk through the harms; elsewhere nothing changes.
        harm: Code of one that is walked.
        status: One of the choices.
        risk: Id of the row that is meant, where the harm has several; empty for its first.
    """
    there = look(interview, harm, risk=risk)
    step = present(there)
    if step is None or not (step.asks_harm and there.place.row == harm):
        return interview
    if status == RiskStatus.NOT_CONSIDERED:
        return clear(there)
    if status not in step.choices:
        return interview
    marked = answered(there, status)
    wanted = (*_due(marked, step.question), *_next(marked), moving.first_silent(marked))
    place = next((one for one in wanted if one is not None), marked.place)
    return msgspec.structs.replace(marked, place=msgspec.structs.replace(place, alone=True))


def look(interview: Interview, harm: str, *, risk: str = "", column: str = "") -> Interview:
    """Give the interview at a kind of harm, wherever in the walk it is.

    Args:
        interview: In the walk through the harms; elsewhere nothing changes.
        harm: Code of one that is walked.
        risk: Id of the row that is meant, where the harm has several; empty for its first.
        column: What is asked of it there; how it stands, if that is not asked.
    """
    found = question(interview, interview.place.question)
    if found is None or found.kind is not Kind.HARMS:
        return interview
    if harm not in [one.code for one in walk(interview)]:
        return interview
    place = moving.harm_place(interview, found, harm, _STATUS, risk=risk)
    there = msgspec.structs.replace(place, column=column or _STATUS)
    place = there if there in moving.places(interview) else place
    return msgspec.structs.replace(interview, place=msgspec.structs.replace(place, alone=True))


def _due(interview: Interview, of: Question) -> Iterator[Place]:
    """The places of what the status of the present harm needs."""
    standing = columns(interview, of, risk_at(interview, interview.place) or "")
    for column in standing:
        if is_due(column) and column.id != _STATUS:
            yield msgspec.structs.replace(interview.place, column=column.id)


def _next(interview: Interview) -> Iterator[Place]:
    """The places where it is asked how the harms that follow stand."""
    for one in moving.ahead(interview):
        if one.question == interview.place.question and one.column == _STATUS:
            yield one
