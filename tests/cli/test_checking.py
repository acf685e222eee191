"""`rationale check` as a user runs it: places, formats, the whole folder, and rules set aside."""

import json
from pathlib import Path

import pytest

from program import Program
from replay import played
from terminal import Terminal

NOW = "2026-03-05T09:00+00:00"
FILE = "decisions/{0[0]}/{0[1]}/{0}.toml"


@pytest.fixture(scope="module")
def alder(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return played("alder", tmp_path_factory.mktemp("alder") / "case")


@pytest.fixture(scope="module")
def cedar(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return played("cedar", tmp_path_factory.mktemp("cedar") / "case")


def test_each_finding_names_its_line_and_the_question_that_would_close_it(alder: Program) -> None:
    record = _only(alder)
    found = alder("check", record, "--revision", "1")
    at = FILE.format(record)

    assert found.status == 1
    lines = found.out.splitlines()
    assert lines[0] == f"{record} r1: ten errors, eleven warnings."
    option = lines.index("  Option C is parked without a date.")
    where, rule = lines[option + 1].split()
    assert rule == "[RAT023]"
    _, line, column = where.split(":")
    text = alder("show", record, "--revision", "1", "--toml").out.splitlines()
    assert (where.startswith(f"{at}:"), column) == (True, "1")
    assert text[int(line) - 1 : int(line) + 1] == ["[[option]]", 'id = "C"']
    assert "    Asked as: “Until when is that so?”" in lines


def test_a_field_that_is_there_is_met_at_its_own_line(alder: Program) -> None:
    record = _only(alder)
    (thin,) = (
        one
        for one in json.loads(alder("check", record, "--revision", "1", "--json").out)["findings"]
        if one["rule"] == "RAT056"
    )
    text = alder("show", record, "--revision", "1", "--toml").out.splitlines()

    assert text[thin["line"] - 1] == 'confidence = "mixed"'
    assert (thin["path"], thin["requirement"]) == ("risk.R1.confidence", "R7")


def test_alder_at_its_first_and_at_its_sixth_revision(alder: Program) -> None:
    """What the case says must be found, and that neglect is not among the silent harms."""
    first, sixth = (_found(alder, number) for number in ("1", "6"))

    harms = {"physical", "emotional", "sexual", "domestic-abuse", "own-plan", "accident"}
    assert {*harms, "parental-capacity-event"} <= first["RAT002"]
    assert "neglect" not in first["RAT002"]
    assert {"RAT004", "RAT024", "RAT067", "RAT056"} <= set(first)
    assert first["RAT011"] == {"N1", "N2", "N3"}
    assert first["RAT023"] == {"C", "E"}
    assert {"emotional", "sexual", "own-plan", "accident", "parental-capacity-event"} <= sixth[
        "RAT002"
    ]
    assert "RAT024" not in sixth
    assert "physical" not in sixth["RAT002"]


def test_alder_says_first_that_a_colleague_worries(alder: Program) -> None:
    lines = alder("check", _only(alder), "--revision", "2").out.splitlines()

    assert lines[2] == "First of all"
    assert lines[3].startswith("  The health visitor (health) worries about physical harm")


def test_cedar_at_its_first_two_revisions(cedar: Program) -> None:
    first, second = (_found(cedar, number) for number in ("1", "2"))

    assert len(first["RAT002"]) == 13
    assert not {"missing", "sexual-exploitation"} & first["RAT002"]
    assert "RAT012" not in first
    assert second["RAT012"] == {"X2"}


def test_cedar_says_why_it_is_shared_once_the_law_on_sharing_is_met(cedar: Program) -> None:
    assert "RAT099" in _found(cedar, "5")
    assert "RAT099" not in _found(cedar, "6")


def test_a_disagreement_that_is_not_closed_stands_in_every_later_telling(
    alder: Program, tmp_path: Path
) -> None:
    """X1 until it is upheld, X2 also when the record is closed: replied to is not closed."""
    record = _only(alder)
    own = {"X1": "I cannot support overnight care by these two", "X2": "I asked to pause tonight."}
    for number, dissents in ((2, ("X1",)), (3, ("X1",)), (5, ("X1", "X2")), (7, ("X2",))):
        at = ("--revision", str(number))
        page = tmp_path / f"{number}.html"
        alder("brief", record, *at, "-o", str(page))
        told = (
            alder("show", record, *at).out,
            alder("brief", record, *at, "--format", "md", "-o", "-").out,
            page.read_text(encoding="utf-8"),
        )
        for dissent in dissents:
            assert all(own[dissent] in one for one in told), (number, dissent)
            assert all("still open" in one for one in told)


def test_github_gets_the_place_and_the_rule_and_nothing_of_the_record(alder: Program) -> None:
    record = _only(alder)
    lines = alder("check", record, "--revision", "2", "--format", "github").out.splitlines()

    assert lines[0] == (
        f"::error file={FILE.format(record)},line=479,col=1,title=RAT001::A colleague worries "
        "about a harm that nobody has looked at. (physical harm)"
    ).replace("479", lines[0].split("line=")[1].split(",")[0])
    assert {line.split(" ")[0] for line in lines} == {"::error", "::warning"}
    assert not [line for line in lines if "health visitor" in line or "X1" in line]


def test_a_whole_folder_is_looked_over_with_a_total(program: Program, record: str) -> None:
    other = program("new", "--answers", "-", now=NOW, stdin='title = "Another"').last[:6]
    every = json.loads(program("check", "--json").out)["records"]
    rows = program("check")

    assert [one["id"] for one in every] == sorted((record, other))
    assert rows.status == 1
    ids = {row.split("\t")[2].split("/")[-1].split(".")[0] for row in rows.out.splitlines()}
    assert ids == {record, other}


def test_at_a_terminal_a_folder_is_a_line_a_record_and_one_of_total(
    program: Program, record: str
) -> None:
    feared = """
[[dissent]]
role = "nurse"
agency = "health"
words = "No."
harms = ["physical"]
"""
    program("amend", record, "--because", "No.", "--answers", "-", now=NOW, stdin=feared)
    with Terminal("--store", str(program.folder), "check") as screen:
        screen.until("In all, one record: ")
        assert screen.end() == 1

    first, second, *_, last = screen.seen.strip().splitlines()
    assert first.startswith(f"{record} r2: ")
    assert second.startswith("  The nurse (health) worries about physical harm")
    assert last.startswith("In all, one record: 13 errors, ")


def test_an_empty_folder_misses_nothing(program: Program) -> None:
    found = program("check")

    assert (found.status, found.out) == (0, "")


def test_a_record_that_cannot_be_read_is_told_and_is_an_error(
    program: Program, record: str
) -> None:
    import subprocess

    path = program.folder / FILE.format(record)
    path.write_text("no = [toml\n", encoding="utf-8")
    for arguments in (("add", "."), ("commit", "--quiet", "--message", "by hand")):
        subprocess.run(["git", *arguments], cwd=program.folder, check=True)
    found = program("check")

    assert found.status == 1
    assert found.out.startswith(f"error\t-\t{FILE.format(record)}\t-\t-\t")
    github = program("check", "--format", "github").out
    assert (
        github == f"::error file={FILE.format(record)},title=unreadable::This file is no record.\n"
    )


def test_a_rule_is_set_aside_by_a_revision_and_stays_in_sight(
    program: Program, record: str
) -> None:
    before = _rules(program, record, is_waived=False)
    done = program(
        "check",
        record,
        "--waive",
        "rat025",
        "--because",
        "The court sets the day.",
        "--by",
        "team manager@children's social care",
        now=NOW,
    )

    assert (done.status, done.last) == (0, f"{record} r2")
    assert _rules(program, record, is_waived=False) == before - {"RAT025"}
    lines = program("check", record).out.splitlines()
    assert lines[0].endswith(", one set aside.")
    assert lines[-4:] == [
        "Set aside for this record",
        "  No day is set on which we look again.",
        lines[-2],
        (
            "    Set aside by team manager, children's social care on 5 March 2026, 09:00: "
            "“The court sets the day.”"
        ),
    ]
    annotations = program("check", record, "--format", "github").out.splitlines()
    assert [line for line in annotations if line.startswith("::notice")] == [annotations[-1]]
    history = program("history", record).out
    assert "r2  amended" in history
    assert "because   The court sets the day." in history
    assert "court" not in _subjects(program.folder)


def test_a_rule_is_set_aside_once_and_can_be_given_another_reason(
    program: Program, record: str
) -> None:
    waive = ("check", record, "--waive", "RAT025", "--because")
    program(*waive, "One reason.", now=NOW)
    again = program(*waive, "One reason.", now=NOW)
    other = program(*waive, "A better one.", now=NOW)

    assert (again.last, other.last) == (f"{record} r2", f"{record} r3")
    shown = json.loads(program("show", record, "--json").out)["decision"]["waiver"]
    assert [(one["id"], one["reason"]) for one in shown] == [("Y1", "A better one.")]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("RAT999", "error: there is no rule 'RAT999'"),
        ("RAT012", "error: 'RAT012' finds nothing in"),
    ],
)
def test_only_a_rule_that_finds_something_is_set_aside(
    program: Program, record: str, rule: str, told: str
) -> None:
    refused = program("check", record, "--waive", rule, "--because", "So.", now=NOW)

    assert refused.err.startswith(told)
    assert "r1" in program("history", record).out.splitlines()[0]


@pytest.mark.parametrize(
    "options", [("--waive", "RAT025"), ("--because", "So."), ("--waive", "", "--because", "So.")]
)
def test_a_rule_is_set_aside_only_with_a_reason(
    program: Program, record: str, options: tuple[str, ...]
) -> None:
    refused = program("check", record, *options, now=NOW)

    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith("error: --waive needs an ID and --because")


def test_a_final_record_may_have_rules_set_aside(program: Program, record: str) -> None:
    for rule in sorted(_rules(program, record, is_waived=False, severity="error")):
        program("check", record, "--waive", rule, "--because", "In another record.", now=NOW)

    final = program(
        "amend", record, "--answers", "-", "--because", "Go.", "--final", now=NOW,
        stdin='case = "A"',
    )  # fmt: skip
    assert final.status == 0, final.err
    assert program("check", record).status == 0


def test_the_rules_are_listed_for_people_and_for_programs(program: Program) -> None:
    found = json.loads(program("check", "--rules", "--json").out)
    (first, *_) = program("check", "--rules").out.splitlines()

    assert first.split("\t") == [
        "RAT001",
        "error",
        "R8",
        "A colleague worries about a harm that nobody has looked at.",
    ]
    apart = {one["key"]: one["elsewhere"] for one in found["requirements"] if not one["rules"]}
    assert {"R18", "R19", "R28"} <= set(apart)
    assert all(apart.values())


def _only(program: Program) -> str:
    return program("list").out.split("\t")[0]


def _found(program: Program, revision: str) -> dict[str, set[str]]:
    """Give what each rule finds: the harms it names, or the items."""
    out = program("check", _only(program), "--revision", revision, "--json").out
    found: dict[str, set[str]] = {}
    for one in json.loads(out)["findings"]:
        name = one["harm"] or one["path"].split(".")[min(1, one["path"].count("."))]
        found.setdefault(one["rule"], set()).add(name)
    return found


def _rules(program: Program, record: str, *, is_waived: bool, severity: str = "") -> set[str]:
    out = program("check", record, "--json").out
    return {
        one["rule"]
        for one in json.loads(out)["findings"]
        if bool(one["waiver"]) is is_waived and severity in ("", one["severity"])
    }


def _subjects(folder: Path) -> str:
    import subprocess

    return subprocess.check_output(["git", "log", "--format=%s"], cwd=folder, text=True)
