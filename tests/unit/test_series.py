"""A series of texts, each read beside the one before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import revisions
from rationale_cli.codec import decision as decision_text
from rationale_cli.codec.series import Series
from rationale_cli.domain.decision import Decision
from rationale_cli.errors import RationaleError
from strategies import edits, pairs

TEXT = decision_text.encode(revisions("alder")[5])
PROSE = TEXT.replace('why_now = """\n', 'why_now = """\n[time]\n[[known]]\n')


def _read(decode: object, text: str) -> object:
    """A decision, or what is wrong with the text."""
    assert callable(decode)
    try:
        return decode(text, name="x.toml")
    except RationaleError as error:
        return (str(error), error.lines)


@given(st.lists(pairs() | edits(), min_size=1, max_size=3))
def test_a_series_gives_what_reading_each_text_whole_gives(
    given_pairs: list[tuple[Decision, Decision]],
) -> None:
    series = Series()

    for decision in (one for pair in given_pairs for one in pair):
        text = decision_text.encode(decision)
        assert series.decode(text, name="x.toml") == decision


@pytest.mark.parametrize(
    "changed",
    [
        TEXT,
        PROSE,
        PROSE.replace("[[known]]\n", "[[known\n"),
        TEXT.replace("format = 1", "format = 2"),
        TEXT.replace("format = 1", "format = true"),
        TEXT.replace("\n[by]", "\n[time]\n[by]"),
        TEXT.replace("\n[by]", "\n[handling.sensitivity]\ntitle = 'x'\n[by]"),
        TEXT.replace("\n[by]", "\n[handling.sensitivity]\n[handling.sensitivity]\n[by]"),
        TEXT.replace("\n[by]", "\n[handling]\nhold = true\n[handling]\nhold = true\n[by]"),
        TEXT.replace("\n[by]", "\n[known]\n[by]"),
        TEXT.replace("\n[by]", "\n  [handling]\nhold = true\n[by]"),
        TEXT.replace('mode = "', 'known = []\nmode = "'),
        TEXT.replace('mode = "', 'dissent = []\nmode = "'),
        TEXT.replace('mode = "', 'none = ["gap"]\nmode = "'),
        TEXT.replace('mode = "', 'none = ["known"]\nmode = "'),
        TEXT.replace('mode = "', 'none = [3]\nmode = "'),
        TEXT.replace('mode = "', 'time.noticed_at = 2026-03-24\nmode = "'),
        TEXT.replace('id = "R2"', 'id = "R1"'),
        TEXT.replace("likelihood = 5", "likelihood = 9"),
        TEXT.replace("views = [", "views = [\n["),
        TEXT.replace("\n", "\r\n"),
        TEXT.partition("[time]")[0],
        f"[time]\n{TEXT}",
        "",
        "[" * 2000,
    ],
    ids=range(25),
)
def test_a_text_by_hand_is_read_or_refused_as_it_is_alone(changed: str) -> None:
    """Whatever stood before it, and it does no harm to what comes after it."""
    series = Series()
    series.decode(TEXT, name="x.toml")

    assert _read(series.decode, changed) == _read(decision_text.decode, changed)
    assert series.decode(TEXT, name="x.toml") == revisions("alder")[5]
    assert _read(Series().decode, changed) == _read(decision_text.decode, changed)
