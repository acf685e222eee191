"""The page that goes out before deciding: it asks for views, and leans towards nothing."""

from typing import Any

import msgspec
import pytest

from briefings import brief
from cases import revisions
from rationale_cli.domain.decision import Decision, Mode, Status
from rationale_cli.domain.option import Option, OptionStatus
from rationale_cli.domain.telling.views import QUESTIONS
from rationale_cli.render.visible import told
from rationale_cli.services.telling import Format, render


def _with(decision: Decision, **changes: Any) -> Decision:
    return msgspec.structs.replace(decision, **changes)


def _otherwise(decision: Decision) -> Decision:
    """The same question with another outcome, other reasons and other views."""

    def turned(place: int, one: Option) -> Option:
        status = OptionStatus.CHOSEN if place == 3 else OptionStatus.REJECTED
        return msgspec.structs.replace(
            one, status=status, reason=f"Because {place}", support="", impact="Much", until=None
        )

    return _with(
        decision,
        title="Something else",
        status=Status.DECIDED,
        mode=Mode.STOP_AND_PROTECT,
        option=tuple(turned(place, one) for place, one in enumerate(decision.option)),
        reason=msgspec.structs.replace(decision.reason, decisive=("Another.",), comparison="No."),
        risk=tuple(msgspec.structs.replace(one, likelihood=5) for one in decision.risk),
        law=(),
        consulted=(),
        dissent=(),
        control=(),
        trigger=(),
        action=(),
    )


@pytest.mark.parametrize("form", list(Format))
def test_no_format_tells_what_was_chosen_or_why(form: Format) -> None:
    """Whatever is decided about the same question, the page is the same to the byte."""
    for decision in (revisions("alder")[0], revisions("alder")[5]):
        one, other = (brief((each,), audience="views") for each in (decision, _otherwise(decision)))
        assert render(one, form) == render(other, form)
        assert told(one) == told(other)


def test_it_asks_with_room_to_write_and_gives_what_is_known_and_open() -> None:
    decision = revisions("alder")[0]
    page = brief((decision,), audience="views")
    by_anchor = {one.anchor: one for one in page.sheet}

    assert tuple(by_anchor) == ("question", "known", "unknown", "person", "option", "your-view")
    assert by_anchor["question"].notes == (decision.question.statement,)
    assert [one.title for one in by_anchor["known"].entries] == [one.text for one in decision.known]
    assert [one.text for one in by_anchor["known"].entries[0].facts] == [
        "lead social worker, visits of 10 and 17 March",
        "17 March 2026",
        "Good",
    ]
    assert len(by_anchor["unknown"].entries) == 2
    assert [one.id for one in by_anchor["option"].entries] == ["A", "B", "C", "D", "E"]
    assert by_anchor["your-view"].room == QUESTIONS
    for form in (Format.HTML, Format.MARKDOWN, Format.TEXT):
        text = render(page, form)
        assert all(str(ask) in str(text) for ask in QUESTIONS)


def test_silence_is_told_as_what_it_is() -> None:
    bare = _with(revisions("alder")[0], known=(), option=(), unknown=(), none=("unknown",))
    by_anchor = {one.anchor: one for one in brief((bare,), audience="views").sheet}
    assert by_anchor["known"].silence == "Not asked."
    assert by_anchor["unknown"].silence == "Asked: there is none."


def test_what_was_answered_is_known_and_no_longer_open() -> None:
    decision = revisions("cedar")[3]
    by_anchor = {one.anchor: one for one in brief((decision,), audience="views").sheet}

    answered = by_anchor["known"].entries[-1]
    assert (answered.title, answered.text, answered.note) == (
        "Where is she and who is with her?",
        "With two adults; found at 02:30.",
        "Answered",
    )
    assert [one.title for one in by_anchor["unknown"].entries] == [
        "What happened to her between 17:30 and 02:30?"
    ]
    settled = _with(
        decision,
        unknown=tuple(msgspec.structs.replace(one, answer="Yes.") for one in decision.unknown),
    )
    by_anchor = {one.anchor: one for one in brief((settled,), audience="views").sheet}
    assert by_anchor["unknown"].silence == "Each question that stands here was answered."
