"""What would identify a person is found, and little else is taken for it."""

import pytest

from builders import DECIDED, make_case, make_decision
from rationale_cli.domain.check.checking import check
from rationale_cli.domain.check.identifiers import is_nhs_number
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.knowledge import Confidence, Known, KnownKind
from rationale_cli.domain.moment import Moment


def found(text: str) -> list[str]:
    """Give rule and last characters of what is found in a text."""
    return [
        f"{one.rule} {one.text.partition('(…')[2][:2]}"
        for one in check(make_case(_known(text)))
        if "RAT050" <= one.rule <= "RAT054"
    ]


def _known(text: str) -> Decision:
    known = Known(
        id="K1",
        text=text,
        kind=KnownKind.FACT,
        source="nurse",
        as_of=Moment(DECIDED),
        confidence=Confidence.GOOD,
    )
    return make_decision(known=(known,), none=("person", "unknown", "dissent", "action"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("NHS 943 476 5919", ["RAT050 19"]),
        ("NHS 943-476-5919 and 9434765919", ["RAT050 19", "RAT050 19"]),
        ("401 023 2137", ["RAT050 37"]),
        ("943 476 5910", []),
        ("999 999 9999", []),
        ("12345678901", []),
        ("SW1A 1AA", ["RAT051 AA"]),
        ("M1 1AE, CR2 6XH, DN551PT", ["RAT051 AE", "RAT051 XH", "RAT051 PT"]),
        ("w1a 0ax", ["RAT051 ax"]),
        ("EC1V 9HQ", ["RAT051 HQ"]),
        ("GIR 0AA", ["RAT051 AA"]),
        ("R1 2nd, T3 4th, section 38(6)", []),
        ("L5 and K10 2AM", []),
        ("dob 3/4/19", ["RAT052 19"]),
        ("D.O.B.: 2019-04-03", ["RAT052 03"]),
        ("date of birth is 3rd of April 2019", ["RAT052 19"]),
        ("April 3, 2019 (birthday)", ["RAT052 19"]),
        ("The unborn baby; we meet on 3 April 2026", []),
        ("Decided on 3 April 2026, takes effect 4/4/2026", []),
        ("07700 900123", ["RAT053 23"]),
        ("+44 7700 900 123 or (01632) 960001", ["RAT053 23", "RAT053 01"]),
        ("on 2026-04-01 at 10:00, in 2025-2026", []),
        ("It cost 01.50 and 000000000000", []),
        ("first.last+x@social.care.example", ["RAT054 le"]),
        ("health visitor@health, see a@b", []),
    ],
)
def test_a_text_is_read_as_a_person_would(text: str, told: list[str]) -> None:
    assert found(text) == told


def test_a_check_digit_of_ten_is_no_number() -> None:
    """Nine digits whose sum leaves 10 were never given out."""
    assert [digit for digit in range(10) if is_nhs_number(f"000000010{digit}")] == [8]
    assert [digit for digit in range(10) if is_nhs_number(f"000000006{digit}")] == []


def test_what_was_found_is_never_told_whole() -> None:
    for text in ("943 476 5919", "LS1 4AP", "born 3 April 2019", "01632 960001", "a.b@c.example"):
        told = " ".join(one.text for one in check(make_case(_known(text))))

        assert text.rpartition("born ")[2] not in told


def test_every_text_is_read_also_in_lists_and_in_answers_of_the_set() -> None:
    decision = make_decision(
        answers={"g.day": "At LS1 4AP."},
        supersedes=("LS14AP",),
        none=("person", "known", "unknown", "dissent", "action", "family.views"),
    )
    paths = [one.path for one in check(make_case(decision)) if one.rule == "RAT051"]

    assert paths == ["supersedes", "answers.g.day"]
