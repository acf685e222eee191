"""Concerns, and who has seen a decision, survive the trip through their files."""

from datetime import UTC
from typing import Any

import pytest
from hypothesis import given

from rationale_cli.codec import companion
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError
from rationale_cli.domain.concern import Concern
from rationale_cli.domain.seen import Seen
from strategies import companions

RAISED = """\
format = 1
id = "p3xw9d"
revision = 1
kind = "raise"
decision = "k7qf2m"

[time]
recorded_at = 2026-03-26T11:55:00+00:00
"""


@given(companions(Concern) | companions(Seen))
def test_a_companion_survives_the_trip_through_its_file(value: Any) -> None:
    text = companion.encode(value)
    assert companion.decode(text, type(value), name="it") == value
    assert companion.encode(companion.decode(text, type(value), name="it")) == text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('status = "done"', 'it:1:10: status is "done", not one of open, paused'),
        ('statment = "x"', 'it:1:1: unknown key "statment"; did you mean "statement"?'),
        ('pause = [{ id = "A" }, { id = "A" }]', '"A" stands twice in this list'),
        ('asks = "wait"', 'it:1:8: asks is the text "wait", not a list'),
    ],
)
def test_every_fault_of_a_concern_has_its_place(line: str, told: str) -> None:
    with pytest.raises(FaultyFileError) as error:
        companion.decode(f"{line}\n{RAISED}", Concern, name="it")
    assert told in "\n".join(error.value.lines)


def test_a_later_format_is_refused_before_anything_else() -> None:
    with pytest.raises(NewerFormatError):
        companion.decode("format = 2\nnothing = 1\n", Concern, name="it")


def test_answers_may_be_a_part_and_may_not_say_what_the_program_gives() -> None:
    said = companion.decode_answers(
        'format = 1\nstatement = "Wait."\n', Concern, name="it", given=("id",), zone=UTC
    )
    assert said == {"statement": "Wait."}
    with pytest.raises(FaultyFileError) as error:
        companion.decode_answers('id = "abc234"\n', Concern, name="it", given=("id",), zone=UTC)
    assert error.value.lines == ('it:1:1: "id" is given by the program',)
