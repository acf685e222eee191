"""Where each value of a record came from."""

from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_decision
from cases import revisions
from histories import linear, revision
from rationale_cli.domain.answers import at
from rationale_cli.domain.content import content, is_same
from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.origin import Origin, origins
from rationale_cli.domain.revision import Revision, Unreadable
from rationale_cli.domain.sought import OwnToEachRevisionError, UnknownPlaceError, sought
from strategies import decisions, pairs


def _one(found: tuple[Origin, ...], path: str) -> Origin:
    (one,) = (one for one in found if one.path == path)
    return one


def _set_in(*history: Revision | Unreadable, path: str) -> int:
    return _one(origins(history), path).revision.number


def _alder() -> tuple[Origin, ...]:
    return origins(linear(*revisions("alder")))


@st.composite
def lines(draw: st.DrawFn) -> tuple[Decision, ...]:
    """Give decisions in which each shares much with the one before; some come back."""
    first, second = draw(pairs())
    third = draw(st.sampled_from((first, second)) | decisions())
    return (first, second, third, draw(st.sampled_from((first, second, third))))


@given(lines())
def test_an_origin_is_the_last_revision_that_differs_from_the_one_before(
    line: tuple[Decision, ...],
) -> None:
    found = {one.path: one for one in origins(linear(*line))}

    assert {path: one.revision for path, one in found.items() if one.now is not None} == {
        path: linear(*line)[_last_set(line, path)] for path in _places(line[-1])
    }
    assert all(
        is_same(one.now, _at(line[-1], path)) for path, one in found.items() if one.now is not None
    )


def _last_set(line: tuple[Decision, ...], path: str) -> int:
    held = [_at(one, path) for one in line]
    differs = [not is_same(before, after) for before, after in pairwise(held)]
    return max((place for place, one in enumerate(differs, start=1) if one), default=0)


def _places(decision: Decision) -> set[str]:
    table = content(decision)
    found = {path for path in table.pop("none") if not at(table, path)}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= {
                f"{name}.{key}" for key in value if (name, key) != ("handling", "sensitivity")
            }
        elif value and isinstance(value[0], dict):
            found |= {f"{name}.{item['id']}" for item in value}
            found |= {f"{name}.{item['id']}.{key}" for item in value for key in item if key != "id"}
        else:
            found.add(name)
    labels = table.get("handling", {}).get("sensitivity", {})
    return found | {f"handling.sensitivity.{path}" for path in labels}


def _at(decision: Decision, path: str) -> Any:
    table = content(decision)
    return [] if path in table["none"] and not at(table, path) else at(table, path)


def test_a_number_comes_from_the_revision_that_last_changed_it() -> None:
    one = _one(_alder(), "risk.R2.likelihood")

    assert (one.now, one.before, one.revision.number, one.since.number) == (5, (4,), 5, 3)
    assert (one.is_decision, one.gone, one.moved) == (True, None, None)


def test_an_item_comes_from_the_revision_that_last_changed_any_of_it() -> None:
    option = _one(_alder(), "option.B")

    assert (option.revision.number, option.since.number) == (6, 1)
    assert option.now["status"] == "chosen"
    assert [before["status"] for before in option.before] == ["rejected"]


def test_what_was_taken_away_says_where_and_what_it_was() -> None:
    found = origins(linear(*revisions("cedar")))
    option = _one(found, "option.A")

    assert (option.now, option.revision.number) == (None, 4)
    assert option.before[0]["title"].startswith("Grade medium")
    assert [one.now for one in found] == sorted(
        (one.now for one in found), key=lambda now: now is None
    )


def test_an_item_taken_away_and_added_again_is_new_and_says_that_it_had_gone() -> None:
    first = make_decision()
    without = _with(first, risk=first.risk[1:])

    risk = _one(origins(linear(first, without, first)), "risk.R1.reason")

    assert (risk.revision.commit[-1], risk.before) == ("2", ())
    assert risk.gone is not None
    assert (risk.gone.commit[-1], risk.since.commit[-1]) == ("1", "2")


def test_an_item_that_was_only_moved_keeps_its_origin() -> None:
    first = make_decision()
    risks = first.risk
    turned = _with(first, risk=(risks[3], *risks[:3]))

    found = origins(linear(first, turned, _with(turned, title="Longer")))

    moved = {one.path: one.moved.commit[-1] for one in found if one.moved is not None}
    assert moved == {"risk.R4": "1"}
    assert {one.revision.commit[-1] for one in found if one.path != "title"} == {"0"}


def test_saying_that_there_is_none_has_an_origin() -> None:
    none = _one(origins(linear(*revisions("cedar")[:1])), "unthinkable")
    later = _one(origins(linear(*revisions("cedar")[:3])), "unthinkable")

    assert (none.now, none.revision.number) == ([], 1)
    assert (later.now, later.before, later.revision.number) == (None, ([],), 3)


@pytest.mark.parametrize("turned", [False, True])
def test_a_join_is_followed_to_the_side_that_brought_the_value(turned: bool) -> None:  # noqa: FBT001
    """Whichever side comes first in the list."""
    first = make_decision()
    ours = _with(first, revision=2, title="Ours")
    theirs = _with(first, revision=2, status=None)
    joined = _with(first, revision=3, title="Ours", status=None, kind=Kind.JOIN)
    sides = (1, 2) if turned else (2, 1)
    history = (
        revision(first, 0),
        revision(ours, 1, 0),
        revision(theirs, 2, 0),
        revision(joined, 3, *sides),
    )

    found = origins(history)

    assert _one(found, "title").revision is history[1]
    assert _one(found, "title").before == (first.title,)
    assert _one(found, "status").revision is history[2]
    assert _one(found, "question.statement").revision is history[0]


def test_a_join_that_writes_what_neither_side_had_set_it_and_tells_both() -> None:
    first = make_decision()
    history = (
        revision(first, 0),
        revision(_with(first, revision=2, title="Ours"), 1, 0),
        revision(_with(first, revision=2, title="Theirs"), 2, 0),
        revision(_with(first, revision=3, title="Both"), 3, 1, 2),
    )

    title = _one(origins(history), "title")

    assert (title.revision, title.before) == (history[3], ("Ours", "Theirs"))


def test_a_side_that_was_not_joined_brings_nothing() -> None:
    """A merge that took one side as it was leaves the other in the list."""
    first = make_decision()
    history = (
        revision(first, 0),
        revision(_with(first, title="Theirs"), 1, 0),
        revision(first, 2, 0),
    )

    assert _one(origins(history), "title").revision is history[0]


def test_a_version_that_cannot_be_read_is_passed_over() -> None:
    first = make_decision()
    broken = Unreadable(
        commit=f"{1:040x}",
        committed_at=first.time.recorded_at.at,
        fault="no TOML",
        parents=(f"{0:040x}",),
    )
    history = (revision(first, 0), broken, revision(_with(first, title="Go"), 2, 1))

    assert _set_in(*history, path="title") == 1
    assert _one(origins(history), "title").before == (first.title,)
    assert _one(origins(history), "mode" if first.mode else "status").revision is history[0]


def _comparisons(count: int) -> int:
    first = make_decision()
    line = [_with(first, title=f"Title {place}") for place in range(count)]
    seen: list[None] = []

    def same(one: object, other: object) -> bool:
        seen.append(None)
        return is_same(one, other)

    origins(linear(*line), same=same)
    return len(seen)


def test_five_hundred_revisions_cost_a_hundred_times_five_and_no_more() -> None:
    """Each revision is compared with the one before it and with no other."""
    assert _comparisons(500) / _comparisons(5) == pytest.approx(499 / 4, rel=0.01)


def test_a_place_is_a_field_an_item_a_list_or_a_table() -> None:
    found = _alder()

    assert [one.path for one in sought(found, "risk.R1.likelihood")] == ["risk.R1.likelihood"]
    assert [one.path for one in sought(found, "risk.R1")][:2] == ["risk.R1", "risk.R1.harm"]
    assert {one.path.split(".")[1] for one in sought(found, "risk")} == {"R1", "R2", "R3"}
    assert "question.statement" in [one.path for one in sought(found, " question ")]
    assert sought(found, "risk.R1.sensitivity") == ()
    assert sought(found, "time.irreversible_at") == ()


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("risk.r1.likelihood", "Did you mean 'risk.R1.likelihood'?"),
        ("R1.likelihood", "Did you mean 'risk.R1.likelihood'?"),
        ("risk.R1.liklihood", "Did you mean 'risk.R1.likelihood'?"),
        ("risks.R1", "Did you mean 'risk.R1'?"),
        ("statement", "Did you mean 'question.statement'?"),
        ("next_hearing", "Did you mean 'time.next_hearing'?"),
        ("risk.R9", "The list holds R1, R2, R3."),
        ("risk.R9.likelihood", "The list holds R1, R2, R3."),
        ("xyzzy", "Name a place as 'risk.R1.likelihood', 'option.B' or 'title'."),
    ],
)
def test_a_path_typed_wrongly_gets_the_one_that_was_meant(typed: str, hint: str) -> None:
    with pytest.raises(UnknownPlaceError) as caught:
        sought(_alder(), typed)

    assert str(caught.value) == f"no revision holds {typed!r}"
    assert caught.value.hint == hint


@pytest.mark.parametrize("path", ["revision", "time.decided_at", "change.because", "change"])
def test_what_each_revision_says_of_itself_comes_from_no_other(path: str) -> None:
    with pytest.raises(OwnToEachRevisionError) as caught:
        sought(_alder(), path)

    assert str(caught.value) == f"every revision has its own {path!r}"


def _with(decision: Decision, **fields: Any) -> Decision:
    return msgspec.structs.replace(decision, **fields)
