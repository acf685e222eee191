"""Old and new side by side: a question for each difference, and whether the decision stands."""

from collections.abc import Iterable

from rationale_cli.domain.afresh import SET, Choice, Point
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.questions.question import Kind, Question, QuestionSet, Section

STANDS = "afresh.stands"
"""Id of the question whether the decision still stands."""

_FORMAT = 1
_CHOICES = {"afresh.keep": Choice.OLD, "afresh.take": Choice.NEW, "afresh.both": Choice.BOTH}


def questions(points: Iterable[Point], texts: Texts) -> QuestionSet:
    """Give the questions that put what was answered afresh beside what stands."""
    told = tuple(_question(one, texts) for one in points)
    stands = Question(
        id=STANDS,
        text=texts("afresh.stands" if told else "afresh.same"),
        help=texts("afresh.stands_help"),
        kind=Kind.CHOICE,
        section="stands",
        choices=(texts("afresh.it_stands"), texts("afresh.reversed")),
        quick=True,
    )
    return QuestionSet(
        format=_FORMAT,
        name=SET,
        version=1,
        title=texts("afresh.title"),
        module=True,
        sections=(
            Section(id="differs", title=texts("afresh.title")),
            Section(id="stands", title=texts("afresh.stands_title")),
        ),
        questions=(*told, stands),
    )


def choices(points: Iterable[Point], said: Answers, texts: Texts) -> dict[str, str]:
    """Give what was chosen for each difference, by its id; what was left open stays as it was."""
    codes = {texts(key): choice.value for key, choice in _CHOICES.items()}
    answers = said.get("answers", {})
    return {one.id: codes.get(answers.get(f"afresh.{one.id}", ""), Choice.OLD) for one in points}


def is_reversed(said: Answers, texts: Texts) -> bool:
    """Whether it was said that the decision does not stand any more."""
    return bool(said.get("answers", {}).get(STANDS) == texts("afresh.reversed"))


def _question(point: Point, texts: Texts) -> Question:
    return Question(
        id=f"afresh.{point.id}",
        text=texts("afresh.differs", label=point.label, old=point.old, new=point.new),
        help=texts("afresh.differs_help"),
        kind=Kind.CHOICE,
        section="differs",
        choices=tuple(texts(key) for key in _CHOICES),
        quick=True,
    )
