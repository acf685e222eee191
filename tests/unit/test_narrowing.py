"""Which revisions of a history are asked for."""

from datetime import UTC, datetime

import pytest

from cases import revisions
from histories import linear
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.narrowing import Narrowing, is_meant, narrowed
from rationale_cli.domain.part import Party
from rationale_cli.domain.revision import Revision, Unreadable

CEDAR = linear(*revisions("cedar"))
BROKEN = Unreadable(
    commit="b" * 40, committed_at=datetime(2026, 11, 20, 22, tzinfo=UTC), fault="no TOML"
)


def _numbers(**asked: object) -> list[int]:
    found = narrowed(CEDAR, Narrowing(**asked))  # type: ignore[arg-type]
    return [one.decision.revision for one in found if not isinstance(one, Unreadable)]


def test_what_is_not_asked_for_narrows_nothing() -> None:
    assert narrowed(CEDAR, Narrowing()) == CEDAR


def test_since_counts_from_that_instant_or_revision_on() -> None:
    third = CEDAR[2]

    assert _numbers(since=third.decision.time.recorded_at.at) == [3, 4, 5, 6, 7]
    assert _numbers(first=third.commit) == [3, 4, 5, 6, 7]


def test_several_kinds_are_any_of_them_and_all_that_is_asked_must_fit() -> None:
    assert _numbers(kinds=(Kind.REVERSE, Kind.CORRECT)) == [5, 7]
    assert _numbers(kinds=(Kind.REASSESS,), first=CEDAR[3].commit) == [4, 6]


def test_whoever_recorded_leads_or_decided_is_found_by_a_part_of_the_role() -> None:
    assert _numbers(by="EXPLOITATION w") == [5, 6, 7]
    assert _numbers(by="duty manager@social care") == [1, 2, 3, 4, 5, 6, 7]
    assert _numbers(by="duty manager@health") == []


def test_what_cannot_be_read_stays_in_sight_unless_it_is_too_early() -> None:
    history: tuple[Revision | Unreadable, ...] = (*CEDAR[:2], BROKEN, *CEDAR[2:])

    assert BROKEN in narrowed(history, Narrowing(kinds=(Kind.CLOSE,), by="nobody"))
    late = datetime(2026, 11, 20, 23, tzinfo=UTC)
    assert BROKEN not in narrowed(history, Narrowing(since=late))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("manager", True),
        ("Duty Manager@children\N{RIGHT SINGLE QUOTATION MARK}s social care", True),
        ("@social", True),
        ("@health", False),
        ("nurse", False),
    ],
)
def test_a_role_is_meant_in_any_case_and_with_any_apostrophe(text: str, meant: bool) -> None:  # noqa: FBT001
    assert is_meant(Party(role="duty manager", agency="children's social care"), text) is meant
    assert is_meant(None, text) is False
