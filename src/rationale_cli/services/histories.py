"""The histories of many decisions, found in one walk through all branches."""

from collections.abc import Collection, Iterator
from datetime import tzinfo
from itertools import islice

from rationale_cli.codec.series import Series
from rationale_cli.domain import ids
from rationale_cli.domain.revision import Revision, readable
from rationale_cli.services import reading
from rationale_cli.store.repository import Store


def histories(
    store: Store, *, zone: tzinfo, wanted: Collection[str] | None = None
) -> Iterator[tuple[str, tuple[Revision, ...]]]:
    """Give every revision of each decision by its id, as `reading.history` does of one.

    Args:
        store: The folder.
        zone: Where times without offset are read.
        wanted: Ids; left out: of all.

    Returns:
        An empty history of a decision that cannot be read as it stands.
    """
    entries = [
        (record_id, entry)
        for entry in store.entries(ids.FOLDER)
        if (record_id := ids.id_in(entry.path)) and (wanted is None or record_id in wanted)
    ]
    if not entries:
        return
    known = store.histories(ids.FOLDER)
    every = [(one, reading.in_order(known[entry.path], entry.blob)) for one, entry in entries]
    texts = store.blobs(one.blob for _, versions in every for one in versions)
    for record_id, versions in every:
        path, series = ids.path_of(record_id), Series(zone)
        read = [
            reading.version(one, data, path, series)
            for one, data in zip(versions, islice(texts, len(versions)), strict=True)
        ]
        found = readable(read)
        is_known = bool(found) and found[-1].commit == versions[-1].commit
        yield record_id, found if is_known else ()
