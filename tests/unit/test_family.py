"""The copies for the family and for the child: plain words, and nothing that tells of gaps."""

import re
from typing import Any

import msgspec
import pytest

from briefings import brief
from cases import revisions
from histories import linear
from rationale_cli.domain.audience import view
from rationale_cli.domain.clearing.clearance import Clearance
from rationale_cli.domain.decision import Decision, Status
from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.sheet import is_uncleared
from rationale_cli.domain.viewed import Viewed
from rationale_cli.render import text
from rationale_cli.render.visible import told
from rationale_cli.services.telling import Format, render

ALONE = ("family", "child")
SILENCES = ("not asked", "nobody has looked", "nobody was asked", "no reason was given", "not said")


def _seen(case: str, count: int, *, default: str = "family") -> tuple[Decision, ...]:
    clearance = Clearance(
        audience="family",
        labels=frozenset({"family"}),
        default_label=default,
        tells_silence=False,
    )
    history = linear(*revisions(case)[:count])
    return tuple(one.decision for one in view(history, clearance).history)


def _parts(page: Briefing) -> dict[str, Any]:
    return {one.anchor: one for one in page.sheet}


@pytest.mark.parametrize("audience", ALONE)
@pytest.mark.parametrize(
    ("case", "count"), [("alder", 1), ("alder", 6), ("cedar", 1), ("cedar", 6)]
)
def test_no_number_no_id_and_no_gap_is_told(audience: str, case: str, count: int) -> None:
    page = brief(_seen(case, count), audience=audience)
    said = told(page).lower()
    assert [one for one in SILENCES if one in said] == []
    assert [one.id for part in page.sheet for one in part.entries if one.id] == []
    assert [one for one in ("likelihood", "impact", "ca89-", "s.47") if one in said] == []
    assert not re.search(r"\b[rkux]\d\b", said)
    for form in (Format.HTML, Format.MARKDOWN, Format.TEXT):
        assert "not asked" not in str(render(page, form)).lower()


def test_the_family_reads_what_why_what_has_to_change_and_how_to_question_it() -> None:
    history = _seen("cedar", 6)
    parts = _parts(brief(history, audience="family"))
    assert tuple(parts)[:3] == ("what", "why", "changed")
    assert tuple(parts)[-1] == "question"
    assert parts["what"].heading == "What we decided"
    assert parts["what"].notes[0] == "Emergency placement elsewhere, led by the exploitation worker"
    assert parts["why"].notes[0] == "Police need the names to act."
    assert parts["must-change"].notes == (history[-1].reason.change_mind,)
    assert [one.title for one in parts["disagree"].entries] == [
        "Exploitation worker, 20 November 2026, 21:15",
        "Home senior, 20 November 2026, 21:15",
    ]
    assert history[-1].dissent[0].words.strip() in parts["disagree"].entries[0].text
    assert [one.text for one in parts["question"].facts] == ["concerns desk, 0000 000 000"]
    assert any("24 November 2026, 02:30" in str(one.facts) for one in parts["law"].entries)


def test_harms_stand_in_plain_words_without_their_detail() -> None:
    history = _seen("cedar", 6)
    parts = _parts(brief(history, audience="family"))
    happening, could = parts["worry"].notes
    assert happening.endswith("has happened: harm where they are placed.")
    assert could.endswith(": going missing, sexual exploitation and harm from our own plan.")
    said = told(brief(history, audience="family"))
    assert [one.reason for one in history[-1].risk if one.reason and one.reason in said] == []


def test_a_proposal_and_a_direction_of_the_court_are_named_as_such() -> None:
    decision = _seen("alder", 1)[0]
    for status, heading in (
        (Status.PROPOSED, "What we propose"),
        (Status.DIRECTED, "What the court directed"),
    ):
        each = msgspec.structs.replace(decision, status=status)
        assert brief((each,), audience="family").sheet[0].heading == heading


def test_the_child_reads_a_short_page_with_what_it_said() -> None:
    history = _seen("alder", 6)
    page = brief(history, audience="child")
    parts = _parts(page)
    assert tuple(parts) == ("what", "why", "voice", "next", "ask")
    assert parts["voice"].entries[0].title == history[-1].person[0].voice.strip("\n")
    said = told(page)
    assert "harm" not in said.lower().replace(history[-1].reason.decisive[0].lower(), "")
    assert [one.words for one in history[-1].dissent if one.words in said] == []
    assert len(text.render(page)) < len(text.render(brief(history, audience="family"))) / 2


@pytest.mark.parametrize("audience", ALONE)
def test_a_copy_for_which_nothing_was_cleared_says_so(audience: str) -> None:
    history = _seen("alder", 6, default="team")
    assert isinstance(history[-1], Viewed)
    page = brief(history, audience=audience)
    assert is_uncleared(page)
    assert page.sheet[0].anchor == "not-cleared"
    assert "Nothing has been cleared for this copy yet" in text.render(page)
    assert not is_uncleared(brief(_seen("alder", 6), audience=audience))


def test_what_happens_next_goes_by_its_days_and_says_which_have_passed() -> None:
    steps = _parts(brief(_seen("alder", 6), audience="child"))["next"]
    days = [fact.text for step in steps.entries for fact in step.facts]

    assert days[0] == "30 March 2026 (that day has passed)"
    assert days[-2:] == ["5 June 2026", "8 June 2026"]
    assert steps.notes == ("Where a day has passed, nothing here says yet whether it was done.",)
