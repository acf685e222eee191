"""An interview at this terminal: its front end, its draft, and how it ends."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import typer

from rationale_cli.cli import beginning, editor, fronting, interrupting, leftover, reporting, saying
from rationale_cli.cli.draft_file import DraftFile
from rationale_cli.cli.prompt import NobodyToAskError
from rationale_cli.cli.session import Session
from rationale_cli.domain.afresh import SET
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.asking import beside, moving
from rationale_cli.domain.asking.draft import Draft, kept
from rationale_cli.domain.asking.draft import interview as drafted
from rationale_cli.domain.asking.interview import Interview, Mode
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.revision import Revision
from rationale_cli.errors import RationaleError
from rationale_cli.services import asking, question_sets, translating
from rationale_cli.services.terms import Terms
from rationale_cli.services.translating import Asked
from rationale_cli.store import drafts


class StoppedError(RationaleError):
    """The interview was stopped; everything said is kept.

    Attributes:
        draft: Its name.
    """

    def __init__(self, draft: str, texts: Texts, exit_status: int = reporting.INTERRUPTED) -> None:
        self.exit_status = exit_status
        super().__init__(
            texts("ending.stopped", draft=repr(draft)),
            hint=texts("ending.stopped_hint", draft=draft),
        )
        self.draft = draft


def new(
    session: Session, begun: Answers, terms: Terms, questions: QuestionSet, *, full: bool = False
) -> None:
    """Ask for a first revision and save it.

    Args:
        session: This run of the program.
        begun: What is known already.
        terms: What the command line said.
        questions: What is asked.
        full: Whether everything is asked.

    Raises:
        StoppedError: If the person stops.
        NobodyToAskError: If nobody is there.
    """
    mode = Mode.FULL if full else Mode.QUICK
    draft = beginning.first(session, begun, terms, questions, mode=mode)
    _asked_and_saved(session, draft, is_final=terms.final)


def revise(
    session: Session,
    history: tuple[Revision, ...],
    terms: Terms,
    questions: QuestionSet,
    *,
    verb: str,
    mode: Mode = Mode.GAPS,
    heard: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """Ask for a further revision and save it; the old answers stand until they are changed.

    Args:
        session: This run of the program.
        history: Of the record, oldest first.
        terms: What the command line said.
        questions: What is asked.
        verb: ``note``, ``amend``, ``reassess`` or ``correct``.
        mode: How much is asked. With a set that is not the record's own, ``gaps`` is quick: its
            questions are meant to be asked again.
        heard: What the command line said already, by the ids of the set's questions.

    Raises:
        DraftThereError: If the same was begun before and is not finished.
        StoppedError: If the person stops.
        NobodyToAskError: If nobody is there.
    """
    draft = beginning.further(session, history, terms, questions, verb=verb, mode=mode, heard=heard)
    # What a first revision does not need is loaded here: its first question comes the sooner.
    from rationale_cli.services import drafting

    drafting.demand_no_other(session.store, draft)
    _asked_and_saved(session, draft, is_final=terms.final)


def resume(session: Session, draft: Draft, *, is_final: bool = False) -> None:
    """Go on with an interview at the same question, and save as the verb does that began it.

    Args:
        session: This run of the program.
        draft: As it was kept.
        is_final: Whether errors of ``check`` refuse the save, this time.

    Raises:
        StoppedError: If the person stops again.
        NobodyToAskError: If nobody is there.
    """
    _asked_and_saved(session, draft, is_final=is_final)


def interview(session: Session, draft: Draft) -> tuple[Draft, bool]:
    """Ask, keeping the draft after every reply, and give it with all answers when to be saved.

    The draft stays until it is saved.

    Returns:
        The draft, and whether the person wants it saved only if errors of ``check`` allow it.

    Raises:
        StoppedError: On Ctrl-C, at the end of input, and when the person stops.
        NobodyToAskError: If nobody is there.
    """
    asked = translating.asked(
        session.speech,
        session.store,
        partial(question_sets.question_set, session.store, draft.question_set),
    )
    texts, is_fresh = asked.speech.vocabulary.texts, draft.verb == SET
    # Texts from the editor whose answers are not kept yet.
    edited: list[Path] = []
    desk = fronting.desk(
        session,
        asked.speech,
        partial(_edited, session, edited),
        # What is answered afresh is not to be read beside what stands yet.
        foresee=None if is_fresh else fronting.foreseer(session, draft),
        suggest=fronting.suggester(session),
        marks_changes=draft.verb != "new" and not is_fresh,
    )
    file = DraftFile(
        session.store,
        draft,
        partial(_let_go, edited),
        lambda error: desk.say(texts("plain.unkept", error=error)),
    )
    if is_fresh:
        desk.say(texts("afresh.then" if draft.fresh else "afresh.opening"))
    started = _opened(session, draft, asked)
    if drafts.read(session.store, draft.name) is None:
        file.keep(started)
    # On a screen the open field is kept while it is typed, from where nothing can be told.
    hold = file.hold if desk.screen is not None else file.keep_or_tell
    try:
        with interrupting.heard(), desk.held():
            ending = asking.conduct(
                started, desk.front, file.keep_or_tell, now=partial(_now, session), hold=hold
            )
    except KeyboardInterrupt as interruption:
        file.keep_at_last()
        raise StoppedError(draft.name, texts, _status(interruption)) from None
    match ending:
        case asking.Finished(finished, is_final):
            return kept(draft, finished), is_final
        case asking.Discarded():
            drafts.delete(session.store, draft.name)
            _let_go(edited)
            session.stderr.write(f"{texts('ending.discarded')}\n")
            raise typer.Exit(1)
        case asking.Stopped():
            file.keep_at_last()
            raise StoppedError(draft.name, texts)


def _asked_and_saved(session: Session, draft: Draft, *, is_final: bool) -> None:
    said, is_wanted = interview(session, draft)
    if said.verb == SET and not said.fresh:
        from rationale_cli.cli import freshly

        second = freshly.compared(session, said)
        try:
            _asked_and_saved(session, second, is_final=is_final)
        except NobodyToAskError:
            # Whoever piped in the first part is told that it is kept.
            raise StoppedError(second.name, session.texts) from None
        return
    # Only now: none of it is needed to put the first question.
    from rationale_cli.cli import finishing

    if said.verb == SET:
        from rationale_cli.cli import freshly

        freshly.finish(session, said, is_final=is_final or is_wanted)
        return
    finishing.finish(session, said, is_final=is_final or is_wanted)


def _opened(session: Session, draft: Draft, asked: Asked) -> Interview:
    said, own = asked.speech.vocabulary, str(draft.answers.get("question_set", ""))
    questions = question_sets.beyond_own(session.store, asked.questions, own)
    if draft.verb == SET:
        if not draft.fresh:
            first = drafted(draft, questions, said.harms, said.texts)
            return _begun(first, is_new=draft.place is None)
        from rationale_cli.cli import freshly

        questions = freshly.questions(session, draft, said)
    if draft.verb != "new":
        questions = beside.with_reason(questions, said.texts)
    if not saying.usual_recorder(session, draft.terms):
        questions = beside.with_recorder(questions, said.texts)
    started = drafted(draft, questions, said.harms, said.texts)
    return _begun(beside.timely(started, _now(session)), is_new=draft.place is None)


def _begun(started: Interview, *, is_new: bool) -> Interview:
    return moving.begun(started) if is_new else moving.restored(started)


def _status(interruption: KeyboardInterrupt) -> int:
    if isinstance(interruption, interrupting.EndedBySignal):
        return 128 + interruption.number
    return reporting.INTERRUPTED


def _edited(session: Session, open_ones: list[Path], text: str) -> str:
    written = editor.edited(text, session.store.editor(), leftover.private(session), session.texts)
    open_ones.append(written.path)
    return written.text


def _let_go(edited: list[Path]) -> None:
    # Only once the draft is on the disk: until then the file is all there is.
    while edited:
        editor.forget(edited.pop())


def _now(session: Session) -> datetime:
    return session.now.at
