"""Rows of a list in loose answers, and the harms that are walked one by one."""

from collections.abc import Mapping
from typing import Any

from rationale_cli.domain.answers import Answers, next_id
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.harm import Harm, due

RISKS = "risk"


def rows(answers: Mapping[str, Any], name: str) -> list[Answers]:
    """Give the rows of a list, in order."""
    found = answers.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def row(answers: Mapping[str, Any], name: str, row_id: str) -> Answers | None:
    """Give one row of a list by its id."""
    return next((one for one in rows(answers, name) if one.get("id") == row_id), None)


def free_id(interview: Interview, name: str) -> str:
    """Give the id of the next new row: never one that was used before, nor one set aside."""
    present = [str(one.get("id")) for one in rows(interview.answers, name)]
    aside = [path.split(".")[1] for path in interview.aside if path.startswith(f"{name}.")]
    return next_id(name, (*interview.used.get(name, ()), *present, *aside))


def risk_of(interview: Interview, harm: str) -> str | None:
    """Give the id of the row that a kind of harm has, or ``None`` if nobody has looked."""
    for one in rows(interview.answers, RISKS):
        if one.get("harm") == harm:
            return str(one.get("id"))
    return None


def walk(interview: Interview) -> tuple[Harm, ...]:
    """Give the harms to look at, in order: those that somebody named in disagreeing first.

    After them come those due for the people whom the decision is about, then any others that
    already have a row.
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
    kept = [one.get("harm") for one in rows(interview.answers, RISKS)]
    codes = dict.fromkeys(_texts((*named, *(one.code for one in owed), *kept)))
    return tuple(catalogue.get(code) or _own(code) for code in codes)


def named_by(interview: Interview, harm: str) -> tuple[Answers, ...]:
    """Give the rows of those who named a kind of harm in disagreeing."""
    return tuple(
        one for one in rows(interview.answers, "dissent") if harm in _entries(one, "harms")
    )


def is_silent(interview: Interview, harm: str) -> bool:
    """Whether nobody has looked at a kind of harm yet."""
    risk = row(interview.answers, RISKS, risk_of(interview, harm) or "")
    return risk is None or risk.get("status") in {None, "not-considered"}


def _own(code: str) -> Harm:
    """A team's own kind of harm, which the catalogue does not know."""
    return Harm(code=code, name=code, help="", ask=f"{code}: how does it stand?")


def _entries(item: Mapping[str, Any], key: str) -> list[Any]:
    found = item.get(key)
    return found if isinstance(found, list) else []


def _texts(found: Any) -> tuple[str, ...]:
    return tuple(one for one in found if isinstance(one, str) and one)
