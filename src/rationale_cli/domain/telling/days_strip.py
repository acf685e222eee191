"""A strip of days: the steps of a concern beside the days of the decision it questions."""

from datetime import date, timedelta

import msgspec

from rationale_cli.domain.clock import running
from rationale_cli.domain.stood import Stood
from rationale_cli.domain.telling.concern import mark_said
from rationale_cli.domain.words import Words


class Tag(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a strip.

    Attributes:
        day: The day.
        kind: ``raised``, ``step``, ``pause``, ``mark`` or ``today``.
        text: What it is, in a few words.
        n: Number of the step that is due; 0 for everything else.
    """

    day: date
    kind: str
    text: str
    n: int = 0


class Strip(msgspec.Struct, frozen=True, kw_only=True):
    """Some days in a row.

    Attributes:
        first: The first day.
        last: The last.
        ends: Until when the concern is open if no step is used up early.
        tags: In the order of days.
    """

    first: date
    last: date
    ends: date
    tags: tuple[Tag, ...]

    def place(self, day: date) -> float:
        """Where a day stands: 0 at the first, 1 at the last."""
        length = (self.last - self.first) or timedelta(days=1)
        return min(1.0, max(0.0, (day - self.first) / length))


def strip(stood: Stood, words: Words) -> Strip | None:
    """Give the strip of a concern that is open; nothing if its end cannot be foreseen."""
    concern, found = stood.concern, stood.standing
    if stood.comparison is None or found.ends is None:
        return None
    begun = (concern.raised_at or concern.time.recorded_at).day
    tags = [Tag(day=begun, kind="raised", text="concern raised")]
    current = running(concern)
    tags += [
        Tag(day=stage.due.day, kind="step", text=f"stage {stage.n} was due", n=stage.n)
        for stage in concern.stage
        if stage.due and stage is not current
    ]
    if found.due and current and found.steps and found.due != found.steps[0].due:
        text = f"stage {current.n} was originally due"
        tags.append(Tag(day=found.due.day, kind="step", text=text, n=current.n))
    tags += [
        Tag(day=one.due.day, kind="step", text=f"stage {one.n} due", n=one.n) for one in found.steps
    ]
    for pause in concern.pause:
        if pause.from_:
            tags.append(Tag(day=pause.from_.day, kind="pause", text="paused"))
        if pause.restarted:
            tags.append(Tag(day=pause.restarted.day, kind="pause", text="restarted"))
    tags += [
        Tag(day=one.at.day, kind="mark", text=mark_said(stood, one, words))
        for one in stood.comparison.marks
    ]
    if stood.at.day != begun:
        tags.append(Tag(day=stood.at.day, kind="today", text="today"))
    tags.sort(key=lambda one: one.day)
    return Strip(first=tags[0].day, last=tags[-1].day, ends=found.ends.day, tags=tuple(tags))
