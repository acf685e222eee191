"""A folder to run commands on."""

from pathlib import Path

import pytest

from cases import CASES
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


@pytest.fixture
def alder(program: Program) -> str:
    """The id of ALDER as it stood on 9 April, before the mark was seen: four revisions."""
    record = program("new", "--question-set", "care-plan", *_case("r1"), now="2026-03-24T16:10")
    for verb, name, now in (
        ("amend", "r2", "2026-03-26T11:50"),
        ("amend", "r3", "2026-04-01T17:05"),
        ("reassess", "r4", "2026-04-09T18:55"),
    ):
        assert program(verb, record.last[:6], *_case(name), now=now).status == 0
    return record.last[:6]


def _case(name: str) -> tuple[str, ...]:
    by = ("--by", "lead social worker@children's social care")
    return "--answers", str(CASES / "alder" / f"{name}.toml"), *by
