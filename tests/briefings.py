"""Briefings of decisions for tests: fixed seals, a marking, one contact."""

from cases import LONDON
from rationale_cli.codec.law import provisions
from rationale_cli.codec.shipped import court, harms, words
from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.composing import compose
from rationale_cli.domain.telling.for_audience import for_audience
from rationale_cli.domain.telling.lawful import with_law
from rationale_cli.domain.telling.letterhead import Letterhead, Seal
from rationale_cli.domain.telling.over_time import with_risks_over_time
from timelines import make_history

CONTACTS = (("concerns", "concerns desk, 0000 000 000"), ("formulation", ""))


def brief(
    history: tuple[Decision, ...],
    *,
    contacts: tuple[tuple[str, str], ...] = CONTACTS,
    marking: str = "OFFICIAL-SENSITIVE",
    audience: str = CORE_TEAM,
) -> Briefing:
    """Compose the briefing of the newest of some decisions, sealed as no store would."""
    newest = history[-1]
    found = compose(
        history,
        seal=Seal(
            commit=f"{newest.revision % 16:x}" * 40,
            committed_at=newest.time.recorded_at.at,
            sha256="sha256:" + "0" * 64,
        ),
        harms=harms(),
        letterhead=Letterhead(marking=marking, contacts=contacts, audience=audience),
        words=words(),
    )
    lawful = with_law(found, newest, provisions(), words=words(), zone=LONDON)
    told = with_risks_over_time(
        lawful, make_history(history), harms=harms(), words=words(), zone=LONDON
    )
    return for_audience(told, history, audience, words(), library=court())
