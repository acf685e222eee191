import re
from itertools import chain

import pytest

import word_files
from briefings import brief
from cases import revisions
from rationale_cli.errors import RationaleError
from rationale_cli.render import readable
from rationale_cli.render.word import briefing as word
from rationale_cli.render.word import letterhead as opening
from rationale_cli.render.word.template import Template
from word_files import R, W

BRIEFING = brief(revisions("alder")[:2])
TYPES = "[Content_Types].xml"
LINK = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{}" Target="https://example.invalid/x" TargetMode="External"/></Relationships>'
)
NO_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def _render(content: bytes) -> bytes:
    return word.render(BRIEFING, Template("letterhead.docx", content))


def _refused(content: bytes) -> str:
    with pytest.raises(RationaleError) as refused:
        _render(content)
    assert refused.value.hint
    return str(refused.value)


def _linking(member: str, kind: str, data: bytes | None = None) -> bytes:
    name = f"word/_rels/{member}.rels"
    everything = word_files.parts(data or word_files.letterhead())
    before = everything.get(name, NO_RELATIONS.encode()).decode()
    after = before.replace("/>", "></Relationships>") if "</" not in before else before
    everything[name] = after.replace("</Relationships>", LINK.format(kind)).encode()
    return word_files.packed(everything)


def _in_header(xml: str, data: bytes | None = None) -> bytes:
    everything = word_files.parts(data or word_files.letterhead())
    name = "word/header1.xml"
    everything[name] = everything[name].replace(b"</w:hdr>", f"{xml}</w:hdr>".encode())
    return word_files.packed(everything)


def test_an_organisations_own_look_stays_and_what_it_lacks_is_added() -> None:
    data = _render(word_files.letterhead())
    header = "".join(word_files.tree(data, "word/header1.xml").itertext())
    footer = "".join(word_files.tree(data, "word/footer1.xml").itertext())
    styles = {
        name.get(f"{W}val"): one
        for one in word_files.tree(data, "word/styles.xml").iter(f"{W}style")
        for name in one.iter(f"{W}name")
    }
    size = styles["heading 1"].find(f"{W}rPr/{W}sz")
    margins = word_files.tree(data).find(f".//{W}pgMar")

    assert header.index("Borough of Nowhere") < header.index("OFFICIAL-SENSITIVE")
    assert footer.index("Town Hall, Nowhere") < footer.index("Decision briefing k7qf2m")
    assert {"Borough Text", "Quote", "List Bullet", "caption", "Briefing Table"} <= styles.keys()
    assert size is not None
    assert size.get(f"{W}val") == "18"
    assert margins is not None
    assert margins.get(f"{W}left") == "2551"
    assert data == _render(word_files.letterhead())


def test_its_text_its_author_and_its_picture_of_itself_go() -> None:
    data = _render(word_files.letterhead())
    told = readable.from_word(data)

    assert "Dear sir or madam" not in told
    assert "A Person" not in told
    assert not [name for name in word_files.parts(data) if "thumbnail" in name]


def test_every_style_that_is_used_is_there() -> None:
    for data in (_render(word_files.letterhead()), word.render(BRIEFING)):
        parts = (word_files.tree(data, f"word/{name}1.xml") for name in ("header", "footer"))
        used = {
            one.get(f"{W}val")
            for part in chain(parts, (word_files.tree(data),))
            for one in part.iter()
            if one.tag in {f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"}
        }
        known = {
            one.get(f"{W}styleId")
            for one in word_files.tree(data, "word/styles.xml").iter(f"{W}style")
        }
        assert used <= known


def test_added_lists_have_their_bullets() -> None:
    data = _render(word_files.letterhead())
    numbers = {
        one.get(f"{W}numId") for one in word_files.tree(data, "word/numbering.xml").iter(f"{W}num")
    }
    wanted = {
        one.get(f"{W}val") for one in word_files.tree(data, "word/styles.xml").iter(f"{W}numId")
    }

    assert wanted <= numbers


def test_a_template_of_words_own_kind_is_a_letterhead_too() -> None:
    everything = word_files.parts(word_files.letterhead())
    everything[TYPES] = everything[TYPES].replace(b".document.main+xml", b".template.main+xml")

    assert "Borough of Nowhere" in readable.from_word(_render(word_files.packed(everything)))


def test_a_link_in_a_header_becomes_its_words() -> None:
    link = (
        '<w:p><w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships" r:id="rId99"><w:r><w:t>nowhere.invalid</w:t></w:r></w:hyperlink></w:p>'
    )
    data = _render(_linking("header1.xml", "hyperlink", _in_header(link)))
    header = word_files.tree(data, "word/header1.xml")

    assert "nowhere.invalid" in "".join(header.itertext())
    assert not [one for one in header.iter() if one.get(f"{R}id") == "rId99"]
    assert "example.invalid" not in readable.from_word(data)


@pytest.mark.parametrize("kind", ["attachedTemplate", "mailMergeSource"])
def test_what_the_settings_reach_for_is_let_go(kind: str) -> None:
    data = _render(_linking("settings.xml", kind))

    assert "example.invalid" not in readable.from_word(data)


def test_a_picture_from_elsewhere_is_refused() -> None:
    told = _refused(_linking("header1.xml", "image"))

    assert told == (
        "the template 'letterhead.docx' takes something from 'https://example.invalid/x'"
    )


@pytest.mark.parametrize(
    "field",
    [
        '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;https://example.invalid&quot; "/></w:p>',
        "<w:p><w:r><w:instrText>DDE</w:instrText><w:instrText>AUTO c</w:instrText></w:r></w:p>",
    ],
)
def test_a_field_that_fetches_or_runs_is_refused(field: str) -> None:
    assert "fetches or runs" in _refused(_in_header(field))


def test_macros_are_refused() -> None:
    everything = word_files.parts(word_files.letterhead())
    named = everything[TYPES].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )

    assert "has macros" in _refused(word_files.packed({**everything, TYPES: named}))
    assert "has macros" in _refused(
        word_files.packed({**everything, "word/vbaProject.bin": b"macro"})
    )


def test_entities_are_refused() -> None:
    everything = word_files.parts(word_files.letterhead())
    name = "word/header1.xml"
    everything[name] = re.sub(
        rb"\?>", b'?><!DOCTYPE x [<!ENTITY a "aaaa">]>', everything[name], count=1
    )

    assert "document type" in _refused(word_files.packed(everything))


def test_what_is_too_large_or_no_document_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = word_files.letterhead()

    assert "is no Word document" in _refused(b"a letter")
    assert "is damaged" in _refused(word_files.packed({TYPES: b"<Types/>"}))
    assert _refused(whole[: len(whole) // 2])
    monkeypatch.setattr(opening, "LARGEST_UNPACKED", 1000)
    assert "far larger inside" in _refused(whole)
    monkeypatch.setattr(opening, "LARGEST", 1000)
    assert "larger than" in _refused(whole)
