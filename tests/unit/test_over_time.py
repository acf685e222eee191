"""Risks over time in a briefing: drawn where pages can draw, and always in a table."""

import json
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from briefings import brief
from builders import make_decision, make_risk
from cases import revisions
from rationale_cli.codec.shipped import words
from rationale_cli.domain.audience import view
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.risk import Risk, RiskStatus
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.telling.briefing import Briefing, Section
from rationale_cli.domain.telling.length import page_one
from rationale_cli.domain.telling.over_time import ANCHOR
from rationale_cli.domain.timeline.reading import readings
from rationale_cli.render import html, json_text, markdown, text, visible
from rationale_cli.services import audiences
from timelines import changed, line_of_case, make_history

DRAWN = ("core-team", "lead", "agency:health", "court", "panel", "audit")
TOLD_IN_WORDS = ("family", "child", "views", "learning")


def _part(briefing: Briefing) -> Section | None:
    found = [one for one in (*briefing.sheet, *briefing.sections) if one.anchor == ANCHOR]
    assert len(found) < 2
    return found[0] if found else None


def _seen(audience: str, *history: Decision) -> Section:
    clearance = audiences.clearance(Settings(), audience)
    seen = view(make_history(history), clearance).history
    part = _part(brief(tuple(one.decision for one in seen), audience=audience))
    assert part is not None
    return part


def _later(before: Decision, hours: int) -> Instant:
    recorded = before.time.recorded_at
    return Instant(recorded.at + timedelta(hours=hours))


@pytest.mark.parametrize("case", ["alder", "cedar"])
@pytest.mark.parametrize("audience", DRAWN)
def test_a_page_draws_it_once_with_its_table_right_below(case: str, audience: str) -> None:
    page = html.render(brief(revisions(case)[:6], audience=audience))
    _, found, rest = page.partition(f'<section id="{ANCHOR}"')
    part = ET.fromstring(f"{found}{rest.partition('</section>')[0]}</section>")  # noqa: S314 - ours

    assert page.count('class="chart"') == 1
    assert [one.tag for one in part] == [
        "h2" if audience == "court" else "h3",
        "p",
        "figure",
        "table",
    ]
    table = part[3]
    assert "".join(table[0].itertext()).startswith("What each risk was said to be")
    assert {one.get("scope") for one in table.iter("th")} == {"col", "row"}
    title, desc = (one for one in part.iter() if one.tag in {"title", "desc"})
    assert title.text
    assert desc.text


@pytest.mark.parametrize("audience", DRAWN)
def test_it_stands_right_behind_the_risks_and_never_on_page_one(audience: str) -> None:
    briefing = brief(revisions("alder")[:6], audience=audience)
    page = html.render(briefing)
    ids = [one.partition('"')[0] for one in page.split('<section id="')[1:]]

    assert ids[ids.index(ANCHOR) - 1] == ("harm" if audience == "court" else "risks")
    assert _part(page_one(briefing)) is None


@pytest.mark.parametrize("audience", TOLD_IN_WORDS)
def test_a_family_a_child_and_who_may_see_no_day_get_none(audience: str) -> None:
    briefing = brief(revisions("cedar")[:6], audience=audience)

    assert _part(briefing) is None
    assert 'class="chart"' not in html.render(briefing)


def test_one_rated_revision_has_moved_nothing() -> None:
    assert _part(brief(revisions("alder")[:2])) is None
    assert _part(brief(revisions("alder")[:3])) is not None
    assert ".chart" not in html.render(brief(revisions("alder")[:2]))


@pytest.mark.parametrize("case", ["alder", "cedar"])
def test_the_table_says_what_the_timeline_says_and_a_gap_in_words(case: str) -> None:
    part = _part(brief(revisions(case)[:6]))
    assert part is not None
    (table,) = part.tables
    rows = [*readings(line_of_case(case, 6), words())]

    assert [(one[0], one[2]) for one in table.rows] == [(one.harm, one.status) for one in rows]
    for row, reading in zip(table.rows, rows, strict=True):
        rated = (
            ("not rated", "not rated") if reading.is_gap else (reading.likelihood, reading.impact)
        )
        assert row[3:5] == rated
    assert any(one.is_gap for one in rows)


def test_every_format_has_the_table_and_values_tell_the_chart_in_words() -> None:
    briefing = brief(revisions("alder")[:6])
    part = _part(briefing)
    assert part is not None
    told = json.loads(json_text.render(briefing))["briefing"]["sections"][0]

    assert told["charts"] == [{"title": part.charts[0].title, "desc": part.charts[0].desc}]
    assert part.tables[0].caption in markdown.render(briefing)
    assert part.tables[0].caption in " ".join(text.render(briefing).split())
    assert "svg" not in markdown.render(briefing)


def test_harms_of_which_only_the_impact_was_said_are_in_the_table_alone() -> None:
    risk = make_risk(likelihood=None, impact=4)
    first = make_decision(risk=(risk,))
    part = _part(brief((first, changed(first, _later(first, 5), risk=(replace(risk, impact=5),)))))

    assert part is not None
    assert (part.charts, part.chart_note) == ((), "")
    assert [one[3:5] for one in part.tables[0].rows] == [
        ("not said", "severe (4)"),
        ("not said", "catastrophic (5)"),
    ]


def test_a_risk_that_is_left_out_is_in_no_line_name_or_gap() -> None:
    shown, hidden = _risk("R1", "neglect"), _risk("R2", "sexual", sensitivity="police")
    first = make_decision(risk=(shown, hidden))
    later = (replace(shown, likelihood=5), replace(hidden, likelihood=5))
    second = changed(first, _later(first, 5), risk=later)
    told = visible.told(_seen("core-team", first, second))

    assert "Neglect" in told
    assert "sexual" not in told.lower()
    assert "Sexual harm" in visible.told(_seen("agency:police", first, second))


def test_no_gap_is_claimed_where_a_look_was_left_out() -> None:
    hidden, shown = _risk("R1", "neglect", sensitivity="police"), _risk("R2", "neglect")
    other = _risk("R3", "physical")
    first = make_decision(risk=(hidden, other))
    second = changed(first, _later(first, 5), risk=(hidden, shown, replace(other, likelihood=5)))
    part = _seen("core-team", first, second)

    assert [one[2] for one in part.tables[0].rows if one[0] == "Neglect"] == ["Present"]
    assert "Neglect: from" in part.charts[0].desc
    assert not any("Neglect" in one.text for one in part.charts[0].texts if one.kind != "name")


def test_a_rating_that_may_have_been_left_out_is_not_told_as_unsaid() -> None:
    unsaid = _risk("R1", "neglect", likelihood=None)
    hidden, other = _risk("R2", "physical", sensitivity="legal"), _risk("R3", "emotional")
    first = make_decision(risk=(unsaid, hidden, other))
    second = changed(first, _later(first, 5), risk=(unsaid, hidden, replace(other, likelihood=5)))
    part, whole = _seen("core-team", first, second), _seen("audit", first, second)

    assert ("Neglect", "not in this copy") in [(one[0], one[3]) for one in part.tables[0].rows]
    assert ("Neglect", "not said") in [(one[0], one[3]) for one in whole.tables[0].rows]


def _risk(risk_id: str, harm: str, **more: Any) -> Risk:
    rated = {"status": RiskStatus.PRESENT, "likelihood": 3, "impact": 4, **more}
    return make_risk(id=risk_id, harm=harm, **rated)
