"""What the family may not see of CEDAR, over every verb that shows."""

import re
import subprocess
from pathlib import Path

import pytest

from program import Program
from replay import played

TOKENS = ("services-s", "hotel-h", "adult-p", "adult-q", "hotel", "motorway", "porter")
SETTINGS = '[audience.family]\nlabels = ["family"]\ndefault_label = "family"\n'
FAMILY = ("--audience", "family")


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    program = played("cedar", module_folder / "cedar")
    path = program.folder / "rationale.toml"
    path.write_text(path.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    subprocess.run(["git", "commit", "-qam", "Settings"], cwd=program.folder, check=True)
    return program


def _id(program: Program) -> str:
    return program("list").out[:6]


@pytest.mark.parametrize(
    "verb",
    [
        ("list",),
        ("list", "--json"),
        ("list", "--as-of", "2026-11-21"),
        ("history", "ID"),
        ("history", "ID", "--json"),
        ("origin", "ID"),
        ("origin", "ID", "--json"),
        ("origin", "ID", "known"),
        ("due",),
        ("due", "--json"),
        ("seen", "ID"),
        ("show", "ID"),
        ("show", "ID", "--json"),
        ("show", "ID", "--as-of", "2026-11-21T05:00+00:00"),
        ("show", "ID", "--revision", "4"),
        ("brief", "ID", "--format", "html", "-o", "-"),
        ("brief", "ID", "--format", "md", "-o", "-"),
        ("brief", "ID", "--format", "txt", "-o", "-"),
        ("brief", "ID", "--format", "json", "-o", "-"),
        ("brief", "ID", "--revision", "4", "--format", "md", "-o", "-"),
        ("diff", "ID", "3..4"),
        ("diff", "ID", "4..6"),
        ("diff", "ID", "1..7"),
        ("diff", "ID", "1..7", "--json"),
        ("diff", "ID", "1..7", "--stat"),
        ("diff", "ID", "1..7", "--format", "html", "-o", "-"),
        ("diff", "ID", "1..7", "--format", "md", "-o", "-"),
        ("law", "CA89-46"),
        ("law", "CA89-46", "--json"),
        ("law", "DPA18"),
        ("timeline", "ID"),
        ("timeline", "ID", "--json"),
        ("timeline", "ID", "--format", "html", "-o", "-"),
        ("timeline", "ID", "--format", "md", "-o", "-"),
    ],
    ids=" ".join,
)
def test_nothing_of_it_is_shown(cedar: Program, verb: tuple[str, ...]) -> None:
    said = cedar(*(_id(cedar) if one == "ID" else one for one in verb), *FAMILY)
    told = (said.out + said.err).lower()
    assert told.strip()
    assert [token for token in TOKENS if token in told] == []


def test_the_folder_itself_shows_it(cedar: Program) -> None:
    assert "hotel-h" in cedar("timeline", _id(cedar)).out.lower()


def test_no_gap_in_the_ids_tells_how_much_is_missing(cedar: Program) -> None:
    told = cedar("origin", _id(cedar), "known", *FAMILY).out
    ids = sorted({int(one) for one in re.findall(r"known\.K(\d+)", told)})
    assert ids == list(range(1, len(ids) + 1))


def test_an_audience_that_is_not_there_is_refused_by_name(cedar: Program) -> None:
    said = cedar("list", "--audience", "familly")
    assert said.status == 2
    assert "'familly'" in said.err
    assert "court" in said.err


def test_a_correction_of_something_withheld_is_seen_and_its_words_are_not(cedar: Program) -> None:
    told = cedar("diff", _id(cedar), "6..7", *FAMILY).out
    assert "03:10" not in told
    assert "02:10" not in told
    assert "No change" in told or "Nothing" in told
    assert cedar("diff", _id(cedar), "6..7", "--exit-code", *FAMILY).status == 0


def test_what_is_said_plainly_stays(cedar: Program) -> None:
    page = cedar("brief", _id(cedar), "--format", "md", "-o", "-", *FAMILY).out
    for words in ("two adults", "24 November 2026, 02:30", "Not back to the same home"):
        assert words.lower() in page.lower(), words
    for number in range(2, 8):
        page = cedar(
            "brief", _id(cedar), "--revision", str(number), "--format", "md", "-o", "-", *FAMILY
        ).out
        assert "coat" in page


def test_a_label_stays_with_its_field_in_later_revisions(cedar: Program) -> None:
    for number in (4, 5, 6, 7):
        shown = cedar("show", _id(cedar), "--revision", str(number), "--json", *FAMILY).out
        assert "harm_of_waiting" not in shown


def test_the_copy_for_the_core_team_is_what_brief_writes(cedar: Program) -> None:
    page = cedar("brief", _id(cedar), "--format", "md", "-o", "-").out.lower()
    assert "motorway" in page
    assert "adult-p" not in page
    assert (
        "adult-p"
        in cedar("brief", _id(cedar), "--format", "md", "-o", "-", "--audience", "lead").out.lower()
    )


def test_the_text_of_a_file_is_shown_whole_or_not_at_all(cedar: Program) -> None:
    said = cedar("show", _id(cedar), "--toml", *FAMILY)
    assert (said.status, said.out) == (2, "")


def test_of_what_is_not_in_a_copy_no_revision_is_said_to_be_silent(cedar: Program) -> None:
    said = cedar("origin", _id(cedar), "handling.shared_reason", *FAMILY)
    assert (said.status, said.out) == (0, "")
    assert said.err == "What is shared, and why: nothing of this is in this copy.\n"


def test_a_field_that_is_withheld_from_a_revision_on_was_not_taken_away(cedar: Program) -> None:
    for whom in ("family", "core-team", "court"):
        told = cedar("diff", _id(cedar), "3..4", "--audience", whom).out
        assert "Harm of waiting" not in told
        said = cedar("origin", _id(cedar), "reason.harm_of_waiting", "--audience", whom)
        assert (said.out, said.err) == ("", "Harm of waiting: nothing of this is in this copy.\n")
    assert "Harm of waiting" in cedar("diff", _id(cedar), "3..4").out
