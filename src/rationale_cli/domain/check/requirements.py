"""What a record must do to hold before a court, an audit or a review, and what judges it."""

from typing import NamedTuple


class Requirement(NamedTuple):
    """One thing that is asked of a record.

    Attributes:
        key: As ``R8``.
        text: What is asked, in one sentence.
        elsewhere: What serves it besides the rules or in their place; empty if rules alone do.
    """

    key: str
    text: str
    elsewhere: str = ""


REQUIREMENTS = (
    Requirement("R1", "Say the decision in one sentence, and what is not being decided."),
    Requirement("R2", "Fix what was known at the time: source, day, kind and how sure."),
    Requirement("R3", "List what was not known, why we go on, who finds out and by when."),
    Requirement("R4", "Give two real options or more, each with its case and its cost."),
    Requirement("R5", "Keep the reasons of the options that were not taken."),
    Requirement("R6", "Compare the options with each other, side by side."),
    Requirement("R7", "Of each risk say harm, evidence, period, likelihood, impact and control."),
    Requirement("R8", "Give every kind of harm that is due a status of its own."),
    Requirement("R9", "Think of one unthinkable at least, with an agreed warning sign."),
    Requirement(
        "R10",
        "Name the law, how its test was met, and as it was in force that day.",
        "What a provision says, and since when, stands in the law library.",
    ),
    Requirement("R11", "Say who was asked, how and what they said, and who was not and why."),
    Requirement("R12", "Hold disagreement in their own words, confirmed, with our answer to it."),
    Requirement("R13", "Let the person be heard, or say what got in the way."),
    Requirement("R14", "Say what the family think, and whether they were told the reasons."),
    Requirement("R15", "Give the decisive reasons, their weight, and what would change our mind."),
    Requirement("R16", "Name by role who decides, by what power, and who signed off."),
    Requirement("R17", "Keep when it was decided, recorded and in effect; explain a late entry."),
    Requirement(
        "R18",
        "Overwrite nothing.",
        "No rule can judge it: every save is a new revision, and a correction shows the old text.",
    ),
    Requirement(
        "R19",
        "Number without gaps, and tie each revision to the one before.",
        "No rule can judge it by one revision: the chain of their sums tells it.",
    ),
    Requirement("R20", "Set one day and one event that make us look again."),
    Requirement("R21", "Of each later revision say what changed, why, and whether it stands."),
    Requirement(
        "R22",
        "Record a decision to wait, or not to act, like any other.",
        "No rule can see a decision that nobody recorded. To change nothing can be an option "
        "(RAT020), and the harm of waiting is asked for (RAT098).",
    ),
    Requirement("R23", "Weigh the harm of acting against the harm of not acting."),
    Requirement("R24", "Give actions an owner and a day, and say when they are done."),
    Requirement(
        "R25",
        "Say who was given which version, and what they understood or asked.",
        "It stands in a file beside the record, of who has seen what, and is told from there.",
    ),
    Requirement("R26", "Say what is shared and why, or why not; and no more than is needed."),
    Requirement("R27", "Invent no completeness: not asked, not known and none look different."),
    Requirement(
        "R28",
        "Be readable by a stranger in two minutes, and by the child in years.",
        "No rule can judge it: give the briefing to a stranger and let them tell it back.",
    ),
    Requirement("R29", "Name another explanation, and what speaks against the favoured one."),
    Requirement("R30", "Judge later by what was known: hindsight apart from the reasons."),
)
"""Distilled from what courts, police logs, reviews and recording guides ask of a record."""
