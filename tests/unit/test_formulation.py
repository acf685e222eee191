"""When a formulation helps, and what is said then."""

from datetime import timedelta
from typing import Any

from builders import DECIDED, make_decision
from cases import revisions
from rationale_cli.domain.decision import Decision, Kind, Status
from rationale_cli.domain.formulation import reasons
from rationale_cli.domain.keeping import Times
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.option import Option, OptionStatus
from rationale_cli.domain.people import Dissent, DissentStatus
from rationale_cli.domain.settings import Settings
from rationale_cli.services.formulation import hint, news

NURSE = Dissent(id="X1", role="nurse", agency="Health", status=DissentStatus.OPEN)
TEACHER = Dissent(id="X2", role="teacher", agency="education", status=DissentStatus.REPLIED)


def after(days: int, **changed: Any) -> Decision:
    """Give a decision as it was recorded some days after the first."""
    at = Instant(DECIDED + timedelta(days=days))
    time = Times(decided_at=at, recorded_at=at)
    return make_decision(**{"revision": days + 1, "time": time, **changed})


def test_nothing_is_said_of_a_plan_that_nobody_contests() -> None:
    assert reasons([make_decision()]) == ()
    assert hint([make_decision()], Settings()) == ()
    assert reasons([make_decision(dissent=(NURSE,))]) == ()


def test_several_agencies_that_disagree_are_named() -> None:
    assert reasons([make_decision(dissent=(NURSE, TEACHER))]) == (
        "two agencies disagree: health, education",
    )


def test_a_disagreement_that_stays_open_is_told_by_its_days_or_revisions() -> None:
    first = after(0, dissent=(NURSE,))

    assert reasons([first, after(13, dissent=(NURSE,))]) == ()
    assert reasons([first, after(14, dissent=(NURSE,))]) == (
        "X1 is open over two revisions and 14 days",
    )
    assert reasons([first] * 3) == ("X1 is open over three revisions",)
    closed = Dissent(id="X1", agency="health", status=DissentStatus.UPHELD)
    assert reasons([first, after(14, dissent=(closed,))]) == ()


def test_what_failed_before_is_told() -> None:
    gone = Option(id="A", title="Open on Saturdays", status=OptionStatus.REJECTED, reason="Nobody.")
    kept = make_decision().option[1]
    failed = make_decision(answers={"re.factors": ["earlier return that did not last"]})

    assert reasons([make_decision(), after(3, option=(gone, kept))]) == (
        "option A was chosen in revision 1 and is not any more",
    )
    assert reasons([make_decision(), after(3, kind=Kind.REVERSE, option=(gone, kept))]) == (
        "the plan was reversed in revision 4",
    )
    assert reasons([failed]) == ("an earlier return did not last",)
    assert reasons([make_decision()], open_concerns=2) == ("two concerns are open",)


def test_nothing_is_said_once_there_is_a_formulation_or_it_is_over() -> None:
    contested = {"dissent": (NURSE, TEACHER)}

    assert reasons([make_decision(**contested, answers={"fo.hypothesis": "Grief."})]) == ()
    assert reasons([make_decision(**contested, status=Status.CLOSED)]) == ()


def test_it_is_said_how_to_reach_whoever_gives_it_or_that_no_contact_stands() -> None:
    contested = [make_decision(dissent=(NURSE, TEACHER))]

    assert hint(contested, Settings(contacts={"formulation": "rethink team, 0000"})) == (
        "A formulation may help: two agencies disagree: health, education.",
        (
            "Who gives it: rethink team, 0000. "
            "'rationale amend abc234 --question-set formulation' asks its questions."
        ),
    )
    assert "no contact for it" in hint(contested, Settings())[1]
    assert "under [contacts] in rationale.toml" in hint(contested, Settings())[1]


def test_after_a_save_it_is_said_once() -> None:
    contested = after(1, dissent=(NURSE, TEACHER))

    assert news([make_decision(), contested], Settings()) != ()
    assert news([make_decision(), contested, contested], Settings()) == ()


def test_the_cases() -> None:
    alder, cedar = revisions("alder"), revisions("cedar")

    assert reasons(alder[:3]) == ()
    assert "the plan was reversed in revision 5" in reasons(alder[:5])
    assert reasons(alder) == ()
    assert "disagree" in reasons(cedar[:2])[0]
