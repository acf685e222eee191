"""What colleagues said and wait to be answered, and what they are asked to sign."""

from collections.abc import Iterator, Mapping

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.part import Party
from rationale_cli.domain.people import Dissent, DissentStatus


def unanswered(decision: Decision) -> Iterator[Waiting]:
    """Give the disagreements that nobody has replied to."""
    for one in decision.dissent:
        if not one.is_closed and one.status is not DissentStatus.REPLIED and not one.response:
            yield Waiting(
                kind=Kind.DISSENT,
                path=f"dissent.{one.id}",
                text=f"Words of {_whose(one)}; nobody has replied.",
                since=one.at,
                owner=_lead(decision),
            )


def unconfirmed(decision: Decision) -> Iterator[Waiting]:
    """Give the disagreements whose words nobody has confirmed as their own."""
    for one in decision.dissent:
        if not one.is_closed and not one.confirmed:
            yield Waiting(
                kind=Kind.CONFIRMATION,
                path=f"dissent.{one.id}",
                text=f"Words of {_whose(one)}; not yet confirmed as their own.",
                since=one.at,
                owner=_lead(decision),
            )


def sign_offs(decision: Decision, asked: Mapping[str, str]) -> Iterator[Waiting]:
    """Give the approvals that are listed or asked for by law, and are not there.

    Args:
        decision: As it stands.
        asked: Who must approve, by the id of the provision that asks for it.
    """
    for one in decision.approval:
        if not one.outcome and one.at is None:
            yield Waiting(
                kind=Kind.SIGN_OFF,
                path=f"approval.{one.id}",
                text=f"No word yet from {_role(one.role, one.agency)}.",
                when=decision.time.effective_from,
                owner=one.role,
            )
    for law in decision.law:
        role = asked.get(law.provision)
        if role and not any(role.casefold() in one.role.casefold() for one in decision.approval):
            yield Waiting(
                kind=Kind.SIGN_OFF,
                path=f"law.{law.id}",
                text=f"{law.provision} asks for the approval of a {role}, and none is recorded.",
                when=decision.time.effective_from,
                owner=role,
            )


def _whose(dissent: Dissent) -> str:
    return _role(dissent.role, dissent.agency)


def _role(role: str, agency: str) -> str:
    return str(Party(role=role or "somebody", agency=agency))


def _lead(decision: Decision) -> str:
    return decision.by.lead.role if decision.by.lead else ""
