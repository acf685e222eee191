"""CASE-CEDAR: what the family may not see, line by line, over every verb that shows."""

import json
import re
import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from canaries import found, write
from cases import revisions
from program import Program, run
from rationale_cli.codec.decision import encode
from rationale_cli.domain.clearing.renumbering import new_ids, renumbered
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import form, seed
from rationale_cli.domain.part import Item
from rationale_cli.render import readable
from replay import played

TOKENS = ("services-s", "hotel-h", "adult-p", "adult-q", "hotel", "motorway", "porter")
LONG = tuple(one for one in TOKENS if len(one) > len("porter"))
SETTINGS = '[audience.family]\nlabels = ["family"]\ndefault_label = "family"\n'
FAMILY = ("--audience", "family")
NUMBERS = range(1, 8)
PAGES = ("html", "md", "txt", "json")
FILES = ("html", "md", "txt", "json", "pdf", "docx", "eml")


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    program = played("cedar", module_folder / "cedar")
    _set(program.folder)
    return program


def _set(folder: Path, more: str = "") -> None:
    path = folder / "rationale.toml"
    path.write_text(path.read_text(encoding="utf-8") + SETTINGS + more, encoding="utf-8")
    subprocess.run(["git", "commit", "-qam", "Settings"], cwd=folder, check=True)


def _told(program: Program, *typed: str) -> str:
    record = program("list").out[:6]
    said = program(*(record if one == "ID" else one for one in typed), *FAMILY)
    assert said.status in {0, 1}, (typed, said.err)
    assert (said.out + said.err).strip(), typed
    return said.out + said.err


def _commands() -> Iterator[tuple[str, ...]]:
    yield from (("list",), ("list", "--json"), ("history", "ID"), ("history", "ID", "--json"))
    yield from (("origin", "ID"), ("origin", "ID", "--json"), ("due",), ("due", "--json"))
    yield from (("check", "ID"), ("check", "ID", "--json"), ("check", "ID", "--format", "github"))
    yield from (("learn",), ("learn", "--json"), ("seen", "ID"), ("seen", "ID", "--json"))
    yield from (("law", "CA89-46", "--json"), ("law", "DPA18"), ("concern", "list", "--json"))
    yield from (("timeline", "ID"), ("timeline", "ID", "--json"), ("timeline", "--case", "NONE"))
    yield from (("timeline", "ID", "--format", one, "-o", "-") for one in ("html", "md"))
    yield from (("origin", "ID", f"known.K{number}") for number in range(1, 15))
    for number in map(str, NUMBERS):
        yield "show", "ID", "--revision", number
        yield "show", "ID", "--revision", number, "--json"
        yield "check", "ID", "--revision", number
        for kind in PAGES:
            yield "brief", "ID", "--revision", number, "--format", kind, "-o", "-"
            yield "brief", "ID", "--since", number, "--format", kind, "-o", "-"
    for first, last in combinations(NUMBERS, 2):
        yield "diff", "ID", f"{first}..{last}"
        yield "diff", "ID", f"{last}..{first}", "--json"
        yield "diff", "ID", f"{first}..{last}", "--format", "html", "-o", "-"
    for one in revisions("cedar"):
        for as_of in (
            ("--as-of", str(one.time.recorded_at)),
            ("--as-of", _decided(one), "--decided"),
        ):
            yield "show", "ID", *as_of
            yield "list", *as_of
            yield "brief", "ID", *as_of, "--format", "md", "-o", "-"
            yield "diff", "ID", *as_of


def _decided(decision: Decision) -> str:
    return str(decision.time.decided_at or decision.time.recorded_at)


def test_none_of_the_tokens_is_told_by_any_verb(cedar: Program) -> None:
    """1. In any letter case."""
    for command in _commands():
        told = _told(cedar, *command).casefold()
        assert [token for token in TOKENS if token in told] == [], command


@pytest.mark.parametrize("kind", FILES)
def test_none_of_the_tokens_is_in_a_file_its_name_or_its_metadata(
    cedar: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """1. With their file names and metadata."""
    monkeypatch.chdir(tmp_path)
    for number in map(str, NUMBERS):
        _told(cedar, "brief", "ID", "--revision", number, "--format", kind)
    files = sorted(tmp_path.glob("briefing-*"))
    assert len(files) == len(NUMBERS)
    for file in files:
        data = file.read_bytes()
        told, attached = readable.from_mail(data) if kind == "eml" else ("", ())
        for name, part in ((file.name, data), ("", told.encode()), *attached):
            # A short word stands in packed bytes by chance.
            assert found(part, LONG, name=name) == [], (file.name, name)
        text = told.encode() if kind == "eml" else data
        assert [one for one in TOKENS if one.encode() in text.lower()] == [], file.name


@pytest.mark.parametrize("options", [(), ("--json",), ("--format", "html", "-o", "-")])
def test_the_correction_changes_nothing_that_they_see(
    cedar: Program, options: tuple[str, ...]
) -> None:
    """2. That a correction exists may be said; what it corrects may not."""
    told = _told(cedar, "diff", "ID", "6..7", *options)
    assert "03:10" not in told
    assert "02:10" not in told
    if options == ("--json",):
        assert json.loads(told)["changes"] == []


def _as_if_there_were_no_more(history: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The same without the items that carry a label, numbered as if they had never been there."""
    short = {name for one in history for name in ITEM_LETTERS if _labelled(getattr(one, name))}
    left = [
        {
            name: [row for row in value if not row.get("sensitivity")] if name in short else value
            for name, value in seed(one).items()
        }
        for one in history
    ]
    return tuple(form(one) for one in renumbered(left, new_ids(left, short)))


def _labelled(items: tuple[Item, ...]) -> bool:
    return any(one.sensitivity for one in items)


def test_no_count_tells_how_many_items_are_withheld(tmp_path: Path) -> None:
    """3. Every copy is the same where there is nothing to withhold, but for sums and commits."""
    history = revisions("cedar")[:6]
    programs = []
    for name, told in (("all", history), ("seen", _as_if_there_were_no_more(history))):
        folder = tmp_path / name
        run("init", str(folder), "--bare-minimum", "--by", "lead@team")
        # That something is withheld for a ground that may be said is said; here none may be.
        _set(folder, "[label.team]\nis_said = false\n")
        for one in told:
            write(folder, one, encode(one))
        programs.append(Program(folder))
    for command in _commands():
        if "7" in command or any("7" in word for word in command if ".." in word):
            continue
        every, seen = (_same(_told(program, *command)) for program in programs)
        assert every == seen, command


def _same(told: str) -> str:
    """What is told, without what a text is known by and when it was committed."""
    told = re.sub(r"\b[0-9a-f]{7,64}\b", "SUM", told)
    now = r"\b\d{4}-\d{2}-\d{2}T[\d:]{8}Z|Committed\W+(?:</?d[td]>)*[\w ,:]+|committed_at.*"
    return re.sub(now, "COMMITTED", told)


def test_what_is_said_plainly_stays(cedar: Program) -> None:
    """4. In the briefing or in what is shown of the revision that says it."""
    for kind in ("brief ID --format md -o -", "show ID --revision 4"):
        told = _told(cedar, *kind.split()).casefold()
        assert "two adults" in told
        assert "police protection" in told
    page = _told(cedar, "brief", "ID", "--format", "md", "-o", "-").casefold()
    for words in ("found", "24 november 2026, 02:30", "not back to the same home"):
        assert words in page, words
    shown = _told(cedar, "show", "ID")
    for dissent in revisions("cedar")[-1].dissent:
        assert f"Different view {dissent.id} by {dissent.role}" in shown
        assert " ".join(dissent.words.split())[:40] in " ".join(shown.split())


@pytest.mark.parametrize("number", [4, 5, 6, 7])
def test_a_label_stays_with_its_field(cedar: Program, number: int) -> None:
    """Its new text names nobody, and is withheld all the same."""
    shown = json.loads(
        cedar("show", cedar("list").out[:6], "--revision", str(number), "--json", *FAMILY).out
    )
    assert "harm_of_waiting" not in shown["decision"]["reason"]
    text = revisions("cedar")[number - 1].reason.harm_of_waiting.strip()
    assert text
    for kind in PAGES:
        assert text not in _told(
            cedar, "brief", "ID", "--revision", str(number), "--format", kind, "-o", "-"
        )
