"""``rationale check --audience`` and ``rationale learn --audience`` as a user runs them."""

import json
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from canaries import write
from cases import revisions
from program import Program, run
from rationale_cli.codec.decision import encode
from rationale_cli.domain.concern import Concern, ConcernKind
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.moment import Instant
from replay import played

CORE = ("--audience", "core-team")
FAMILY = ("--audience", "family")


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    return played("cedar", module_folder / "cedar")


def test_what_is_withheld_is_said_not_to_be_checked(cedar: Program) -> None:
    record = cedar("list").out[:6]
    for options in ((), ("--json",), ("--format", "github")):
        said = cedar("check", record, *options, *CORE)
        assert said.err == "What is withheld from 'core-team' was not checked.\n"
        assert said.status == 1
    assert "was not checked" not in cedar("check", record).err


def test_a_family_is_told_nothing_of_what_nobody_has_said(cedar: Program) -> None:
    record = cedar("list").out[:6]
    said = cedar("check", record, *FAMILY)
    assert (said.status, said.out) == (
        0,
        f"{record} r7: nothing to tell of what 'family' may see.\n",
    )
    assert said.err.count("\n") == 1
    assert "nor is it told what nobody has said" in said.err
    every = cedar("check", *FAMILY)
    assert (every.status, every.out) == (0, "")


def test_no_line_of_the_file_is_named(cedar: Program) -> None:
    """A line number shows how much stands above it."""
    record = cedar("list").out[:6]
    told = json.loads(cedar("check", record, "--json", *CORE).out)
    places = {(one["line"], one["column"]) for one in told["findings"]}
    assert places == {(None, None)}
    assert "line=" not in cedar("check", record, "--format", "github", *CORE).out
    page = cedar("check", record, *CORE).out
    assert ".toml:" not in page
    assert "    dissent.X2.confirmed [RAT012]\n" in page
    assert ".toml:" not in cedar("check", *CORE).out
    assert ".toml:" in cedar("check", record).out


def test_an_earlier_revision_is_checked_as_it_was(cedar: Program) -> None:
    record = cedar("list").out[:6]
    assert f"{record} r1: " in cedar("check", record, "--revision", "1", *CORE).out


def test_no_rule_is_set_aside_for_an_audience(cedar: Program) -> None:
    record = cedar("list").out[:6]
    said = cedar("check", record, "--waive", "RAT024", "--because", "No.", *CORE)
    assert said.status == 2
    assert "--waive and --audience" in said.err
    assert cedar("list").out.split("\t")[1] == "r7"


def test_an_audience_that_is_not_there_is_refused(cedar: Program) -> None:
    for verb in ("check", "learn"):
        said = cedar(verb, "--audience", "familly")
        assert said.status == 2
        assert "'familly'" in said.err


def _concern(decision: str, **changed: object) -> Concern:
    recorded = revisions("cedar")[0].time.recorded_at
    given: dict[str, object] = {
        "format": 1,
        "id": "ccc222",
        "revision": 1,
        "kind": ConcernKind.RAISE,
        "decision": decision,
        "raised_against": 1,
        "ladder": "typical",
        "raised_at": recorded,
        "time": Times(recorded_at=Instant(recorded.at)),
        "statement": "Said in confidence.",
    }
    return Concern(**{**given, **changed})  # type: ignore[arg-type]  # as given


def _folder(folder: Path, decision: Decision) -> Program:
    run("init", str(folder), "--bare-minimum", "--by", "lead@team")
    write(folder, decision, encode(decision))
    return Program(folder)


def test_a_concern_that_they_may_not_see_is_neither_checked_nor_counted(tmp_path: Path) -> None:
    from rationale_cli.codec.companion import encode as encoded

    decision = replace(revisions("cedar")[0], revision=1)
    program = _folder(tmp_path / "store", decision)
    path = program.folder / "concerns" / "c" / "c" / "ccc222.toml"
    path.parent.mkdir(parents=True)
    secret = replace(
        _concern(decision.id),
        handling=replace(decision.handling, sensitivity={"statement": "police"}),
    )
    path.write_text(encoded(secret), encoding="utf-8")
    for words in (["add", "--all"], ["commit", "-qm", "c"]):
        subprocess.run(["git", *words], cwd=program.folder, check=True)

    for options in ((), ("--json",), ("--format", "github")):
        assert "ccc222" in program("check", decision.id, *options).out
        assert "ccc222" not in program("check", decision.id, *options, *CORE).out
    for json_of, count in (((), 1), (CORE, 0)):
        assert json.loads(program("learn", "--json", *json_of).out)["concerns"] == count
    assert "1 concern" not in program("show", decision.id, *CORE).out
    assert "one concern is open" not in program("show", decision.id, *CORE).out


def test_what_is_learned_is_learned_from_what_they_may_see(cedar: Program) -> None:
    said = cedar("learn", *FAMILY)
    assert said.status == 0
    assert said.err == "What is withheld from 'family' was not counted.\n"
    assert "Nobody's disagreement" not in said.out
    assert "Nothing to tell of what 'family' may see." in said.out
    assert "2 of 7 entries, 0 with a reason that they may see" in said.out
    whole = json.loads(cedar("learn", "--json").out)
    seen = json.loads(cedar("learn", "--json", *FAMILY).out)
    assert (whole["dissent"]["count"], seen["dissent"]["count"]) == (2, 0)
    assert (whole["late"]["explained"], seen["late"]["explained"]) == (2, 0)


def test_a_disagreement_of_which_a_part_is_withheld_is_not_counted(tmp_path: Path) -> None:
    decision = revisions("cedar")[1]
    handling = replace(decision.handling, sensitivity={"dissent.X1.status": "police"})
    program = _folder(tmp_path / "store", replace(decision, revision=1, handling=handling))

    assert json.loads(program("learn", "--json").out)["dissent"]["count"] == 2
    assert json.loads(program("learn", "--json", *CORE).out)["dissent"]["count"] == 1
