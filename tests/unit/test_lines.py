"""A record in lines of words: complete, and the same whatever the layout of its file."""

from datetime import date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from builders import make_decision
from cases import revisions
from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import shipped
from rationale_cli.domain.content import content
from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.keeping import Change, Handling, Times
from rationale_cli.domain.knowledge import Known
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.telling.lines import lines
from rationale_cli.services.wording import worded
from strategies import decisions, pairs

WORDS = shipped.words()


def told(decision: Decision) -> list[str]:
    return list(lines(decision, WORDS))


def test_a_whole_record_is_told_a_field_or_a_sentence_a_line() -> None:
    at = Instant(datetime.fromisoformat("2026-07-02T18:30:07+01:00"))
    decision = make_decision(
        revision=2,
        kind=Kind.AMEND,
        previous=("sha256:0",),
        time=Times(decided_at=at, recorded_at=at),
        change=Change(because="The queue grew.\nNobody had seen it coming."),
        option=(),
        risk=(),
        trigger=(),
        known=(Known(id="K1", text="It is full. It was not.", sensitivity="health"),),
        answers={"how-many": 3, "is-new": True, "seen-on": date(2026, 7, 1), "who": ["All", "Us"]},
        handling=Handling(sensitivity={"reason.weight": "legal"}),
        none=("person", "family.views"),
    )

    assert told(decision) == [
        "Record abc234, revision 2: amended",
        "  Why it changed: The queue grew.",
        "    Nobody had seen it coming.",
        "",
        "Title: The clinic on Saturdays",
        "Status: decided",
        "Question set: general/1",
        "",
        "Times",
        "  Decided: 2 July 2026, 18:30:07 (+01:00)",
        "  Recorded: 2 July 2026, 18:30:07 (+01:00)",
        "",
        "Who decided",
        "  Lead: clinic manager, health",
        "  Decision maker: clinic manager, health",
        "  Written down by: clinic manager, health",
        "  Authority: The clinic's own plan.",
        "",
        "What is being decided",
        "  The decision: Should the clinic open on Saturdays?",
        "  Why now: The meeting is on Friday.",
        "  Not being decided: Whether it opens on Sundays.",
        "  How hard to undo: easy to undo",
        "",
        "Thing known K1",
        "  What is known: It is full.",
        "    It was not.",
        "  Label: health",
        "",
        "Unthinkable W1",
        "  What could happen: A nurse alone with somebody in a rage.",
        "  Warning sign: One nurse on duty.",
        "",
        "What tipped it",
        "  Decisive reasons:",
        "    - The queue grows.",
        "  What weighed most: The queue weighs most.",
        (
            "  Options side by side: Open on Saturdays shortens the queue; change nothing costs "
            "nothing."
        ),
        "  Another explanation: The queue may be one of the holidays.",
        "  The best argument against: Two nurses are needed.",
        "  What would change our mind: Empty Saturdays.",
        "  Harm of acting: Less rest for staff.",
        "  Harm of waiting: A longer queue.",
        "",
        "Legal basis L1, NHS06-3",
        "",
        "View C1, district nurse, health",
        "  When: 5 January 2026",
        "  How: phone",
        "  View: agrees",
        "",
        "More answers",
        "  how-many: 3",
        "  is-new: yes",
        "  seen-on: 1 July 2026",
        "  who:",
        "    - All",
        "    - Us",
        "",
        "Who may see it",
        "  Labels of single fields:",
        "    - What weighed most: legal",
        "",
        "Asked about, and there is none",
        "  - People",
        "  - What the family say",
    ]


def test_what_begins_a_part_stands_at_the_left_and_nothing_else_does() -> None:
    """Git shows such a line above a change that is far below it."""
    starts = [line for line in told(revisions("alder")[0]) if line[:1].strip()]

    assert "Risk R1, neglect" in starts
    assert not [line for line in starts if line.startswith(("-", "“"))]


def test_a_reworded_sentence_changes_one_line() -> None:
    decision = revisions("alder")[5]
    weight = f"The timetable. {decision.reason.weight} The wish of the mother."
    before = replace(decision, reason=replace(decision.reason, weight=weight))
    after = replace(
        decision, reason=replace(decision.reason, weight=weight.replace("The wish", "The hope"))
    )

    changed = [pair for pair in zip(told(before), told(after), strict=True) if pair[0] != pair[1]]
    assert changed == [("    The wish of the mother.", "    The hope of the mother.")]


@given(decisions())
def test_layout_says_nothing(decision: Decision) -> None:
    text = decision_text.encode(decision)
    spread = "# a remark\n" + text.replace("\n[", "\n\n\n  [")

    if decision_text.decode(spread, name="x") == decision:
        assert worded(spread.encode()) == worded(text.encode())


@given(pairs())
def test_whatever_was_changed_is_seen(both: tuple[Decision, Decision]) -> None:
    before, after = both

    if squeezed(content(before)) != squeezed(content(after)):
        assert told(before) != told(after)


@given(decisions(), st.sampled_from(("sha256:1", "sha256:2")))
def test_sums_of_earlier_texts_are_left_out(decision: Decision, sum_: str) -> None:
    assert told(replace(decision, previous=(sum_,))) == told(decision)


def squeezed(value: Any) -> Any:
    """Values without what words do not tell: blanks, and whether a number was typed as a text."""
    match value:
        case dict():
            return {key: squeezed(one) for key, one in value.items()}
        case list():
            return [squeezed(one) for one in value]
        case _:
            return " ".join(str(value).split())
