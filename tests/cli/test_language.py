"""The interview in other languages, from the file that somebody fills in to the saved record."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from brackets import bracketed, english
from program import Program
from rationale_cli.codec import shipped
from rationale_cli.services import question_sets
from scripted_editor import ScriptedEditor

GENERAL = question_sets.question_set(None, "general").questions
LETTERS = {"person": "P1", "option": "A", "known": "K1"}
FILES = ("words", "harms", "interview", "general", "risk-update")
LINES = """\
:go {n}
?
:bogus
:skip
:go
:go 99
:go g.asks
:clear
:restore
:unknown
:go {n}
zz
:back
.
:go {n}
99
.
:go {n}
n
:go {n}
:clear
:restore
:skip zz
"""
"""Typed at every question: help, what cannot be done, what cannot be taken, and an answer."""

LIST = """\
:go {n}
none
:go {n}
re
add
zz
.
zz
.
1
:end
:go {n}
show
show {id}
change {id} zz
remove {id}
restore {id}
restore zz
none
:go {n}
"""
"""Typed at every list."""

REST = """\
:go g.title
{long}
:go g.decided
1 January 2026
:go g.decided
friday
Thu 27 Mar
31/2/2026
29 February
25:00
29 March 2026 01:30
25 October 2026 01:30
2026-01-01T10:00+25:00
1026-03-26
:end
zz
discard
back
:end
:list
:help
draft
"""
"""Typed once: what cannot be read as a day, and the end of it all."""


@pytest.fixture
def bracket_folder(program: Program, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A folder in which every text is translated into brackets, and somebody asked in it."""
    for name in FILES:
        begun = program("questions", "translate", name, "xx")
        assert begun.status == 0, begun.err
        path = program.folder / "questions" / f"{name}.xx.toml"
        path.write_text(bracketed(path.read_text(encoding="utf-8")), encoding="utf-8")
        kept = program("questions", "keep", f"{name}.xx")
        assert kept.status == 0, kept.err
    monkeypatch.setenv("RATIONALE_LANGUAGE", "xx")
    return program


def _in_english(shown: str) -> set[str]:
    """Words of ours that a screen shows in English; ids and what was typed are none."""
    columns = {one.id for of in GENERAL for one in of.columns}
    return set(re.findall(r"[A-Za-z_]{2,}", english(shown))) - columns - {"zz"}


def test_every_text_of_a_whole_interview_comes_from_the_language(bracket_folder: Program) -> None:
    """Whatever is typed at whatever question, nothing is said in English."""
    numbered = list(enumerate(GENERAL, 1))
    lists = [(number, LETTERS.get(one.to, "X1")) for number, one in numbered if one.kind == "rows"]
    typed = (
        "zz\n.\n",
        *(LINES.format(n=number) for number, _ in numbered),
        *(LIST.format(n=number, id=item) for number, item in lists),
        REST.format(long="zz" * 80),
    )

    stopped = bracket_folder("new", "--full", now="2026-03-26T11:50", stdin="".join(typed))

    assert stopped.status == 130
    assert _in_english(stopped.err) == set()


def test_what_is_said_at_the_end_comes_from_the_language(bracket_folder: Program) -> None:
    saved = bracket_folder("new", now="2026-03-26T11:50", stdin="zz\n.\n:end\nsave\n")
    amended = bracket_folder(
        "reassess",
        saved.last[:6],
        now="2026-03-27T11:50",
        stdin="\n:end\nsave\nzz\n.\n:end\nsave\n",
    )

    assert (saved.status, amended.status) == (0, 0)
    assert _in_english(saved.err + amended.err) == set()
    assert "⟦Saved. " in saved.err


def test_what_is_said_in_a_preview_comes_from_the_language(bracket_folder: Program) -> None:
    tried = bracket_folder(
        "questions", "preview", "general", stdin="zz\n.\n:help\n:end\ndiscard\nsave\n"
    )

    assert tried.out == '[question]\nstatement = "zz"\n'
    assert _in_english(tried.err) == set()


def test_the_comments_of_a_form_come_from_the_language(
    bracket_folder: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but codes and keys, which are the same in every language."""
    editor = ScriptedEditor(tmp_path / "editor")
    monkeypatch.setenv("GIT_EDITOR", editor.command)
    codes = {harm.code for harm in shipped.harms()}
    for question in GENERAL:
        codes.update(question.choices, *(column.choices for column in question.columns))

    bracket_folder("new", "--edit")

    comments = "\n".join(re.findall(r"(?m)^# .*", editor.seen[0]))
    said = _in_english(comments) - {word for code in codes for word in re.split(r"\W", code)}
    assert (said, "# ⟦A new decision. " in comments) == (set(), True)


SMALL = """\
[plain]
greeting = "Tipa ?."

[language]
broken = "Ne tota de {name}: {name}."
"""


def _kept(program: Program, name: str, text: str) -> None:
    path = program.folder / "questions" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    kept = program("questions", "keep", name)
    assert kept.status == 0, kept.err


def _committed(program: Program, name: str, text: str) -> None:
    """Commit a text as it is: what git takes, the program must be able to read."""
    path = program.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    for command in (("add", "."), ("commit", "-qm", "by hand")):
        subprocess.run(("git", *command), cwd=program.folder, check=True)


def test_a_folder_is_asked_in_its_language(program: Program) -> None:
    _kept(program, "interview.zz", SMALL)
    settings = (program.folder / "rationale.toml").read_text(encoding="utf-8")
    _committed(program, "rationale.toml", settings.replace('"en"', '"zz"'))

    asked = program("new", stdin="\n")

    assert asked.err.splitlines()[:2] == [
        "Tipa ?.",
        "Enter alone goes on. Every answer is kept at once.",
    ]


def test_a_person_can_be_asked_in_another_language_than_the_team(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(program, "interview.zz", SMALL)
    monkeypatch.setenv("RATIONALE_LANGUAGE", "zz")

    assert program("new", stdin="\n").err.startswith("Tipa ?.\n")


def test_a_team_can_choose_its_own_english(program: Program) -> None:
    _kept(program, "general.en", '[question."g.ask"]\ntext = "What are we settling?"\n')

    assert "\nWhat are we settling?\n" in program("new", stdin="\n").err


@pytest.mark.parametrize("language", ["yy", "Cymraeg", "../../zz"])
def test_a_language_without_texts_is_said_once(
    program: Program, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("RATIONALE_LANGUAGE", language)

    asked = program("new", stdin="\n")

    assert asked.err.splitlines()[:2] == [
        f"Nothing is translated into {language!r} here, so you are asked in English.",
        "Type ? for help with a question, :help for what else can be typed.",
    ]


def test_a_broken_translation_keeps_nobody_from_recording(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told once, in the language as far as it goes, and the record is saved."""
    _kept(program, "interview.zz", SMALL)
    _committed(program, "questions/general.zz.toml", 'title = "unfinished\n')
    monkeypatch.setenv("RATIONALE_LANGUAGE", "zz")

    saved = program("new", stdin="Move?\n.\n:end\nsave\n")

    assert saved.status == 0
    assert saved.err.splitlines()[:2] == ["Ne tota de general.zz: general.zz.", "Tipa ?."]
    assert saved.err.count("general.zz") == 2


def test_a_translation_is_checked_like_a_set(program: Program) -> None:
    _committed(program, "questions/general.zz.toml", '[question."g.aks"]\ntext = "Q"\n')

    by_name, by_file, every = (
        program("questions", "check", *name)
        for name in (
            ("general.zz",),
            (str(program.folder / "questions" / "general.zz.toml"),),
            (),
        )
    )

    fault = ':1:1: there is no question "g.aks"; did you mean "g.ask"?\n'
    assert by_name.err == (
        "error: 'questions/general.zz.toml' has 1 fault\n"
        f"  questions/general.zz.toml{fault}"
        "hint: 'rationale questions translate general zz -o FILE' writes every text that a "
        "translation can hold.\n"
    )
    assert fault in by_file.err
    assert every.err == by_name.err
    assert (by_name.status, by_file.status, every.status) == (1, 1, 1)


def test_a_translation_with_a_fault_is_not_kept(program: Program) -> None:
    path = program.folder / "questions" / "general.zz.toml"
    path.parent.mkdir()
    path.write_text('titel = "T"\n', encoding="utf-8")

    refused = program("questions", "keep", "general.zz")
    path.write_text('title = "T"\n', encoding="utf-8")
    kept = program("questions", "keep", "general.zz")

    assert (refused.status, refused.out) == (1, "")
    assert (kept.status, kept.out) == (0, "general.zz: 1 of 314 texts; no fault.\n")


def test_translations_are_listed_beside_the_sets_and_are_none(program: Program) -> None:
    _kept(program, "general.zz", 'title = "T"\n')

    listed = json.loads(program("questions", "list", "--json").out)

    assert listed["translations"] == [
        {"name": "general", "language": "zz", "source": "questions/general.zz.toml"}
    ]
    assert "general.zz" not in {one["name"] for one in listed["question_sets"]}


def test_a_translation_that_is_there_is_not_touched_and_what_is_new_goes_elsewhere(
    program: Program,
) -> None:
    _kept(program, "words.zz", '[value.month]\n4 = "Ventre"\n')
    elsewhere = program.folder / "new.toml"

    refused = program("questions", "translate", "words", "zz")
    begun = program("questions", "translate", "words", "zz", "-o", str(elsewhere))

    assert (refused.status, begun.status) == (1, 0)
    assert '\n4 = "Ventre"\n# 5 = "May"\n' in elsewhere.read_text(encoding="utf-8")


def test_a_missing_translation_says_how_to_begin_one(program: Program) -> None:
    for verb in ("keep", "check"):
        missing = program("questions", verb, "general.zz")

        assert missing.err == (
            "error: there is no 'questions/general.zz.toml' in the folder\n"
            "hint: Begin one with 'rationale questions translate general zz'.\n"
        )


def test_an_odd_language_in_the_settings_is_told_with_its_line(program: Program) -> None:
    _committed(program, "rationale.toml", 'format = 1\nlanguage = "Welsh"\n')

    refused = program("new", stdin="\n")

    assert refused.status == 1
    assert (
        '  rationale.toml:2:12: language is "Welsh", not a language such as cy or pt-BR\n'
        in refused.err
    )
