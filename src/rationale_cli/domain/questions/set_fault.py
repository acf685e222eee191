"""What is wrong with a question set beyond its types: ids, places, choices, conditions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

from rationale_cli.domain.fault import Fault, Path
from rationale_cli.domain.questions import field
from rationale_cli.domain.questions.condition_fault import condition_faults
from rationale_cli.domain.questions.prompt_fault import making_faults, prompt_faults
from rationale_cli.domain.questions.question import Column, Kind, Question, QuestionSet

_NO_CHOICES = 'there are no choices; write choices = ["one", "another"]'
_CHOOSING = (Kind.CHOICE, Kind.SEVERAL)
_ROWED = (Kind.ROWS, Kind.HARMS)


def set_faults(
    own: QuestionSet,
    included: Mapping[str, QuestionSet | None],
    refused: Iterable[str] = (),
    known: Callable[[], Iterable[str]] = tuple,
) -> Iterator[Fault]:
    """Find every fault of a set whose types hold.

    Args:
        own: The set as its file says it.
        included: The sets that it names, laid out; ``None`` where there is none of that name.
        refused: Paths of fields that the program fills itself.
        known: Gives the names of the sets that there are.
    """
    yield from _includes(own, included, known)
    others = [one for each in included.values() if each for one in each.questions]
    yield from _twice(own)
    every = {one.id: one for one in (*others, *own.questions)}
    yield from _blank(own)
    yield from _taken(own, {one.id for one in others})
    sections = [one.id for each in (*included.values(), own) if each for one in each.sections]
    closed, ids = frozenset(refused), [one.id for one in own.questions]
    twins = [one for one in ids if ids.count(one) > 1]
    for place, question in enumerate(own.questions):
        path: Path = ("question", place)
        if question.section not in sections:
            yield _unknown((*path, "section"), "section", question.section, sections)
        yield from _to(question, path, closed)
        yield from _after(question, path, every, sections=sections, twins=twins)
        yield from _choices(question, path)
        yield from _offers(question, path)
        yield from _columns(question, path)
        yield from prompt_faults(question, path)
    yield from condition_faults(every, own.questions)


def _includes(
    own: QuestionSet,
    included: Mapping[str, QuestionSet | None],
    known: Callable[[], Iterable[str]],
) -> Iterator[Fault]:
    for place, name in enumerate(own.include):
        if name == own.name:
            yield Fault(("include", place), f'is "{name}", which is this set itself; take it out')
        elif included[name] is None:
            names = [one for one in known() if one != own.name]
            yield _unknown(("include", place), "question set", name, names)


def _blank(own: QuestionSet) -> Iterator[Fault]:
    if not own.title.strip():
        yield Fault(("title",), "is empty; write what people call the set")
    for place, question in enumerate(own.questions):
        path: Path = ("question", place)
        if not question.id.strip():
            yield Fault((*path, "id"), 'is empty; write a short name of its own, as "our.meeting"')
        if not question.text.strip():
            yield Fault((*path, "text"), "is empty; write what is asked")
        for at, column in enumerate(question.columns):
            if not column.text.strip():
                yield Fault((*path, "column", at, "text"), "is empty; write what is asked")


def _twice(own: QuestionSet) -> Iterator[Fault]:
    for name, ids in (
        ("section", [one.id for one in own.sections]),
        ("question", [one.id for one in own.questions]),
    ):
        for place, one in enumerate(ids):
            if one in ids[:place]:
                told = f'"{one}" stands twice in this set; give one of the two another id'
                yield Fault((name, place, "id"), told)


def _taken(own: QuestionSet, known: set[str]) -> Iterator[Fault]:
    for key, names in (("drop", own.drop), ("only", own.only), ("later", own.later)):
        for place, name in enumerate(names):
            if name not in known:
                yield _unknown((key, place), "included question", name, sorted(known))


def _to(question: Question, path: Path, refused: frozenset[str]) -> Iterator[Fault]:
    to = question.to
    if to == "answers":
        if question.kind in _ROWED:
            where = f'the key "to" is missing in the question "{question.id}"'
            told = f'{where}: rows go to a list of the record, as to = "known"'
            yield Fault((*path, "to"), told, at_key=True)
        elif question.kind is Kind.PARTY:
            told = 'is "party", which needs a field, as to = "by.lead"; or write kind = "line"'
            yield Fault((*path, "kind"), told)
        elif question.kind in _CHOOSING and not (question.choices or question.offers):
            yield Fault((*path, "kind"), f'is "{question.kind}", and {_NO_CHOICES}')
    elif to not in field.fields() or not field.kinds(to):
        yield Fault(
            (*path, "to"), f'is "{to}", and there is no such field of a record{_near(to, refused)}'
        )
    elif to in refused:
        yield Fault((*path, "to"), f'is "{to}", which the program fills itself')
    elif _is_of_item(to):
        head, _, name = to.partition(".")
        told = f'ask for it in a column with id = "{name}", in a question with to = "{head}"'
        yield Fault((*path, "to"), f'is "{to}", one field of many rows; {told}')
    else:
        yield from _fits(question, to, path)


def _near(to: str, refused: frozenset[str]) -> str:
    """Say which field was probably meant, or which there are beside it."""
    fillable = [one for one in field.fields() if field.kinds(one) and one not in refused]
    fillable = [one for one in fillable if not _is_of_item(one)]
    if close := get_close_matches(to, fillable, n=1, cutoff=0.8):
        return f'; did you mean "{close[0]}"?'
    head = to.partition(".")[0]
    if beside := [one for one in fillable if one.startswith(f"{head}.")]:
        return f"; choose one of: {', '.join(beside)}"
    return '; without "to" the answer stands under the id of the question'


def _fits(asked: Question | Column, to: str, path: Path) -> Iterator[Fault]:
    fitting = field.kinds(to)
    if asked.kind not in fitting:
        words = " or ".join(fitting)
        yield Fault((*path, "kind"), f'is "{asked.kind}", and "{to}" takes {words}')
    elif asked.kind in _CHOOSING:
        codes = field.codes(to)
        if not asked.choices and not codes:
            yield Fault((*path, "kind"), f'is "{asked.kind}", and {_NO_CHOICES}')
        for place, choice in enumerate(asked.choices):
            if codes and choice not in codes:
                yield _unknown((*path, "choices", place), f"code of {to}", choice, codes)


def _after(
    question: Question,
    path: Path,
    known: Mapping[str, Question],
    *,
    sections: list[str],
    twins: list[str],
) -> Iterator[Fault]:
    if question.after is None:
        return
    if question.after not in known:
        others = [one for one in known if one != question.id]
        yield _unknown((*path, "after"), "question", question.after, others)
    elif (section := known[question.after].section) != question.section:
        # A section that is not there is told of where it is named.
        if section in sections and question.section in sections:
            told = f'write section = "{section}" here as well, or take "after" out'
            where = f'is "{question.after}", which is in section "{section}"'
            yield Fault((*path, "after"), f"{where}; {told}")
    elif question.id not in twins and _goes_round(question, known):
        told = f'is "{question.after}", which comes after this one itself; take one "after" out'
        yield Fault((*path, "after"), told)


def _goes_round(question: Question, known: Mapping[str, Question]) -> bool:
    seen, at = {question.id}, known.get(question.after or "")
    while at is not None and at.id not in seen:
        seen.add(at.id)
        at = known.get(at.after or "")
    return at is not None


def _choices(question: Question, path: Path) -> Iterator[Fault]:
    asked: list[tuple[Path, Question | Column]] = [(path, question)]
    asked += [((*path, "column", place), one) for place, one in enumerate(question.columns)]
    for at, one in asked:
        if one.choices and one.kind not in _CHOOSING:
            said = ", ".join(f'"{choice}"' for choice in one.choices)
            right = 'write kind = "choice" or "several", or take them out'
            told = f'are {said}, and the kind is "{one.kind}"; {right}'
            yield Fault((*at, "choices"), told)


def _offers(question: Question, path: Path) -> Iterator[Fault]:
    if question.offers and (question.kind not in _CHOOSING or question.to != "answers"):
        told = 'needs kind = "choice" or "several", and no "to"'
        yield Fault((*path, "offers"), f'is "{question.offers}", which {told}')
    elif question.offers and question.choices:
        told = f'is "{question.offers}", and there are "choices" as well; take one of the two out'
        yield Fault((*path, "offers"), told)


def _columns(question: Question, path: Path) -> Iterator[Fault]:
    if question.kind not in _ROWED:
        if question.columns:
            where = f'stands in the question "{question.id}" of kind "{question.kind}"'
            told = f'{where}; only questions of kind "rows" have columns'
            yield Fault((*path, "column", 0), told)
        return
    if not question.columns:
        told = f'the question "{question.id}" is of kind "{question.kind}" and has no column'
        right = "write [[question.column]] below it for each thing that is asked of a row"
        yield Fault(path, f"{told}; {right}", at_key=True)
    of_rows = [one for one in field.fields() if one.startswith(f"{question.to}.")]
    ids = [column.id for column in question.columns]
    for place, column in enumerate(question.columns):
        at, to = (*path, "column", place), f"{question.to}.{column.id}"
        if column.makes:
            yield from making_faults(column, at)
        elif column.id in ids[:place]:
            told = f'"{column.id}" stands twice in these columns; take one of the two out'
            yield Fault((*at, "id"), told)
        elif of_rows and (to not in of_rows or column.id == "id"):
            names = [one.rpartition(".")[2] for one in of_rows]
            yield _unknown((*at, "id"), f"field of {question.to}", column.id, names)
        elif of_rows:
            yield from _fits(column, to, at)


def _is_of_item(path: str) -> bool:
    head = path.partition(".")[0]
    return "." in path and set(field.kinds(head)) & set(_ROWED) != set()


def _unknown(path: Path, noun: str, value: str, allowed: Iterable[str]) -> Fault:
    names = list(allowed)
    close = get_close_matches(value, names, n=1)
    few = 12
    if close:
        meant = f'; did you mean "{close[0]}"?'
    else:
        meant = f"; choose one of: {', '.join(names)}" if 0 < len(names) <= few else ""
    return Fault(path, f'is "{value}", and there is no such {noun}{meant}')
