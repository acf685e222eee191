"""Kinds of harm, and which of them must be looked at for whom."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.fault import Fault, Path
from rationale_cli.domain.people import AgeBand

FORMAT = 1
"""The newest format of a file of kinds of harm that this program reads."""

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


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
        signs: Words that may speak of it where somebody tells what they saw or heard; they say
            that it is worth a look, and never that it is so.
    """

    code: str
    name: str
    ask: str
    help: str = ""
    always: bool = False
    ages: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    vulnerabilities: tuple[str, ...] = ()
    unless_person: bool = False
    signs: tuple[str, ...] = ()


class HarmBook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of kinds of harm, in the order in which they are asked about."""

    format: int
    harms: tuple[Harm, ...] = msgspec.field(name="harm", default=())


def harm_faults(book: HarmBook) -> Iterator[Fault]:
    """Find every fault of a file of kinds of harm whose types hold."""
    codes = [one.code for one in book.harms]
    for place, harm in enumerate(book.harms):
        path: Path = ("harm", place)
        if not _CODE.fullmatch(harm.code):
            yield Fault((*path, "code"), f'is "{harm.code}", not a code such as domestic-abuse')
        elif harm.code in codes[:place]:
            yield Fault((*path, "code"), f'"{harm.code}" stands twice in this file')
        for key in ("name", "ask"):
            if not getattr(harm, key).strip():
                yield Fault((*path, key), "says nothing")
        for number, band in enumerate(harm.ages):
            if band not in set(AgeBand):
                yield Fault((*path, "ages", number), f'is "{band}", not an age band such as 5-9')


def joined(shipped: Sequence[Harm], own: Iterable[Harm], also: Iterable[str]) -> tuple[Harm, ...]:
    """Give every kind of harm that a team looks at.

    A team's own row stands in the place of a shipped one with the same code; its other rows come
    at the end. What the team wants looked at in every decision is due for everybody, also a code
    that nobody knows: it is asked about as it was written rather than passed over.
    """
    found = {one.code: one for one in shipped} | {one.code: one for one in own}
    for code in also:
        unknown = Harm(code=code, name=code, ask=f"{code}: could anybody be harmed?")
        found[code] = msgspec.structs.replace(found.get(code, unknown), always=True)
    return tuple(found.values())


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
