"""Findings: what a rule saw, as a value."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.keeping import Waiver
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.stood import NOTHING, About
from rationale_cli.domain.words import Words


class Severity(StrEnum):
    """An error refuses ``--final`` unless its rule was set aside; a warning refuses nothing."""

    ERROR = "error"
    WARNING = "warning"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is missing, silent or at odds.

    Attributes:
        rule: Id of the rule, as ``RAT001``.
        severity: Whether ``--final`` is refused for it.
        path: What it is about, as ``risk`` or ``dissent.X2.confirmed``.
        text: The fact, as a sentence a practitioner would say.
        harm: Code of the kind of harm that it names; empty for most rules.
        question: The question of the record's set that would close it; empty if none would.
        waiver: By whom and why its rule was set aside for this record, or ``None``. It is told
            all the same.
        is_gap: Whether it says only that something was not said yet.
    """

    rule: str
    severity: Severity
    path: str
    text: str
    harm: str = ""
    question: str = ""
    waiver: Waiver | None = None
    is_gap: bool = False

    @property
    def is_error(self) -> bool:
        """Whether it refuses ``--final``: an error whose rule was not set aside."""
        return self.severity is Severity.ERROR and self.waiver is None

    @property
    def is_warning(self) -> bool:
        """Whether it is told and refuses nothing, and its rule was not set aside."""
        return self.severity is Severity.WARNING and self.waiver is None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules look at: one decision and what is expected of it.

    Attributes:
        decision: The decision.
        answers: The same, as answers: for paths.
        questions: Its question set with everything included, or ``None`` if it is not known here.
        harms: The kinds of harm that must not stay silent for it.
        known_harms: Codes of every kind of harm known, due or not.
        catalogue: Every kind of harm known, with the words that may speak of it.
        unread_harms: Files of a team's own kinds of harm that cannot be read, with why.
        asked_elsewhere: Ids of questions that other sets of the folder ask, as far as the decision
            answers them.
        expected: Who should be consulted, ``role@agency``.
        words: What codes are called.
        concerns: About the decision, as they stand.
        provisions: The law library, a team's own rows included.
    """

    decision: Decision
    answers: Mapping[str, Any]
    questions: QuestionSet | None
    harms: tuple[Harm, ...]
    known_harms: tuple[str, ...]
    expected: tuple[str, ...]
    words: Words
    asked_elsewhere: frozenset[str] = frozenset()
    catalogue: tuple[Harm, ...] = ()
    unread_harms: tuple[tuple[str, str], ...] = ()
    concerns: About = NOTHING
    provisions: tuple[Provision, ...] = ()


def error(rule: str, path: str, text: str, *, harm: str = "") -> Finding:
    """Give a finding that refuses ``--final``."""
    return Finding(rule=rule, severity=Severity.ERROR, path=path, text=text, harm=harm)


def warning(rule: str, path: str, text: str) -> Finding:
    """Give a finding that refuses nothing."""
    return Finding(rule=rule, severity=Severity.WARNING, path=path, text=text)


def somebody(role: str, agency: str) -> str:
    """Name somebody inside a sentence: ``the health visitor (health)``."""
    name = f"the {role}" if role else "somebody"
    return f"{name} ({agency})" if agency else name
