"""Answers on standard input: read as a file is, and not lost if they are refused."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from program import Outcome, Program

KEPT = "  what came on standard input is kept in "


def _drafts(program: Program) -> list[Path]:
    folder = program.folder / ".git" / "rationale" / "drafts"
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _real(program: Program, shell: str, stdin: bytes = b"") -> Outcome:
    """Run it in a process of its own, with the streams that a shell gives."""
    command = f"{sys.executable} -m rationale_cli.cli.app --store {program.folder} {shell}"
    done = subprocess.run(
        ["sh", "-c", command], input=stdin, capture_output=True, env=os.environ, check=False
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


REFUSED = {
    "faulty": ('titel = "Stay"\n', ()),
    "unreadable": ('title = "Stay\n', ()),
    "in need of a reason": ('title = "Go"\n', ()),
    "not final": ('title = "Go"\n', ("--because", "New", "--final")),
    "with an id that is gone": ('[remove]\nrisk = ["R1"]\n', ("--because", "New")),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_kept_and_the_error_says_where(
    program: Program, record: str, text: str, said: tuple[str, ...]
) -> None:
    found = program("amend", record, *said, "--answers", "-", stdin=text)

    (draft,) = _drafts(program)
    assert found.status == 1
    assert f"\n{KEPT}{draft}\nhint: " in found.err
    sum_of_it = hashlib.sha256(text.encode()).hexdigest()
    assert (draft.name, draft.read_text()) == (f"{record}.answers-{sum_of_it[:8]}", text)


def test_it_can_be_given_again_from_there(program: Program, record: str) -> None:
    program("amend", record, "--answers", "-", stdin='title = "Go"\n')
    (draft,) = _drafts(program)

    done = program("amend", record, "--because", "New", "--answers", str(draft))

    assert done.last == f"{record} r2"


def test_a_new_record_has_no_id_yet(program: Program) -> None:
    program("new", "--answers", "-", stdin='titel = "Stay"\n')
    assert [draft.name.partition("-")[0] for draft in _drafts(program)] == ["new.answers"]


@pytest.mark.parametrize("verb", ["close", "supersede", "reassess", "note", "correct"])
def test_every_verb_keeps_it(program: Program, record: str, verb: str) -> None:
    program(verb, record, "--because", "New", "--answers", "-", stdin='titel = "Stay"\n')
    assert len(_drafts(program)) == 1


def test_what_names_no_record_is_kept_too(program: Program) -> None:
    found = program("amend", "../ETC", "--answers", "-", stdin='title = "Go"\n')
    (draft,) = _drafts(program)
    assert f"\n{KEPT}{draft}\n" in found.err
    assert draft.name.startswith("---etc.answers-")


def test_what_is_saved_leaves_nothing(program: Program, record: str) -> None:
    program("amend", record, "--because", "New", "--answers", "-", stdin='title = "Go"\n')
    assert _drafts(program) == []


def test_a_file_is_not_kept_twice(program: Program, record: str, tmp_path: Path) -> None:
    (tmp_path / "r2.toml").write_text('titel = "Go"\n')
    found = program("amend", record, "--answers", str(tmp_path / "r2.toml"))
    assert found.status == 1
    assert _drafts(program) == []
    assert "kept" not in found.err


@pytest.mark.parametrize("text", [b"\xef\xbb\xbftitle = 'Go'\n", b"title = 'Go'\r\n"])
def test_a_mark_and_line_ends_of_other_systems_do_no_harm(
    program: Program, record: str, text: bytes, tmp_path: Path
) -> None:
    said = f"amend {record} --because New --answers"
    (tmp_path / "r2.toml").write_bytes(text)

    assert _real(program, f"{said} -", text).out == f"{record} r2\n"
    assert _real(program, f"{said} {tmp_path / 'r2.toml'}").out == f"{record} r2\n"


def test_a_mark_is_told_apart_from_a_fault_in_place(program: Program, record: str) -> None:
    """A fault behind the mark has the column that an editor shows."""
    found = _real(program, f"amend {record} --answers -", b"\xef\xbb\xbftitel = 'Go'\n")
    assert "\n  standard input:1:1: unknown key" in found.err


def test_a_closed_standard_input(program: Program, record: str) -> None:
    assert _real(program, f"amend {record} --because New --answers - <&-") == Outcome(
        2,
        "",
        "error: cannot read '-': standard input is closed\n"
        "hint: Name a TOML file in UTF-8, or '-' for standard input.\n",
    )


def test_bytes_that_are_no_text(program: Program, record: str) -> None:
    found = _real(program, f"amend {record} --because New --answers -", b"title = '\xe9'\n")

    (draft,) = _drafts(program)
    assert found == Outcome(
        2,
        "",
        f"error: cannot read '-': not text in utf-8\n{KEPT}{draft}\n"
        "hint: Name a TOML file in UTF-8, or '-' for standard input.\n",
    )
    assert draft.read_bytes() == b"title = '\xe9'\n"


def test_a_file_without_a_name(program: Program, record: str) -> None:
    found = program("amend", record, "--because", "New", "--answers", "")
    assert found.status == 2
    assert found.err.startswith("error: cannot read '': ")


def test_a_number_that_few_programs_read(program: Program, record: str) -> None:
    answers = "[answers]\nx = 9223372036854775808\ny = -9223372036854775808\n"
    found = program("amend", record, "--because", "New", "--answers", "-", stdin=answers)
    assert found.err.startswith(
        "error: 'standard input' has 1 fault\n"
        "  standard input:2:5: x is a number of more than 64 bits, which few can read\n"
    )


@pytest.mark.parametrize("number", ["nan", "-inf", "inf"])
def test_a_number_that_is_none(program: Program, record: str, number: str) -> None:
    found = program(
        "amend", record, "--because", "New", "--answers", "-", stdin=f"[answers]\nx = {number}\n"
    )

    assert found.status == 1
    assert found.err.startswith(
        "error: 'standard input' has 1 fault\n"
        f"  standard input:2:5: x is {number}, not a number that can be compared\n"
    )


def test_answers_for_no_record_at_all_are_kept_too(program: Program) -> None:
    """An empty variable in a script is soon written, and the answers stand nowhere else."""
    refused = program("reassess", "", "--answers", "-", stdin='title = "Kept"\n')

    assert refused.status == 1
    assert "what came on standard input is kept in" in refused.err
