"""The transcript of an interview: each question as it was put, and what was taken."""

from collections.abc import Iterator

from rationale_cli.cli.plain import showing
from rationale_cli.cli.plain.page import Page
from rationale_cli.cli.terminal import standing
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.asking.harm_sheet import sheet
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.reply import (
    Answer,
    Back,
    Leave,
    Look,
    Mark,
    Move,
    NotKnown,
    Pass,
    Remove,
    Reply,
    Restore,
    Skip,
    Undo,
)
from rationale_cli.domain.asking.row import rows
from rationale_cli.domain.asking.step import Step, noun
from rationale_cli.domain.questions.question import Kind
from rationale_cli.domain.telling.saying import short


class Transcript:
    """Text that only grows, and that tells the whole interview when it is scrolled back."""

    def __init__(self, page: Page, reader: Reader) -> None:
        self._page = page
        self._reader = reader
        self._texts = reader.texts
        self._open_sheet = ""
        self._before_undo: Answers | None = None

    def put(self, step: Step, interview: Interview) -> None:
        """Write the question into the transcript, once as long as its list or sheet is open."""
        if self._before_undo is not None:
            is_same = interview.answers == self._before_undo
            key = "terminal.nothing-undone" if is_same else "terminal.undone"
            self._page.say(self._texts(key), first="  ")
            self._before_undo = None
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
        if step.prompt is not None and step.takes_none:
            number, total = step.prompt.number, step.prompt.total
            return f"{head} · {texts('show.prompt', number=number, total=total)}"
        if step.column is None or step.harm is not None:
            return head
        return f"{head} · {noun(step, words)} {step.row}"

    def echo(self, reply: Reply, step: Step, interview: Interview) -> None:
        """Write what was taken, in full.

        Args:
            reply: What the keys meant.
            step: The question.
            interview: As it stood before.
        """
        if isinstance(reply, Undo):  # whether there was anything is only known afterwards
            self._before_undo = interview.answers
        for line in self._told(reply, step, interview):
            self._page.say(line, first="  ")

    def _told(self, reply: Reply, step: Step, interview: Interview) -> Iterator[str]:
        texts, words = self._texts, self._reader.words
        match reply:
            case Leave() | Pass():
                yield from self._left(step, interview)
            case Answer([]):
                yield texts("terminal.none")
            case Answer(value):
                yield self._labelled(standing.echoed(step, value, self._reader), step)
            case Mark(harm, status):
                yield f"{words.harm(harm)}: {short(words.value('risk.status', status))}"
            case Skip() | NotKnown():
                yield self._labelled(self._unsaid(reply), step)
            case Back() | Look():
                yield texts("terminal.back")
            case Remove() | Restore() | Move():
                yield self._of_row(reply)
            case _:
                return

    def _of_row(self, reply: Remove | Restore | Move) -> str:
        texts = self._texts
        match reply:
            case Remove(row):
                return texts("terminal.removed", row=row)
            case Restore(row):
                return texts("terminal.restored", row=row)
            case Move(row, by):
                return texts("terminal.down" if by > 0 else "terminal.up", row=row)

    def _left(self, step: Step, interview: Interview) -> Iterator[str]:
        """Tell what stands at a question that was left as it is."""
        texts = self._texts
        if step.kind is Kind.ROWS:
            name = step.question.to
            yield from (
                showing.row(name, one, self._reader.words) for one in rows(interview.answers, name)
            )
        if step.harm is not None and step.asks_harm:
            silent = sum(one.status is None for one in sheet(interview))
            yield texts("terminal.silent", count=silent) if silent else texts("terminal.looked")
        elif not step.is_answered:
            yield texts("terminal.left")
        elif step.kind is not Kind.ROWS or step.is_none:
            told = standing.echoed(step, step.value or [], self._reader)
            yield self._labelled(texts("terminal.kept", answer=told), step)

    def _unsaid(self, reply: Skip | NotKnown) -> str:
        match reply:
            case Skip(reason):
                return self._texts("terminal.skipped", reason=reason)
            case NotKnown(""):
                return self._texts("terminal.unknown")
            case NotKnown(reason):
                return self._texts("terminal.unknown-because", reason=reason)

    def _labelled(self, told: str, step: Step) -> str:
        if step.harm is None:
            return told
        label = f"{step.harm.harm.name}: " if step.asks_harm else f"{step.text} "
        return f"{label}{told}"
