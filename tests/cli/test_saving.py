"""The verbs that save: what they keep, what they refuse, what they leave alone."""

import subprocess
from pathlib import Path

from program import Program


def _git(program: Program, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=program.folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_last_line_names_id_and_revision(program: Program, record: str) -> None:
    said = ("--because", "New", "--answers", "-")
    changed = program("amend", record[:4], *said, stdin='title = "Go"')
    assert changed.out == f"{record} r2\n"
    assert changed.err.startswith("Saved. ")


def test_an_unchanged_record_makes_no_revision(program: Program, record: str) -> None:
    said = ("--because", "No change", "--answers", "-")
    same = program("amend", record, *said, stdin='title = "Stay with the foster carers"')
    assert (same.status, same.out) == (0, f"{record} r1\n")
    assert same.err == "Nothing has changed, so there is no new revision.\n"
    assert _git(program, "rev-list", "--count", "HEAD") == "2\n"


def test_a_confirmation_is_worth_a_revision(program: Program, record: str) -> None:
    answers = '[change]\nstill_stands = "Yes."\n'
    said = ("--kind", "confirm", "--because", "Looked again", "--answers", "-")
    assert program("reassess", record, *said, stdin=answers).out == f"{record} r2\n"
    assert 'kind = "confirm"' in program("show", record, "--toml").out


def test_a_commit_names_ids_kinds_and_roles_only(program: Program, record: str) -> None:
    program("amend", record, "--because", "Secret", "--answers", "-", stdin='title = "Hidden"')
    assert _git(program, "log", "-1", "--format=%B") == (
        f"amend {record} r2\n\nRationale-Id: {record}\nRationale-Revision: 2\n"
        "Rationale-Kind: amend\nRationale-By: lead social worker@children's social care\n\n"
    )


def test_the_time_of_recording_is_the_time_of_the_commit(program: Program, record: str) -> None:
    assert _git(program, "log", "-1", "--format=%aI %cI") == (
        "2026-03-02T09:00:00+00:00 2026-03-02T09:00:00+00:00\n"
    )
    text = program("show", record, "--toml").out
    assert 'recorded_at = 2026-03-02T09:00:00+00:00\nclock = "given"' in text


def test_each_revision_names_the_sum_of_the_text_it_follows(program: Program, record: str) -> None:
    import hashlib

    path = f"decisions/{record[0]}/{record[1]}/{record}.toml"
    before = (program.folder / path).read_bytes()
    program("amend", record, "--because", "New", "--answers", "-", stdin='title = "Go"')
    assert f'"sha256:{hashlib.sha256(before).hexdigest()}"' in program("show", record, "--toml").out


def test_staged_files_branch_and_remote_are_left_alone(program: Program, record: str) -> None:
    (program.folder / "notes.txt").write_text("mine")
    _git(program, "add", "notes.txt")
    branch = _git(program, "branch", "--show-current")
    program("amend", record, "--because", "New", "--answers", "-", stdin='title = "Go"')
    assert _git(program, "status", "--porcelain") == "A  notes.txt\n"
    assert _git(program, "branch", "--show-current") == branch


def test_a_hand_edit_is_kept_as_a_draft_and_never_swept_in(program: Program, record: str) -> None:
    path = program.folder / f"decisions/{record[0]}/{record[1]}/{record}.toml"
    path.write_text(path.read_text() + "# by hand\n")
    saved = program("amend", record, "--because", "New", "--answers", "-", stdin='title = "Go"')
    assert "kept as draft" in saved.err
    assert "by hand" not in program("show", record, "--toml").out
    assert f"{record}.found-" in program("drafts").out


def test_an_id_that_was_used_before_is_refused(program: Program, record: str) -> None:
    said = ("--because", "New", "--answers", "-")
    program("amend", record, *said, stdin='[remove]\noption = ["B"]\n')
    again = program("amend", record, *said, stdin='[[option]]\nid = "B"\ntitle = "Other"\n')
    assert again.status == 1
    fresh = program("amend", record, *said, stdin='[[option]]\ntitle = "Other"\n')
    assert fresh.status == 0
    assert 'id = "C"\ntitle = "Other"' in program("show", record, "--toml").out


def test_superseding_writes_both_records_in_one_commit(program: Program, record: str) -> None:
    said = ("--because", "New plan", "--answers", "-")
    done = program("supersede", record, *said, stdin='title = "Move after all"')
    new = done.last[:6]
    assert _git(program, "log", "-1", "--format=%s") == (
        f"create {new} r1, supersede {record} r2\n"
    )
    assert f'superseded_by = ["{new}"]' in program("show", record, "--toml").out
    assert f'supersedes = ["{record}"]' in program("show", new, "--toml").out


def test_an_existing_record_can_supersede(program: Program, record: str) -> None:
    other = program("new", "--answers", "-", stdin='title = "Move"').last[:6]
    done = program("supersede", record, "--with", other, "--because", "It replaces it")
    assert done.last == f"{other} r2"
    assert 'status = "superseded"' in program("show", record, "--toml").out


def test_a_related_record_takes_over_the_case_and_no_reasons(program: Program, record: str) -> None:
    answers = 'case = "CASE-1"\n[reason]\nweight = "Much"\n'
    program("amend", record, "--because", "New", "--answers", "-", stdin=answers)
    new = program("new", "--from", record, "--answers", "-", stdin='title = "Next"').last[:6]
    text = program("show", new, "--toml").out
    assert f'related = ["{record}"]' in text
    assert 'case = "CASE-1"' in text
    assert "Much" not in text


def test_final_refuses_while_something_is_missing(program: Program, record: str) -> None:
    said = ("--final", "--because", "New", "--answers", "-")
    refused = program("amend", record, *said, stdin='title = "Go"')
    assert refused.status == 1
    assert refused.err.startswith("error: not final yet: ")
    assert "RAT004: Nobody has been asked to think the unthinkable." in refused.err
    assert _git(program, "rev-list", "--count", "HEAD") == "2\n"


def test_a_record_that_moved_on_is_refused(program: Program, record: str) -> None:
    """Two people who read revision 1 cannot both write revision 2 over each other."""
    from datetime import UTC, datetime

    import pytest

    from rationale_cli.domain.decision import Kind
    from rationale_cli.domain.moment import Instant
    from rationale_cli.domain.settings import Settings
    from rationale_cli.services import keeping, reading, recording
    from rationale_cli.services.terms import Terms, party
    from rationale_cli.store.repository import open_store

    terms = Terms(now=Instant(datetime(2026, 3, 3, tzinfo=UTC)), by=party("a@b"), because="Mine")
    with open_store(program.folder, environment={"PATH": _path(), "HOME": _home()}) as store:
        history = reading.history(store, record, zone=UTC)
        program("amend", record, "--because", "Theirs", "--answers", "-", stdin='case = "C"')
        with pytest.raises(keeping.MovedOnError) as caught:
            recording.revise(
                store, history, {"title": "Mine"}, terms, verb=Kind.AMEND, settings=Settings()
            )
    assert str(caught.value) == (f"'{record}' has moved on: revision 2 was recorded meanwhile")


def test_reading_is_from_commits_and_never_from_the_working_tree(
    program: Program, record: str
) -> None:
    path = program.folder / f"decisions/{record[0]}/{record[1]}/{record}.toml"
    before = program("show", record, "--toml").out
    path.unlink()
    assert program("show", record, "--toml").out == before


def test_an_unreadable_record_never_hides_the_others(program: Program, record: str) -> None:
    path = program.folder / "decisions/a/b/ab0000.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes("title = 'caf\xe9'".encode("latin-1"))
    _git(program, "add", ".")
    _git(program, "commit", "-m", "by hand")
    listed = program("list")
    assert [line[:6] for line in listed.out.splitlines()] == [record, "ab0000"]
    assert "unreadable" in listed.out


def _path() -> str:
    import os

    return os.environ["PATH"]


def _home() -> str:
    return str(Path.home())


def test_a_hand_edit_is_found_when_drafts_are_listed(program: Program, record: str) -> None:
    """Nobody has to save first to learn that their edit was kept."""
    path = program.folder / f"decisions/{record[0]}/{record[1]}/{record}.toml"
    committed = path.read_text()
    path.write_text(committed + "# by hand\n")

    listed = program("drafts")

    assert f"{record}.found-" in listed.out
    assert path.read_text() == committed
