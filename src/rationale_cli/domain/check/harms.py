"""Harms that nobody has looked at, and the unthinkable."""

from collections.abc import Iterator

from msgspec.structs import replace

from rationale_cli.domain import coverage
from rationale_cli.domain.check.closing import question_for
from rationale_cli.domain.check.finding import Case, Finding, error, somebody, warning
from rationale_cli.domain.check.rule import EITHER, ERROR, Rule
from rationale_cli.domain.risk import RiskStatus
from rationale_cli.domain.spoken import spoken as find_spoken
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.speaking import ASK, speaks


def feared(case: Case) -> Iterator[Finding]:
    """RAT001: a colleague names a harm that nobody has looked at: the loudest of all."""
    for dissent, code in coverage.feared(case.decision):
        who = somebody(dissent.role, dissent.agency)
        found = error(
            "RAT001",
            f"dissent.{dissent.id}.harms",
            f"{capital(who)} worries about {case.words.harm(code)}, and nobody has looked at it. "
            f"{ASK}",
            harm=code,
        )
        yield replace(found, question=question_for("risk", case.questions))


def spoken(case: Case) -> Iterator[Finding]:
    """RAT007: a fact, a colleague or a person speaks of a harm that nobody has looked at."""
    for one in find_spoken(case.decision, case.catalogue):
        text = f"{speaks(one, case.words)} {ASK}"
        found = error("RAT007", one.voices[0].path, text, harm=one.harm)
        yield replace(found, question=question_for("risk", case.questions))


def silent(case: Case) -> Iterator[Finding]:
    """RAT002: a harm that is due stands nowhere, or stands as not yet looked at."""
    for code in coverage.silent(case.decision, case.harms):
        name = case.words.harm(code)
        yield error("RAT002", "risk", f"Not yet looked at: {name}.", harm=code)


def unreasoned(case: Case) -> Iterator[Finding]:
    """RAT003: a status that needs a reason or a plan stands without it."""
    wanted = {
        RiskStatus.THOUGHT_UNLIKELY: "reason",
        RiskStatus.NOT_APPLICABLE: "reason",
        RiskStatus.UNKNOWN: "plan",
    }
    for risk in case.decision.risk:
        field = wanted.get(risk.status) if risk.status else None
        if field and not getattr(risk, field).strip():
            harm = capital(case.words.harm(risk.harm)) or risk.id
            status = case.words.value("risk.status", risk.status or "")
            yield error(
                "RAT003",
                f"risk.{risk.id}.{field}",
                f"{harm} stands as {_quoted(status)} without a {field}.",
            )


def unthinkable(case: Case) -> Iterator[Finding]:
    """RAT004: nobody was asked to think the unthinkable; or was, and said none."""
    if case.decision.unthinkable:
        return
    if "unthinkable" in case.decision.none:
        yield warning(
            "RAT004", "unthinkable", 'The unthinkable was asked about; the answer is "none".'
        )
    else:
        yield error("RAT004", "unthinkable", "Nobody has been asked to think the unthinkable.")


def unknown_codes(case: Case) -> Iterator[Finding]:
    """RAT005: a kind of harm that neither the library nor this folder knows."""
    for risk in case.decision.risk:
        if risk.harm and risk.harm not in case.known_harms:
            yield warning(
                "RAT005",
                f"risk.{risk.id}.harm",
                f"The kind of harm {_quoted(risk.harm)} is not known here.",
            )


def unread(case: Case) -> Iterator[Finding]:
    """RAT008: a file with a team's own kinds of harm cannot be read, so they stay silent."""
    for path, why in case.unread_harms:
        yield warning("RAT008", "risk", f"The kinds of harm in {path} are not known here: {why}.")


def _quoted(text: str) -> str:
    return f'"{text}"'


RULES = (
    Rule(
        "RAT001",
        "R8",
        "A colleague worries about a harm that nobody has looked at.",
        feared,
        ERROR,
        leads=True,
    ),
    Rule(
        "RAT007",
        "R8",
        "Something recorded speaks of a harm that nobody has looked at.",
        spoken,
        ERROR,
        leads=True,
    ),
    Rule("RAT002", "R8", "A kind of harm that is due was not looked at.", silent, ERROR),
    Rule(
        "RAT003",
        "R8",
        "A harm stands as unlikely, as not applying or as not known, without a reason or a plan.",
        unreasoned,
        ERROR,
    ),
    Rule(
        "RAT004",
        "R9",
        "Nobody was asked to think the unthinkable; or was, and the answer is none.",
        unthinkable,
        EITHER,
    ),
    Rule("RAT005", "R8", "A kind of harm is not known here.", unknown_codes),
    Rule("RAT008", "R8", "The team's own kinds of harm cannot be read.", unread),
)
