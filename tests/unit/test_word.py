import io
from zipfile import ZIP_STORED, ZipFile

import msgspec
import pytest
from hypothesis import given, settings

import word_files
from briefings import brief
from cases import revisions
from rationale_cli.codec.shipped import words
from rationale_cli.domain.clearing.scanning import folded
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.people import Dissent
from rationale_cli.domain.telling.briefing import Briefing, Section
from rationale_cli.domain.telling.for_audience import for_audience
from rationale_cli.domain.telling.plain import Table
from rationale_cli.render import readable
from rationale_cli.render.word import briefing as word
from strategies import decisions
from typed_texts import ADDRESSES, HOSTILE, MARKED, holding, led
from word_files import W

ACTING = "A\u202eB\x1b[31m\x00\uffff\n=HYPERLINK('https://example.invalid')\n<w:p/>" + "x" * 500


@pytest.fixture(scope="module")
def alder() -> Briefing:
    return brief(revisions("alder")[:6])


@pytest.fixture(scope="module")
def data(alder: Briefing) -> bytes:
    return word.render(alder)


@given(decisions())
@settings(max_examples=12)
def test_no_text_that_a_person_types_stops_it(decision: Decision) -> None:
    data = word.render(brief((decision,)))

    assert {one.tag for one in word_files.tree(data).iter()} <= TAGS


@pytest.mark.parametrize("case", ["alder", "cedar"])
def test_each_disagreement_stands_word_for_word_as_a_quotation(case: str) -> None:
    history = revisions(case)[:6]
    found = word_files.paragraphs(word.render(brief(history)))
    quoted = [folded(text) for style, text in found if style == "Quote"]

    assert quoted == [folded(one.words) for one in _by_standing(history[-1])]


def test_headings_are_in_order_and_the_title_comes_first(data: bytes) -> None:
    found = word_files.paragraphs(data)
    headings = [(style, text) for style, text in found if style.startswith("Heading")]

    assert found[0][0] == "Title"
    assert headings[0] == ("Heading 1", "What we decided")
    assert [text for style, text in headings if style == "Heading 1"] == [
        "What we decided",
        "Why",
        "What changed since revision 5",
        "Who disagrees, in their own words",
        "What could go wrong",
        "Call us at once if …",
        "How to question this",
        "As it stands in revision 6",
        "Known at the time",
        "Learned later",
        "Every change",
        "History",
        "Made from",
        "Reply slip",
    ]
    assert {style for style, _ in headings} == {"Heading 1", "Heading 2"}
    assert {"List Bullet", "List Number", "Quote", "Caption"} <= {style for style, _ in found}


def test_a_page_of_its_own_has_that_page_and_nothing_else() -> None:
    history = revisions("alder")[:1]
    briefing = for_audience(brief(history), history, "views", words())
    found = word_files.paragraphs(word.render(briefing))
    headings = [text for style, text in found if style == "Heading 1"]

    assert headings[-3:] == ["What do you see?", "Made from", "Reply slip"]
    assert not {"What we decided", "History"} & set(headings)
    assert "Options side by side" not in [text for _, text in found]
    asked = [text for _, text in found].index(briefing.sheet[-1].room[0])
    assert [text for _, text in found][asked + 1 : asked + 4] == ["\t"] * 3


def test_every_table_repeats_its_header_says_what_it_is_and_keeps_rows_whole(data: bytes) -> None:
    tables = list(word_files.tree(data).iter(f"{W}tbl"))

    assert len(tables) == 4
    for table in tables:
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        assert caption is not None
        assert caption.get(f"{W}val")
        first, *rows = table.findall(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        for row in (first, *rows):
            assert row.find(f"{W}trPr/{W}cantSplit") is not None
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows)


def test_a_row_longer_than_a_page_may_be_parted(alder: Briefing) -> None:
    table = Table(caption="Long", columns=("Who", "Why"), rows=(("lead", "because " * 900),))
    part = Section(anchor="long", heading="Long", tables=(table,))
    data = word.render(msgspec.structs.replace(alder, sections=(part,)))
    (row,) = (
        one for one in word_files.tree(data).iter(f"{W}tr") if len("".join(one.itertext())) > 5000
    )

    assert row.find(f"{W}trPr/{W}cantSplit") is None


def test_the_language_is_british_english(data: bytes) -> None:
    said = word_files.tree(data, "word/styles.xml").iter(f"{W}lang")

    assert {one.get(f"{W}val") for one in said} == {"en-GB"}


def test_the_same_briefing_gives_the_same_bytes_whatever_packs_them(alder: Briefing) -> None:
    data = word.render(alder)

    assert data == word.render(alder)
    with ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    assert {one.date_time for one in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {(one.compress_type, one.create_system) for one in members} == {(ZIP_STORED, 0)}
    names = [one.filename for one in members]
    assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_the_file_says_its_reference_and_nobodys_name(data: bytes) -> None:
    told = word_files.tree(data, "docProps/core.xml")
    said = {one.tag.rpartition("}")[2]: one.text for one in told}

    assert said == {
        "title": "Decision briefing k7qf2m, revision 6",
        "language": "en-GB",
        "created": "2026-04-16T16:50:00Z",
        "modified": "2026-04-16T16:50:00Z",
    }
    assert "docProps/app.xml" not in word_files.parts(data)
    assert "python-docx" not in readable.from_word(data)


def test_marking_reference_and_pages_stand_on_every_page(data: bytes) -> None:
    header = word_files.tree(data, "word/header1.xml")
    footer = word_files.tree(data, "word/footer1.xml")
    fields = [one.get(f"{W}instr") for one in footer.iter(f"{W}fldSimple")]

    assert "".join(header.itertext()).strip() == "OFFICIAL-SENSITIVE"
    assert "".join(footer.itertext()).strip() == "Decision briefing k7qf2m, revision 6Page 1 of 1"
    assert fields == ["PAGE", "NUMPAGES"]


def test_nothing_is_obeyed_and_nothing_comes_from_elsewhere() -> None:
    decision = msgspec.structs.replace(revisions("alder")[0], title=ACTING)
    briefing = brief((decision,))
    data = word.render(briefing)
    relations = "".join(
        one.decode() for name, one in word_files.parts(data).items() if name.endswith(".rels")
    )

    told = readable.from_word(data)
    assert "A‹U+202E›B‹U+001B›[31m‹U+0000›‹U+FFFF›" in told
    assert "=HYPERLINK('https://example.invalid')" in told
    # A link is followed by whoever follows it; everything else would be fetched.
    assert word_files.links(data) == led(briefing)
    assert relations.count('"External"') == relations.count('/hyperlink"')
    assert "instrText" not in word_files.parts(data)["word/document.xml"].decode()


def test_what_it_says_is_read_across_lines_and_runs() -> None:
    decision = msgspec.structs.replace(revisions("alder")[0], title='One "two"\nthree & four')
    read = folded(readable.from_word(word.render(brief((decision,)))))

    assert 'one "two" three & four' in read


def test_what_people_typed_is_lists_emphasis_and_links(alder: Briefing) -> None:
    data = word.render(holding(MARKED))
    found = word_files.paragraphs(data)
    emphasised = {
        (one.tag, text)
        for run in word_files.tree(data).iter(f"{W}r")
        for one in run.findall(f"{W}rPr/*")
        for text in ["".join(run.itertext())]
        if one.tag in {f"{W}b", f"{W}i"}
    }
    styles = {style for style, text in found if text.startswith("-\ta bed \\ a cot\nwith **two**")}
    numbering = word_files.tree(data, "word/styles.xml")
    numbered = {
        one.get(f"{W}styleId") for one in numbering if one.find(f"{W}pPr/{W}numPr") is not None
    }

    assert emphasised == {(f"{W}b", "**two**"), (f"{W}i", "*never*")}
    assert styles == {"Briefing Typed", "Briefing Typed Quote"}
    assert {one.replace(" ", "") for one in styles} <= numbered
    assert word_files.links(data) == {"https://example.invalid/a_b?c=1&d=2"} | led(alder)
    read = readable.from_word(data)
    assert folded(read).count(folded(MARKED)) == 10
    assert word_files.links(word.render(alder)) == led(alder) != set()


def test_hostile_prose_is_shown_as_it_was_typed_and_links_nowhere(alder: Briefing) -> None:
    data = word.render(holding(HOSTILE))

    assert {one.tag for one in word_files.tree(data).iter()} <= TAGS
    assert word_files.links(data) == ADDRESSES | led(alder)
    assert folded(HOSTILE) in folded(readable.from_word(data))


def test_a_second_paragraph_of_an_item_has_no_bullet(alder: Briefing) -> None:
    why = msgspec.structs.replace(alder.why, sentences=("One.\n\nTwo.",))
    found = word_files.paragraphs(word.render(msgspec.structs.replace(alder, why=why)))

    assert ("List Number", "One.") in found
    assert ("Briefing Fact", "Two.") in found


def _by_standing(decision: Decision) -> list[Dissent]:
    objections = brief((decision,)).objections
    return [next(one for one in decision.dissent if one.id == told.id) for told in objections]


TAGS = {
    f"{W}{one}"
    for one in [
        "document",
        "body",
        "p",
        "pPr",
        "pStyle",
        "pageBreakBefore",
        "keepNext",
        "tabs",
        "tab",
        "r",
        "rPr",
        "rStyle",
        "b",
        "i",
        "hyperlink",
        "strike",
        "u",
        "t",
        "br",
        "tbl",
        "tblPr",
        "tblStyle",
        "tblW",
        "tblLook",
        "tblLayout",
        "tblCaption",
        "tblGrid",
        "gridCol",
        "tr",
        "trPr",
        "cantSplit",
        "tblHeader",
        "tc",
        "tcPr",
        "tcW",
        "sectPr",
        "headerReference",
        "footerReference",
        "pgSz",
        "pgMar",
        "cols",
        "docGrid",
    ]
}
