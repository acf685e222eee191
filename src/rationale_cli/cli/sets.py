"""Question sets as lines of a screen."""

from collections.abc import Iterable, Iterator
from typing import Any

from rationale_cli.cli import present
from rationale_cli.domain.questions.question import Column, Question, QuestionSet, When
from rationale_cli.errors import RationaleError
from rationale_cli.services import question_sets, translating
from rationale_cli.services.translating import Counted


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
    return (
        f"{found.key}: {present.counted(every, 'question', 'questions')}, {quick} quick; no fault."
    )


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
    yield from (_condition(when) for when in asked.when)


def _condition(when: When) -> str:
    if when.is_:
        return f"if {when.path} is {' or '.join(str(one).lower() for one in when.is_)}"
    return f"if {when.path} {'stands' if when.given else 'does not stand'}"
