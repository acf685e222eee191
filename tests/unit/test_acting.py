"""From coming up to acting: how long it took, as the worked cases tell it."""

from datetime import timedelta
from html import unescape

import pytest

from briefings import brief
from cases import revisions
from rationale_cli.codec.shipped import words
from rationale_cli.domain.acting import is_late, waited
from rationale_cli.domain.clearing.scanning import folded
from rationale_cli.domain.telling.sentences import tell
from rationale_cli.domain.timeline.behind import aloud, behind
from rationale_cli.domain.trigger import Trigger
from rationale_cli.services.telling import Format, readable, render

WAITED = {
    ("alder", 5, "T1"): ("70 minutes after it came up", True),
    ("cedar", 3, "T1"): ("5 minutes after it came up", False),
    ("cedar", 3, "T2"): ("15 minutes after it came up", False),
    ("cedar", 3, "T3"): ("10 minutes before it was due", False),
    ("cedar", 3, "T4"): ("", False),
}


@pytest.mark.parametrize(("where", "told"), WAITED.items())
def test_how_long_it_took_to_act(where: tuple[str, int, str], told: tuple[str, bool]) -> None:
    found = _trigger(*where)

    assert (waited(found), is_late(found, allowed=timedelta(minutes=60))) == told


def test_a_change_that_says_that_somebody_acted_says_how_long_it_took() -> None:
    before, after = revisions("alder")[3:5]
    every = [one for section in tell(before, after, words()) for one in section.sentences]

    (found,) = (one for one in every if "T1" in one.head)

    assert found.is_material
    assert found.text.endswith("not said before; 70 minutes after it came up")


SINCE_R4 = (
    "Three changes since neglect and domestic abuse were last looked at (9 April 2026, 18:00): "
    "K11 came to be known (revision 5); look-again point T1 came up on 14 April 2026, 11:20; "
    "K12 came to be known (revision 6)."
)
SINCE_R1 = (
    "Three changes since going missing was last looked at (20 November 2026, 18:40): "
    "K5, K6 and K7 came to be known (revision 2)."
)
ALOUD = [
    ("alder", 4, []),
    ("alder", 6, [SINCE_R4]),
    ("alder", 7, []),
    ("cedar", 1, []),
    ("cedar", 2, [SINCE_R1]),
]


@pytest.mark.parametrize(("case", "number", "told"), ALOUD)
def test_what_was_recorded_since_a_risk_was_looked_at_is_counted_aloud(
    case: str, number: int, told: list[str]
) -> None:
    """A decision that is over expects no further look, so the last one of ALDER is quiet."""
    assert list(map(aloud, behind(revisions(case)[:number], words()))) == told


@pytest.mark.parametrize("audience", ["core-team", "court"])
@pytest.mark.parametrize("form", list(Format))
def test_every_briefing_says_what_came_since_a_risk_was_looked_at(
    audience: str, form: Format
) -> None:
    page = brief(revisions("alder")[:6], audience=audience)
    text = readable(render(page, form), form, page)

    assert folded(SINCE_R4) in folded(unescape(text))


def _trigger(case: str, number: int, trigger: str) -> Trigger:
    return next(one for one in revisions(case)[number - 1].trigger if one.id == trigger)
