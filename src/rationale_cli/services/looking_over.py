"""Looking over what a folder holds: what `check` finds, each with its place in the file."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple

import msgspec

from rationale_cli.codec import settings as settings_text
from rationale_cli.codec.places import Place
from rationale_cli.codec.pointing import pointed
from rationale_cli.domain import ids
from rationale_cli.domain.audience import named_alike, view
from rationale_cli.domain.check.finding import Finding
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.revision import select
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError
from rationale_cli.services import checking, reading
from rationale_cli.services.viewing import UNREADABLE
from rationale_cli.store.repository import Store

_CONCERN = "concern."
"""How a path into a concern begins: ``concern.p3xw9d.pause.A1.reason``. It has its own file."""


class Placed(NamedTuple):
    """A finding, and the file and the place in it that it is about.

    An audience is told no place: a line would show how much stands above it.
    """

    finding: Finding
    file: str
    place: Place | None


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in one record.

    Attributes:
        id: Of the record.
        revision: Its number; 0 if it cannot be read.
        file: Where its text stands, from the top of the folder.
        found: The loudest first.
        fault: Why it cannot be read; empty if it can.
        audience: As whose eyes it was looked at; empty if everything was.
    """

    id: str
    file: str
    revision: int = 0
    found: tuple[Placed, ...] = ()
    fault: str = ""
    audience: str = ""

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


def look_as_seen(
    store: Store,
    record_id: str,
    settings: Settings,
    *,
    now: Instant,
    clearance: Clearance,
    revision: str = "latest",
) -> Looked:
    """Look over one revision of a decision as an audience sees it.

    Args:
        store: The folder.
        record_id: Of the decision.
        settings: Of the folder.
        now: Up to when days of concerns are counted.
        clearance: Of the audience.
        revision: Which one, as `select` takes it.

    Raises:
        RationaleError: If it cannot be read, or there is no such revision.
    """
    zone = settings_text.zone(settings)
    history = reading.history(store, record_id, zone=zone)
    seen = view(history, clearance).history
    chosen = select(seen, revision, zone=zone)
    all_of_it = named_alike(history, clearance)[seen.index(chosen)]
    found = checking.check_seen(
        store, chosen.decision, all_of_it, settings, now=now, clearance=clearance
    )
    file = ids.path_of(record_id)
    return Looked(
        id=record_id,
        revision=chosen.number,
        file=file,
        found=tuple(Placed(one, _file(one, file), None) for one in found),
        audience=clearance.audience,
    )


def _file(finding: Finding, of_decision: str) -> str:
    if not finding.path.startswith(_CONCERN):
        return of_decision
    return ids.path_of(finding.path.split(".")[1], ids.CONCERNS)


def _in_concern(store: Store, finding: Finding) -> Placed:
    """Place a finding that is about a concern in the file of the concern."""
    concern_id, _, path = finding.path.removeprefix(_CONCERN).partition(".")
    file = ids.path_of(concern_id, ids.CONCERNS)
    blob = store.read(file)
    (place,) = pointed(blob.data.decode(), (path,)) if blob else (Place(1, 1),)
    return Placed(finding, file, place)


def look_over(
    store: Store,
    settings: Settings,
    *,
    zone: tzinfo,
    now: Instant,
    clearance: Clearance = EVERYTHING,
) -> Iterator[Looked]:
    """Look over every decision as it now stands, in the order of their ids.

    One that cannot be read is told as such and keeps nobody from the others; an audience is not
    told why, since a fault may quote what stands there.
    """
    for record_id in reading.known_ids(store):
        try:
            if clearance.sees_all:
                yield _look_at(store, record_id, settings, zone=zone, now=now)
            else:
                yield look_as_seen(store, record_id, settings, now=now, clearance=clearance)
        except RationaleError as error:
            why = "; ".join(error.lines) or str(error)
            yield Looked(
                id=record_id,
                file=ids.path_of(record_id),
                fault=why if clearance.sees_all else UNREADABLE,
                audience=clearance.audience,
            )


def _look_at(
    store: Store, record_id: str, settings: Settings, *, zone: tzinfo, now: Instant
) -> Looked:
    decision = reading.decision(store, record_id, zone=zone)
    blob = store.read(ids.path_of(record_id))
    return look(store, decision, blob.data if blob else b"", settings, now=now)
