"""Questions and question sets: what is asked, where the answer goes, when it is asked."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec

from rationale_cli.domain import ratings
from rationale_cli.domain.answers import at

FORMAT = 1
"""The newest question set format that this program reads."""


NO_NOUN = "row"
"""A row without a name of its own."""


class Kind(StrEnum):
    """How a question is answered."""

    LINE = "line"
    PROSE = "prose"
    CHOICE = "choice"
    SEVERAL = "several"
    MOMENT = "moment"
    NUMBER = "number"
    SCALE = "scale"
    YES_NO = "yes-no"
    LIST = "list"
    PARTY = "party"
    ROWS = "rows"
    HARMS = "harms"


class Rated(StrEnum):
    """What ratings beside one another can be."""

    DIFFERENTLY = "differently"
    AT_ODDS = "at-odds"


class Offer(StrEnum):
    """What a question offers of the record itself: its warning signs, or its controls."""

    SIGNS = "signs"
    CONTROLS = "controls"


class When(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A condition on earlier answers; every part that is given must hold.

    Attributes:
        path: Where to look, as ``question.reversibility``; a path through a list of rows, as
            ``law.provision``, looks at all of them.
        is_: One of these values must stand there.
        given: Whether anything at all must stand there (true) or must not (false).
        rated: How the ratings must be: partners differ, or a reunification band is at odds with
            the evidence that was given; the path is then ``rating.value``.
    """

    path: str
    is_: tuple[str | int | bool, ...] = msgspec.field(name="is", default=())
    given: bool | None = None
    rated: Rated | None = None


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question about each row of a list; ``id`` is the field of the row it fills.

    Attributes:
        makes: What an answer makes besides the row, because the person says so here: ``trigger``,
            a look-again point of the row's warning sign with the answer as its owner; or the path
            of a field of text, to which a yes takes over the row's own words. Such a column fills
            no field of the row, and its id is free.
    """

    id: str
    text: str
    help: str = ""
    kind: Kind = Kind.LINE
    choices: tuple[str, ...] = ()
    when: tuple[When, ...] = ()
    quick: bool = False
    needed: bool = False
    makes: str = ""


class Prompt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of several ways to ask for a row of a list: put alone, and answered by one row.

    Attributes:
        id: Unique in its question, as ``last-day``; the row keeps it.
        text: What is asked instead of the first column's own text.
        help: What a good answer holds.
        quick: Whether the quick interview puts it.
    """

    id: str
    text: str
    help: str = ""
    quick: bool = False


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question.

    Attributes:
        id: Unique in the set, as ``g.ask``; a question of an including set with the same id
            replaces this one.
        text: The question as a colleague would say it.
        help: What a good answer holds; shown on ``?``.
        kind: How it is answered.
        section: Id of the section that it belongs to.
        to: Path it writes to, as ``question.statement``; ``answers`` if the record has no
            field of its own for it (it then stands under the question's id).
        choices: Codes to choose from, for ``choice`` and ``several``.
        offers: What of the record itself is chosen from instead, by its ids; the question is not
            asked of a record that holds nothing of it.
        when: Conditions; all must hold for the question to be asked.
        default: Path of an earlier answer that is offered first.
        after: Id of the question that it follows; without it, the end of its section.
        final: Whether ``--final`` needs an answer.
        quick: Whether the quick interview asks it.
        most: Greatest length of a line, or greatest number.
        least: Smallest number, or smallest number of rows.
        columns: What is asked about each row, for ``rows``.
        prompts: For ``rows``: put one by one before the list is, each answered by a row or by none.
        noun: What one row is called, as ``option``; by default what its list is called.
    """

    id: str
    text: str
    help: str = ""
    kind: Kind
    section: str
    to: str = "answers"
    choices: tuple[str, ...] = ()
    offers: Offer | None = None
    when: tuple[When, ...] = ()
    default: str | None = None
    after: str | None = None
    final: bool = False
    quick: bool = False
    most: int | None = None
    least: int | None = None
    noun: str = NO_NOUN
    columns: tuple[Column, ...] = msgspec.field(name="column", default=())
    prompts: tuple[Prompt, ...] = msgspec.field(name="prompt", default=())

    def none_of(self, prompt: str) -> str:
        """Where it is said that a prompt is answered by none, and why it was left."""
        return f"answers.{self.id}.{prompt}"

    @property
    def path(self) -> str:
        """Where the answer stands in the record, as ``answers.g.ask`` or ``question.statement``."""
        return f"answers.{self.id}" if self.to == "answers" else self.to


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A run of questions under one heading."""

    id: str
    title: str


class QuestionSet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A set of questions, as its file says it or with everything it includes.

    Attributes:
        name: As ``care-plan``; also the name of its file.
        version: Raised by hand whenever its questions change; a record keeps name and version.
        title: What a person calls it.
        purpose: One sentence: when to take this set.
        include: Names of the sets whose questions it takes over, in this order.
        drop: Ids of included questions that it does not ask.
        only: Ids of the included questions that it does ask, if not all of them.
        later: Ids of included questions that its quick interview leaves out.
        module: Whether it is a part for other sets or verbs, and no set to begin a decision with.
        late_minutes: Minutes between deciding and recording that need no reason.
        sections: In the order in which they are asked; those of included sets come first.
        questions: In the order of the file.
    """

    format: int
    name: str
    version: int
    title: str
    purpose: str = ""
    include: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    module: bool = False
    late_minutes: int = 60
    sections: tuple[Section, ...] = msgspec.field(name="section", default=())
    questions: tuple[Question, ...] = msgspec.field(name="question", default=())

    @property
    def key(self) -> str:
        """Name and version, as a record keeps them: ``care-plan/1``."""
        return f"{self.name}/{self.version}"


def is_asked(question: Question | Column, answers: Mapping[str, Any]) -> bool:
    """Whether the answers so far call for this question."""
    return all(
        _holds(when, at(answers, when.path)) and _is_rated(when, answers) for when in question.when
    )


def _holds(when: When, found: Any) -> bool:
    if when.given is not None and when.given != (found not in (None, "", [])):
        return False
    return not when.is_ or any(_is_same(one, wanted) for one in _flat(found) for wanted in when.is_)


def _is_rated(when: When, answers: Mapping[str, Any]) -> bool:
    match when.rated:
        case Rated.DIFFERENTLY:
            return ratings.differ(answers)
        case Rated.AT_ODDS:
            return bool(ratings.at_odds(answers))
        case _:
            return True


def _flat(found: Any) -> list[Any]:
    """What stands at a path, one by one: also what stands in the lists of several rows."""
    return [one for part in found for one in _flat(part)] if isinstance(found, list) else [found]


def _is_same(one: Any, wanted: object) -> bool:
    # In Python 1 equals True; a scale of 1 is no "yes".
    return one == wanted and isinstance(one, bool) == isinstance(wanted, bool)
