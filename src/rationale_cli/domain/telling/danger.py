"""Dangers: what could go wrong, what nobody has looked at, and when to call at once."""

from collections.abc import Sequence
from typing import Any

from rationale_cli.domain import coverage, spoken
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import items
from rationale_cli.domain.harm import Harm, due_for
from rationale_cli.domain.risk import GRAVEST, Risk, RiskStatus
from rationale_cli.domain.telling.briefing import Call, Danger, Fact, Harms
from rationale_cli.domain.telling.fact import fact, plain
from rationale_cli.domain.telling.saying import capital, counted
from rationale_cli.domain.telling.silence import silence, was_not
from rationale_cli.domain.telling.speaking import ASK, speaks
from rationale_cli.domain.timeline.behind import aloud, behind
from rationale_cli.domain.trigger import Trigger, TriggerKind
from rationale_cli.domain.viewed import holds_back
from rationale_cli.domain.words import Words, told

_ON_PAGE_ONE = (RiskStatus.PRESENT, RiskStatus.NOT_RULED_OUT, RiskStatus.UNKNOWN, None)


def harms(history: Sequence[Decision], catalogue: Sequence[Harm], words: Words) -> Harms:
    """Tell what could go wrong; harms that nobody has looked at come by name.

    Args:
        history: Oldest first, never empty.
        catalogue: Every kind that is known; those due for this decision must not stay silent.
        words: What codes are called.
    """
    decision = history[-1]
    worries = _worries(decision)
    heard = spoken.spoken(decision, catalogue)
    told = dict.fromkeys((*worries, *(one.harm for one in heard)))
    due = due_for(decision, catalogue)
    silent = [code for code in coverage.silent(decision, due) if code not in told]
    risks = sorted(decision.risk, key=_order)
    by_id = {item["id"]: item for item in items(decision, "risk")}
    return Harms(
        lead=_lead([words.harm(code) for code in told], len(silent)),
        worries=(
            *(_worried(who, words.harm(code)) for code, who in worries.items()),
            *(speaks(one, words) for one in heard),
        ),
        ask=ASK if told else "",
        behind=tuple(map(aloud, behind(history, words))),
        silent=tuple(words.harm(code) for code in silent),
        risks=tuple(_danger(decision, risk, by_id[risk.id], words) for risk in risks),
        silence="" if decision.risk else silence(decision, "risk").text,
    )


def _lead(named: list[str], others: int) -> str:
    """What nobody has looked at, in one sentence for the top of a page."""
    kinds = ("kind of harm", "kinds of harm")
    if not named:
        return f"Nobody has looked at {counted(others, *kinds)} yet." if others else ""
    more = f", nor at {counted(others, 'other ' + kinds[0], 'other ' + kinds[1])}" if others else ""
    return f"Nobody has looked at {' or '.join(named)}, which somebody speaks of{more}."


def calls(decision: Decision) -> tuple[Call, ...]:
    """Give warning signs and events to watch for, each text once, events first."""
    found: dict[str, Call] = {}
    for trigger in decision.trigger:
        if trigger.text and trigger.kind is not TriggerKind.DATE and not trigger.acted_at:
            found[_key(trigger.text)] = _call(decision, trigger)
    for one in decision.unthinkable:
        if one.warning_sign:
            who = f"Likely to be seen by: {one.who_would_see}." if one.who_would_see else ""
            call = Call(text=one.warning_sign.strip("\n"), who=who, then=one.response.strip("\n"))
            found.setdefault(_key(one.warning_sign), call)
    for risk in decision.risk:
        if risk.warning_sign:
            call = Call(text=risk.warning_sign.strip("\n"), who="", then="")
            found.setdefault(_key(risk.warning_sign), call)
    return tuple(found.values())


def no_calls(decision: Decision) -> str:
    """Say why there is nothing to call about; empty if there is something."""
    if calls(decision):
        return ""
    quiet = silence(decision, "trigger")
    if quiet.kind == "not-asked" or decision.trigger:
        return "No warning sign has been named yet. Call if anything worries you."
    return quiet.text


def _worries(decision: Decision) -> dict[str, list[str]]:
    """Harms that somebody worries about and nobody has looked at, with who worries."""
    found: dict[str, list[str]] = {}
    for dissent, code in coverage.feared(decision):
        agency = f" ({dissent.agency})" if dissent.agency else ""
        found.setdefault(code, []).append(f"{dissent.role or 'somebody'}{agency}")
    return found


def _worried(who: list[str], harm: str) -> str:
    verb = "worries" if len(who) == 1 else "worry"
    return f"{capital(' and '.join(who))} {verb} about {harm}; nobody has looked at it yet."


def _order(risk: Risk) -> tuple[bool, bool, int]:
    """The gravest first, however likely; then by how it stands. Nothing is multiplied."""
    leads = _leads(risk)
    place = _ON_PAGE_ONE.index(risk.status) if risk.status in _ON_PAGE_ONE else len(_ON_PAGE_ONE)
    return not leads, risk.impact != GRAVEST, place


def _leads(risk: Risk) -> bool:
    return risk.status in _ON_PAGE_ONE or risk.impact == GRAVEST


def _danger(decision: Decision, risk: Risk, item: dict[str, Any], words: Words) -> Danger:
    def told_of(keys: tuple[str, ...]) -> tuple[Fact, ...]:
        return tuple(
            fact(decision, f"risk.{key}", item.get(key), words, item_id=risk.id)
            for key in keys
            if key in item or key in _ALWAYS
        )

    return Danger(
        id=risk.id,
        harm=capital(words.harm(risk.harm)) if risk.harm else "Harm not named",
        status=capital(words.value("risk.status", risk.status or RiskStatus.NOT_CONSIDERED)),
        how=_how(decision, risk, words),
        is_grave=risk.impact == GRAVEST,
        is_leading=_leads(risk),
        measures=told_of(("likelihood", "impact", "period", "confidence", "residual")),
        grounds=told_of(("reason", "evidence", "plan", "assessed_at")),
        guards=told_of(("protective", "warning_sign", "who", "options")),
    )


_ALWAYS = ("likelihood", "impact", "period", "confidence", "reason", "evidence", "protective")
"""Fields whose silence is told."""


def _how(decision: Decision, risk: Risk, words: Words) -> str:
    parts = [
        f"{words.field(f'risk.{key}').lower()}: {plain(f'risk.{key}', value, words)}"
        for key, value in (("likelihood", risk.likelihood), ("impact", risk.impact))
        if value
    ]
    if not parts:
        path = f"risk.{risk.id}.likelihood"
        return f"How likely and how bad {was_not('asked', decision, path)}"
    if risk.period:
        parts.append(risk.period.strip("\n"))
    if risk.confidence:
        parts.append(f"evidence: {words.value('risk.confidence', risk.confidence)}")
    return capital("; ".join(parts))


def _call(decision: Decision, trigger: Trigger) -> Call:
    path = f"trigger.{trigger.id}"
    waits = "" if holds_back(f"{path}.acted_at", decision) else " and waits for us"
    then = f"This came up on {told(trigger.fired_at)}{waits}." if trigger.fired_at else ""
    nobody = f"Who watches {was_not('asked', decision, f'{path}.owner')}."
    who = f"Watched by: {trigger.owner}." if trigger.owner else nobody
    return Call(text=trigger.text.strip("\n"), who=who, then=then)


def _key(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
