"""What `check` tells an audience: nothing that only looks so, and nothing of what is withheld."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from builders import make_case, make_decision, make_risk
from cases import revisions
from histories import linear
from rationale_cli.domain.audience import UnshowableError, named_alike, view
from rationale_cli.domain.check.as_seen import STANDS, check_as_seen
from rationale_cli.domain.check.checking import RULES, check
from rationale_cli.domain.check.finding import Finding
from rationale_cli.domain.clearing.clearance import Clearance
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.keeping import Handling, Waiver
from rationale_cli.domain.people import Dissent
from rationale_cli.domain.risk import RiskStatus
from rationale_cli.domain.settings import Audience, Settings
from rationale_cli.domain.trigger import Trigger, TriggerKind
from rationale_cli.services import audiences

OPEN = Settings(audience={"family": Audience(labels=("family",), default_label="family")})
CORE = audiences.clearance(Settings(), "core-team")
FAMILY = audiences.clearance(OPEN, "family")
COMPLETE = make_decision()


def found(*decisions: Decision, clearance: Clearance = CORE) -> tuple[Finding, ...]:
    history = linear(*decisions)
    seen = view(history, clearance).history[-1].decision
    return check_as_seen(make_case(seen), make_case(named_alike(history, clearance)[-1]))


def rules(*decisions: Decision, clearance: Clearance = CORE) -> set[str]:
    return {one.rule for one in found(*decisions, clearance=clearance)}


def _hidden() -> Iterator[Any]:
    """The complete decision with each of its items, lists and fields withheld in turn."""
    answers = seed(COMPLETE)
    for name, value in answers.items():
        if name in ITEM_LETTERS:
            for number, item in enumerate(getattr(COMPLETE, name)):
                items = list(getattr(COMPLETE, name))
                items[number] = replace(item, sensitivity="police")
                changed = replace(COMPLETE, **{name: tuple(items)})
                yield pytest.param(changed, id=f"{name}.{item.id}")
                for field in value[number]:
                    yield _labelled(f"{name}.{item.id}.{field}")
        elif isinstance(value, dict) and name != "handling":
            for field in value:
                if f"{name}.{field}" != "time.recorded_at":  # every copy holds it
                    yield _labelled(f"{name}.{field}")
    for path in ("person", "known", "title", "none", *ITEM_LETTERS):
        yield _labelled(path)


def _labelled(path: str) -> Any:
    handling = replace(COMPLETE.handling, sensitivity={path: "police"})
    return pytest.param(replace(COMPLETE, handling=handling), id=path)


@pytest.mark.parametrize("decision", tuple(_hidden()))
def test_nothing_is_found_only_because_it_is_withheld(decision: Decision) -> None:
    assert check(make_case(decision)) == ()
    assert found(decision) == ()
    assert found(decision, clearance=FAMILY) == ()


@pytest.mark.parametrize("case", ["alder", "cedar"])
def test_every_finding_of_a_view_is_one_of_the_record(case: str) -> None:
    for decision in revisions(case):
        texts = {one.text for one in check(make_case(decision))}
        assert {one.text for one in found(decision)} <= texts


def test_what_is_truly_missing_is_told_to_the_team_and_not_to_a_family() -> None:
    decision = replace(COMPLETE, trigger=COMPLETE.trigger[:1], unthinkable=())

    assert rules(decision) == {"RAT024", "RAT004"}
    assert rules(decision, clearance=FAMILY) == set()


def test_what_stands_there_is_told_to_a_family_as_well() -> None:
    decision = replace(COMPLETE, title="Ring 07700 900123")
    seen = replace(FAMILY, default_label="family")

    assert rules(decision, clearance=seen) == {"RAT053"}


def test_a_finding_about_something_withheld_is_told_to_nobody_else() -> None:
    one, other = (
        Dissent(id=id_, role=role, words="No.", response="Why?")
        for id_, role in (("X1", "inspector"), ("X2", "nurse"))
    )
    decision = replace(COMPLETE, dissent=(replace(one, sensitivity="police"), other))

    assert [each.path for each in found(decision)] == ["dissent.X1.confirmed"]
    assert "nurse" in found(decision)[0].text


def test_a_harm_that_was_looked_at_where_they_cannot_see_it_is_not_called_silent() -> None:
    risk = make_risk(id="R1", harm="physical", sensitivity="police")
    dissent = Dissent(
        id="X1", role="nurse", words="I fear a bruise.", harms=("physical",), confirmed=True
    )
    hidden = replace(COMPLETE, risk=(*COMPLETE.risk[1:], risk), dissent=(dissent,), none=())
    open_ = replace(hidden, risk=COMPLETE.risk)

    assert {"RAT001", "RAT007"} & rules(hidden) == set()
    assert "RAT001" in rules(open_)


def test_a_harm_of_which_somebody_withheld_speaks_too_is_told_all_the_same() -> None:
    cedar = revisions("cedar")[0]
    voice = cedar.known[0]
    said = (
        replace(voice, id="K8", text="There was a bruise.", sensitivity="police"),
        replace(voice, id="K9", text="A bruise was seen."),
    )
    told = [one for one in found(replace(cedar, known=said)) if one.rule == "RAT007"]

    assert [(one.harm, one.path) for one in told] == [("physical", "known.K1.text")]
    assert "K9" not in told[0].text
    assert "K8" not in told[0].text


def test_what_was_set_aside_where_they_cannot_see_it_is_not_told_as_standing() -> None:
    waiver = Waiver(id="V1", rule="RAT024", reason="The inspector watches.", sensitivity="police")
    decision = replace(COMPLETE, trigger=COMPLETE.trigger[:1], waiver=(waiver,))

    assert rules(decision) == set()
    assert rules(replace(decision, waiver=(replace(waiver, sensitivity=""),))) == {"RAT024"}


def test_the_last_day_that_is_told_is_the_last_day() -> None:
    """A day that is withheld comes later than the one that they see: theirs is not the last."""
    decided = COMPLETE.time.decided_at
    assert decided is not None
    late = Trigger(id="T3", kind=TriggerKind.DATE, due=decided, owner="o", sensitivity="police")
    triggers = (COMPLETE.trigger[1], replace(COMPLETE.trigger[0], acted_at=decided), late)

    assert "RAT088" not in rules(replace(COMPLETE, trigger=triggers))


def test_a_status_that_is_withheld_leaves_no_harm_silent() -> None:
    handling = Handling(shared_reason="All know.", sensitivity={"risk.R1.status": "police"})
    risk = make_risk(id="R1", harm="own-plan", status=RiskStatus.PRESENT, evidence=("Seen.",))
    seen = view(linear(replace(COMPLETE, risk=(risk,), handling=handling)), CORE)

    assert "unsaid" not in seed(seen.history[-1].decision)
    assert seen.history[-1].decision.unsaid == ("own-plan",)  # type: ignore[attr-defined]  # a view


@pytest.mark.parametrize("path", ["time", "time.recorded_at", "id", "kind", "question_set"])
def test_without_what_every_copy_holds_there_is_no_copy(path: str) -> None:
    with pytest.raises(UnshowableError, match="no copy for 'core-team'"):
        found(*_labelled(path).values)


def test_an_item_that_may_not_be_called_by_its_name_is_left_out() -> None:
    (decision,) = _labelled("trigger.T1.id").values
    seen = view(linear(decision), CORE).history[-1].decision

    assert [(one.id, one.text) for one in seen.trigger] == [("T1", "A nurse alone on duty.")]


def test_what_is_told_to_a_family_names_rules_that_there_are() -> None:
    assert {rule.id for rule in RULES} >= STANDS
