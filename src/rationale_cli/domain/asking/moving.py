"""Moving about in an interview: on, back, to a question."""

from collections.abc import Iterator
from difflib import get_close_matches

import msgspec

from rationale_cli.domain.asking import prompting
from rationale_cli.domain.asking.asked import asked, columns, is_said, open_questions, question
from rationale_cli.domain.asking.interview import END, Interview, Mode, Place
from rationale_cli.domain.asking.row import is_open, risk_at, risks_of, row, walk
from rationale_cli.domain.laying import is_within
from rationale_cli.domain.questions.question import Kind, Question


def begun(interview: Interview) -> Interview:
    """Give the interview at its first question; with mode ``gaps``, the first open one.

    Where a colleague has changed the same, that is asked before anything else.
    """
    for clash in interview.clashes:
        if (place := _asks(interview, clash.path)) is not None:
            return _to(interview, place)
    return _to(interview, next(_stops(interview, iter(places(interview))), END))


def onward(interview: Interview) -> Interview:
    """Give the interview at what comes after the present question."""
    here = interview.place
    if here.row and (of := question(interview, here.question)) and of.kind is Kind.ROWS:
        after_it = None if here.alone else _in_row(interview, of, 1)
        return _to(interview, after_it or Place(here.question))
    return _further(interview, next(ahead(interview), END))


def ahead(interview: Interview) -> Iterator[Place]:
    """Give where the interview would stop after the present question, in order."""
    every = list(places(interview))
    here = msgspec.structs.replace(interview.place, alone=False)
    after = every[every.index(here) + 1 :] if here in every else _beyond(interview, every)
    return _stops(interview, iter(after))


def back(interview: Interview) -> Interview:
    """Give the interview at what was asked before; at the first question it stays."""
    here = interview.place
    if here.row and (of := question(interview, here.question)) and of.kind is Kind.ROWS:
        before_it = None if here.alone else _in_row(interview, of, -1)
        return _to(interview, before_it or Place(here.question))
    every = list(places(interview))
    here = msgspec.structs.replace(here, alone=False)
    if here not in every:
        earlier = every
        if here != END:
            earlier = every[: len(every) - len(_beyond(interview, every))]
        return _to(interview, earlier[-1]) if earlier else interview
    return _further(interview, every[max(every.index(here) - 1, 0)])


def beyond(interview: Interview) -> Interview:
    """Give the interview at the next question, whatever is left of the present one."""
    after = _beyond(interview, list(places(interview)))
    return _to(interview, next(_stops(interview, iter(after)), END))


def go(interview: Interview, wanted: str) -> Interview | None:
    """Give the interview at a question, by its number among those asked or by its id.

    ``end`` is the end, before saving. ``None`` if there is no such question, or if its condition
    does not hold. A list that was answered is shown at once; its prompts lie behind it.
    """
    if wanted == "end":
        return _to(interview, END)
    standing = asked(interview)
    if wanted.isascii() and wanted.isdecimal():
        number = int(wanted[:6])
        found = standing[number - 1] if 0 < number <= len(standing) else None
    else:
        found = next((one for one in open_questions(interview) if one.id == wanted), None)
    if found is None:
        return None
    there = _to(interview, Place(found.id))
    if found.prompts and is_said(interview.answers, found.path):
        return there
    first = next(_of_question(there, found), None)
    return _to(there, first) if first is not None else None


def likely(interview: Interview, wanted: str) -> str:
    """Give the id of a question that was probably meant, or an empty text."""
    ids = [one.id for one in open_questions(interview)]
    return next(iter(get_close_matches(wanted, ids, n=1)), "")


def restored(interview: Interview) -> Interview:
    """Give the interview at a place that exists: the set may have changed since it was kept."""
    here = interview.place
    found = question(interview, here.question)
    if here == END:
        return interview
    if found is None or found not in open_questions(interview):
        return begun(interview)
    lists = [one.id for one in found.columns]
    if found.kind is Kind.HARMS:
        is_there = here.row in [one.code for one in walk(interview)] and here.column in lists
        first_of = harm_place(interview, found, here.row, here.column, risk=here.risk)
        if is_there and here.risk == first_of.risk:
            return interview
    elif here.prompt:
        if here.column in lists and here.prompt in [one.id for one in found.prompts]:
            return interview
    elif here.column in lists or not here.column:
        return interview
    return go(interview, found.id) or onward(interview)


def first_silent(interview: Interview) -> Place | None:
    """Give the place of the first harm of the present walk at which nobody has looked yet."""
    for place in places(interview):
        is_here = place.question == interview.place.question and bool(place.row)
        if is_here and is_open(interview, risk_at(interview, place)):
            return msgspec.structs.replace(place, alone=True)
    return None


def harm_place(
    interview: Interview, of: Question, harm: str, column: str, *, risk: str = ""
) -> Place:
    """Give the place where a kind of harm is asked about; its first row needs no id."""
    _, *further = risks_of(interview, harm) or ("",)
    return Place(of.id, harm, column, risk=risk if risk in further else "")


def _to(interview: Interview, place: Place) -> Interview:
    return msgspec.structs.replace(interview, place=place)


def _further(interview: Interview, place: Place) -> Interview:
    """Harms that are taken in any order stay so as long as one is among them."""
    is_alone = interview.place.alone and place.question == interview.place.question
    return _to(interview, msgspec.structs.replace(place, alone=is_alone))


def places(interview: Interview) -> Iterator[Place]:
    """Give every place that is asked as things stand, in order; of a list only its head."""
    for one in asked(interview):
        yield from _of_question(interview, one)


def _of_question(interview: Interview, of: Question) -> Iterator[Place]:
    if of.kind is not Kind.HARMS:
        yield from prompting.places(interview, of)
        yield Place(of.id)
        return
    for harm in walk(interview):
        first, *further = risks_of(interview, harm.code) or ("",)
        for risk in (first, *further):
            standing = columns(interview, of, risk)
            # Of what nobody has looked at only the first thing is asked.
            for column in standing[:1] if is_open(interview, risk) else standing:
                yield Place(of.id, harm.code, column.id, risk="" if risk == first else risk)


def _stops(interview: Interview, ahead: Iterator[Place]) -> Iterator[Place]:
    return (
        place for place in ahead if interview.mode is not Mode.GAPS or _is_gap(interview, place)
    )


def _is_gap(interview: Interview, place: Place) -> bool:
    found = question(interview, place.question)
    if found is None:
        return False
    if place.prompt:
        return _is_begun(interview, found) and not _is_answered(interview, found, place)
    if found.kind is not Kind.HARMS:
        return not is_said(interview.answers, found.path) or _is_disputed(interview, found.path)
    risk = risk_at(interview, place)
    path = f"{found.to}.{risk}.{place.column}"
    if _is_disputed(interview, path):
        return True
    if place.column == "status":
        return is_open(interview, risk)
    return risk is not None and not is_said(interview.answers, path)


def _is_begun(interview: Interview, of: Question) -> bool:
    """Whether prompts are put where only gaps are asked: not where others have answered."""
    is_new = any(is_within(one, of.path) for one in interview.changed)
    return is_new or not is_said(interview.answers, of.path)


def _is_answered(interview: Interview, of: Question, place: Place) -> bool:
    found = prompting.row_of(interview, of, place.prompt)
    if not found:
        return prompting.is_done(interview, of, place.prompt)
    return is_said(interview.answers, f"{of.to}.{found}.{place.column}")


def _is_disputed(interview: Interview, path: str) -> bool:
    return any(is_within(one.path, path) for one in interview.clashes)


def _asks(interview: Interview, path: str) -> Place | None:
    """Give the place that asks for a path; at a list, for whatever is in it."""
    for found in open_questions(interview):
        if not is_within(path, found.path):
            continue
        rest = path.removeprefix(found.path).strip(".").split(".")
        if found.kind is not Kind.HARMS:
            columns_of = [one.id for one in found.columns]
            is_field = len(rest) > 1 and rest[1] in columns_of
            return Place(found.id, rest[0], rest[1], alone=True) if is_field else Place(found.id)
        there = go(interview, found.id)
        harm = row(interview.answers, found.to, rest[0])
        if there is not None and harm is not None:
            column = rest[1] if rest[1:] else "status"
            return harm_place(interview, found, str(harm.get("harm")), column, risk=rest[0])
        return there.place if there is not None else None
    return None


def _in_row(interview: Interview, of: Question, way: int) -> Place | None:
    """The column before or after the present one, or ``None`` where the row begins or ends."""
    here = interview.place
    every = [one.id for one in of.columns]
    standing = [one.id for one in columns(interview, of, here.row)]
    at = every.index(here.column) + way if here.column in every else len(every)
    while 0 <= at < len(every):
        if every[at] in standing:
            return Place(here.question, here.row, every[at])
        at += way
    return None


def _beyond(interview: Interview, every: list[Place]) -> list[Place]:
    """What comes after a place that is no longer asked."""
    order = [one.id for one in interview.questions.questions]
    here = interview.place
    if here.question not in order:
        return []
    at = order.index(here.question)
    return [place for place in every if order.index(place.question) > at]
