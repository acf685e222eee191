"""The texts of a question set: taken out to be translated, and laid over it again."""

from collections.abc import Container, Iterable, Iterator, Mapping

import msgspec

from rationale_cli.domain.questions.question import NO_NOUN, Column, Question, QuestionSet
from rationale_cli.domain.translating.translation import Key, Said

HARM_FIELDS = ("risk.harm", "dissent.harms")
"""Fields whose codes are kinds of harm."""


def texts_of(questions: QuestionSet, worded: Container[str]) -> dict[Key, Said]:
    """Give every text of a set that can be translated, in its order; some are empty.

    Args:
        questions: The set.
        worded: Fields whose codes have words of their own: their choices are not texts of the set.
    """
    return dict(_texts(questions, worded))


def laid(questions: QuestionSet, said: Mapping[Key, Said]) -> QuestionSet:
    """Give a set with texts laid over its own; its ids, codes and conditions stay."""
    sections = tuple(
        msgspec.structs.replace(one, title=_said(said, ("section", one.id), one.title))
        for one in questions.sections
    )
    return msgspec.structs.replace(
        questions,
        title=_said(said, ("title",), questions.title),
        purpose=_said(said, ("purpose",), questions.purpose),
        sections=sections,
        questions=tuple(_question(one, said) for one in questions.questions),
    )


def inherited(questions: QuestionSet, included: Iterable[QuestionSet]) -> frozenset[Key]:
    """Give the beginnings of the keys of what a set takes over from others as it is."""
    before = list(included)
    sections = [one for each in before for one in each.sections]
    asked = [one for each in before for one in each.questions]
    return frozenset(
        (
            *(("section", one.id) for one in questions.sections if one in sections),
            *(("question", one.id) for one in questions.questions if one in asked),
        )
    )


def choice_words(questions: QuestionSet, said: Mapping[Key, Said]) -> dict[str, dict[str, str]]:
    """Give the words for choices that a translation holds: by field, then by code."""
    found: dict[str, dict[str, str]] = {}
    for field, key, asked in _asked(questions):
        for code in asked.choices:
            if word := _said(said, (*key, "choice", code), ""):
                found.setdefault(field, {})[code] = word
    return found


def _texts(questions: QuestionSet, worded: Container[str]) -> Iterator[tuple[Key, Said]]:
    yield ("title",), questions.title
    yield ("purpose",), questions.purpose
    for section in questions.sections:
        yield ("section", section.id), section.title
    for field, key, asked in _asked(questions):
        yield (*key, "text"), asked.text
        yield (*key, "help"), asked.help
        for one in asked.prompts if isinstance(asked, Question) else ():
            yield (*key, "prompt", one.id, "text"), one.text
            yield (*key, "prompt", one.id, "help"), one.help
        if isinstance(asked, Question) and asked.noun != NO_NOUN:
            yield (*key, "noun"), asked.noun
        if field not in worded and field not in HARM_FIELDS:
            yield from (((*key, "choice", code), code) for code in asked.choices)


def _asked(questions: QuestionSet) -> Iterator[tuple[str, Key, Question | Column]]:
    """Each question and column, with the field that its choices belong to, and its key."""
    for question in questions.questions:
        key: Key = ("question", question.id)
        yield question.path, key, question
        for column in question.columns:
            yield f"{question.to}.{column.id}", (*key, "column", column.id), column


def _question(question: Question, said: Mapping[Key, Said]) -> Question:
    key: Key = ("question", question.id)
    columns = tuple(
        msgspec.structs.replace(
            one,
            text=_said(said, (*key, "column", one.id, "text"), one.text),
            help=_said(said, (*key, "column", one.id, "help"), one.help),
        )
        for one in question.columns
    )
    prompts = tuple(
        msgspec.structs.replace(
            one,
            text=_said(said, (*key, "prompt", one.id, "text"), one.text),
            help=_said(said, (*key, "prompt", one.id, "help"), one.help),
        )
        for one in question.prompts
    )
    return msgspec.structs.replace(
        question,
        prompts=prompts,
        text=_said(said, (*key, "text"), question.text),
        help=_said(said, (*key, "help"), question.help),
        noun=_said(said, (*key, "noun"), question.noun),
        columns=columns,
    )


def _said(said: Mapping[Key, Said], key: Key, otherwise: str) -> str:
    found = said.get(key, otherwise)
    return found if isinstance(found, str) else otherwise
