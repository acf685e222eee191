"""Which suggestions fit a field and what was typed into it."""

import pytest
from msgspec import structs

from rationale_cli.codec import law, shipped
from rationale_cli.domain.citing.citation import Citations
from rationale_cli.domain.gathering import gathered
from rationale_cli.domain.suggestion import MOST, Suggestion, Suggestions, folded, matching

SHIPPED = gathered((), shipped=law.provisions(), usual=shipped.roles())


def _inserted(field: str, typed: str, known: Suggestions = SHIPPED, *, role: str = "") -> list[str]:
    return [one.insert for one in matching(known, field, typed, role=role)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("s38 6", "CA89-38-6"),
        ("38(6)", "CA89-38-6"),
        ("s.38(6)", "CA89-38-6"),
        ("S 38 ( 6 )", "CA89-38-6"),
        ("section 38(6)", "CA89-38-6"),
        ("sec 38 6", "CA89-38-6"),
        ("children act 1989 section 38(6)", "CA89-38-6"),
        ("ca89-38-6", "CA89-38-6"),
        ("CA8938-6", "CA89-38-6"),
        ("s.47", "CA89-47"),
        ("47", "CA89-47"),
        ("s22c", "CA89-22C"),
        ("re b-s", "RE-B-S"),
        ("Re BS", "RE-B-S"),
        ("b-s", "RE-B-S"),
        ("re b", "RE-B"),
        ("police prot", "CA89-46"),
        ("epo", "CA89-44"),
        ("sgo", "CA89-14A"),
        ("reg 28", "CPR-28"),
        ("art 8", "HRA98"),
        ("s.1 aca", "ACA02-1"),
        ("kent", "KENT-V-G"),
        ("threshold", "CA89-31"),
        ("agreement", "CA89-20"),  # a word of its plain meaning
    ],
)
def test_a_provision_is_found_by_the_ways_people_write_it(typed: str, first: str) -> None:
    assert _inserted("law.provision", typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("s.47(1)(b) Children Act 1989", ["CA89-47"]),
        ("s.38(6) CA 89", ["CA89-38-6"]),
        ("Re B-S (Children) [2013] EWCA Civ 1146", ["RE-B-S"]),
        ("s.20", ["CA89-20", "ACA02-18-20"]),
    ],
)
def test_what_a_citation_means_is_offered_first(typed: str, first: list[str]) -> None:
    known = structs.replace(SHIPPED, citations=Citations(law.provisions()))

    assert _inserted("law.L1.provision", typed, known)[: len(first)] == first
    assert _inserted("consulted.C1.summary", typed, known) == []


def test_a_provision_is_inserted_by_its_id_and_shown_by_what_it_means() -> None:
    (found,) = matching(SHIPPED, "law.L1.provision", "s.38(7B)")

    assert (found.insert, found.shown) == (
        "CA89-38-7B",
        (
            "s.38(7B) CA 1989: What the court weighs before it directs one: the effect on the "
            "child, the issues, the questions, other evidence, the timetable, the cost and the "
            "rules."
        ),
    )


@pytest.mark.parametrize(
    ("field", "typed", "found"),
    [
        ("consulted.role", "health v", ["health visitor"]),
        ("consulted.C1.role", "Health-V", ["health visitor"]),
        ("approval.role", "guardian", ["children's guardian"]),
        ("dissent.role", "childrens g", ["children's guardian"]),
        ("rating.role", "ealth vis", ["health visitor"]),
        ("not_consulted.agency", "pol", ["police"]),
        ("unknown.owner", "headt", ["headteacher"]),
        ("trigger.owner", "headt", ["headteacher"]),
        ("action.J1.owner", "gp", ["GP"]),
        ("action.owner", "gp@", ["GP@health"]),
        ("dissent.response_by", "duty", ["duty manager"]),
        ("waiver.by", "duty", ["duty manager"]),
        ("by.lead", "lead s", ["lead social worker@children's social care"]),
        ("by.decision_maker", "team", ["team manager@children's social care"]),
        ("by.recorder", "midwife@hea", ["midwife@health"]),
        ("law.role", "duty", []),  # a code, whatever its name
        ("question.statement", "health v", []),
        ("known.source", "health v", []),
        ("title", "s.47", []),
        ("consulted.role", "astronaut", []),
        ("law.provision", "s.999", []),
    ],
)
def test_what_is_suggested_goes_by_the_name_of_the_field(
    field: str, typed: str, found: list[str]
) -> None:
    assert _inserted(field, typed) == found


def test_what_begins_as_typed_comes_before_a_word_that_does_and_that_before_an_inside() -> None:
    texts = ("unworn ward", "award keeper", "night ward", "ward sister", "steward", "clerk")
    known = Suggestions(
        roles=(
            *(Suggestion(insert=text) for text in texts),
            Suggestion(insert="porter", shown="ward"),
            Suggestion(insert="cook", shown="steward"),
        )
    )

    assert _inserted("consulted.role", "ward", known) == [
        "ward sister",
        "unworn ward",
        "night ward",
        "award keeper",
        "steward",
        "porter",
    ]


def test_a_single_letter_is_sought_where_words_begin() -> None:
    known = Suggestions(roles=(Suggestion(insert="nurse"), Suggestion(insert="ward nurse")))

    assert _inserted("consulted.role", "n", known) == ["nurse", "ward nurse"]
    assert _inserted("consulted.role", "u", known) == []


@pytest.mark.parametrize("typed", ["", "  ", "("])
def test_where_nothing_was_typed_the_likeliest_are_given(typed: str) -> None:
    assert _inserted("law.provision", typed) == [one.insert for one in SHIPPED.laws[:MOST]]


def test_accents_make_no_difference() -> None:
    known = Suggestions(roles=(Suggestion(insert="attaché"),))

    assert _inserted("consulted.role", "attache", known) == ["attaché"]
    assert _inserted("consulted.role", "attache\u0301", known) == ["attaché"]


def test_agencies_that_went_with_the_role_come_first_and_the_others_stay() -> None:
    known = Suggestions(
        agencies=tuple(Suggestion(insert=one) for one in ("police", "prison", "port", "court")),
        agencies_of={folded("Chaplain"): ("prison", "port")},
    )

    assert _inserted("consulted.agency", "", known, role="chaplain ") == [
        "prison",
        "port",
        "police",
        "court",
    ]
    assert _inserted("consulted.agency", "p", known, role="chaplain")[:2] == ["prison", "port"]
    assert _inserted("consulted.agency", "c", known, role="chaplain") == ["court"]
    assert _inserted("consulted.agency", "p", known)[0] == "police"
