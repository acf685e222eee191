"""What was known when a decision was made, and what was learned after that."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from briefings import brief
from builders import DECIDED, make_decision
from cases import revisions
from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.hindsight import known_then, learned
from rationale_cli.domain.keeping import Outcome, Times
from rationale_cli.domain.knowledge import Known, Unknown
from rationale_cli.domain.moment import Instant, Moment

NOON = Moment(datetime(2026, 7, 1, 12, tzinfo=UTC))
K1 = Known(id="K1", text="The queue is long.")
K2 = Known(id="K2", text="The porter is off.")


def _then(*history: Decision, name: str = "known") -> list[str]:
    return [item.id for item in known_then(history, name)]


def _since(*history: Decision, name: str = "known") -> list[tuple[str, int, int]]:
    found = learned(history, name)
    return [(one.item.id, one.added.revision, one.last.revision) for one in found]


def _made(number: int = 1, **changed: Any) -> Decision:
    return make_decision(
        revision=number, kind=Kind.CREATE if number == 1 else Kind.AMEND, **changed
    )


def test_what_a_later_revision_adds_was_learned_later() -> None:
    """The mode and the options stay: the first revision made the decision."""
    first = _made(known=(K1,))
    second = _made(2, known=(K1, K2))

    assert (_then(first, second), _since(first, second)) == (["K1"], [("K2", 2, 2)])


def test_a_new_decision_knows_what_was_learned_before_it() -> None:
    first = _made(known=(K1,))
    third = msgspec.structs.replace(_made(3, known=(K1, K2)), kind=Kind.CONFIRM)

    history = (first, _made(2, known=(K1, K2)), third)
    assert (_then(*history), _since(*history)) == (["K1", "K2"], [])


def test_what_says_of_itself_that_it_is_later_was_not_known() -> None:
    """A late entry holds what happened while nobody could write."""
    late = Known(id="K2", text="Back at home.", as_of=NOON)
    same_day = Known(id="K3", text="That day.", as_of=Moment(DECIDED.date()))
    next_day = Known(id="K4", text="The next day.", as_of=Moment(date(2026, 7, 2)))

    only = _made(known=(K1, late, same_day, next_day))

    assert _then(only) == ["K1", "K3"]
    assert _since(only) == [("K2", 1, 1), ("K4", 1, 1)]


def test_without_a_time_of_decision_nothing_is_later_than_it() -> None:
    only = _made(
        known=(Known(id="K1", text="Back.", as_of=NOON),),
        time=Times(recorded_at=Instant(DECIDED)),
    )

    assert (_then(only), _since(only)) == (["K1"], [])


def test_a_question_answered_later_was_open_then() -> None:
    question = Unknown(id="U1", question="Who sleeps there?")
    answered = msgspec.structs.replace(question, answer="Nobody.", answered_at=NOON)

    at_once = _made(unknown=(answered,))
    later = (_made(unknown=(question,)), _made(2, unknown=(answered,)))

    assert known_then((at_once,), "unknown") == (question,)
    assert _since(at_once, name="unknown") == [("U1", 1, 1)]
    assert known_then(later, "unknown") == (question,)
    assert _since(*later, name="unknown") == [("U1", 1, 2)]


def test_what_is_reworded_later_stands_as_it_was_and_as_it_is() -> None:
    longer = msgspec.structs.replace(K1, text="The queue is longer.")
    history = (_made(known=(K1,)), _made(2, known=(longer,)), _made(3, known=(longer,)))

    assert known_then(history, "known") == (K1,)
    assert [(one.item, one.last.revision) for one in learned(history, "known")] == [(longer, 2)]


@pytest.mark.parametrize("left", [True, False])
def test_a_correction_puts_right_what_was_known_and_learns_nothing(left: bool) -> None:  # noqa: FBT001
    """The old text stays readable among the corrections."""
    right = msgspec.structs.replace(K1, text="The queue is short.") if left else None
    known = (right,) if right else ()
    corrected = msgspec.structs.replace(_made(2, known=known), kind=Kind.CORRECT)
    history = (_made(known=(K1,)), corrected)

    assert known_then(history, "known") == known
    assert _since(*history) == []


def test_a_time_that_is_put_right_moves_a_thing_to_where_it_belongs() -> None:
    """CEDAR: a sighting at 02:10 was typed as 03:10; it was decided at 02:30."""
    fourth = revisions("cedar")[3]
    right = next(one for one in revisions("cedar")[6].known if one.id == "K10")
    known = tuple(right if one.id == "K10" else one for one in fourth.known)
    corrected = msgspec.structs.replace(fourth, revision=5, kind=Kind.CORRECT, known=known)

    assert ("K10", 4, 4) in _since(*revisions("cedar")[:4])
    assert right in known_then((*revisions("cedar")[:4], corrected), "known")


def test_a_briefing_tells_the_two_apart_under_headings_of_their_own() -> None:
    """ALDER at its fourth revision: the third made the decision."""
    briefing = brief(revisions("alder")[:4])
    then, since = briefing.known, briefing.learned

    assert then.intro == "What revision 3 held when this was decided on 1 April 2026, 16:40."
    assert [entry.id for entry in then.sections[0].entries] == ["K1", "K2", "K3", "K4", "K5"]
    assert [(one.heading, [entry.id for entry in one.entries]) for one in since.sections] == [
        ("What came to be known", ["K6", "K7", "K8", "K9", "K10"]),
        ("Questions answered or raised since", ["U1"]),
    ]
    assert "police call-outs" not in str(then)
    headings = [one.heading for one in (*briefing.sections, *then.sections, *since.sections)]
    assert len(set(headings)) == len(headings)
    last = [(one.label, one.text) for one in since.sections[1].entries[0].facts[-2:]]
    assert last == [
        ("Written down", "In revision 1, 24 March 2026, 16:10"),
        ("Last changed", "In revision 4, 9 April 2026, 18:55"),
    ]


def test_where_everything_came_later_nothing_is_said_to_be_not_asked() -> None:
    briefing = brief((_made(known=(Known(id="K1", text="Back.", as_of=NOON),), none=()),))

    assert briefing.known.sections[0].silence == "Nothing was written down then."
    assert briefing.known.sections[1].silence == "Not asked."


def test_an_outcome_is_hindsight_and_never_known_at_the_time() -> None:
    outcome = (Outcome(id="S1", text="The queue is gone.", at=NOON),)

    briefing = brief((_made(outcome=outcome),))

    assert [one.heading for one in briefing.learned.sections] == ["What became of it"]
    assert "The queue is gone." not in str((briefing.known, briefing.sections))
    assert brief((_made(),)).learned.silence == "Nothing has been noted yet."
