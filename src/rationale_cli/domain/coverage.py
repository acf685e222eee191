"""Harm coverage: which kinds of harm somebody has looked at, and which stay silent."""

from collections.abc import Iterator, Sequence

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.people import Dissent
from rationale_cli.domain.risk import RiskStatus
from rationale_cli.domain.viewed import tells_silence, unsaid_harms


def looked_at(decision: Decision) -> tuple[str, ...]:
    """Give the codes of the harms that somebody has looked at, each once."""
    seen = (
        risk.harm for risk in decision.risk if risk.status not in {None, RiskStatus.NOT_CONSIDERED}
    )
    return tuple(dict.fromkeys(seen))


def silent(decision: Decision, due: Sequence[Harm]) -> tuple[str, ...]:
    """Give the codes of the harms that nobody has looked at.

    Those that are due come first, in their order; then any that stand in the record without
    having been looked at. A copy from which that cannot be told gives none.
    """
    if not tells_silence(decision):
        return ()
    seen = (*looked_at(decision), *unsaid_harms(decision))
    named = (*(harm.code for harm in due), *(risk.harm for risk in decision.risk if risk.harm))
    return tuple(code for code in dict.fromkeys(named) if code not in seen)


def feared(decision: Decision) -> Iterator[tuple[Dissent, str]]:
    """Give each disagreement with a harm that it names and nobody has looked at.

    One that was withdrawn counts too: taking back a view looks at no harm.
    """
    if not tells_silence(decision):
        return
    seen = (*looked_at(decision), *unsaid_harms(decision))
    for dissent in decision.dissent:
        for code in dissent.harms:
            if code not in seen:
                yield dissent, code
