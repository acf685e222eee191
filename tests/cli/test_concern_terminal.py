"""Raising a concern, and taking its steps, by somebody at a terminal."""

import json
from pathlib import Path
from typing import Any

import pytest

from program import Program
from terminal import Size, Terminal

NOW = "2026-03-26T11:55+00:00"
STOPPED = 130


def _at(program: Program, *arguments: str, now: str = NOW, **more: Any) -> Terminal:
    return Terminal("--store", str(program.folder), "--now", now, "concern", *arguments, **more)


def _shown(program: Program, concern: str) -> Any:
    return json.loads(program("concern", "show", concern, "--json", now=NOW).out)["concern"]


def _drafts(program: Program) -> list[Path]:
    return list((program.folder / ".git/rationale/drafts").glob("[!.]*"))


def _raise(screen: Terminal) -> None:
    screen.until("Is anybody in immediate danger?")
    screen.type("no\n")
    screen.until("Who raises it?")
    screen.type("She does not know him.\n")
    screen.until("names no role and agency")
    screen.type("health visitor, health\n")
    screen.until("When did they raise it?")
    screen.type("26 March 2026 11:05\n")
    screen.until("What is the concern?")
    screen.type("The partner is unknown.\n")


@pytest.fixture
def concern(program: Program, record: str, tmp_path: Path) -> str:
    """A concern that somebody raised at a terminal."""
    saved = tmp_path / "saved"
    with _at(program, "raise", record, out=saved) as screen:
        _raise(screen)
        screen.until("If they are right")
        screen.type("A baby could be hurt.\n")
        screen.until("What do they ask for?", "1:")
        screen.type("Wait for the checks.\nNo sole care.\n\n")
        screen.until("On what do both sides agree?")
        screen.type("\n")
        screen.until("Where do they differ?")
        screen.type("\n")
        # The clocks are laid side by side before one is chosen.
        screen.until("At the standard pace the steps end on 23 April 2026.")
        screen.until("Which clock fits")
        screen.type("sometimes\n")
        screen.until("none of them")
        screen.type("st\n")
        screen.until("What makes that clock the right one?")
        screen.type("Visits make it safe.\n")
        screen.until("Save it (yes/no)")
        screen.type("yes\n")
        assert screen.end() == 0
    return saved.read_text(encoding="utf-8")[:6]


def test_what_was_answered_is_what_is_recorded(program: Program, concern: str) -> None:
    found = _shown(program, concern)
    assert found["immediate_danger"] is False
    assert found["raised_by"] == {"role": "health visitor", "agency": "health"}
    assert found["raised_at"] == "2026-03-26T11:05:00+00:00"
    assert found["asks"] == ["Wait for the checks.", "No sole care."]
    assert found["clock"] == {"choice": "standard", "reason": "Visits make it safe."}
    assert "agreed" not in found
    assert _drafts(program) == []


def test_danger_is_answered_at_once_and_the_concern_goes_on_beside_it(
    program: Program, record: str
) -> None:
    with _at(program, "raise", record) as screen:
        screen.until("Is anybody in immediate danger?")
        screen.type("yes\n")
        screen.until("Use the safeguarding route now.", "Who raises it?")


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_what_was_typed_is_kept_when_somebody_stops_and_can_be_taken_up(
    program: Program, record: str, key: str
) -> None:
    with _at(program, "raise", record) as screen:
        _raise(screen)
        screen.until("If they are right")
        if key == "\x03":
            screen.type(key)
        else:
            for _ in range(40):
                screen.type(key)
        assert screen.end() == (STOPPED if key == "\x03" else 1)
        screen.until("nothing was saved", "what you typed is kept in")
        assert ("\nStopped" if key == "\x03" else "\nerror: nothing was saved") in screen.seen
    (draft,) = _drafts(program)
    assert "that were not saved" in program("drafts").out + program("drafts").err
    with Terminal("--store", str(program.folder), "drafts") as screen:
        screen.until(f"Give it again with --answers .git/rationale/drafts/{draft.name}")
        assert screen.end() == 0
        assert "rationale resume" not in screen.seen
    raised = program("concern", "raise", record, "--answers", str(draft), now=NOW)
    assert raised.status == 0, raised.err
    assert _shown(program, raised.last[:6])["statement"] == "The partner is unknown."


STEPS = (
    (
        "advance",
        NOW,
        (
            ("Who acted in stage 1?", "both practitioners\n"),
            ("How:", "phone\n"),
            ("What came of it", "Not agreed.\n"),
            ("When did that stage end", "yesterday week\n"),
            ("error:", ""),
            ("When did that stage end", "26 March 2026\n"),
            ("On what do both sides agree now?", "\n"),
            ("Where do they still differ?", "\n"),
        ),
    ),
    (
        "pause",
        NOW,
        (
            ("Why does it pause", "Leave.\n"),
            ("Who agreed to it", "health visitor@health\n\n"),
            ("When does it go on", "30 March 2026\n"),
            ("What keeps people safe meanwhile?", "Visits.\n\n"),
        ),
    ),
    (
        "restart",
        "2026-03-30T09:00+01:00",
        (("Which clock fits now", "urgent\n"), ("When does it go on", "\n")),
    ),
    ("parallel", NOW, (("Which route", "complaint\n\n\n"),)),
    (
        "close",
        NOW,
        (
            ("How did it end", "overtaken\n"),
            ("With what result", "not upheld\nThe plan changed.\nAsk sooner.\n\n"),
        ),
    ),
)


def test_every_step_asks_for_what_it_needs(program: Program, concern: str) -> None:
    for verb, now, answers in STEPS:
        with _at(program, verb, concern, now=now) as screen:
            for question, keys in (*answers, ("Save it", "y\n")):
                screen.until(question)
                screen.type(keys)
            assert screen.end() == 0
    found = _shown(program, concern)
    assert (found["stage"][0]["closed"], found["stage"][0]["method"]) == ("2026-03-26", "phone")
    assert found["pause"][0]["interim_measures"] == ["Visits."]
    assert found["pause"][0]["new_due"] == "2026-03-31"
    assert found["parallel"][0]["route"] == "complaint"
    assert (found["status"], found["close"]["learning"]) == ("overtaken", ["Ask sooner."])


def test_the_list_survives_a_narrow_window(program: Program, concern: str) -> None:
    from terminal import Size

    with _at(program, "list", size=Size(24, 60)) as screen:
        screen.until(f"{concern} r1", "Due 27 March 2026.")
        assert screen.end() == 0
        assert max(len(line) for line in screen.seen.splitlines()) <= 60
    with _at(program, "show", concern, size=Size(24, 60)) as screen:
        screen.until("=1===2", "Each = is a day")
        assert screen.end() == 0
        assert max(len(line) for line in screen.seen.splitlines()) <= 60


def test_a_folder_without_concerns_says_how_to_raise_one(program: Program, record: str) -> None:
    _ = record
    with _at(program, "list") as screen:
        screen.until("No concerns.")
        assert screen.end() == 0


def test_a_question_is_broken_between_words(program: Program, record: str) -> None:
    with _at(program, "raise", record, size=Size(24, 30)) as screen:
        screen.until("Is anybody in immediate\n  danger? (yes/no): ")
        screen.type("no\n")
        screen.until("Who raises it? (Enter: me): ")
