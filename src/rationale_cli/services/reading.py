"""Decisions out of the folder: one, all of them, or the history of one."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple

import msgspec

from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import settings as settings_text
from rationale_cli.codec.series import Series
from rationale_cli.domain import ids
from rationale_cli.domain.decision import Decision, Mode, Status
from rationale_cli.domain.revision import Revision, Unreadable, readable
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError
from rationale_cli.store.history import Version
from rationale_cli.store.repository import Store


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list.

    Attributes:
        fault: Why the record cannot be read; the other fields but *id* are then empty.
    """

    id: str
    revision: int = 0
    status: Status | None = None
    mode: Mode | None = None
    title: str = ""
    case: str = ""
    decided_at: datetime | None = None
    recorded_at: datetime | None = None
    open_dissent: int = 0
    fault: str = ""


def settings(store: Store) -> Settings:
    """Give the settings of the folder, as committed; the shipped ones if it has none.

    Raises:
        FaultyFileError: Naming every fault of the file.
    """
    blob = store.read(settings_text.NAME)
    return settings_text.decode(_text(blob.data, settings_text.NAME)) if blob else Settings()


def known_ids(store: Store, folder: str = ids.FOLDER) -> tuple[str, ...]:
    """Give the ids of all records, or of those below a folder, in alphabetical order."""
    found = (ids.id_in(entry.path) for entry in store.entries(folder))
    return tuple(sorted(record_id for record_id in found if record_id))


def resolve(store: Store, text: str) -> str:
    """Give the id that is meant by an id or a unique beginning of one.

    Raises:
        MalformedIdError: If no id can begin like this.
        UnknownRecordError: If none does.
        AmbiguousIdError: If several do.
    """
    # Two letters are a folder: a large one need not be read through for one record.
    return ids.resolve(text, known_ids(store, ids.folder_of(text)))


def decision(store: Store, record_id: str, *, zone: tzinfo) -> Decision:
    """Read a decision as it now stands.

    Raises:
        UnknownRecordError: If there is none of this id.
        FaultyFileError: If its text is no record.
    """
    path = ids.path_of(record_id)
    blob = store.read(path)
    if blob is None:
        raise ids.UnknownRecordError(record_id)
    return decision_text.decode(_text(blob.data, path), name=path, zone=zone)


def history(store: Store, record_id: str, *, zone: tzinfo) -> tuple[Revision, ...]:
    """Read every revision of a decision that can be read; never empty.

    The last is the one that stands at ``HEAD``. The others come each after those that it
    follows, also those of a branch whose text a join did not take. A version that cannot be
    read is nobody's parent: those that it follows stand in for it.

    Raises:
        UnknownRecordError: If there is none of this id.
        RationaleError: If the text that stands at ``HEAD`` is no record.
    """
    return readable(versions(store, record_id, zone=zone))


def versions(store: Store, record_id: str, *, zone: tzinfo) -> tuple[Revision | Unreadable, ...]:
    """Give what `history` does, and in its place each earlier version that cannot be read.

    Raises:
        UnknownRecordError: If there is none of this id.
        RationaleError: If the text that stands at ``HEAD`` is no record.
    """
    path = ids.path_of(record_id)
    # Read before the versions are: a save in between then cannot leave it out of them.
    latest = store.read(path)
    if latest is None:
        raise ids.UnknownRecordError(record_id)
    read: dict[str, _Read] = {}
    series = Series(zone)

    def take(commit: str, data: bytes) -> None:
        read[commit] = _read(commit, data, path, series)

    found = in_order(store.versions(path, each=take), latest.id)
    if (error := read[found[-1].commit].error) is not None:
        raise error
    return tuple(_version(one, read[one.commit]) for one in found)


def in_order(found: Sequence[Version], latest: str) -> tuple[Version, ...]:
    """Give the versions of a record, each after those that it follows, last the one at ``HEAD``.

    Args:
        found: As the store gives them.
        latest: The blob that stands at ``HEAD``.
    """
    # A join that took one side as it was gives no version, and the other side may be listed last.
    newest = next(one for one in reversed(found) if one.blob == latest)
    return (*(one for one in found if one is not newest), newest)


def text(store: Store, revision: Revision) -> bytes:
    """Give the text of a revision as it was committed: what ``previous`` names by its sum."""
    return next(store.blobs([revision.blob]))


def version(found: Version, data: bytes, path: str, series: Series) -> Revision | Unreadable:
    """Give the revision that a version holds, or why it holds none.

    Args:
        found: The version.
        data: Its text.
        path: Of its file.
        series: In which the texts of one record are read.
    """
    return _version(found, _read(found.commit, data, path, series))


class _Read(NamedTuple):
    """The text of a version: a decision, or why it is none."""

    sha256: str
    decision: Decision | None
    error: RationaleError | None = None


def _read(commit: str, data: bytes, path: str, series: Series) -> _Read:
    sha256, name = hashlib.sha256(data).hexdigest(), f"{path}@{commit[:7]}"
    try:
        return _Read(sha256, series.decode(_text(data, name), name=name))
    except RationaleError as error:
        return _Read(sha256, None, error)


def _version(version: Version, read: _Read) -> Revision | Unreadable:
    if read.decision is None:
        return Unreadable(
            commit=version.commit,
            committed_at=version.committed_at,
            fault="; ".join(read.error.lines if read.error else ()) or str(read.error),
            parents=version.parents,
        )
    return Revision(
        decision=read.decision,
        commit=version.commit,
        committed_at=version.committed_at,
        blob=version.blob,
        sha256=read.sha256,
        parents=version.parents,
    )


def listed(store: Store, *, zone: tzinfo) -> tuple[Listed, ...]:
    """Give every record, the last recorded first; unreadable ones at the end, never hidden."""
    return in_turn(
        Listed(id=record_id, fault=str(found)) if isinstance(found, RationaleError) else line(found)
        for record_id, found in decisions(store, zone=zone)
    )


def decisions(store: Store, *, zone: tzinfo) -> Iterator[tuple[str, Decision | RationaleError]]:
    """Give every decision as it stands, by its id, or why it cannot be read; in one pass."""
    entries = store.entries(ids.FOLDER)
    for entry, data in zip(entries, store.blobs(one.blob for one in entries), strict=True):
        if record_id := ids.id_in(entry.path):
            yield record_id, _decoded(entry.path, data, zone)


def line(found: Decision) -> Listed:
    """Give the line of the list that tells of a decision."""
    return Listed(
        id=found.id,
        revision=found.revision,
        status=found.status,
        mode=found.mode,
        title=found.title,
        case=found.case,
        decided_at=found.time.decided_at.at if found.time.decided_at else None,
        recorded_at=found.time.recorded_at.at,
        open_dissent=sum(not dissent.is_closed for dissent in found.dissent),
    )


def in_turn(rows: Iterable[Listed]) -> tuple[Listed, ...]:
    """Give the lines in the order of the list: last recorded first, unreadable ones at the end."""
    listed = tuple(rows)
    known = [row for row in listed if row.recorded_at is not None]
    known.sort(key=lambda row: (row.recorded_at, row.id), reverse=True)
    return (*known, *(row for row in listed if row.recorded_at is None))


def _decoded(path: str, data: bytes, zone: tzinfo) -> Decision | RationaleError:
    try:
        return decision_text.decode(_text(data, path), name=path, zone=zone)
    except RationaleError as error:
        return error


def readable_decisions(store: Store, *, zone: tzinfo) -> Iterator[Decision]:
    """Give every decision as it stands; what cannot be read is passed over."""
    for path, found in texts(store, ids.FOLDER):
        if ids.id_in(path):
            try:
                yield decision_text.decode(found, name=path, zone=zone)
            except RationaleError:
                continue


def texts(store: Store, folder: str) -> Iterator[tuple[str, str]]:
    """Give the path and text of every file below a folder; what cannot be read is passed over."""
    try:
        entries = store.entries(folder)
        found = store.objects.many(entry.blob for entry in entries)
        for entry, blob in zip(entries, found, strict=True):
            if blob is not None and (text := _text_or_none(blob.data)) is not None:
                yield entry.path, text
    except RationaleError:
        return


def _text_or_none(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


class NotTextError(RationaleError):
    """A file of the folder is not text in UTF-8."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path!r} is not text in UTF-8",
            hint="Open it in an editor, save it as UTF-8 and commit it.",
        )


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise NotTextError(path) from None
