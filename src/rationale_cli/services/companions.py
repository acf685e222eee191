"""The companions of decisions in the folder: read one or all of them."""

import hashlib
from collections.abc import Collection, Iterator
from datetime import tzinfo
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from rationale_cli.codec import companion
from rationale_cli.domain import ids
from rationale_cli.domain.audience import UnshowableError, view_of_concern
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.part import Part
from rationale_cli.domain.seen import FORMAT, Seen
from rationale_cli.errors import RationaleError
from rationale_cli.services.reading import NotTextError
from rationale_cli.store.repository import Store

_Kind = TypeVar("_Kind", bound=Part)


class UnknownConcernError(RationaleError):
    """No concern has this id."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"no concern has the id {text!r}",
            hint="List the concerns with 'rationale concern list'.",
        )


class UnreadableConcernError(RationaleError):
    """A copy cannot tell of concerns; the fault itself may quote what stands there."""

    def __init__(self) -> None:
        super().__init__(
            "not every concern can be told: a file cannot be read",
            hint="Without --audience 'rationale concern list' says what is wrong with it.",
        )


class Kept(NamedTuple, Generic[_Kind]):
    """A companion with the text that it was read from.

    Attributes:
        value: What the text says.
        blob: By which a save tells which text it follows; ``None`` if there is none yet.
        sha256: Of that text; what the next revision calls ``previous``.
    """

    value: _Kind
    blob: str | None
    sha256: str = ""


def concern_id(store: Store, text: str) -> str:
    """Give the id of the concern that is meant by an id or a unique beginning of one.

    Raises:
        MalformedIdError: If no id can begin like this.
        UnknownConcernError: If none does.
        AmbiguousIdError: If several do.
    """
    found = (
        ids.id_in(entry.path, ids.CONCERNS)
        for entry in store.entries(ids.folder_of(text, ids.CONCERNS))
    )
    try:
        return ids.resolve(text, tuple(sorted(one for one in found if one)))
    except ids.UnknownRecordError:
        raise UnknownConcernError(text) from None


def concern(store: Store, record_id: str, *, zone: tzinfo) -> Kept[Concern]:
    """Read a concern as it now stands.

    Raises:
        UnknownConcernError: If there is none of this id.
        FaultyFileError: If its text is none.
    """
    found = _read(store, ids.path_of(record_id, ids.CONCERNS), Concern, zone)
    if found is None:
        raise UnknownConcernError(record_id)
    return found


def cleared_concern(store: Store, text: str, *, zone: tzinfo, clearance: Clearance) -> Concern:
    """Read the concern that an audience means by an id, or a unique beginning of one.

    Of one that they may not see, or that cannot be read, it is not even said that there is one.

    Raises:
        MalformedIdError: If no id can begin like this.
        UnknownConcernError: If none of those that they may see does.
        AmbiguousIdError: If several of these do.
    """
    ids.folder_of(text, ids.CONCERNS)
    found = {
        record_id: one
        for record_id, one in each_concern(store, zone=zone)
        if isinstance(one, Concern) and is_cleared(one, clearance)
    }
    try:
        return found[ids.resolve(text, tuple(sorted(found)))]
    except ids.UnknownRecordError:
        raise UnknownConcernError(text) from None


def concern_history(store: Store, record_id: str, *, zone: tzinfo) -> tuple[Concern, ...]:
    """Give every revision of a concern, oldest first.

    Raises:
        FaultyFileError: If one of them cannot be read.
    """
    path = ids.path_of(record_id, ids.CONCERNS)
    texts: dict[str, bytes] = {}
    found = store.versions(path, each=texts.__setitem__)
    return tuple(
        companion.decode(
            _text(texts[one.commit], path), Concern, name=f"{path}@{one.commit[:7]}", zone=zone
        )
        for one in found
    )


def concerns(store: Store, *, zone: tzinfo, about: str = "") -> tuple[Concern, ...]:
    """Give every concern of the folder, or those about one decision, by when they were raised.

    Raises:
        FaultyFileError: If one cannot be read: a concern that nobody sees would be silence.
    """
    found = [one for one in _all(store, ids.CONCERNS, Concern, zone) if about in {"", one.decision}]
    found.sort(key=lambda one: (one.raised_at or one.time.recorded_at, one.id))
    return tuple(found)


def each_concern(store: Store, *, zone: tzinfo) -> Iterator[tuple[str, Concern | RationaleError]]:
    """Give every concern of the folder by its id, or why it cannot be read."""
    yield from _each(store, ids.CONCERNS, Concern, zone)


def each_seen(store: Store, *, zone: tzinfo) -> Iterator[tuple[str, Seen | RationaleError]]:
    """Give by the id of its decision who has seen it, or why that cannot be read."""
    yield from _each(store, ids.SEEN, Seen, zone)


def histories(
    store: Store, decisions: Collection[str], *, zone: tzinfo, clearance: Clearance = EVERYTHING
) -> tuple[tuple[Concern, ...], ...]:
    """Give every revision of each concern about one of these decisions that may be seen whole.

    Raises:
        FaultyFileError: If one cannot be read.
    """
    found = (one for one in concerns(store, zone=zone) if one.decision in decisions)
    each = (concern_history(store, one.id, zone=zone) for one in found)
    return tuple(past for past in each if all(is_cleared(one, clearance) for one in past))


def is_cleared(concern: Concern, clearance: Clearance) -> bool:
    """Whether a concern may be seen whole.

    One that may be seen in part is not shown at all: what was lost and where it stands would be
    counted from a part, and would not be true.
    """
    if clearance.sees_all:
        return True
    try:
        found = view_of_concern(concern, clearance)
    except UnshowableError:
        return False
    # Which labels it carries is on no copy, and is none of what it says.
    return found == replace(concern, handling=replace(concern.handling, sensitivity={}))


def seen(store: Store, record_id: str, *, zone: tzinfo) -> Kept[Seen]:
    """Read who was sent, read or asked what about a decision; an empty one if nobody was."""
    found = _read(store, ids.path_of(record_id, ids.SEEN), Seen, zone)
    return found or Kept(Seen(format=FORMAT, id=record_id), None)


def why_unread(error: RationaleError, clearance: Clearance) -> str:
    """Say why something cannot be read; to an audience only that it cannot.

    A fault quotes what stands in the file, and nobody knows for whom that is.
    """
    if not clearance.sees_all:
        return "a file cannot be read"
    return "; ".join((str(error), *error.lines))


def _read(store: Store, path: str, kind: type[_Kind], zone: tzinfo) -> Kept[_Kind] | None:
    blob = store.read(path)
    if blob is None:
        return None
    value = companion.decode(_text(blob.data, path), kind, name=path, zone=zone)
    return Kept(value, blob.id, hashlib.sha256(blob.data).hexdigest())


def _all(store: Store, folder: str, kind: type[_Kind], zone: tzinfo) -> Iterator[_Kind]:
    for _, found in _each(store, folder, kind, zone):
        if isinstance(found, RationaleError):
            raise found
        yield found


def _each(
    store: Store, folder: str, kind: type[_Kind], zone: tzinfo
) -> Iterator[tuple[str, _Kind | RationaleError]]:
    entries = store.entries(folder)
    for entry, data in zip(entries, store.blobs(one.blob for one in entries), strict=True):
        record_id = ids.id_in(entry.path, folder)
        if record_id is None:
            continue
        try:
            text = _text(data, entry.path)
            yield record_id, companion.decode(text, kind, name=entry.path, zone=zone)
        except RationaleError as error:
            yield record_id, error


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise NotTextError(path) from None
