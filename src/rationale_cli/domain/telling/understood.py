"""Who has seen it, as a part of a briefing: who has not read it, who asks, and own words."""

from collections.abc import Iterator

import msgspec

from rationale_cli.domain.telling.briefing import Briefing, Fact, Section
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.understanding import told
from rationale_cli.domain.understanding.reading_state import ReadingState
from rationale_cli.domain.words import Words


def with_readers(briefing: Briefing, state: ReadingState, words: Words) -> Briefing:
    """Give a briefing that also tells who has seen what it is about.

    How long a question waits depends on the day of reading: here it stands since when.
    """
    return _with(briefing, intro=told.summary(state), facts=tuple(_facts(state, words)))


def without_readers(briefing: Briefing) -> Briefing:
    """Give a briefing that says that nobody can tell who has seen it: the file is faulty."""
    return _with(briefing, silence="What was recorded of this cannot be read.")


def _with(
    briefing: Briefing, *, intro: str = "", facts: tuple[Fact, ...] = (), silence: str = ""
) -> Briefing:
    section = Section(
        anchor="seen", heading="Who has seen this", intro=intro, facts=facts, silence=silence
    )
    return msgspec.structs.replace(briefing, sections=(*briefing.sections, section))


def _facts(state: ReadingState, words: Words) -> Iterator[Fact]:
    for reader in state.unread:
        yield Fact(label=capital(str(reader.who)), text=told.standing(reader, words))
    for waiting in state.waiting:
        yield Fact(label="Nobody has answered", text=told.question(waiting, words))
    for reader in state.readers:
        if text := told.own_words(reader, words):
            yield Fact(label="In their own words", text=text)
