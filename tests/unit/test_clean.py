import pytest

from rationale_cli.domain.clean import clean


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[31m\x00", "‹U+001B›[31m‹U+0000›"),
        ("a\u202eb", "a‹U+202E›b"),
        ("\uffff \ufdd0 \U0001fffe", "‹U+FFFF› ‹U+FDD0› ‹U+1FFFE›"),
        ("a\u3164\u034f\U000e0101b", "a‹U+3164›‹U+034F›‹U+E0101›b"),
        ("\u2764\ufe0f", "\u2764\ufe0f"),
        ("one\n\ttwo", "one\n\ttwo"),
        ("שלום 漢字 e\u0301 \ufffd \ufdcf", "שלום 漢字 e\u0301 \ufffd \ufdcf"),
    ],
)
def test_what_acts_or_is_no_letter_is_shown_by_its_number(typed: str, shown: str) -> None:
    assert clean(typed) == shown
