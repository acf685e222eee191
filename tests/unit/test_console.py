"""Lists for programs: nothing in a cell is worked out by a spreadsheet."""

import pytest

from rationale_cli.cli import console


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK('x')", "'=HYPERLINK('x')"),
        ("\t\r=1", "‹U+000D›=1"),
        (" =1", "'=1"),
        ("+1 and more", "'+1 and more"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\N{FULLWIDTH EQUALS SIGN}1", "'\N{FULLWIDTH EQUALS SIGN}1"),
        ('"She said\tno', "'\"She said no"),
        ("-", "-"),
        ("-3", "-3"),
        ("+1.5", "+1.5"),
        ("-3-4", "'-3-4"),
        ("k7qf2m", "k7qf2m"),
        ("2026-04-14", "2026-04-14"),
        ("a=1", "a=1"),
    ],
)
def test_a_cell_is_text(cell: str, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    console.write_tsv([("one", cell)])

    assert capsys.readouterr().out == f"one\t{written}\n"
