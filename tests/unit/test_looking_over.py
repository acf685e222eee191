"""The copies for a panel, an audit and for learning."""

import re

import pytest

from briefings import brief
from cases import revisions
from rationale_cli.domain.stamp import read
from rationale_cli.render.visible import told
from rationale_cli.services.telling import Format, readable, render


def test_a_panel_reads_the_plan_right_after_options_and_risks() -> None:
    anchors = ["risks-over-time", "control", "trigger", "action"]
    usual = brief(revisions("alder")[:6])
    page = brief(revisions("alder")[:6], audience="panel")
    assert [one.anchor for one in page.sections][:4] == anchors
    assert page.made_for == "Decision briefing for the panel"
    assert sorted(one.anchor for one in page.sections) == sorted(
        one.anchor for one in usual.sections
    )


def test_an_audit_reads_the_times_and_gaps_of_every_revision_first() -> None:
    page = brief(revisions("cedar")[:6], audience="audit")
    over_time, times, gaps = page.sections[:3]
    assert over_time.anchor == "risks-over-time"
    assert [one.id for one in times.entries] == ["r1", "r2", "r3", "r4", "r5", "r6"]
    fourth = {one.label: one.text for one in times.entries[3].facts}
    assert fourth["Decided"] == "21 November 2026, 02:30"
    assert fourth["Recorded"] == "21 November 2026, 03:55"
    assert "85 minutes" in fourth["Gap"]
    assert fourth["Why it was late"].startswith(revisions("cedar")[3].time.late_reason.strip()[:20])
    assert gaps.anchor == "gap"


@pytest.mark.parametrize("case", ["alder", "cedar"])
def test_nothing_in_a_lesson_leads_back_to_the_record(case: str) -> None:
    history = revisions(case)[:6]
    decision = history[-1]
    page = brief(history, audience="learning")
    roles = {one.role for one in decision.consulted} | {one.role for one in decision.dissent}
    hidden = {decision.id, decision.case, decision.title, "6" * 40, "0" * 64} | {
        f"{role}, " for role in roles
    }
    for form in Format:
        text = told(page)
        if form is not Format.PDF:
            text += readable(render(page, form), form, page)
        assert [one for one in hidden if one in text] == []
    assert [one.audience for one in read(page.stamp_line)] == ["learning"]
    for fact in (fact for part in page.sheet for one in part.entries for fact in one.facts):
        assert not re.search(r"\d{4}", fact.text)
