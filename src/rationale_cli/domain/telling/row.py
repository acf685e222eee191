"""Rows: a revision in a list of revisions."""

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.lateness import later
from rationale_cli.domain.telling.plain import Plain
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.silence import silence
from rationale_cli.domain.words import Words, roled, told

_BECAUSE = "change.because"


class Row(Plain, frozen=True, kw_only=True):
    """One revision in the history; ``late`` tells of a late entry and its reason."""

    revision: str
    decided: str
    recorded: str
    who: str
    kind: str
    reason: str
    late: str


def row(decision: Decision, words: Words, *, label: str = "") -> Row:
    """Tell a revision: when it was decided and recorded, by whom, as what, and why.

    Args:
        decision: As it stood at the revision.
        words: What codes are called.
        label: What the revision is called other than by its number.
    """
    time, recorder = decision.time, decision.by.recorder
    after = later(time) or "later"
    late = f"Recorded {after}, because: {time.late_reason}" if time.late_reason else ""
    is_first = decision.revision == 1
    nothing = "The first revision." if is_first else silence(decision, _BECAUSE).text
    return Row(
        revision=label or str(decision.revision),
        decided=told(time.decided_at)
        if time.decided_at
        else silence(decision, "time.decided_at").text,
        recorded=told(time.recorded_at),
        who=roled(recorder.role, recorder.agency)
        if recorder
        else silence(decision, "by.recorder").text,
        kind=capital(words.value("kind", decision.kind)),
        reason=decision.change.because or nothing,
        late=late,
    )
