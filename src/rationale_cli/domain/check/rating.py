"""Ratings: partners who differ, and bands that do not go with the evidence."""

from collections.abc import Iterator

from rationale_cli.domain import ratings
from rationale_cli.domain.answers import at, is_blank
from rationale_cli.domain.check.finding import Case, Finding, warning
from rationale_cli.domain.check.rule import Rule
from rationale_cli.domain.questions.question import QuestionSet, Rated
from rationale_cli.domain.telling import rated
from rationale_cli.domain.telling.saying import capital


def differing(case: Case) -> Iterator[Finding]:
    """RAT060: partners give different ratings on one scale, and nothing says why."""
    for rows in ratings.differing(case.answers.get("rating", ())):
        if not ratings.is_explained(case.answers, rows):
            told = "; ".join(rated.gives(one, case.words) for one in rows)
            yield warning(
                "RAT060",
                ratings.DIFFERENCE if _asks(case.questions, Rated.DIFFERENTLY) else "rating",
                f"Partners differ, and nothing says why: {told}.",
            )


def at_odds(case: Case) -> Iterator[Finding]:
    """RAT061: a band does not go with the evidence given for it, and nothing says why."""
    if not _asks(case.questions, Rated.AT_ODDS) or not is_blank(at(case.answers, ratings.REASON)):
        return
    for found in ratings.at_odds(case.answers):
        told = capital(rated.odds(found, case.words))
        yield warning("RAT061", ratings.REASON, f"{told}. Nothing says why it is that band.")


def _asks(questions: QuestionSet | None, rated_as: Rated) -> bool:
    """Whether a set asks for the reason itself."""
    every = questions.questions if questions else ()
    return any(when.rated is rated_as for one in every for when in one.when)


RULES = (
    Rule("RAT060", "R15", "Partners give different ratings, and nothing says why.", differing),
    Rule("RAT061", "R15", "A band does not go with its evidence, and nothing says why.", at_odds),
)
