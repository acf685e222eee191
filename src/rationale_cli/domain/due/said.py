"""What colleagues said and wait to be answered, and what they are asked to sign."""

from collections.abc import Iterator, Mapping

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.due.waiting import Kind, Waiting
from rationale_cli.domain.part import Party
from rationale_cli.domain.people import Dissent, DissentStatus
from rationale_cli.domain.provision import Provision


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


def sign_offs(decision: Decision, asked: Mapping[str, Provision]) -> Iterator[Waiting]:
    """Give the approvals that are listed or asked for by law, and are not there.

    Args:
        decision: As it stands.
        asked: Provisions that ask for an approval, by id.
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
    cited = {law.provision for law in decision.law}
    for law in decision.law:
        known = asked.get(law.provision)
        if known is None or cited & set(known.approver_unless):
            continue
        role = known.approver.casefold()
        if not any(role in one.role.casefold() for one in decision.approval):
            yield Waiting(
                kind=Kind.SIGN_OFF,
                path=f"law.{law.id}",
                text=f"{known.name} asks for an approval ({known.approver}); none is recorded.",
                when=decision.time.effective_from,
                owner=known.approver,
            )


def _whose(dissent: Dissent) -> str:
    return _role(dissent.role, dissent.agency)


def _role(role: str, agency: str) -> str:
    return str(Party(role=role or "somebody", agency=agency))


def _lead(decision: Decision) -> str:
    return decision.by.lead.role if decision.by.lead else ""
