"""What the decision rests on in law: was it law that day, is it known, and what falls away."""

from collections.abc import Iterator

from rationale_cli.domain import court_route
from rationale_cli.domain.check.finding import Case, Finding, error, warning
from rationale_cli.domain.check.rule import ERROR, Rule
from rationale_cli.domain.citing.citation import Citation, Citations
from rationale_cli.domain.force import Force, force, force_told, looked_at
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.reason import Law

_NAMED = 3


def too_early(case: Case) -> Iterator[Finding]:
    """RAT040: a provision is cited that was not law on that day."""
    yield from _unfit(case, Force.NOT_YET, "RAT040")


def ended(case: Case) -> Iterator[Finding]:
    """RAT041: a provision is cited that had been repealed or replaced by that day."""
    yield from _unfit(case, Force.ENDED, "RAT041")


def _unfit(case: Case, how: Force, rule: str) -> Iterator[Finding]:
    for item, row in _cited(case):
        day = looked_at(case.decision, item)
        if force(row, day) is how:
            name = case.words.provision(row.id)
            yield error(rule, f"law.{item.id}.provision", f"{name}, {force_told(row, day)}.")


def unverified(case: Case) -> Iterator[Finding]:
    """RAT042: nobody found out when a provision that is cited began."""
    for item, row in _cited(case):
        day = looked_at(case.decision, item)
        if force(row, day) is Force.UNVERIFIED:
            name = case.words.provision(row.id)
            text = f"{name}, {force_told(row, day)}."
            yield warning("RAT042", f"law.{item.id}.provision", text)


def unknown(case: Case) -> Iterator[Finding]:
    """RAT043: what is cited is no id of the law library; what it may mean is told."""
    citations = Citations(case.provisions)
    for item in case.decision.law if case.provisions else ():
        if item.provision and item.provision not in citations.by_id:
            found = citations.read(item.provision)
            text = f'"{item.provision}" {_meaning(found)}'
            yield warning("RAT043", f"law.{item.id}.provision", text)


def _meaning(found: Citation) -> str:
    if found.one is not None:
        row = found.one
        name = f"{row.id}, {row.name}"
        return f"is {name}." if found.is_exact else f"may mean {name}."
    if found.found:
        return f"could be {_either(found.found)}; the record does not say which."
    near = f" Near it: {_either(found.near)}." if found.near else ""
    return f"is not in the law library.{near}"


def _either(rows: tuple[Provision, ...]) -> str:
    ids = [row.id for row in rows[:_NAMED]]
    return " or ".join(ids) + (" or another" if len(rows) > _NAMED else "")


def unchecked(case: Case) -> Iterator[Finding]:
    """RAT044: the court route is taken, and the usual checks with a parent are not mentioned."""
    cited = {row.id for _, row in _cited(case)}
    if court_route.is_taken(case.decision, cited) and court_route.is_unchecked(
        case.decision, cited
    ):
        path = court_route.CHECKS
        yield warning(
            "RAT044",
            path if _is_known(case, path) else "law",
            "The ordinary checks for a placement with a parent are not mentioned: section 38(6) is "
            f"relied on, and {court_route.WITH_A_PARENT[0]} is not cited. "
            "Some of them fall away on this route.",
        )


def unstoppable(case: Case) -> Iterator[Finding]:
    """RAT046: the court route is taken, and nothing says who can stop it and how fast."""
    cited, path = {row.id for _, row in _cited(case)}, court_route.STOP
    if not court_route.is_taken(case.decision, cited):
        return
    if _is_known(case, path) and not court_route.is_said(case.decision, path):
        text = "A court directs it under section 38(6): nothing says who can stop it, and how fast."
        yield warning("RAT046", path, text)


def unstarted(case: Case) -> Iterator[Finding]:
    """RAT047: a provision that sets a limit of time is cited, and nothing says since when."""
    for item, row in _cited(case):
        if row.limit is not None and item.from_ is None:
            text = f"{case.words.provision(row.id)}, lasts {row.limit}: nothing says since when."
            yield warning("RAT047", f"law.{item.id}.from", text)


def _cited(case: Case) -> Iterator[tuple[Law, Provision]]:
    """Each item of law with the one provision that it means; others have a rule of their own."""
    citations = Citations(case.provisions)
    for item in case.decision.law:
        if item.provision and (row := citations.read(item.provision).one):
            yield item, row


def _is_known(case: Case, path: str) -> bool:
    """Whether the set of the record has a question for a path."""
    return any(one.path == path for one in (case.questions.questions if case.questions else ()))


RULES = (
    Rule("RAT040", "R10", "A provision was not law on the day it is cited for.", too_early, ERROR),
    Rule("RAT041", "R10", "A provision was no longer in force on that day.", ended, ERROR),
    Rule("RAT042", "R10", "It is not verified when a provision began.", unverified),
    Rule("RAT043", "R10", "What is cited is no id of the law library.", unknown),
    Rule(
        "RAT044",
        "R10",
        "The court route is taken, and the checks of a placement with a parent are not mentioned.",
        unchecked,
    ),
    Rule(
        "RAT046", "R20", "Nothing says who can stop a placement that a court directs.", unstoppable
    ),
    Rule("RAT047", "R10", "A limit of time runs, and nothing says since when.", unstarted),
)
