"""A record as a form in the user's editor: opened, read, and opened again while it has faults."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import typer
from msgspec import structs

from rationale_cli.cli import beginning, editor, finishing, leftover, reporting, saying
from rationale_cli.cli.session import Session
from rationale_cli.codec import draft as draft_text
from rationale_cli.codec.fault_marks import marked, unmarked
from rationale_cli.codec.faulty import FaultyFileError
from rationale_cli.domain.answers import Answers, put
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.domain.asking.interview import Mode
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.telling.saying import counted
from rationale_cli.errors import RationaleError
from rationale_cli.services import drafting, editing, question_sets, translating
from rationale_cli.services.terms import Terms
from rationale_cli.store import drafts


class NoEditorError(RationaleError):
    """Nobody sits at a terminal, and no editor was chosen that could do without."""

    def __init__(self) -> None:
        super().__init__(
            "there is nobody to edit: standard input is not a terminal",
            hint="Give the answers in a file with --answers FILE, or set GIT_EDITOR to a program "
            "that edits by itself.",
        )


class StillFaultyError(RationaleError):
    """A form was left with its faults; it is kept.

    Attributes:
        lines: Its faults.
    """

    def __init__(self, found: FaultyFileError, draft: Draft) -> None:
        super().__init__(f"the form was left with {_counted(found)}, so nothing is saved")
        self.lines = found.lines
        self.hint = _where(draft)


def new(session: Session, begun: Answers, terms: Terms, questions: QuestionSet) -> None:
    """Open the form of a first revision, and save what it says.

    Raises:
        NoEditorError: If no editor can be opened.
        StillFaultyError: If the person leaves it with faults; it is kept.
        RationaleError: As the editor, ``--final`` and the store say; what was written is kept.
    """
    _demand_editor(session)
    draft = beginning.first(session, begun, terms, questions, mode=Mode.GAPS)
    text = _form(session, draft)
    _edited_and_saved(session, draft, text, is_final=terms.final)


def revise(
    session: Session,
    history: tuple[Revision, ...],
    terms: Terms,
    questions: QuestionSet,
    *,
    verb: str,
    heard: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """Open a record as it stands, and save what was changed in it as the next revision.

    Raises:
        NoEditorError: If no editor can be opened.
        DraftThereError: If the same was begun before and is not finished.
        StillFaultyError: If the person leaves it with faults; it is kept.
        RationaleError: As the editor, ``--final`` and the store say; what was written is kept.
    """
    _demand_editor(session)
    draft = beginning.further(
        session, history, terms, questions, verb=verb, mode=Mode.GAPS, heard=heard
    )
    drafting.demand_no_other(session.store, draft)
    # Which revision it follows goes without saying in a form.
    draft = structs.replace(draft, answers=put(draft.answers, "change.from", None))
    text = _form(session, draft, revision=history[-1].number)
    _edited_and_saved(session, draft, text, is_final=terms.final)


def resume(session: Session, draft: Draft, *, is_final: bool = False) -> None:
    """Open a kept form again, with its faults, and save as the verb does that began it.

    Raises:
        NoEditorError: If no editor can be opened.
        StillFaultyError: If the person leaves it with faults; it stays kept.
        RationaleError: As the editor, ``--final`` and the store say; what was written is kept.
    """
    _demand_editor(session)
    _, found = _read(session, draft)
    _edited_and_saved(session, draft, draft.form, found=found, is_final=is_final)


def _demand_editor(session: Session) -> None:
    if not session.stdin.isatty() and not session.store.has_own_editor():
        raise NoEditorError


def _edited_and_saved(
    session: Session,
    draft: Draft,
    text: str,
    *,
    found: FaultyFileError | None = None,
    is_final: bool,
) -> None:
    """Open a form until it has no faults, or is left with them; what came back is kept first.

    Args:
        session: This run of the program.
        draft: As it was opened; nobody has kept it yet if it holds no form.
        text: The form.
        found: Its faults.
        is_final: Whether errors of ``check`` refuse the save.
    """
    opened, kept = draft, draft if draft.form else None
    while True:
        offered = marked(text, found.placed, _head(session, found)) if found else text
        back = _back(session, offered, kept)
        if back.text == offered and found is not None:
            editor.forget(back.path)
            raise StillFaultyError(found, draft)
        text, told = unmarked(back.text, offered, text), found
        draft, found = _read(session, structs.replace(draft, form=text))
        why = "" if found else _nothing(draft, opened)
        if why:
            editor.forget(back.path)
            reporting.say(f"{why}, so nothing is saved.{f' {_where(kept)}' if kept else ''}")
            raise typer.Exit(1)
        _keep(session, draft, back.path, is_new=kept is None)
        kept = draft
        found = found or _saved(session, draft, is_final=is_final)
        if found is None:
            return
        if _is_in_vain(session, told, found):
            raise StillFaultyError(found, draft)
        reporting.say(f"The form has {_counted(found)}, and is opened again.")


def _is_in_vain(session: Session, told: FaultyFileError | None, found: FaultyFileError) -> bool:
    """Whether a program edits, and leaves the faults that it was told: it would never end."""
    if session.stdin.isatty() or told is None:
        return False
    return [one.message for one in told.placed] == [one.message for one in found.placed]


def _nothing(draft: Draft, opened: Draft) -> str:
    """Say why there is nothing to save; empty if there is something."""
    if editing.says_nothing(draft.answers):
        return "Nothing is left in the form"
    is_unchanged = not opened.form and draft.answers == opened.answers
    return "Nothing was changed" if is_unchanged else ""


def _back(session: Session, offered: str, kept: Draft | None) -> editor.Edited:
    """Let the person edit a form."""
    folder = leftover.private(session)
    try:
        return editor.edited(
            offered, session.store.editor(), folder, session.texts, name=editor.FORM
        )
    except editor.EditorError as error:
        if kept is not None:
            error.lines = (*error.lines, _where(kept))
        raise


def _read(session: Session, draft: Draft) -> tuple[Draft, FaultyFileError | None]:
    """Give a draft with what its form says, or as it is, with the faults that are in the way."""
    try:
        return editing.filled(draft, session.zone), None
    except RationaleError as error:
        return draft, _mendable(error, draft)


def _saved(session: Session, draft: Draft, *, is_final: bool) -> FaultyFileError | None:
    """Save what a form says, or give what has to be mended in it first."""
    try:
        finishing.finish(session, draft, is_final=is_final)
    except RationaleError as error:
        return _mendable(error, draft)
    return None


def _mendable(error: RationaleError, draft: Draft) -> FaultyFileError:
    found = editing.mendable(error, draft)
    if found is None:
        raise error
    return found


def _keep(session: Session, draft: Draft, path: Path, *, is_new: bool) -> None:
    """Keep what was written as a draft; only then the editor's own file goes."""
    try:
        if is_new:  # somebody may have begun the same while the editor was open
            drafting.demand_no_other(session.store, draft)
        drafts.keep(session.store, draft.name, draft_text.encode(draft).encode())
    except RationaleError as error:
        error.lines = (*error.lines, f"what you wrote stands in {path}")
        raise
    editor.forget(path)


def _form(session: Session, draft: Draft, *, revision: int = 0) -> str:
    """A form that nobody has seen yet, in the language of this run."""
    read = partial(question_sets.question_set, session.store, draft.question_set)
    asked = translating.asked(session.speech, session.store, read)
    asks_recorder = not saying.usual_recorder(session, draft.terms)
    return editing.form(draft, asked, asks_recorder=asks_recorder, revision=revision)


def _head(session: Session, found: FaultyFileError) -> str:
    """What stands at the top of a form with faults."""
    texts, count = session.texts, len(found.placed)
    told = texts("whole.fault") if count == 1 else texts("whole.faults", count=count)
    return f"{told} {texts('whole.mend')}"


def _counted(found: FaultyFileError) -> str:
    return counted(len(found.placed), "fault", "faults")


def _where(draft: Draft) -> str:
    return (
        f"What you wrote is kept in the draft {draft.name!r}. Open it again with 'rationale resume "
        f"{draft.name}', or throw it away with 'rationale drafts --delete {draft.name}'."
    )
