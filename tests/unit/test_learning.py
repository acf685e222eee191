"""What decisions and concerns teach: counted as numbers, told as sentences, of nobody."""

from datetime import UTC, date, datetime, timedelta

import pytest

from builders import make_decision, make_risk
from cases import LONDON, revisions
from rationale_cli.codec import shipped
from rationale_cli.domain.calendar import Calendar
from rationale_cli.domain.concern import Concern, ConcernKind, Pause, Stage
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.learning import deciding, disputing, saying
from rationale_cli.domain.learning.lessons import lessons
from rationale_cli.domain.learning.observed import Lack, Late, Observed, StageSeen, Turn
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.people import DissentStatus

EASTER = Calendar(free=frozenset({date(2026, 4, 3), date(2026, 4, 6)}))
ALLOWED = {"care-plan/1": timedelta(minutes=60), "incident/1": timedelta(minutes=30)}


def _observed(*history: Decision) -> Observed:
    return deciding.observed(
        history, catalogue=shipped.harms(), allowed=ALLOWED, calendar=EASTER, zone=LONDON
    )


ALDER = _observed(*revisions("alder"))
CEDAR = _observed(*revisions("cedar"))


def test_the_first_disagreement_of_alder_and_its_reversal() -> None:
    assert ALDER.turns == (Turn(days=19, working_days=11),)
    assert _observed(*revisions("alder")[:4]).turns == ()


def test_a_harm_that_a_disagreement_named_first() -> None:
    by_code = {one.code: one for one in ALDER.harms}

    physical, emotional, neglect = (by_code[one] for one in ("physical", "emotional", "neglect"))
    assert (physical.silent_first, physical.feared, physical.silent_now) == (True, True, False)
    assert (emotional.silent_first, emotional.feared, emotional.silent_now) == (True, False, True)
    assert (neglect.silent_first, neglect.feared, neglect.silent_now) == (False, False, False)


def test_a_harm_of_which_only_the_record_knows_is_not_named() -> None:
    strange = make_risk(harm="uncle at number nine", status=None)
    seen = _observed(make_decision(risk=(strange,)))

    assert "uncle at number nine" not in {one.code for one in seen.harms}


def test_how_disagreements_stand() -> None:
    assert ALDER.dissent == (DissentStatus.UPHELD, DissentStatus.REPLIED)
    found = lessons(ALDER + CEDAR).dissent

    assert (found.count, found.upheld, found.still_open) == (4, 2, 2)


def test_late_entries_are_those_that_the_question_set_calls_late() -> None:
    assert ALDER.late == (Late(minutes=110, is_explained=True),)
    assert [one.minutes for one in CEDAR.late] == [40, 85]


def test_from_firing_to_acting() -> None:
    assert [one.minutes for one in ALDER.fired] == [70]
    assert [one.minutes for one in CEDAR.fired][:2] == [5, 15]


CONCERN = Concern(
    format=1,
    id="p3xw9d",
    revision=1,
    kind=ConcernKind.RAISE,
    decision="abc234",
    time=Times(recorded_at=Instant(datetime(2026, 3, 26, tzinfo=UTC))),
    stage=(
        Stage(
            n=1, opened=Moment(date(2026, 3, 26)), due=Moment(date(2026, 3, 27)),
            closed=Moment(date(2026, 3, 27)),
        ),
        Stage(
            n=2, opened=Moment(date(2026, 4, 1)), due=Moment(date(2026, 4, 10)),
            closed=Moment(date(2026, 4, 20)),
        ),
        Stage(n=3, opened=Moment(date(2026, 4, 20))),
    ),
    pause=(Pause(id="E1", stage=2, reason="Leave."),),
)  # fmt: skip


def test_how_long_the_stages_of_a_concern_took() -> None:
    seen = disputing.observed(CONCERN, calendar=EASTER, zone=LONDON)

    assert seen.stages == (
        StageSeen(n=1, took=1, allowed=1),
        StageSeen(n=2, took=11, allowed=5),
    )
    assert [one.lacks for one in seen.pauses] == [(Lack.AGREED, Lack.RESTART, Lack.MEASURES)]
    (first, second) = lessons(seen).stages
    assert (first.over, second.over, second.allowed) == (0, 1, 5)


def _told(seen: Observed) -> str:
    found = lessons(seen)
    sections = saying.sections(found, shipped.words())
    said = [*saying.opening(found), *(one for each in sections for one in each.sentences)]
    return "\n".join(said)


def test_a_few_decisions_are_said_to_be_few() -> None:
    few, many = _told(ALDER + CEDAR), _told(sum([ALDER] * 5, start=Observed()))

    assert few.startswith("From 2 decisions: too few to compare.")
    assert many.startswith("From 5 decisions.\n")
    assert "the reversal: 19 calendar days; 11 working days." in _told(ALDER)


def test_what_is_told_in_words() -> None:
    text = _told(ALDER + CEDAR + disputing.observed(CONCERN, calendar=EASTER, zone=LONDON))

    assert (
        "Physical harm: not looked at when first recorded in 2 of 2 decisions; still not in 1"
        in text
    )
    assert "a disagreement named it first in 1" in text
    assert "Stage 2: 11 working days; allowed were 5, and 1 of 1 took longer." in text
    assert "Of 1 pause, 1 lacked something: not agreed by two (1), no day" in text
    assert "Of 4 disagreements: 2 upheld, 0 not upheld, 0 withdrawn, 2 still open." in text


def test_of_nothing_it_says_that_there_is_nothing() -> None:
    assert _told(Observed()) == "No decision could be read, so there is nothing to learn from yet."
    assert "1 record could not be read and is not counted." in _told(Observed(unreadable=1))


def test_a_silence_is_told_and_not_left_out() -> None:
    text = _told(_observed(make_decision()))

    assert "Nobody's disagreement is on record." in text
    assert "No concern was raised." in text


@pytest.mark.parametrize("case", ["alder", "cedar"])
def test_no_number_is_less_than_nothing(case: str) -> None:
    seen = _observed(*revisions(case))

    assert all(one.days >= one.working_days >= 0 for one in seen.turns)
    assert all((one.minutes or 0) >= 0 for one in seen.fired)
