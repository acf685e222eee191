"""Options, and what makes us look again."""

from collections.abc import Iterator

from rationale_cli.domain.check.finding import Case, Finding, error, warning
from rationale_cli.domain.check.rule import ERROR, Rule
from rationale_cli.domain.check.unsaid import first_unsaid, unsaid
from rationale_cli.domain.decision import Status
from rationale_cli.domain.option import OptionStatus
from rationale_cli.domain.trigger import TriggerKind

_OPTION = {
    "for_": "what speaks for it",
    "against": "what speaks against it",
    "support": "what support it needs",
    "impact": "what it would do to those it is about",
}
_SETTLED = {Status.CLOSED, Status.SUPERSEDED, Status.REVERSED}


def too_few_options(case: Case) -> Iterator[Finding]:
    """RAT020: fewer than two options; one may be to change nothing."""
    told = {
        0: "No option stands here; one of two may be to change nothing.",
        1: "Only one option stands here; the other may be to change nothing.",
    }
    if fact := told.get(len(case.decision.option)):
        yield error("RAT020", "option", fact)


def nothing_chosen(case: Case) -> Iterator[Finding]:
    """RAT021: options stand here and none is chosen."""
    options = case.decision.option
    if options and not any(option.status is OptionStatus.CHOSEN for option in options):
        yield warning("RAT021", "option", "No option is said to be chosen.")


def unreasoned_options(case: Case) -> Iterator[Finding]:
    """RAT022: an option was rejected or called not realistic without a reason."""
    for option in case.decision.option:
        if (
            option.status in {OptionStatus.REJECTED, OptionStatus.NOT_REALISTIC}
            and not option.reason
        ):
            yield error(
                "RAT022",
                f"option.{option.id}.reason",
                f"Option {option.id} is set aside without a reason.",
            )


def parked_without_date(case: Case) -> Iterator[Finding]:
    """RAT023: an option is parked, and nothing says until when."""
    for option in case.decision.option:
        if option.status is OptionStatus.PARKED and option.until is None:
            yield warning(
                "RAT023",
                f"option.{option.id}.until",
                f"Option {option.id} is parked without a date.",
            )


def no_event_trigger(case: Case) -> Iterator[Finding]:
    """RAT024: nothing that may happen would make us look again before the date."""
    if case.decision.status in _SETTLED:
        return
    if not any(
        one.kind in {TriggerKind.EVENT, TriggerKind.THRESHOLD} for one in case.decision.trigger
    ):
        yield error("RAT024", "trigger", "No event is named that would make us look again early.")


def no_date_trigger(case: Case) -> Iterator[Finding]:
    """RAT025: no day is set on which we look again."""
    if case.decision.status in _SETTLED:
        return
    if not any(one.due is not None for one in case.decision.trigger):
        yield error("RAT025", "trigger", "No day is set on which we look again.")


def loose_options(case: Case) -> Iterator[Finding]:
    """RAT027: an option lacks what speaks for it or against it, its support or its impact.

    One that is not realistic is left alone: its reason is asked for by RAT022.
    """
    for option in case.decision.option:
        is_set_aside = option.status is OptionStatus.NOT_REALISTIC or option.realistic is False
        what = "" if is_set_aside else unsaid(option, _OPTION)
        if what:
            yield warning(
                "RAT027",
                f"option.{option.id}.{first_unsaid(option, _OPTION)}",
                f"Option {option.id} does not say {what}.",
            )


def unwatched(case: Case) -> Iterator[Finding]:
    """RAT084: nobody is named who watches for what would make us look again."""
    if case.decision.status in _SETTLED:
        return
    for one in case.decision.trigger:
        if not one.owner.strip() and one.acted_at is None:
            yield warning(
                "RAT084",
                f"trigger.{one.id}.owner",
                f"{one.id}, which would make us look again, does not say who watches for it.",
            )


RULES = (
    Rule("RAT020", "R4", "There are fewer than two options.", too_few_options, ERROR),
    Rule("RAT021", "R5", "No option is said to be chosen.", nothing_chosen),
    Rule("RAT022", "R5", "An option is set aside without a reason.", unreasoned_options, ERROR),
    Rule("RAT023", "R5", "An option is parked without a date.", parked_without_date),
    Rule(
        "RAT027",
        "R4",
        "An option lacks what speaks for it or against it, its support or its impact.",
        loose_options,
        is_gap=True,
    ),
    Rule("RAT024", "R20", "No event would make us look again early.", no_event_trigger, ERROR),
    Rule("RAT025", "R20", "No day is set on which we look again.", no_date_trigger, ERROR),
    Rule("RAT084", "R20", "Nobody is named who watches for it.", unwatched, is_gap=True),
)
