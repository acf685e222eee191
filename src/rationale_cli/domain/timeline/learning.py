"""What was learned: questions answered, ratings given, approvals, and what came of it."""

from collections.abc import Iterator

from rationale_cli.domain.telling.saying import capital, said
from rationale_cli.domain.telling.silence import unsaid
from rationale_cli.domain.timeline.event import Event, EventKind
from rationale_cli.domain.timeline.step import Step, happened
from rationale_cli.domain.words import Words


def events(step: Step, words: Words) -> Iterator[Event]:
    """Tell what a revision has that no revision before it had."""
    yield from _answered(step)
    yield from _ratings(step, words)
    yield from _approvals(step, words)
    yield from _outcomes(step)


def _answered(step: Step) -> Iterator[Event]:
    for unknown in step.decision.unknown:
        if unknown.answer and step.is_new("unknown", unknown, "answer"):
            yield happened(
                step,
                EventKind.UNKNOWN_ANSWERED,
                f"{unknown.id}, {' '.join(unknown.question.split()) or 'a question without words'}",
                at=unknown.answered_at,
                detail=(unknown.answer,),
                by=step.decision.by.recorder,
                path=f"unknown.{unknown.id}.answer",
            )


def _ratings(step: Step, words: Words) -> Iterator[Event]:
    for rating in step.decision.rating:
        if not step.is_new("rating", rating, "scale", "value", "at"):
            continue
        was = next((one for one in step.earlier("rating", rating) if one), None)
        value = said("rating.value", rating.value, words) or unsaid(
            step.decision, f"rating.{rating.id}.value"
        )
        before = said("rating.value", was.value, words) if was and was.value != rating.value else ""
        scale = rating.scale.replace("-", " ") or "no scale named"
        yield happened(
            step,
            EventKind.RATING,
            f"{rating.id}, {scale}: {f'{before} → ' if before else ''}{value}",
            at=rating.at if step.is_new("rating", rating, "at") else None,
            detail=(rating.why,),
            by=words.roled(rating.role, rating.agency) if rating.role else "",
            path=f"rating.{rating.id}",
        )


def _approvals(step: Step, words: Words) -> Iterator[Event]:
    for approval in step.decision.approval:
        if step.is_new("approval", approval, "outcome", "at"):
            who = words.roled(approval.role, approval.agency)
            outcome = f": {approval.outcome}" if approval.outcome else ""
            yield happened(
                step,
                EventKind.APPROVAL,
                f"{approval.id}, {who}{outcome}",
                at=approval.at,
                detail=(approval.note,),
                by=who,
                path=f"approval.{approval.id}",
            )


def _outcomes(step: Step) -> Iterator[Event]:
    for outcome in step.decision.outcome:
        if step.is_new("outcome", outcome, "text", "at"):
            yield happened(
                step,
                EventKind.OUTCOME,
                f"{outcome.id}, not known when the decision was made",
                at=outcome.at,
                detail=(capital(outcome.text),),
                by=outcome.by,
                path=f"outcome.{outcome.id}",
            )
