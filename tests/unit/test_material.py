"""What makes having read lapse, and what does not."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec import structs

from builders import make_decision
from rationale_cli.domain.decision import ITEM_LETTERS, Decision, Kind, Mode
from rationale_cli.domain.knowledge import Known
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.part import Party
from rationale_cli.domain.people import Dissent
from rationale_cli.domain.reason import Question, Reason
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.seen import Entry, EntryKind, Seen
from rationale_cli.domain.understanding.material import (
    FIELDS,
    is_respelled,
    material_between,
    news_to,
)
from rationale_cli.domain.understanding.readers import Why
from rationale_cli.domain.understanding.reading_state import Standing, reading_state

AT = datetime(2026, 3, 26, 15, tzinfo=UTC)
NURSE = Party(role="district nurse", agency="health")
FIRST = make_decision()


def _history(*decisions: Decision) -> tuple[Revision, ...]:
    return tuple(
        Revision(
            decision=structs.replace(one, revision=number),
            commit=str(number) * 40,
            committed_at=AT + timedelta(days=number),
            blob=str(number) * 40,
            sha256=str(number) * 64,
            parents=(str(number - 1) * 40,) if number > 1 else (),
        )
        for number, one in enumerate(decisions, start=1)
    )


def _paths(second: Decision, to: Party | None = None) -> list[str]:
    first, last = history = _history(FIRST, second)
    found = material_between(history, first, last)
    return [one.change.path for one in (news_to(to, found) if to else found)]


def _changed(**changed: Any) -> Decision:
    return structs.replace(FIRST, kind=Kind.AMEND, **changed)


def _corrected(**changed: Any) -> Decision:
    return structs.replace(FIRST, kind=Kind.CORRECT, **changed)


def _question(statement: str) -> Question:
    return structs.replace(FIRST.question, statement=statement)


def test_the_outcome_of_an_option_the_mode_and_a_risk_are_material() -> None:
    option = structs.replace(FIRST.option[0], title="Open on Sundays")
    risk = structs.replace(FIRST.risk[0], likelihood=4, reason="Another reason.")
    changed = _changed(
        option=(option, FIRST.option[1]), mode=Mode.PAUSE, risk=(risk, *FIRST.risk[1:])
    )
    assert sorted(_paths(changed)) == ["mode", "option.A.title", "risk.R1.likelihood"]


def test_prose_that_decides_nothing_is_not_material() -> None:
    reason: Reason = structs.replace(FIRST.reason, weight="The queue weighs most.")
    assert _paths(_changed(reason=reason, title="Saturdays at the clinic")) == []


def test_an_item_that_comes_is_material_as_a_whole() -> None:
    assert _paths(_changed(known=(Known(id="K1", text="A nurse fell ill."),))) == ["known.K1"]


def test_what_somebody_said_themselves_is_no_news_to_them() -> None:
    dissent = Dissent(id="X1", role="District nurse", agency="health", words="No.")
    known = Known(id="K1", text="One fell ill.", source="district nurse, health, by phone")
    changed = _changed(dissent=(dissent,), known=(known,))
    assert _paths(changed, NURSE) == []
    assert sorted(_paths(changed)) == ["dissent.X1", "known.K1"]
    answered = structs.replace(dissent, response="We heard you.")
    assert _paths(_changed(dissent=(answered,)), NURSE) == ["dissent.X1"]


def test_a_correction_of_spelling_is_not_material() -> None:
    assert _paths(_corrected(question=_question("Should the clinic opens on Saturday?"))) == [
        "question.statement"
    ]
    assert _paths(_corrected(question=_question("Should the clinnic open on saturdays"))) == []


def test_only_a_correction_can_be_one_of_spelling() -> None:
    """Whoever amends may mean what looks like a slip."""
    changed = _changed(question=_question("Should the clinnic open on Saturdays?"))
    assert _paths(changed) == ["question.statement"]


def test_a_decisive_reason_that_is_spelled_right_is_not_material() -> None:
    respelled = structs.replace(FIRST.reason, decisive=("The queue growss.",))
    assert _paths(_corrected(reason=respelled)) == []
    other = structs.replace(FIRST.reason, decisive=("The queue shrinks.",))
    assert set(_paths(_corrected(reason=other))) == {"reason.decisive"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Unanounced visits", "Unannounced visits"),
        ("recieve", "receive"),
        ("No sole care", "no sole care."),
        ("weekly wiegh-in", "weekly weigh-in"),
    ],
)
def test_a_slip_is_one(before: str, after: str) -> None:
    assert is_respelled(before, after)
    assert is_respelled(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("seen at 03:10", "seen at 02:10"),
        ("it is likely", "it is unlikely"),
        ("he is now alone", "he is not alone"),
        ("the mother", "the father"),
        ("three visits", "three visits a week"),
        ("safe", "unsafe"),
        ("her", "his"),
        ("visit 1", "visit 2"),
    ],
)
def test_what_says_something_else_is_no_slip(before: str, after: str) -> None:
    assert not is_respelled(before, after)


def test_what_is_material_names_parts_of_a_record() -> None:
    known = {one.name for one in structs.fields(Decision)}
    assert FIELDS.keys() <= known
    assert [name for name in FIELDS if name in ITEM_LETTERS and not FIELDS[name]] == []


def _entry(kind: EntryKind, revision: int, who: Party = NURSE, **more: Any) -> Entry:
    return Entry(id="E1", at=Instant(AT), for_=who, kind=kind, revision=revision, **more)


def _seen(*entries: Entry) -> Seen:
    named = (structs.replace(one, id=f"E{place}") for place, one in enumerate(entries, start=1))
    return Seen(format=1, id="abc234", entry=tuple(named))


def test_reading_lapses_when_something_material_changes_and_stands_again_once_read() -> None:
    history = _history(FIRST, _changed(mode=Mode.PAUSE))
    read = _entry(EntryKind.READ, 1)
    (nurse,) = reading_state(history, _seen(read)).readers
    assert (nurse.standing, nurse.later, nurse.is_unread) == (Standing.LAPSED, 1, True)
    (again,) = reading_state(history, _seen(read, _entry(EntryKind.READ, 2))).readers
    assert (again.standing, again.lapse) == (Standing.READ, ())


def test_reading_an_older_one_later_takes_nothing_back() -> None:
    history = _history(FIRST, _changed(mode=Mode.PAUSE))
    entries = (_entry(EntryKind.READ, 2), _entry(EntryKind.READ, 1))
    (nurse,) = reading_state(history, _seen(*entries)).readers
    assert nurse.standing is Standing.READ


def test_everybody_expected_asked_disagreeing_or_told_is_listed() -> None:
    change = structs.replace(FIRST.change, told=("porter", "district nurse"))
    dissent = Dissent(id="X1", role="ward sister", agency="health")
    history = _history(FIRST, _changed(change=change, dissent=(dissent,)))
    state = reading_state(history, _seen(), ["GP@health"])
    assert [(one.who.role, one.why, one.standing) for one in state.readers] == [
        ("GP", (Why.EXPECTED,), Standing.NOT_SHARED),
        ("district nurse", (Why.CONSULTED, Why.TOLD), Standing.NOT_SHARED),
        ("ward sister", (Why.DISSENT,), Standing.NOT_SHARED),
        ("porter", (Why.TOLD,), Standing.NOT_SHARED),
    ]
    assert len(state.unread) == 4


def test_who_was_not_to_have_it_is_not_waited_for_until_it_is_sent() -> None:
    declined, shared = _entry(EntryKind.DECLINED, 1, text="Why."), _entry(EntryKind.SHARED, 1)
    (nurse,) = reading_state(_history(FIRST), _seen(declined)).readers
    assert (nurse.standing, nurse.is_unread) == (Standing.DECLINED, False)
    (nurse,) = reading_state(_history(FIRST), _seen(declined, shared)).readers
    assert (nurse.standing, nurse.is_unread) == (Standing.NOT_READ, True)


def test_a_question_waits_until_it_is_answered_and_who_answers_is_no_reader() -> None:
    asked = _entry(EntryKind.QUESTION, 1, text="Why?")
    lead = Party(role="clinic manager", agency="health")
    answer = _entry(EntryKind.ANSWER, 1, lead, text="So.", answers="E1")
    state = reading_state(_history(FIRST), _seen(asked))
    assert [(one.entry.id, one.since) for one in state.waiting] == [("E1", Instant(AT))]
    answered = reading_state(_history(FIRST), _seen(asked, answer))
    assert answered.waiting == ()
    assert [one.who for one in answered.readers] == [NURSE]
