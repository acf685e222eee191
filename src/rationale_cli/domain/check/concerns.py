"""Concerns: what a pause lacks, what drifts, and what ends without being learned from."""

from collections.abc import Iterator

from rationale_cli.domain.check.finding import Case, Finding, error, warning
from rationale_cli.domain.check.rule import ERROR, Rule
from rationale_cli.domain.concern import Concern, ConcernStatus, Pause
from rationale_cli.domain.pausing import paused
from rationale_cli.domain.stood import Stood
from rationale_cli.domain.telling.concern import days, mark_said
from rationale_cli.domain.telling.saying import number
from rationale_cli.domain.words import roled, told

_LONGEST_PAUSE = 5
"""Working days after which a pause is called long: a figure of our own, for a question."""


def _open(case: Case) -> Iterator[Stood]:
    return (one for one in case.concerns.stood if one.concern.is_open)


def _paused(case: Case) -> Iterator[tuple[Stood, Pause]]:
    for stood in _open(case):
        pause = paused(stood.concern)
        if pause is not None:
            yield stood, pause


def lacking(case: Case) -> Iterator[Finding]:
    """RAT070: a concern is paused without one of the things that a pause needs."""
    for stood, pause in _paused(case):
        concern = stood.concern
        for key, is_there, lack in (
            ("reason", bool(pause.reason.strip()), "nothing says why"),
            ("agreed_by", bool(pause.agreed_by), "nobody is named who agreed to it"),
            ("restart_planned", pause.restart_planned is not None, "no day is set to go on"),
            (
                "interim_measures",
                bool(pause.interim_measures),
                "nothing is named that keeps people safe meanwhile",
            ),
        ):
            if not is_there:
                place = f"concern.{concern.id}.pause.{pause.id}.{key}"
                yield error("RAT070", place, f"Concern {concern.id} is paused, and {lack}.")


def alone(case: Case) -> Iterator[Finding]:
    """RAT071: only whoever is challenged agreed to a pause."""
    by = case.decision.by
    challenged = {
        _folded(f"{one.role}@{one.agency}") for one in (by.lead, by.decision_maker) if one
    }
    for stood, pause in _paused(case):
        agreed = {_folded(one) for one in pause.agreed_by}
        if agreed and agreed <= challenged:
            concern = stood.concern
            who = ", ".join(roled(*_parted(one)) for one in pause.agreed_by)
            yield error(
                "RAT071",
                f"concern.{concern.id}.pause.{pause.id}.agreed_by",
                f"Only {who} agreed to pause concern {concern.id}, and it questions them.",
            )


def overdue(case: Case) -> Iterator[Finding]:
    """RAT072: a stage is due, and nothing has been recorded since."""
    for stood in _open(case):
        found = stood.standing
        if found.is_overdue and found.stage and found.now_due:
            concern = stood.concern
            lost = f", {days(found.idle)} ago" if found.idle else ""
            yield error(
                "RAT072",
                f"concern.{concern.id}.stage.{found.stage.n}",
                f"Stage {found.stage.n} of concern {concern.id} was due on "
                f"{told(found.now_due)}{lost}, and nothing has been recorded since.",
            )


def not_restarted(case: Case) -> Iterator[Finding]:
    """RAT073: a pause goes on after the day on which it was to end."""
    for stood, pause in _paused(case):
        planned = pause.restart_planned
        if planned is not None and planned.day < stood.at.day:
            concern = stood.concern
            yield error(
                "RAT073",
                f"concern.{concern.id}.pause.{pause.id}.restart_planned",
                f"Concern {concern.id} was to go on on {told(planned)}, and is still paused.",
            )


def long(case: Case) -> Iterator[Finding]:
    """RAT087: a pause is meant to last long."""
    for stood, pause in _paused(case):
        planned = pause.restart_planned
        if planned is not None and stood.standing.planned > _LONGEST_PAUSE:
            concern = stood.concern
            yield warning(
                "RAT087",
                f"concern.{concern.id}.pause.{pause.id}.restart_planned",
                f"Concern {concern.id} is to lie still until {told(planned)}, "
                f"{days(stood.standing.planned)} in all; more than "
                f"{number(_LONGEST_PAUSE)} is long for a pause.",
            )


def unlearned(case: Case) -> Iterator[Finding]:
    """RAT074: a concern was overtaken by events, and nothing says what was learned."""
    for concern in _concerns(case):
        if concern.status is ConcernStatus.OVERTAKEN and not concern.close.learning:
            yield error(
                "RAT074",
                f"concern.{concern.id}.close.learning",
                f"Concern {concern.id} was overtaken by events, and nothing says what was learned.",
            )


def outrun(case: Case) -> Iterator[Finding]:
    """RAT075: a concern would still be open at a day of the decision, and nobody chose."""
    for stood in _open(case):
        clock, found = stood.concern.clock, stood.comparison
        if found is None or not found.open_at or (clock.choice and clock.reason):
            continue
        first = found.open_at[0]
        yield warning(
            "RAT075",
            f"concern.{stood.concern.id}.clock",
            f"Concern {stood.concern.id} would still be open {mark_said(stood, first, case.words)} "
            f"on {told(first.at)}, and nothing says what was chosen and why.",
        )


def ineffective(case: Case) -> Iterator[Finding]:
    """RAT076: a concern ended, and nothing says with what result or what changed."""
    for concern in _concerns(case):
        ended = not concern.is_open and concern.status is not ConcernStatus.WITHDRAWN
        if ended and not (concern.close.result.strip() or concern.close.effect.strip()):
            yield warning(
                "RAT076",
                f"concern.{concern.id}.close",
                f"Concern {concern.id} has ended, and nothing says what came of it.",
            )


def unchecked(case: Case) -> Iterator[Finding]:
    """RAT077: nobody was asked whether anybody is in immediate danger."""
    for stood in _open(case):
        if stood.concern.immediate_danger is None:
            yield warning(
                "RAT077",
                f"concern.{stood.concern.id}.immediate_danger",
                f"Nothing says whether anybody is in immediate danger, in concern "
                f"{stood.concern.id}.",
            )


def unsaid(case: Case) -> Iterator[Finding]:
    """RAT078: a concern does not say what it is, or what could happen if it is right."""
    for stood in _open(case):
        concern = stood.concern
        for key, lack in (
            ("statement", "what it is"),
            ("if_right", "what could happen if it is right"),
        ):
            if not getattr(concern, key).strip():
                yield warning(
                    "RAT078",
                    f"concern.{concern.id}.{key}",
                    f"Concern {concern.id} does not say {lack}.",
                )


def unread(case: Case) -> Iterator[Finding]:
    """RAT079: concerns cannot be read, or the days of their stages cannot be known."""
    if case.concerns.unread:
        yield error("RAT079", "concern", case.concerns.unread)
    for stood in _open(case):
        if stood.ladder is None:
            yield error(
                "RAT079",
                f"concern.{stood.concern.id}.ladder",
                f'The ladder "{stood.concern.ladder}" of concern {stood.concern.id} is not known '
                "here, so the days ahead cannot be told.",
            )


def _concerns(case: Case) -> Iterator[Concern]:
    return (one.concern for one in case.concerns.stood)


def _parted(text: str) -> tuple[str, str]:
    role, _, agency = text.partition("@")
    return role.strip(), agency.strip()


def _folded(text: str) -> tuple[str, str]:
    role, agency = _parted(text)
    return role.casefold(), agency.casefold()


RULES = (
    Rule("RAT070", "R12", "A concern is paused without what a pause needs.", lacking, ERROR),
    Rule("RAT071", "R12", "Only whoever is challenged agreed to a pause.", alone, ERROR),
    Rule(
        "RAT072",
        "R12",
        "A stage of a concern is overdue, and nothing has been recorded since.",
        overdue,
        ERROR,
    ),
    Rule("RAT073", "R12", "A pause goes on after the day set for its end.", not_restarted, ERROR),
    Rule("RAT087", "R12", "A pause is meant to last more than five working days.", long),
    Rule(
        "RAT074",
        "R12",
        "A concern was overtaken by events, and nothing says what was learned.",
        unlearned,
        ERROR,
    ),
    Rule(
        "RAT075",
        "R12",
        "A concern would still be open at a day of the decision, and nobody has chosen a clock.",
        outrun,
    ),
    Rule("RAT076", "R12", "A concern ended, and nothing says what came of it.", ineffective),
    Rule(
        "RAT077",
        "R12",
        "Nothing says whether anybody is in immediate danger.",
        unchecked,
    ),
    Rule(
        "RAT078",
        "R12",
        "A concern does not say what it is, or what could happen if it is right.",
        unsaid,
    ),
    Rule("RAT079", "R12", "Concerns, or their ladder, cannot be read.", unread, ERROR),
)
