"""Risks that somebody has looked at, and what is still open about them."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from rationale_cli.domain.check.closing import question_for
from rationale_cli.domain.check.finding import Case, Finding, warning
from rationale_cli.domain.check.rule import Rule
from rationale_cli.domain.check.unsaid import first_unsaid, unsaid
from rationale_cli.domain.knowledge import Confidence
from rationale_cli.domain.risk import ControlState, Risk, RiskStatus
from rationale_cli.domain.several import several
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.trigger import TriggerKind

_RISK = {
    "evidence": "what that rests on",
    "period": "over what time",
    "likelihood": "how likely it is",
    "impact": "how bad it would be",
    "confidence": "how good the evidence is",
}
_OPEN = {RiskStatus.PRESENT, RiskStatus.NOT_RULED_OUT}
_ESTIMATED = {RiskStatus.NOT_RULED_OUT, RiskStatus.THOUGHT_UNLIKELY}
_UNSURE = {Confidence.MIXED, Confidence.THIN, Confidence.NONE}
_DEADLY = 5
"""Impact: death or a life-changing injury."""


def deadly(case: Case) -> Iterator[Finding]:
    """RAT055: a harm that could end in death stands without a control in place or an event.

    Named at any likelihood: rare and unbearable is still unbearable. Not named once a control
    for this risk is in place and an event or a limit would make us look again early.
    """
    decision = case.decision
    watched = any(
        one.kind in {TriggerKind.EVENT, TriggerKind.THRESHOLD} for one in decision.trigger
    )
    for risk in decision.risk:
        if risk.impact != _DEADLY or risk.status is RiskStatus.NOT_APPLICABLE:
            continue
        held = any(
            risk.id in one.risks and one.state is ControlState.IN_PLACE for one in decision.control
        )
        open_ones = [
            *([] if held else ["no control for it is in place"]),
            *([] if watched else ["no event is named that would make us look again early"]),
        ]
        if open_ones:
            yield warning(
                "RAT055",
                f"risk.{risk.id}.impact",
                f"{_name(case, risk)} could end in death or a life-changing injury: keep it on "
                f"page one. {capital(several(open_ones))}.",
            )


def thin(case: Case) -> Iterator[Finding]:
    """RAT056: a likelihood rests on mixed or thinner evidence, and nothing would settle it.

    A record has no link from a risk to what would settle it, and likeness of words is no link.
    So only what a person has written counts: a plan of the risk itself, or an open question or
    an action not yet done that names the risk, by its id (``R1``) or by what the harm is called,
    as whole words. A harm that is present is no estimate and is left alone.
    """
    for risk in case.decision.risk:
        if (
            risk.status in _ESTIMATED
            and risk.likelihood is not None
            and risk.confidence in _UNSURE
            and not risk.plan.strip()
            and not _is_looked_into(case, risk)
        ):
            evidence = "no" if risk.confidence is Confidence.NONE else str(risk.confidence)
            found = warning(
                "RAT056",
                f"risk.{risk.id}.confidence",
                f"{_name(case, risk)}: the likelihood rests on {evidence} evidence, and no open "
                f"question and no action names {risk.id} or the harm as what it would settle.",
            )
            yield replace(found, question=question_for("unknown", case.questions))


def loose_risk(case: Case) -> Iterator[Finding]:
    """RAT057: a risk that stands lacks its evidence, period, likelihood, impact or certainty."""
    for risk in case.decision.risk:
        what = unsaid(risk, _RISK) if risk.status in _OPEN else ""
        if what:
            yield warning(
                "RAT057",
                f"risk.{risk.id}.{first_unsaid(risk, _RISK)}",
                f"{_name(case, risk)} does not say {what}.",
            )


def unguarded(case: Case) -> Iterator[Finding]:
    """RAT058: a risk stands, and nothing protects from it: no control and nothing protective."""
    guarded = {risk_id for one in case.decision.control for risk_id in one.risks}
    for risk in case.decision.risk:
        if risk.status in _OPEN and not risk.protective and risk.id not in guarded:
            yield warning(
                "RAT058",
                f"risk.{risk.id}.protective",
                f"{_name(case, risk)}: nothing says what protects from it or is done about it.",
            )


def unwatched(case: Case) -> Iterator[Finding]:
    """RAT059: something unthinkable has no warning sign that was agreed."""
    for one in case.decision.unthinkable:
        if not one.warning_sign.strip():
            yield warning(
                "RAT059",
                f"unthinkable.{one.id}.warning_sign",
                f"{one.id}, thought unthinkable, has no agreed warning sign.",
            )


def _name(case: Case, risk: Risk) -> str:
    harm = case.words.harm(risk.harm) if risk.harm else ""
    return f"{capital(harm)} ({risk.id})" if harm else risk.id


def _is_looked_into(case: Case, risk: Risk) -> bool:
    decision = case.decision
    texts = [
        *(f"{one.question}\n{one.matters}" for one in decision.unknown if not one.answer.strip()),
        *(one.what for one in decision.action if one.done_at is None),
    ]
    names = {risk.id, risk.harm, risk.harm.replace("-", " "), case.words.harm(risk.harm)} - {""}
    wanted = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE)
    return any(wanted.search(text) for text in texts)


RULES = (
    Rule(
        "RAT055",
        "R7",
        "A harm could end in death, and no control is in place or no event is named.",
        deadly,
    ),
    Rule(
        "RAT056",
        "R7",
        "A likelihood rests on mixed or thinner evidence, and nothing would settle it.",
        thin,
    ),
    Rule(
        "RAT057",
        "R7",
        "A risk does not say what it rests on, how likely or how bad.",
        loose_risk,
        is_gap=True,
    ),
    Rule("RAT058", "R7", "A risk stands, and nothing is said to protect from it.", unguarded),
    Rule(
        "RAT059", "R9", "Something unthinkable has no agreed warning sign.", unwatched, is_gap=True
    ),
)
