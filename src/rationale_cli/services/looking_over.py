"""Looking over what a folder holds: what `check` finds, each with its place in the file."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple

import msgspec

from rationale_cli.codec.places import Place
from rationale_cli.codec.pointing import pointed
from rationale_cli.domain import ids
from rationale_cli.domain.check.finding import Finding
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError
from rationale_cli.services import checking, reading
from rationale_cli.store.repository import Store


class Placed(NamedTuple):
    """A finding, and where in the file of its record it is about."""

    finding: Finding
    place: Place


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in one record.

    Attributes:
        id: Of the record.
        revision: Its number; 0 if it cannot be read.
        file: Where its text stands, from the top of the folder.
        found: The loudest first.
        fault: Why it cannot be read; empty if it can.
    """

    id: str
    file: str
    revision: int = 0
    found: tuple[Placed, ...] = ()
    fault: str = ""

    @property
    def has_errors(self) -> bool:
        """Whether something is missing that a final record needs, or it cannot be read."""
        return bool(self.fault) or any(one.finding.is_error for one in self.found)


def look(store: Store, decision: Decision, text: bytes, settings: Settings) -> Looked:
    """Look over one revision of a decision.

    Args:
        store: The folder.
        decision: As it stood at that revision.
        text: Of its file then.
        settings: Of the folder.
    """
    found = checking.check(store, decision, settings)
    places = pointed(text.decode(), (one.path for one in found))
    return Looked(
        id=decision.id,
        revision=decision.revision,
        file=ids.path_of(decision.id),
        found=tuple(Placed(one, place) for one, place in zip(found, places, strict=True)),
    )


def look_over(store: Store, settings: Settings, *, zone: tzinfo) -> Iterator[Looked]:
    """Look over every decision as it now stands, in the order of their ids.

    One that cannot be read is told as such and keeps nobody from the others.
    """
    for record_id in reading.known_ids(store):
        file = ids.path_of(record_id)
        try:
            decision = reading.decision(store, record_id, zone=zone)
            blob = store.read(file)
            yield look(store, decision, blob.data if blob else b"", settings)
        except RationaleError as error:
            yield Looked(id=record_id, file=file, fault="; ".join(error.lines) or str(error))
