"""Who was asked, who was not, and disagreements nobody has confirmed."""

from collections.abc import Iterator

from rationale_cli.domain.check.finding import Case, Finding, error, somebody, warning
from rationale_cli.domain.check.rule import EITHER, ERROR, Rule
from rationale_cli.domain.check.unsaid import first_unsaid, unsaid
from rationale_cli.domain.decision import Status
from rationale_cli.domain.part import Party
from rationale_cli.domain.people import Dissent, View
from rationale_cli.domain.telling.saying import capital
from rationale_cli.domain.words import roled

_CONSULTED = {"at": "when they were asked", "how": "how", "view": "where they stand"}
_CONFIRMED = {"confirmed_at": "when", "confirmed_how": "how"}


def expected(case: Case) -> Iterator[Finding]:
    """RAT010: somebody who is expected was neither consulted nor is their absence explained."""
    consulted, absent = case.decision.consulted, case.decision.not_consulted
    met = {(who.role.casefold(), who.agency.casefold()) for who in consulted}
    met |= {(who.role.casefold(), who.agency.casefold()) for who in absent}
    for wanted in case.expected:
        role, _, agency = wanted.partition("@")
        if (role.strip().casefold(), agency.strip().casefold()) not in met:
            name = roled(role.strip(), agency.strip())
            yield error(
                "RAT010",
                "consulted",
                f"Expected and not asked, and nothing says why: {name}.",
            )


def absent(case: Case) -> Iterator[Finding]:
    """RAT011: somebody was not consulted without a reason (error) or without a plan (warning)."""
    for who in case.decision.not_consulted:
        path, name = f"not_consulted.{who.id}", roled(who.role, who.agency)
        if not who.reason:
            yield error("RAT011", f"{path}.reason", f"Not consulted, and nothing says why: {name}.")
        elif not who.plan:
            yield warning(
                "RAT011", f"{path}.plan", f"Not consulted, with a reason and no plan: {name}."
            )


def unconfirmed(case: Case) -> Iterator[Finding]:
    """RAT012: a disagreement was not confirmed by the person whose words it holds."""
    for dissent in case.decision.dissent:
        if dissent.confirmed is not True:
            yield warning(
                "RAT012",
                f"dissent.{dissent.id}.confirmed",
                f"{dissent.id}: {somebody(dissent.role, dissent.agency)} "
                "has not confirmed these words.",
            )


def unanswered(case: Case) -> Iterator[Finding]:
    """RAT013: a disagreement has no answer to its substance."""
    for dissent in case.decision.dissent:
        if not dissent.is_closed and not dissent.response:
            yield warning(
                "RAT013",
                f"dissent.{dissent.id}.response",
                f"{dissent.id}: {somebody(dissent.role, dissent.agency)} has had no answer yet.",
            )


def nobody_asked(case: Case) -> Iterator[Finding]:
    """RAT014: nobody is said to have been asked."""
    if not case.decision.consulted and "consulted" not in case.decision.none:
        yield warning("RAT014", "consulted", "Nobody is said to have been asked.")


def loose_views(case: Case) -> Iterator[Finding]:
    """RAT015: somebody was asked, and when, how or with what answer is not said."""
    for who in case.decision.consulted:
        if what := unsaid(who, _CONSULTED):
            yield warning(
                "RAT015",
                f"consulted.{who.id}.{first_unsaid(who, _CONSULTED)}",
                f"{who.id}, {somebody(who.role, who.agency)}, does not say {what}.",
            )


def no_reply(case: Case) -> Iterator[Finding]:
    """RAT016: somebody was asked and has not replied; silence is no agreement."""
    for who in case.decision.consulted:
        if who.view is View.NO_REPLY:
            yield warning(
                "RAT016",
                f"consulted.{who.id}.view",
                f"{capital(somebody(who.role, who.agency))} was asked and has not replied, "
                "which is not the same as agreeing.",
            )


def loosely_confirmed(case: Case) -> Iterator[Finding]:
    """RAT017: words were confirmed, and nothing says when and how.

    Whoever leads, decides or types confirms their own disagreement by recording it.
    """
    by = case.decision.by
    own = [one for one in (by.lead, by.decision_maker, by.recorder) if one is not None]
    for dissent in case.decision.dissent:
        is_own = any(_same(dissent, one) for one in own)
        what = unsaid(dissent, _CONFIRMED) if dissent.confirmed and not is_own else ""
        if what:
            yield warning(
                "RAT017",
                f"dissent.{dissent.id}.{first_unsaid(dissent, _CONFIRMED)}",
                f"{dissent.id}: the words are said to be confirmed; nothing says {what}.",
            )


def court_untold(case: Case) -> Iterator[Finding]:
    """RAT085: there is a court, a disagreement is open, and the court does not know of it.

    There is a court where a hearing is to come or the court has directed the plan.
    """
    decision = case.decision
    has_court = bool(decision.time.next_hearing) or decision.status is Status.DIRECTED
    for dissent in decision.dissent if has_court else ():
        if dissent.is_closed or dissent.told_court:
            continue
        said = (
            "nothing says whether the court was told of it"
            if dissent.told_court is None
            else "the court was not told of it"
        )
        who = somebody(dissent.role, dissent.agency)
        yield warning(
            "RAT085",
            f"dissent.{dissent.id}.told_court",
            f"{dissent.id}: {who} disagrees, and {said}.",
        )


def wordless(case: Case) -> Iterator[Finding]:
    """RAT086: a disagreement does not hold the words of the person who disagrees."""
    for dissent in case.decision.dissent:
        if not dissent.words.strip():
            yield warning(
                "RAT086",
                f"dissent.{dissent.id}.words",
                f"{dissent.id}: {somebody(dissent.role, dissent.agency)} disagrees, "
                "and their own words are not here.",
            )


def _same(one: Dissent, other: Party) -> bool:
    return (one.role.casefold(), one.agency.casefold()) == (
        other.role.casefold(),
        other.agency.casefold(),
    )


RULES = (
    Rule(
        "RAT010",
        "R11",
        "Somebody who is expected was not asked, and nothing says why.",
        expected,
        ERROR,
    ),
    Rule(
        "RAT011",
        "R11",
        "Somebody was not consulted: without a reason, or with a reason and no plan.",
        absent,
        EITHER,
    ),
    Rule(
        "RAT012",
        "R12",
        "A disagreement was not confirmed by the person whose words it holds.",
        unconfirmed,
    ),
    Rule("RAT013", "R12", "A disagreement has had no answer to its substance.", unanswered),
    Rule("RAT086", "R12", "A disagreement does not hold their own words.", wordless),
    Rule(
        "RAT017", "R12", "Confirmed words do not say when and how.", loosely_confirmed, is_gap=True
    ),
    Rule("RAT085", "R12", "A court does not know of an open disagreement.", court_untold),
    Rule("RAT014", "R11", "Nobody is said to have been asked.", nobody_asked, is_gap=True),
    Rule(
        "RAT015",
        "R11",
        "A view does not say when, how or where they stand.",
        loose_views,
        is_gap=True,
    ),
    Rule("RAT016", "R11", "Somebody was asked and has not replied.", no_reply),
)
