"""A team's own kinds of harm in the folder's ``harms/``, and those that its settings name."""

import subprocess

from program import Program

OURS = """\
format = 1
[[harm]]
code = "fire-setting"
name = "setting fires"
ask = "Setting fires: could anybody be hurt by a fire that somebody sets?"
sets = ["general"]
signs = ["matches"]
"""
KNOWN = '[[known]]\ntext = "A box of Matches was found."\n'


def _commit(program: Program, path: str, text: str) -> None:
    place = program.folder / path
    place.parent.mkdir(exist_ok=True)
    place.write_text(text, encoding="utf-8")
    for arguments in (("add", path), ("commit", "--quiet", "--message", "harms")):
        subprocess.run(["git", *arguments], cwd=program.folder, check=True)


def test_a_kind_of_harm_of_the_team_is_due_and_told_by_its_name(
    program: Program, record: str
) -> None:
    _commit(program, "harms/ours.toml", OURS)

    assert "  Not yet looked at: setting fires.\n" in program("check", record).out
    assert "setting fires" in _loud(program, record)
    assert "setting fires" in program("brief", record, "--format", "md", "-o", "-").out


def test_what_a_fact_speaks_of_leads_check_show_and_briefing(program: Program, record: str) -> None:
    _commit(program, "harms/ours.toml", OURS)
    saved = program("note", record, "--because", "Heard", "--answers", "-", stdin=KNOWN)
    assert saved.status == 0, saved.err
    spoken = "K1 speaks of “Matches”; nobody has looked at setting fires."
    ask = "Does this need a referral or strategy discussion now?"

    assert f"\n\nFirst of all\n  {spoken} {ask}\n" in program("check", record).out
    assert f"! {spoken}\n! {ask}\n! Not yet looked at: " in program("show", record).out
    briefing = program("brief", record, "--format", "md", "-o", "-").out
    assert f"**{spoken}**\n\n**{ask}**\n\n**Nobody has looked at:**" in briefing


def test_the_interview_walks_it_too(program: Program, record: str) -> None:
    _commit(program, "harms/ours.toml", OURS)

    asked = program("reassess", record, stdin=":go ru.risk\n" + "\n" * 4).err

    assert "Setting fires: could anybody be hurt by a fire that somebody sets?" in asked, asked


def test_the_interview_begins_with_what_something_speaks_of(program: Program, record: str) -> None:
    _commit(program, "harms/ours.toml", OURS.replace('sets = ["general"]\n', ""))
    program("note", record, "--because", "Heard", "--answers", "-", stdin=KNOWN)

    asked = program("reassess", record, stdin=":go ru.risk\n").err

    assert "Harms now · 1 of 5, setting fires" in asked, asked


def test_the_settings_name_what_is_looked_at_in_every_decision(
    program: Program, record: str
) -> None:
    text = (program.folder / "rationale.toml").read_text(encoding="utf-8")
    _commit(program, "rationale.toml", text.replace("also = []", 'also = ["radicalisation"]'))

    assert "radicalisation" in _loud(program, record)


def test_a_file_that_cannot_be_read_is_named_and_stops_nobody(
    program: Program, record: str
) -> None:
    _commit(program, "harms/ours.toml", "format = 1\n[[harm]]\ncode = 7\n")

    checked, shown = program("check", record), program("show", record)

    assert "  The kinds of harm in harms/ours.toml are not known here:" in checked.out
    assert shown.status == 0


def _loud(program: Program, record: str) -> str:
    (line,) = (one for one in program("show", record).out.splitlines() if one.startswith("! Not"))
    return line
