"""Suggesting: what a folder's records, its settings and the library offer to complete."""

from datetime import tzinfo
from itertools import chain

from msgspec import structs

from rationale_cli.codec import shipped
from rationale_cli.codec.law import provisions
from rationale_cli.domain.citing.citation import Citations
from rationale_cli.domain.gathering import gathered
from rationale_cli.domain.mention import party_of
from rationale_cli.domain.part import Party
from rationale_cli.domain.suggestion import Suggestions
from rationale_cli.errors import RationaleError
from rationale_cli.services import law, reading
from rationale_cli.store.repository import Store


def suggestions(store: Store, zone: tzinfo) -> Suggestions:
    """Gather all that can be suggested in a folder; what cannot be read is passed over.

    Every record at ``HEAD`` is read once, and nothing is written or printed: it can run in a
    thread of its own, on a store that this thread has opened.

    Args:
        store: The folder.
        zone: Where times without offset are read.
    """
    found = gathered(
        reading.readable_decisions(store, zone=zone),
        own=law.own(store),
        shipped=provisions(),
        expected=_expected(store),
        usual=shipped.roles(),
    )
    return structs.replace(found, citations=Citations(law.provisions(store)))


def _expected(store: Store) -> tuple[Party, ...]:
    try:
        settings = reading.settings(store)
    except RationaleError:
        return ()
    named = chain(settings.expected, *settings.expected_by_set.values())
    return tuple(party_of(text) for text in named)
