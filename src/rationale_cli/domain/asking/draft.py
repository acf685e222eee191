"""A draft: an interview not yet saved, and everything needed to go on at the same question."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.asking.interview import END, Interview, Mode, Place
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.decision import items
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.laying import Clash
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.revision import Revision

FORMAT = 1
"""The newest draft format that this program reads, and the one it writes."""

FOUND = ".found-"
"""Stands in the name of a text that was found in the working copy."""


class Draft(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An interview not yet saved.

    Attributes:
        verb: Which began it: ``new``, ``amend``, ``reassess``, ``note`` or ``correct``; ``fresh``
            for what is answered as if the decision were new.
        record: Id of the record; for ``new`` the one that it is to get.
        blob: Opaque name of the record's text as it was begun on; empty for ``new``.
        question_set: Name and version of the set that is asked, as ``care-plan/1``.
        mode: How much is asked.
        started_at: When it began.
        place: Where it stands; ``None`` before the first question.
        terms: What the command line said, by the names of its options: ``because``, ``by``,
            ``kind``, ``decided_at`` and ``late_reason``. Not ``final``: whether gaps may be left
            is said anew at each try.
        used: For each list the ids that were ever used in the history of the record.
        answers: What was said so far, in the record's own shape; begins with what is known.
        changed: Paths answered in this interview.
        aside: What was said under branches that are no longer asked, and what was taken away.
        stood: For each list from which rows were taken away, the order in which they stood.
        typed: What was typed as an answer and not yet ended, by the path it would go to.
        found: Name of the draft with the hand edit that this one records; mostly empty.
        clashes: Where a colleague has changed the same since, and nobody has decided yet.
        fresh: What was answered afresh, while it is compared with what stands; else empty.
        form: The text as it came back from the editor, if it was written as a form; what it says
            is among the answers once it can be read.
    """

    format: int = FORMAT
    verb: str
    record: str
    blob: str = ""
    question_set: str
    mode: Mode = Mode.QUICK
    started_at: datetime
    place: Place | None = None
    terms: dict[str, Any] = msgspec.field(default_factory=dict)
    used: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    changed: tuple[str, ...] = ()
    aside: dict[str, Any] = msgspec.field(default_factory=dict)
    stood: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    typed: dict[str, str] = msgspec.field(default_factory=dict)
    found: str = ""
    clashes: tuple[Clash, ...] = ()
    fresh: Answers = msgspec.field(default_factory=dict)
    form: str = ""
    answers: Answers = msgspec.field(default_factory=dict)

    @property
    def name(self) -> str:
        """What people call it: ``k7qf2m.amend``."""
        return f"{self.record}.{self.verb}"


def interview(
    draft: Draft, questions: QuestionSet, harms: Iterable[Harm], texts: Texts
) -> Interview:
    """Give the interview that a draft holds, at its place; see also `moving.restored`."""
    return Interview(
        questions=questions,
        texts=texts,
        harms=tuple(harms),
        mode=draft.mode,
        answers=draft.answers,
        place=draft.place or END,
        aside=draft.aside,
        stood=draft.stood,
        changed=draft.changed,
        used=draft.used,
        typed=draft.typed,
        clashes=draft.clashes,
    )


def kept(draft: Draft, now: Interview) -> Draft:
    """Give the draft with an interview as it now stands."""
    return msgspec.structs.replace(
        draft,
        answers=now.answers,
        place=now.place,
        aside=now.aside,
        stood=now.stood,
        changed=now.changed,
        typed=now.typed,
        clashes=now.clashes,
    )


def used(history: Iterable[Revision]) -> dict[str, tuple[str, ...]]:
    """Give for each list the ids that were ever used in a history."""
    found: dict[str, dict[str, None]] = {}
    for revision in history:
        for name, item in items(revision.decision):
            found.setdefault(name, {})[item.id] = None
    return {name: tuple(ids) for name, ids in found.items()}
