"""Ratings beside one another: which stand, who differs, and which is at odds with the evidence."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from rationale_cli.domain.answers import Answers, at, is_blank
from rationale_cli.domain.moment import Moment

BAND = "reunification-band"
"""The scale whose values go with evidence: low, medium, high, severe."""

RISKS = "answers.re.factors"
PROTECTION = "answers.re.strengths"
CHANGE = "answers.re.change"
"""Where the reunification set keeps what a band rests on."""

DIFFERENCE = "answers.re.differ"
"""Why partners differ."""

REASON = "answers.re.odds"
"""Why a band stands that its evidence does not suggest."""


class Evidence(StrEnum):
    """What was said of risk, protection and change, where a band does not go with it."""

    RISK = "risk"
    NO_RISK = "no-risk"
    PROTECTION = "protection"
    NO_PROTECTION = "no-protection"
    NO_CHANGE = "no-change"
    CHANGE_BEGUN = "change-begun"
    CHANGE_LASTS = "change-lasts"
    CHANGE_NOT_SAID = "change-not-said"


class Odds(NamedTuple):
    """A band and what it does not go with.

    Attributes:
        rating: Its row.
        evidence: At least one.
    """

    rating: Answers
    evidence: tuple[Evidence, ...]


def standing(ratings: Iterable[Answers]) -> tuple[Answers, ...]:
    """Give the ratings that stand: of several by one partner on one scale the latest.

    Args:
        ratings: Rows in the order of the record; of two of one time the later row stands.
    """
    found: dict[tuple[str, ...], Answers] = {}
    for one in ratings:
        if not one.get("value"):
            continue
        key = _partner(one)
        before = found.get(key)
        if before is None or not _is_later(before, one):
            found[key] = one
    return tuple(found.values())


def differing(ratings: Iterable[Answers]) -> tuple[tuple[Answers, ...], ...]:
    """Give, for each scale on which partners differ, the ratings that stand."""
    scales: dict[str, list[Answers]] = {}
    for one in standing(ratings):
        scales.setdefault(_plain(one.get("scale")), []).append(one)
    return tuple(
        tuple(rows)
        for rows in scales.values()
        if len({_plain(one.get("value")) for one in rows}) > 1
    )


def at_odds(answers: Mapping[str, Any]) -> tuple[Odds, ...]:
    """Give each band that stands and does not go with the evidence that was given.

    The bands and what goes with each follow the shape of the Loughborough infant study: risk,
    protection, evidence of capacity to change. What was not asked is no evidence; only that
    nobody has said whether anything changed is told of a band that rests on change.

    Args:
        answers: Of a record whose set asks for that evidence.
    """
    evidence = tuple(_evidence(answers))
    found = []
    for one in standing(_rows(answers)):
        goes_not_with = _NOT_WITH.get(_plain(one.get("value")), ())
        if _plain(one.get("scale")) == BAND and (
            odds := tuple(each for each in evidence if each in goes_not_with)
        ):
            found.append(Odds(one, odds))
    return tuple(found)


def is_explained(answers: Mapping[str, Any], differing: Iterable[Answers]) -> bool:
    """Whether it is said why partners differ: once for all, or with each of their ratings."""
    if not is_blank(at(answers, DIFFERENCE)):
        return True
    return all(not is_blank(one.get("why")) for one in differing)


def differ(answers: Mapping[str, Any]) -> bool:
    """Whether partners differ on some scale."""
    return bool(differing(_rows(answers)))


_LASTS = "lasting and checked by somebody else"
_CHANGES = {
    "none yet": Evidence.NO_CHANGE,
    "begun and can be seen": Evidence.CHANGE_BEGUN,
    _LASTS: Evidence.CHANGE_LASTS,
}
_STRENGTH_OF_CHANGE = "change has lasted and was checked by somebody else"

_NOT_WITH = {
    "low": (
        Evidence.RISK,
        Evidence.NO_PROTECTION,
        Evidence.NO_CHANGE,
        Evidence.CHANGE_BEGUN,
        Evidence.CHANGE_NOT_SAID,
    ),
    "medium": (
        Evidence.NO_RISK,
        Evidence.NO_PROTECTION,
        Evidence.NO_CHANGE,
        Evidence.CHANGE_NOT_SAID,
    ),
    "high": (
        Evidence.NO_RISK,
        Evidence.NO_PROTECTION,
        Evidence.CHANGE_BEGUN,
        Evidence.CHANGE_LASTS,
    ),
    "severe": (
        Evidence.NO_RISK,
        Evidence.PROTECTION,
        Evidence.CHANGE_BEGUN,
        Evidence.CHANGE_LASTS,
    ),
}
"""What each band does not go with at first sight; a reason may always be given for it."""


def _evidence(answers: Mapping[str, Any]) -> Iterable[Evidence]:
    risks, protection = _said(answers, RISKS), _said(answers, PROTECTION)
    if risks is not None:
        yield Evidence.RISK if risks else Evidence.NO_RISK
    if protection is not None:
        yield Evidence.PROTECTION if protection else Evidence.NO_PROTECTION
    change = at(answers, CHANGE)
    if is_blank(change):
        lasts = _STRENGTH_OF_CHANGE in (protection or ())
        yield Evidence.CHANGE_LASTS if lasts else Evidence.CHANGE_NOT_SAID
    elif str(change) in _CHANGES:
        yield _CHANGES[str(change)]


def _said(answers: Mapping[str, Any], path: str) -> tuple[str, ...] | None:
    """The entries of a list; empty if it was said that there are none, ``None`` if not asked."""
    found = at(answers, path)
    if isinstance(found, list):
        return tuple(str(one) for one in found)
    return () if path in answers.get("none", ()) else None


def _rows(answers: Mapping[str, Any]) -> list[Answers]:
    found = answers.get("rating")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _partner(one: Answers) -> tuple[str, ...]:
    """Who gives it on which scale; where nobody is named, each row is somebody of its own."""
    who = (_plain(one.get("role")), _plain(one.get("agency")))
    return (_plain(one.get("scale")), *(who if any(who) else ("", "", str(one.get("id")))))


def _is_later(one: Answers, other: Answers) -> bool:
    """Whether the time of one is known to lie after that of another."""
    times = (one.get("at"), other.get("at"))
    if any(is_blank(time) for time in times):
        return False
    first, second = (Moment(time) for time in times)  # type: ignore[arg-type]  # not blank
    return second < first


def _plain(text: object) -> str:
    return " ".join(str(text or "").split()).casefold()
