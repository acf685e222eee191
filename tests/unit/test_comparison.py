"""Two revisions compared: which revision made a change, and what was made and unmade."""

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from builders import make_decision, make_risk
from cases import revisions
from evolutions import compared, kept
from rationale_cli.domain.attribution import Attributed
from rationale_cli.domain.change import ChangeKind, diff
from rationale_cli.domain.comparison import compare
from rationale_cli.domain.decision import Decision, Mode
from rationale_cli.domain.reason import Reason
from rationale_cli.domain.risk import Risk
from strategies import decisions, edits


def _made(attributed: tuple[Attributed, ...]) -> dict[str, list[int]]:
    return {one.change.path: [made.number for made in one.revisions] for one in attributed}


def _following(*changed: dict[str, Any]) -> tuple[Decision, ...]:
    """Give decisions that follow one another, each with what it changed."""
    found = [make_decision()]
    for number, fields in enumerate(changed, 2):
        found.append(msgspec.structs.replace(found[-1], revision=number, **fields))
    return tuple(found)


def _risk(**fields: Any) -> tuple[Risk, ...]:
    return (make_risk(**{"likelihood": 2, **fields}),)


def test_a_change_is_told_with_the_revision_that_set_it_and_those_before() -> None:
    found = compared(*revisions("alder")[:6])

    made = _made(found.changes)
    assert made["mode"] == [3, 5]
    assert made["status"] == [3, 5, 6]
    assert made["title"] == [6]
    assert made["risk.R2"] == [3, 4, 5, 6]
    assert made["risk.R3"] == [4]
    assert made["dissent.X1"] == [2, 3, 6]
    assert made["unknown.U1.answer"] == [4]
    assert made["not_consulted.N3"] == [6]


def test_what_was_changed_and_changed_back_is_told_as_such() -> None:
    found = compared(
        *_following(
            {"risk": _risk()},
            {"risk": _risk(likelihood=4), "mode": Mode.PAUSE},
            {"risk": _risk(likelihood=5)},
            {"risk": _risk(), "mode": None},
        ),
        start=1,
    )

    assert found.changes == ()
    assert [(one.change.path, one.change.after) for one in found.unmade] == [
        ("mode", Mode.PAUSE),
        ("risk.R1.likelihood", 4),
    ]
    assert _made(found.unmade) == {"mode": [3, 5], "risk.R1.likelihood": [3, 4, 5]}


def test_an_item_that_came_and_went_is_told_once_with_all_its_fields() -> None:
    found = compared(
        *_following({"risk": ()}, {"risk": _risk()}, {"risk": _risk(impact=4)}, {"risk": ()}),
        start=1,
    )

    assert [(one.change.path, one.change.kind) for one in found.unmade] == [
        ("risk.R1", ChangeKind.ITEM_ADDED)
    ]
    assert _made(found.unmade) == {"risk.R1": [3, 5]}


def test_an_entry_that_came_and_went_is_told_and_one_that_stayed_is_not() -> None:
    found = compared(
        *_following(
            {"reason": Reason(decisive=("One.", "Two."))},
            {"reason": Reason(decisive=("One.",))},
        )
    )

    assert [one.change.after for one in found.unmade] == ["Two."]
    assert _made(found.unmade) == {"reason.decisive": [2, 3]}
    assert [
        (one.change.kind, one.revisions[-1].number)
        for one in found.changes
        if one.change.path == "reason.decisive"
    ] == [(ChangeKind.ENTRY_REMOVED, 2), (ChangeKind.ENTRY_ADDED, 2)]


def test_an_item_put_back_otherwise_is_told_by_its_fields_and_by_its_absence() -> None:
    found = compared(
        *_following({"risk": _risk()}, {"risk": ()}, {"risk": _risk(likelihood=4)}), start=1
    )

    assert _made(found.changes) == {"risk.R1.likelihood": [3, 4]}
    assert _made(found.unmade) == {"risk.R1": [3, 4]}


def test_looking_back_names_the_same_revisions() -> None:
    history = revisions("alder")[:6]
    there, back = compared(*history), compared(*history, start=-1, end=0)

    assert (there.is_back, back.is_back) == (False, True)
    ours, theirs = (
        {one.change.about: [made.number for made in one.revisions] for one in found.changes}
        for found in (there, back)
    )
    assert ours == theirs
    assert there.unmade == back.unmade
    assert there.steps == back.steps


def test_only_revisions_between_the_two_count() -> None:
    found = compared(*revisions("alder"), start=2, end=4)

    assert [step.revision.number for step in found.steps] == [4, 5]
    assert _made(found.changes)["mode"] == [5]


def test_of_two_who_wrote_at_once_each_keeps_what_they_changed() -> None:
    """Revision 3 was written twice, and revision 4 joins both."""
    first, second = _following({"title": "Second"})
    ours = msgspec.structs.replace(second, revision=3, title="Ours")
    theirs = msgspec.structs.replace(second, revision=3, mode=Mode.PAUSE)
    joined = msgspec.structs.replace(ours, revision=4, mode=Mode.PAUSE, case="CASE-J")

    history = kept(first, second, ours, theirs, joined, parents={4: (2,), 5: (3, 4)})
    found = compare(history, history[1], history[4])

    assert {
        one.change.path: [found.labels[made.commit] for made in one.revisions]
        for one in found.changes
    } == {
        "mode": [f"r3@{history[3].commit[:7]}"],
        "title": [f"r3@{history[2].commit[:7]}"],
        "case": ["r4"],
    }
    sides = compare(history, history[2], history[3])
    assert {one.change.path: one.revisions for one in sides.changes} == {
        "mode": (history[3],),
        "title": (history[2],),
    }


@given(st.lists(edits(), min_size=1, max_size=3), decisions())
def test_whatever_differs_names_a_revision_that_differs(
    pairs: list[tuple[Decision, Decision]], last: Decision
) -> None:
    history = [one for pair in pairs for one in pair] + [last]
    found = compared(*history)

    steps = {step.revision.commit for step in found.steps if step.changes}
    assert [one.change for one in found.changes] == list(diff(history[0], last))
    assert all(one.revisions[-1].commit in steps for one in found.changes)


@given(edits())
def test_an_edit_that_was_taken_back_differs_in_nothing_and_is_told(
    pair: tuple[Decision, Decision],
) -> None:
    """But for who typed: that is somebody else each time."""
    before, after = pair
    found = compared(before, after, before)

    assert found.changes == ()
    changed = [one for one in diff(before, after) if one.path != "by.recorder"]
    assert bool(found.unmade) is bool(changed)
