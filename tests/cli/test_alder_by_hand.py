"""A worked case typed by hand is the same record as the one from its file."""

from pathlib import Path
from typing import Any

from cases import CASES
from program import Program
from rationale_cli.codec.decision import decode
from rationale_cli.domain.form import seed
from rationale_cli.services.question_sets import question_set
from terminal import Terminal

NOW = "2026-03-24T16:10+00:00"
NEW = ("new", "--question-set", "care-plan")

KEYS = {"⏎": "\r", "↓": "\x1b[B", "⇥": "\t", "␡": "\x15", "␣": " "}

UNASKED = ("known.sensitivity", "risk.options", "risk.assessed_at", "handling.hold")
"""What stands in the file and no question asks for: labels, which option a risk belongs to, when
it was looked at, and whether the record is held back from disposal."""


def test_the_first_revision_of_alder_can_be_typed_by_hand(program: Program, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    line = ("--store", str(program.folder), "--now", NOW, *NEW, "--full")
    with Terminal(*line, out=saved) as screen:
        for shown, keys in _steps():
            screen.until(shown)
            screen.type(keys)
        assert screen.end() == 0
    by_hand = saved.read_text().partition(" ")[0]
    from_file = program(*NEW, "--answers", str(CASES / "alder/r1.toml"), now=NOW).last[:6]

    assert _told(program, by_hand) == _asked(_told(program, from_file))


def test_no_question_asks_for_what_is_left_out_of_it() -> None:
    """Whoever adds one takes it off the list, and types it."""
    questions = question_set(None, "care-plan").questions
    asked = {one.path for one in questions}
    asked |= {f"{one.to}.{column.id}" for one in questions for column in one.columns}

    assert asked & set(UNASKED) == set()


def _steps() -> list[tuple[str, str]]:
    """What is waited for on the screen, each time with the keys that are then pressed."""
    steps: list[tuple[str, str]] = []
    for line in (CASES / "alder/r1.keys").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            shown, keys = steps.pop()
            pressed = "".join(KEYS.get(key, key) for key in line.removeprefix("    "))
            steps.append((shown, keys + pressed))
        elif line and not line.startswith("#"):
            steps.append((line, ""))
    return steps


def _told(program: Program, record_id: str) -> dict[str, Any]:
    """A record without the ids that the program gave."""
    text = program("show", record_id, "--toml").out
    told = seed(decode(text, name="r1.toml"))
    del told["id"]
    return {name: _without(value, "id") for name, value in told.items()}


def _asked(told: dict[str, Any]) -> dict[str, Any]:
    found = told
    for path in UNASKED:
        name, _, field = path.partition(".")
        found = {**found, name: _without(found[name], field)}
    return found


def _without(value: Any, field: str) -> Any:
    if isinstance(value, list):
        return [_without(one, field) for one in value]
    if isinstance(value, dict):
        return {key: one for key, one in value.items() if key != field}
    return value
