from hypothesis import given
from hypothesis import strategies as st

from rationale_cli.cli.terminal.wrapping import Row, beside, place, rows


def _shown(text: str, width: int) -> list[str]:
    return [text[row.start : row.end] for row in rows(text, width)]


def test_rows_are_broken_between_words_and_leave_a_column_for_the_cursor() -> None:
    assert _shown("to stay or to go", 8) == ["to stay ", "or to ", "go"]


def test_a_word_longer_than_a_row_is_broken_inside() -> None:
    assert _shown("unaccompanied", 7) == ["unacco", "mpanie", "d"]


def test_line_ends_begin_rows_and_an_empty_line_is_one() -> None:
    assert _shown("one\n\ntwo", 20) == ["one", "", "two"]


@given(st.text(alphabet="ab \n字", max_size=60), st.integers(4, 20))
def test_no_letter_is_lost_and_every_position_has_a_row(text: str, width: int) -> None:
    found = rows(text, width)

    assert "".join(text[row.start : row.end] for row in found) == text.replace("\n", "")
    for position in range(len(text) + 1):
        row = found[place(found, position)]
        assert row.start <= position <= row.end


def test_up_and_down_keep_the_column_and_stop_at_the_ends() -> None:
    text = "to stay or to go"

    assert rows(text, 8)[1] == Row(8, 14)
    assert beside(text, 3, 8, 1) == 11
    assert beside(text, 11, 8, -1) == 3
    assert beside(text, 3, 8, -1) is None
    assert beside(text, 15, 8, 1) is None
