"""What earlier records named becomes what is suggested."""

from builders import make_decision
from rationale_cli.codec import law
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.gathering import gathered
from rationale_cli.domain.keeping import Outcome, Waiver
from rationale_cli.domain.knowledge import Unknown
from rationale_cli.domain.mention import parties
from rationale_cli.domain.part import Party
from rationale_cli.domain.people import Approval, By, Consulted, Dissent, NotConsulted
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.reason import Law, LawRole
from rationale_cli.domain.risk import Rating
from rationale_cli.domain.suggestion import Suggestion
from rationale_cli.domain.trigger import Action, Trigger

LAWS = (
    Provision(
        id="A-1", citation="Act 1999, section 1", short="s.1", plain="One.", spellings=("x",)
    ),
    Provision(
        id="A-2", citation="Act 1999, section 2", short="s.2", plain="Two.", spellings=("x",)
    ),
    Provision(id="A-3", citation="Act 1999, section 3", plain="Three."),
)


def _asked(*people: tuple[str, str]) -> Decision:
    """Give a decision about which nobody is named but these, who were asked."""
    consulted = tuple(
        Consulted(id=f"C{number}", role=role, agency=agency)
        for number, (role, agency) in enumerate(people, start=1)
    )
    return make_decision(by=By(), consulted=consulted, trigger=(), law=())


def _cited(*provisions: str) -> Decision:
    law = tuple(
        Law(id=f"L{number}", provision=one) for number, one in enumerate(provisions, start=1)
    )
    return make_decision(law=law)


def test_everybody_is_found_wherever_a_record_names_them() -> None:
    decision = make_decision(
        by=By(
            lead=Party(role="lead", agency="a"),
            decision_maker=Party(role="maker"),
            recorder=Party(role="typist", agency="b"),
        ),
        approval=(Approval(id="V1", role="officer", agency="c"),),
        unknown=(Unknown(id="U1", owner="finder"),),
        rating=(Rating(id="B1", role="rater", agency="d"),),
        consulted=(Consulted(id="C1", role="asked"), Consulted(id="C2")),
        not_consulted=(NotConsulted(id="N1", role="unasked", agency="e"),),
        dissent=(Dissent(id="X1", role="other", agency="f", response_by="replier@g"),),
        trigger=(Trigger(id="T1", owner="watcher"),),
        action=(Action(id="J1", owner="doer"),),
        waiver=(Waiver(id="Y1", by="waiver @ h"),),
        outcome=(Outcome(id="S1", by="teller"),),
        law=(Law(id="L1", provision="A-1", role=LawRole.DUTY),),
    )

    assert [f"{one.role}@{one.agency}" for one in parties(decision)] == [
        "lead@a", "maker@", "typist@b", "officer@c", "finder@", "rater@d", "asked@", "unasked@e",
        "other@f", "replier@g", "watcher@", "doer@", "waiver@h", "teller@",
    ]  # fmt: skip


def test_a_line_that_tells_more_than_a_role_is_no_role() -> None:
    long = "whoever is on duty when the night staff come in, or the manager if nobody does"
    actions = (Action(id="J1", owner=long), Action(id="J2", owner="one\ntwo\n"))
    decision = make_decision(by=By(), consulted=(), trigger=(), action=actions)

    assert list(parties(decision)) == []


def test_the_most_used_comes_first_in_the_spelling_used_most() -> None:
    found = gathered(
        (
            _asked(("Nurse", "health"), ("porter", "Health")),
            _asked(("nurse", "Health"), ("porter", "Health"), ("cook", "")),
            _asked(("nurse", "court"), ("porter", "Health"), ("porter", "court")),
        )
    )

    assert [(one.insert, one.shown) for one in found.roles] == [
        ("porter", "Health, court"),
        ("nurse", "Health, court"),
        ("cook", ""),
    ]
    assert [one.insert for one in found.agencies] == ["Health", "court"]
    assert [one.insert for one in found.parties] == [
        "porter@Health",
        "Nurse@health",
        "nurse@court",
        "porter@court",
    ]
    assert found.agencies_of == {"porter": ("Health", "court"), "nurse": ("Health", "court")}


def test_records_come_before_the_settings_and_these_before_the_library_each_thing_once() -> None:
    found = gathered(
        (_asked(("Nurse", "Health")),),
        expected=(Party(role="judge", agency="court"), Party(role="nurse", agency="health")),
        usual=(Party(role="cook", agency="court"), Party(role="judge", agency="Court")),
    )

    assert [one.insert for one in found.roles] == ["Nurse", "judge", "cook"]
    assert [one.insert for one in found.agencies] == ["Health", "court"]
    assert [one.insert for one in found.parties] == ["Nurse@Health", "judge@court", "cook@court"]


def test_nothing_is_suggested_that_says_nothing() -> None:
    found = gathered((_asked(("?", "-"), ("a@b", "c"), ("x", "?"), ("", "ward")),))

    assert [one.insert for one in found.roles] == ["a@b", "x"]
    assert [one.insert for one in found.agencies] == ["c", "ward"]
    assert [one.insert for one in found.parties] == ["a@b@c", "x@?"]


def test_own_provisions_come_before_cited_ones_and_these_before_the_library() -> None:
    own = (Provision(id="OUR-1", citation="Policy 1", plain="Ours."),)
    decisions = (_cited("A-3", "A-2", "NHS06-3"), _cited("A-3"))

    found = gathered(decisions, own=own, shipped=LAWS)

    assert [one.insert for one in found.laws] == ["OUR-1", "A-3", "A-2", "NHS06-3", "A-1"]
    assert found.laws[3] == Suggestion(insert="NHS06-3")


def test_a_row_of_the_team_stands_in_the_place_of_a_shipped_one() -> None:
    own = (Provision(id="A-1", citation="Act 1999, section 1", plain="As we read it."),)

    found = gathered((), own=own, shipped=LAWS)

    assert [one.insert for one in found.laws] == ["A-1", "A-2", "A-3"]
    assert found.laws[0].shown == "Act 1999, section 1: As we read it."


def test_a_citation_that_can_mean_one_provision_only_is_counted_for_it() -> None:
    found = gathered((_cited("S 2", "s2", "x"),), shipped=LAWS)

    assert [one.insert for one in found.laws] == ["A-2", "x", "A-1", "A-3"]


def test_what_may_not_apply_on_the_day_of_a_decision_says_so() -> None:
    shown = {one.insert: one.shown for one in gathered((), shipped=law.provisions()).laws}

    assert shown["CA89-23"].endswith(
        "sections 22A to 22F took its place in England. It applied until 31 March 2011."
    )
    assert shown["CA04-16LA"].endswith(
        "Passed on 29 April 2026; whether it has begun is not verified."
    )
