"""A path of a record is met at its line, or at what it would stand in."""

import pytest

from rationale_cli.codec.pointing import pointed

TEXT = """format = 1
title = "Stay"

[time]
recorded_at = 2026-03-02T09:00:00+00:00

[[risk]]
id = "R2"
harm = "neglect"

[[risk]]
id = "R1"
evidence = [
  "A fall",
]

[answers]
"g.day" = "Quiet."

[[stage]]
n = 1

[[stage]]
n = 3
due = 2026-04-10
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("title", 2),
        ("time.recorded_at", 5),
        ("time.late_reason", 4),
        ("risk", 7),
        ("risk.R2", 7),
        ("risk.R2.harm", 9),
        ("risk.R1", 11),
        ("risk.R1.evidence", 13),
        ("risk.R1.plan", 11),
        ("risk.R9.plan", 7),
        ("answers.g.day", 18),
        ("answers.g.night", 17),
        ("stage.3.due", 25),
        ("trigger", 1),
        ("dissent.X1.words", 1),
    ],
)
def test_a_path_is_met_at_its_line(path: str, line: int) -> None:
    (place,) = pointed(TEXT, [path])

    assert (place.line, place.column) == (line, 1)
