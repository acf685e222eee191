"""What changed since a revision that is named, and page one alone."""

import re

import msgspec
import pytest

from briefings import brief
from cases import revisions
from histories import linear
from rationale_cli.codec.shipped import words
from rationale_cli.domain.audience import view
from rationale_cli.domain.clearing.clearance import Clearance
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Change
from rationale_cli.domain.telling.changes import Since, changed
from rationale_cli.domain.telling.length import page_one
from rationale_cli.domain.telling.sentences import tell
from rationale_cli.services.telling import Format, render


def _since(number: int) -> Since:
    history = revisions("alder")[:6]
    return Since(history[number - 1], history[number:])


def test_it_spans_from_the_revision_named_with_every_reason_on_the_way() -> None:
    history = revisions("alder")[:6]
    found = changed(history, words(), _since(1))
    assert found.heading == "What changed since revision 1"
    for one in history[1:]:
        assert one.change.because.strip("\n") in found.because
        assert f"Revision {one.revision}, " in found.because
    told = [one.text for part in tell(history[0], history[-1], words()) for one in part.sentences]
    assert [text for part in found.parts for text in part.sentences] == told
    assert set(found.sentences) <= set(told)
    assert "Chosen option: A (" in found.sentences[0]


def test_the_revision_before_is_what_is_told_when_none_is_named() -> None:
    history = revisions("alder")[:6]
    assert changed(history, words(), _since(5)) == changed(history, words())


def test_since_the_revision_itself_nothing_changed() -> None:
    found = changed(revisions("alder")[:6], words(), _since(6))
    assert (found.because, found.parts) == ("Nothing: revision 6 is what is told here.", ())


def test_a_missing_reason_is_told_only_where_silence_may_be() -> None:
    def bare(one: Decision) -> Decision:
        return msgspec.structs.replace(one, change=Change())

    before, *steps = revisions("alder")[:3]
    said = changed((before, *steps), words(), Since(before, tuple(map(bare, steps))))
    assert said.because.count("Why it changed was not asked.") == 2
    clearance = Clearance(audience="family", labels=frozenset({"family"}), tells_silence=False)
    seen = tuple(one.decision for one in view(linear(before, *steps), clearance).history)
    assert changed(seen, words(), Since(seen[0], seen[1:])).because == ""


@pytest.mark.parametrize("form", [Format.HTML, Format.MARKDOWN, Format.TEXT])
def test_page_one_alone_keeps_stamp_and_slip_and_points_at_nothing_that_is_not_there(
    form: Format,
) -> None:
    whole = brief(revisions("alder")[:6])
    page = str(render(page_one(whole), form))
    flat = " ".join(page.split())
    for kept in ("What we decided", "Reply slip", "rationale:stamp:1", "in the whole briefing."):
        assert kept in flat
    for left in ("Options side by side", "Learned later", "Every risk", "As it stands"):
        assert left not in flat
    links = set(re.findall(r'<a [^>]*href="#([^"]+)"', page))
    assert links <= set(re.findall(r'id="([^"]+)"', page))


def test_what_stands_behind_page_one_is_out_of_the_value() -> None:
    page = page_one(brief(revisions("alder")[:6]))
    assert (page.choices, page.sections, page.history, page.known.sections) == ((), (), (), ())
    assert page.is_page_one


def test_pages_of_an_audiences_own_keep_what_comes_first() -> None:
    history = revisions("alder")[:6]
    court = page_one(brief(history, audience="court"))
    assert [one.anchor for one in court.sheet] == [
        "what",
        "why",
        "changed",
        "disagree",
        "harm",
        "question",
    ]
    views = brief(history, audience="views")
    assert page_one(views).sheet == views.sheet
