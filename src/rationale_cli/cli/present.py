"""How decisions look on a screen: lines of plain words, which colour never adds anything to."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.lateness import is_unexplained, later
from rationale_cli.domain.revision import Revision, Unreadable
from rationale_cli.domain.telling.evolution import Evolution, Group, Line
from rationale_cli.domain.telling.silence import NO_REASON, may_be_withheld, no_reason, unsaid
from rationale_cli.domain.words import Words, told

_LONG = 100
"""Letters of a line; a longer one with several fields is told field by field."""


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
        yield from _times(decision, late.get(decision.question_set, timedelta.max))
        yield f"    by        {decision.by.recorder or unsaid(decision, 'by.recorder')}"
        if with_roles:
            yield f"    lead      {decision.by.lead or unsaid(decision, 'by.lead')}"
            maker = decision.by.decision_maker or unsaid(decision, "by.decision_maker")
            yield f"    decision  {maker}"
        if decision.kind.value == "correct" and decision.change.from_:
            yield f"    corrects  r{decision.change.from_}"
        if decision.revision > 1 or decision.change.because:
            yield f"    because   {_indented(decision.change.because or _nothing(decision))}"


def _nothing(decision: Decision) -> str:
    text = no_reason(decision)
    return "no reason given" if text == NO_REASON else text


def _times(decision: Decision, allowed: timedelta) -> Iterator[str]:
    time = decision.time
    decided = told(time.decided_at) if time.decided_at else unsaid(decision, "time.decided_at")
    yield f"    decided   {decided}"
    given = " (by a given clock)" if time.clock else ""
    recorded = f"{told(time.recorded_at)}{given}"
    yield f"    recorded  {', '.join((recorded, *_later(decision, allowed)))}"


def _later(decision: Decision, allowed: timedelta) -> Iterator[str]:
    """How much later it was recorded, and why."""
    time = decision.time
    if after := later(time):
        yield after
    if time.late_reason.strip():
        yield f"because: {_indented(time.late_reason)}"
    elif is_unexplained(time, allowed=allowed):
        is_hidden = may_be_withheld(decision, "time.late_reason")
        yield "and why is not in this copy" if is_hidden else "and nothing says why"


def changes(evolution: Evolution) -> Iterator[str]:
    """Tell what changed between two revisions: who changed it and why, then a line each."""
    yield f"{evolution.id}: {evolution.span}"
    for text in (evolution.intro, evolution.silence):
        if text:
            yield text
    if len(evolution.revisions) == 1:
        yield from _way(evolution)
    if evolution.took:
        yield ""
        yield "How long it took"
        yield from (f"  {one}" for one in evolution.took)
    for chapter in evolution.chapters:
        yield ""
        yield chapter.heading
        for group in chapter.groups:
            yield from _group(group)
    if len(evolution.revisions) > 1:
        yield from _way(evolution)


def _way(evolution: Evolution) -> Iterator[str]:
    """Tell the revisions on the way with their whole reasons."""
    yield ""
    yield evolution.way
    for row in evolution.revisions:
        yield f"  {row.revision}  {row.kind} {row.recorded}, by {row.who}"
        yield f"      because   {_indented(row.reason, 16)}"
        if row.late:
            yield f"      {_indented(row.late, 6)}"


def _group(group: Group) -> Iterator[str]:
    title = group.heading
    if group.revision:
        title = f"{group.revision}, {group.recorded}, {group.who}: {group.because}"
    indent = "    " if title else "  "
    if title:
        yield f"  {title}"
    for line in group.lines:
        yield from _line(line, indent)


def _line(line: Line, indent: str) -> Iterator[str]:
    """Give a change as one line, or field by field below its heading if it is long."""
    note = f" ({line.note})" if line.note else ""
    if len(line.clauses) > 1 and len(line.text) > _LONG:
        yield f"{indent}{line.head}{note}"
        yield from (f"{indent}  {clause.text}" for clause in line.clauses)
    else:
        yield f"{indent}{line.text}"
    if line.details:
        yield f"{indent}  {'; '.join(clause.text for clause in line.details)}"


def counts(evolution: Evolution) -> Iterator[str]:
    """Tell how much changed in each part of the record, a line each."""
    yield f"{evolution.id}: {evolution.span}"
    for text in (evolution.intro, evolution.silence):
        if text:
            yield text
    for chapter in evolution.chapters:
        yield f"  {chapter.heading}: {chapter.count}"
    if evolution.chapters:
        yield f"In all: {evolution.count}"


def _indented(text: str, width: int = 14) -> str:
    return text.strip().replace("\n", "\n" + " " * width)
