"""Briefings as PDF: pages that print well, that a screen reader can follow, and nothing besides."""

import itertools
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import msgspec
import pytest

from briefings import brief
from cases import revisions
from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.contested import Concerns, Contested, DayTold
from rationale_cli.errors import RationaleError
from rationale_cli.render import pdf, visible
from typed_texts import ADDRESSES, HOSTILE, MARKED, holding, led

poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)


def test_the_same_briefing_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    script = tmp_path / "once.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
        "from briefings import brief\n"
        "from cases import revisions\n"
        "from rationale_cli.render import pdf\n"
        "sys.stdout.buffer.write(pdf.render(brief(revisions('alder')[:6])))\n",
        encoding="utf-8",
    )
    environment = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "HOME": str(tmp_path)}
    other = subprocess.run(
        [sys.executable, script], check=True, capture_output=True, env=environment
    ).stdout

    assert other == _alder()
    assert pdf.render(_briefing()) == _alder()


def test_it_is_tagged_says_its_language_and_claims_pdf_ua() -> None:
    found = _alder()
    assert found.startswith(b"%PDF-1.7")
    for wanted in (
        b"/StructTreeRoot",
        b"/MarkInfo",
        b"/Lang(en-GB)",
        b"/DisplayDocTitle true",
        b"<pdfuaid:part>1</pdfuaid:part>",
    ):
        assert wanted in found.replace(b"/Lang (", b"/Lang("), wanted


def test_its_metadata_hold_nothing_but_the_reference() -> None:
    found = _alder()
    start = found.index(b"<?xpacket begin")
    metadata = found[start : found.index(b"<?xpacket end", start)].decode()
    texts = re.findall(r">([^<>\s][^<>]*)<", metadata)
    allowed = (
        r"Decision k7qf2m, revision 6|Typst [\d.]+|en-GB|application/pdf|proof|\d+|\d\.\d|\S{22,24}"
    )
    assert [one for one in texts if not re.fullmatch(allowed, one)] == []
    assert b"/Author" not in found
    assert b"/CreationDate" not in found
    assert str(datetime.now(UTC).year) + "-" not in metadata


@poppler
def test_the_pages_hold_the_words_of_those_who_disagree() -> None:
    read = _flat(_text(_alder()))
    for one in _briefing().objections:
        assert _flat(one.words) in read
        assert _flat(one.answer) in read


@poppler
def test_what_stands_on_page_one_keeps_its_order() -> None:
    read = _flat(_text(_alder(), "-raw"))
    headings = (
        "Nobody has looked at six kinds of harm yet.",
        "What we decided",
        "Why",
        "What changed since revision 5",
        "Who disagrees, in their own words",
        "What could go wrong",
        "Call us at once if",
        "How to question this",
        "In detail",
        "As it stands in revision 6",
        "What could be done, with reasons for and against.",
        "Words come first; the number after them",
        "Made from",
        "About decision k7qf2m, revision 6.",
    )
    places = [read.find(one) for one in headings]
    assert -1 not in places
    assert places == sorted(places)


@poppler
def test_everything_that_the_briefing_says_is_on_the_pages() -> None:
    # Without what stands above and below each page: a sentence may go on overleaf.
    inside = ("-x", "0", "-y", "65", "-W", "596", "-H", "716")
    read = re.sub(r"\s", "", _text(_alder(), "-raw", *inside))
    briefing = _briefing()
    undrawn = (msgspec.structs.replace(one, charts=(), chart_note="") for one in briefing.sections)
    printed = msgspec.structs.replace(briefing, sections=tuple(undrawn))
    texts = set(visible.told(printed).split("\n"))
    # Anchors, kinds of silence and where a link leads are no text.
    codes = re.compile(r"[a-z-]*|[\d.]*|[\dT:-]+Z")
    texts -= led(briefing)
    missing = [
        one for one in texts if re.sub(r"\s", "", one) not in read and not codes.fullmatch(one)
    ]
    assert missing == []


@poppler
def test_page_one_says_what_was_decided_why_what_changed_and_who_disagrees() -> None:
    first = _flat(_text(_alder(), "-l", "1"))
    for wanted in (
        "OFFICIAL-SENSITIVE",
        "Mother-and-baby residential unit",
        "The explanation does not fully fit the injury.",
        "Does it still stand?",
        "He cares for her alone three evenings a week",
        "harm where they are placed",
        "Page 1 of",
    ):
        assert wanted in first


@poppler
def test_every_page_has_marking_reference_and_number() -> None:
    pages = _text(_alder()).split("\f")[:-1]
    assert 8 < len(pages) < 20
    for number, page in enumerate(pages, start=1):
        assert page.count("OFFICIAL-SENSITIVE") >= 2
        assert page.count("k7qf2m, revision 6") >= 2
        assert f"Page {number} of {len(pages)}" in page


@poppler
def test_the_stamp_can_be_read_back_a_line_each() -> None:
    lines = [line.strip() for line in _text(_alder(), "-layout").splitlines()]
    for fact in _briefing().stamp:
        assert f"{fact.label}: {fact.text}" in lines


@poppler
def test_every_font_is_in_the_file_and_none_is_the_computers_own(tmp_path: Path) -> None:
    path = tmp_path / "briefing.pdf"
    path.write_bytes(_alder())
    listed = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout
    lines = listed.splitlines()[2:]
    assert lines
    for line in lines:
        assert re.search(r"\+(LibertinusSerif|NewCM|DejaVuSansMono)", line), line
        assert re.search(r" yes +yes +yes ", line), line


@poppler
def test_headings_come_in_order_and_tables_repeat_their_header(tmp_path: Path) -> None:
    path = tmp_path / "briefing.pdf"
    path.write_bytes(_alder())
    found = subprocess.run(["pdfinfo", "-struct", path], check=True, capture_output=True).stdout
    told = found.decode(errors="replace")
    levels = [int(one) for one in re.findall(r"^\s*H(\d) ", told, re.MULTILINE)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for wanted in ("Caption", "THead", "TH ", "BlockQuote", "TOCI", "Lbl"):
        assert wanted in told, wanted
    pages = _text(_alder(), "-layout").split("\f")
    assert sum("What became of it, and why" in page for page in pages) == 2


@poppler
def test_no_text_of_a_record_is_markup() -> None:
    hostile = (
        '#panic("x") $x$ *not bold* `raw` \\ #include "page.typ" <what> @what = Heading // gone'
    )
    read = _flat(_text(pdf.render(_retitled(hostile))))
    assert hostile in read


@poppler
def test_what_people_typed_is_laid_out_as_lists_emphasis_and_links(tmp_path: Path) -> None:
    path = tmp_path / "briefing.pdf"
    path.write_bytes(pdf.render(holding(MARKED)))
    read = re.sub(r"\s", "", _text(path.read_bytes(), "-raw"))
    for line in MARKED.split("\n"):
        assert read.count(re.sub(r"\s", "", line)) >= 9, line
    struct = _told("-struct-text", path)
    items = re.findall(r'Lbl \(block\)\n *"(.*)"\n *LBody \(block\)\n *"(.*)"', struct)
    for item in (("-", "a bed \\ a cot"), ("9)", "first"), ("10)", "last")):
        assert items.count(item) >= 9, item
    for emphasised in ("*never*", "**two**"):
        assert re.search(rf'Span \(inline\)\n *"{re.escape(emphasised)}"', struct)
    assert _addresses(path) == {"https://example.invalid/a_b?c=1&d=2"} | led(_briefing())


@poppler
def test_hostile_prose_is_shown_as_it_was_typed_and_links_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "briefing.pdf"
    path.write_bytes(pdf.render(holding(HOSTILE)))
    read = re.sub(r"\s", "", _text(path.read_bytes(), "-raw"))
    assert read.count(re.sub(r"\s", "", HOSTILE.split("\n\n")[2])) >= 8
    assert _addresses(path) == ADDRESSES | led(_briefing())


@poppler
def test_what_would_act_is_shown_by_its_number() -> None:
    read = _flat(_text(pdf.render(_retitled("\u202eefas ton\x1b[31m\x07\u200b"))))
    assert "‹U+202E›efas ton‹U+001B›[31m‹U+0007›‹U+200B›" in read


@poppler
def test_letters_without_a_shape_stand_as_numbers_and_the_page_says_so() -> None:
    read = _flat(_text(pdf.render(_retitled("Łódź, ŵyneb, 中 \U0001f600"))))
    assert "Łódź, ŵyneb, ‹U+4E2D› ‹U+1F600›" in read
    assert "Some letters could not be printed" in read
    assert "Some letters could not be printed" not in _flat(_text(_alder()))


@poppler
def test_a_text_longer_than_a_page_loses_nothing() -> None:
    long = " ".join(f"word{number}" for number in range(2500))
    first = _briefing()
    choices = tuple(msgspec.structs.replace(one, pros=(long,)) for one in first.choices[:1])
    objections = tuple(msgspec.structs.replace(one, words=long) for one in first.objections[:1])
    told = msgspec.structs.replace(first, choices=choices, objections=objections)
    read = _text(pdf.render(told)).split()
    assert sum(one.startswith("word") for one in (w.strip("“”") for w in read)) >= 5000


@poppler
def test_a_run_without_a_blank_stays_on_the_page(tmp_path: Path) -> None:
    run = "x" * 400
    path = tmp_path / "briefing.pdf"
    choices = tuple(
        msgspec.structs.replace(one, title=run, pros=(run,)) for one in _briefing().choices[:1]
    )
    path.write_bytes(pdf.render(msgspec.structs.replace(_briefing(), title=run, choices=choices)))
    boxes = subprocess.run(
        ["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True
    ).stdout
    assert max(float(one) for one in re.findall(r'xMax="([\d.]+)"', boxes)) < 595 - 50


@poppler
def test_an_open_concern_stands_above_what_was_decided() -> None:
    days = tuple(
        DayTold(day=f"{day} April 2026", text=text, code=code, place=place)
        for day, text, code, place in (
            (1, "concern raised", "raised", "0.0"),
            (9, "the placement begins", "mark", "50.0"),
            (12, "today", "today", "80.0"),
        )
    )
    concern = Contested(
        id="p3xw9d",
        heading="Concern p3xw9d by health visitor, health",
        statement="The plan leaves evenings out.",
        if_right="She is alone with him.",
        sentences=("Stage 1 is due on 8 April 2026.",),
        days=days,
        ends="70.0",
    )
    told = msgspec.structs.replace(_briefing(), concerns=Concerns(open=(concern,)))
    read = _flat(_text(pdf.render(told)))
    assert read.index("Open concerns") < read.index("The plan leaves evenings out.")
    assert read.index("9 April 2026 the placement begins") < read.index("What we decided")


@pytest.mark.parametrize(("case", "count"), [("alder", 1), ("alder", 7), ("cedar", 7)])
def test_every_case_passes_the_engines_own_check(case: str, count: int) -> None:
    assert pdf.render(brief(revisions(case)[:count], contacts=(), marking="")).startswith(b"%PDF")


def test_without_the_extra_the_error_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(RationaleError) as caught:
        pdf.render(_briefing())
    assert caught.value.exit_status == 1
    assert caught.value.lines == (
        f"{sys.executable} -m pip install 'rationale-recorder[pdf]'",
        "pipx inject rationale-recorder typst",
    )


def _retitled(title: str) -> Briefing:
    return msgspec.structs.replace(_briefing(), title=title)


@cache
def _briefing() -> Briefing:
    return brief(revisions("alder")[:6])


@cache
def _alder() -> bytes:
    return pdf.render(_briefing())


def _text(document: bytes, *options: str) -> str:
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=document, check=True, capture_output=True).stdout.decode()


def _told(option: str, path: Path) -> str:
    done = subprocess.run(["pdfinfo", option, path], check=True, capture_output=True)
    return done.stdout.decode(errors="replace")


def _addresses(path: Path) -> set[str]:
    return set(re.findall(r"\S+://\S+", _told("-url", path)))


def _flat(text: str) -> str:
    return " ".join(text.split())
