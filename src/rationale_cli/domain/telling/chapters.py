"""What was known at the time, and what was learned later: two chapters that share no heading."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from rationale_cli.domain import hindsight
from rationale_cli.domain.decision import Decision, Status
from rationale_cli.domain.hindsight import Learned
from rationale_cli.domain.telling.briefing import Chapter, Entry, Fact, Section
from rationale_cli.domain.telling.details import HEARD, Listing, listed
from rationale_cli.domain.telling.opening import decided_in
from rationale_cli.domain.words import Words, told


def known_then(history: Sequence[Decision], words: Words) -> Chapter:
    """Give what was known when the present decision was made, as it was known then.

    Args:
        history: Oldest first, never empty.
        words: What codes and fields are called.
    """
    made = decided_in(history)
    verb = "proposed" if made.status is Status.PROPOSED else "decided"
    when = f" on {told(made.time.decided_at)}" if made.time.decided_at else ""
    return Chapter(
        heading="Known at the time",
        intro=f"What revision {made.revision} held when this was {verb}{when}.",
        sections=tuple(_known(history, made, one, words) for one in HEARD),
    )


def learned(history: Sequence[Decision], words: Words) -> Chapter:
    """Give what was learned afterwards, which changes nothing of what was known before.

    Args:
        history: Oldest first, never empty.
        words: What codes and fields are called.
    """
    since = (_since(history, one, words) for one in HEARD)
    found = (*since, _outcomes(history[-1]))
    sections = tuple(section for section in found if section.entries)
    return Chapter(
        heading="Learned later",
        intro="This is hindsight. It was not known when the decision was made.",
        sections=sections,
        silence="" if sections else "Nothing has been noted yet.",
    )


_HEADINGS = {
    "known": "What came to be known",
    "unknown": "Questions answered or raised since",
    "consulted": "Who said something since",
}


def _known(history: Sequence[Decision], made: Decision, one: Listing, words: Words) -> Section:
    items = hindsight.known_then(history, one.name)
    section = listed(structs.replace(made, **{one.name: items}), one, words)
    if items or not getattr(made, one.name):
        return section
    return structs.replace(section, silence="Nothing was written down then.", silence_kind="")


def _since(history: Sequence[Decision], one: Listing, words: Words) -> Section:
    found = hindsight.learned(history, one.name)
    latest = structs.replace(history[-1], **{one.name: tuple(each.item for each in found)})
    section = listed(latest, one, words)
    entries = (
        structs.replace(entry, facts=(*entry.facts, *_recorded(each)))
        for entry, each in zip(section.entries, found, strict=True)
    )
    return structs.replace(
        section,
        anchor=f"learned-{one.name}",
        heading=_HEADINGS[one.name],
        entries=tuple(entries),
    )


def _recorded(found: Learned) -> Iterator[Fact]:
    yield Fact(label="Written down", text=_in(found.added))
    if found.last is not found.added:
        yield Fact(label="Last changed", text=_in(found.last))


def _in(decision: Decision) -> str:
    return f"In revision {decision.revision}, {told(decision.time.recorded_at)}"


def _outcomes(decision: Decision) -> Section:
    return Section(
        anchor="outcome",
        heading="What became of it",
        entries=tuple(
            Entry(
                id=one.id,
                title=told(one.at) if one.at else "On a day that was not noted",
                note=one.by,
                text=one.text.strip("\n"),
            )
            for one in decision.outcome
        ),
    )
