"""Several texts in one sentence."""

import pytest

from rationale_cli.domain.several import several


@pytest.mark.parametrize(
    ("texts", "told"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_the_last_one_comes_after_a_word(texts: tuple[str, ...], told: str) -> None:
    assert several(texts) == told


def test_the_word_can_be_another_one() -> None:
    assert several(("a", "b"), "or") == "a or b"
