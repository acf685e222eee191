"""What a note touches: signs are offered once, and what came up goes where the record keeps it."""

from datetime import UTC, datetime

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.touched import applied, controls, fire, signs

NOW = datetime(2026, 4, 14, 12, tzinfo=UTC)
THEN = datetime(2026, 4, 14, 11, tzinfo=UTC)
RECORD: Answers = {
    "trigger": [
        {"id": "T0", "kind": "date", "text": "Midpoint."},
        {"id": "T1", "kind": "event", "text": "Any  mark.", "owner": "nurse"},
    ],
    "unthinkable": [{"id": "W1", "warning_sign": "any mark", "who_would_see": "nursery"}],
    "risk": [
        {"id": "R1"},
        {"id": "R2", "warning_sign": "A call to police.", "sensitivity": "police"},
    ],
    "control": [{"id": "M1", "what": "Two visits", "state": "in-place"}],
}


def test_each_sign_is_offered_once_and_a_day_is_none() -> None:
    assert signs(RECORD) == (("T1", "Any mark."), ("R2", "A call to police."))
    assert controls(RECORD) == (("M1", "Two visits"),)


def test_a_sign_that_a_look_again_point_stands_for_is_that_point() -> None:
    found = fire(RECORD, "W1", THEN, used={})

    assert found["trigger"][1] == {**RECORD["trigger"][1], "fired_at": THEN}
    assert len(found["trigger"]) == 2


def test_a_sign_of_a_risk_becomes_an_event_with_a_new_id_and_keeps_its_label() -> None:
    found = fire(RECORD, "R2", THEN, used={"trigger": ("T4",)}, acted_at=NOW)

    assert found["trigger"][2:] == [
        {
            "id": "T5",
            "kind": "event",
            "text": "A call to police.",
            "sensitivity": "police",
            "fired_at": THEN,
            "acted_at": NOW,
        }
    ]


def test_what_came_up_and_was_acted_on_comes_up_anew() -> None:
    once = fire(RECORD, "T1", THEN, used={}, acted_at=THEN)

    again = fire(once, "T1", NOW, used={})

    assert again["trigger"][1] == once["trigger"][1]
    assert again["trigger"][2] == {
        "id": "T2",
        "kind": "event",
        "text": "Any  mark.",
        "owner": "nurse",
        "fired_at": NOW,
    }


def test_one_that_waits_keeps_the_time_when_it_came_up() -> None:
    once = fire(RECORD, "T1", THEN, used={})

    assert fire(once, "T1", NOW, used={}, acted_at=NOW)["trigger"][1]["fired_at"] == THEN


def test_what_nobody_knows_changes_nothing() -> None:
    assert fire(RECORD, "T9", NOW, used={}) == RECORD
    assert applied(RECORD, now=NOW, used={}) == RECORD


def test_what_was_heard_goes_into_the_records_own_fields() -> None:
    heard = {"no.signs": ["T1"], "no.controls": ["M1"], "no.state": "failed", "g.day": "Quiet."}

    found = applied({**RECORD, "answers": heard}, now=NOW, used={})

    assert found["trigger"][1]["fired_at"] == NOW
    assert found["control"][0]["state"] == "failed"
    assert found["answers"] == {"g.day": "Quiet."}


def test_a_control_of_which_nobody_can_say_how_it_stands_is_not_lost() -> None:
    found = applied({**RECORD, "answers": {"no.controls": ["M1"]}}, now=NOW, used={})

    assert (found["control"], found["answers"]) == (RECORD["control"], {"no.controls": ["M1"]})


def test_that_it_touches_nothing_is_not_said_of_the_next_note() -> None:
    found = applied({**RECORD, "none": ["dissent", "answers.no.signs"]}, now=NOW, used={})

    assert found["none"] == ["dissent"]
