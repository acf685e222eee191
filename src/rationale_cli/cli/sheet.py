"""One decision on a screen: what is loud first, then all that it says, in the file's order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rationale_cli.domain import coverage, spoken
from rationale_cli.domain.acting import waited
from rationale_cli.domain.check.finding import somebody
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.harm import Harm, due_for
from rationale_cli.domain.risk import GRAVEST, Risk
from rationale_cli.domain.telling import rated
from rationale_cli.domain.telling.briefing import Fact
from rationale_cli.domain.telling.correction import Correction, corrections
from rationale_cli.domain.telling.saying import capital, headed, heading, placed, said, small
from rationale_cli.domain.telling.silence import unsaid
from rationale_cli.domain.telling.speaking import ASK, speaks
from rationale_cli.domain.timeline.behind import aloud, behind
from rationale_cli.domain.words import Words

_ABOVE = (
    "format",
    "id",
    "revision",
    "previous",
    "kind",
    "status",
    "mode",
    "title",
    "none",
    "withheld",
    "tells_silence",
)


def decision(
    history: Sequence[Decision],
    harms: Sequence[Harm],
    words: Words,
    *,
    beside: Sequence[str] = (),
    law: Mapping[str, Sequence[Fact]] | None = None,
) -> Iterator[str]:
    """Give everything that a decision says, a line each, below what nobody has looked at.

    Args:
        history: Up to the revision that is shown, oldest first.
        harms: Every kind of harm known in the folder.
        words: What codes and fields are called.
        beside: Lines on what stands beside the decision: who has seen it.
        law: What the law library adds to each item of law, by its id.
    """
    found = history[-1]
    yield found.title or "(no title yet)"
    yield f"{found.id} r{found.revision}, {_standing(found, words)}"
    yield from _loud(found, harms, words)
    yield from _gravest(found, words)
    yield from (f"! {one}" for one in map(aloud, behind(history, words)))
    added = {"law": law or {}, "trigger": _waits(found)}
    for name, value in seed(found).items():
        if name in _ABOVE:
            continue
        yield ""
        if name == "rating":
            yield from _ratings(value, seed(found), words)
        elif name in ITEM_LETTERS:
            yield from _items(name, value, words, added.get(name, {}))
        elif isinstance(value, dict):
            yield words.field(name)
            yield from _fields(name, value, words, "  ")
        else:
            yield from _field(name, value, words, "")
    if found.none:
        yield ""
        yield "Asked about, and there is none: " + ", ".join(_nothing(found, words)) + "."
    yield from beside
    yield from _corrected(corrections(history, words))


def _corrected(found: tuple[Correction, ...]) -> Iterator[str]:
    if found:
        yield ""
        yield "Corrections"
    for one in found:
        yield f"  {one.revision}  {one.place}"
        yield f"      It said: {one.was or 'nothing'}"
        yield f"      It now says: {one.now or 'nothing'}"
        yield f"      Because: {one.because or 'no reason given'}"


def _standing(found: Decision, words: Words) -> str:
    status = words.value("status", found.status.value) if found.status else ""
    parts = [
        words.value("kind", found.kind.value),
        status or f"status {unsaid(found, 'status')}",
        words.value("mode", found.mode.value) if found.mode else "",
    ]
    return ", ".join(part for part in parts if part)


def _loud(found: Decision, harms: Sequence[Harm], words: Words) -> Iterator[str]:
    feared, told = tuple(coverage.feared(found)), spoken.spoken(found, harms)
    for dissent, code in feared:
        who = somebody(dissent.role, dissent.agency)
        yield f"! {capital(who)} worries about {words.harm(code)}, and nobody has looked at it."
    for one in told:
        yield f"! {speaks(one, words)}"
    if feared or told:
        yield f"! {ASK}"
    if silent := coverage.silent(found, due_for(found, harms)):
        yield "! Not yet looked at: " + ", ".join(words.harm(code) for code in silent) + "."


def _gravest(found: Decision, words: Words) -> Iterator[str]:
    """The risks of the greatest impact, however likely they are thought to be."""
    for risk in found.risk:
        if risk.impact == GRAVEST:
            told = [
                words.value("risk.status", risk.status) if risk.status else "",
                _measured(found, risk, "impact", words),
                _measured(found, risk, "likelihood", words),
            ]
            name = capital(words.harm(risk.harm)) or "Harm not named"
            yield f"! {name} ({risk.id}): {', '.join(filter(None, told))}."


def _measured(found: Decision, risk: Risk, key: str, words: Words) -> str:
    label = small(words.field(f"risk.{key}"))
    value = said(f"risk.{key}", getattr(risk, key), words)
    return f"{label} {value or unsaid(found, f'risk.{risk.id}.{key}')}"


def _nothing(found: Decision, words: Words) -> Iterator[str]:
    for path in found.none:
        if path in ITEM_LETTERS:
            yield words.noun(path, 2)
        else:
            yield words.answer(path) if path.startswith("answers.") else placed(path, words)


def _items(
    name: str,
    items: list[dict[str, Any]],
    words: Words,
    added: Mapping[str, Sequence[Fact]],
) -> Iterator[str]:
    yield capital(words.noun(name, 2))
    used = headed(name)
    for item in items:
        yield f"  {capital(heading(name, item, words))}"
        rest = {key: value for key, value in item.items() if key not in used}
        yield from _fields(name, rest, words, "      ")
        for fact in added.get(item["id"], ()):
            yield f"      {fact.label}: {fact.text}"


def _waits(found: Decision) -> dict[str, tuple[Fact, ...]]:
    """How long it took from the coming up of each look-again point to acting."""
    gaps = {one.id: waited(one) for one in found.trigger}
    return {one: (Fact(label="Acted", text=gap),) for one, gap in gaps.items() if gap}


def _ratings(items: list[dict[str, Any]], answers: dict[str, Any], words: Words) -> Iterator[str]:
    """Who gives which rating, a line each with its reason below, and where partners differ."""
    yield capital(words.noun("rating", 2))
    width = max(len(rated.band(one, words)) for one in items)
    for one in items:
        when = f", {words.told(one['at'])}" if one.get("at") else ""
        scale = f" ({rated.scaled(one)})" if rated.scaled(one) else ""
        who = f"{rated.who(one, words)}{when}{scale}"
        yield f"  {one['id']}  {rated.band(one, words):<{width}}  {who}"
        rest = {key: one[key] for key in ("why", "sensitivity") if one.get(key)}
        yield from _fields("rating", rest, words, "      ")
    for sentence in rated.notes(answers, words):
        yield f"  ! {sentence}"


def _fields(name: str, table: dict[str, Any], words: Words, indent: str) -> Iterator[str]:
    for key, value in table.items():
        yield from _field(f"{name}.{key}", value, words, indent)


def _field(path: str, value: Any, words: Words, indent: str) -> Iterator[str]:
    label = words.answer(path) if path.startswith("answers.") else words.field(path)
    if isinstance(value, list) and len(value) > 1:
        yield f"{indent}{label}:"
        for one in value:
            yield f"{indent}  - {said(path, one, words)}"
    else:
        # A hand can write an empty list where the program names the path in ``none``.
        text = "asked, and there is none" if value == [] else said(path, value, words)
        yield f"{indent}{label}: {text}"
