"""The transcript of an interview: each question as it was put, and what was taken."""

from rationale_cli.cli.plain import showing
from rationale_cli.cli.plain.page import Page
from rationale_cli.cli.terminal import standing
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.reply import (
    Answer,
    Back,
    Leave,
    Look,
    Mark,
    NotKnown,
    Pass,
    Reply,
    Restore,
    Skip,
)
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.questions.question import Kind
from rationale_cli.domain.telling.saying import short


class Transcript:
    """Text that only grows, and that tells the whole interview when it is scrolled back."""

    def __init__(self, page: Page, reader: Reader) -> None:
        self._page = page
        self._reader = reader
        self._texts = reader.texts
        self._open_sheet = ""

    def put(self, step: Step) -> None:
        """Write the question into the transcript, once as long as its list or sheet is open."""
        is_sheet = step.kind is Kind.ROWS or step.harm is not None
        if is_sheet and self._open_sheet == step.question.id:
            return
        self._open_sheet = step.question.id if is_sheet else ""
        self._page.say()
        self._page.say(self._head(step))
        of_harms = step.harm is not None
        self._page.say(step.question.text if of_harms else step.text, strong=True)
        if step.clash is not None:
            self._page.say(self._texts("terminal.clash"))
            yours = showing.whole(step.clash.path, step.clash.yours, self._reader)
            self._page.say(yours, first=self._texts("terminal.yours"))
            self._page.say(showing.decision(step.clash, self._texts))

    def leave_sheet(self) -> None:
        """Say that whatever comes next is put with its question."""
        self._open_sheet = ""

    def _head(self, step: Step) -> str:
        texts, words = self._texts, self._reader.words
        head = texts(
            "terminal.head", section=step.section.title, number=step.number, total=step.total
        )
        if step.column is None or step.harm is not None:
            return head
        return f"{head} · {words.noun(step.question.to)} {step.path.split('.')[1]}"

    def echo(self, reply: Reply, step: Step) -> None:
        """Write into the transcript what was taken, in full."""
        page, texts = self._page, self._texts
        match reply:
            case Answer(value) if step.kind is Kind.ROWS:
                page.say(texts("terminal.none"), first="  ")
            case Answer(value):
                self._say_taken(standing.echoed(step, value, self._reader), step)
            case Mark(harm, status):
                word = short(self._reader.words.value("risk.status", status))
                page.say(f"{self._reader.words.harm(harm)}: {word}", first="  ")
            case Leave() if step.is_answered and step.kind is not Kind.ROWS:
                told = standing.echoed(step, step.value or [], self._reader)
                self._say_taken(texts("terminal.kept", answer=told), step)
            case Leave() | Pass() if not step.is_answered:
                page.say(texts("terminal.left"), first="  ")
            case Skip(reason) | NotKnown(reason):
                page.say(texts("terminal.skipped", reason=reason), first="  ")
            case Back() | Look():
                page.say(texts("terminal.back"), first="  ")
            case Restore(row):
                page.say(texts("terminal.restored", row=row), first="  ")
            case _:
                pass

    def _say_taken(self, told: str, step: Step) -> None:
        label = f"{step.text} " if step.harm is not None else ""
        self._page.say(f"{label}{told}", first="  ")
