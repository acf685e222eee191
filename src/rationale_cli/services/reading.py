"""Decisions out of the folder: one, all of them, or the history of one."""

import hashlib
from datetime import datetime, tzinfo

import msgspec

from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import settings as settings_text
from rationale_cli.domain import ids
from rationale_cli.domain.decision import Decision, Mode, Status
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError
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


def known_ids(store: Store) -> tuple[str, ...]:
    """Give the ids of all records, in alphabetical order."""
    found = (ids.id_in(entry.path) for entry in store.entries(ids.FOLDER))
    return tuple(sorted(record_id for record_id in found if record_id))


def resolve(store: Store, text: str) -> str:
    """Give the id that is meant by an id or a unique beginning of one.

    Raises:
        MalformedIdError: If no id can begin like this.
        UnknownRecordError: If none does.
        AmbiguousIdError: If several do.
    """
    return ids.resolve(text, known_ids(store))


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
    """Read every revision of a decision, each after those that it follows; never empty.

    Raises:
        UnknownRecordError: If there is none of this id.
        FaultyFileError: If the text of one is no record.
    """
    path = ids.path_of(record_id)
    versions = store.versions(path)
    if not versions:
        raise ids.UnknownRecordError(record_id)
    texts = store.blobs(version.blob for version in versions)
    return tuple(
        Revision(
            decision=decision_text.decode(
                _text(data, path), name=f"{path}@{version.commit[:7]}", zone=zone
            ),
            commit=version.commit,
            committed_at=version.committed_at,
            blob=version.blob,
            sha256=hashlib.sha256(data).hexdigest(),
        )
        for version, data in zip(versions, texts, strict=True)
    )


def listed(store: Store, *, zone: tzinfo) -> tuple[Listed, ...]:
    """Give every record, the last recorded first; unreadable ones at the end, never hidden."""
    entries = store.entries(ids.FOLDER)
    rows = [
        _listed(entry.path, data, zone)
        for entry, data in zip(entries, store.blobs(e.blob for e in entries), strict=True)
        if ids.id_in(entry.path)
    ]
    readable = [row for row in rows if row.recorded_at is not None]
    readable.sort(key=lambda row: (row.recorded_at, row.id), reverse=True)
    return (*readable, *(row for row in rows if row.recorded_at is None))


def _listed(path: str, data: bytes, zone: tzinfo) -> Listed:
    record_id = ids.id_in(path) or path
    try:
        found = decision_text.decode(_text(data, path), name=path, zone=zone)
    except RationaleError as error:
        return Listed(id=record_id, fault=str(error))
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
