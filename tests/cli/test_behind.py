"""What was recorded since the risks were looked at, said aloud; and how long it took to act."""

from pathlib import Path

from cases import CASES
from program import Program
from replay import played


def test_cedar_is_told_aloud_and_the_gravest_stands_first(tmp_path: Path) -> None:
    program = played("cedar", tmp_path / "folder")
    record = program("list", "--json").out.partition('"id": "')[2][:6]

    shown = program("show", record, "--revision", "3").out

    assert (
        "\n! Going missing (R1): present, impact catastrophic (5), likelihood likely (4)."
        "\n! Sexual exploitation (R2): cannot be ruled out, impact catastrophic (5), likelihood "
        "likely (4).\n" in shown
    )
    assert "\n      Acted: 5 minutes after it came up\n" in shown
    assert "! Three changes since going missing was last looked at (20 November 2026, 18:40): " in (
        program("show", record, "--revision", "2").out
    )


def test_a_note_counts_aloud_and_a_look_ends_it(program: Program) -> None:
    begun = program(
        "new", "--question-set", "care-plan", "--answers", str(CASES / "alder" / "r1.toml"),
        now="2026-03-24T16:10+00:00",
    )  # fmt: skip
    record = begun.last[:6]
    heard = '[[known]]\ntext = "Nobody opened the door."\n'
    look = '[[risk]]\nid = "R1"\nassessed_at = 2026-03-25T10:00:00+00:00\n'

    noted = program(
        "note", record, "--because", "Heard", "--answers", "-",
        stdin=heard, now="2026-03-25T09:00+00:00",
    )  # fmt: skip
    looked = program(
        "reassess", record, "--because", "Looked", "--answers", "-",
        stdin=look, now="2026-03-25T10:00+00:00",
    )  # fmt: skip

    assert (
        "One change since neglect was last looked at (24 March 2026, 14:00): "
        "K6 came to be known (revision 2)." in noted.err
    )
    assert "last looked at" not in looked.err
