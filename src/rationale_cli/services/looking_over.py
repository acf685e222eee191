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
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError
from rationale_cli.services import checking, reading
from rationale_cli.store.repository import Store

_CONCERN = "concern."
"""How a path into a concern begins: ``concern.p3xw9d.pause.A1.reason``. It has its own file."""


class Placed(NamedTuple):
    """A finding, and the file and the place in it that it is about."""

    finding: Finding
    file: str
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


def look(
    store: Store, decision: Decision, text: bytes, settings: Settings, *, now: Instant | None = None
) -> Looked:
    """Look over one revision of a decision.

    Args:
        store: The folder.
        decision: As it stood at that revision.
        text: Of its file then.
        settings: Of the folder.
        now: Up to when days of concerns are counted; left out: up to when it was recorded.
    """
    file = ids.path_of(decision.id)
    found = checking.check(store, decision, settings, now=now)
    own = [one for one in found if not one.path.startswith(_CONCERN)]
    places = dict(zip(own, pointed(text.decode(), (one.path for one in own)), strict=True))
    return Looked(
        id=decision.id,
        revision=decision.revision,
        file=file,
        found=tuple(
            Placed(one, file, places[one]) if one in places else _in_concern(store, one)
            for one in found
        ),
    )


def _in_concern(store: Store, finding: Finding) -> Placed:
    """Place a finding that is about a concern in the file of the concern."""
    concern_id, _, path = finding.path.removeprefix(_CONCERN).partition(".")
    file = ids.path_of(concern_id, ids.CONCERNS)
    blob = store.read(file)
    (place,) = pointed(blob.data.decode(), (path,)) if blob else (Place(1, 1),)
    return Placed(finding, file, place)


def look_over(
    store: Store, settings: Settings, *, zone: tzinfo, now: Instant | None = None
) -> Iterator[Looked]:
    """Look over every decision as it now stands, in the order of their ids.

    One that cannot be read is told as such and keeps nobody from the others.
    """
    for record_id in reading.known_ids(store):
        file = ids.path_of(record_id)
        try:
            decision = reading.decision(store, record_id, zone=zone)
            blob = store.read(file)
            yield look(store, decision, blob.data if blob else b"", settings, now=now)
        except RationaleError as error:
            yield Looked(id=record_id, file=file, fault="; ".join(error.lines) or str(error))
