"""A question set tried out: asked like ``new``, and nothing kept."""

import subprocess
from pathlib import Path

import pytest

from program import Program, run

OURS = """\
format = 1
name = "ours"
version = 1
title = "Our panel"

[[section]]
id = "ours"
title = "Ours"

[[question]]
id = "o.ask"
text = "What are we deciding?"
kind = "prose"
section = "ours"
to = "question.statement"
quick = true

[[question]]
id = "o.known"
text = "What do we know?"
kind = "rows"
section = "ours"
to = "known"

[[question.column]]
id = "text"
text = "What is it?"
kind = "line"
needed = true

[[question]]
id = "o.sort"
text = "What sort is it?"
kind = "choice"
choices = ["new", "old"]
section = "ours"
quick = true
"""

TYPED = "Stay?\n.\nnew\nchair@panel\nsave\n"


def _written(program: Program, name: str, text: str) -> None:
    folder = program.folder / "questions"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_a_set_is_tried_out_anywhere_and_the_answers_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(OURS, encoding="utf-8")

    tried = run("questions", "preview", str(path), stdin=TYPED)

    assert tried.status == 0
    assert tried.out == (
        '[by]\nrecorder = { role = "chair", agency = "panel" }\n'
        '\n[question]\nstatement = "Stay?"\n'
        '\n[answers]\n"o.sort" = "new"\n'
    )
    assert tried.err.startswith(
        "This tries the questions of Our panel out. Nothing that you type is kept or saved.\n"
        "Type ? for help with a question, :help for what else can be typed.\n"
        "Enter alone goes on.\n"
        "\n"
        "Question 1 of 3 · Ours\n"
        "What are we deciding?\n"
    )
    assert tried.err.endswith(
        "Save now?\n"
        "  1  save: see the answers as they would have been recorded\n"
        "  2  back: to the last question; back 4: to question 4\n"
        "  3  draft: the same\n"
        "  4  discard: see nothing (asked twice)\n"
        "> save\n"
        "Nothing was saved. These are the answers as they would have been recorded:\n"
    )


def test_nothing_of_it_is_kept(program: Program) -> None:
    """Not as a draft, not as a file, not as a commit."""
    _written(program, "ours", OURS)
    git = ("git", "-C", str(program.folder))
    before = [str(path) for path in sorted(program.folder.rglob("*"))]
    head = subprocess.check_output([*git, "rev-parse", "HEAD"])

    tried = program("questions", "preview", "ours", "--full", stdin=TYPED)

    assert tried.status == 0
    assert [str(path) for path in sorted(program.folder.rglob("*"))] == before
    assert subprocess.check_output([*git, "rev-parse", "HEAD"]) == head
    assert program("drafts").out == ""


def test_a_team_s_own_set_is_tried_as_it_is_written_now(program: Program) -> None:
    _written(program, "ours", OURS.replace("What are we deciding?", "What is to be done?"))

    tried = program("questions", "preview", "ours", stdin="\n")

    assert "\nWhat is to be done?\n" in tried.err
    assert "Who is writing this down?" not in tried.err


def test_the_full_preview_asks_what_the_quick_one_leaves_out(program: Program) -> None:
    _written(program, "ours", OURS)

    quick, full = (
        program("questions", "preview", "ours", *more, stdin=":list\n")
        for more in ((), ("--full",))
    )

    assert ("What do we know?" in quick.err, "What do we know?" in full.err) == (False, True)


@pytest.mark.parametrize("typed", [TYPED, "Stay?\n.\n:unknown\n:end\nsave\n", "Stay?\n.\n:stop\n"])
def test_what_is_shown_is_what_new_takes(program: Program, typed: str) -> None:
    _written(program, "ours", OURS)
    program("questions", "keep", "ours")

    tried = program("questions", "preview", "ours", stdin=typed)
    saved = program("new", "--question-set", "ours", "--answers", "-", stdin=tried.out)

    assert (tried.status, saved.status) == (0, 0)
    assert "“Stay?”" in program("show", saved.last[:6]).out


def test_a_preview_can_be_broken_off_or_thrown_away(program: Program) -> None:
    _written(program, "ours", OURS)

    stopped = program("questions", "preview", "ours", stdin="Stay?\n.\n")
    discarded = program("questions", "preview", "ours", stdin=":end\ndiscard\ndiscard\n")

    assert (stopped.status, stopped.out) == (0, '[question]\nstatement = "Stay?"\n')
    assert (discarded.status, discarded.out) == (0, "")
    assert discarded.err.endswith("> discard\nNothing was saved.\n")


def test_a_translation_is_tried_as_it_is_written_now(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    _written(program, "ours", OURS)
    _written(program, "ours.zz", '[question."o.sort".choice]\nnew = "nova"\n')
    _written(program, "interview.zz", '[preview]\nnothing = "Nil."\n')
    monkeypatch.setenv("RATIONALE_LANGUAGE", "zz")

    tried = program("questions", "preview", "ours", stdin=":go 2\nnova\n:stop\n")
    left = program("questions", "preview", "ours", stdin=":stop\n")

    assert "\n  1  nova\n  2  old\n" in tried.err
    assert "\nTaken: nova\n" in tried.err
    assert tried.out == '[answers]\n"o.sort" = "new"\n'
    assert left.err.endswith("\nNil.\n")


def test_nobody_there_is_told(program: Program) -> None:
    _written(program, "ours", OURS)

    tried = program("questions", "preview", "ours")

    assert (tried.status, tried.out) == (1, "")
    assert tried.err == (
        "error: there is nobody to ask: standard input is not a terminal\n"
        "hint: Run it at a terminal, or give it a file with a line for each answer.\n"
    )


def test_a_set_with_a_fault_is_told_before_anything_is_asked(program: Program) -> None:
    _written(program, "ours", OURS.replace('"choice"', '"choise"'))

    tried = program("questions", "preview", "ours", stdin="\n")

    assert tried.status == 1
    assert 'questions/ours.toml:34:8: kind is "choise", not one of line,' in tried.err
