"""How a reworded text is told."""

import pytest
from hypothesis import given

from rationale_cli.domain.telling.sentence import Clause, Mark
from rationale_cli.domain.telling.wording import reworded
from strategies import prose

QUIET = "The day was long, and nobody came to the door of the flat. "


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("She is safe.", "She is not safe.", "“She is [added: not] safe.”"),
        ("She is not safe.", "She is safe.", "“She is [removed: not] safe.”"),
        ("Seen at 03:10.", "Seen at 02:10.", "“Seen at [was: 03:10, now: 02:10].”"),
        ("phone", "e-mail", "“phone” → “e-mail”"),
        ("One.\n", "One. \n\n", "only blanks or ends of lines changed"),
        (
            "He is calm.\n",
            "He is calm.\nNobody else was seen.\n",
            "“He is calm. [added: Nobody else was seen.]”",
        ),
        (
            f"He is calm. {QUIET * 4}She is tired.",
            f"He is very calm. {QUIET * 4}She is not tired.",
            "“He is [added: very] calm. [4 sentences as before] She is [added: not] tired.”",
        ),
        (
            f"{QUIET * 4}She is tired. {QUIET * 3}",
            f"{QUIET * 4}She is not tired. {QUIET * 3}",
            "“[4 sentences as before] She is [added: not] tired. [3 sentences as before]”",
        ),
    ],
)
def test_words_that_came_and_went_are_marked_by_words(before: str, after: str, told: str) -> None:
    assert Clause(pieces=reworded(before, after)).text == told


@given(prose(), prose())
def test_what_changed_is_always_told(before: str, after: str) -> None:
    pieces = reworded(before, after)

    assert Clause(pieces=pieces).text.strip("“” ")
    if before.split() != after.split():
        assert {piece.mark for piece in pieces} - {Mark.NONE, Mark.LEFT_OUT}
    assert all(piece.text for piece in pieces)
