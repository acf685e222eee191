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
    text = starting_set("ours").replace('kind = "prose"', 'kind = "prosa"', 1)
    Path("ours.toml").write_text(text, encoding="utf-8")

    result = _run("questions", "check", "ours.toml")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        "error: 'ours.toml' has 1 fault\n"
        '  ours.toml:37:8: kind is "prosa", not one of line, prose, choice, several, moment, '
        'number, scale, yes-no, list, party, rows, harms; did you mean "prose"?\n'
        "hint: 'rationale questions new our-example -o example.toml' writes a set that shows every "
        "kind of question, with notes.\n"
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


def test_checking_a_new_set_says_how_it_comes_to_count(folder: Path) -> None:
    _run("questions", "new", "ours")

    before = [_run("questions", *verb) for verb in (("check", "ours"), ("show", "ours"), ("list",))]
    kept = _run("questions", "keep", "ours")
    after = [_run("questions", *verb) for verb in (("check", "ours"), ("show", "ours"), ("list",))]

    counts = "'rationale questions keep ours' lets it count."
    assert [one.stderr for one in before] == [
        f"{counts}\n",
        f"This is how it is written now. {counts}\n",
        f"Not kept yet as it is written: ours. {counts}\n",
    ]
    assert kept.stderr == "'rationale new --question-set ours' asks it from now on.\n"
    assert [one.stderr for one in after] == ["", "", ""]
    assert (folder / "questions/ours.toml").is_file()


@pytest.mark.usefixtures("folder")
def test_checking_everything_looks_at_what_does_not_count_yet() -> None:
    _run("questions", "new", "ours")
    _change("ours", 'kind = "prose"', 'kind = "prosa"')

    checked = _run("questions", "check")

    assert checked.exit_code == 1
    assert "questions/ours.toml:37:8: kind is" in checked.stderr


@pytest.mark.usefixtures("folder")
def test_a_set_that_was_changed_says_that_its_version_was_not() -> None:
    _run("questions", "new", "ours")
    _run("questions", "keep", "ours")

    _change("ours", "# One line", "# A single line")
    same = _run("questions", "keep", "ours")
    _change("ours", "What did the meeting agree?", "What was agreed?")
    changed = _run("questions", "keep", "ours")
    _change("ours", "version = 1", "version = 2")
    raised = _run("questions", "keep", "ours")

    asks = "'rationale new --question-set ours' asks it from now on.\n"
    assert (same.stderr, raised.stderr) == (asks, asks)
    assert changed.stderr == (
        "The set changed, and its version is still 1. Raise it by one,\n"
        "and keep the set again: a record says by it which questions it answers.\n" + asks
    )


@pytest.mark.usefixtures("folder")
def test_a_set_that_is_not_kept_is_not_asked_and_says_why() -> None:
    _run("questions", "new", "ours")

    refused = _run("new", "--question-set", "ours", typed="\n")

    assert refused.exit_code == 1
    assert refused.stderr == (
        "error: the question set 'ours' is written, and does not count yet\n"
        "hint: Let it count with 'rationale questions keep ours'.\n"
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("named", ["ours", "questions/ours.toml"])
def test_a_set_is_called_as_its_file_is(named: str) -> None:
    """A record keeps the name, and the file must be found by it."""
    _run("questions", "new", "ours")
    _change("ours", 'name = "ours"', 'name = "panel"')

    checked = _run("questions", "check", named)

    assert (
        '  questions/ours.toml:11:8: name is "panel", and the file is called ours.toml; '
        'write name = "ours"\n'
    ) in checked.stderr


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_no_text_stops_no_list(folder: Path) -> None:
    (folder / "questions").mkdir()
    (folder / "questions" / "bad.toml").write_bytes(b"\xff\xfe")

    listed = _run("questions", "list")

    assert listed.exit_code == 0
    assert "care-plan\t" in listed.stdout


def _change(name: str, before: str, after: str) -> None:
    path = Path(f"questions/{name}.toml")
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
