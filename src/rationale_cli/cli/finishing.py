"""From a finished interview to a saved record, by the path of the verb that began it."""

from itertools import chain

from rationale_cli.cli import fresh, reporting, saving, saying
from rationale_cli.cli.session import Session
from rationale_cli.domain import touched
from rationale_cli.domain.answers import Answers, at, inherited
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.domain.decision import Kind
from rationale_cli.domain.form import seed
from rationale_cli.domain.part import Party
from rationale_cli.domain.partial import part
from rationale_cli.services import checking, drafting, keeping, question_sets, recording
from rationale_cli.services.keeping import Recorded
from rationale_cli.services.terms import Terms, party
from rationale_cli.store import drafts


def finish(session: Session, draft: Draft, *, is_final: bool = False) -> None:
    """Save what an interview gave, tell it, and let go of its draft.

    The draft stays if it holds what was typed and no revision was made of it.

    Args:
        session: This run of the program.
        draft: With all the answers, what stood before included.
        is_final: Whether errors of ``check`` refuse the save.

    Raises:
        MovedOnError: If the record was changed since the interview began; the draft stays.
        RationaleError: As the answers, ``--final`` and the store say; the draft stays.
    """
    answers = draft.answers
    terms = terms_of(session, draft, answers, is_final=is_final)
    try:
        recorded = _recorded(session, draft, answers, terms)
    except keeping.MovedOnError as error:
        error.hint = (
            f"Read what changed with 'rationale diff {draft.record}'. Everything you said is in "
            f"the draft {draft.name!r}: 'rationale resume {draft.name} --on-latest' lays it over."
        )
        raise
    except checking.NotFinalError as error:
        error.hint = (
            f"Everything you said is in the draft {draft.name!r}. Answer them with 'rationale "
            f"resume {draft.name} --final', or save without --final: the gaps then stay visible."
        )
        raise
    is_needed = not recorded.is_new and bool(draft.changed or draft.clashes or draft.typed)
    if not is_needed:
        for name in filter(None, (draft.name, draft.found)):
            drafts.delete(session.store, name)
    saving.told(session, recorded, verb=draft.verb)
    if is_needed:
        name = draft.name
        reporting.say(session.texts("ending.kept", draft=repr(name), name=name))


def _recorded(session: Session, draft: Draft, answers: Answers, terms: Terms) -> Recorded:
    if draft.verb == "new":
        return _created(session, draft, answers, terms)
    return _revised(session, draft, answers, terms)


def terms_of(session: Session, draft: Draft, answers: Answers, *, is_final: bool) -> Terms:
    """The terms of a save: what was said when the interview began, and the clock of now.

    What stands among the answers was shown there and may have been changed, so it counts.
    """
    said = draft.terms
    typed, usual = at(answers, "by.recorder"), saying.usual_recorder(session, said)
    return Terms(
        now=session.now,
        clock_given=session.clock_given,
        by=Party(**typed) if typed else (party(usual) if usual else None),
        kind=Kind(said["kind"]) if said.get("kind") else None,
        final=is_final,
    )


def _created(session: Session, draft: Draft, answers: Answers, terms: Terms) -> Recorded:
    ids = chain((draft.record,), iter(fresh.new_id, ""))
    return recording.create(
        session.store,
        answers,
        terms,
        questions=question_sets.question_set(session.store, draft.question_set),
        settings=session.settings,
        new_id=lambda: next(ids),
    )


def _revised(session: Session, draft: Draft, answers: Answers, terms: Terms) -> Recorded:
    history = drafting.begun_on(session.store, draft, zone=session.zone)
    before = inherited(seed(history[-1].decision))
    if draft.verb == "note":
        answers = touched.applied(answers, now=session.now.at, used=draft.used)
    return recording.revise(
        session.store,
        history,
        part(before, answers),
        terms,
        verb=Kind(draft.verb),
        settings=session.settings,
    )
