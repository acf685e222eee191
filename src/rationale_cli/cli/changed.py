"""What changed between two revisions, for programs: ``docs/json.md`` describes it."""

from typing import Any

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.attribution import Attributed
from rationale_cli.domain.change import Change, ChangeKind
from rationale_cli.domain.comparison import Comparison
from rationale_cli.domain.prose import compared
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.telling import taking
from rationale_cli.domain.telling.direction import direction
from rationale_cli.domain.telling.grouping import is_material, section_of
from rationale_cli.domain.telling.saying import general
from rationale_cli.domain.telling.taking import Took
from rationale_cli.domain.words import Words


def plain(comparison: Comparison, words: Words, took: Took) -> dict[str, Any]:
    """Give a comparison as plain values, in the order of importance.

    Args:
        comparison: Of two revisions.
        words: What sections are called.
        took: How long it took on the way.
    """
    labels = comparison.labels
    return {
        "id": comparison.end.decision.id,
        "from": comparison.start.number,
        "from_commit": comparison.start.commit,
        "to": comparison.end.number,
        "to_commit": comparison.end.commit,
        "looks_back": comparison.is_back,
        "revisions": [_revision(step.revision, labels) for step in comparison.steps],
        "took": taking.plain(took),
        "changes": [
            {**_change(one.change, words), **_made(one, labels)} for one in comparison.changes
        ],
        "changed_back": [
            {**_change(one.change, words), **_made(one, labels)} for one in comparison.unmade
        ],
    }


def _revision(revision: Revision, labels: dict[str, str]) -> Answers:
    decision = revision.decision
    decided = decision.time.decided_at
    return {
        "label": labels[revision.commit],
        "revision": decision.revision,
        "kind": decision.kind,
        "decided_at": str(decided) if decided else None,
        "recorded_at": str(decision.time.recorded_at),
        "by": str(decision.by.recorder) if decision.by.recorder else None,
        "because": decision.change.because or None,
        "commit": revision.commit,
    }


def _change(change: Change, words: Words) -> Answers:
    return {
        "path": change.path,
        "kind": change.kind,
        "before": change.before,
        "after": change.after,
        "place": change.place,
        "section": section_of(change, words),
        "material": is_material(change),
        "direction": direction(general(change.path), change.before, change.after) or None,
        "words": _words(change),
    }


def _words(change: Change) -> list[Answers] | None:
    """Tell a reworded text span by span; ``None`` of anything else."""
    texts = (change.before, change.after)
    if change.kind is not ChangeKind.CHANGED or not all(isinstance(one, str) for one in texts):
        return None
    if not any(one.isspace() for text in texts for one in text):
        return None
    return [{one.kind.value: one.text} for one in compared(*texts)]


def _made(one: Attributed, labels: dict[str, str]) -> Answers:
    return {
        "set_in": labels[one.revisions[-1].commit],
        "touched_in": [labels[revision.commit] for revision in one.revisions],
    }
