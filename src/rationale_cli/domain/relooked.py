"""Looking again: which risks a reassessment says were looked at, and when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rationale_cli.domain.answers import Answers, at, put
from rationale_cli.domain.decision import Kind

REST = "ru.rest"
"""The question whether all other risks were looked at and stand as they did."""

STANDS = "ru.holds"
"""The question whether the decision holds; its choices are the keys of `KINDS`."""

KINDS = {"it holds": Kind.CONFIRM, "it is reversed": Kind.REVERSE}

_SILENT = (None, "not-considered")


def looked(before: Answers, said: Answers, now: datetime) -> Answers:
    """Give a reassessment with the time of looking at each risk of which it speaks.

    A risk that is named was looked at when the reassessment was decided, unless it says itself
    when. Of the others nothing is claimed unless somebody said that all of them stand as they did.

    Args:
        before: What the record says.
        said: What is said now, as a partial record.
        now: When it is recorded.
    """
    when = at(said, "time.decided_at") or now
    standing = {str(one.get("id")): one for one in before.get("risk", ())}
    risks = [_dated(one, standing, when) for one in said.get("risk") or ()]
    if _heard(said).get(REST) is True:
        named = {one.get("id") for one in risks} | set(said.get("remove", {}).get("risk", ()))
        risks += [
            {"id": risk_id, "assessed_at": when}
            for risk_id, one in standing.items()
            if risk_id not in named and one.get("status") not in _SILENT
        ]
    found = {**said, "risk": risks} if risks else said
    for question in (REST, STANDS):
        if question in _heard(found):
            found = put(found, f"answers.{question}", None)
    return found


def kind_said(said: Mapping[str, Any]) -> Kind | None:
    """Give the kind of revision that an answer makes of a reassessment; ``None`` if none does."""
    return KINDS.get(str(_heard(said).get(STANDS)))


def _heard(said: Mapping[str, Any]) -> Mapping[str, Any]:
    found = said.get("answers")
    return found if isinstance(found, Mapping) else {}


def _dated(risk: Answers, standing: Mapping[str, Answers], when: datetime) -> Answers:
    whole = {**standing.get(str(risk.get("id")), {}), **risk}
    is_silent = whole.get("status") in _SILENT
    if is_silent or "assessed_at" in risk or not set(risk) - {"id"}:
        return risk
    return {**risk, "assessed_at": when}
