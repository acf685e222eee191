"""The law library at the command line: a list, a provision with what rests on it, and faults."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cases import CASES
from program import Program, run
from replay import played

NOT_ADVICE = "This is not legal advice"


@pytest.fixture(scope="module")
def alder(module_folder: Path) -> Program:
    return played("alder", module_folder / "alder")


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    return played("cedar", module_folder / "cedar")


def _plain(program: Program, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(program("law", *arguments, "--json").out)
    return found


def _commit(program: Program, text: str) -> None:
    (program.folder / "law").mkdir()
    (program.folder / "law" / "ours.toml").write_text(text, encoding="utf-8")
    for arguments in (("add", "law"), ("commit", "--quiet", "--message", "law")):
        subprocess.run(["git", *arguments], cwd=program.folder, check=True)


def test_the_library_is_listed_outside_of_any_folder() -> None:
    listed = run("law")

    rows = [line.split("\t") for line in listed.out.splitlines()]
    assert (listed.status, len(rows), {len(row) for row in rows}) == (0, 64, {4})
    assert ["RE-B-S", "Re B-S [2013] EWCA Civ 1146", "2026-11-22"] in [row[:3] for row in rows]
    assert ["CA89-47", "s.47 CA 1989", "not checked"] in [row[:3] for row in rows]
    assert listed.err.startswith(NOT_ADVICE)


def test_a_folder_that_is_named_and_is_none_is_an_error(tmp_path: Path) -> None:
    assert Program(tmp_path)("law").status == 1


def test_a_provision_is_explained_with_all_that_its_row_says(alder: Program) -> None:
    shown = alder("law", "CA 1989", "s.38(6)", now="2026-11-26T09:00").out

    assert shown.startswith("CA89-38-6  Children Act 1989, section 38(6)\n")
    for line in (
        "Means         With an interim order the court may direct an examination or assessment",
        "Applies when  A placement or another step that assesses the child",
        "It is a       power\n",
        "In force      From 14 October 1991.\n",
        "Checked       22 November 2026, against published summaries of Kent County Council v G",
        "Confidence    high",
        "Text          https://www.legislation.gov.uk/ukpga/1989/41/section/38/2026-11-26 (as it",
        "See also      CPR-28, regulation 28 ",
        "Regulation 28(4) says four.\n",
    ):
        assert line in shown
    assert NOT_ADVICE in shown


def test_it_says_which_decisions_rest_on_it_and_how_its_test_was_met(alder: Program) -> None:
    shown = alder("law", "s.47 CA89").out

    assert "One decision rests on it:\n" in shown
    assert " r7  " in shown
    assert (
        "    L6: Enquiry for both children since 14 April. Sure. Law as at 16 April 2026." in shown
    )
    assert "No decision of this folder rests on it." in alder("law", "RE-B-S").out
    assert "No folder of decisions here" in run("law", "RE-B-S").out


def test_a_place_where_a_citation_was_kept_as_typed_counts_as_well(
    program: Program, record: str
) -> None:
    typed = '[[law]]\nid = "L1"\nprovision = "s.47(1)(b) CA 1989"\n'
    program("amend", record, "--because", "Law", "--answers", "-", stdin=typed)

    shown = program("law", "CA89-47").out

    assert f"  {record} r2  Stay with the foster carers\n" in shown
    assert "    L1: How its test is met was not asked. How sure we are was not asked.\n" in shown


CITED = """
[[law]]
id = "L1"
provision = "s.47 Children Act 1989"
[[law]]
id = "L2"
provision = "s.20"
"""


def test_a_citation_in_answers_is_kept_as_its_id_and_told(program: Program, record: str) -> None:
    saved = program("amend", record, "--because", "Law", "--answers", "-", stdin=CITED)

    assert saved.status == 0
    assert (
        "'s.47 Children Act 1989' is kept as CA89-47, section 47 Children Act 1989.\n" in saved.err
    )
    assert "s.20" not in saved.err
    text = program("show", record, "--toml").out
    assert 'provision = "CA89-47"' in text
    assert 'provision = "s.20"' in text
    checked = program("check", record).out
    assert '"s.20" could be CA89-20 or ACA02-18-20; the record does not say which.' in checked


def _heard(program: Program, typed: str) -> str:
    lines = f"Move?\n.\n:go g.law\nadd\n{typed}\n:stop\n"
    return program("new", "--question-set", "care-plan", stdin=lines).err


def test_a_citation_in_the_interview_is_taken_as_its_id_and_told(program: Program) -> None:
    told = "> s.38(6) CA 89\nTaken: CA89-38-6, section 38(6) Children Act 1989\n"

    assert told in _heard(program, "s.38(6) CA 89")
    assert "Taken: " not in _heard(program, "s.20").partition("> s.20\n")[2]


def test_the_text_is_that_of_a_day_and_says_if_it_was_not_law_then() -> None:
    trap = run("law", "CA89-31ZA", "--as-at", "24 March 2026").out
    old = run("law", "s.23 CA 1989", "--as-at", "2012-01-01").out

    assert "It was not law on this date, 24 March 2026: it was passed on 29 April 2026" in trap
    assert "It was no longer in force on 1 January 2012: its last day was 31 March 2011." in old
    assert "section/23/2012-01-01 (as it stood on 1 January 2012)" in old


def test_a_day_that_nobody_can_read_is_refused() -> None:
    refused = run("law", "CA89-47", "--as-at", "soon")

    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith("error: --as-at: ")


def test_a_limit_is_told() -> None:
    assert "Limit         72 hours, counted from when" in run("law", "s.46").out


def test_what_is_found_for_a_part_of_it_is_said_to_be() -> None:
    shown = run("law", "s.47(1)(b)", "CA", "1989").out

    assert "Found for 's.47(1)(b) CA 1989': it may say less or more than that." in shown
    assert "Found for" not in run("law", "s.47 CA 1989").out


def test_what_could_be_several_is_named_and_not_chosen() -> None:
    told = run("law", "s.20")

    assert (told.status, told.out) == (1, "")
    assert "error: 's.20' can mean 2 provisions of the library\n" in told.err
    assert "  CA89-20  s.20 CA 1989 (not checked)\n" in told.err
    assert "  ACA02-18-20  ss.18 to 20 ACA 2002 (not checked)\n" in told.err
    assert NOT_ADVICE in told.err


def test_an_act_alone_names_a_few_of_its_many_rows() -> None:
    assert "  and 22 more\n" in run("law", "Children Act 1989").err


def test_what_is_unknown_is_said_with_what_is_near_it() -> None:
    told = run("law", "s.17 CPPCR")

    assert (told.status, told.out) == (1, "")
    assert "error: 's.17 CPPCR' is not in the library\n" in told.err
    assert "To look through all of them: rationale law --search 's.17 CPPCR'\n" in told.err
    assert "  CPR-17  regs 15 to 17 and Sch 3 CPPCR 2010 (checked 22 November 2026)\n" in told.err


def test_words_are_searched_for() -> None:
    found, nothing = run("law", "--search", "police"), run("law", "--search", "hovercraft")

    assert found.out.startswith("CA89-46\t")
    assert (nothing.status, nothing.out) == (1, "")
    assert "Nothing in the library fits 'hovercraft'" in nothing.err


def test_programs_get_the_same(alder: Program) -> None:
    one = _plain(alder, "CA89-38-6", "--as-at", "2026-03-24")
    several, unknown, every = _plain(alder, "s.20"), _plain(alder, "s.17 CPPCR"), _plain(alder)

    assert (one["schema"], one["exact"], one["typed"]) == (1, True, "CA89-38-6")
    assert one["notice"].startswith(NOT_ADVICE)
    assert one["provision"]["link"].endswith("/ukpga/1989/41/section/38/2026-03-24")
    assert (one["provision"]["force"], one["provision"]["checked_on"]) == ("in-force", "2026-11-22")
    (place,) = one["resting"]
    assert (place["revision"], place["item"], place["certainty"]) == (7, "L2", "high")
    assert place["met_how"] == "Assessment of the child in a parent's care."
    assert (several["provision"], several["could_be"]) == (None, ["CA89-20", "ACA02-18-20"])
    assert (unknown["could_be"], unknown["near"]) == ([], ["CPR-17"])
    assert len(every["provisions"]) == 64


OURS = """\
format = 1
[[provision]]
id = "OUR-7"
citation = "Visiting Standards 2025, paragraph 7"
plain = "Two of us go."
[[provision]]
id = "CA89-47"
citation = "Children Act 1989, section 47"
plain = "Ask, in our words."
"""


def test_rows_of_the_team_come_first_and_stand_in_for_shipped_ones(program: Program) -> None:
    _commit(program, OURS)

    rows = program("law").out.splitlines()
    assert rows[0] == "OUR-7\tVisiting Standards 2025, paragraph 7\tnot checked\tTwo of us go."
    assert len(rows) == 65
    assert "Means         Ask, in our words.\n" in program("law", "s.47").out
    assert program("law", "Visiting Standards para 7").out.startswith("OUR-7  ")


def test_a_faulty_file_of_the_team_is_told_and_the_rest_goes_on(program: Program) -> None:
    _commit(program, OURS.replace("format = 1", 'format = 1\nlimit = "x"'))

    listed, looked = program("law"), program("doctor")

    assert (listed.status, len(listed.out.splitlines())) == (0, 64)
    assert "warning: 'law/ours.toml' has 1 fault, and was passed over\n" in listed.err
    assert '  law/ours.toml:2:1: unknown key "limit"' in listed.err
    assert looked.status == 1
    assert "look  'law/ours.toml' has 1 fault; law/ours.toml:2:1: unknown key" in looked.out


def test_doctor_says_that_the_rows_of_the_team_can_be_read(program: Program) -> None:
    assert "fine  The folder's own provisions of law can be read" in program("doctor").out


def _id(program: Program) -> str:
    return program("list").out[:6]


@pytest.mark.parametrize("revision", ["4", "5", "6", "7"])
def test_cedar_says_when_police_protection_runs_out(cedar: Program, revision: str) -> None:
    end = "Runs out: Tuesday 24 November 2026, 02:30 (72 hours from 21 November 2026, 02:30)"
    which = (_id(cedar), "--revision", revision)

    assert f"      {end}\n" in cedar("show", *which).out
    assert f"* {end}\n" in cedar("brief", *which, "--format", "md", "-o", "-").out
    plain = json.loads(cedar("show", *which, "--json").out)
    assert plain["law"]["L3"]["ends"] == "2026-11-24T02:30:00+00:00"


def test_cedar_keeps_the_end_in_no_file(cedar: Program) -> None:
    text = subprocess.run(
        ["git", "log", "-p", "--all"], cwd=cedar.folder, check=True, capture_output=True, text=True
    ).stdout

    assert "from = 2026-11-21T02:30:00+00:00" in text
    assert "2026-11-24" not in text


def test_cedar_tells_the_end_on_its_line_of_time(cedar: Program) -> None:
    line = cedar("timeline", _id(cedar)).out

    assert "section 46 Children Act 1989 runs out, 72 hours at the most" in line


def test_alder_shows_the_law_as_it_stood_on_the_day_of_each_item(alder: Program) -> None:
    shown = alder("show", _id(alder)).out

    assert "The law that day: legislation.gov.uk/ukpga/1989/41/section/38/2026-03-24\n" in shown
    assert "The law that day: legislation.gov.uk/ukpga/1989/41/section/47/2026-04-16\n" in shown


@pytest.mark.parametrize("revision", range(1, 8))
def test_the_trap_of_alder_is_never_accepted_silently(
    alder: Program, tmp_path: Path, revision: int
) -> None:
    program = Program(tmp_path / "copy")
    clone = ["git", "clone", "--quiet", str(alder.folder), str(program.folder)]
    subprocess.run(clone, check=True)
    saves = subprocess.run(
        ["git", "log", "--format=%H", "--grep=^Rationale-Revision"],
        cwd=program.folder, check=True, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    subprocess.run(
        ["git", "reset", "--quiet", "--hard", saves[-revision]], cwd=program.folder, check=True
    )
    record, trap = _id(program), str(CASES / "alder" / "law-trap.toml")

    saved = program("amend", record, "--answers", trap, "--by", "team manager@social care")
    checked = program("check", record)

    assert (saved.status, saved.last) == (0, f"{record} r{revision + 1}")
    assert checked.status == 1
    assert (
        "CA89-31ZA, section 31ZA Children Act 1989, was not law on this date, "
        "24 March 2026: it was passed on 29 April 2026"
    ) in checked.out.partition("Missing, which --final refuses")[2].partition("\n\n")[0]
    assert "Was it law: Was not law on this date, 24 March 2026" in program("show", record).out
