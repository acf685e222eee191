"""Kinds of harm, and which of them must be looked at for whom."""

from collections.abc import Iterable

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.people import AgeBand


class Harm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of harm.

    Attributes:
        code: As ``domestic-abuse``; what a record holds.
        name: What a person calls it.
        help: What it covers, in one or two sentences.
        ask: The question asked when the harms are walked one by one.
        always: Due for everybody, whoever the decision is about.
        ages: Age bands for which it is due.
        sets: Question sets in which it is due.
        vulnerabilities: Due if one of these is said of a person.
        unless_person: Due only if the decision is about no person in particular.
    """

    code: str
    name: str
    help: str
    ask: str
    always: bool = False
    ages: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    vulnerabilities: tuple[str, ...] = ()
    unless_person: bool = False


def due_for(decision: Decision, catalogue: Iterable[Harm]) -> tuple[Harm, ...]:
    """Give the harms that must not stay silent for whom a decision is about; see `due`."""
    return due(
        catalogue,
        question_set=decision.question_set,
        people=[(person.age_band, person.vulnerability) for person in decision.person],
    )


def due(
    catalogue: Iterable[Harm],
    *,
    question_set: str,
    people: Iterable[tuple[str | None, Iterable[str]]],
) -> tuple[Harm, ...]:
    """Give the harms that must not stay silent, in the order of the catalogue.

    Somebody whose age nobody said is owed what is due at every age: an age that is missing is
    no reason for silence.

    Args:
        catalogue: Every harm known.
        question_set: Name of the set, with or without its version.
        people: Whom the decision is about: age band, and what makes harm more likely.
    """
    known = [(band, tuple(said)) for band, said in people]
    name = question_set.partition("/")[0]
    return tuple(
        harm
        for harm in catalogue
        if harm.always
        or name in harm.sets
        or any(_is_owed(harm, band, said) for band, said in known)
        or (harm.unless_person and not known)
    )


def _is_owed(harm: Harm, band: str | None, said: tuple[str, ...]) -> bool:
    by_age = band in harm.ages if band else set(AgeBand) <= set(harm.ages)
    return by_age or any(word in harm.vulnerabilities for word in said)
