"""A question set with everything that it includes, in the order in which it is asked."""

from collections.abc import Iterable

import msgspec

from rationale_cli.domain.questions.question import Question, QuestionSet, Section


def including(own: QuestionSet, included: Iterable[QuestionSet]) -> QuestionSet:
    """Lay a set over those that it includes.

    Sections of included sets come first. An included question is dropped if the set drops it, or
    takes only others, and replaced, in its place, by one with the same id; others stand after the
    question that they name, or at the end of their section. The result includes nothing any more.

    Args:
        own: The set as its file says it.
        included: The sets that it names, each already laid out, in its own order.
    """
    before = tuple(included)
    sections = {one.id: one for each in (*before, own) for one in each.sections}
    taken = {
        one.id: msgspec.structs.replace(one, quick=one.quick and one.id not in own.later)
        for each in before
        for one in each.questions
        if one.id not in own.drop and (not own.only or one.id in own.only)
    }
    mine = {one.id: one for one in own.questions}
    order = [mine.get(name, one) for name, one in taken.items()]
    order = [one for one in order if not (one.id in mine and one.after)]
    order += [one for one in own.questions if one.id not in taken and not one.after]
    order = _by_section(_after(order, [one for one in own.questions if one.after]), sections)
    if own.only:
        used = {one.section for one in order}
        sections = {name: one for name, one in sections.items() if name in used}
    return msgspec.structs.replace(
        own,
        include=(),
        drop=(),
        only=(),
        later=(),
        sections=tuple(sections.values()),
        questions=tuple(order),
    )


def beyond(questions: QuestionSet, own: QuestionSet) -> QuestionSet:
    """Give what a set asks that another does not, for a record that keeps that other one."""
    known = {one.id for one in own.questions}
    left = tuple(one for one in questions.questions if one.id not in known)
    used = {one.section for one in left}
    sections = tuple(one for one in questions.sections if one.id in used)
    return msgspec.structs.replace(questions, sections=sections, questions=left)


def _after(order: list[Question], waiting: list[Question]) -> list[Question]:
    """Put each question after the one it names; several after one keep their order."""
    last: dict[str, str] = {}
    while waiting:
        names = [one.id for one in order]
        ready = next((one for one in waiting if one.after in names), None)
        if ready is None:
            # Round in a circle, or after nothing: told by the reader of the file, not here.
            return [*order, *waiting]
        after = ready.after or ""
        order = order.copy()
        order.insert(names.index(last.get(after, after)) + 1, ready)
        last[after] = ready.id
        waiting = [one for one in waiting if one is not ready]
    return order


def _by_section(order: list[Question], sections: dict[str, Section]) -> list[Question]:
    places = {name: place for place, name in enumerate(sections)}
    return sorted(order, key=lambda one: places.get(one.section, len(places)))
