"""Drafts whose record moved on, hand edits of an older revision, and texts from an editor."""

import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rationale_cli.cli.app import app
from rationale_cli.store import drafts
from rationale_cli.store.repository import open_store

BY = ("--by", "lead social worker@children's social care")
WHY = ("--because", "New facts")

FIRST = """\
title = "Stay"
[reason]
weight = "Kin first."
[[dissent]]
role = "nurse"
words = "Too soon."
"""


def _run(*arguments: str, typed: str = "", now: str = "2026-03-24T16:10+00:00") -> Result:
    result = CliRunner().invoke(app, ["--now", now, *arguments], input=typed)
    assert result.exit_code != 3, result.stderr
    return result


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    made = _run("init", str(tmp_path / "folder"), "--bare-minimum")
    assert made.exit_code == 0, made.output
    monkeypatch.chdir(tmp_path / "folder")
    return tmp_path / "folder"


@pytest.fixture
def record(folder: Path) -> str:
    result = _run("new", *BY, "--answers", "-", typed=FIRST)
    assert result.exit_code == 0, result.stderr
    assert folder.is_dir()
    return result.stdout.partition(" ")[0]


def _amended(record: str, answers: str, *, now: str = "2026-03-25T09:00+00:00") -> None:
    result = _run("amend", record, *BY, *WHY, "--answers", "-", typed=answers, now=now)
    assert result.exit_code == 0, result.stderr


def _text(record: str) -> str:
    return _run("show", record, "--toml").stdout


def _plain(shown: str) -> str:
    return " ".join(shown.split())


def _drafts() -> list[str]:
    return [line.partition("\t")[0] for line in _run("drafts").stdout.splitlines()]


def _edited_by_hand(folder: Path, old: str, new: str, text: str = "") -> str:
    (path,) = folder.glob("decisions/**/*.toml")
    edited = (text or path.read_text()).replace(old, new)
    with open_store(folder, environment=os.environ) as store:
        return drafts.keep_found(store, str(path.relative_to(folder)), edited.encode()).draft


def test_a_hand_edit_of_an_older_revision_leaves_a_colleague_s_work(
    record: str, folder: Path
) -> None:
    (path,) = folder.glob("decisions/**/*.toml")
    old = path.read_text()
    _amended(record, '[reason]\nweight = "Safety first."\n')
    found = _edited_by_hand(folder, '"Stay"', '"By hand"', old)

    result = _run("resume", found, typed="Put right.\n.\nnurse@health\nsave\n")

    assert (result.exit_code, result.stdout) == (0, f"{record} r3\n"), result.stderr
    kept = _text(record)
    assert 'title = "By hand"' in kept
    assert 'weight = "Safety first."' in kept
    assert "changed · What shall we call it in a list?" in _plain(result.stderr)
    assert "changed · What weighs" not in _plain(result.stderr)
    assert _drafts() == []


def test_a_hand_edit_keeps_the_times_that_the_hand_changed(record: str, folder: Path) -> None:
    found = _edited_by_hand(
        folder, "decided_at = 2026-03-24T16:10:00", "decided_at = 2026-03-24T15:00:00"
    )

    result = _run("resume", found, typed="Put right.\n.\nnurse@health\n:end\nsave\n")

    assert result.exit_code == 0, result.stderr
    assert "decided_at = 2026-03-24T15:00:00+00:00" in _text(record)


def test_a_hand_edit_of_no_known_revision_is_kept_and_told(record: str, folder: Path) -> None:
    found = _edited_by_hand(folder, "revision = 1", "revision = 7")

    result = _run("resume", found)

    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        f"error: the draft {found!r} is an edit of no revision that {record!r} has"
    )
    assert _drafts() == [found]


@pytest.fixture
def moved_on(record: str) -> str:
    """A draft that changed the same as a colleague did since, and something else."""
    typed = ":go g.weight\nMine.\n.\n:go g.title\nMy title\n:stop\n"
    stopped = _run("amend", record, *BY, *WHY, typed=typed)
    assert stopped.exit_code == 130
    _amended(record, '[reason]\nweight = "Theirs."\n')
    return f"{record}.amend"


def test_what_both_changed_is_asked_first_and_shown_before_saving(
    record: str, moved_on: str
) -> None:
    result = _run("resume", moved_on, "--on-latest", typed=":end\nsave\n")

    told = _plain(result.stderr)
    asked, _, closing = told.partition("Before saving")
    assert "A colleague has changed this as well, and theirs stands. Yours was: “Mine.”" in asked
    assert "Now: “Theirs.”" in asked
    assert "Both changed reason.weight. Theirs stands: “Theirs.”. Yours was: “Mine.”." in closing
    assert (result.exit_code, result.stdout) == (0, f"{record} r3\n"), result.stderr
    kept = _text(record)
    assert 'weight = "Theirs."' in kept
    assert 'title = "My title"' in kept


def test_one_s_own_text_can_be_put_in_the_place_of_theirs(record: str, moved_on: str) -> None:
    result = _run("resume", moved_on, "--on-latest", typed=":restore\n\n:end\nsave\n")

    assert result.exit_code == 0, result.stderr
    assert "Both changed" not in result.stderr
    assert 'weight = "Mine."' in _text(record)


def test_what_both_changed_is_still_told_after_stopping(moved_on: str) -> None:
    _run("resume", moved_on, "--on-latest", typed=":list\n:go g.title\n:stop\n")

    result = _run("resume", moved_on, typed=":end\n")

    assert "Both changed reason.weight." in _plain(result.stderr)


def test_a_draft_on_a_revision_that_is_gone_is_refused(folder: Path, moved_on: str) -> None:
    path = folder / ".git/rationale/drafts" / moved_on
    path.write_text(re.sub(r'blob = "\w+"', f'blob = "{"ab" * 20}"', path.read_text()))

    result = _run("resume", moved_on, "--on-latest", typed=":end\nsave\n")

    assert result.exit_code == 1
    assert "has moved on" in result.stderr
    assert _drafts() == [moved_on]


def test_skipping_a_question_that_has_an_answer_leaves_the_answer(record: str) -> None:
    typed = ":go g.weight\n:skip Not today\n:go g.title\n:unknown\n:end\nsave\n"

    result = _run("amend", record, *BY, *WHY, typed=typed)

    assert result.stderr.count("The answer stands, and stays. :clear takes it away.") == 2
    assert "Nothing has changed" in result.stderr
    assert 'weight = "Kin first."' in _text(record)
    assert "[[gap]]" not in _text(record)


def test_an_answer_is_cleared_on_purpose_and_brought_back(record: str) -> None:
    typed = ":go g.weight\n:clear\n:skip Not today\n:go g.title\n:clear\n:restore\n:end\nsave\n"

    result = _run("amend", record, *BY, *WHY, typed=typed)

    assert result.exit_code == 0, result.stderr
    assert "Taken away; :restore brings it back." in result.stderr
    assert "Kin first." not in _text(record)
    assert 'reason = "Not today"' in _text(record)
    assert 'title = "Stay"' in _text(record)


def test_what_was_typed_is_kept_where_nothing_has_changed(record: str) -> None:
    typed = ":go g.title\nStay\n:end\nsave\n"

    result = _run("amend", record, *BY, *WHY, typed=typed)

    name = f"{record}.amend"
    assert (result.exit_code, result.stdout) == (0, f"{record} r1\n"), result.stderr
    assert f"What was said is kept in the draft '{name}'." in result.stderr
    assert _drafts() == [name]


def test_where_nothing_was_typed_no_draft_is_left(record: str) -> None:
    result = _run("amend", record, *BY, *WHY, typed=":end\nsave\n")

    assert (result.exit_code, _drafts()) == (0, []), result.stderr


def test_final_is_said_anew_at_each_try(record: str) -> None:
    typed = ":go g.title\nGo\n:end\nsave\n"

    refused = _run("amend", record, *BY, *WHY, "--final", typed=typed)
    name = f"{record}.amend"
    again = _run("resume", name, "--final", typed=":end\nsave\n")
    saved = _run("resume", name, typed=":end\nsave\n")

    assert (refused.exit_code, again.exit_code, saved.exit_code) == (1, 1, 0), saved.stderr
    assert f"'rationale resume {name} --final', or save without --final" in refused.stderr
    assert saved.stdout == f"{record} r2\n"


def test_what_a_note_touches_is_no_word_on_the_decision(record: str) -> None:
    """That a warning sign came up does not say whether the decision still stands."""
    sign = '[[trigger]]\nid = "T9"\nkind = "event"\ntext = "She rings at night."\n'
    (Path.cwd() / "sign.toml").write_text(sign)
    _run("amend", record, *BY, *WHY, "--answers", "sign.toml")
    result = _run("note", record, *BY, *WHY, typed="\n1\n\n\n:end\nsave\n")

    assert result.exit_code == 0, result.stderr
    assert "fired_at" in _text(record)
    assert "still_stands" not in _text(record)


def _editor(folder: Path, body: str) -> None:
    """Make a shell script the editor of the folder."""
    script = folder.parent / "editor.sh"
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(0o700)
    config = folder / ".git/config"
    config.write_text(f'{config.read_text()}[core]\n\teditor = "{script}"\n')


def _edits(folder: Path) -> list[Path]:
    return list((folder / ".git/rationale").glob("edit-*/answer.txt"))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("printf 'caf\\351' > \"$1\"", "wrote a text that is not in UTF-8"),
        ('rm "$1"', "left no text behind"),
        ('echo more >> "$1"; exit 1', "ended with an error"),
    ],
)
def test_an_editor_that_fails_is_told_and_loses_nothing(
    folder: Path, record: str, body: str, why: str
) -> None:
    _editor(folder, body)

    result = _run("amend", record, *BY, *WHY, typed=":go g.weight\n:edit\n:stop\n")

    told = _plain(result.stderr)
    assert f"editor.sh' {why}." in told
    assert "Nothing was written" not in told
    assert all(str(path) in told.replace(" ", "") for path in _edits(folder))
    assert len(_edits(folder)) == ("rm" not in body)
    assert 'weight = "Kin first."' in _text(record)


def test_the_editor_s_file_is_utf_8_and_goes_once_the_answer_is_kept(
    folder: Path, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    seen = folder.parent / "seen"
    _editor(folder, f'cp "$1" {seen}; printf "caf\\303\\251\\n" > "$1"')
    _amended(record, '[reason]\nweight = "Às vezes."\n')

    _run("amend", record, *BY, *WHY, typed=":go g.weight\n:edit\n:end\nsave\n")

    assert seen.read_bytes() == "Às vezes.".encode()
    assert 'weight = "café"' in _text(record)
    assert _edits(folder) == []


def test_several_lines_are_no_line(folder: Path, record: str) -> None:
    """And what was written opens again, until the answer is taken."""
    seen = folder.parent / "seen"
    _editor(folder, f'cat "$1" >> {seen}; printf "one\\ntwo\\n" > "$1"')

    result = _run("amend", record, *BY, *WHY, typed=":go g.title\n:edit\n:edit\n:stop\n")

    told = _plain(result.stderr)
    assert "Not taken: that has 2 lines, and one is the most. Write it in one line." in told
    assert seen.read_text() == "Stayone\ntwo\n"
    assert 'title = "Stay"' in _text(record)


def test_a_text_that_a_dead_program_left_is_told_and_can_be_deleted(folder: Path) -> None:
    place = folder / ".git/rationale/edit-dead"
    place.mkdir(parents=True)
    (place / "answer.txt").write_text("half an answer")

    listed, resumed = _run("drafts"), _run("resume")
    as_json = _run("drafts", "--json")
    deleted = _run("drafts", "--delete", "edit-dead")

    for result in (listed, resumed):
        assert f"stands in {place / 'answer.txt'}." in result.stderr
    assert listed.stdout == ""
    assert '"name": "edit-dead"' in as_json.stdout
    assert deleted.exit_code == 0
    assert _edits(folder) == []


def test_a_time_that_is_no_instant_is_refused_on_the_command_line(record: str) -> None:
    never = _run("amend", record, *BY, *WHY, "--decided-at", "2026-03-29T01:30")
    early = _run("amend", record, *BY, *WHY, "--decided-at", "1850-01-01T09:00")
    before = _run("amend", record, *BY, *WHY, typed="x\n", now="1969-06-01T09:00")

    assert (never.exit_code, early.exit_code, before.exit_code) == (2, 2, 2)
    assert "there was no 29 March 2026, 01:30: the clocks went forward" in never.stderr
    assert "outside the years 1900 to 2199" in early.stderr
    assert "outside the years 1970 to 2199" in before.stderr


def test_answers_that_were_piped_in_are_listed_and_are_no_interview(folder: Path) -> None:
    with open_store(folder, environment=os.environ) as store:
        drafts.keep(store, "new.answers-0a1b2c3d", b"title = ")

    listed = _run("drafts")
    named = _run("resume", "new.answers-0a1b2c3d")
    unnamed = _run("resume")

    assert "\tanswers\t" in listed.stdout
    assert listed.stdout.endswith("\tanswers for new that were not saved\n")
    assert "holds answers that were not saved, and no interview" in named.stderr
    assert "error: there is no draft to go on with" in unnamed.stderr


def test_a_correction_on_the_latest_names_the_revision_that_it_corrects(record: str) -> None:
    """Not the one that it was laid over."""
    _run("correct", record, *BY, *WHY, typed=":go g.title\nStay here\n:stop\n")
    _amended(record, '[reason]\nweight = "Theirs."\n')

    result = _run("resume", f"{record}.correct", "--on-latest", typed=":end\nsave\n")

    assert result.exit_code == 0, result.stderr
    assert "\nfrom = 1\n" in _text(record)
