from typing import Any

import msgspec

from briefings import brief
from cases import revisions
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Gap, GapKind
from rationale_cli.domain.reason import Reason
from rationale_cli.domain.telling.opening import decided_in
from rationale_cli.domain.telling.silence import SilenceKind, silence


def test_a_dissent_stands_in_its_authors_words_with_our_answer_and_its_wait() -> None:
    x2, x1 = brief(revisions("alder")[:6]).objections

    assert (x2.who, x2.is_open, x2.answer, x2.standing) == (
        "Lead social worker, children's social care",
        True,
        "Wait for the midpoint meeting on 13 April.",
        "Replied to, still open; waiting for 7 days.",
    )
    assert x1.words == revisions("alder")[1].dissent[0].words
    assert x1.standing == "Upheld."
    assert x1.confirmed == "They confirmed these words on 26 March 2026, 11:40, by e-mail."


def test_a_wait_of_hours_is_told_in_hours() -> None:
    assert [one.standing for one in brief(revisions("cedar")[:4]).objections] == [
        "Replied to, still open; waiting for 6 hours.",
        "Upheld.",
    ]
    assert [one.standing for one in brief(revisions("alder")[:2]).objections] == [
        "Replied to, still open; waiting for 45 minutes.",
    ]


def test_a_harm_that_a_colleague_worries_about_and_nobody_looked_at_comes_first() -> None:
    harms = brief(revisions("alder")[:2]).harms

    assert harms.worries == (
        "Health visitor (health) worries about physical harm; nobody has looked at it yet.",
    )
    assert "physical harm" not in harms.silent
    assert harms.silent[:3] == ("emotional harm", "sexual harm", "domestic abuse")


def test_the_gravest_impact_stays_on_page_one_however_unlikely() -> None:
    before = revisions("cedar")[0]
    grave = [risk for risk in brief((before,)).harms.risks if risk.is_grave]
    unlikely = msgspec.structs.replace(before.risk[0], impact=5, likelihood=1, status=None)

    found = brief((_with(before, risk=(unlikely,)),)).harms.risks

    assert all(risk.is_leading for risk in grave)
    assert (found[0].is_leading, found[0].is_grave) == (True, True)


def test_reasons_are_the_records_own_and_never_more_than_three() -> None:
    why = brief(revisions("alder")[:1]).why

    assert why.sentences == (
        "The court needs evidence of daily care.",
        "Delay harms the child.",
        "The timetable weighed heavily.",
    )


def test_missing_reasons_are_said_and_not_invented() -> None:
    why = brief((_with(revisions("alder")[0], reason=Reason()),)).why

    assert (why.sentences, why.silence) == ((), "The record holds no reason. Not asked.")


def test_a_first_revision_says_that_it_is_the_first() -> None:
    assert brief(revisions("alder")[:1]).changed.because == "This is the first revision."


def test_signs_to_call_about_come_once_with_who_watches() -> None:
    calls = brief(revisions("alder")[:6]).calls

    assert [(call.text, call.who) for call in calls] == [
        ("Any contact between the partner and the baby.", "Watched by: unit manager."),
        (
            "Any mark on a baby who is not yet moving.",
            "Likely to be seen by: nursery safeguarding lead, health visitor.",
        ),
        ("Any call to police from the home.", ""),
    ]


def test_hindsight_stands_alone() -> None:
    briefing = brief(revisions("alder")[:6])
    hindsight = revisions("alder")[5].outcome[0].text.strip()

    (outcomes,) = briefing.learned.sections
    assert outcomes.entries[0].text == hindsight
    assert hindsight not in str((briefing.sections, briefing.known))


def test_a_gap_names_its_place_in_words() -> None:
    gaps = (
        Gap(id="G1", path="risk.R1.reason", kind=GapKind.SKIPPED, reason="No time."),
        Gap(id="G2", path="reason.weight", kind=GapKind.UNKNOWN),
    )

    (section,) = [
        one
        for one in brief((_with(revisions("alder")[0], gap=gaps),)).sections
        if one.anchor == "gap"
    ]

    assert [(one.title, one.note, one.text) for one in section.entries] == [
        ("Risk R1: why we say so", "Skipped for now", "No time."),
        ("What weighed most", "Not known", "No reason was given."),
    ]


def test_every_revision_is_in_the_history_with_its_late_reason() -> None:
    rows = brief(revisions("alder")[:6]).history

    assert [row.revision for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[4].late == (
        "Recorded 110 minutes later, because: Entered after the strategy discussion and the call "
        "to the court."
    )


def test_without_contacts_the_reader_is_told_that_there_are_none() -> None:
    assert brief(revisions("alder")[:1], contacts=()).questioning_note == (
        "Speak to the lead social worker, children's social care. "
        "You can raise a concern at any time: say what worries you, what could happen if you are "
        "right, and what you ask for. "
        "No other contact for concerns has been given yet."
    )


def test_the_four_kinds_of_silence_are_told_apart() -> None:
    gaps = (
        Gap(id="G1", path="reason.weight", kind=GapKind.SKIPPED, reason="No time."),
        Gap(id="G2", path="unknown", kind=GapKind.UNKNOWN, reason="Nobody could say."),
    )
    decision = _with(revisions("alder")[0], none=("unthinkable",), gap=gaps)

    paths = ("unthinkable", "reason.weight", "unknown", "rating")
    found = [silence(decision, path) for path in paths]

    assert [(one.kind, one.text) for one in found] == [
        (SilenceKind.NONE, "Asked: there is none."),
        (SilenceKind.SKIPPED, "Asked, and left open. Reason: No time."),
        (SilenceKind.UNKNOWN, "Asked: not known. Reason: Nobody could say."),
        (SilenceKind.NOT_ASKED, "Not asked."),
    ]


def _with(decision: Decision, **fields: Any) -> Decision:
    return msgspec.structs.replace(decision, **fields)


def test_the_time_of_a_decision_is_not_that_of_a_later_title_or_correction() -> None:
    """A court reads when it was decided, not when somebody put a word right."""
    alder = [decided_in(revisions("alder")[:count]).revision for count in range(1, 8)]
    assert alder == [1, 1, 3, 3, 5, 6, 6]


def test_a_briefing_says_when_it_was_decided_and_when_last_changed() -> None:
    facts = {one.label: one.text for one in brief(revisions("alder")[:2]).opening.facts}
    assert facts["Proposed"].startswith("24 March 2026, 15:30, by team manager")
    assert facts["Last changed"] == "26 March 2026, 11:05 (revision 2)"
