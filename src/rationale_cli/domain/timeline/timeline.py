"""A timeline: everything that happened in one record, or in all those of a case, in one line."""

from datetime import datetime

import msgspec

from rationale_cli.domain.decision import Kind, Mode, Status
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.timeline.assessing import Series
from rationale_cli.domain.timeline.event import Event
from rationale_cli.domain.timeline.unlooked import Unlooked


class Revised(msgspec.Struct, frozen=True, kw_only=True):
    """One revision on the line.

    Attributes:
        at: When it was decided; if nobody said, when it was recorded.
    """

    number: int
    kind: Kind
    at: Moment


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """Days that were set, as long as they stood.

    Attributes:
        path: ``time.effective_from`` for a stretch of days, else the field of the one day.
        start: The day; empty if only the end of a stretch was set.
        end: The end of a stretch; empty for one day, or if it has none.
        revision: The one that set them.
        moved_in: The revision that took them back or set others; empty if they stand.
        moved_at: When that was decided.
    """

    path: str
    start: Moment | None
    end: Moment | None
    revision: int
    moved_in: int | None = None
    moved_at: Moment | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One record on the line.

    Attributes:
        unnamed: Kinds of harm due for it that nobody has looked at in any revision.
        commit: Opaque name, given by the store, of what the newest revision stands in.
        sha256: Of the newest revision's text.
    """

    id: str
    revision: int
    title: str
    case: str
    status: Status | None
    mode: Mode | None
    marking: str
    recorded_at: Instant
    revisions: tuple[Revised, ...]
    series: tuple[Series, ...]
    planned: tuple[Planned, ...]
    unlooked: tuple[Unlooked, ...]
    unnamed: tuple[str, ...]
    commit: str
    committed_at: datetime
    sha256: str


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """One line of time.

    Attributes:
        records: Those that it tells of, in the order in which they began; never empty.
        events: In the order of time.
        until: Up to when it was drawn; what lies behind lies ahead.
        zone: Name of the zone in which its days and times are told.
    """

    records: tuple[Told, ...]
    events: tuple[Event, ...]
    until: Instant
    zone: str
