import pytest
from hypothesis import given

from rationale_cli.domain.sentence import sentences
from strategies import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("  \n\n ", ()),
        ("No full stop", ("No full stop",)),
        ("One. Two? Three! Four… Five", ("One.", "Two?", "Three!", "Four…", "Five")),
        ("One.\nTwo\nthree.\n", ("One.", "Two", "three.")),
        ("She said “Stop.” Then (he left.) Now.", ("She said “Stop.”", "Then (he left.)", "Now.")),
        ("It ended at 16. in June.", ("It ended at 16. in June.",)),
        (
            "See s. 38 and paras. 2 to 4. Then no. 5.",
            ("See s. 38 and paras. 2 to 4.", "Then no. 5."),
        ),
        ("He said no. Nobody came.", ("He said no.", "Nobody came.")),
        ("Dr. Who v. Mr. X, e.g. Then. So", ("Dr. Who v. Mr. X, e.g. Then.", "So")),
        ("2 visits. 3 calls.", ("2 visits.", "3 calls.")),
        ("ברור. ומה עכשיו?", ("ברור.", "ומה עכשיו?")),
    ],
)
def test_prose_is_broken_where_a_sentence_ends(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(sentences(text)) == expected


@given(texts(max_size=200))
def test_no_word_is_lost_or_made(text: str) -> None:
    found = tuple(sentences(text))

    assert " ".join(found).split() == text.split()
    assert all(one == one.strip() and "\n" not in one for one in found)
