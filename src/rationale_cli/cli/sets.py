"""Question sets as lines of a screen."""

from collections.abc import Iterable, Iterator
from typing import Any

from rationale_cli.cli.set_files import Kept
from rationale_cli.cli.written import Written
from rationale_cli.domain.questions.question import Column, Question, QuestionSet, When
from rationale_cli.domain.telling.saying import counted
from rationale_cli.errors import RationaleError
from rationale_cli.services import question_sets, translating
from rationale_cli.services.translating import Counted


class NotKeptError(RationaleError):
    """A set of the folder does not count yet."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"the question set {name!r} is written, and does not count yet",
            hint=f"Let it count with 'rationale questions keep {name}'.",
        )


def asked(store: Any, name: str) -> QuestionSet:
    """Give a set that counts.

    Raises:
        NotKeptError: If it is only written so far.
        RationaleError: As `question_sets.question_set` says.
    """
    try:
        return question_sets.question_set(store, name)
    except question_sets.UnknownQuestionSetError:
        if name in Written(store).unkept():
            raise NotKeptError(name) from None
        raise


def rows(store: Any) -> list[dict[str, Any]]:
    """Give what is told of each set; one that cannot be read is told with its fault."""
    return [_row(store, one) for one in question_sets.names(store)]


def translations(store: Any) -> list[dict[str, Any]]:
    """Give what is told of each translation of the folder."""
    return [
        {"name": one.of, "language": one.language, "source": f"questions/{one}.toml"}
        for one in translating.names(store)
    ]


def told(
    listed: Iterable[dict[str, Any]], translated: Iterable[dict[str, Any]] = ()
) -> Iterator[str]:
    """Tell which sets there are, and which texts in other languages."""
    for row in listed:
        own = "" if row["source"] == "shipped" else f" ({row['source']})"
        if row["fault"]:
            yield f"{row['name']}{own}  unreadable: {row['fault']}"
        else:
            yield f"{row['name']}/{row['version']}{own}  {row['title']}"
            yield f"    {row['purpose']} {row['questions']} questions, {row['quick']} quick."
    for row in translated:
        yield f"{row['name']} in {row['language']} ({row['source']})"


def checked(found: QuestionSet | Counted) -> str:
    """Tell that a set or a translation has no fault."""
    if isinstance(found, Counted):
        return f"{found.name}: {found.texts} of {found.of} texts; no fault."
    every, quick = len(found.questions), sum(one.quick for one in found.questions)
    return f"{found.key}: {counted(every, 'question', 'questions')}, {quick} quick; no fault."


def after_keeping(kept: Kept) -> Iterator[str]:
    """Tell what comes of keeping a set or a translation."""
    if kept.of is not None:
        language = kept.of.language
        yield f"Whoever has RATIONALE_LANGUAGE={language} is asked in it from now on; the line"
        yield f'language = "{language}" in rationale.toml asks everybody in it.'
        return
    if kept.before is not None and _is_unversioned(kept.before, kept.found):
        yield f"The set changed, and its version is still {kept.before.version}. Raise it by one,"
        yield "and keep the set again: a record says by it which questions it answers."
    yield f"'rationale new --question-set {kept.name}' asks it from now on."


def _is_unversioned(before: QuestionSet, after: QuestionSet | Counted) -> bool:
    return isinstance(after, QuestionSet) and before != after and before.version == after.version


def shown(found: QuestionSet) -> Iterator[str]:
    """Tell every question of a set, in asking order."""
    yield f"{found.key}  {found.title}"
    yield found.purpose
    titles = {one.id: one.title for one in found.sections}
    section = ""
    for number, question in enumerate(found.questions, 1):
        if question.section != section:
            section = question.section
            yield ""
            yield titles.get(section, section)
        yield f"{number:>3}  {question.text}"
        yield f"     {' · '.join(_marks(question))}"
        for prompt in question.prompts:
            yield f"       {prompt.id}: {prompt.text}"
            yield f"         prompt{' · quick' if prompt.quick else ''}"
        for column in question.columns:
            yield f"       {column.id}: {column.text}"
            yield f"         {' · '.join(_marks(column))}"


def _row(store: Any, listed: question_sets.Listed) -> dict[str, Any]:
    row: dict[str, Any] = {"name": listed.name, "source": listed.source}
    try:
        found = question_sets.question_set(store, listed.name)
    except RationaleError as error:
        empty = dict.fromkeys(("version", "title", "purpose", "questions", "quick"))
        return row | empty | {"fault": str(error)}
    return row | {
        "version": found.version,
        "title": found.title,
        "purpose": found.purpose,
        "questions": len(found.questions),
        "quick": sum(question.quick for question in found.questions),
        "fault": None,
    }


def _marks(asked: Question | Column) -> Iterator[str]:
    if isinstance(asked, Question):
        yield asked.id
    yield asked.kind.value
    if asked.quick:
        yield "quick"
    if isinstance(asked, Question) and asked.final:
        yield "final"
    if isinstance(asked, Column) and asked.needed:
        yield "needed"
    if isinstance(asked, Column) and asked.makes:
        yield f"makes {asked.makes}"
    yield from (_condition(when) for when in asked.when)


def _condition(when: When) -> str:
    if when.is_:
        return f"if {when.path} is {' or '.join(str(one).lower() for one in when.is_)}"
    return f"if {when.path} {'stands' if when.given else 'does not stand'}"
