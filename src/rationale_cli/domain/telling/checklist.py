"""The welfare checklist: what a record says under each heading, and that it says nothing."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from rationale_cli.domain.answers import Answers
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.people import AgeBand
from rationale_cli.domain.telling.briefing import Entry, Fact, Section
from rationale_cli.domain.telling.fact import plain
from rationale_cli.domain.telling.saying import capital, headed, small
from rationale_cli.domain.viewed import withholds
from rationale_cli.domain.words import Words


class Heading(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A heading of the checklist.

    Attributes:
        letter: Of the paragraph in section 1(3) Children Act 1989.
        heading: In plain words.
        from_: Fields that can say something under it, as ``person.voice``.
        why: Why those, in a sentence for the reader.
    """

    letter: str
    heading: str
    from_: tuple[str, ...]
    why: str


def checklist(decision: Decision, headings: Sequence[Heading], words: Words) -> Section:
    """Give the checklist: each heading with what the record says there, in its own words.

    Args:
        decision: As its audience may see it.
        headings: Of the checklist, in order.
        words: What codes and fields are called.
    """
    answers = seed(decision)
    return Section(
        anchor="welfare",
        heading="The welfare checklist",
        intro=_INTRO,
        entries=tuple(_entry(decision, answers, one, words) for one in headings),
    )


_INTRO = (
    "Section 1(3) Children Act 1989, in plain words. Under each heading stands what this record "
    "says there and nothing else; it was not written for the checklist."
)


def _entry(decision: Decision, answers: Answers, one: Heading, words: Words) -> Entry:
    facts = tuple(_facts(answers, one, words))
    return Entry(
        title=f"({one.letter}) {one.heading}",
        text=one.why if facts else f"{_silence(decision, one)} {one.why}",
        facts=facts,
    )


def _silence(decision: Decision, one: Heading) -> str:
    """Nothing stands there: because the record says nothing, or because this copy may not."""
    if any(withholds(decision, path.partition(".")[0]) for path in one.from_):
        return "What the record may say under this heading is not in this copy."
    return "The record says nothing under this heading."


def _facts(answers: Answers, one: Heading, words: Words) -> Iterator[Fact]:
    """What the fields say, those of one item together."""
    for name in dict.fromkeys(path.partition(".")[0] for path in one.from_):
        keys = [path.partition(".")[2] for path in one.from_ if path.partition(".")[0] == name]
        for item in answers.get(name, ()) if name in ITEM_LETTERS else (answers.get(name, {}),):
            if name == "person" and item.get("age_band") in _GROWN:
                continue
            yield from _said(name, item, keys, words)


def _said(name: str, item: dict[str, Any], keys: Sequence[str], words: Words) -> Iterator[Fact]:
    called = f"{capital(words.noun(name))} {item['id']}" if "id" in item else ""
    about = f"{words.harm(item['harm'])}, " if item.get("harm") else ""
    for key in keys:
        if item.get(key) not in (None, "", [], ()):
            path = f"{name}.{key}"
            field = "" if called and key in headed(name) else words.field(path)
            label = ": ".join(one for one in (called, f"{about}{small(field)}") if one)
            yield Fact(label=capital(label), text=plain(path, item[key], words))


_GROWN = {AgeBand.ADULT, AgeBand.OLDER_ADULT}
"""The checklist is about a child; the record may also be about the adults around it."""
