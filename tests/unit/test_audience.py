"""What reaches an audience: nothing that it is not cleared for, and nothing that betrays it."""

import json
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_decision
from cases import revisions
from rationale_cli.codec import shipped
from rationale_cli.domain import coverage
from rationale_cli.domain.audience import View, view, view_of_concern, view_of_seen
from rationale_cli.domain.change import diff
from rationale_cli.domain.clearing import scanning
from rationale_cli.domain.clearing.clearance import Clearance
from rationale_cli.domain.concern import Concern, ConcernKind, Stage
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import plain, seed
from rationale_cli.domain.keeping import Conflict, Gap, GapKind, Handling, Times
from rationale_cli.domain.knowledge import Known
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.people import Person
from rationale_cli.domain.reason import Reason
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.risk import Control
from rationale_cli.domain.seen import Entry, EntryKind, Seen
from rationale_cli.domain.settings import Audience, Settings
from rationale_cli.domain.telling.silence import silence
from rationale_cli.domain.viewed import Viewed
from rationale_cli.services import audiences

AT = datetime(2026, 7, 1, 10, tzinfo=UTC)
OPEN = Settings(audience={"family": Audience(labels=("family",), default_label="family")})
FAMILY = audiences.clearance(OPEN, "family")
CORE = audiences.clearance(Settings(), "core-team")


def _revision(decision: Decision) -> Revision:
    return Revision(
        decision=decision,
        commit=f"{decision.revision:040x}",
        committed_at=AT,
        blob="b" * 40,
        sha256="0" * 64,
    )


def _viewed(*decisions: Decision, clearance: Clearance = FAMILY) -> View:
    return view([_revision(one) for one in decisions], clearance)


def _text(seen: View) -> str:
    return json.dumps([plain(one.decision) for one in seen.history], default=str).lower()


def _known(seen: View, place: int = -1) -> list[tuple[str, str]]:
    return [(one.id, one.text) for one in seen.history[place].decision.known]


def _newest(seen: View) -> Viewed:
    newest = seen.history[-1].decision
    assert isinstance(newest, Viewed)
    return newest


def _labelled(label: str, **more: Any) -> Known:
    return Known(id="K2", text="The door was open.", sensitivity=label, **more)


def test_the_folder_itself_sees_everything() -> None:
    history = tuple(_revision(one) for one in revisions("cedar"))
    assert view(history).history == history
    assert view(history, audiences.clearance(Settings(), "")).history == history


def test_a_family_sees_nothing_of_what_cedar_keeps_from_it() -> None:
    seen = _viewed(*revisions("cedar"))
    assert len(seen.history) == 7
    for token in ("services-s", "hotel-h", "adult-p", "adult-q", "hotel", "motorway", "porter"):
        assert token not in _text(seen)
    assert not seen.history[-1].decision.change.because  # it would tell the time of a sighting
    newest = seen.history[-1].decision
    assert [one.id for one in newest.dissent] == ["X1", "X2"]
    assert not newest.reason.harm_of_waiting
    assert seen.history[0].decision.reason.harm_of_waiting


def test_the_ids_of_a_copy_have_no_gap() -> None:
    for revision in _viewed(*revisions("cedar")).history:
        numbers = [int(one.id[1:]) for one in revision.decision.known]
        assert numbers == list(range(1, len(numbers) + 1))


def test_the_core_team_sees_what_is_for_the_team_and_not_what_is_for_the_police() -> None:
    core = _viewed(*revisions("cedar"), clearance=audiences.clearance(Settings(), "core-team"))
    assert "motorway" in _text(core)
    assert "adult-p" not in _text(core)
    police = audiences.clearance(Settings(), "agency:police")
    assert "adult-p" in _text(_viewed(*revisions("cedar"), clearance=police))


def test_by_default_a_family_sees_no_words_until_somebody_has_looked_at_them() -> None:
    closed = _viewed(*revisions("alder"), clearance=audiences.clearance(Settings(), "family"))
    newest = closed.history[-1].decision
    assert (newest.title, newest.question.statement, newest.known, newest.case) == ("", "", (), "")
    assert newest.status is not None
    assert newest.time.decided_at is not None


def test_a_label_that_is_put_on_later_reaches_back() -> None:
    before = make_decision(known=(Known(id="K1", text="Warm."), _labelled("")))
    after = make_decision(revision=2, known=(Known(id="K1", text="Warm."), _labelled("police")))
    seen = _viewed(before, after)
    assert _known(seen, 0) == _known(seen, 1) == [("K1", "Warm.")]


@pytest.mark.parametrize(
    ("text", "there"), [("The door was open.", ["K2"]), ("Open, says adult P.", [])]
)
def test_what_is_cleared_later_was_there_before_if_it_is_the_very_same(
    text: str, there: list[str]
) -> None:
    """Otherwise a copy would tell as new what was only cleared; other words were not cleared."""
    before = make_decision(known=(Known(id="K2", text=text),))
    after = make_decision(revision=2, known=(_labelled("family"),))
    seen = _viewed(before, after, clearance=audiences.clearance(Settings(), "family"))
    assert [name for name, _ in _known(seen, 0)] == there
    assert [text for _, text in _known(seen, 1)] == ["The door was open."]


def test_what_is_cleared_later_stays_closed_before_if_that_was_said() -> None:
    """A label that stood there was put there by somebody."""
    family = audiences.clearance(Settings(), "family")
    labelled = [_labelled(one) for one in ("", "team", "family")]
    history = [make_decision(revision=n, known=(one,)) for n, one in enumerate(labelled, start=1)]
    seen = _viewed(*history, clearance=family)
    assert [len(_known(seen, place)) for place in range(3)] == [0, 0, 1]


def test_a_field_that_is_cleared_later_was_there_before_if_it_is_the_very_same() -> None:
    family = audiences.clearance(Settings(), "family")
    cleared = Handling(sensitivity={"reason.weight": "family"})
    first = make_decision(reason=Reason(weight="Other words."))
    second = make_decision(revision=2, reason=Reason(weight="Same."))
    third = make_decision(revision=3, reason=Reason(weight="Same."), handling=cleared)
    seen = _viewed(first, second, third, clearance=family)
    assert [one.decision.reason.weight for one in seen.history] == ["", "Same.", "Same."]


def test_a_label_that_is_left_out_later_stays() -> None:
    before = make_decision(known=(_labelled("police"),))
    after = make_decision(revision=2, known=(_labelled(""),))
    assert _known(_viewed(before, after)) == []


def test_a_label_can_be_changed_for_another_on_purpose() -> None:
    before = make_decision(known=(_labelled("police"),))
    after = make_decision(revision=2, known=(_labelled("family"),))
    seen = _viewed(before, after)
    assert (_known(seen, 0), _known(seen)) == ([], [("K1", "The door was open.")])


@pytest.mark.parametrize(("text", "is_there"), [("Same.", False), ("Another.", True)])
def test_a_label_on_a_field_reaches_back_as_far_as_its_text(text: str, is_there: bool) -> None:  # noqa: FBT001
    labelled = Handling(sensitivity={"reason.weight": "police"})
    before = make_decision(reason=Reason(weight=text))
    after = make_decision(revision=2, reason=Reason(weight="Same."), handling=labelled)
    later = make_decision(revision=3, reason=Reason(weight="New words."))
    seen = _viewed(before, after, later)
    weights = [one.decision.reason.weight for one in seen.history]
    assert weights == [text if is_there else "", "", ""]
    assert not seen.history[-1].decision.handling.sensitivity


def test_what_points_at_something_withheld_goes_with_it() -> None:
    decision = make_decision(
        known=(Known(id="K1", text="Warm."), _labelled("police")),
        control=(Control(id="M1", what="Visits", risks=("R1", "R9")),),
        gap=(Gap(id="G1", path="known.K2.source", kind=GapKind.SKIPPED),),
        risk=(msgspec.structs.replace(make_decision().risk[0], sensitivity="police"),),
    )
    newest = _viewed(decision).history[-1].decision
    assert newest.gap == ()
    assert newest.control[0].risks == ("R9",)


def test_that_there_is_none_of_something_goes_with_what_it_is_said_of() -> None:
    """That nothing was said of P2 says that there is a P2."""
    decision = make_decision(
        person=(Person(id="P1"), Person(id="P2", sensitivity="police")),
        none=("person.P1.vulnerability", "person.P2.vulnerability", "known", "reason.decisive"),
        reason=Reason(),
        handling=Handling(sensitivity={"reason.decisive": "legal"}),
    )
    newest = _newest(_viewed(decision, clearance=CORE))

    assert newest.none == ("person.P1.vulnerability", "known")
    assert silence(newest, "reason.decisive").kind == "withheld"


def test_what_is_said_of_a_labelled_place_stays_withheld_where_the_place_is_empty() -> None:
    labelled = Handling(sensitivity={"reason.weight": "legal"})
    first = make_decision(reason=Reason(weight="Advice."), handling=labelled)
    left_open = make_decision(
        revision=2,
        reason=Reason(),
        gap=(Gap(id="G1", path="reason.weight", kind=GapKind.SKIPPED, reason="The advice."),),
    )
    to_settle = make_decision(
        revision=3,
        reason=Reason(),
        conflict=(Conflict(id="Z1", path="reason.weight", values=("Advice.", "More of it.")),),
    )
    seen = _viewed(first, left_open, to_settle, clearance=CORE)

    assert "advice" not in _text(seen)
    assert "more of it" not in _text(seen)


def test_a_copy_may_say_why_something_is_missing_but_not_for_the_police() -> None:
    said = _viewed(make_decision(known=(_labelled("third-party"),)))
    assert (said.grounds, _newest(said).withheld) == (("third-party",), ("known",))
    for label in ("police", "a-label-of-our-own"):
        silent = _viewed(make_decision(known=(_labelled(label),)))
        assert (silent.grounds, _newest(silent).withheld) == ((), ())


def test_a_place_that_was_withheld_is_no_question_that_was_not_asked() -> None:
    labelled = Handling(sensitivity={"reason.weight": "legal"})
    seen = _viewed(
        make_decision(reason=Reason(weight="Advice."), handling=labelled), clearance=CORE
    )
    assert silence(_newest(seen), "reason.weight").kind == "withheld"
    assert silence(_newest(seen), "reason.comparison").kind == "not-asked"
    quiet = _viewed(make_decision(reason=Reason(weight="Advice."), handling=labelled))
    assert silence(_newest(quiet), "reason.comparison").kind == "withheld"


def test_of_a_withheld_risk_nobody_says_that_its_harm_was_not_looked_at() -> None:
    risk = msgspec.structs.replace(make_decision().risk[0], harm="physical", sensitivity="legal")
    newest = _newest(_viewed(make_decision(risk=(risk,)), clearance=CORE))
    silent = coverage.silent(newest, shipped.harms())
    assert "physical" not in silent
    assert "sexual" in silent
    assert "physical" not in json.dumps(seed(newest), default=str)
    assert coverage.silent(_newest(_viewed(make_decision(risk=(risk,)))), shipped.harms()) == ()


def test_concerns_and_readings_are_viewed_in_the_same_way() -> None:
    concern = Concern(
        format=1,
        id="p3xw9d",
        revision=1,
        kind=ConcernKind.RAISE,
        decision="k7qf2m",
        statement="Wait for the checks.",
        if_right="Hidden words.",
        time=Times(recorded_at=Instant(AT)),
        stage=(Stage(n=1, outcome="Open."), Stage(n=2, outcome="Closed.", sensitivity="police")),
        handling=Handling(sensitivity={"if_right": "police"}),
    )
    seen = view_of_concern(concern, FAMILY)
    assert (seen.statement, seen.if_right, [one.n for one in seen.stage]) == (
        "Wait for the checks.",
        "",
        [1],
    )
    assert view_of_concern(concern) is concern
    entries = tuple(
        Entry(
            id=f"E{number}", at=Instant(AT), kind=EntryKind.QUESTION, revision=1, sensitivity=label
        )
        for number, label in enumerate(("", "police"), start=1)
    )
    found = view_of_seen(Seen(format=1, id="k7qf2m", entry=entries), FAMILY)
    assert [one.id for one in found.entry] == ["E1"]


@given(st.sets(st.sampled_from(["known", "option", "risk", "law", "dissent", "action"])))
def test_what_is_labelled_is_nowhere_in_the_copy(lists: set[str]) -> None:
    """Every text of a labelled item is unique, and none of them is in any part of the copy."""
    decision = revisions("alder")[-1]
    tokens: list[str] = []
    for name in lists:
        rows = []
        for item in getattr(decision, name):
            token = f"canary{name}{item.id}end"
            field = next(
                one
                for one in item.__struct_fields__
                if getattr(item, one) == str(getattr(item, one))
                and one not in {"id", "sensitivity"}
                and getattr(item, one)
                and type(getattr(item, one)) is str
            )
            rows.append(msgspec.structs.replace(item, **{field: token}, sensitivity="identity"))
            tokens.append(token)
        decision = msgspec.structs.replace(decision, **{name: tuple(rows)})
    text = _text(_viewed(decision))
    assert not [one for one in tokens if one.lower() in text]


@pytest.mark.parametrize("text", ["familly", "agency", "family:health"])
def test_an_audience_that_is_not_there_is_refused(text: str) -> None:
    with pytest.raises((audiences.UnknownAudienceError, audiences.NoAgencyError)):
        audiences.clearance(Settings(), text)


@pytest.mark.parametrize(("text", "meant"), [("fmaily", "family"), ("Court", "court")])
def test_a_slip_in_the_name_of_an_audience_is_told_what_was_meant(text: str, meant: str) -> None:
    with pytest.raises(audiences.UnknownAudienceError) as caught:
        audiences.clearance(Settings(), text)
    assert caught.value.hint.startswith(f"Did you mean {meant!r}? ")


@pytest.mark.parametrize(
    ("audience", "meant"),
    [
        ("agency:helth", "agency:health"),
        ("agency:health", ""),
        ("agency:prison", ""),
        ("court", ""),
    ],
)
def test_a_slip_in_the_label_of_an_agency_is_asked_about(audience: str, meant: str) -> None:
    assert audiences.meant(Settings(), audience) == meant


def test_settings_that_leave_out_the_labels_of_an_audience_keep_the_shipped_ones() -> None:
    """So that the one line which a hint names is enough."""
    one_line = Settings(audience={"family": Audience(default_label="family")})
    assert audiences.clearance(one_line, "family") == FAMILY
    emptied = Settings(audience={"family": Audience(labels=(), default_label="family")})
    assert audiences.clearance(emptied, "family").labels == frozenset()
    own = Settings(audience={"grandparents": Audience(default_label="family")})
    assert audiences.clearance(own, "grandparents").labels == frozenset()


def test_the_last_look_finds_a_withheld_text_however_it_is_written() -> None:
    full = make_decision(known=(_labelled("police", source="The <old> mill"),))
    seen = _newest(_viewed(full))
    texts = scanning.withheld([full], [seen])
    assert texts == ("the door was open.", "the <old> mill")
    for document in ("<p>The &lt;old&gt; mill</p>", "THE\n  <OLD> MILL", "a the <old> mill b"):
        assert list(scanning.leaks(document, texts)) == ["the <old> mill"]
    assert not list(scanning.leaks("The new mill", texts))


@pytest.mark.parametrize(
    "document",
    [
        "<p>He <em>*never*</em> hit her</p>",
        "<ul><li>He *never*</li><li>hit her</li></ul>",
        "<p>He *ne<span>ver* hit</span> her</p>",
    ],
)
def test_marks_around_words_hide_no_withheld_text(document: str) -> None:
    assert list(scanning.leaks(document, ["he *never* hit her"])) == ["he *never* hit her"]


def test_what_somebody_typed_hides_nothing_from_the_last_look() -> None:
    """In a text that is no page, the elements of one are letters."""
    document = "<style>\nHe *never* hit her\n</style>"

    assert list(scanning.leaks(document, ["he *never* hit her"])) == ["he *never* hit her"]
    page = "<!DOCTYPE html>\n<style>\np { color: red }\n</style>"
    assert not list(scanning.leaks(page, ["color: red"]))


def test_a_text_that_is_seen_elsewhere_is_no_secret() -> None:
    reason = Reason(weight="She said that the door was open.")
    full = make_decision(known=(_labelled("police"),), reason=reason)
    assert scanning.withheld([full], [_newest(_viewed(full))]) == ()


def test_a_field_that_is_withheld_from_a_revision_on_is_not_said_to_be_taken_away() -> None:
    """The label comes with the text: what stood there before may be seen, and that may not."""
    said = [
        make_decision(
            revision=number, reason=Reason(weight=text), handling=Handling(sensitivity=of)
        )
        for number, text, of in (
            (1, "The queue.", {}),
            (2, "Said by an informant.", {"reason.weight": "police"}),
            (3, "The queue again.", {"reason.weight": "team"}),
        )
    ]
    seen = _viewed(*said, clearance=CORE).history

    assert [one.decision.reason.weight for one in seen] == ["The queue.", "", "The queue again."]
    for before, after in ((0, 1), (1, 2)):
        changes = diff(seen[before].decision, seen[after].decision)
        assert [one.path for one in changes if one.path.startswith("reason")] == []
    assert "reason.weight" in {one.path for one in diff(seen[0].decision, seen[2].decision)}
    assert all("held" not in plain(one.decision) for one in seen)


def test_a_field_of_an_item_is_held_back_by_the_name_that_the_item_has_in_the_copy() -> None:
    hidden, open_ = (
        Known(id=id_, text=id_, sensitivity=of) for id_, of in (("K1", "police"), ("K2", ""))
    )
    first = make_decision(known=(hidden, open_))
    then = make_decision(
        revision=2,
        known=(hidden, msgspec.structs.replace(open_, text="Said by an informant.")),
        handling=Handling(sensitivity={"known.K2.text": "police"}),
    )
    seen = _viewed(first, then, clearance=CORE).history

    assert [[(one.id, one.text) for one in each.decision.known] for each in seen] == [
        [("K1", "K2")],
        [("K1", "")],
    ]
    assert not any(one.path.startswith("known") for one in diff(seen[0].decision, seen[1].decision))
