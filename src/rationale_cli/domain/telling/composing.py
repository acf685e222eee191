"""Composing: a history becomes a briefing."""

from collections.abc import Iterator, Sequence
from datetime import UTC

from rationale_cli.domain import stamp as stamping
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.stood import NOTHING, About
from rationale_cli.domain.telling import (
    changes,
    chapters,
    concerns,
    danger,
    details,
    objection,
    opening,
)
from rationale_cli.domain.telling.briefing import (
    Briefing,
    Fact,
    Slip,
)
from rationale_cli.domain.telling.correction import corrections
from rationale_cli.domain.telling.letterhead import Letterhead, Seal
from rationale_cli.domain.telling.looking_back import Lookback
from rationale_cli.domain.telling.row import row
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.telling.silence import silence
from rationale_cli.domain.words import Words, told

_PRESENT = Lookback()


def compose(  # noqa: PLR0913 - a briefing has that many sides
    history: tuple[Decision, ...],
    *,
    seal: Seal,
    harms: Sequence[Harm],
    letterhead: Letterhead,
    words: Words,
    lookback: Lookback = _PRESENT,
    about: About = NOTHING,
    since: changes.Since | None = None,
) -> Briefing:
    """Compose the briefing of the newest revision.

    Nothing in it depends on the day on which it is made, but for concerns that are open: the same
    history, and the same moment up to which their days are counted, give the same value.

    Args:
        history: As its audience may see it, oldest first; never empty.
        seal: Of the newest revision.
        harms: Every kind that is known; those due for this decision must not stay silent.
        letterhead: What the folder's settings say.
        words: What codes and fields are called.
        lookback: What is said if the history ends in the past.
        about: Concerns about the decision, as they stand.
        since: From where changes are told; else from the revision before.
    """
    decision = history[-1]
    named = (decision.id, f"revision {decision.revision}", lookback.as_of)
    reference = ", ".join(one for one in named if one)
    contacts = _contacts(letterhead)
    return Briefing(
        reference=reference,
        id=decision.id,
        revision=str(decision.revision),
        case=decision.case,
        title=decision.title if decision.title.strip() else "Decision without a title",
        marking=decision.handling.marking.upper() or letterhead.marking,
        audience=letterhead.audience.replace("-", " "),
        made_for=f"Decision briefing for the {letterhead.audience.replace('-', ' ')}",
        notice=lookback.notice,
        withheld=letterhead.withheld,
        status=_word(decision, "status", decision.status, words),
        mode=_word(decision, "mode", decision.mode, words),
        concerns=concerns.concerns(about, words),
        opening=opening.opening(history, words),
        why=opening.why(decision),
        changed=changes.changed(history, words, since),
        corrections=corrections(history, words),
        objections=objection.objections(decision, words),
        objections_silence=objection.no_objections(decision),
        harms=danger.harms(history, harms, words),
        calls=danger.calls(decision),
        calls_silence=danger.no_calls(decision),
        questioning=contacts,
        questioning_note=_questioning(decision, contacts),
        choices=details.choices(decision, words),
        choices_silence=details.no_choices(decision),
        sections=details.sections(decision, words),
        known=chapters.known_then(history, words),
        learned=chapters.learned(history, words),
        history=tuple(row(one, words) for one in history),
        slip=_slip(decision, reference, contacts),
        stamp=(*_stamp(decision, seal, letterhead), *_as_of(lookback)),
        stamp_line=stamping.line(_stamped(decision, seal, letterhead, lookback)),
        committed=_in_utc(seal),
    )


def _word(decision: Decision, path: str, code: str | None, words: Words) -> str:
    if code:
        return capital(words.value(path, code))
    return silence(decision, path).text.removesuffix(".")


def _contacts(letterhead: Letterhead) -> tuple[Fact, ...]:
    return tuple(
        Fact(label=capital(label.replace("_", " ").replace("-", " ")), text=text)
        for label, text in letterhead.contacts
        if text.strip()
    )


def _questioning(decision: Decision, contacts: tuple[Fact, ...]) -> str:
    """Whom to ask; without contacts in the settings that is the lead alone."""
    lead = decision.by.lead
    whom = f"Speak to the {lead}." if lead else "Speak to whoever gave you this page."
    if contacts:
        return f"{whom} {_RAISE} You can also use:"
    return f"{whom} {_RAISE} No other contact for concerns has been given yet."


_RAISE = (
    "You can raise a concern at any time: say what worries you, what could happen if you are "
    "right, and what you ask for."
)


def _slip(decision: Decision, reference: str, contacts: tuple[Fact, ...]) -> Slip:
    lead = str(decision.by.lead) if decision.by.lead else "whoever gave you this page"
    return Slip(
        reference=f"decision {reference}",
        boxes=(
            "I have read this",
            "I can say in my own words why",
            "I have a question",
            "I disagree, because …",
            "I know something that is not written here",
        ),
        lines=("Role and agency", "Date"),
        send_to=(Fact(label="Send to", text=lead), *contacts),
    )


def _stamp(decision: Decision, seal: Seal, letterhead: Letterhead) -> tuple[Fact, ...]:
    clock = " (the time was given, not read from a clock)" if decision.time.clock else ""
    return (
        Fact(label="Record", text=decision.id),
        Fact(label="Revision", text=str(decision.revision)),
        Fact(label="Recorded", text=f"{told(decision.time.recorded_at)}{clock}"),
        Fact(label="Commit", text=seal.commit),
        Fact(label="Committed", text=told(seal.committed_at)),
        Fact(label="SHA-256", text=seal.sha256.removeprefix("sha256:")),
        Fact(label="For", text=letterhead.audience.replace("-", " ")),
    )


def _stamped(
    decision: Decision, seal: Seal, letterhead: Letterhead, lookback: Lookback
) -> stamping.Stamp:
    return stamping.Stamp(
        id=decision.id,
        revision=str(decision.revision),
        commit=seal.commit,
        committed=_in_utc(seal),
        sha256=seal.sha256.removeprefix("sha256:"),
        case=decision.case,
        audience=letterhead.audience,
        marking=decision.handling.marking.upper() or letterhead.marking,
        as_of=lookback.moment,
        basis=lookback.basis,
    )


def _in_utc(seal: Seal) -> str:
    return f"{seal.committed_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _as_of(lookback: Lookback) -> Iterator[Fact]:
    if lookback.as_of:
        yield Fact(label="View of the past", text=capital(f"{lookback.as_of}."))
