"""The order of options, and of any other list: moved, kept, laid over and told."""

import os

import pytest

from program import Outcome, Program
from rationale_cli.store import drafts
from rationale_cli.store.repository import open_store

BY = ("--by", "lead social worker@children's social care")
WHY = ("--because", "It reads better")
MOVED = 'option = ["B", "A"]\n'


@pytest.fixture
def program(program: Program) -> Program:
    """A folder whose settings say who types."""
    config = program.folder / ".git/config"
    config.write_text(f"{config.read_text()}[rationale]\n\trole = lead social worker@health\n")
    return program


def _amended(program: Program, record: str, answers: str) -> Outcome:
    return program("amend", record, *WHY, "--answers", "-", stdin=answers, now="2026-03-03T09:00")


def _asked(program: Program, *arguments: str, typed: str, now: str = "2026-03-04T09:00") -> Outcome:
    return program(*arguments, stdin=typed, now=now)


def _options(program: Program, record: str) -> list[str]:
    lines = program("show", record, "--toml").out.split("\n")
    return [lines[place + 1] for place, line in enumerate(lines) if line == "[[option]]"]


def test_a_file_of_answers_moves_items(program: Program, record: str) -> None:
    done = _amended(program, record, f"[order]\n{MOVED}")
    again = _amended(program, record, f"[order]\n{MOVED}")

    assert (done.status, done.last) == (0, f"{record} r2"), done.err
    assert _options(program, record) == ['id = "B"', 'id = "A"']
    assert (again.last, "Nothing has changed" in again.err) == (f"{record} r2", True)
    assert "Option B (Move): moved before option A (Stay)" in program("diff", record).out


def test_an_id_that_was_never_there_is_refused(program: Program, record: str) -> None:
    done = _amended(program, record, '[order]\noption = ["Q"]\n')

    first, _, hint = done.err.splitlines()
    assert (done.status, first) == (1, "error: the list 'option' of this record has no 'Q'")
    assert hint == "hint: Name one of: A, B."


def test_a_new_record_has_nothing_to_move(program: Program) -> None:
    done = program("new", *BY, "--answers", "-", stdin=f"title = 'T'\n[order]\n{MOVED}")

    assert done.status == 1
    assert "error: the list 'option' of this record has no 'B'" in done.err


def test_a_row_moved_in_the_interview_is_moved_in_the_record(program: Program, record: str) -> None:
    done = _asked(program, "amend", record, *WHY, typed=":go g.opt\nup B\n:end\nsave\n")

    assert (done.status, done.last) == (0, f"{record} r2"), done.err
    assert _options(program, record) == ['id = "B"', 'id = "A"']
    assert "changed · " in done.err


@pytest.mark.parametrize("typed", ["up B\nundo", "remove A\nrestore A", "down A\nup A", "up A"])
def test_a_list_as_it_was_is_no_change(program: Program, record: str, typed: str) -> None:
    done = _asked(program, "amend", record, *WHY, typed=f":go g.opt\n{typed}\n:end\nsave\n")

    assert (done.status, done.last) == (0, f"{record} r1"), done.err
    assert "Nothing has changed" in done.err


def test_a_draft_laid_over_the_latest_revision_keeps_its_order(
    program: Program, record: str
) -> None:
    _asked(program, "amend", record, *WHY, typed=":go g.opt\nup B\n:stop\n")
    _amended(program, record, '[[option]]\ntitle = "Wait"\n')

    done = _asked(program, "resume", "--on-latest", typed=":end\nsave\n")

    assert (done.status, done.last) == (0, f"{record} r3"), done.err
    assert _options(program, record) == ['id = "B"', 'id = "A"', 'id = "C"']


def test_a_hand_edit_of_the_order_is_recorded(program: Program, record: str) -> None:
    (path,) = program.folder.glob("decisions/**/*.toml")
    text = path.read_text()
    head, first, second = text.split("[[option]]\n")
    edited = f"{head}[[option]]\n{second}\n[[option]]\n{first.strip()}\n"
    with open_store(program.folder, environment=os.environ) as store:
        place = str(path.relative_to(program.folder))
        found = drafts.keep_found(store, place, edited.encode()).draft

    done = _asked(program, "resume", found, typed="It reads better.\n.\n:end\nsave\n")

    assert (done.status, done.last) == (0, f"{record} r2"), done.err
    assert _options(program, record) == ['id = "B"', 'id = "A"']


def test_what_was_typed_and_not_ended_keeps_its_draft_where_nothing_is_saved(
    program: Program, record: str
) -> None:
    typed = ":go g.weight\nHalf a sen\n:end\nsave\n"

    done = _asked(program, "amend", record, *WHY, typed=typed)
    again = _asked(program, "resume", typed=":go g.weight\n:stop\n")

    assert (done.last, program("drafts").out.partition("\t")[0]) == (
        f"{record} r1",
        f"{record}.amend",
    )
    assert "| Half a sen\nSo far; go on" in again.err


def test_saving_as_final_is_refused_while_something_is_missing(
    program: Program, record: str
) -> None:
    typed = ":go g.title\nAnother title\n:end\nsave final\n"

    done = _asked(program, "amend", record, *WHY, typed=typed)
    draft = program("drafts").out.partition("\t")[0]
    saved = _asked(program, "resume", draft, typed=":end\nsave\n")

    assert (done.status, draft) == (1, f"{record}.amend")
    assert f"'rationale resume {record}.amend --final', or save without --final" in done.err
    assert (saved.status, saved.last) == (0, f"{record} r2"), saved.err


def test_what_has_changed_is_asked_first_and_stands_at_the_end(
    program: Program, record: str
) -> None:
    """A reassessment begins with it, and ends with it as the reason of the revision."""
    typed = "A third fall.\n.\n:go change.because\n\n:end\nsave\n"

    done = _asked(program, "reassess", record, typed=typed)

    assert (done.status, done.last) == (0, f"{record} r2"), done.err
    assert "Now: “A third fall.”\nEnter keeps it" in done.err
    assert 'because = "A third fall."' in program("show", record, "--toml").out
