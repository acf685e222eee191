import os
import re
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rationale_cli.cli import editor
from rationale_cli.cli.app import app
from rationale_cli.codec import shipped
from rationale_cli.services.drafting import DraftThereError
from rationale_cli.store import drafts
from rationale_cli.store.repository import open_store

BY = ("--by", "lead social worker@children's social care")


def _run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, ["--now", "2026-03-24T16:10+00:00", *arguments], input=typed)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of decisions, and the working directory in it."""
    result = _run("init", str(tmp_path / "folder"), "--bare-minimum")
    assert result.exit_code == 0, result.output
    monkeypatch.chdir(tmp_path / "folder")
    return tmp_path / "folder"


def _draft(stderr: str) -> str:
    found = re.search(r"rationale resume (\S+)'", stderr)
    assert found is not None, stderr
    return found[1]


def test_an_interview_from_a_pipe_ends_in_a_revision(folder: Path) -> None:
    result = _run("new", *BY, typed="Move?\n.\n\n:end\nsave\n")

    assert result.exit_code == 0, result.stderr
    assert re.fullmatch(r"[0-9a-z]{6} r1\n", result.stdout)
    assert list((folder / ".git/rationale/drafts").iterdir()) == []


def test_who_types_is_asked_last_if_nothing_says_it(folder: Path) -> None:
    result = _run("new", typed="Move?\n.\n:go by.recorder\nnurse@health\nsave\n")

    assert result.exit_code == 0, result.stderr
    assert folder.is_dir()
    record = result.stdout.partition(" ")[0]
    assert (
        'recorder = { role = "nurse", agency = "health" }' in _run("show", record, "--toml").stdout
    )


def test_nobody_to_ask_writes_nothing(folder: Path) -> None:
    result = _run("new", *BY)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "error: there is nobody to ask: standard input is not a terminal",
        "hint: Give the answers in a file with --answers FILE, or run it at a terminal.",
    ]
    assert not (folder / ".git/rationale/drafts").exists()


@pytest.mark.usefixtures("folder")
def test_a_stopped_interview_goes_on_at_the_same_question() -> None:
    stopped = _run("new", *BY, typed="Move?\n.\nThe title\n:stop\n")
    listed = _run("drafts")
    resumed = _run("resume", typed="\n:end\nsave\n")

    assert stopped.exit_code == 130
    name = _draft(stopped.stderr)
    assert listed.stdout.split("\t")[:2] == [name, "new"]
    assert "Question 3 of" in resumed.stderr
    assert resumed.stdout == f"{name.partition('.')[0]} r1\n"
    assert _run("drafts").stdout == ""


def test_drafts_are_for_the_owner_alone(folder: Path) -> None:
    _run("new", *BY, typed="Move?\n.\n")

    (draft,) = (folder / ".git/rationale/drafts").iterdir()
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert stat.S_IMODE(draft.parent.stat().st_mode) == 0o700


@pytest.mark.usefixtures("folder")
def test_a_question_mark_finds_the_id_of_a_provision_by_words() -> None:
    typed = ":go g.law\nadd\n?\n? s38 6\n?no such thing\nCA89-38-6\n:back\n?\n:stop\n"

    result = _run("new", *BY, typed=f"Move?\n.\n{typed}")

    _, first, second, third, standing, *_ = result.stderr.split("\n> ?")
    assert first.splitlines()[1:] == [
        "Its id in the list, for example CA89-22.",
        "Type ? and a word, as ? police, to see which ids fit.",
    ]
    assert " ".join(second.split()).startswith(
        "s38 6 CA89-38-6 s.38(6) CA 1989: With an interim order the court may direct"
    )
    assert third.splitlines()[1:4] == [
        'No id that is known here fits "no such thing".',
        "> CA89-38-6",
        "Taken: CA89-38-6, section 38(6) Children Act 1989",
    ]
    assert third.splitlines()[-2] == "Now: CA89-38-6, section 38(6) Children Act 1989"
    assert standing.splitlines()[2].startswith("CA89-38-6  s.38(6) CA 1989: ")


@pytest.fixture
def record(folder: Path) -> str:
    """The id of a record in the folder, with its first revision."""
    result = _run("new", *BY, typed="Move?\n.\nThe title\n:end\nsave\n")
    assert result.exit_code == 0, result.stderr
    assert folder.is_dir()
    return result.stdout.partition(" ")[0]


def test_an_amendment_goes_on_from_the_gaps_and_asks_for_its_reason_last(record: str) -> None:
    result = _run(
        "amend", record, *BY,
        typed=":go g.title\nAnother title\n:go change.because\nNew facts.\n.\nsave\n",
    )  # fmt: skip

    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"{record} r2\n"
    assert "Who is it about" not in result.stderr.partition(">")[0]
    assert "Now: “The title”" in result.stderr
    assert "changed · What shall we call it in a list?" in result.stderr
    kept = _run("show", record, "--toml").stdout
    assert 'title = "Another title"' in kept
    assert 'because = "New facts."' in kept


def test_a_note_adds_to_what_is_known(record: str) -> None:
    typed = "add\nShe rang.\n.\nschool nurse\n24 March 2026 15:00\nreported\n\n:end\n"

    result = _run("note", record, *BY, "--because", "Heard", typed=f"{typed}save\n")

    assert (result.exit_code, result.stdout) == (0, f"{record} r2\n"), result.stderr
    assert 'text = "She rang."' in _run("show", record, "--toml").stdout


def test_a_record_that_moved_on_is_refused_and_the_draft_is_kept(record: str) -> None:
    stopped = _run("amend", record, *BY, typed=":go g.title\nMine\n:stop\n")
    name = _draft(stopped.stderr)
    _run("note", record, *BY, "--because", "Heard", typed="add\nX\n.\n\n\n\n\n:end\nsave\n")

    again = _run("amend", record, *BY, typed=":stop\n")
    result = _run("resume", name, typed=":go change.because\nNew.\n.\n:end\nsave\n")

    assert name == f"{record}.amend"
    assert again.stderr.startswith(f"error: the draft '{name}' is not finished yet\n")
    assert result.exit_code == 1
    assert f"error: '{record}' has moved on" in result.stderr
    assert _run("drafts").stdout.startswith(f"{name}\tamend\t")


def test_a_hand_edit_found_in_the_folder_is_recorded_with_a_reason(
    record: str, folder: Path
) -> None:
    (path,) = folder.glob("decisions/**/*.toml")
    edited = path.read_text().replace("The title", "By hand")
    with open_store(folder, environment=os.environ) as store:
        found = drafts.keep_found(store, str(path.relative_to(folder)), edited.encode())

    listed = _run("drafts")
    _run("resume", found.draft, typed=":stop\n")
    again = _run("resume", found.draft, typed=":stop\n")
    result = _run("resume", f"{record}.amend", typed="Put right.\n.\nnurse@health\nsave\n")

    assert listed.stdout.startswith(f"{found.draft}\tfound\t")
    assert "is not finished yet" in again.stderr
    assert (result.exit_code, result.stdout) == (0, f"{record} r2\n"), result.stderr
    assert 'title = "By hand"' in _run("show", record, "--toml").stdout
    assert _run("drafts").stdout == ""


@pytest.mark.usefixtures("folder")
def test_several_drafts_are_named_and_one_is_chosen_by_its_beginning() -> None:
    first = _draft(_run("new", *BY, typed="One?\n.\n").stderr)
    second = _draft(_run("new", *BY, typed="Two?\n.\n").stderr)

    several = _run("resume", typed="x\n")
    chosen = _run("resume", first[:5], typed=":list\n")

    assert several.exit_code == 1
    assert several.stderr.splitlines()[:3] == [
        "error: 2 drafts could be meant",
        f"  {second}",
        f"  {first}",
    ]
    assert "“One?”" in chosen.stderr


@pytest.mark.usefixtures("folder")
def test_a_draft_is_deleted_only_by_its_whole_name() -> None:
    name = _draft(_run("new", *BY, typed="One?\n.\n").stderr)

    part = _run("drafts", "--delete", name[:4])
    whole = _run("drafts", "--delete", name)

    assert (part.exit_code, whole.exit_code) == (1, 0)
    assert _run("drafts").stdout == ""


@pytest.mark.usefixtures("folder")
def test_there_is_nothing_to_resume_at_first() -> None:
    result = _run("resume")

    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        "error: there is no draft to go on with",
    )


@pytest.mark.usefixtures("folder")
def test_throwing_away_leaves_nothing() -> None:
    result = _run("new", *BY, typed="One?\n.\n:end\ndiscard\ndiscard\n")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith("Thrown away. Nothing was saved.\n")
    assert _run("drafts").stdout == ""


def test_the_editor_leaves_no_traces(tmp_path: Path) -> None:
    folder = tmp_path / "rationale"
    seen = tmp_path / "seen"

    written = editor.edited(
        "typed\n",
        f'f() {{ stat -c %a "$1" > {seen}; echo more >> "$1"; }}; f',
        folder,
        shipped.texts(),
    )
    editor.forget(written.path)

    assert (written.text, seen.read_text()) == ("typed\nmore\n", "600\n")
    assert list(folder.iterdir()) == []


def test_an_editor_that_fails_keeps_what_was_written(tmp_path: Path) -> None:
    folder = tmp_path / "rationale"

    with pytest.raises(editor.EditorError) as broken:
        editor.edited("typed\n", "false", folder, shipped.texts())
    with pytest.raises(editor.EditorError) as written:
        editor.edited("typed\n", 'f() { echo more >> "$1"; return 3; }; f', folder, shipped.texts())

    assert broken.value.kept == ""
    assert Path(written.value.kept).read_text() == "typed\nmore\n"


@pytest.mark.parametrize(
    ("command", "run"),
    [
        ("vi", "vi -n -i NONE"),
        ("/usr/bin/vim -f", "/usr/bin/vim -f -n -i NONE"),
        ("nano", "nano"),
        ("code --wait 'x", "code --wait 'x"),
    ],
)
def test_vi_and_its_kin_write_no_copies_elsewhere(command: str, run: str) -> None:
    assert editor.without_traces(command) == run


def test_a_link_to_vi_is_vi(tmp_path: Path) -> None:
    """As "editor" is on Debian, which git takes there when nobody chose another."""
    (tmp_path / "vim.tiny").touch()
    (tmp_path / "editor").symlink_to("vim.tiny")

    assert editor.without_traces(f"{tmp_path}/editor") == f"{tmp_path}/editor -n -i NONE"


def test_a_second_draft_of_the_same_is_refused() -> None:
    error = DraftThereError("k7qf2m.amend")

    assert str(error) == "the draft 'k7qf2m.amend' is not finished yet"
    assert error.hint == (
        "Go on with 'rationale resume k7qf2m.amend', or throw it away with "
        "'rationale drafts --delete k7qf2m.amend'."
    )
