"""The court's copy: numbered paragraphs, and nothing that the record does not say."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from briefings import brief
from cases import revisions
from rationale_cli.codec.shipped import court as library
from rationale_cli.domain.decision import Decision, Status
from rationale_cli.domain.knowledge import Known, KnownKind
from rationale_cli.domain.people import AgeBand, NotConsulted, Person
from rationale_cli.domain.telling.briefing import Briefing, Entry, Section
from rationale_cli.render.visible import told
from rationale_cli.services.telling import Format, render


def _with(decision: Decision, **changes: Any) -> Decision:
    return msgspec.structs.replace(decision, **changes)


def _part(page: Briefing, anchor: str) -> Section:
    return next(one for one in page.sheet if one.anchor == anchor)


def _said(page: Briefing, anchor: str) -> dict[str, Entry]:
    return {one.title: one for one in _part(page, anchor).entries}


def _court(*history: Decision) -> Briefing:
    return brief(history, audience="court")


def _alder(count: int = 6) -> Briefing:
    return _court(*revisions("alder")[:count])


def test_every_paragraph_has_a_number_of_its_own_in_every_format() -> None:
    page = _alder()
    numbers = [one.number for part in page.sheet for one in part.entries]
    assert len(numbers) == len(set(numbers)) > 100
    assert [part.heading.partition(".")[0] for part in page.sheet] == [
        str(place) for place in range(1, len(page.sheet) + 1)
    ]
    for place, part in enumerate(page.sheet, start=1):
        assert [one.number for one in part.entries] == [
            f"{place}.{number}" for number in range(1, len(part.entries) + 1)
        ]
        assert (part.notes, part.facts) == ((), ())
    for form in (Format.HTML, Format.MARKDOWN, Format.TEXT, Format.JSON):
        text = str(render(page, form)).replace(
            "\\", ""
        )  # Markdown keeps a number from being a list
        assert [one for one in numbers if one not in text] == []


def test_a_paragraph_more_leaves_the_numbers_of_other_sections() -> None:
    before, after = _alder(6), _alder(7)
    for anchor in ("options", "welfare", "fairness", "disagree"):
        numbers = [
            {one.id: one.number for one in _part(page, anchor).entries} for page in (before, after)
        ]
        assert numbers[0] == numbers[1]


def test_nothing_of_the_record_is_lost_beside_the_usual_pages() -> None:
    history = revisions("alder")[:6]
    said = told(_court(*history))
    usual = brief(history)
    wanted = [
        *(one.words for one in usual.objections),
        *(fact.text for part in usual.sections for one in part.entries for fact in one.facts),
        *(
            one.title
            for chapter in (usual.known, usual.learned)
            for part in chapter.sections
            for one in part.entries
        ),
        *(text for one in usual.choices for text in (*one.pros, *one.cons, one.reason.text)),
        *(text for part in usual.changed.parts for text in part.sentences),
        *(row.reason for row in usual.history),
    ]
    assert [one for one in wanted if one not in said] == []


def test_source_and_date_stand_beside_each_fact() -> None:
    facts = {
        one.id: {fact.label: fact.text for fact in one.facts}
        for one in _part(_alder(), "known").entries
    }
    assert facts["K11"]["Source"] == "nursery safeguarding lead, by phone at 11:20"
    assert facts["K11"]["As of"] == "14 April 2026"
    assert all(
        {"Source", "As of", "How good the evidence is"} <= set(one) for one in facts.values()
    )


def test_page_one_keeps_its_order_and_disagreement_is_no_late_appendix() -> None:
    anchors = [one.anchor for one in _alder().sheet]
    assert anchors[:5] == ["what", "why", "changed", "disagree", "harm"]
    assert anchors.index("known") < anchors.index("outcome")


def test_what_we_proposed_decided_and_what_the_court_directed_stand_apart() -> None:
    proposed, decided = revisions("alder")[0], revisions("alder")[5]
    directed = _with(
        proposed,
        revision=2,
        status=Status.DIRECTED,
        known=(
            *proposed.known,
            Known(id="K99", text="The threshold is met.", kind=KnownKind.FOUND),
        ),
    )
    page = _court(proposed, directed)
    assert [one.title for one in _part(page, "proposed").entries] == [
        "Revision 1, 24 March 2026, 15:30"
    ]
    assert [(one.note, one.id) for one in _part(page, "directed").entries] == [
        ("Directed by a court", ""),
        ("Found by a court", "K99"),
    ]
    silence = "No revision of this record was decided or took effect."
    assert _part(page, "we-decided").silence == silence
    silence = "This record says of nothing that a court directed or found it."
    assert _part(_court(decided), "directed").silence == silence


def test_the_checklist_says_what_the_record_says_and_where_it_says_nothing() -> None:
    page = _alder()
    entries = _part(page, "welfare").entries
    assert [one.title[:3] for one in entries] == ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)"]
    voice = revisions("alder")[5].person[0].voice.strip("\n")
    assert [one.text for one in entries[0].facts] == [voice]
    assert not any("says nothing" in one.text for one in entries)

    bare = _with(
        revisions("alder")[5],
        person=(),
        option=(),
        risk=(),
        law=(),
        rating=(),
        reason=type(revisions("alder")[5].reason)(),
    )
    for one in _part(_court(bare), "welfare").entries:
        assert one.facts == ()
        assert one.text.startswith("The record says nothing under this heading.")


def test_the_checklist_is_about_the_child_and_not_the_adults_around_it() -> None:
    before = revisions("alder")[5]
    adult = Person(id="P9", age_band=AgeBand.ADULT, voice="I work nights.")
    page = _court(_with(before, person=(*before.person, adult)))
    assert not any(
        "P9" in fact.label for one in _part(page, "welfare").entries for fact in one.facts
    )


def test_every_field_of_the_checklist_is_one_that_a_record_has() -> None:
    def fields(path: str) -> Iterator[str]:
        name, _, key = path.partition(".")
        shape: Any = {one.name: one.type for one in msgspec.structs.fields(Decision)}[name]
        item = getattr(shape, "__args__", (shape,))[0]
        yield from (
            one.encode_name for one in msgspec.structs.fields(item) if one.encode_name == key
        )

    for one in library().checklist:
        for path in one.from_:
            assert list(fields(path)), path
        assert one.why.endswith(".")


def test_fairness_says_who_was_told_and_heard() -> None:
    said = _said(_alder(), "fairness")
    assert (
        said["Told the reasons"].text == "The family was told the reasons on 16 April 2026, 15:00."
    )
    assert said["The view of the children's guardian"].text == (
        "Has a concern. Shares the worry about the unknown adult."
    )
    assert said["The view of the independent reviewing officer"].id == "C9"
    assert said["Whether the court was told who disagrees: health visitor, health"].text == (
        "The record does not say."
    )


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "The record does not say whether the children's guardian was asked."),
        (
            {"not_consulted": (NotConsulted(id="N9", role="Children's guardian", reason="Ill."),)},
            "Not consulted. Ill.",
        ),
    ],
)
def test_a_guardian_who_was_not_asked_is_not_made_up(changes: dict[str, Any], text: str) -> None:
    decision = _with(revisions("alder")[0], consulted=(), **changes)
    assert _said(_court(decision), "fairness")["The view of the children's guardian"].text == text


@pytest.mark.parametrize("answer", ["never asked", "no"])
def test_a_family_not_told_reads_differently_from_one_never_asked_about(answer: str) -> None:
    before = revisions("alder")[0]
    family = msgspec.structs.replace(before.family, told=False if answer == "no" else None)
    text = _said(_court(_with(before, family=family)), "fairness")["Told the reasons"].text
    begins = {
        "never asked": "Whether the family was told the reasons: Not asked.",
        "no": "The family was not told the reasons.",
    }
    assert text.startswith(begins[answer])
