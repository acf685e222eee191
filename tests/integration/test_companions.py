"""Concerns, and who has seen a decision, in a folder of real git."""

from datetime import UTC, datetime

import pytest

from rationale_cli.domain import ids
from rationale_cli.domain.concern import Concern, ConcernKind
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.seen import Entry, EntryKind, Seen
from rationale_cli.services import companion_keeping, companions
from rationale_cli.store.repository import Store

pytest_plugins = ("integration.store_fixtures",)

AT = datetime(2026, 3, 26, 11, 55, tzinfo=UTC)
CONCERN = Concern(
    format=1,
    id="p3xw9d",
    revision=1,
    kind=ConcernKind.RAISE,
    decision="k7qf2m",
    time=Times(recorded_at=Instant(AT)),
)
PATH = "concerns/p/3/p3xw9d.toml"


def _keep(store: Store, follows: str | None = None) -> None:
    companion_keeping.keep(
        store, CONCERN, PATH, follows=follows, message="raise p3xw9d r1\n", at=AT
    )


def test_a_concern_that_was_kept_is_read(store: Store) -> None:
    assert ids.path_of("p3xw9d", ids.CONCERNS) == PATH
    _keep(store)
    found = companions.concern(store, companions.concern_id(store, "p3x"), zone=UTC)
    assert found.value == CONCERN
    assert companions.concerns(store, zone=UTC, about="k7qf2m") == (CONCERN,)
    assert companions.concerns(store, zone=UTC, about="zzzzzz") == ()


def test_two_who_write_at_once_do_not_overwrite_each_other(store: Store) -> None:
    _keep(store)
    with pytest.raises(companion_keeping.CompanionMovedOnError):
        _keep(store)


def test_a_concern_that_is_not_there_is_said_to_be_none(store: Store) -> None:
    with pytest.raises(companions.UnknownConcernError):
        companions.concern_id(store, "zzz")
    with pytest.raises(companions.UnknownConcernError):
        companions.concern(store, "zzzzzz", zone=UTC)


def test_nobody_has_seen_a_decision_until_somebody_has(store: Store) -> None:
    none = companions.seen(store, "k7qf2m", zone=UTC)
    assert (none.value.entry, none.blob) == ((), None)
    entry = Entry(id="E1", at=Instant(AT), kind=EntryKind.READ, revision=2)
    some = Seen(format=1, id="k7qf2m", entry=(entry,))
    companion_keeping.keep(
        store, some, ids.path_of("k7qf2m", ids.SEEN), follows=None, message="read k7qf2m\n", at=AT
    )
    assert companions.seen(store, "k7qf2m", zone=UTC).value == some
    assert dict(companions.each_seen(store, zone=UTC)) == {"k7qf2m": some}
