"""Sheets: briefings for audiences that have pages of their own."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rationale_cli.domain.telling.briefing import (
    Briefing,
    Changed,
    Chapter,
    Fact,
    Harms,
    Opening,
    Section,
    Why,
)
from rationale_cli.domain.telling.contested import Concerns


def on_a_sheet(briefing: Briefing, sections: Iterable[Section], *, made_for: str) -> Briefing:
    """Give a briefing that tells some sections and nothing of the usual pages.

    What the usual pages would tell is taken out of the value, not only off the page: no format
    can show it, and no program finds it there.

    Args:
        briefing: As everybody else gets it.
        sections: What is told instead, in order.
        made_for: What it is and for whom.
    """
    nothing = Chapter(heading="", intro="", sections=())
    return replace(
        briefing,
        made_for=made_for,
        sheet=tuple(sections),
        concerns=Concerns(),
        opening=Opening(heading="", question="", choice="", reason="", facts=()),
        why=Why(sentences=(), more="", silence=""),
        changed=Changed(heading="", because="", still_stands="", sentences=(), more="", parts=()),
        corrections=(),
        objections=(),
        objections_silence="",
        harms=Harms(lead="", worries=(), ask="", behind=(), silent=(), risks=(), silence=""),
        calls=(),
        calls_silence="",
        questioning=(),
        questioning_note="",
        choices=(),
        choices_silence="",
        sections=(),
        known=nothing,
        learned=nothing,
        history=(),
    )


def section(
    anchor: str,
    heading: str,
    *texts: str,
    intro: str = "",
    facts: Iterable[Fact] = (),
    silence: str = "",
) -> Section:
    """Give a section of paragraphs; without any text or fact, one that says why.

    Args:
        anchor: Where links lead.
        heading: In sentence case.
        texts: Paragraphs; blank ones are left out.
        intro: A sentence under the heading.
        facts: Labelled lines below the paragraphs.
        silence: What stands there if there is nothing.
    """
    notes, lines = tuple(prose(texts)), tuple(facts)
    return Section(
        anchor=anchor,
        heading=heading,
        intro=intro,
        notes=notes,
        facts=lines,
        silence="" if notes or lines else silence,
    )


def prose(texts: Iterable[str]) -> Iterator[str]:
    """Give texts of a record without blank ones and without blank lines around them."""
    return (one.strip("\n") for one in texts if one.strip())


def holds(part: Section) -> bool:
    """Whether a section tells anything but that it is silent."""
    return bool(part.notes or part.facts or part.entries or part.tables)


def uncleared() -> Section:
    """Say that nothing of the record may be told in this copy yet."""
    return section(
        _UNCLEARED,
        "Nothing has been cleared for this copy yet",
        "The team has not yet said what of this decision may stand here. "
        "Ask whoever gave you this page when it will.",
    )


def is_uncleared(briefing: Briefing) -> bool:
    """Whether a copy holds nothing but that nothing was cleared for it."""
    return any(part.anchor == _UNCLEARED for part in briefing.sheet)


_UNCLEARED = "not-cleared"
