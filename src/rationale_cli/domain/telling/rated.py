"""Ratings in words: who gives which band and why, where partners differ, what does not fit."""

from collections.abc import Iterator

from rationale_cli.domain.answers import Answers, at, is_blank
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.ratings import (
    DIFFERENCE,
    REASON,
    Evidence,
    Odds,
    at_odds,
    differing,
    is_explained,
)
from rationale_cli.domain.telling.briefing import Section
from rationale_cli.domain.telling.plain import Table
from rationale_cli.domain.telling.saying import capital, said, short
from rationale_cli.domain.telling.silence import silence
from rationale_cli.domain.words import Words

EVIDENCE = {
    Evidence.RISK: "there are things that make harm more likely",
    Evidence.NO_RISK: "nothing is named that makes harm more likely",
    Evidence.PROTECTION: "there is something that protects",
    Evidence.NO_PROTECTION: "nothing is named that protects",
    Evidence.NO_CHANGE: "no change is seen yet",
    Evidence.CHANGE_BEGUN: "change has begun and can be seen",
    Evidence.CHANGE_LASTS: "change has lasted and somebody else has checked",
    Evidence.CHANGE_NOT_SAID: "nobody has said whether anything has changed",
}
"""What was said, as the end of a sentence."""


def section(decision: Decision, words: Words) -> Section:
    """Give the ratings of a decision as a table, with what is said of differences above it."""
    answers = seed(decision)
    return Section(
        anchor="rating",
        heading=words.field("rating"),
        notes=tuple(notes(answers, words)),
        tables=(
            Table(
                caption="Who gives which rating, and why.",
                columns=("Who", "Rating", "Why", "When"),
                rows=tuple(_row(decision, one, words) for one in answers.get("rating", ())),
            ),
        ),
    )


def notes(answers: Answers, words: Words) -> Iterator[str]:
    """Say where partners differ, and which band does not go with the evidence."""
    for rows in differing(answers.get("rating", ())):
        yield _paragraph(
            f"Partners differ: {'; '.join(gives(one, words) for one in rows)}.",
            at(answers, DIFFERENCE),
            quiet="" if is_explained(answers, rows) else "Nothing says why.",
        )
    # What nobody said is no evidence; the check asks for it where a set does.
    for one in at_odds(answers):
        if given := tuple(each for each in one.evidence if each is not Evidence.CHANGE_NOT_SAID):
            text = f"{capital(gives(one.rating, words))}, and {_listed(given)}."
            yield _paragraph(text, at(answers, REASON), quiet="Nothing says why.")


def gives(rating: Answers, words: Words) -> str:
    """Say who gives which band: ``the health visitor (health) gives high``."""
    role, agency = rating.get("role", ""), rating.get("agency", "")
    name = f"the {role}" if role else words.value("link", "somebody")
    return f"{name}{f' ({agency})' if agency else ''} gives {band(rating, words)}"


def who(rating: Answers, words: Words) -> str:
    """Name who gives a rating."""
    return words.roled(rating.get("role", ""), rating.get("agency", ""))


def scaled(rating: Answers) -> str:
    """Give what its scale is called; empty if it names none."""
    return " ".join(str(rating.get("scale", "")).replace("-", " ").split())


def band(rating: Answers, words: Words) -> str:
    """Give what a rating is called, as short as it goes inside a sentence."""
    word = short(said("rating.value", rating.get("value"), words))
    return word.partition(" (")[0] or "no rating"


def odds(found: Odds, words: Words) -> str:
    """Say which band is at odds with what was said, as the beginning of a sentence."""
    return f"{gives(found.rating, words)}, and {_listed(found.evidence)}"


def _listed(evidence: tuple[Evidence, ...]) -> str:
    return " and ".join(EVIDENCE[one] for one in evidence)


def _paragraph(text: str, reason: object, *, quiet: str) -> str:
    if is_blank(reason):
        return f"{text} {quiet}".rstrip()
    return f"{text} Why: {str(reason).strip()}"


def _row(decision: Decision, one: Answers, words: Words) -> tuple[str, ...]:
    """Who, which rating on which scale, why, and when; silence says so."""
    path = f"rating.{one['id']}"
    scale = scaled(one)
    there = bool(one.get("value"))
    value = capital(band(one, words)) if there else silence(decision, f"{path}.value").text
    return (
        f"{one['id']}, {who(one, words)}",
        f"{value} ({scale})" if scale else value,
        str(one.get("why", "")).strip() or silence(decision, f"{path}.why").text,
        words.told(one["at"]) if one.get("at") else silence(decision, f"{path}.at").text,
    )
