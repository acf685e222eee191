"""Ids of records and names of revisions, as people type them."""

from datetime import UTC, datetime

import pytest

from cases import LONDON, revisions
from rationale_cli.domain import ids
from rationale_cli.domain.revision import (
    AmbiguousRevisionError,
    Revision,
    UnknownRevisionError,
    highest,
    select,
)

KNOWN = ("abc123", "abd456", "k7qf2m")
HISTORY = tuple(
    Revision(
        decision=decision,
        commit=f"{number:040x}",
        committed_at=datetime(2026, 1, 1, tzinfo=UTC),
        blob="b" * 40,
        sha256="0" * 64,
    )
    for number, decision in enumerate(revisions("alder"), start=1)
)


def test_a_record_stands_two_letters_deep() -> None:
    assert ids.path_of("k7qf2m") == "decisions/k/7/k7qf2m.toml"
    assert ids.id_in("decisions/k/7/k7qf2m.toml") == "k7qf2m"
    assert ids.id_in("decisions/x/7/k7qf2m.toml") is None
    assert ids.id_in("decisions/k/7/notes.toml") is None


@pytest.mark.parametrize("typed", ["k7q", "K7QF2M", "k7qf2m"])
def test_a_unique_beginning_is_enough(typed: str) -> None:
    assert ids.resolve(typed, KNOWN) == "k7qf2m"


def test_letters_that_look_like_digits_are_read_as_them() -> None:
    assert ids.resolve("abcl23", KNOWN) == "abc123"


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("ab", ids.MalformedIdError),
        ("../etc", ids.MalformedIdError),
        ("k7qf2mm", ids.MalformedIdError),
        ("zzz", ids.UnknownRecordError),
    ],
)
def test_what_names_no_record_is_refused(typed: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        ids.resolve(typed, KNOWN)


def test_an_ambiguous_beginning_names_what_it_could_be() -> None:
    with pytest.raises(ids.AmbiguousIdError) as caught:
        ids.resolve("ab1", ("ab1000", "ab1999"))
    assert str(caught.value) == "'ab1' is the beginning of 2 ids: ab1000, ab1999"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1", 1),
        ("r4", 4),
        ("R4", 4),
        ("latest", 7),
        ("latest~1", 6),
        ("3@00000000", 3),
        ("2026-03-26", 2),
        ("2026-03-24T23:00", 1),
        ("2026-04-09T18:55:00+01:00", 4),
    ],
)
def test_a_revision_is_named_by_number_place_or_time(typed: str, number: int) -> None:
    assert select(HISTORY, typed, zone=LONDON).number == number


@pytest.mark.parametrize("typed", ["0", "8", "latest~7", "2020-01-01", "soon", "r"])
def test_a_revision_that_is_not_there_is_refused(typed: str) -> None:
    with pytest.raises(UnknownRevisionError):
        select(HISTORY, typed, zone=LONDON)


def test_two_revisions_of_one_number_are_asked_apart() -> None:
    from msgspec.structs import replace

    twice = (*HISTORY[:4], replace(HISTORY[3], commit="f" * 40))
    with pytest.raises(AmbiguousRevisionError):
        select(twice, "4", zone=LONDON)
    assert select(twice, "4@ffff", zone=LONDON).commit == "f" * 40


def test_the_highest_number_is_not_always_the_last_ones() -> None:
    brought_back = (*HISTORY, HISTORY[2])

    assert (brought_back[-1].number, highest(brought_back)) == (3, 7)
