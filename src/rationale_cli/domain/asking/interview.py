"""An interview: a question set being answered, as it stands between two replies."""

from enum import StrEnum
from typing import Any

import msgspec

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.laying import Clash
from rationale_cli.domain.questions.question import QuestionSet


class Mode(StrEnum):
    """How much is asked: ``gaps`` goes on only to what has no answer yet."""

    QUICK = "quick"
    FULL = "full"
    GAPS = "gaps"


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where an interview stands.

    Attributes:
        question: Id of the question; empty at the very end, before saving.
        row: Id of the row that is being answered, or the code of a harm; empty at the list.
        column: Id of the column that is asked; empty at the list.
        alone: Whether this column alone is asked, and then the list again; in the walk through the
            harms, whether they are taken in any order, so that the last one is not the end.
        risk: Id of the row, where a kind of harm has several and this is not its first; else empty.
        prompt: Id of the prompt that is put; empty elsewhere.
    """

    question: str = ""
    row: str = ""
    column: str = ""
    alone: bool = False
    risk: str = ""
    prompt: str = ""


END = Place()
"""After the last question, where everything said is looked over before saving."""


class Interview(msgspec.Struct, frozen=True, kw_only=True):
    """A question set being answered. It knows no terminal, clock or file.

    Attributes:
        questions: The set, laid out with everything it includes.
        texts: What is asked and said besides the questions of the set.
        harms: The catalogue of kinds of harm, in the order in which they are asked.
        mode: How much is asked.
        answers: What was said so far, in the record's own shape.
        place: What is asked now.
        aside: What was said under a branch that is no longer asked, and what was taken away, by
            path; it comes back when its branch does, or when somebody wants it back.
        stood: For each list from which rows were taken away, the ids of its rows in order, those
            taken away included; it tells where one belongs that is put back.
        changed: Paths answered in this interview, each once, in order; for rows that were moved
            the path of their list.
        used: For each list the ids that were ever used in the history of the record.
        typed: What was typed as an answer and not yet ended, by the path it would go to.
        clashes: What was said on an older revision where a colleague has said something else
            since, as far as nobody has decided between them here.
    """

    questions: QuestionSet
    texts: Texts
    harms: tuple[Harm, ...] = ()
    mode: Mode = Mode.QUICK
    answers: Answers = msgspec.field(default_factory=dict)
    place: Place = END
    aside: dict[str, Any] = msgspec.field(default_factory=dict)
    stood: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    changed: tuple[str, ...] = ()
    used: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    typed: dict[str, str] = msgspec.field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()
