"""The verbs that help lists are the verbs that there are."""

from importlib import import_module
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from rationale_cli.cli import commands
from rationale_cli.cli.app import app
from rationale_cli.cli.verbs import VERBS, Verb


def test_every_verb_has_its_module_and_every_module_its_verb() -> None:
    (folder,) = commands.__path__
    modules = {path.stem for path in Path(folder).glob("*.py")} - {"__init__"}

    assert sorted(verb.module for verb in VERBS) == sorted(modules)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_help_says_of_a_verb_what_the_verb_says_of_itself(verb: Verb) -> None:
    """The line is held twice, so that help need not load the verb."""
    command = typer.main.get_command(import_module(f"{commands.__name__}.{verb.module}").app)

    assert str(command.help).splitlines()[0] == f"{verb.help}."


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_verb_explains_itself(verb: Verb) -> None:
    result = CliRunner().invoke(app, [verb.name, "--help"], prog_name="rationale")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Usage: rationale {verb.name} ")
    assert f"{verb.help}." in " ".join(result.stdout.split())
    assert "completion" not in result.stdout


@pytest.mark.parametrize("verb", ["concern", "questions", "templates"])
def test_a_verb_with_parts_says_the_whole_of_each(verb: str) -> None:
    asked = CliRunner().invoke(app, [verb, "--help"], prog_name="rationale")
    alone = CliRunner().invoke(app, [verb], prog_name="rationale")

    assert asked.exit_code == 0
    assert "..." not in asked.stdout.partition("Commands:")[2]
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert alone.stderr == asked.stdout


def test_help_names_every_verb_but_those_that_git_starts() -> None:
    shown = CliRunner().invoke(app, ["--help"]).stdout

    assert [verb.name for verb in VERBS if f"  {verb.name} " not in shown] == ["git-driver"]


def test_a_verb_that_does_not_exist_is_wrong_usage() -> None:
    result = CliRunner().invoke(app, ["lits"])

    assert (result.exit_code, result.stdout) == (2, "")
    assert "'lits'" in result.stderr
