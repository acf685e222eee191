"""One revision without what an audience is not cleared for."""

from collections.abc import Mapping
from itertools import accumulate
from typing import Any, NamedTuple

from rationale_cli.domain.clearing.clearance import Clearance
from rationale_cli.domain.clearing.labels import Labelled, Record, key

ALWAYS = frozenset(
    {
        "format",
        "id",
        "revision",
        "previous",
        "kind",
        "status",
        "mode",
        "question_set",
        "supersedes",
        "superseded_by",
        "related",
        "none",
        "time",
        "by",
        "change.from",
        "question.reversibility",
        "family.told",
        "family.told_at",
        "handling.marking",
        "handling.dispose_after",
        "handling.hold",
        "decision",
        "raised_against",
        "urgency",
        "ladder",
        "raised_by",
        "raised_at",
        "clock.choice",
        "close.at",
    }
)
"""What every copy holds unless a label says otherwise: numbers, codes, times and roles."""

BUT = frozenset({"time.late_reason", "by.authority"})
"""Texts inside of those: they are somebody's words, and count as such."""

_CALLED = frozenset({"id", "n"})
"""Fields by which an item is called."""

_REFERENCES = {
    ("risk", "options"): "option",
    ("control", "risks"): "risk",
    ("option", "law"): "law",
}
"""Fields of items that name other items."""


class Cut(NamedTuple):
    """A revision as an audience may see it.

    Attributes:
        record: Its plain values.
        gone: Each path that was taken out, with the labels for which it was.
    """

    record: dict[str, Any]
    gone: dict[str, frozenset[str]]


def cut(record: Record, labelled: Labelled, clearance: Clearance) -> Cut:
    """Give a revision without what is not cleared, and without what points at it.

    Args:
        record: Its plain values.
        labelled: The labels of this revision, as `labels.labels` gives them.
        clearance: Whom it is for.
    """
    cutter = _Cutter(labelled, clearance)
    left = {name: cutter.kept(name, value) for name, value in record.items()}
    result = {name: value for name, value in left.items() if value not in (None, {}, [])}
    _forget(result, record, cutter)
    return Cut(result, cutter.gone)


class _Cutter:
    """Takes apart one revision, and remembers what it took out."""

    def __init__(self, labelled: Labelled, clearance: Clearance) -> None:
        self._labelled = labelled
        self._clearance = clearance
        self.gone: dict[str, frozenset[str]] = {}

    def kept(self, path: str, value: Any) -> Any:
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            if self._refused(path, self._labelled.get(path, frozenset())):
                return None
            rows = (self._row(path, row, place) for place, row in enumerate(value))
            return [row for row in rows if row is not None]
        if isinstance(value, Mapping) and path != "handling.sensitivity" and "." not in path:
            if self._refused(path, self._labelled.get(path, frozenset())):
                return None
            inner = {key_: self.kept(f"{path}.{key_}", one) for key_, one in value.items()}
            return {key_: one for key_, one in inner.items() if one is not None}
        if path == "handling.sensitivity":
            return None  # it names what was taken out
        return None if self._refused(path, self._of_field(path)) else value

    def tells_of(self, path: str) -> bool:
        """Whether anything may be said of a place: what is told of it may stand where it does not.

        A label counts also where nothing stands now, since it came with what stood there.
        """
        places = accumulate(path.split("."), "{}.{}".format)
        return not any(
            one in self.gone or self._refused(one, self._labelled.get(one, ())) for one in places
        )

    def _row(self, name: str, row: Mapping[str, Any], place: int) -> dict[str, Any] | None:
        path = f"{name}.{key(row, place)}"
        if self._refused(path, self._labelled.get(path, frozenset({""}))):
            return None
        for field in _CALLED & set(row):
            # Nothing can be shown of what may not be called by its name.
            if self._refused(path, self._labelled.get(f"{path}.{field}", ())):
                return None
        return {
            field: value
            for field, value in row.items()
            if not self._refused(f"{path}.{field}", self._labelled.get(f"{path}.{field}", ()))
        }

    def _of_field(self, path: str) -> frozenset[str]:
        """The labels of a field that is in no list; without one, words count as the default."""
        if path in self._labelled:
            return self._labelled[path]
        table = path.partition(".")[0]
        always = path in ALWAYS or (table in ALWAYS and path not in BUT)
        return frozenset() if always else frozenset({""})

    def _refused(self, path: str, labels: Any) -> bool:
        refused = self._clearance.refused(labels)
        if refused:
            self.gone[path] = refused
        return bool(refused)


def _forget(result: dict[str, Any], record: Record, cutter: _Cutter) -> None:
    """Take out what points at something that is gone: references, and what is said of a place."""
    for (name, field), target in _REFERENCES.items():
        there = {row["id"] for row in result.get(target, ())}
        were = {row["id"] for row in record.get(target, ())}
        for row in result.get(name, ()):
            if field in row:
                row[field] = [one for one in row[field] if one in there or one not in were]
    for name in ("gap", "conflict"):
        result[name] = [one for one in result.get(name, ()) if cutter.tells_of(one.get("path", ""))]
    result["none"] = [path for path in result.get("none", ()) if cutter.tells_of(path)]
    for name in ("gap", "conflict", "none"):
        if not result[name]:
            del result[name]
