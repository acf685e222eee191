"""What it costs to make pages of a briefing, beside the engine alone with the same source."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import typst
from msgspec.structs import replace

from bench.measure import Compared, in_turns
from briefings import brief
from cases import revisions
from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.render import pdf
from rationale_cli.render.templates import folder as templates
from rationale_cli.render.visible import visible

PAGES = 4
BOUND = 1.3
TIMES = 11


def measured(_folder: Path, _environment: Mapping[str, str]) -> Iterator[Compared]:
    """Measure it.

    Every run has a text of its own in every place that it can, or the engine would remember the
    pages of the run before.
    """

    def ours(number: int) -> Callable[[], object]:
        return partial(pdf.render, four_pages(f"{number} by us"))

    def theirs(number: int) -> Callable[[], object]:
        return partial(
            typst.compile,
            templates() / "briefing.typ",
            root=templates(),
            ignore_system_fonts=True,
            sys_inputs={"document": json.dumps(visible(four_pages(f"{number} by it")))},
            pdf_standards=[pdf.STANDARD],
        )

    seconds = in_turns((ours, theirs), times=TIMES)
    yield Compared(f"a PDF of {PAGES} pages", "the engine alone", (seconds[0], seconds[1]), BOUND)


def four_pages(told: str) -> Briefing:
    """Give a briefing of four pages in which a text stands wherever one can."""
    first = revisions("alder")[0]
    decision = replace(
        first,
        id="abc234",
        title=f"{first.title}, {told}",
        option=tuple(replace(one, title=f"{one.title}, {told}") for one in first.option[:1]),
        known=(),
        unknown=(),
        consulted=(),
        not_consulted=(),
        law=(),
    )
    made = brief((decision,))
    return replace(made, sections=made.sections[:1])
