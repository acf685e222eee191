"""The law library on a screen and for programs: a list, a provision, and what is not known."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from rationale_cli.cli import reporting
from rationale_cli.codec import shipped
from rationale_cli.domain.citing.citation import Citation
from rationale_cli.domain.force import Force, force, force_told
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.reason import Law
from rationale_cli.domain.telling.saying import capital, counted, short
from rationale_cli.domain.words import Words, told
from rationale_cli.services.resting import Resting

NOTICE = (
    "This is not legal advice: plain words of our own, which no lawyer has read yet. "
    "Each row says when it was checked, or that it was not."
)

_FIRST_WORDS = 60
"""Letters of the plain meaning that a list shows."""

_NAMED = 8
"""Provisions that are named where many could be meant."""


def listed(rows: Sequence[Provision]) -> Iterator[str]:
    """Give the list, a row each, below what it is not."""
    yield NOTICE
    yield ""
    for row in rows:
        yield f"{row.id}  {row.short or row.citation}: {_first_words(row.plain)} ({_checked(row)})"
    yield ""
    count = counted(len(rows), "provision", "provisions")
    yield f"{capital(count)}. 'rationale law ID' explains one."


def cells(rows: Sequence[Provision]) -> Iterator[tuple[str, ...]]:
    """Give the list for programs: id, short, when it was checked, plain meaning."""
    for row in rows:
        checked = str(row.checked_on) if row.checked_on else "not checked"
        yield row.id, row.short or row.citation, checked, row.plain


def explained(
    found: Citation,
    known: Mapping[str, Provision],
    day: date,
    places: Sequence[Resting],
    words: Words | None,
) -> Iterator[str]:
    """Tell all that the library knows of the one provision that was found, and what rests on it.

    Args:
        found: What was typed, and the one provision that it means.
        known: The library by id.
        day: On which the law is looked at.
        places: Where decisions rest on it.
        words: What codes are called; ``None`` outside of a folder, where nothing can rest on it.
    """
    row = found.found[0]
    yield f"{row.id}  {row.citation}"
    if not found.is_exact:
        yield f"Found for {found.typed!r}: it may say less or more than that."
    yield ""
    yield from _facts(row, known, day, words or shipped.words())
    yield ""
    if words is None:
        yield "No folder of decisions here: which decisions rest on it is not known."
    else:
        yield from _resting(places, words)
    yield ""
    yield NOTICE


def _facts(
    row: Provision, known: Mapping[str, Provision], day: date, words: Words
) -> Iterator[str]:
    kinds = (words.value("law.role", one) for one in row.roles)
    source = f", against {row.source}" if row.source else ""
    checked = told(row.checked_on) if row.checked_on else "Never, against anything"
    sure = row.confidence.value if row.confidence else "not said"
    facts = {
        "Means": row.plain,
        "Applies when": row.applies_when,
        "It is a": ", a ".join(kinds),
        "Where": row.jurisdiction,
        "In force": _in_force(row, day),
        "Checked": f"{checked}{source}",
        "Confidence": f"{sure} (of whoever wrote the row)",
        "Text": _linked(row, day),
        "Limit": f"{row.limit}, counted from when the record says it began" if row.limit else "",
        "Note": row.note,
    }
    for label, text in facts.items():
        if text:
            yield f"{label:<14}{text}"
    for one in (known[name] for name in row.related if name in known):
        yield f"{'See also':<14}{one.id}, {one.name} ({_checked(one)}). {one.note}".rstrip()


def _in_force(row: Provision, day: date) -> str:
    parts = []
    if row.enacted_on:
        parts.append(f"passed on {told(row.enacted_on)}")
    if row.in_force_from:
        parts.append(f"from {told(row.in_force_from)}")
    if row.in_force_to:
        parts.append(f"to {told(row.in_force_to)}")
    if row.commencement:
        parts.append("when it began is not verified")
    text = capital(", ".join(parts))
    if force(row, day) in (Force.NOT_YET, Force.ENDED):
        return f"{text}. It {force_told(row, day)}."
    return f"{text}." if text else ""


def _linked(row: Provision, day: date) -> str:
    link = row.link(day)
    is_dated = link.endswith(str(day))
    return f"{link} (as it stood on {told(day)})" if is_dated else link


def _resting(places: Sequence[Resting], words: Words) -> Iterator[str]:
    if not places:
        yield "No decision of this folder rests on it."
        return
    count = len({place.decision.id for place in places})
    yield f"{capital(counted(count, 'decision rests', 'decisions rest'))} on it:"
    for place in places:
        decision, item = place.decision, place.law
        yield f"  {decision.id} r{decision.revision}  {decision.title or '(no title yet)'}"
        yield f"    {item.id}: {_how(item, words)}"


def _how(item: Law, words: Words) -> str:
    met = " ".join(item.met_how.split())
    sure = short(words.value("law.certainty", item.certainty)) if item.certainty else ""
    said = [
        met if met.endswith((".", "?", "!")) else f"{met}." if met else "",
        "" if met else "How its test is met was not asked.",
        f"{capital(sure)}." if sure else "How sure we are was not asked.",
        f"Law as at {told(item.as_at)}." if item.as_at else "",
    ]
    return " ".join(one for one in said if one)


def tell_unknown(found: Citation) -> None:
    """Say on standard error that something is not in the library, or could be several things."""
    if found.found:
        count = len(found.found)
        reporting.say(f"error: {found.typed!r} can mean {count} provisions of the library")
        _name(found.found)
        reporting.say("hint: Name the Act with its year, and the section with its subsection.")
    else:
        reporting.say(f"error: {found.typed!r} is not in the library")
        _name(found.near)
        near = "Those above are near it. " if found.near else ""
        words = shlex.quote(found.typed)
        reporting.say(f"hint: {near}To look through all of them: rationale law --search {words}")
    reporting.say(NOTICE)


def _name(rows: Sequence[Provision]) -> None:
    for row in rows[:_NAMED]:
        reporting.say(f"  {row.id}  {row.short or row.citation} ({_checked(row)})")
    if len(rows) > _NAMED:
        reporting.say(f"  and {len(rows) - _NAMED} more")


def plain(row: Provision, day: date) -> dict[str, Any]:
    """Give a provision as plain values."""
    return {
        "id": row.id,
        "citation": row.citation,
        "short": row.short or None,
        "plain": row.plain,
        "applies_when": row.applies_when or None,
        "roles": list(row.roles),
        "jurisdiction": row.jurisdiction or None,
        "limit": str(row.limit) if row.limit else None,
        "enacted_on": row.enacted_on,
        "in_force_from": row.in_force_from,
        "in_force_to": row.in_force_to,
        "commencement": row.commencement or None,
        "checked_on": row.checked_on,
        "source": row.source or None,
        "confidence": row.confidence,
        "note": row.note or None,
        "related": list(row.related),
        "as_at": day,
        "force": force(row, day),
        "link": row.link(day) or None,
    }


def explained_plain(found: Citation, day: date, places: Sequence[Resting]) -> dict[str, Any]:
    """Give the one provision that was found, and what rests on it, as plain values."""
    return {
        "notice": NOTICE,
        "typed": found.typed,
        "exact": found.is_exact,
        "provision": plain(found.found[0], day),
        "resting": [_place(one) for one in places],
    }


def _place(place: Resting) -> dict[str, Any]:
    decision, item = place.decision, place.law
    return {
        "id": decision.id,
        "revision": decision.revision,
        "title": decision.title,
        "status": decision.status,
        "item": item.id,
        "role": item.role,
        "met_how": item.met_how or None,
        "certainty": item.certainty,
        "as_at": str(item.as_at) if item.as_at else None,
    }


def unknown_plain(found: Citation) -> dict[str, Any]:
    """Give what several provisions, or none, could be meant by what was typed."""
    return {
        "notice": NOTICE,
        "typed": found.typed,
        "exact": False,
        "provision": None,
        "could_be": [one.id for one in found.found],
        "near": [one.id for one in found.near],
    }


def _checked(row: Provision) -> str:
    return f"checked {told(row.checked_on)}" if row.checked_on else "not checked"


def _first_words(text: str) -> str:
    if len(text) <= _FIRST_WORDS:
        return text
    return f"{text[:_FIRST_WORDS].rpartition(' ')[0].rstrip(',;:')} …"
