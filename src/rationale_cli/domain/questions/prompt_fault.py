"""What is wrong with the prompts of a question, and with what its columns make."""

from collections.abc import Iterator
from difflib import get_close_matches

from rationale_cli.domain.fault import Fault, Path
from rationale_cli.domain.questions import field
from rationale_cli.domain.questions.question import Column, Kind, Question

_TRIGGER = "trigger"


def prompt_faults(question: Question, path: Path) -> Iterator[Fault]:
    """Find every fault of a question's prompts."""
    if not question.prompts:
        return
    if question.kind is not Kind.ROWS or f"{question.to}.prompt" not in field.fields():
        right = 'prompts go with kind = "rows" and to = "unthinkable"'
        told = f'stands in the question "{question.id}", whose rows keep no prompt; {right}'
        yield Fault((*path, "prompt", 0), told)
    ids = [one.id for one in question.prompts]
    for place, one in enumerate(question.prompts):
        at: Path = (*path, "prompt", place)
        if not one.id.strip():
            yield Fault((*at, "id"), 'is empty; write a short name of its own, as "last-day"')
        elif one.id in ids[:place]:
            told = f'"{one.id}" stands twice in these prompts; give one of the two another id'
            yield Fault((*at, "id"), told)
        if not one.text.strip():
            yield Fault((*at, "text"), "is empty; write what is asked")


def making_faults(column: Column, path: Path) -> Iterator[Fault]:
    """Find every fault of a column whose answer makes something besides its row."""
    makes = column.makes
    if makes == _TRIGGER:
        if column.kind is not Kind.LINE:
            told = f'is "{column.kind}", and makes = "{makes}" takes line: who watches'
            yield Fault((*path, "kind"), told)
        return
    texts = [one for one, kind in field.fields().items() if kind is str and one.count(".") == 1]
    texts = [one for one in texts if not field.kinds(one.partition(".")[0])]
    if makes not in texts:
        close = get_close_matches(makes, [_TRIGGER, *texts], n=1)
        meant = f'; did you mean "{close[0]}"?' if close else f'; write "{_TRIGGER}"'
        yield Fault((*path, "makes"), f'is "{makes}", and no answer can make that{meant}')
    elif column.kind is not Kind.YES_NO:
        told = f'is "{column.kind}", and makes = "{makes}" takes yes-no: whether to take it over'
        yield Fault((*path, "kind"), told)
