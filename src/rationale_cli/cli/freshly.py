"""A decision answered as if it were new: asked, compared with what stands, and saved."""

from typing import Any

import typer
from msgspec import structs

from rationale_cli.cli import finishing, reporting, saving, saying
from rationale_cli.cli.session import Session
from rationale_cli.codec import draft as draft_text
from rationale_cli.domain.afresh import SET, Choice, Point, begun, points, settled, summary
from rationale_cli.domain.answers import Answers, inherited, put
from rationale_cli.domain.asking import comparing
from rationale_cli.domain.asking.draft import Draft, used
from rationale_cli.domain.asking.interview import Mode
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.form import seed
from rationale_cli.domain.partial import part
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.translating.vocabulary import Vocabulary
from rationale_cli.errors import UsageError
from rationale_cli.services import drafting, keeping, question_sets, recording
from rationale_cli.services.terms import Terms, kept
from rationale_cli.store import drafts

_KEY = ("statement", "change_mind", "option", "risk")


class FreshAloneError(UsageError):
    """Two ways of asking were named that cannot go together."""

    def __init__(self, other: str) -> None:
        super().__init__(
            f"--fresh and {other} cannot be used together",
            hint="--fresh asks its own questions; --answers FILE answers those from a file.",
        )


def demand_alone(*, edit: bool, question_set: str) -> None:
    """Make sure that nothing else says what is asked.

    Raises:
        FreshAloneError: If something does.
    """
    if edit or question_set:
        raise FreshAloneError("--edit" if edit else "--question-set")


def begin(session: Session, history: tuple[Revision, ...], terms: Terms) -> Draft:
    """Give the draft of what is asked afresh; nothing of the old answers stands in it.

    Raises:
        DraftThereError: If the same was begun before and is not finished.
    """
    base = history[-1]
    draft = Draft(
        verb=SET,
        record=base.decision.id,
        blob=base.blob,
        question_set=question_sets.question_set(session.store, SET).key,
        mode=Mode.FULL,
        started_at=session.now.at,
        terms=kept(terms),
        # Ids that were used tell how much stood there before.
        answers=begun(seed(base.decision)),
    )
    drafting.demand_no_other(session.store, draft)
    return draft


def compared(session: Session, draft: Draft) -> Draft:
    """Give the draft of the comparison, kept at once; what was answered afresh stands in it."""
    old = _standing(session, draft)
    if draft.answers == begun(old):
        drafts.delete(session.store, draft.name)
        reporting.say(session.texts("afresh.nothing"))
        raise typer.Exit(1)
    said: Answers = {"question_set": old.get("question_set", "")}
    for name, path in (
        ("because", "change.because"),
        ("decided_at", "time.decided_at"),
        ("late_reason", "time.late_reason"),
    ):
        if name in draft.terms:
            said = put(said, path, draft.terms[name])
    second = structs.replace(
        draft, fresh=draft.answers, answers=said, place=None, changed=(), aside={}, stood={}
    )
    drafts.keep(session.store, second.name, draft_text.encode(second).encode())
    return second


def questions(session: Session, draft: Draft, vocabulary: Vocabulary) -> QuestionSet:
    """Give the questions that put old and new side by side."""
    found = points(_standing(session, draft), draft.fresh, vocabulary.words)
    return comparing.questions(found, vocabulary.texts)


def finish(session: Session, draft: Draft, *, is_final: bool) -> None:
    """Save what was decided for each difference, and let go of the draft.

    Raises:
        MovedOnError: If the record was changed since; the draft stays.
        RationaleError: As the answers, ``--final`` and the store say; the draft stays.
    """
    history = drafting.begun_on(session.store, draft, zone=session.zone)
    old = inherited(seed(history[-1].decision))
    texts, words = session.texts, session.speech.vocabulary.words
    found = points(old, draft.fresh, words)
    chosen = comparing.choices(found, draft.answers, texts)
    new = {**settled(old, draft.fresh, chosen, used(history))}
    kind = _kind(old, new, is_reversed=comparing.is_reversed(draft.answers, texts))
    for name in ("change", "time", "by"):
        new[name] = {**new.get(name, {}), **draft.answers.get(name, {})}
    new = put(new, "change.still_stands", summary(found, chosen))
    terms = finishing.terms_of(session, draft, draft.answers, is_final=is_final)
    try:
        recorded = recording.revise(
            session.store,
            history,
            part(old, new),
            structs.replace(terms, kind=terms.kind or kind),
            verb=Kind.AMEND,
            settings=session.settings,
        )
    except keeping.MovedOnError as error:
        error.hint = (
            f"Everything you said is in the draft {draft.name!r}: 'rationale resume {draft.name} "
            "--on-latest' compares it with the newest revision."
        )
        raise
    drafts.delete(session.store, draft.name)
    saving.told(session, recorded)


def from_file(
    session: Session, history: tuple[Revision, ...], given: Answers, terms: Terms
) -> None:
    """Save what a file says afresh as the next revision, and tell where it differs.

    Raises:
        RationaleError: As the answers, ``--final`` and the store say; nothing is saved then.
    """
    old = inherited(seed(history[-1].decision))
    found = points(old, given, session.words)
    chosen = dict.fromkeys((one.id for one in found), Choice.NEW.value)
    new = settled(old, given, chosen, used(history))
    for point in found:
        reporting.say(_told(session, point))
    if not found:
        reporting.say("Nothing was answered differently.")
    said = _together(part(old, new), _rest(given))
    if not said.get("change", {}).get("still_stands"):
        said = put(said, "change.still_stands", summary(found, chosen))
    recorded = recording.revise(
        session.store,
        history,
        said,
        saying.with_usual_recorder(
            session, said, structs.replace(terms, kind=terms.kind or _kind(old, new))
        ),
        verb=Kind.AMEND,
        settings=session.settings,
    )
    saving.told(session, recorded)


def _kind(old: Answers, new: Answers, *, is_reversed: bool = False) -> Kind | None:
    if is_reversed:
        return Kind.REVERSE
    return Kind.CONFIRM if old == new else None


def _told(session: Session, point: Point) -> str:
    return session.texts("afresh.differs", label=point.label, old=point.old, new=point.new)


def _standing(session: Session, draft: Draft) -> Answers:
    history = drafting.begun_on(session.store, draft, zone=session.zone)
    return seed(history[-1].decision)


def _rest(given: Answers) -> Answers:
    """What a file says besides the key answers, which are compared."""
    rest: dict[str, Any] = {}
    for name, value in given.items():
        if name in _KEY:
            continue
        if isinstance(value, dict) and name in {"question", "reason"}:
            value = {key: one for key, one in value.items() if key not in _KEY}  # noqa: PLW2901
        if value:
            rest[name] = value
    return rest


def _together(one: Answers, other: Answers) -> Answers:
    """Two partial records as one; the second says nothing that the first says."""
    tables = {
        name: {**value, **other[name]}
        for name, value in one.items()
        if isinstance(value, dict) and isinstance(other.get(name), dict)
    }
    return {**one, **other, **tables}
