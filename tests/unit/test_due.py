"""What waits in a record: one that waits and one that does not, a kind at a time."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from builders import make_decision, make_risk
from rationale_cli.codec import shipped
from rationale_cli.codec.law import provisions
from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.clock import Time
from rationale_cli.domain.concern import Concern, ConcernKind, ConcernStatus, Pause, Stage
from rationale_cli.domain.decision import Decision, Mode, Status
from rationale_cli.domain.decision import Kind as DecisionKind
from rationale_cli.domain.due import narrowing
from rationale_cli.domain.due.collecting import (
    Around,
    of_concern,
    of_decision,
    of_history,
    of_ledger,
)
from rationale_cli.domain.due.due import CountDays, Due, Record, Urgency, due, in_turn
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.due.wording import counted, how_long
from rationale_cli.domain.keeping import Change, Times
from rationale_cli.domain.knowledge import Known, KnownKind, Unknown
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.option import Option, OptionStatus
from rationale_cli.domain.part import Party
from rationale_cli.domain.people import Approval, Dissent, DissentStatus
from rationale_cli.domain.provision import Limit, Provision
from rationale_cli.domain.reason import Law
from rationale_cli.domain.seen import Entry, EntryKind, Seen
from rationale_cli.domain.trigger import Action, Trigger, TriggerKind
from timelines import make_history

NOW = datetime(2026, 7, 1, 10, tzinfo=UTC)
DAY = Moment(date(2026, 7, 6))
PROVISIONS = {
    "CA89-46": Provision(
        id="CA89-46",
        citation="Children Act 1989, section 46",
        plain="Police protection.",
        limit=Limit(hours=72),
    )
}
CPR_18 = next(one for one in provisions() if one.id == "CPR-18")
AROUND = Around(
    now=Instant(NOW),
    zone=UTC,
    provisions=PROVISIONS,
    approvers={"CPR-18": CPR_18},
    words=shipped.words(),
)


def _kinds(found: Iterable[Waiting]) -> list[tuple[str, str]]:
    return [(one.kind, one.path) for one in found]


def _waits(**changed: Any) -> list[tuple[str, str]]:
    empty: dict[str, Any] = {"trigger": (), "law": ()}
    return _kinds(of_decision(make_decision(**{**empty, **changed}), AROUND))


def _times(**changed: Any) -> Times:
    return Times(decided_at=Instant(NOW), recorded_at=Instant(NOW), **changed)


_TRIGGER = Trigger(id="T1", kind=TriggerKind.DATE, text="Look again.", due=DAY)
_EVENT = Trigger(id="T1", kind=TriggerKind.EVENT, text="A mark.")
_DISSENT = Dissent(
    id="X1", role="nurse", agency="health", words="No.", status=DissentStatus.OPEN, confirmed=True
)
_PARKED = Option(id="C", title="Wait", status=OptionStatus.PARKED, until=DAY)
_LAW = Law(id="L1", provision="CA89-46", from_=Moment(NOW))

KINDS: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("review trigger.T1", {"trigger": (_TRIGGER,)},
     {"trigger": (replace(_TRIGGER, acted_at=DAY),)}),
    ("review trigger.T1", {"trigger": (replace(_TRIGGER, due=None),)}, {"trigger": (_EVENT,)}),
    ("review trigger.T1", {"trigger": (replace(_TRIGGER, kind=TriggerKind.THRESHOLD),)}, {}),
    ("warning-sign trigger.T1", {"trigger": (replace(_EVENT, fired_at=DAY),)},
     {"trigger": (replace(_EVENT, fired_at=DAY, acted_at=DAY),)}),
    ("unknown unknown.U1", {"unknown": (Unknown(id="U1", question="Who?"),)},
     {"unknown": (Unknown(id="U1", question="Who?", answer="Nobody."),)}),
    ("action action.J1", {"action": (Action(id="J1", what="Ring."),)},
     {"action": (Action(id="J1", what="Ring.", done_at=DAY),)}),
    ("option option.C", {"option": (_PARKED,)}, {"option": (replace(_PARKED, until=None),)}),
    ("dissent dissent.X1", {"dissent": (_DISSENT,)},
     {"dissent": (replace(_DISSENT, status=DissentStatus.REPLIED),)}),
    ("confirmation dissent.X1",
     {"dissent": (replace(_DISSENT, status=DissentStatus.REPLIED, confirmed=False),)},
     {"dissent": (replace(_DISSENT, status=DissentStatus.UPHELD, confirmed=False),)}),
    ("sign-off law.L1", {"law": (Law(id="L1", provision="CPR-18"),)},
     {"law": (Law(id="L1", provision="CPR-18"),),
      "approval": (Approval(id="V1", role="Nominated officer", outcome="approved"),)}),
    ("sign-off approval.V1", {"approval": (Approval(id="V1", role="panel"),)},
     {"approval": (Approval(id="V1", role="panel", outcome="approved"),)}),
    ("limit law.L1", {"law": (_LAW,)}, {"law": (replace(_LAW, from_=None),)}),
    ("hearing time.next_hearing", {"time": _times(next_hearing=DAY)}, {"time": _times()}),
    ("end time.effective_to", {"time": _times(effective_to=DAY)},
     {"time": _times(effective_to=Moment(NOW - timedelta(hours=1)))}),
    ("irreversible time.irreversible_at", {"time": _times(irreversible_at=DAY)},
     {"time": _times(irreversible_at=Moment(date(2026, 6, 30)))}),
    ("proposed time.effective_from",
     {"status": Status.PROPOSED, "time": _times(effective_from=DAY)},
     {"time": _times(effective_from=DAY)}),
)  # fmt: skip


@pytest.mark.parametrize(("told", "waits", "waits_not"), KINDS, ids=[one[0] for one in KINDS])
def test_each_kind_waits_until_it_was_dealt_with(
    told: str, waits: dict[str, Any], waits_not: dict[str, Any]
) -> None:
    kind, path = told.split(" ")

    assert _waits(**waits) == [(kind, path)]
    assert _waits(**waits_not) == []


@pytest.mark.parametrize("status", [Status.CLOSED, Status.SUPERSEDED, Status.REVERSED])
def test_nothing_waits_in_a_decision_that_has_ended(status: Status) -> None:
    everything = {name: value for _, waits, _ in KINDS for name, value in waits.items()}

    assert len(_waits(**{**everything, "status": Status.DECIDED})) > 5
    assert _waits(**{**everything, "status": status}) == []


def test_a_hearing_that_has_passed_waits_until_something_is_recorded_after_it() -> None:
    passed = Moment(NOW + timedelta(hours=1))
    (found,) = of_decision(make_decision(trigger=(), time=_times(next_hearing=passed)), AROUND)
    later = Times(recorded_at=Instant(NOW + timedelta(hours=2)), next_hearing=passed)

    late = _due(found, now=NOW + timedelta(days=1), working=EASTER.between)
    assert (late.urgency, how_long(late)) == (Urgency.OVERDUE, "23 hours ago")
    assert _waits(time=later) == []


def test_a_sign_off_is_not_asked_for_where_a_court_directs_it() -> None:
    """Regulation 18 falls away where section 38(6) carries the placement."""
    asks = Law(id="L1", provision="CPR-18")

    assert _waits(law=(asks, Law(id="L2", provision="CA89-38-6"))) == []
    assert _waits(law=(asks, Law(id="L2", provision="CA89-38"))) == [("sign-off", "law.L1")]


def test_the_end_of_a_limit_is_counted_and_never_read() -> None:
    (found,) = of_decision(_with_law(Moment(datetime(2026, 11, 21, 2, 30, tzinfo=UTC))), AROUND)
    (of_a_day,) = of_decision(_with_law(Moment(date(2026, 11, 21))), AROUND)

    assert found.when == Moment(datetime(2026, 11, 24, 2, 30, tzinfo=UTC))
    assert found.text == "section 46 Children Act 1989: 72 hours at the most."
    assert of_a_day.when == Moment(date(2026, 11, 23)), "the last whole day, never one too many"


def _with_law(start: Moment) -> Decision:
    return make_decision(trigger=(), law=(replace(_LAW, from_=start),))


CONCERN = Concern(
    format=1,
    id="p3xw9d",
    revision=1,
    kind=ConcernKind.RAISE,
    decision="abc234",
    time=Times(recorded_at=Instant(NOW)),
    stage=(
        Stage(n=1, due=Moment(date(2026, 3, 27)), closed=Moment(date(2026, 3, 27))),
        Stage(n=2, name="Managers", due=Moment(date(2026, 4, 10))),
    ),
)


EASTER = Calendar(free=frozenset({date(2026, 4, 3), date(2026, 4, 6)}))
ON_THE_8TH = Time(calendar=EASTER, zone=UTC, now=Instant(datetime(2026, 4, 8, 9, tzinfo=UTC)))


def test_the_stage_of_an_open_concern_waits() -> None:
    assert _kinds(of_concern(CONCERN, ON_THE_8TH)) == [("stage", "stage.2")]
    assert _kinds(of_concern(replace(CONCERN, status=ConcernStatus.RESOLVED), ON_THE_8TH)) == []


def test_a_paused_concern_keeps_its_first_date_in_sight() -> None:
    pause = Pause(id="E1", stage=2, from_=Moment(date(2026, 4, 2)))
    paused = replace(CONCERN, status=ConcernStatus.PAUSED, pause=(pause,))
    stage, waits = of_concern(paused, ON_THE_8TH)

    assert stage.when == Moment(date(2026, 4, 10))
    assert stage.text == "Stage 2, Managers; 2 working days lost so far."
    assert (waits.kind, waits.when, waits.since) == (Kind.PAUSE, None, pause.from_)


def test_a_restarted_concern_is_told_with_both_dates() -> None:
    new = Moment(date(2026, 4, 20))
    pause = Pause(id="E1", stage=2, restarted=new, new_due=new, working_days_lost=5)
    (stage,) = of_concern(replace(CONCERN, pause=(pause,)), ON_THE_8TH)

    assert (stage.when, stage.originally) == (new, Moment(date(2026, 4, 10)))
    assert "5 working days lost so far" in stage.text


def _nobody(first: date, last: date) -> int:
    raise AssertionError((first, last))


def _due(waiting: Waiting, *, now: datetime = NOW, working: CountDays = _nobody) -> Due:
    return due(waiting, Record(id="abc234", decision="abc234"), now=now, zone=UTC, working=working)


def _at(when: date | None, **changed: Any) -> Due:
    kept: dict[str, Any] = {"kind": Kind.ACTION, "path": "action.J1", "text": "Ring.", **changed}
    moment = Moment(when) if when is not None else None
    return _due(Waiting(when=moment, **kept), working=lambda one, two: (two - one).days - 2)


@pytest.mark.parametrize(
    ("when", "urgency", "told"),
    [
        (None, "undated", "no date was set"),
        (date(2026, 7, 1), "today", "today"),
        (date(2026, 7, 2), "ahead", "tomorrow"),
        (date(2026, 7, 4), "ahead", "in 3 days"),
        (date(2026, 6, 26), "overdue", "3 working days late"),
        (date(2026, 6, 29), "overdue", "2 days late"),
        (NOW + timedelta(hours=5), "today", "in 5 hours"),
        (NOW - timedelta(minutes=85), "overdue", "85 minutes late"),
        (NOW, "overdue", "now"),
        (NOW + timedelta(days=3, hours=1), "ahead", "in 3 days"),
        (NOW - timedelta(days=5), "overdue", "3 working days late"),
    ],
)
def test_how_long_is_said_in_words(when: date | None, urgency: str, told: str) -> None:
    found = _at(when)

    assert (found.urgency, how_long(found)) == (urgency, told)


def test_a_day_is_over_when_the_clocks_of_the_folder_say_so() -> None:
    waiting = Waiting(kind=Kind.ACTION, path="action.J1", text="", when=DAY)

    assert _due(waiting, now=datetime(2026, 7, 6, 23, 59, tzinfo=UTC)).urgency is Urgency.TODAY
    over = datetime(2026, 7, 7, tzinfo=UTC)
    assert _due(waiting, now=over, working=EASTER.between).urgency is Urgency.OVERDUE


def test_the_longest_overdue_comes_first_and_what_has_no_date_last() -> None:
    late, later = _at(date(2026, 6, 1)), _at(date(2026, 6, 20))
    near, far = _at(date(2026, 7, 2)), _at(date(2026, 8, 2))
    long, unsaid = _at(None, since=DAY), _at(None)

    assert in_turn([unsaid, far, later, long, near, late]) == (late, later, near, far, long, unsaid)


def test_counts_are_one_sentence() -> None:
    assert counted(()) == "Nothing waits."
    assert counted((_at(date(2026, 6, 1)), _at(None), _at(None))) == "1 is overdue, 2 have no date."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("4h", 2), ("5 hours", 3), ("1d", 4), ("2 days", 5), ("1w", 6), ("52w", 7)],
)
def test_within_leaves_out_only_what_is_further_ahead(typed: str, kept: int) -> None:
    found = [
        _at(date(2026, 6, 1)),
        _at(None),
        _at(NOW + timedelta(hours=5), kind=Kind.REVIEW),
        _at(datetime(2026, 7, 2, 17, tzinfo=UTC)),
        _at(date(2026, 7, 3)),
        _at(date(2026, 7, 8)),
        _at(date(2026, 9, 8)),
    ]
    limit = narrowing.span(typed)
    within = narrowing.within(found, limit, now=NOW, zone=UTC)

    # What is due today is never left out, however short the time.
    assert len(within) == max(kept, 3)


@pytest.mark.parametrize("typed", ["", "5", "d", "five days", "5m", "-5d", "5d 3h"])
def test_a_time_that_nobody_can_read_is_refused(typed: str) -> None:
    with pytest.raises(narrowing.UnreadableSpanError):
        narrowing.span(typed)


def test_a_role_is_found_by_a_part_of_its_words() -> None:
    found = [_at(None, owner=one) for one in ("lead social worker", "Team  manager", "")]

    assert narrowing.owned(found, "Social worker") == (found[0],)
    assert narrowing.owned(found, "team manager@children's social care") == (found[1],)
    assert narrowing.owned(found, "manage") == ()


def _of_history(history: Sequence[Decision], seen: Seen, *expected: str) -> list[tuple[str, str]]:
    found = of_history(make_history(history), seen, expected, AROUND)
    return [(one.kind, one.text) for one in found]


def _entry(kind: EntryKind, revision: int = 1, **changed: Any) -> Entry:
    who = Party(role="nurse", agency="health")
    kept: dict[str, Any] = {"id": "E1", "at": Instant(NOW), "for_": who, **changed}
    return Entry(kind=kind, revision=revision, **kept)


def _seen(*entries: Entry) -> Seen:
    return Seen(format=1, id="abc234", entry=entries)


FIRST = make_decision(trigger=(), consulted=(), risk=())
SECOND = replace(FIRST, revision=2, mode=Mode.PAUSE)


def test_a_question_waits_until_it_is_answered() -> None:
    question = _entry(EntryKind.QUESTION, text="Who is there at night?")
    answer = _entry(EntryKind.ANSWER, id="E2", answers="E1", text="The carer.")
    ended = replace(FIRST, status=Status.CLOSED)

    for decision in (FIRST, ended):
        (waits,) = of_ledger(_seen(question), decision)
        assert (waits.kind, waits.owner) == (Kind.QUESTION, "clinic manager")
        assert waits.text == "From nurse, health: Who is there at night?"
        assert not [*of_ledger(_seen(question, answer), decision)]


def test_who_is_expected_and_was_sent_nothing_waits_for_the_lead() -> None:
    (found,) = of_history(make_history([FIRST]), _seen(), ("nurse@health",), AROUND)

    assert found.kind is Kind.UNREAD
    assert (
        found.text == "nurse, health is expected to understand this, and nothing was sent to them."
    )
    assert found.owner == "clinic manager"
    assert _of_history([FIRST], _seen()) == []
    assert _of_history([FIRST], _seen(_entry(EntryKind.READ)), "nurse@health") == []


def test_a_reading_lapses_when_something_that_matters_changes() -> None:
    read = _seen(_entry(EntryKind.READ))
    lapsed = ("unread", "nurse, health read r1; since then 1 thing that matters has changed.")
    spelling = replace(FIRST, revision=2, change=Change(because="Spelling."))

    assert lapsed in _of_history([FIRST, SECOND], read)
    assert _of_history([FIRST, spelling], read) == []
    assert _of_history([FIRST, SECOND], _seen(_entry(EntryKind.READ, revision=2))) == []


def test_what_was_sent_and_not_read_waits_for_the_reader() -> None:
    (found,) = of_history(make_history([FIRST]), _seen(_entry(EntryKind.SHARED)), (), AROUND)

    assert (found.kind, found.owner) == (Kind.UNREAD, "nurse")
    assert "was sent r1, and nothing says that they read it" in found.text


def test_risks_that_are_behind_wait_to_be_looked_at() -> None:
    looked = make_risk(likelihood=3, impact=4, assessed_at=Moment(NOW))
    before = replace(FIRST, risk=(looked,))
    known = (
        Known(id="K1", text="A call-out.", kind=KnownKind.FACT),
        Known(id="K2", text="Another one.", kind=KnownKind.FACT),
    )
    later = Times(
        decided_at=Instant(NOW + timedelta(days=1)), recorded_at=Instant(NOW + timedelta(days=1))
    )
    after = replace(before, revision=2, kind=DecisionKind.NOTE, known=known, time=later)
    (found,) = of_history(make_history([before, after]), _seen(), (), AROUND)

    assert (found.kind, found.path, found.owner) == (Kind.RISKS, "risk.R1", "clinic manager")
    assert found.text.startswith("Two changes since ")  # as many as a briefing counts
    assert found.text.endswith(": K1 and K2 came to be known (revision 2).")
    assert _of_history([before], _seen()) == []
    assert _of_history([before, replace(after, status=Status.CLOSED)], _seen()) == []
