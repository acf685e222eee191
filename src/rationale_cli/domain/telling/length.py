"""How long a briefing is: whole, or page one alone with what it was made from and the slip."""

from msgspec.structs import replace

from rationale_cli.domain.telling.briefing import Briefing, Chapter


def page_one(briefing: Briefing) -> Briefing:
    """Give page one of a briefing; what stands behind it is taken out of the value.

    A page that an audience has of its own keeps what comes first on it. The page that asks for
    views stays whole: it is what it asks that counts.
    """
    nothing = Chapter(heading="", intro="", sections=())
    changed, why = briefing.changed, briefing.why
    sheet = briefing.sheet
    if not any(part.room for part in sheet):
        sheet = tuple(part for part in sheet if part.anchor in _FIRST)
    return replace(
        briefing,
        is_page_one=not briefing.sheet,
        sheet=sheet,
        why=replace(why, more=_elsewhere(why.more, " under ")),
        changed=replace(changed, more=_elsewhere(changed.more, ", each listed"), parts=()),
        corrections=(),
        choices=(),
        choices_silence="",
        sections=(),
        known=nothing,
        learned=nothing,
        history=(),
    )


def _elsewhere(more: str, where: str) -> str:
    """Say of further text, which stands behind page one, that the whole briefing has it."""
    what, found, _ = more.partition(where)
    return f"{what} in the whole briefing." if found else more


_FIRST = frozenset(
    {
        "concerns",
        "what",
        "why",
        "changed",
        "disagree",
        "harm",
        "worry",
        "must-change",
        "next",
        "voice",
        "not-cleared",
        "question",
        "ask",
    }
)
"""Sections of pages of an audience's own that come first on them."""
