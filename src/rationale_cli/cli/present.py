"""How decisions look on a screen: lines of plain words, which colour never adds anything to."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from rationale_cli.domain.check.finding import Finding
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.lateness import is_unexplained, later
from rationale_cli.domain.revision import Revision, Unreadable
from rationale_cli.domain.telling.saying import counted
from rationale_cli.domain.telling.sentences import Section
from rationale_cli.domain.words import Words, told


def findings(found: tuple[Finding, ...], decision: Decision) -> Iterator[str]:
    """Tell what ``check`` found, errors first."""
    if not found:
        yield f"{decision.id} r{decision.revision}: nothing is missing."
        return
    for finding in found:
        yield f"{finding.severity.value}: {finding.text} [{finding.rule}]"
    errors = sum(finding.severity.value == "error" for finding in found)
    warnings = counted(len(found) - errors, "warning", "warnings")
    yield f"{decision.id} r{decision.revision}: {counted(errors, 'error', 'errors')}, {warnings}."


def history(
    versions: tuple[Revision | Unreadable, ...],
    words: Words,
    late: Mapping[str, timedelta],
    *,
    with_roles: bool = False,
) -> Iterator[str]:
    """Tell every revision: number, kind, when decided and recorded, who by role, and why.

    A version that cannot be read keeps its place, and says why it cannot.

    Args:
        versions: In the order in which they are told.
        words: What codes are called.
        late: How much later each question set may be recorded without a reason.
        with_roles: Whether lead and decision maker are told as well.
    """
    for place, version in enumerate(versions):
        if place:
            yield ""
        if isinstance(version, Unreadable):
            yield f"unreadable: {version.fault}  ({version.commit[:7]})"
            yield f"    committed {told(version.committed_at)}"
            continue
        decision = version.decision
        kind = words.value("kind", decision.kind.value)
        yield f"r{decision.revision}  {kind}  ({version.commit[:7]})"
        yield from _times(decision.time, late.get(decision.question_set, timedelta.max))
        yield f"    by        {decision.by.recorder or 'not said'}"
        if with_roles:
            yield f"    lead      {decision.by.lead or 'not said'}"
            yield f"    decision  {decision.by.decision_maker or 'not said'}"
        if decision.kind.value == "correct" and decision.change.from_:
            yield f"    corrects  r{decision.change.from_}"
        if decision.revision > 1 or decision.change.because:
            yield f"    because   {_indented(decision.change.because or 'no reason given')}"


def _times(time: Times, allowed: timedelta) -> Iterator[str]:
    yield f"    decided   {told(time.decided_at) if time.decided_at else 'not said'}"
    given = " (by a given clock)" if time.clock else ""
    recorded = f"{told(time.recorded_at)}{given}"
    yield f"    recorded  {', '.join((recorded, *_later(time, allowed)))}"


def _later(time: Times, allowed: timedelta) -> Iterator[str]:
    """How much later it was recorded, and why."""
    if after := later(time):
        yield after
    if time.late_reason.strip():
        yield f"because: {_indented(time.late_reason)}"
    elif is_unexplained(time, allowed=allowed):
        yield "and nothing says why"


def changes(before: Decision, after: Decision, told_changes: tuple[Section, ...]) -> Iterator[str]:
    """Tell what changed between two revisions, a sentence each under the part it belongs to."""
    if before.revision == after.revision:
        yield f"{after.id}: r{after.revision} alone; there is nothing to compare it with."
        return
    yield f"{after.id}: from r{before.revision} to r{after.revision}"
    if not told_changes:
        yield "Nothing changed."
    for section in told_changes:
        yield ""
        yield section.heading
        for sentence in section.sentences:
            yield f"  {sentence.text}"


def _indented(text: str) -> str:
    return text.strip().replace("\n", "\n" + " " * 14)
