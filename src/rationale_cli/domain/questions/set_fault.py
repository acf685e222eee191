"""What is wrong with a question set beyond its types: ids, places, choices, conditions."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from rationale_cli.domain.fault import Fault, Path
from rationale_cli.domain.questions import field
from rationale_cli.domain.questions.question import Column, Kind, Question, QuestionSet, When

_CHOOSING = (Kind.CHOICE, Kind.SEVERAL)
_ROWED = (Kind.ROWS, Kind.HARMS)


def set_faults(
    own: QuestionSet, included: Mapping[str, QuestionSet | None], refused: Iterable[str] = ()
) -> Iterator[Fault]:
    """Find every fault of a set whose types hold.

    Args:
        own: The set as its file says it.
        included: The sets that it names, laid out; ``None`` where there is none of that name.
        refused: Paths of fields that the program fills itself.
    """
    for place, name in enumerate(own.include):
        if included[name] is None:
            yield Fault(("include", place), f'is "{name}", and there is no such question set')
    others = [one for each in included.values() if each for one in each.questions]
    yield from _twice(own)
    known = {one.id: one for one in (*others, *own.questions)}
    yield from _drops(own, {one.id for one in others})
    sections = [one.id for each in (*included.values(), own) if each for one in each.sections]
    closed = frozenset(refused)
    paths = dict.fromkeys((*field.fields(), *(one.path for one in known.values())))
    for place, question in enumerate(own.questions):
        path: Path = ("question", place)
        if question.section not in sections:
            yield _unknown((*path, "section"), "section", question.section, sections)
        yield from _to(question, path, closed)
        yield from _after(question, path, known)
        yield from _conditions(question, path, paths)
        yield from _columns(question, path)


def _twice(own: QuestionSet) -> Iterator[Fault]:
    for name, ids in (
        ("section", [one.id for one in own.sections]),
        ("question", [one.id for one in own.questions]),
    ):
        for place, one in enumerate(ids):
            if one in ids[:place]:
                yield Fault((name, place, "id"), f'"{one}" stands twice in this set')


def _drops(own: QuestionSet, taken: set[str]) -> Iterator[Fault]:
    for place, name in enumerate(own.drop):
        if name not in taken:
            yield _unknown(("drop", place), "included question", name, sorted(taken))


def _to(question: Question, path: Path, refused: frozenset[str]) -> Iterator[Fault]:
    to = question.to
    if to == "answers":
        if question.kind in _ROWED:
            yield Fault((*path, "to"), "is missing: rows need a list of the record", at_key=True)
        elif question.kind in _CHOOSING and not question.choices:
            yield Fault((*path, "kind"), f'is "{question.kind}", and there are no choices')
    elif to not in field.fields() or not field.kinds(to):
        fillable = [one for one in field.fields() if field.kinds(one)]
        yield _unknown((*path, "to"), "field of a record", to, fillable)
    elif to in refused:
        yield Fault((*path, "to"), f'is "{to}", which the program fills itself')
    elif _is_of_item(to):
        yield Fault((*path, "to"), f'is "{to}", one field of many rows; ask for it in a column')
    else:
        yield from _fits(question, to, path)


def _fits(asked: Question | Column, to: str, path: Path) -> Iterator[Fault]:
    fitting = field.kinds(to)
    if asked.kind not in fitting:
        words = " or ".join(fitting)
        yield Fault((*path, "kind"), f'is "{asked.kind}", and "{to}" takes {words}')
    elif asked.kind in _CHOOSING:
        codes = field.codes(to)
        if not asked.choices and not codes:
            yield Fault((*path, "kind"), f'is "{asked.kind}", and there are no choices')
        for place, choice in enumerate(asked.choices):
            if codes and choice not in codes:
                yield _unknown((*path, "choices", place), f"code of {to}", choice, codes)


def _after(question: Question, path: Path, known: Mapping[str, Question]) -> Iterator[Fault]:
    if question.after is None:
        return
    if question.after not in known:
        yield _unknown((*path, "after"), "question", question.after, list(known))
    elif known[question.after].section != question.section:
        section = known[question.after].section
        yield Fault((*path, "after"), f'is "{question.after}", which is in section "{section}"')
    elif _goes_round(question, known):
        yield Fault((*path, "after"), f'is "{question.after}", which comes after this one itself')


def _goes_round(question: Question, known: Mapping[str, Question]) -> bool:
    seen, at = {question.id}, known.get(question.after or "")
    while at is not None and at.id not in seen:
        seen.add(at.id)
        at = known.get(at.after or "")
    return at is not None


def _conditions(question: Question, path: Path, paths: Iterable[str]) -> Iterator[Fault]:
    yield from _whens(question.when, path, paths)
    for place, column in enumerate(question.columns):
        yield from _whens(column.when, (*path, "column", place), paths)
    if question.default is not None and question.default not in paths:
        yield _unknown((*path, "default"), "path", question.default, paths)


def _whens(whens: Iterable[When], path: Path, paths: Iterable[str]) -> Iterator[Fault]:
    for place, when in enumerate(whens):
        at: Path = (*path, "when", place)
        if when.path not in paths:
            yield _unknown((*at, "path"), "path", when.path, paths)
        if not when.is_ and when.given is None:
            yield Fault(at, 'says neither "is" nor "given"')


def _columns(question: Question, path: Path) -> Iterator[Fault]:
    if question.kind not in _ROWED:
        if question.columns:
            yield Fault((*path, "column", 0), f'stands in a question of kind "{question.kind}"')
        return
    if not question.columns:
        yield Fault(path, "a question about rows without a column", at_key=True)
    of_rows = [one for one in field.fields() if one.startswith(f"{question.to}.")]
    ids = [column.id for column in question.columns]
    for place, column in enumerate(question.columns):
        at, to = (*path, "column", place), f"{question.to}.{column.id}"
        if column.id in ids[:place]:
            yield Fault((*at, "id"), f'"{column.id}" stands twice in these columns')
        elif of_rows and (to not in of_rows or column.id == "id"):
            names = [one.rpartition(".")[2] for one in of_rows]
            yield _unknown((*at, "id"), f"field of {question.to}", column.id, names)
        elif of_rows:
            yield from _fits(column, to, at)


def _is_of_item(path: str) -> bool:
    head = path.partition(".")[0]
    return "." in path and set(field.kinds(head)) & set(_ROWED) != set()


def _unknown(path: Path, noun: str, value: str, allowed: Iterable[str]) -> Fault:
    close = get_close_matches(value, list(allowed), n=1)
    meant = f'; did you mean "{close[0]}"?' if close else ""
    return Fault(path, f'is "{value}", and there is no such {noun}{meant}')
