"""Charts: nothing covers anything, later is never further left, and every line is told apart."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import combinations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import DECIDED, make_decision, make_risk
from cases import LONDON
from rationale_cli.domain.decision import Decision, Kind
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.people import Dissent
from rationale_cli.domain.risk import Risk, RiskStatus
from rationale_cli.domain.timeline.drawing import Chart
from rationale_cli.domain.timeline.frame import LEFT, RIGHT
from rationale_cli.domain.timeline.lettering import lanes, stacked, width, wrapped
from rationale_cli.domain.timeline.scale import scale
from rationale_cli.domain.timeline.shape import Text
from strategies import pairs, texts
from timelines import changed, charts_of, line_of, line_of_case

HARMS = ("own-plan", "people", "service", "rights", "money", "physical", "neglect")


@pytest.mark.parametrize("case", ["alder", "cedar"])
@pytest.mark.parametrize("count", range(1, 8))
def test_no_text_of_a_worked_case_covers_another(case: str, count: int) -> None:
    for chart in charts_of(line_of_case(case, count)):
        assert _overlapping(chart) == []
        assert _outside(chart) == []
        assert _crossed(chart) == []


@given(pairs())
def test_no_text_of_any_record_covers_another(pair: tuple[Decision, Decision]) -> None:
    for chart in charts_of(line_of(pair)):
        assert _overlapping(chart) == []
        assert _crossed(chart) == []


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.booleans(), st.integers(1, 5)), min_size=1, max_size=25
    )
)
def test_crowded_records_stay_readable(steps: list[tuple[int, bool, int]]) -> None:
    """Many revisions within an hour, each with a risk that moves; some of them are disputed."""
    for chart in charts_of(line_of(_crowded(steps))):
        assert _overlapping(chart) == []
        assert _outside(chart) == []
        assert _crossed(chart) == []


def test_dissent_and_reversal_stand_upright_with_their_labels() -> None:
    (chart,) = charts_of(line_of_case("alder"))

    assert [
        (one.kind, one.text)
        for one in chart.texts
        if one.kind in {"dissent-label", "reversal-label"}
    ] == [
        ("dissent-label", "Health visitor disagrees"),
        ("dissent-label", "(X1)"),
        ("dissent-label", "Lead social worker"),
        ("dissent-label", "disagrees (X2)"),
        ("reversal-label", "Reversed (r5)"),
        ("reversal-label", "Reversed (r6)"),
    ]
    kinds = [one.kind for one in chart.strokes if one.kind in {"dissent", "reversal"}]
    assert kinds == ["dissent", "dissent", "reversal", "reversal"]


def test_stretches_that_nobody_looked_at_are_hatched_and_named() -> None:
    (chart,) = charts_of(line_of_case("alder"))

    assert [one.text for one in chart.texts if one.kind == "gap-label"] == [
        "Physical harm: not yet looked at",
        "Domestic abuse: not yet looked at",
        (
            "In all this time nobody has looked at: emotional harm, sexual harm, accident, "
            "sudden loss"
        ),
        "of a carer's care, harm from our own plan, harm where they are placed.",
    ]
    boxes = [one.d for one in chart.strokes if one.kind == "gap-box"]
    edges = [tuple(map(int, re.findall(r"M(\d+).*H(\d+)V", one)[0])) for one in boxes]
    starts = {left for left, _ in edges}
    physical, domestic, never = (right for _, right in edges)
    assert len(starts) == 1
    assert physical < domestic < never == RIGHT


def test_a_line_has_a_hole_while_nobody_had_looked() -> None:
    seen = make_risk(likelihood=2)
    first = make_decision(risk=(seen,))
    back = make_risk(status=RiskStatus.NOT_CONSIDERED, reason="")
    second = changed(first, _at(60), risk=(back,))
    third = changed(second, _at(120), risk=(make_risk(likelihood=4),))
    fourth = changed(third, _at(180), title="Another title")

    (chart,) = charts_of(line_of((first, second, third, fourth)))

    (line,) = [one.d for one in chart.strokes if one.kind == "line"]
    found = re.fullmatch(r"M(\d+) (\d+)H(\d+)M(\d+) (\d+)H(\d+)", line)
    assert found
    start, low, hole, again, high, end = map(int, found.groups())
    assert LEFT == start < hole < again < end == RIGHT
    assert high < low  # likelier stands higher
    assert sum(one.kind == "gap-box" for one in chart.strokes) == 2  # this hole, and what is due


def test_every_harm_has_its_own_marker_and_its_own_dashes() -> None:
    risks = tuple(
        make_risk(id=f"R{place}", harm=harm, likelihood=3) for place, harm in enumerate(HARMS, 1)
    )

    first, second = charts_of(line_of((make_decision(risk=risks),)))

    markers = {one.series: one.form for one in first.markers if one.kind == "point"}
    dashes = {one.series: one.dash for one in first.strokes if one.kind == "line"}
    assert len(set(markers.values())) == len(set(dashes.values())) == len(dashes) == 6
    assert [one.text for one in second.texts if one.kind == "name"] == ["Neglect"]
    assert (first.id, second.id) == ("chart-1", "chart-2")


def test_the_label_at_the_end_of_a_line_says_how_likely_and_how_bad() -> None:
    (chart,) = charts_of(line_of_case("alder"))

    assert [(one.kind, one.text) for one in chart.texts if one.kind in {"name", "standing"}] == [
        ("name", "Physical harm"),
        ("standing", "almost certain or"),
        ("standing", "happening (5), impact"),
        ("standing", "severe (4)"),
        ("name", "Neglect"),
        ("standing", "possible (3), impact"),
        ("standing", "serious (3)"),
        ("name", "Domestic abuse"),
        ("standing", "possible (3), impact"),
        ("standing", "severe (4)"),
    ]


def test_likelihood_is_written_in_words_beside_its_row() -> None:
    (chart,) = charts_of(line_of_case("cedar"))

    assert [one.text for one in chart.texts if one.kind == "level"] == [
        "almost certain",
        "or happening",
        "(5)",
        "likely (4)",
        "possible (3)",
        "unlikely (2)",
        "rare (1)",
    ]


def test_a_harm_that_nobody_rated_has_no_line_and_one_that_was_rated_later_has_a_row() -> None:
    first = make_decision(risk=(make_risk(), make_risk(id="R2", harm="rights")))
    second = changed(first, _at(60), risk=(make_risk(likelihood=3), first.risk[1]))

    (chart,) = charts_of(line_of((first, second)))

    levels = [one.text for one in chart.texts if one.kind == "level"]
    assert levels[-2:] == ["how likely", "was not said"]
    assert [one.text for one in chart.texts if one.kind == "name"] == ["Harm from our own plan"]
    assert charts_of(line_of((first,))) == ()


def test_the_description_tells_the_picture_in_words() -> None:
    (chart,) = charts_of(line_of_case("alder", 5))

    assert chart.title == (
        "How likely each harm was thought to be, over time: neglect, physical harm, domestic abuse"
    )
    assert chart.desc == (
        "Neglect: from 24 March 2026, 14:00 possible (3), impact serious (3); "
        "from 9 April 2026, 18:00 possible (3), impact serious (3). "
        "Physical harm: not looked at until 1 April 2026, 15:00; "
        "from 1 April 2026, 15:00 unlikely (2), impact severe (4); "
        "from 9 April 2026, 18:00 likely (4), impact catastrophic (5); "
        "from 14 April 2026, 12:40 almost certain or happening (5), impact severe (4). "
        "Domestic abuse: not looked at until 9 April 2026, 18:00; "
        "from 9 April 2026, 18:00 possible (3), impact severe (4). "
        "Nobody has looked at emotional harm, sexual harm, accident, "
        "sudden loss of a carer's care, harm from our own plan, harm where they are placed. "
        "Reversed on 14 April 2026, 12:50."
    )


def test_days_that_were_moved_and_days_still_ahead_say_so() -> None:
    (chart,) = charts_of(line_of_case("alder"))

    assert [one.text for one in chart.texts if one.kind == "set"] == [
        "Takes effect 30 March 2026, 10:00, ends 11 May 2026, 10:00 (set in r1, changed in r6)",
        "Takes effect 27 April 2026, 10:00, ends 8 June 2026, 10:00 (set in r6, still ahead)",
        "Next hearing 27 March 2026, 10:00 (set in r1)",
    ]


def test_the_same_line_gives_the_same_chart() -> None:
    assert charts_of(line_of_case("cedar")) == charts_of(line_of_case("cedar"))


INSTANTS = st.integers(0, 10**8).map(lambda one: DECIDED + timedelta(seconds=one))


@given(st.lists(INSTANTS, min_size=1, max_size=60), st.lists(INSTANTS, min_size=2, max_size=10))
def test_later_is_never_further_left(revised: list[datetime], asked: list[datetime]) -> None:
    ruler = scale(min(revised), revised, max(revised), (LEFT, RIGHT))

    places = [ruler.place(one) for one in sorted([*revised, *asked])]

    assert places == sorted(places)
    assert (ruler.places[0], ruler.places[-1]) == (LEFT, RIGHT)


def test_time_is_drawn_to_scale_unless_revisions_stand_too_close() -> None:
    far = [_at(0).at, _at(60).at, _at(120).at]
    close = [_at(0).at, _at(1).at, _at(120).at]

    even, stretched = (scale(one[0], one, one[-1], (LEFT, RIGHT)) for one in (far, close))

    assert (even.is_even, even.place(_at(60).at)) == (True, (LEFT + RIGHT) // 2)
    assert (stretched.is_even, stretched.place(_at(1).at)) == (False, LEFT + 26)


@given(texts(max_size=60), st.integers(60, 300))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, most: int) -> None:
    found = wrapped(text, most)

    assert all(width(one) <= most for one in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(10, 180)), max_size=14))
def test_lanes_keep_labels_apart_and_lines_off_them(found: list[tuple[int, int]]) -> None:
    places = sorted((left, left + wide) for left, wide in found)
    lane = lanes(places)

    for (one, (left, right)), (other, (start, _)) in combinations(enumerate(places), 2):
        if left <= start <= right:
            assert lane[one] > lane[other]


def test_a_column_of_labels_keeps_them_near_and_apart() -> None:
    assert stacked([10, 12, 200], [40, 40, 40], 220) == (10, 50, 180)
    assert stacked([190, 195], [40, 40], 220) == (140, 180)


def _crowded(steps: list[tuple[int, bool, int]]) -> list[Decision]:
    """A record whose revisions follow each other by minutes."""
    decision = make_decision(risk=_risks(1), none=())
    found = [decision]
    minutes = 0
    for gap, is_disputed, likelihood in steps:
        minutes += gap
        number = len(found) + 1
        said = Dissent(id=f"X{number}", role="district nurse on call", words="No.")
        decision = changed(
            decision,
            _at(minutes),
            kind=Kind.AMEND if is_disputed else Kind.REVERSE,
            risk=_risks(likelihood),
            dissent=(*decision.dissent, said) if is_disputed else decision.dissent,
        )
        found.append(decision)
    return found


def _risks(likelihood: int) -> tuple[Risk, ...]:
    return tuple(
        make_risk(id=f"R{place}", harm=harm, likelihood=likelihood, impact=5)
        for place, harm in enumerate(HARMS, start=1)
    )


def _at(minutes: int) -> Instant:
    return Instant((DECIDED + timedelta(minutes=minutes)).astimezone(LONDON))


def _overlapping(chart: Chart) -> list[tuple[str, str]]:
    return [
        (one.text, other.text)
        for one, other in combinations(chart.texts, 2)
        if _meet(one.box, other.box)
    ]


def _meet(one: Sequence[int], other: Sequence[int]) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _outside(chart: Chart) -> list[Text]:
    return [
        one
        for one in chart.texts
        if one.box[0] < 0 or one.box[1] < 0 or one.box[2] > chart.width or one.box[3] > chart.height
    ]


def _crossed(chart: Chart) -> list[tuple[str, str]]:
    """Texts that an upright line goes through."""
    kinds = {"dissent", "reversal", "tick", "revision"}
    uprights = [one for one in chart.strokes if one.kind in kinds]
    return [
        (one.d, text.text)
        for one in uprights
        for x, top, bottom in re.findall(r"M(\d+) (\d+)V(\d+)", one.d)
        for text in chart.texts
        if _meet((int(x), int(top), int(x) + 1, int(bottom)), text.box)
    ]


def test_the_tests_see_texts_that_cover_each_other() -> None:
    (chart,) = charts_of(line_of_case("alder"))
    one = chart.texts[0]
    over = Text(x=one.x + 3, y=one.y + 3, text="over it", kind=one.kind)
    twice = msgspec.structs.replace(chart, texts=(one, over))

    assert _overlapping(twice) == [(one.text, "over it")]
