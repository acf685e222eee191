"""Documents read for the last look: what was typed is found, whatever a format made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rationale_cli.domain.clean import clean
from rationale_cli.domain.clearing.scanning import folded, leaks
from rationale_cli.render import markdown, readable
from rationale_cli.services import telling
from rationale_cli.services.telling import Format, Making
from strategies import marked, texts
from typed_texts import MARKED, holding

FORMS = [
    (Format.HTML, Making()),
    (Format.MARKDOWN, Making()),
    (Format.TEXT, Making()),
    (Format.JSON, Making()),
    (Format.PDF, Making()),
    (Format.WORD, Making()),
    (Format.MAIL, Making(attach=Format.MARKDOWN)),
]


@pytest.mark.parametrize(("form", "making"), FORMS, ids=[one.value for one, _ in FORMS])
def test_a_text_full_of_marks_is_found_in_every_format(form: Format, making: Making) -> None:
    briefing = holding(MARKED)
    read = telling.readable(telling.render(briefing, form, making), form, briefing)

    for wanted in (MARKED, *MARKED.strip().split("\n\n")):
        assert list(leaks(read, [folded(wanted)])) == [folded(wanted)]


@given(texts(max_size=60) | marked(), st.sampled_from(["", "  ", "> "]), st.booleans())
def test_markdown_is_read_as_it_was_typed(typed: str, prefix: str, behind: bool) -> None:  # noqa: FBT001 - drawn
    text = clean(typed.replace("\r\n", "\n").replace("\r", "\n"))
    made = f"{prefix}{markdown.prose(text, prefix, behind=behind)}"

    assert folded(text) in folded(readable.from_markdown(made))
