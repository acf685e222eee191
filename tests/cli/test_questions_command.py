import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rationale_cli.cli.app import app
from rationale_cli.services.starting_set import starting_set


def _run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=typed)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of decisions, and the working directory in it."""
    result = _run("init", str(tmp_path / "folder"), "--bare-minimum")
    assert result.exit_code == 0, result.output
    monkeypatch.chdir(tmp_path / "folder")
    return tmp_path / "folder"


def test_shipped_sets_are_listed_anywhere() -> None:
    """No folder is needed to see what would be asked."""
    result = _run("questions", "list")

    assert result.exit_code == 0
    assert "care-plan\t1\tshipped\tCare plan\n" in result.stdout


def test_the_list_for_programs_names_every_set() -> None:
    result = _run("questions", "list", "--json")

    sets = json.loads(result.stdout)["question_sets"]
    assert [one["name"] for one in sets if one["fault"]] == []
    assert {"general", "care-plan", "incident"} <= {one["name"] for one in sets}


def test_a_set_is_shown_in_asking_order_with_what_marks_its_questions() -> None:
    result = _run("questions", "show", "retell")

    assert result.exit_code == 0
    assert result.stdout.startswith("retell/1  ")
    assert " · quick" in result.stdout


def test_an_unknown_set_says_what_was_probably_meant() -> None:
    result = _run("questions", "show", "care-pan")

    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        "error: there is no question set 'care-pan'; did you mean 'care-plan'?"
    )


def test_every_shipped_set_passes_its_check() -> None:
    result = _run("questions", "check")

    assert (result.exit_code, result.stderr) == (0, "")


def test_a_faulty_file_is_told_line_by_line() -> None:
    text = starting_set("ours").replace('kind = "prose"', 'kind = "prosa"')
    Path("ours.toml").write_text(text, encoding="utf-8")

    result = _run("questions", "check", "ours.toml")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        "error: 'ours.toml' has 1 fault\n"
        '  ours.toml:21:8: kind is "prosa", not one of line, prose, choice, several, moment, '
        'number, scale, yes-no, list, party, rows, harms; did you mean "prose"?\n'
        "hint: See 'rationale questions show general' for a set that works.\n"
    )


def test_a_missing_file_is_told() -> None:
    result = _run("questions", "check", "nowhere.toml")

    assert result.exit_code == 2
    assert result.stderr.startswith("error: cannot read 'nowhere.toml'")


def test_a_new_set_passes_its_check_and_is_never_written_over(folder: Path) -> None:
    made = _run("questions", "new", "ours")
    checked = _run("questions", "check", "questions/ours.toml")
    again = _run("questions", "new", "ours")

    assert (made.exit_code, made.stdout) == (0, "questions/ours.toml\n")
    assert (folder / "questions/ours.toml").read_text(encoding="utf-8") == starting_set("ours")
    assert checked.exit_code == 0
    assert checked.stdout.startswith("ours/1: ")
    assert (again.exit_code, again.stdout) == (1, "")


def test_a_new_set_can_be_written_anywhere() -> None:
    result = _run("questions", "new", "ours", "-o", "mine.toml")

    assert (result.exit_code, result.stdout) == (0, "mine.toml\n")


@pytest.mark.usefixtures("folder")
def test_a_set_counts_once_it_is_kept() -> None:
    _run("questions", "new", "ours")
    checked = _run("questions", "check", "ours")
    before = _run("questions", "list")
    kept = _run("questions", "keep", "ours")
    after = _run("questions", "list")

    assert (checked.exit_code, kept.exit_code) == (0, 0)
    assert checked.stdout == kept.stdout
    assert ("ours\t" in before.stdout, "ours\t" in after.stdout) == (False, True)


@pytest.mark.usefixtures("folder")
def test_a_set_with_a_fault_is_not_kept() -> None:
    _run("questions", "new", "ours")
    with Path("questions/ours.toml").open("a") as file:
        file.write('[[question]]\nid = "x"\n')

    kept = _run("questions", "keep", "ours")

    assert (kept.exit_code, kept.stdout) == (1, "")
    assert "questions/ours.toml:" in kept.stderr


def test_a_shipped_name_is_not_taken(folder: Path) -> None:
    """A record keeps name and version; the same name must not come to mean other questions."""
    found = _run("questions", "new", "care-plan")

    assert found.exit_code == 1
    assert not (folder / "questions").exists()
