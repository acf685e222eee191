"""No text that is withheld from an audience stands in anything that the program gives it."""

from pathlib import Path

import msgspec
import pytest

from canaries import LABELS, Nest, found, write
from cases import revisions
from program import Program, run
from rationale_cli.codec.decision import encode
from rationale_cli.render import readable

CLEARED = {
    "lead": ("family", "team", "health", "police", "education", "third-party", "identity"),
    "core-team": ("family", "team", "health", "education"),
    "agency:police": ("family", "team", "police"),
    "family": ("family",),
    "child": ("family",),
    "court": ("family", "team", "health", "education", "third-party"),
    "panel": ("family", "team", "health", "education"),
    "audit": ("family", "team", "health", "police", "education", "legal", "third-party"),
    "learning": (),
    "views": ("family", "team", "health", "education"),
}
"""Written down anew, so that a slip in what is shipped shows here; no label counts as team."""

COMMANDS = (
    ("list",),
    ("list", "--json"),
    ("show", "ID"),
    ("show", "ID", "--json"),
    ("show", "ID", "--revision", "1"),
    ("history", "ID"),
    ("history", "ID", "--json"),
    ("diff", "ID", "1..2"),
    ("diff", "ID", "1..2", "--json"),
    ("diff", "ID", "1..2", "--format", "html", "-o", "-"),
    ("diff", "ID", "1..2", "--format", "md", "-o", "-"),
    ("origin", "ID"),
    ("origin", "ID", "--json"),
    ("timeline", "ID"),
    ("timeline", "ID", "--json"),
    ("timeline", "ID", "--format", "html", "-o", "-"),
    ("due",),
    ("due", "--json"),
    ("due", "--format", "html", "-o", "-"),
    ("seen", "ID"),
    ("seen", "ID", "--json"),
    ("check", "ID"),
    ("check", "ID", "--json"),
    ("check", "ID", "--format", "github"),
    ("check", "ID", "--revision", "1"),
    ("check",),
    ("learn",),
    ("learn", "--json"),
    ("concern", "list"),
    ("concern", "list", "--json"),
    ("list", "--as-of", "2027-01-01"),
    ("show", "ID", "--as-of", "2027-01-01"),
    ("history", "ID", "--by", "lead"),
    ("origin", "ID", "risk"),
    ("law", "CA89-38-6"),
    ("law", "CA89-38-6", "--json"),
    ("brief", "ID", "--format", "html", "-o", "-"),
    ("brief", "ID", "--format", "md", "-o", "-"),
    ("brief", "ID", "--format", "txt", "-o", "-"),
    ("brief", "ID", "--since", "1", "--format", "txt", "-o", "-"),
    ("brief", "ID", "--length", "page", "--format", "md", "-o", "-"),
    ("brief", "ID", "--format", "json", "-o", "-"),
)
"""Every way to show a record."""

MAY_BE_EMPTY = (
    ("check",),
    ("check", "ID", "--format", "github"),
    ("concern", "list"),
    ("origin", "ID", "risk"),
    ("seen", "ID"),
)
"""These write a line for each of what there is, and there may be none."""

FILES = (
    ("a.txt",),
    ("a.json",),
    ("a.docx",),
    ("a.pdf",),
    ("a.eml",),
    ("a-docx.eml", "--attach", "docx"),
)
"""Briefings that are not shown but handed over, each with its options."""


@pytest.fixture(scope="module")
def nest(module_folder: Path) -> tuple[Program, Nest, Nest]:
    """A folder with two revisions of one record, in which every text is a canary."""
    folder = module_folder / "nest"
    run("init", str(folder), "--bare-minimum", "--by", "lead@team")
    first, second = (
        Nest(msgspec.structs.replace(one, revision=number))
        for number, one in enumerate((revisions("alder")[3], revisions("alder")[5]), start=1)
    )
    for each in (first, second):
        write(folder, each.decision, encode(each.decision))
    return Program(folder), first, second


@pytest.mark.parametrize("audience", CLEARED)
def test_what_an_audience_may_not_see_is_nowhere(
    nest: tuple[Program, Nest, Nest], audience: str
) -> None:
    program, *nests = nest
    cleared = {*CLEARED[audience], *([""] if "team" in CLEARED[audience] else [])}
    hidden = [one for each in nests for one in each.labels if each.labels[one] not in cleared]
    record = nests[0].decision.id
    for command in COMMANDS:
        said = program(*(record if one == "ID" else one for one in command), "--audience", audience)
        # A check that finds something says so with its status.
        assert said.status == 0 or (command[0] == "check" and said.status == 1), (command, said.err)
        assert said.out.strip() or audience == "learning" or command in MAY_BE_EMPTY, command
        assert found((said.out + said.err).encode(), hidden) == [], command


@pytest.mark.parametrize("audience", CLEARED)
def test_what_an_audience_may_not_see_is_in_no_file(
    nest: tuple[Program, Nest, Nest], audience: str
) -> None:
    program, *nests = nest
    cleared = {*CLEARED[audience], *([""] if "team" in CLEARED[audience] else [])}
    hidden = [one for each in nests for one in each.labels if each.labels[one] not in cleared]
    record = nests[0].decision.id
    for file, *options in FILES:
        said = program("brief", record, "-o", file, *options, "--audience", audience)
        assert said.status == 0, (file, said.err)
        data = Path(file).read_bytes()
        told, attached = readable.from_mail(data) if file.endswith(".eml") else ("", ())
        for name, part in ((file, data), ("", told.encode()), *attached):
            assert found(part, hidden, name=name) == [], (file, name)


@pytest.mark.parametrize("file", FILES)
def test_what_it_may_see_is_in_every_file(
    nest: tuple[Program, Nest, Nest], file: tuple[str, ...]
) -> None:
    """As above; page one of an e-mail holds less than what it carries."""
    program, _, last = nest
    name, *options = file
    program("brief", last.decision.id, "-o", name, *options, "--audience", "core-team")
    cleared = {*CLEARED["core-team"], ""}
    wanted = [one for one, label in last.labels.items() if label in cleared]
    assert len(found(Path(name).read_bytes(), wanted)) > 100


def test_what_it_may_see_is_there(nest: tuple[Program, Nest, Nest]) -> None:
    """A scanner that finds nothing because nothing is shown would prove nothing."""
    program, _, last = nest
    shown = program("show", last.decision.id, "--json", "--audience", "core-team").out
    cleared = {*CLEARED["core-team"], ""}
    wanted = [one for one, label in last.labels.items() if label in cleared]
    assert len(wanted) > 100
    assert set(found(shown.encode(), wanted)) == set(wanted)
    assert set(last.labels.values()) == set(LABELS)
