"""Procedural fairness: who was told the reasons and who was heard, as the record has it."""

from collections.abc import Iterator, Sequence

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.people import Consulted
from rationale_cli.domain.telling.briefing import Entry, Fact, Section
from rationale_cli.domain.telling.fact import fact
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.silence import may_be_withheld, silence, was_not
from rationale_cli.domain.viewed import withholds
from rationale_cli.domain.words import Words, roled, told


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who has to be heard.

    Attributes:
        who: As ``the children's guardian``.
        roles: Under which a record may name them, in small letters.
    """

    who: str
    roles: tuple[str, ...]


def fairness(decision: Decision, heard: Sequence[Heard], words: Words) -> Section:
    """Give the statement of procedural fairness.

    Args:
        decision: As its audience may see it.
        heard: Who else than the family has to be heard.
        words: What codes are called.
    """
    return Section(
        anchor="fairness",
        heading="Procedural fairness",
        intro="Who was told the reasons and who was heard, as far as the record says it.",
        entries=(
            _told(decision),
            _views(decision),
            *(_voice(decision, words)),
            *(_asked(decision, one, words) for one in heard),
            *_court(decision),
        ),
    )


def _told(decision: Decision) -> Entry:
    family = decision.family
    if family.told:
        day = f" on {told(family.told_at)}" if family.told_at else ", on a day that was not noted"
        text = f"The family was told the reasons{day}."
    elif family.told is False:
        because = family.told_reason_if_not.strip("\n") or "No reason was given."
        text = f"The family was not told the reasons. {because}"
    else:
        text = f"Whether the family was told the reasons: {silence(decision, 'family.told').text}"
    return Entry(title="Told the reasons", text=text)


def _views(decision: Decision) -> Entry:
    views = "\n".join(one.strip("\n") for one in decision.family.views)
    return Entry(title="What the family said", text=views or silence(decision, "family.views").text)


def _voice(decision: Decision, words: Words) -> Iterator[Entry]:
    for one in decision.person:
        said = one.voice.strip("\n")
        missing = one.voice_missing_reason.strip("\n")
        quiet = silence(decision, f"person.{one.id}.voice").text
        yield Entry(
            id=one.id,
            title="What the child or person said or showed",
            text=said or missing or quiet,
            facts=tuple(
                fact(decision, f"person.{key}", value, words, item_id=one.id)
                for key, value in (
                    ("voice_source", one.voice_source),
                    ("voice_date", told(one.voice_date) if one.voice_date else ""),
                )
                if value
            ),
        )


def _asked(decision: Decision, heard: Heard, words: Words) -> Entry:
    """What somebody said who has to be heard; or why they were not asked; or that nothing says."""
    title = f"The view of {heard.who}"
    for one in decision.consulted:
        if one.role.casefold() in heard.roles:
            return _heard(decision, one, title, words)
    for other in decision.not_consulted:
        if other.role.casefold() in heard.roles:
            why = other.reason.strip("\n") or "No reason was given."
            plan = (Fact(label="Plan", text=other.plan.strip("\n")),) if other.plan else ()
            return Entry(id=other.id, title=title, text=f"Not consulted. {why}", facts=plan)
    subject = "This copy" if withholds(decision, "consulted") else "The record"
    return Entry(title=title, text=f"{subject} does not say whether {heard.who} was asked.")


def _heard(decision: Decision, one: Consulted, title: str, words: Words) -> Entry:
    missing = was_not("asked", decision, f"consulted.{one.id}.view")
    view = capital(words.value("consulted.view", one.view)) if one.view else f"Their view {missing}"
    summary = one.summary.strip("\n")
    when = (
        f"{told(one.at) if one.at else 'on a day that was not noted'}"
        f"{f', by {one.how}' if one.how else ''}"
    )
    return Entry(
        id=one.id,
        title=title,
        text=f"{view}. {summary}".strip(),
        facts=(
            Fact(label="Asked", text=capital(when)),
            Fact(label="Confirmed by them", text=_confirmed(decision, one)),
        ),
    )


def _confirmed(decision: Decision, one: Consulted) -> str:
    if one.confirmed_by_them is None:
        path = f"consulted.{one.id}.confirmed_by_them"
        return "Not in this copy" if may_be_withheld(decision, path) else "Not asked"
    return "Yes" if one.confirmed_by_them else "No"


def _court(decision: Decision) -> Iterator[Entry]:
    """Whether the court was told of each disagreement; a record may not say."""
    for one in decision.dissent:
        said = "The record does not say."
        if one.told_court is not None:
            said = "Yes." if one.told_court else "No."
        yield Entry(
            id=one.id,
            title=f"Whether the court was told who disagrees: {roled(one.role, one.agency)}",
            text=said,
        )
