"""What a briefing says stands in every format: none leaves out a part that another one tells."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest

from briefings import brief
from cases import revisions
from rationale_cli.render.visible import visible
from rationale_cli.services.telling import Format, readable, render

_FOR_PROGRAMS = {"anchor", "silence_kind", "charts", "chart_note", "committed", "link"}
"""Names of what no reader is told in words, or not in every format."""


def _told(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        kind = {"silence"} if "label" in value else set()  # of a fact; its text says it
        for name, one in value.items():
            if name not in _FOR_PROGRAMS | kind:
                yield from _told(one)
    else:
        for one in value if isinstance(value, list | tuple) else ():
            yield from _told(one)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


@pytest.mark.parametrize("form", [Format.HTML, Format.MARKDOWN, Format.TEXT, Format.WORD])
@pytest.mark.parametrize("audience", ["core-team", "court", "family"])
@pytest.mark.parametrize(("case", "count"), [("alder", 6), ("cedar", 4)])
def test_every_text_of_a_briefing_stands_in_it(
    case: str, count: int, audience: str, form: Format
) -> None:
    page = brief(revisions(case)[:count], audience=audience)
    text = _letters(re.sub("<[^>]*>", "", unescape(readable(render(page, form), form, page))))

    assert [one for one in _told(visible(page)) if _letters(one) not in text] == []
