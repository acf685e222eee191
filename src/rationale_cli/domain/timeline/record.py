"""One record on the line: its revisions, its risks, and the harms that nobody has looked at."""

from collections.abc import Sequence
from datetime import tzinfo

from rationale_cli.domain import coverage
from rationale_cli.domain.harm import Harm, due_for
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.timeline import assessing
from rationale_cli.domain.timeline.looking import Look
from rationale_cli.domain.timeline.step import Step
from rationale_cli.domain.timeline.timeline import Revised, Told
from rationale_cli.domain.words import Words


def told(
    newest: Revision,
    history: Sequence[Step],
    looked: Sequence[Look],
    *,
    harms: Sequence[Harm],
    words: Words,
    zone: tzinfo,
) -> Told:
    """Give a record with its risks over time, and without days that were set.

    Args:
        newest: Its newest revision.
        history: Its revisions, oldest first; never empty.
        looked: Every look at its risks.
        harms: Every kind that is known.
        words: What harms are called.
        zone: Where a bare day begins.
    """
    decision = newest.decision
    return Told(
        id=decision.id,
        revision=decision.revision,
        title=decision.title,
        case=decision.case,
        status=decision.status,
        mode=decision.mode,
        marking=decision.handling.marking,
        recorded_at=decision.time.recorded_at,
        revisions=tuple(
            Revised(number=step.decision.revision, kind=step.decision.kind, at=step.at)
            for step in history
        ),
        series=assessing.series(looked, history, words, zone),
        planned=(),
        unlooked=(),
        unnamed=_unnamed(history, looked, harms),
        commit=newest.commit,
        committed_at=newest.committed_at,
        sha256=newest.sha256,
    )


def _unnamed(
    history: Sequence[Step], looked: Sequence[Look], harms: Sequence[Harm]
) -> tuple[str, ...]:
    """Kinds of harm that are due now and that no revision has looked at."""
    newest = history[-1].decision
    ever = {look.risk.harm for look in looked}
    return tuple(
        code for code in coverage.silent(newest, due_for(newest, harms)) if code not in ever
    )
