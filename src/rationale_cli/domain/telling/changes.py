"""What changed since a revision, for page one and in full."""

from collections.abc import Iterator
from typing import NamedTuple

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.briefing import Changed, Part
from rationale_cli.domain.telling.sentences import tell
from rationale_cli.domain.telling.silence import may_be_withheld
from rationale_cli.domain.viewed import tells_silence
from rationale_cli.domain.words import Words, told

FIRST = "This is the first revision."
_UNSAID = "Why it changed was not asked."
_WITHHELD = "Why it changed is not in this copy."

SILENT = frozenset({FIRST, _UNSAID, _WITHHELD})
"""What stands in the place of a reason."""


class Since(NamedTuple):
    """From where changes are told.

    Attributes:
        before: What was decided then.
        steps: The revisions after it, up to the one that is told, oldest first.
    """

    before: Decision
    steps: tuple[Decision, ...]


def changed(history: tuple[Decision, ...], words: Words, since: Since | None = None) -> Changed:
    """Tell what changed: which changes are material, and each of them in its part of the record.

    Args:
        history: Oldest first, never empty.
        words: What codes and fields are called.
        since: From where; else from the revision before the last.
    """
    if since is None and len(history) == 1:
        return _nothing("What changed since the last revision", FIRST)
    before, steps = since or Since(history[-2], history[-1:])
    heading = f"What changed since revision {before.revision}"
    if not steps:
        return _nothing(heading, f"Nothing: revision {before.revision} is what is told here.")
    after = history[-1]
    sections = tell(before, after, words)
    sentences = [one for section in sections for one in section.sentences]
    material = tuple(one.text for one in sentences if one.is_material)
    rest = len(sentences) - len(material)
    return Changed(
        heading=heading,
        because=_because(steps),
        still_stands=after.change.still_stands,
        sentences=material,
        more=_more(rest, material=bool(material)),
        parts=tuple(
            Part(heading=section.heading, sentences=tuple(one.text for one in section.sentences))
            for section in sections
        ),
    )


def _nothing(heading: str, because: str) -> Changed:
    return Changed(
        heading=heading, because=because, still_stands="", sentences=(), more="", parts=()
    )


def _because(steps: tuple[Decision, ...]) -> str:
    """The reason of the only revision, or of each one with its number and day."""
    if len(steps) == 1:
        return steps[0].change.because or _unsaid(steps[0])
    return "\n".join(_reasons(steps))


def _reasons(steps: tuple[Decision, ...]) -> Iterator[str]:
    for one in steps:
        because = one.change.because.strip("\n")
        if because or tells_silence(one):
            day = told(one.time.recorded_at.day)
            yield f"Revision {one.revision}, {day}: {because or _unsaid(one)}"


def _unsaid(decision: Decision) -> str:
    return _WITHHELD if may_be_withheld(decision, "change.because") else _UNSAID


def _more(count: int, *, material: bool) -> str:
    if not count:
        return "" if material else "Nothing else in the record changed."
    changes = "change" if count == 1 else "changes"
    return f"{count} {'more ' if material else ''}{changes}, each listed under “Every change”."
