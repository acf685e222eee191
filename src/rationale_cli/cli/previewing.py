"""A question set tried out: asked as ``new`` would ask it, and nothing is kept of it."""

import tempfile
from functools import partial
from pathlib import Path

from msgspec import structs

from rationale_cli.cli import editor, fronting, interrupting
from rationale_cli.cli.prompt import AT_A_TERMINAL
from rationale_cli.cli.session import Run, Session
from rationale_cli.codec import toml
from rationale_cli.domain.asking import beside, moving
from rationale_cli.domain.asking.interview import Interview, Mode
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.decision import Decision
from rationale_cli.errors import RationaleError
from rationale_cli.services import asking, translating
from rationale_cli.services.question_sets import Reading
from rationale_cli.services.translating import Asked, Reads

_INSTEAD = {
    "plain.kept": "preview.kept",
    "closing.save": "preview.save",
    "closing.draft": "preview.draft",
    "closing.discard": "preview.discard",
    "help.stop": "preview.stop",
    "terminal.greeting": "preview.greeting",
    "terminal.save-plain": "preview.see",
    "terminal.discard": "preview.see-nothing",
}
"""What is said of keeping answers, and what is said here in its place."""


class StoppedPreviewError(RationaleError):
    """The person broke off."""

    exit_status = 130

    def __init__(self, name: str, texts: Texts) -> None:
        super().__init__(texts("preview.stopped"), hint=texts("preview.stopped_hint", name=name))


def preview(run: Run, files: Reading | None, read: Reads, *, name: str, full: bool) -> str:
    """Ask the questions of a set, and give the answers as TOML; they are kept nowhere.

    Args:
        run: This run of the program, in a folder or outside of any.
        files: The question files of the folder as they are written now.
        read: Reads the set.
        name: What the user calls it.
        full: Whether everything is asked.

    Raises:
        StoppedPreviewError: On Ctrl-C.
        NobodyToAskError: If nobody is there.
    """
    asked = _instead(translating.asked(translating.speech(files, run.language), files, read))
    texts = asked.speech.vocabulary.texts
    with tempfile.TemporaryDirectory() as folder:
        edit = partial(_edited, run, texts, Path(folder))
        desk = fronting.desk(run, asked.speech, edit, hint=AT_A_TERMINAL)
        desk.say(texts("preview.begin", title=asked.questions.title))
        started = moving.begun(_opened(run, asked, Mode.FULL if full else Mode.QUICK))
        try:
            with interrupting.heard(), desk.held():
                ending = asking.conduct(started, desk.front, lambda _: None, now=lambda: run.now.at)
        except KeyboardInterrupt:
            run.stderr.write("\n")
            raise StoppedPreviewError(name, texts) from None
    answers = "" if isinstance(ending, asking.Discarded) else _told(ending.interview)
    desk.say(texts("preview.answers" if answers else "preview.nothing"))
    return answers


def _instead(asked: Asked) -> Asked:
    """What is said of keeping answers would not be true here."""
    speech = asked.speech
    said = speech.vocabulary.texts.said
    texts = Texts({**said, **{key: said[own] for key, own in _INSTEAD.items()}})
    vocabulary = structs.replace(speech.vocabulary, texts=texts)
    return structs.replace(asked, speech=structs.replace(speech, vocabulary=vocabulary))


def _opened(run: Run, asked: Asked, mode: Mode) -> Interview:
    said, questions = asked.speech.vocabulary, asked.questions
    if not (isinstance(run, Session) and run.store.config("rationale.role")):
        questions = beside.with_recorder(questions, said.texts)
    return Interview(questions=questions, texts=said.texts, harms=said.harms, mode=mode)


def _told(interview: Interview) -> str:
    """The answers as a part of a record, in the order of a record."""
    answers = interview.answers
    order = [field.encode_name for field in structs.fields(Decision)]
    return toml.write({name: answers[name] for name in order if answers.get(name)})


def _edited(run: Run, texts: Texts, folder: Path, text: str) -> str:
    return editor.edited(text, _editor(run), folder, texts).text


def _editor(run: Run) -> str:
    """The user's editor, as git chooses one; outside of a folder its settings are not asked."""
    if isinstance(run, Session):
        return run.store.editor()
    chosen = (run.environment.get(name) for name in ("GIT_EDITOR", "VISUAL", "EDITOR"))
    return next(filter(None, chosen), "vi")
