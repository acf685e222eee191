"""What a reply becomes: entries of the ledger, and what of it belongs into the decision itself."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import Any

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.form import tidy
from rationale_cli.domain.knowledge import KnownKind
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.part import Party
from rationale_cli.domain.people import DissentStatus
from rationale_cli.domain.seen import Entry, EntryKind, Seen
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.understanding.heard import IN_WRITING, Heard
from rationale_cli.domain.understanding.readers import folded
from rationale_cli.domain.words import Words


def entry(heard: Heard, *, revision: int, at: Instant, by: Party) -> Entry:
    """Give the entry of something that was said; its id is given when it is added."""
    return Entry(
        id="",
        at=at,
        received=heard.received,
        recorded_by=by,
        for_=heard.for_,
        via=heard.via,
        kind=heard.kind,
        revision=revision,
        text=_tidy(heard.text),
        answers=heard.answers,
        audience=heard.audience,
        sha256=heard.sha256,
    )


def before_them(seen: Seen, who: Party | None, newest: int) -> int:
    """Give the revision that somebody most likely had before them: the newest sent to them."""
    sent = [
        one.revision
        for one in seen.entry
        if one.kind is EntryKind.SHARED
        and who is not None
        and one.for_ is not None
        and folded(one.for_) == folded(who)
    ]
    return max(sent, default=newest)


def part_of_record(heard: Iterable[Heard], words: Words) -> Answers:
    """Give what belongs into the decision: disagreement as a dissent, news as something known.

    Returns:
        A partial record; empty if nothing of it does.
    """
    said = list(heard)
    dissent = [_dissent(one, words) for one in said if one.kind is EntryKind.DISAGREE]
    known = [_known(one, words) for one in said if one.kind is EntryKind.NEW_INFORMATION]
    parts: Answers = {"dissent": dissent, "known": known}
    return {name: rows for name, rows in parts.items() if rows}


def kind_of(part: Answers) -> Kind:
    """Give the kind of revision that such a part makes."""
    return Kind.AMEND if "dissent" in part else Kind.NOTE


def reason(heard: Sequence[Heard], words: Words) -> str:
    """Say why the record changes: who replied, how, and what with."""
    told = []
    for one in heard:
        verb = _VERBS.get(one.kind)
        if verb is None:
            continue
        via = f" {words.value('via', one.via.value)}" if one.via else ""
        told.append(f"{capital(str(one.for_))}, replied{via} and {verb}.")
    return " ".join(dict.fromkeys(told))


_VERBS = {
    EntryKind.DISAGREE: "disagrees",
    EntryKind.NEW_INFORMATION: "says something that was not written here",
}


def _dissent(one: Heard, words: Words) -> dict[str, Any]:
    in_writing = one.via in IN_WRITING
    is_confirmed = in_writing if one.confirmed is None else one.confirmed
    how = words.value("via", one.via.value) if one.via else ""
    if one.confirmed and not in_writing:
        how = f"read back to them, {how}" if how else "read back to them"
    row: dict[str, Any] = {
        **_who(one.for_),
        "at": _value(one.received),
        "words": _tidy(one.text),
        "harms": list(one.harms),
        "asks": _tidy(one.asks),
        "status": DissentStatus.OPEN.value,
        "confirmed": is_confirmed,
    }
    if is_confirmed:
        row |= {"confirmed_at": _value(one.received), "confirmed_how": how}
    return {key: value for key, value in row.items() if value not in ("", [], None)}


def _known(one: Heard, words: Words) -> dict[str, Any]:
    how = f", {words.value('via', one.via.value)}" if one.via else ""
    row = {
        "text": _tidy(one.text),
        "kind": KnownKind.REPORTED.value,
        "source": f"{one.for_}{how}",
        "as_of": _value(one.received),
    }
    return {key: value for key, value in row.items() if value is not None}


def _who(who: Party | None) -> dict[str, str]:
    return {"role": who.role, "agency": who.agency} if who else {}


def _tidy(text: str) -> str:
    # The zone is for times; a text has none.
    return str(tidy(text, UTC))


def _value(moment: Moment | None) -> Any:
    return moment.value if moment else None
