"""Numbered paragraphs: so that people in a court room speak of the same one."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rationale_cli.domain.telling.briefing import Entry, Section


def numbered(sections: Iterable[Section]) -> Iterator[Section]:
    """Give sections whose headings and paragraphs are numbered: ``4`` and ``4.2``.

    A paragraph is counted within its section, so that one more elsewhere leaves its number.
    Labelled lines and sentences become paragraphs of their own.

    Args:
        sections: In order.
    """
    for place, part in enumerate(sections, start=1):
        paragraphs = (*_of(part), *part.entries)
        yield replace(
            part,
            heading=f"{place}. {part.heading}",
            notes=(),
            facts=(),
            entries=tuple(
                replace(one, number=f"{place}.{number}")
                for number, one in enumerate(paragraphs, start=1)
            ),
        )


def _of(part: Section) -> Iterator[Entry]:
    for note in part.notes:
        yield Entry(text=note)
    for fact in part.facts:
        yield Entry(title=fact.label, text=fact.text)
