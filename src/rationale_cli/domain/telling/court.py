"""The court's copy: numbered paragraphs, in the order in which a statement is read.

Page one keeps its order: concerns, what was decided, why, what changed, who disagrees, what could
go wrong. What the record says is never put together anew: every paragraph is one thing that it
says, with its source and its date beside it.
"""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.briefing import (
    Briefing,
    Chapter,
    Entry,
    Fact,
    Objection,
    Section,
)
from rationale_cli.domain.telling.checklist import Heading, checklist
from rationale_cli.domain.telling.fairness import Heard, fairness
from rationale_cli.domain.telling.numbering import numbered
from rationale_cli.domain.telling.over_time import ANCHOR
from rationale_cli.domain.telling.proposal import apart
from rationale_cli.domain.telling.saying import small
from rationale_cli.domain.telling.sheet import on_a_sheet, section
from rationale_cli.domain.words import Words


class Court(msgspec.Struct, frozen=True, kw_only=True):
    """What a court's copy sets out besides the record in its own order."""

    checklist: tuple[Heading, ...] = ()
    heard: tuple[Heard, ...] = ()


def court(
    briefing: Briefing, history: Sequence[Decision], words: Words, library: Court
) -> Briefing:
    """Give the court's copy of a briefing.

    Args:
        briefing: Of the decision, with all that was added to it.
        history: As the court may see it, oldest first; never empty.
        words: What codes and fields are called.
        library: Headings of the checklist, and who has to be heard.
    """
    decision = history[-1]
    parts = (
        *_page_one(briefing, decision),
        *(one for one in briefing.sections if one.anchor == ANCHOR),
        *apart(history, words),
        _options(briefing),
        *(one for one in briefing.sections if one.anchor == "reason"),
        checklist(decision, library.checklist, words),
        fairness(decision, library.heard, words),
        *(one for one in briefing.sections if one.anchor not in {"reason", ANCHOR}),
        *_chapter(briefing.known),
        *_chapter(briefing.learned),
        *_behind(briefing),
    )
    return on_a_sheet(briefing, numbered(parts), made_for="Decision briefing for the court")


def _page_one(briefing: Briefing, decision: Decision) -> Iterator[Section]:
    opening, changed = briefing.opening, briefing.changed
    yield from _concerns(briefing)
    yield section(
        "what",
        opening.heading,
        opening.question,
        opening.choice,
        opening.reason,
        facts=opening.facts,
    )
    yield section(
        "why",
        "Why",
        *decision.reason.decisive,
        decision.reason.weight,
        silence=briefing.why.silence,
    )
    stands = (Fact(label="Does it still stand", text=changed.still_stands),)
    yield section(
        "changed",
        changed.heading,
        changed.because,
        *changed.sentences,
        changed.more,
        facts=stands if changed.still_stands else (),
    )
    yield _disagree(briefing)
    yield _harms(briefing)


def _concerns(briefing: Briefing) -> Iterator[Section]:
    found = briefing.concerns
    entries = tuple(
        Entry(
            title=one.heading,
            text=one.statement,
            facts=(
                *((Fact(label="If it is right", text=one.if_right),) if one.if_right else ()),
                Fact(label="How it stands", text="\n".join(one.sentences)),
            ),
        )
        for one in found.open
    )
    if entries or found.ended or found.unread:
        name = "Open concerns" if found.open else "Concerns"
        told = section("concerns", name, found.unread, *found.ended, intro=found.counted)
        yield replace(told, entries=entries)


def _disagree(briefing: Briefing) -> Section:
    return Section(
        anchor="disagree",
        heading="Who disagrees, in their own words",
        entries=tuple(
            Entry(
                id=one.id,
                title=f"{one.who}, {one.raised}",
                text=f"“{one.words}”",
                facts=(
                    Fact(label="Their words", text=one.confirmed),
                    *((Fact(label="Worried about", text=one.worries),) if one.worries else ()),
                    *((Fact(label="Asks", text=one.asks),) if one.asks else ()),
                    Fact(label=_answered(one), text=one.answer),
                    Fact(label="Where it stands", text=one.standing),
                ),
            )
            for one in briefing.objections
        ),
        silence=briefing.objections_silence,
    )


def _answered(one: Objection) -> str:
    return f"Our answer, by {one.answered_by}" if one.answered_by else "Our answer"


def _harms(briefing: Briefing) -> Section:
    harms = briefing.harms
    silent = f"Nobody has looked at: {', '.join(harms.silent)}." if harms.silent else ""
    told = section("harm", "What could go wrong", *harms.worries, harms.ask, silent, *harms.behind)
    entries = tuple(
        Entry(
            id=one.id,
            title=one.harm,
            note=one.status,
            facts=(*one.measures, *one.grounds, *one.guards),
        )
        for one in harms.risks
    )
    return replace(told, entries=entries, silence=harms.silence)


def _options(briefing: Briefing) -> Section:
    return Section(
        anchor="options",
        heading="The options, with reasons for and against",
        intro="Options not taken keep their reasons.",
        entries=tuple(
            Entry(
                id=one.id,
                title=one.title,
                note=one.status,
                facts=(
                    Fact(label="For", text="\n".join(one.pros) or one.pros_silence),
                    Fact(label="Against", text="\n".join(one.cons) or one.cons_silence),
                    one.reason,
                    one.support,
                    one.impact,
                    *one.facts,
                ),
            )
            for one in briefing.choices
        ),
        silence=briefing.choices_silence,
    )


def _chapter(of: Chapter) -> Iterator[Section]:
    for place, part in enumerate(of.sections):
        intro = " ".join(one for one in ("" if place else of.intro, part.intro) if one)
        yield replace(part, heading=f"{of.heading}: {small(part.heading)}", intro=intro)
    if not of.sections:
        yield section("learned-later", of.heading, intro=of.intro, silence=of.silence)


def _behind(briefing: Briefing) -> Iterator[Section]:
    if briefing.corrections:
        yield Section(
            anchor="corrections",
            heading="Corrections",
            intro="What was written wrongly stays readable beside what was put right.",
            entries=tuple(
                Entry(
                    title=f"{one.place}, corrected in {one.revision}",
                    facts=tuple(
                        Fact(label=label, text=text)
                        for label, text in (
                            ("It said", one.was),
                            ("It now says", one.now),
                            ("Because", one.because),
                        )
                        if text
                    ),
                )
                for one in briefing.corrections
            ),
        )
    if briefing.changed.parts:
        yield Section(
            anchor="every-change",
            heading="Every change",
            intro=f"{briefing.changed.heading}, in the order of the record.",
            entries=tuple(
                Entry(title=part.heading, text="\n".join(part.sentences))
                for part in briefing.changed.parts
            ),
        )
    yield Section(
        anchor="history",
        heading="History",
        intro="Every revision of this record. Nothing is overwritten.",
        entries=tuple(
            Entry(
                title=f"Revision {row.revision}",
                note=row.kind,
                text=row.reason,
                facts=(
                    Fact(label="Decided", text=row.decided),
                    Fact(label="Recorded", text=row.recorded),
                    Fact(label="By", text=row.who),
                    *((Fact(label="Late", text=row.late),) if row.late else ()),
                ),
            )
            for row in briefing.history
        ),
    )
    yield section(
        "question", "How to question this", briefing.questioning_note, facts=briefing.questioning
    )
