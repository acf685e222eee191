"""The stamp: written in one line, and read back out of the text of every document."""

import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings import brief
from cases import revisions
from rationale_cli.domain.stamp import Stamp, line, read
from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.services.telling import Format, readable, render

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_STAMPS = st.builds(Stamp, **{one.name: _TEXT for one in msgspec.structs.fields(Stamp)})


@given(_STAMPS)
def test_what_is_written_is_read_back(stamp: Stamp) -> None:
    assert read(f"before {line(stamp)} after") == (stamp,)
    assert line(stamp).isascii()


@given(_STAMPS, st.integers(1, 90), st.sampled_from(["\n", "\r\n> ", " \u00ad"]))
def test_it_may_be_torn_anywhere(stamp: Stamp, width: int, between: str) -> None:
    told = line(stamp)
    torn = between.join(told[place : place + width] for place in range(0, len(told), width))
    assert read(f"one\n{torn}\ntwo") == (stamp,)


@given(st.text())
def test_text_without_one_has_none(text: str) -> None:
    assert read(text) == ()


def test_a_field_that_is_there_twice_makes_it_no_stamp() -> None:
    assert read("rationale:stamp:1; id=k7qf2m; id=k7qf2n; end") == ()


def test_a_field_of_a_later_program_is_passed_over() -> None:
    assert read("rationale:stamp:1; id=k7qf2m; colour=green; end") == (Stamp(id="k7qf2m"),)


def test_several_are_all_told_and_the_same_one_once() -> None:
    one, other = (line(Stamp(id=name)) for name in ("k7qf2m", "k7qf2n"))
    assert [each.id for each in read(f"{one} {other} {one}")] == ["k7qf2m", "k7qf2n"]


def _alder(audience: str) -> Briefing:
    return brief(revisions("alder")[:6], audience=audience)


@pytest.mark.parametrize("audience", ["core-team", "agency:health", "court", "family", "views"])
@pytest.mark.parametrize("form", list(Format))
def test_every_format_of_every_copy_has_exactly_one(
    form: Format, audience: str, tmp_path: Path
) -> None:
    page = _alder(audience)
    made = render(page, form)
    text = readable(made, form, page)
    if form is Format.PDF:
        if shutil.which("pdftotext") is None:
            pytest.skip("poppler-utils is not installed")
        path = tmp_path / "page.pdf"
        assert isinstance(made, bytes)
        path.write_bytes(made)
        done = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True)
        text = done.stdout.decode()
    found = read(re.sub(r"<[^>]*>", "", text) if form is Format.HTML else text)
    assert found == (
        Stamp(
            id="k7qf2m",
            revision="6",
            commit="6" * 40,
            committed="2026-04-16T16:50:00Z",
            sha256="0" * 64,
            case="CASE-ALDER",
            audience=audience,
            marking="OFFICIAL-SENSITIVE",
        ),
    )
