"""Evolving: a comparison becomes an evolution, told in words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rationale_cli.domain.attribution import Attributed
from rationale_cli.domain.change import Change, ChangeKind, rank
from rationale_cli.domain.comparison import Comparison
from rationale_cli.domain.telling.evolution import Chapter, Evolution, Group, Line
from rationale_cli.domain.telling.grouping import COMING, is_outcome, section_of
from rationale_cli.domain.telling.letterhead import Letterhead
from rationale_cli.domain.telling.looking_back import Lookback
from rationale_cli.domain.telling.returning import returned
from rationale_cli.domain.telling.row import row
from rationale_cli.domain.telling.sentence import Sentence
from rationale_cli.domain.telling.sentences import named, sections
from rationale_cli.domain.telling.silence import no_reason, was_not
from rationale_cli.domain.telling.taking import NOTHING, Took
from rationale_cli.domain.telling.taking import lines as took_lines
from rationale_cli.domain.words import Words, told

_LONGEST_REASON = 100
"""Letters of a reason that stand beside a change; the whole of it stands with the revisions."""


_PRESENT = Lookback()


def evolve(
    comparison: Comparison,
    *,
    letterhead: Letterhead,
    words: Words,
    lookback: Lookback = _PRESENT,
    took: Took = NOTHING,
) -> Evolution:
    """Tell what changed from one revision to another, and which revisions changed it.

    Args:
        comparison: Of the two.
        letterhead: What the folder's settings say.
        words: What codes and fields are called.
        lookback: What is said of a view of the past, if it is one.
        took: How long it took on the way.
    """
    start, end = (comparison.labels[one.commit] for one in (comparison.start, comparison.end))
    later = (comparison.start if comparison.is_back else comparison.end).decision
    is_apart = comparison.start.commit != comparison.end.commit
    is_same = is_apart and not comparison.changes and not comparison.unmade
    span = f"from {start} {'back ' if comparison.is_back else ''}to {end}"
    return Evolution(
        reference=", ".join(filter(None, (later.id, span, lookback.as_of))),
        id=later.id,
        title=later.title or "Decision without a title",
        case=later.case,
        marking=later.handling.marking.upper() or letterhead.marking,
        audience=letterhead.audience.replace("-", " "),
        start=start,
        end=end,
        span=span,
        notice=lookback.notice,
        withheld=letterhead.withheld,
        intro=_intro(comparison, start),
        way="Who changed it, and why",
        way_note=_SEVERAL if len(comparison.steps) > 1 else "",
        revisions=tuple(
            row(one.revision.decision, words, label=comparison.labels[one.revision.commit])
            for one in comparison.steps
        ),
        chapters=tuple(_chapters(comparison, words)),
        took=tuple(took_lines(took)),
        silence="Nothing changed." if is_same else "",
        count=_count(comparison.changes, comparison.unmade),
    )


def _intro(comparison: Comparison, start: str) -> str:
    if comparison.start.commit == comparison.end.commit:
        return f"This is {start} alone; there is nothing to compare it with."
    if comparison.is_back:
        return (
            "This looks back: what came in since is told as taken away, and what was taken away "
            "as new. The revisions named are those that made the change at the time."
        )
    return ""


def _chapters(comparison: Comparison, words: Words) -> Iterator[Chapter]:
    lines = _lines(comparison, words)
    passing = _passing(comparison, words)
    made, unmade = (_by_section(those, words) for those in (comparison.changes, comparison.unmade))
    first = {
        heading: min(rank(one.change) for one in (*made[heading], *unmade[heading]))
        for heading in {**made, **unmade}
    }
    for heading in sorted({**lines, **passing}, key=lambda one: first.get(one, _FIRST)):
        groups = [
            _group(comparison, place, tuple(some))
            for place, some in sorted(lines.get(heading, {}).items())
        ]
        if heading in passing:
            groups.append(Group(heading=_PASSING, lines=tuple(passing[heading])))
        yield Chapter(
            anchor=re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-"),
            heading=heading,
            count=_count(made[heading], unmade[heading]),
            is_material=any(line.is_material for group in groups for line in group.lines),
            groups=tuple(groups),
        )


_FIRST = (-1, -1)
_SEVERAL = "Each change names the revision that made it last. Here the reasons stand in full."
_MOST_NAMED = 4
_PASSING = "Changed, and changed back"


def _by_section(changes: Iterable[Attributed], words: Words) -> defaultdict[str, list[Attributed]]:
    found = defaultdict(list)
    for one in changes:
        found[section_of(one.change, words)].append(one)
    return found


def _lines(comparison: Comparison, words: Words) -> dict[str, dict[int, list[Line]]]:
    """Give what is told, by section and by the place of the revision that made it."""
    places = {step.revision.commit: place for place, step in enumerate(comparison.steps)}
    made = {
        _key(one.change): [places[revision.commit] for revision in one.revisions]
        for one in comparison.changes
    }
    found = sections(
        (one.change for one in comparison.changes),
        comparison.start.decision,
        comparison.end.decision,
        words,
        apart=lambda change: made[_key(change)][-1],
    )
    lines: dict[str, dict[int, list[Line]]] = {}
    for section in found:
        for sentence in section.sentences:
            touched = sorted({place for one in sentence.changes for place in made[_key(one)]})
            note = _earlier(comparison, touched[:-1])
            lines.setdefault(section.heading, {}).setdefault(touched[-1], []).append(
                _line(sentence, note)
            )
    return lines


def _key(change: Change) -> tuple[str, ...]:
    return change.kind, *change.about


def _passing(comparison: Comparison, words: Words) -> dict[str, list[Line]]:
    """Give what was changed and changed back, by section."""
    items = named(comparison.start.decision, comparison.end.decision, words)
    found: dict[str, list[Line]] = {}
    for one in comparison.unmade:
        touched = [comparison.labels[revision.commit] for revision in one.revisions]
        sentence = returned(one.change, touched, items, words)
        found.setdefault(section_of(one.change, words), []).append(_line(sentence, ""))
    return found


def _line(sentence: Sentence, note: str) -> Line:
    return Line(
        head=sentence.head,
        clauses=sentence.clauses,
        details=sentence.details,
        note=note,
        is_material=sentence.is_material,
    )


def _earlier(comparison: Comparison, places: Sequence[int]) -> str:
    """Say which revisions before the last one touched the same."""
    if not places:
        return ""
    first, *again = (comparison.labels[comparison.steps[one].revision.commit] for one in places)
    if len(again) > _MOST_NAMED:
        return f"first in {first}, again in {len(again)} others"
    return f"first in {first}{', again in ' if again else ''}{' and '.join(again)}"


def _group(comparison: Comparison, place: int, lines: tuple[Line, ...]) -> Group:
    if len(comparison.steps) == 1:
        return Group(lines=lines)
    revision = comparison.steps[place].revision
    decision = revision.decision
    return Group(
        revision=comparison.labels[revision.commit],
        recorded=told(decision.time.recorded_at),
        who=str(decision.by.recorder or f"by whom {was_not('asked', decision, 'by.recorder')}"),
        because=_short(" ".join(decision.change.because.split())) or no_reason(decision),
        lines=lines,
    )


def _short(text: str) -> str:
    """Give the first sentence of a reason, or as much of it as fits beside a change."""
    if len(text) <= _LONGEST_REASON:
        return text
    start = text[: _LONGEST_REASON + 1]
    sentence, end, _ = start.rpartition(". ")
    return f"{sentence}{end.strip()} …" if end else f"{start.rpartition(' ')[0] or start} …"


def _count(made: Sequence[Attributed], unmade: Sequence[Attributed]) -> str:
    """Say how much of each there is: ``2 new, 1 taken away, 3 changed``."""
    come = sum(one.change.kind is ChangeKind.ITEM_ADDED for one in made)
    gone = sum(one.change.kind is ChangeKind.ITEM_REMOVED for one in made)
    others = (one.change for one in made if one.change.kind not in COMING)
    about = {(is_outcome(one), one.item or one.path) for one in others}
    counts = (
        (come, "new"),
        (gone, "taken away"),
        (len(about), "changed"),
        (len(unmade), "changed back"),
    )
    return ", ".join(f"{count} {what}" for count, what in counts if count)
