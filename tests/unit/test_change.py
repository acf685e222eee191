from typing import Any

import msgspec
import tomli
import tomli_w
from hypothesis import given

from cases import revisions
from rationale_cli.codec import decision as decision_text
from rationale_cli.domain.change import Change, ChangeKind, apply, diff
from rationale_cli.domain.content import content, is_same
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import form, seed
from strategies import decisions, edits, pairs

TURNED = {
    ChangeKind.SET: ChangeKind.CLEARED,
    ChangeKind.ENTRY_ADDED: ChangeKind.ENTRY_REMOVED,
    ChangeKind.ITEM_ADDED: ChangeKind.ITEM_REMOVED,
    ChangeKind.NONE_SAID: ChangeKind.NONE_UNSAID,
}


@given(pairs() | edits())
def test_a_diff_is_complete(pair: tuple[Decision, Decision]) -> None:
    """Whatever differs is told: told changes make the one into the other."""
    before, after = pair

    made = apply(diff(before, after), before)

    assert is_same(content(made), content(after))


@given(decisions())
def test_a_decision_does_not_differ_from_itself(decision: Decision) -> None:
    assert diff(decision, form(seed(decision))) == ()


@given(decisions())
def test_another_layout_of_the_same_record_is_no_change(decision: Decision) -> None:
    """Keys in another order, other quotes, remarks, blank lines, other ends of lines."""
    table = tomli.loads(decision_text.encode(decision))
    text = tomli_w.dumps({key: table[key] for key in reversed(table)})
    text = "# by hand\r\n\r\n" + text.replace("\n", "  # so\r\n\r\n")

    assert diff(decision, decision_text.decode(text, name="by hand")) == ()


@given(pairs() | edits())
def test_looking_back_mirrors_looking_forward(pair: tuple[Decision, Decision]) -> None:
    before, after = pair

    forward, back = diff(before, after), diff(after, before)

    assert sorted(map(_shape, back)) == sorted(_shape(_turned(change)) for change in forward)


@given(pairs() | edits())
def test_there_is_no_change_exactly_when_the_content_is_the_same(
    pair: tuple[Decision, Decision],
) -> None:
    before, after = pair

    assert (not diff(before, after)) == is_same(content(before), content(after))


def test_items_are_matched_by_id_and_never_by_place() -> None:
    before = revisions("alder")[2]
    turned = _with(before, risk=before.risk[::-1])

    assert diff(before, turned) == (
        Change(path="risk", kind=ChangeKind.MOVED, before=("R1", "R2"), after=("R2", "R1")),
    )


def test_entries_of_a_list_are_told_one_by_one() -> None:
    before = revisions("alder")[0]
    reason = msgspec.structs.replace(before.reason, decisive=("Delay harms the child.", "Time."))

    assert diff(before, _with(before, reason=reason)) == (
        Change(
            path="reason.decisive",
            kind=ChangeKind.ENTRY_REMOVED,
            before="The court needs evidence of daily care.",
        ),
        Change(path="reason.decisive", kind=ChangeKind.ENTRY_ADDED, after="Time.", place=1),
    )


def test_saying_that_there_is_none_is_a_change() -> None:
    before = revisions("alder")[0]

    found = diff(before, _with(before, none=("unthinkable",)))

    assert found == (Change(path="unthinkable", kind=ChangeKind.NONE_SAID),)


def test_material_changes_come_first() -> None:
    first, *_, sixth, _ = revisions("alder")

    lists = dict.fromkeys(change.path.split(".")[0] for change in diff(first, sixth))

    assert tuple(lists)[:5] == ("option", "mode", "status", "risk", "dissent")


def test_a_new_revision_of_the_same_content_is_no_change() -> None:
    before = revisions("alder")[4]
    time = msgspec.structs.replace(before.time, late_reason="", decided_at=None)

    assert diff(before, _with(before, revision=9, previous=("sha256:1",), time=time)) == ()


def test_true_is_not_one() -> None:
    before = revisions("alder")[0]

    found = diff(_with(before, answers={"seen": 1}), _with(before, answers={"seen": True}))

    assert found == (Change(path="answers.seen", kind=ChangeKind.CHANGED, before=1, after=True),)


def _with(decision: Decision, **fields: Any) -> Decision:
    return msgspec.structs.replace(decision, **fields)


def _turned(change: Change) -> Change:
    back = {after: before for before, after in TURNED.items()}
    kind = TURNED.get(change.kind) or back.get(change.kind) or change.kind
    return Change(path=change.path, kind=kind)


def _shape(change: Change) -> tuple[str, str]:
    return change.path, change.kind
