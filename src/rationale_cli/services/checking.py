"""What is missing in a decision, by its question set and the folder's settings."""

from rationale_cli.domain.check.as_seen import check_as_seen
from rationale_cli.domain.check.checking import check as find
from rationale_cli.domain.check.finding import Case, Finding
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.harm import due_for
from rationale_cli.domain.moment import Instant
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.settings import Settings
from rationale_cli.errors import RationaleError
from rationale_cli.services import harms, law, question_sets, standing
from rationale_cli.store.repository import Store


class NotFinalError(RationaleError):
    """``--final`` was asked for, and something is missing.

    Attributes:
        lines: What is missing, a sentence each.
    """

    def __init__(self, found: tuple[Finding, ...]) -> None:
        count = len(found)
        super().__init__(
            f"not final yet: {count} thing{'s are' if count > 1 else ' is'} missing",
            hint="Answer them, or save without --final: the gaps then stay visible.",
        )
        self.lines = tuple(f"{finding.rule}: {finding.text}" for finding in found)


def check(
    store: Store, decision: Decision, settings: Settings, *, now: Instant | None = None
) -> tuple[Finding, ...]:
    """Give everything that is missing, silent or at odds in a decision; errors first."""
    return find(case(store, decision, settings, now=now))


def check_seen(
    store: Store,
    seen: Decision,
    whole: Decision,
    settings: Settings,
    *,
    now: Instant,
    clearance: Clearance,
) -> tuple[Finding, ...]:
    """Give what `check` tells an audience of a decision; see `check_as_seen`.

    Args:
        store: The folder.
        seen: As the audience sees it.
        whole: All of it, as `audience.named_alike` gives it.
        settings: Of the folder.
        now: Up to when days are counted.
        clearance: Of the audience.
    """
    return check_as_seen(
        *(case(store, one, settings, now=now, clearance=clearance) for one in (seen, whole))
    )


def case(
    store: Store,
    decision: Decision,
    settings: Settings,
    *,
    now: Instant | None = None,
    clearance: Clearance = EVERYTHING,
) -> Case:
    """Give a decision with everything that is expected of it.

    Args:
        store: The folder.
        decision: The decision.
        settings: Of the folder.
        now: Up to when days are counted; left out: up to when the decision was recorded.
        clearance: Of whoever reads; a concern that they may not see whole is left out.
    """
    name = decision.question_set.partition("/")[0]
    try:
        questions = question_sets.question_set(store, name)
    except RationaleError:
        # A set that is gone or broken never keeps a record from being read.
        questions = None
    own = harms.own(store)
    every = harms.catalogue(settings, own)
    return Case(
        decision=decision,
        answers=seed(decision),
        questions=questions,
        asked_elsewhere=_asked_elsewhere(store, decision, questions),
        harms=due_for(decision, every),
        known_harms=tuple(harm.code for harm in every),
        expected=settings.expects(name),
        words=harms.words(law.words(store), own),
        catalogue=every,
        unread_harms=own.unread,
        concerns=standing.about(
            store,
            decision,
            settings,
            now=now or decision.time.recorded_at,
            clearance=clearance,
        ),
        provisions=law.provisions(store),
    )


def _asked_elsewhere(
    store: Store, decision: Decision, questions: QuestionSet | None
) -> frozenset[str]:
    """Which answers a further set has asked for, as a formulation in between does."""
    own = {one.id for one in questions.questions} if questions else set()
    wanted = {one for one in decision.answers if one not in own}
    found: set[str] = set()
    for name in question_sets.names(store) if wanted else ():
        if wanted <= found:
            break
        try:
            others = question_sets.question_set(store, name.name)
        except RationaleError:
            continue
        found |= {one.id for one in others.questions if one.id in wanted}
    return frozenset(found)


def demand_final(found: tuple[Finding, ...]) -> None:
    """Refuse what is not complete.

    Raises:
        NotFinalError: If there is an error among the findings.
    """
    if errors := tuple(finding for finding in found if finding.is_error):
        raise NotFinalError(errors)
