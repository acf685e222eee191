"""A folder to run commands on."""

from pathlib import Path

import pytest

from program import Program

FIRST = """
title = "Stay with the foster carers"
status = "decided"
[[option]]
title = "Stay"
status = "chosen"
[[option]]
title = "Move"
"""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A new folder, whose usual recorder is a lead social worker."""
    program = Program(tmp_path / "case")
    by = ("--by", "lead social worker@children's social care")
    made = program("init", str(program.folder), "--bare-minimum", *by, now="2026-03-01T09:00")
    assert made.status == 0
    return program


@pytest.fixture
def record(program: Program) -> str:
    """The id of a record with two options."""
    return program("new", "--answers", "-", now="2026-03-02T09:00", stdin=FIRST).last[:6]
