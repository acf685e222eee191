"""Timing: the histories of one record, or of all those of a case, become one line of time."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

import msgspec

from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.telling.letterhead import Letterhead
from rationale_cli.domain.timeline.composing import compose
from rationale_cli.domain.timeline.timeline import Timeline
from rationale_cli.domain.words import Words
from rationale_cli.errors import RationaleError
from rationale_cli.services import reading, viewing
from rationale_cli.services.telling import Format, Page
from rationale_cli.store.repository import Store


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """Which records a line of time is to tell of.

    Attributes:
        ids: Never empty.
        unreadable: Ids of records that might belong to it, and cannot be read.
    """

    ids: tuple[str, ...]
    unreadable: tuple[str, ...] = ()


class NothingRecordedError(RationaleError):
    """The folder holds no record."""

    def __init__(self) -> None:
        super().__init__(
            "this folder holds no decision yet", hint="Record one with 'rationale new'."
        )


class UnnamedRecordError(RationaleError):
    """Nobody said which record is meant, and there are several.

    Attributes:
        lines: The records, one each.
    """

    def __init__(self, found: Sequence[reading.Listed]) -> None:
        super().__init__(
            f"this folder holds {len(found)} decisions, and none was named",
            hint="Name one of them, or join all those of a case with --case CASE.",
        )
        self.lines = tuple(
            f"{one.id}  {one.case or 'no case'}  {one.title or 'without a title'}" for one in found
        )


class UnknownCaseError(RationaleError):
    """No record names this case."""

    def __init__(self, case: str, known: Sequence[str]) -> None:
        super().__init__(
            f"no decision of this folder names the case {case!r}",
            hint=f"Cases that are named here: {', '.join(known)}."
            if known
            else "No decision here names a case; name the decision instead.",
        )


def chosen(
    store: Store,
    *,
    record_id: str,
    case: str,
    zone: tzinfo,
    clearance: Clearance = EVERYTHING,
) -> Chosen:
    """Give the records that are meant: the one named, those of a case, or the only one.

    Args:
        store: The folder.
        record_id: Or a unique beginning of it; empty if none was named.
        case: Large and small letters are the same; empty if none was named.
        zone: Where times without offset are read.
        clearance: Of whoever asks; a case that they may not see belongs to no record.

    Raises:
        NothingRecordedError: If none was named and there is none.
        UnnamedRecordError: If none was named and there are several.
        UnknownCaseError: If no record names the case.
        UnknownRecordError: If there is none of this id.
    """
    if record_id:
        return Chosen(ids=(reading.resolve(store, record_id),))
    if case:
        return _of_case(store, case, zone, clearance)
    known = reading.known_ids(store)
    if not known:
        raise NothingRecordedError
    if len(known) > 1:
        raise UnnamedRecordError(viewing.listed(store, zone=zone, clearance=clearance))
    return Chosen(ids=known)


def timeline(  # noqa: PLR0913 - a line of time is told with that much
    histories: Sequence[tuple[Revision, ...]],
    *,
    harms: Sequence[Harm],
    words: Words,
    zone: tzinfo,
    provisions: Sequence[Provision] = (),
    until: Instant | None = None,
    concerns: Sequence[tuple[Concern, ...]] = (),
) -> Timeline:
    """Lay everything that happened on one line of time.

    Args:
        histories: Of one record or several, each oldest first and never empty.
        harms: Every kind that is known in the folder.
        words: What codes, fields and provisions are called in the folder.
        zone: Of the folder.
        provisions: The law library of the folder.
        until: Up to when days that were set count as past; left out: up to the last entry.
        concerns: About these records; of each its revisions, oldest first.
    """
    return compose(
        histories,
        harms=harms,
        words=words,
        zone=zone,
        provisions=provisions,
        until=until,
        concerns=concerns,
    )


def render(
    line: Timeline,
    form: Page,
    letterhead: Letterhead,
    *,
    words: Words,
    zone: tzinfo,
    own: Mapping[str, str] | None = None,
) -> str:
    """Render a line of time as a document; the same line gives the same text.

    Args:
        line: What happened.
        form: HTML, with the charts, or Markdown.
        letterhead: Whom it is for, and what stands on every page.
        words: What codes are called.
        zone: Of the folder.
        own: The team's own templates, by name.

    Raises:
        TemplateFaultError: If one of those cannot be followed.
    """
    # Imported when asked for: templates cost a start-up's worth of time.
    from rationale_cli.domain.timeline.page import page
    from rationale_cli.render import timeline as documents

    found = page(line, letterhead=letterhead, words=words, zone=zone)
    match form:
        case Format.HTML:
            return documents.html(found, own or {})
        case Format.MARKDOWN:
            return documents.markdown(found, own or {})


def _of_case(store: Store, case: str, zone: tzinfo, clearance: Clearance) -> Chosen:
    rows = viewing.listed(store, zone=zone, clearance=clearance)
    found = tuple(one.id for one in rows if one.case.casefold() == case.strip().casefold())
    if not found:
        raise UnknownCaseError(case, sorted({one.case for one in rows if one.case}))
    return Chosen(ids=found, unreadable=tuple(one.id for one in rows if one.fault))
