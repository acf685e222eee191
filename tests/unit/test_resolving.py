"""Citations in answers become ids where they say just that, and nothing typed is lost."""

from typing import Any

import pytest

from rationale_cli.codec import law
from rationale_cli.domain.citing.citation import Citations
from rationale_cli.domain.citing.resolving import resolved

CITATIONS = Citations(law.provisions())


def test_a_citation_becomes_its_id_and_is_told() -> None:
    answers = {"title": "T", "law": [{"id": "L1", "provision": "s.47 CA 1989", "role": "duty"}]}

    assert resolved(answers, CITATIONS) == (
        {"title": "T", "law": [{"id": "L1", "provision": "CA89-47", "role": "duty"}]},
        (("s.47 CA 1989", "CA89-47"),),
    )


@pytest.mark.parametrize(
    "law",
    [
        [{"id": "L1", "provision": "CA89-47"}],
        [{"id": "L1", "provision": "s.47(1)(b) CA 1989"}],
        [{"id": "L1", "provision": "s.20"}],
        [{"id": "L1", "provision": "Re B"}],
        [{"id": "L1", "provision": "police protection"}],
        [{"id": "L1", "provision": "Local policy"}],
        [{"id": "L1"}],
        [{"id": "L1", "provision": 3}, "x"],
        [],
        None,
        "s.47",
    ],
)
def test_what_says_anything_else_stays_as_it_was_typed(law: Any) -> None:
    answers = {"law": law}

    assert resolved(answers, CITATIONS) == (answers, ())
