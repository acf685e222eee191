"""Rows of a list in loose answers, and the harms that are walked one by one."""

from collections.abc import Mapping, Sequence
from typing import Any

from rationale_cli.domain.answers import Answers, next_id
from rationale_cli.domain.asking.interview import Interview, Place
from rationale_cli.domain.harm import Harm, due
from rationale_cli.domain.questions.question import Column
from rationale_cli.domain.spoken import spoken_in

RISKS = "risk"

_LIST_AND_ID = 2


def rows(answers: Mapping[str, Any], name: str) -> list[Answers]:
    """Give the rows of a list, in order."""
    found = answers.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def row(answers: Mapping[str, Any], name: str, row_id: str) -> Answers | None:
    """Give one row of a list by its id."""
    return next((one for one in rows(answers, name) if one.get("id") == row_id), None)


def gone(interview: Interview, name: str) -> tuple[str, ...]:
    """Give the ids of the rows of a list that were taken away, and can be put back."""
    parts = [path.split(".") for path in interview.aside]
    return tuple(part[1] for part in parts if len(part) == _LIST_AND_ID and part[0] == name)


def free_id(interview: Interview, name: str) -> str:
    """Give the id of the next new row: never one that was used before, nor one set aside."""
    present = [str(one.get("id")) for one in rows(interview.answers, name)]
    aside = [path.split(".")[1] for path in interview.aside if path.startswith(f"{name}.")]
    return next_id(name, (*interview.used.get(name, ()), *present, *aside))


def place_of(row_id: str, ids: Sequence[str], stood: Sequence[str]) -> int:
    """Give where a row belongs that is put back: behind the one that it stood behind.

    Args:
        row_id: Of the row.
        ids: Those of the rows that are there, in order.
        stood: The order as it was; a row that is not in it belongs at the end.
    """
    before = stood[: stood.index(row_id)] if row_id in stood else ids
    return next((ids.index(one) + 1 for one in reversed(before) if one in ids), 0)


def stood(interview: Interview, name: str) -> dict[str, tuple[str, ...]]:
    """Give the order in which rows stood, with that of one list as it now is."""
    ids = [str(one.get("id")) for one in rows(interview.answers, name)]
    gone = interview.stood.get(name, ())
    for one in gone:
        if one not in ids:
            ids.insert(place_of(one, ids, gone), one)
    return {**interview.stood, name: tuple(ids)}


def risks_of(interview: Interview, harm: str) -> tuple[str, ...]:
    """Give the ids of the rows that a kind of harm has, in order; mostly one, or none."""
    found = rows(interview.answers, RISKS)
    return tuple(str(one.get("id")) for one in found if one.get("harm") == harm)


def risk_at(interview: Interview, place: Place) -> str | None:
    """Give the id of the row at which the walk through the harms stands; ``None`` for a new one."""
    found = risks_of(interview, place.row)
    return place.risk if place.risk in found else next(iter(found), None)


def risk_to_be(interview: Interview, harm: str) -> str:
    """Give the id that a row for a kind of harm would get: that of one taken away, or a new one."""
    for path, gone in reversed(interview.aside.items()):
        name, _, row_id = path.partition(".")
        is_row = name == RISKS and "." not in row_id and isinstance(gone, dict)
        if is_row and gone.get("harm") == harm and row(interview.answers, RISKS, row_id) is None:
            return row_id
    return free_id(interview, RISKS)


def walk(interview: Interview) -> tuple[Harm, ...]:
    """Give the harms to look at, in order: those that somebody named in disagreeing first.

    After them come those of which something speaks, those due for the people whom the decision is
    about, then any others that already have a row.
    """
    catalogue = {one.code: one for one in interview.harms}
    people = rows(interview.answers, "person")
    owed = due(
        interview.harms,
        # A module such as risk-update asks about a record that keeps its own set.
        question_set=str(interview.answers.get("question_set") or interview.questions.name),
        people=[(one.get("age_band"), _texts(_entries(one, "vulnerability"))) for one in people],
    )
    named = [code for one in rows(interview.answers, "dissent") for code in _entries(one, "harms")]
    heard = [one.harm for one in spoken_in(interview.answers, interview.harms)]
    kept = [one.get("harm") for one in rows(interview.answers, RISKS)]
    codes = dict.fromkeys(_texts((*named, *heard, *(one.code for one in owed), *kept)))
    return tuple(catalogue.get(code) or _own(code, interview) for code in codes)


def named_by(interview: Interview, harm: str) -> tuple[Answers, ...]:
    """Give the rows of those who named a kind of harm in disagreeing."""
    return tuple(
        one for one in rows(interview.answers, "dissent") if harm in _entries(one, "harms")
    )


def is_silent(interview: Interview, harm: str) -> bool:
    """Whether nobody has looked at a kind of harm yet, in any of its rows."""
    return all(is_open(interview, one) for one in risks_of(interview, harm))


def is_open(interview: Interview, risk: str | None) -> bool:
    """Whether a row of the harms is not there, or does not say yet how the harm stands."""
    found = row(interview.answers, RISKS, risk or "")
    return found is None or found.get("status") in {None, "not-considered"}


def is_due(column: Column) -> bool:
    """Whether a harm that asks for this is not told without it."""
    return column.needed or column.id in {"reason", "plan"}


def _own(code: str, interview: Interview) -> Harm:
    """A team's own kind of harm, which the catalogue does not know."""
    return Harm(code=code, name=code, help="", ask=interview.texts("show.own_harm", harm=code))


def _entries(item: Mapping[str, Any], key: str) -> list[Any]:
    found = item.get(key)
    return found if isinstance(found, list) else []


def _texts(found: Any) -> tuple[str, ...]:
    return tuple(one for one in found if isinstance(one, str) and one)
