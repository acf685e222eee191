"""Builders: the one valid value, changed in one place."""

from datetime import UTC, date, datetime
from typing import Any

from rationale_cli.codec import shipped
from rationale_cli.codec.law import provisions
from rationale_cli.domain.check.finding import Case
from rationale_cli.domain.decision import Decision, Kind, Status
from rationale_cli.domain.form import seed
from rationale_cli.domain.harm import due
from rationale_cli.domain.keeping import Handling, Times
from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.option import Option, OptionStatus
from rationale_cli.domain.part import Party
from rationale_cli.domain.people import By, Consulted, View
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.reason import Law, Question, Reason, Reversibility
from rationale_cli.domain.risk import Risk, RiskStatus, Unthinkable
from rationale_cli.domain.trigger import Trigger, TriggerKind
from rationale_cli.services.question_sets import question_set

DECIDED = datetime(2026, 7, 1, 10, tzinfo=UTC)


def make_decision(**changed: Any) -> Decision:
    """Give a decision about nobody in particular in which no rule of ``check`` finds anything."""
    lead = Party(role="clinic manager", agency="health")
    complete: dict[str, Any] = {
        "format": 1,
        "id": "abc234",
        "revision": 1,
        "kind": Kind.CREATE,
        "status": Status.DECIDED,
        "title": "The clinic on Saturdays",
        "question_set": "general/1",
        "time": Times(decided_at=Instant(DECIDED), recorded_at=Instant(DECIDED)),
        "by": By(lead=lead, decision_maker=lead, recorder=lead, authority="The clinic's own plan."),
        "question": Question(
            statement="Should the clinic open on Saturdays?",
            why_now="The meeting is on Friday.",
            not_deciding="Whether it opens on Sundays.",
            reversibility=Reversibility.EASY,
        ),
        "option": (
            make_option(id="A", title="Open on Saturdays", status=OptionStatus.CHOSEN),
            make_option(
                id="B", title="Change nothing", status=OptionStatus.REJECTED, reason="The queue."
            ),
        ),
        "risk": tuple(
            make_risk(id=f"R{number}", harm=harm)
            for number, harm in enumerate(("own-plan", "people", "service", "rights"), start=1)
        ),
        "unthinkable": (
            Unthinkable(
                id="W1",
                scenario="A nurse alone with somebody in a rage.",
                warning_sign="One nurse on duty.",
            ),
        ),
        "reason": Reason(
            decisive=("The queue grows.",),
            weight="The queue weighs most.",
            comparison="Open on Saturdays shortens the queue; change nothing costs nothing.",
            alternative="The queue may be one of the holidays.",
            against_favoured="Two nurses are needed.",
            change_mind="Empty Saturdays.",
            harm_of_acting="Less rest for staff.",
            harm_of_waiting="A longer queue.",
        ),
        "law": (Law(id="L1", provision="NHS06-3"),),
        "consulted": (make_view(),),
        "trigger": (
            Trigger(id="T1", kind=TriggerKind.DATE, due=Moment(DECIDED), owner="clinic manager"),
            Trigger(
                id="T2",
                kind=TriggerKind.EVENT,
                text="A nurse alone on duty.",
                owner="clinic manager",
            ),
        ),
        "handling": Handling(shared_reason="Everybody who works there has to know."),
        "none": ("person", "known", "unknown", "dissent", "action"),
    }
    return Decision(**{**complete, **changed})


def make_option(**changed: Any) -> Option:
    """Give an option that says what speaks for it and against it."""
    weighed: dict[str, Any] = {
        "id": "A",
        "for_": ("Short",),
        "against": ("Dear",),
        "support": "Two nurses.",
        "impact": "Shorter waits.",
    }
    return Option(**{**weighed, **changed})


def make_view(**changed: Any) -> Consulted:
    """Give the view of somebody who was asked and agrees."""
    agrees: dict[str, Any] = {
        "id": "C1",
        "role": "district nurse",
        "agency": "health",
        "at": Moment(date(2026, 1, 5)),
        "how": "phone",
        "view": View.AGREE,
    }
    return Consulted(**{**agrees, **changed})


def make_risk(**changed: Any) -> Risk:
    """Give a kind of harm that somebody has looked at."""
    looked_at: dict[str, Any] = {
        "id": "R1",
        "harm": "own-plan",
        "status": RiskStatus.THOUGHT_UNLIKELY,
        "reason": "Two nurses and a porter are always there.",
    }
    return Risk(**{**looked_at, **changed})


CITED = Provision(
    id="NHS06-3",
    citation="National Health Service Act 2006, section 3",
    plain="Who has to see to services for the sick.",
)
"""What `make_decision` rests on, as a team's own library could have it."""


def make_case(decision: Decision, **changed: Any) -> Case:
    """Give what ``check`` looks at, with the shipped library."""
    name = decision.question_set.partition("/")[0]
    expected: dict[str, Any] = {
        "decision": decision,
        "answers": seed(decision),
        "questions": question_set(None, name),
        "harms": due(
            shipped.harms(),
            question_set=name,
            people=[(person.age_band, person.vulnerability) for person in decision.person],
        ),
        "known_harms": tuple(harm.code for harm in shipped.harms()),
        "expected": (),
        "words": shipped.words(),
        "catalogue": shipped.harms(),
        "provisions": (*provisions(), CITED),
    }
    return Case(**{**expected, **changed})
