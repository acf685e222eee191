"""A record as a form in an editor: what is changed is saved, and what is typed is not lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from program import Outcome, Program
from scripted_editor import ScriptedEditor

WHY = ('\nbecause = ""', '\nbecause = "New facts."')
TITLE = ('title = "Stay with the foster carers"', 'title = "Stay until June"')


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ScriptedEditor:
    found = ScriptedEditor(tmp_path / "editor")
    monkeypatch.setenv("GIT_EDITOR", found.command)
    return found


def _texts(program: Program) -> list[str]:
    """Names of the texts that are kept, and of those that an editor left."""
    folder = program.folder / ".git" / "rationale"
    drafts = folder / "drafts"
    kept = sorted(path.name for path in drafts.iterdir()) if drafts.is_dir() else []
    return [*kept, *(path.name for path in folder.glob("edit-*"))]


def _shown(program: Program, record: str) -> str:
    return program("show", record, "--toml").out


def test_a_new_form_makes_a_first_revision(program: Program, editor: ScriptedEditor) -> None:
    editor.does(
        [
            ('#question.statement = ""', 'question.statement = """\nOvernight from Monday?\n"""'),
            ("#time.next_hearing = YYYY-MM-DD", "time.next_hearing = 2026-03-27"),
            ('#none = [""]', 'none = ["dissent"]'),
            (
                '#[[risk]]\n#harm = "neglect"\n#status = ""',
                '[[risk]]\nharm = "neglect"\nstatus = "unknown"',
            ),
        ]
    )

    done = program("new", "--edit", "--question-set", "care-plan", now="2026-03-02T09:00")

    assert (done.status, done.last[6:]) == (0, " r1")
    assert "Saved." in done.err
    found = _shown(program, done.last[:6])
    assert found.partition("question_set")[2] == (
        ' = "care-plan/1"\nnone = ["dissent"]\n\n'
        "[time]\ndecided_at = 2026-03-02T09:00:00+00:00\nrecorded_at = 2026-03-02T09:00:00+00:00\n"
        'next_hearing = 2026-03-27\nclock = "given"\n\n'
        '[by]\nrecorder = { role = "lead social worker", agency = "children\'s social care" }\n\n'
        '[question]\nstatement = "Overnight from Monday?"\n\n'
        '[[risk]]\nid = "R1"\nharm = "neglect"\nstatus = "unknown"\n'
    )
    assert _texts(program) == []


def test_one_change_is_one_change(program: Program, record: str, editor: ScriptedEditor) -> None:
    editor.does([TITLE, WHY])

    done = program("amend", record, "--edit", now="2026-03-03T09:00")

    assert (done.status, done.last) == (0, f"{record} r2")
    assert program("diff", record).out == (
        f"{record}: from r1 to r2\n\n"
        "Who changed it, and why\n"
        "  r2  Amended 3 March 2026, 09:00, by lead social worker, children's social care\n"
        "      because   New facts.\n\n"
        "The record\n  Title: “Stay with the foster carers” → “Stay until June”\n"
    )
    assert _texts(program) == []


def test_the_form_shows_the_record_and_asks_for_the_reason_last(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    program("amend", record, "--edit", "--because", "It is summer.")

    (form,) = editor.seen
    assert form.startswith(f"# {record} as it stands at revision 1.")
    assert '\n[[option]]\nid = "A"\ntitle = "Stay"\n#realistic = true/false\n' in form
    assert form.endswith("\n[change]\n" + form.partition("\n[change]\n")[2])
    assert form.splitlines()[-1] == 'because = "It is summer."'
    assert "revision = " not in form
    assert "recorded_at" not in form
    assert max(len(line) for line in form.splitlines() if line.startswith("#")) <= 78


def test_what_is_deleted_in_the_form_is_taken_out_of_the_record(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    editor.does(
        [
            ('status = "decided"', '#status = "decided"'),
            ('[[option]]\nid = "B"\ntitle = "Move"\n', ""),
            WHY,
        ]
    )

    program("amend", record, "--edit", now="2026-03-03T09:00")

    assert program("diff", record).out == (
        f"{record}: from r1 to r2\n\n"
        "Who changed it, and why\n"
        "  r2  Amended 3 March 2026, 09:00, by lead social worker, children's social care\n"
        "      because   New facts.\n\n"
        "The decision\n  Status: taken away, was decided\n\n"
        "Options\n  Taken away: option B (Move)\n"
    )


def test_a_new_entry_gets_an_id_that_nothing_had_before(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    gone = program(
        "amend", record, "--because", "New", "--answers", "-", stdin='[remove]\noption = ["B"]\n'
    )
    assert gone.status == 0
    editor.does([("#[[option]]", '[[option]]\ntitle = "Both"\n#'), WHY])

    program("amend", record, "--edit")

    assert '\n[[option]]\nid = "C"\ntitle = "Both"\n' in _shown(program, record)


def test_a_list_that_was_said_to_be_empty_can_be_filled(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    program("amend", record, "--because", "New", "--answers", "-", stdin="dissent = []\n")
    editor.does([("#[[dissent]]", '[[dissent]]\nrole = "nurse"\n#'), WHY])

    program("amend", record, "--edit")

    (form,) = editor.seen
    assert 'none = ["dissent"]\n' in form
    found = _shown(program, record)
    assert ('\n[[dissent]]\nid = "X1"\nrole = "nurse"\n' in found, "none" in found) == (True, False)


def test_every_fault_is_told_above_its_line_and_the_form_opened_again(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    editor.does(
        [
            ('status = "decided"', 'status = "decied"'),
            ('id = "B"', 'id = "B"\nprize = 3'),
            WHY,
        ],
        [('status = "decied"', 'status = "on-hold"'), ("prize = 3", "# ! my own remark")],
    )

    done = program("amend", record, "--edit", now="2026-03-03T09:00")

    assert (done.status, done.last) == (0, f"{record} r2")
    assert done.err.startswith("The form has two faults, and is opened again.\n")
    first, second = editor.seen
    assert [line for line in second.splitlines() if line.startswith("# !")] == [
        '# ! 2 faults; each is told above its line, behind "# !". Mend what is told,',
        "# ! save and close. To stop, close without a change: what you wrote is kept.",
        '# ! status is "decied", not one of proposed, decided, directed, in-effect,',
        '# ! on-hold, superseded, reversed, closed; did you mean "decided"?',
        '# ! unknown key "prize"',
    ]
    assert '; did you mean "decided"?\nstatus = "decied"\n' in second
    assert '\n# ! unknown key "prize"\nprize = 3\n' in second
    assert "# !" not in first


def test_faults_of_the_round_before_are_gone(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    editor.does(
        [('status = "decided"', "status = decided"), WHY],
        [("status = decided", 'status = "decied"')],
        [('status = "decied"', 'status = "on-hold"')],
    )

    program("amend", record, "--edit")

    told = [[line for line in form.splitlines() if "# !" in line][2:] for form in editor.seen]
    assert told == [
        [],
        ['# ! "decided" is no value; a text stands in quotation marks: "…"'],
        [
            '# ! status is "decied", not one of proposed, decided, directed, in-effect,',
            '# ! on-hold, superseded, reversed, closed; did you mean "decided"?',
        ],
    ]


def test_a_fault_inside_a_text_of_several_lines_is_told_above_the_text(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    """A comment inside it would become a part of what somebody wrote."""
    text = 'title = """\nStay\nuntil \\June"""\n'
    editor.does([(TITLE[0] + "\n", text), WHY], [(text, 'title = "Stay until June"\n')])

    program("amend", record, "--edit")

    assert f"\n# ! a backslash inside a text is written twice: \\\\\n{text}" in editor.seen[1]
    assert 'title = "Stay until June"\n' in _shown(program, record)


def test_a_form_left_with_its_faults_is_kept_and_gone_on_with(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    editor.does([('status = "decided"', 'status = "decied"'), TITLE, WHY])

    left = program("amend", record, "--edit", now="2026-03-03T09:00")

    fault = (
        'status is "decied", not one of proposed, decided, directed, in-effect, on-hold, '
        'superseded, reversed, closed; did you mean "decided"?'
    )
    line = editor.seen[0].split("\n").index('status = "decided"') + 1
    assert left == Outcome(
        1,
        "",
        "The form has one fault, and is opened again.\n"
        "error: the form was left with one fault, so nothing is saved\n"
        f"  the form:{line}:10: {fault}\n"
        f"hint: What you wrote is kept in the draft '{record}.amend'. Open it again with "
        f"'rationale resume {record}.amend', or throw it away with 'rationale drafts --delete "
        f"{record}.amend'.\n",
    )
    assert _texts(program) == [f"{record}.amend"]
    assert program("drafts").out.startswith(f"{record}.amend\tamend\t")

    editor.does([('status = "decied"', 'status = "on-hold"')])
    done = program("resume", f"{record}.amend", now="2026-03-04T09:00")

    assert (done.last, _texts(program)) == (f"{record} r2", [])
    assert "\n# ! status is" in editor.seen[0]
    assert 'status = "on-hold"\ntitle = "Stay until June"\n' in _shown(program, record)


def test_a_program_that_edits_and_mends_nothing_is_not_asked_for_ever(
    program: Program, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = 'grep -q "^prize" "$1" || echo "prize = 3" >> "$1"; echo "# again" >> "$1"'
    monkeypatch.setenv("GIT_EDITOR", f"f() {{ {again}; }}; f")

    left = program("amend", record, "--edit")

    assert left.err.startswith(
        "The form has one fault, and is opened again.\n"
        "error: the form was left with one fault, so nothing is saved\n"
    )


def test_a_second_form_of_the_same_is_not_begun_beside_one_that_is_kept(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    editor.does([('status = "decided"', 'status = "decied"')])
    program("amend", record, "--edit")

    again = program("amend", record, "--edit")

    assert again.status == 1
    assert again.err.startswith(f"error: the draft '{record}.amend' is not finished yet\n")


@pytest.mark.parametrize("text", ["", "\n \n", "# Only a remark.\n", "[reason]\n"])
def test_a_form_in_which_nothing_is_left_stops(
    program: Program, record: str, editor: ScriptedEditor, text: str
) -> None:
    for verb in (("new",), ("amend", record)):
        editor.does(text)
        assert program(*verb, "--edit") == Outcome(
            1, "", "Nothing is left in the form, so nothing is saved.\n"
        )
    assert _texts(program) == []


def test_a_form_left_as_it_was_stops(program: Program, record: str, editor: ScriptedEditor) -> None:
    remark = ("[change]", "# A remark is no change.\n[change]")
    for verb, step in (("amend", []), ("reassess", []), ("amend", [remark])):
        editor.does(step)
        said = program(verb, record, "--edit", "--because", "I looked.")
        assert said == Outcome(1, "", "Nothing was changed, so nothing is saved.\n")
    assert (program("new", "--edit", "--from", record).status, _texts(program)) == (1, [])


TOLD = {
    "no reason": (TITLE, "# ! 'amend' needs a reason, and none was given\nbecause = \"\"\n"),
    "an id that looks like another": (
        ('id = "B"', 'id = "a"'),
        (
            "# ! the id 'a' in the list 'option' is 'A' but for upper and lower case. Write\n"
            "# ! 'A' if that item is meant; for a new one, leave the id out.\nid = \"a\"\n"
        ),
    ),
    "a revision that is not there": (
        ("[change]", "[change]\nfrom = 7"),
        "# ! change.from is '7', and there is no such revision\nfrom = 7\n",
    ),
    "a format to come": (
        ("# -- What is being decided", "format = 2\n#"),
        "# ! 'the form' has format 2, and this version reads up to format 1\nformat = 2\n",
    ),
    "a table that stands twice": (
        ("[change]", "[by]\n[by]\n[change]"),
        '# ! "[by]" stands twice; put what is below it under the first one\n[by]\n[change]\n',
    ),
}


@pytest.mark.parametrize("told", TOLD.values(), ids=TOLD)
def test_what_only_the_record_can_tell_is_told_in_the_form_too(
    program: Program, record: str, editor: ScriptedEditor, told: tuple[tuple[str, str], str]
) -> None:
    change, mark = told
    editor.does([change, *([] if change is TITLE else [WHY])])

    assert program("amend", record, "--edit").status == 1

    assert f"\n{mark}" in editor.seen[1]


def test_nobody_says_who_types(program: Program, record: str, editor: ScriptedEditor) -> None:
    config = ("git", "-C", str(program.folder), "config", "--local", "--unset", "rationale.role")
    subprocess.run(config, check=True)
    blank = 'by.recorder = { role = "", agency = "" }'
    editor.does([TITLE, WHY], [(blank, 'by.recorder = { role = "nurse" }')])

    done = program("amend", record, "--edit")

    assert done.last == f"{record} r2"
    assert f"\n# ! nobody says who is recording this\n{blank}\n" in editor.seen[1]
    assert 'recorder = { role = "nurse" }\n' in _shown(program, record)


@pytest.mark.parametrize("verb", ["note", "reassess", "correct"])
def test_every_verb_that_asks_takes_a_form(
    program: Program, record: str, editor: ScriptedEditor, verb: str
) -> None:
    editor.does([TITLE])

    done = program(verb, record, "--edit", "--because", "It was said.")

    assert done.last == f"{record} r2"
    (form,) = editor.seen
    assert '\n[[option]]\nid = "B"\ntitle = "Move"\n' in form
    assert f'kind = "{verb}"\n' in _shown(program, record)


def _meanwhile(program: Program, record: str, editor: ScriptedEditor) -> str:
    """An editor during which a colleague changes the title."""
    answers = program.folder.parent / "colleague.toml"
    answers.write_text('title = "Stay for good"\n')
    amend = f"{sys.executable} -m rationale_cli.cli.app --store {program.folder} amend {record}"
    return (
        f"f() {{ {amend} --because New --answers {answers} > /dev/null 2>&1 && "
        f'{editor.command} "$1"; }}; f'
    )


def test_a_record_that_moved_on_keeps_what_was_written(
    program: Program, record: str, editor: ScriptedEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_EDITOR", _meanwhile(program, record, editor))
    editor.does([TITLE, ('status = "decided"', 'status = "on-hold"'), WHY])

    refused = program("amend", record, "--edit")

    assert refused.err == (
        f"error: '{record}' has moved on: revision 2 was recorded meanwhile\n"
        f"hint: Read what changed with 'rationale diff {record}'. Everything you said is in the "
        f"draft '{record}.amend': 'rationale resume {record}.amend --on-latest' lays it over.\n"
    )
    assert _texts(program) == [f"{record}.amend"]

    done = program("resume", f"{record}.amend", "--on-latest", stdin="yours\n:end\nsave\n")

    assert (done.last, _texts(program)) == (f"{record} r3", [])
    assert 'status = "on-hold"\n' in _shown(program, record)


def test_what_cannot_be_read_yet_is_not_laid_over_the_newest(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    editor.does([('status = "decided"', 'status = "decied"')])
    program("amend", record, "--edit")

    refused = program("resume", f"{record}.amend", "--on-latest")

    assert refused.err.startswith("error: 'the form' has 1 fault\n")
    assert refused.err.endswith(f"hint: Mend it first, with 'rationale resume {record}.amend'.\n")
    assert _texts(program) == [f"{record}.amend"]


def test_a_refused_final_keeps_what_was_written(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    editor.does([TITLE, WHY])

    refused = program("amend", record, "--edit", "--final")

    assert refused.status == 1
    assert refused.err.startswith("error: not final yet: ")
    assert f"Everything you said is in the draft '{record}.amend'." in refused.err
    assert _texts(program) == [f"{record}.amend"]

    editor.does()
    done = program("resume", f"{record}.amend")

    assert (done.last, _texts(program)) == (f"{record} r2", [])
    assert TITLE[1] in editor.seen[0]


def test_a_form_that_cannot_be_kept_stays_in_the_file_of_the_editor(
    program: Program, record: str, editor: ScriptedEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = program.folder / ".git" / "rationale" / "drafts"
    no_folder = f'f() {{ : > {drafts}; {editor.command} "$1"; }}; f'
    monkeypatch.setenv("GIT_EDITOR", no_folder)
    editor.does([TITLE, WHY])

    refused = program("amend", record, "--edit")

    (form,) = (program.folder / ".git" / "rationale").glob("edit-*/decision.toml")
    assert refused.status == 1
    assert f"\n  what you wrote stands in {form}\n" in refused.err
    assert TITLE[1] in form.read_text()


def test_what_was_begun_meanwhile_is_not_written_over(
    program: Program, record: str, editor: ScriptedEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = program.folder / ".git" / "rationale" / "drafts" / f"{record}.amend"
    first = f'f() {{ mkdir -p {other.parent}; echo other > {other}; {editor.command} "$1"; }}; f'
    monkeypatch.setenv("GIT_EDITOR", first)
    editor.does([TITLE, WHY])

    refused = program("amend", record, "--edit")

    (form,) = (program.folder / ".git" / "rationale").glob("edit-*/decision.toml")
    assert refused.err.startswith(f"error: the draft '{record}.amend' is not finished yet\n")
    assert f"\n  what you wrote stands in {form}\n" in refused.err
    assert (other.read_text(), TITLE[1] in form.read_text()) == ("other\n", True)


def test_a_kind_that_does_not_go_is_told_before_anybody_types(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    wrong = program("amend", record, "--edit", "--kind", "note")

    assert wrong.err.startswith("error: --kind is 'note', which does not go with 'amend'\n")
    assert (wrong.status, editor.seen) == (2, [])


def test_only_the_user_can_read_the_file_while_it_is_open(
    program: Program, record: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    monkeypatch.setenv("GIT_EDITOR", f'f() {{ stat -c "%a %n" "$1" "${{1%/*}}" > {seen}; }}; f')

    program("amend", record, "--edit")

    file, folder = (line.split() for line in seen.read_text().splitlines())
    assert (file[0], folder[0]) == ("600", "700")
    assert file[1].endswith("/decision.toml")
    assert _texts(program) == []


def test_an_editor_that_fails_keeps_what_was_written(
    program: Program, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_EDITOR", "false")
    untouched = program("amend", record, "--edit")
    assert (untouched.status, _texts(program)) == (1, [])

    monkeypatch.setenv("GIT_EDITOR", 'f() { echo "# more" >> "$1"; return 1; }; f')
    program("amend", record, "--edit")
    (text,) = _texts(program)
    assert program("drafts", "--delete", text).err == f"Deleted the text {text}.\n"


def test_an_editor_that_fails_later_takes_nothing_back(
    program: Program,
    record: str,
    editor: ScriptedEditor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    once = f'f() {{ grep -q "# !" "$1" && return 1; {editor.command} "$1"; }}; f'
    monkeypatch.setenv("GIT_EDITOR", once)
    editor.does([('status = "decided"', 'status = "decied"')])

    broken = program("amend", record, "--edit")

    assert broken.status == 1
    assert f"What you wrote is kept in the draft '{record}.amend'." in broken.err
    assert _texts(program) == [f"{record}.amend"]


def test_line_ends_of_other_systems_do_no_harm(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    lines = ('reason.weight = """', "Kin", 'first."""', "[change]", 'because = "New facts."', "")
    editor.does("\ufeff" + "\r\n".join(lines))

    program("amend", record, "--edit")

    assert _shown(program, record).endswith('[change]\nfrom = 1\nbecause = "New facts."\n')
    assert '\n[reason]\nweight = """\nKin\nfirst.\n"""\n' in _shown(program, record)


def test_a_file_and_an_editor_together_are_wrong_usage(
    program: Program, record: str, editor: ScriptedEditor
) -> None:
    told = Outcome(
        2,
        "",
        "error: --edit and --answers cannot be used together\n"
        "hint: --answers takes a file as it is; --edit opens a form in your editor.\n",
    )
    assert program("amend", record, "--edit", "--answers", "-") == told
    assert program("new", "--edit", "--answers", "-") == told
    assert editor.seen == []


def test_without_a_terminal_only_an_editor_of_the_user_s_own_is_opened(
    program: Program, record: str
) -> None:
    for verb in (("new",), ("amend", record)):
        assert program(*verb, "--edit") == Outcome(
            1,
            "",
            "error: there is nobody to edit: standard input is not a terminal\n"
            "hint: Give the answers in a file with --answers FILE, or set GIT_EDITOR to a program "
            "that edits by itself.\n",
        )


def test_the_editor_of_git_s_settings_is_one_of_the_user_s_own(
    program: Program, record: str, tmp_path: Path
) -> None:
    editor = ScriptedEditor(tmp_path / "editor")
    config = ("git", "-C", str(program.folder), "config", "--local", "core.editor", editor.command)
    subprocess.run(config, check=True)
    editor.does([TITLE, WHY])

    assert program("amend", record, "--edit").last == f"{record} r2"
