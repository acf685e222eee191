"""What the rules about law say, and what they leave alone."""

import tomllib
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
import pytest

from briefings import brief
from builders import make_case, make_decision
from cases import CASES, revisions
from rationale_cli.codec.law import provisions
from rationale_cli.codec.shipped import words
from rationale_cli.domain.check.checking import check
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.moment import Moment
from rationale_cli.domain.option import Option, OptionStatus
from rationale_cli.domain.reason import Law
from rationale_cli.domain.telling.lawful import unsaid
from rationale_cli.domain.viewed import Viewed

ALDER = revisions("alder")


def cited(provision: str, **changed: Any) -> Law:
    """Give an item of law as it was looked at on 24 March 2026, unless another day is said."""
    said = {"as_at": Moment(date(2026, 3, 24)), **changed}
    return Law(id="L9", provision=provision, **said)


def findings(decision: Decision) -> list[str]:
    """Give what the rules about law find, in the words of a line."""
    found = check(make_case(decision))
    return [
        f"{one.severity} {one.rule} at {one.path}: {one.text}"
        for one in found
        if one.rule.startswith("RAT04")
    ]


def told(*law: Law) -> list[str]:
    """Give what the rules say of a decision that rests on some law."""
    return findings(make_decision(law=law))


@pytest.mark.parametrize(
    ("law", "said"),
    [
        (
            cited("CA89-31ZA"),
            (
                "error RAT040 at law.L9.provision: CA89-31ZA, section 31ZA Children Act 1989, was "
                "not law on this date, 24 March 2026: it was passed on 29 April 2026, and when it "
                "began is not verified."
            ),
        ),
        (
            cited("CA89-22C", as_at=Moment(date(2011, 3, 31))),
            (
                "error RAT040 at law.L9.provision: CA89-22C, section 22C Children Act 1989, was "
                "not law on this date, 31 March 2011: it applies from 1 April 2011."
            ),
        ),
        (
            cited("RE-B-S", as_at=Moment(date(2012, 3, 1))),
            (
                "error RAT040 at law.L9.provision: RE-B-S, Re B-S [2013] EWCA Civ 1146, was not "
                "law on this date, 1 March 2012: it was given in 2013."
            ),
        ),
        (
            cited("CA89-23"),
            (
                "error RAT041 at law.L9.provision: CA89-23, section 23 Children Act 1989, was no "
                "longer in force on 24 March 2026: its last day was 31 March 2011."
            ),
        ),
        (
            cited("CA89-31ZA", as_at=Moment(date(2026, 4, 29))),
            (
                "warning RAT042 at law.L9.provision: CA89-31ZA, section 31ZA Children Act 1989, "
                "may not have been in force on 29 April 2026: when it began is not verified."
            ),
        ),
        (
            cited("s.47 Children Act 1989"),
            (
                'warning RAT043 at law.L9.provision: "s.47 Children Act 1989" is CA89-47, section '
                "47 Children Act 1989."
            ),
        ),
        (
            cited("s.47(1)(b) CA 1989"),
            (
                'warning RAT043 at law.L9.provision: "s.47(1)(b) CA 1989" may mean CA89-47, '
                "section 47 Children Act 1989."
            ),
        ),
        (
            cited("s.20"),
            (
                'warning RAT043 at law.L9.provision: "s.20" could be CA89-20 or ACA02-18-20; the '
                "record does not say which."
            ),
        ),
        (
            cited("Children Act 1989"),
            (
                'warning RAT043 at law.L9.provision: "Children Act 1989" could be CA89-1-1 or '
                "CA89-1-2 or CA89-1-3 or another; the record does not say which."
            ),
        ),
        (
            cited("s.17 CPPCR"),
            (
                'warning RAT043 at law.L9.provision: "s.17 CPPCR" is not in the law library. '
                "Near it: CPR-17."
            ),
        ),
        (
            cited("Local policy"),
            'warning RAT043 at law.L9.provision: "Local policy" is not in the law library.',
        ),
        (
            cited("CA89-46"),
            (
                "warning RAT047 at law.L9.from: CA89-46, section 46 Children Act 1989, lasts 72 "
                "hours: nothing says since when."
            ),
        ),
    ],
)
def test_a_rule_that_is_broken_says_so(law: Law, said: str) -> None:
    assert told(law) == [said]


@pytest.mark.parametrize(
    "law",
    [
        cited("CA89-22C", as_at=Moment(date(2011, 4, 1))),
        cited("CA89-23", as_at=Moment(date(2011, 3, 31))),
        cited("RE-B-S", as_at=Moment(date(2013, 1, 1))),
        cited("CA89-46", from_=Moment(date(2026, 3, 24))),
        cited("CA89-47", as_at=None),
        cited(""),
    ],
)
def test_what_a_rule_does_not_mean_is_left_alone(law: Law) -> None:
    assert told(law) == []


def test_without_a_day_of_its_own_law_is_looked_at_as_on_the_day_of_the_decision() -> None:
    decided = ALDER[0].time.decided_at
    assert decided is not None

    found = findings(msgspec.structs.replace(ALDER[0], law=(Law(id="L9", provision="CA89-31ZA"),)))

    assert "was not law on this date, 24 March 2026" in found[0]


def test_a_citation_that_was_kept_as_typed_is_looked_at_all_the_same() -> None:
    found = told(cited("s.31ZA CA 1989"))

    assert [one.partition(" at ")[0] for one in found] == ["error RAT040", "warning RAT043"]


def test_without_a_library_nothing_is_said_to_be_unknown() -> None:
    decision = make_decision(law=(cited("Local policy"),))

    assert check(make_case(decision, provisions=())) == ()


def test_the_trap_of_alder_is_told_after_any_revision_and_on_the_day_of_the_last() -> None:
    text = (CASES / "alder" / "law-trap.toml").read_text(encoding="utf-8")
    (trap,) = tomllib.loads(text)["law"]
    for decision in ALDER:
        for day in (trap["as_at"], ALDER[-1].time.recorded_at.day):
            law = cited(trap["provision"], as_at=Moment(day))
            found = findings(msgspec.structs.replace(decision, law=(*decision.law, law)))
            assert "CA89-31ZA, section 31ZA Children Act 1989, was not law on this date" in found[0]


def _route(law: Sequence[str] = (), title: str = "", **answers: str) -> list[str]:
    decision = msgspec.structs.replace(
        ALDER[0],
        law=tuple(cited(one) for one in law),
        option=(Option(id="A", title=title, status=OptionStatus.CHOSEN),),
        answers={f"cp.{key}": text for key, text in answers.items()},
    )
    return [one.split()[1] for one in findings(decision)]


def test_the_court_route_asks_for_the_checks_that_fall_away_and_for_who_can_stop_it() -> None:
    adults = "All back."
    assert _route(["CA89-38-6"], adults=adults) == ["RAT044", "RAT046"]
    assert _route(title="A s.38(6) assessment", adults=adults) == ["RAT044", "RAT046"]
    assert _route(title="Section 38 (6) placement", adults=adults) == ["RAT044", "RAT046"]
    assert _route(["CA89-38-6", "CPR-17"], adults=adults) == ["RAT046"]
    assert _route(["CA89-38-6"], adults=adults, checks="Home seen.") == ["RAT046"]
    assert _route(["CA89-38-6"], adults=adults, checks="Seen.", stop="The court.") == []
    assert _route(["CA89-38"], title="Placement 38", adults=adults) == []


def test_the_briefing_says_what_is_unsaid_until_it_is_said() -> None:
    first = ALDER[0]
    answered = {"cp.checks": "Home seen.", "cp.stop": "The court, in two days."}
    decisions = (first, msgspec.structs.replace(first, answers=answered))

    waiting, said = (
        [one.text for one in unsaid(decision, provisions(), words())] for decision in decisions
    )

    assert [one.split(".")[0] for one in waiting] == [
        "Some ordinary checks fall away under section 38(6)",
        "Nothing says yet who can stop this, and how fast",
    ]
    assert "some local text says 6" in waiting[0]
    assert said == []
    assert list(unsaid(revisions("cedar")[3], provisions(), words())) == []
    (law,) = (one for one in brief((first,)).sections if one.anchor == "law")
    assert [one.text for one in law.facts] == waiting


def test_what_an_audience_does_not_see_is_not_said_to_be_unsaid() -> None:
    def told(*withheld: str, tells: bool = True) -> int:
        copy = Viewed(
            **{name: getattr(ALDER[0], name) for name in ALDER[0].__struct_fields__},
            withheld=withheld,
            tells_silence=tells,
        )
        return len(list(unsaid(copy, provisions(), words())))

    assert (told(), told("risk.R1"), told("answers"), told("law")) == (2, 2, 0, 0)
    assert told(tells=False) == 0


def test_cedar_rests_on_law_that_is_known_and_in_force() -> None:
    for decision in revisions("cedar"):
        assert findings(decision) == []
