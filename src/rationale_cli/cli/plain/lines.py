"""The plain-line front end: append-only text that a screen reader follows and a pipe can feed."""

from collections.abc import Callable
from typing import Any

from rationale_cli.cli.plain import closing, lists, offering, putting
from rationale_cli.cli.plain.colon import Colon, colon
from rationale_cli.cli.plain.obeying import Obeying
from rationale_cli.cli.plain.page import Page
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import Misread
from rationale_cli.domain.asking.reading import Reader, is_none, read
from rationale_cli.domain.asking.reply import Answer, Leave, Reply, Stop
from rationale_cli.domain.asking.step import Step, present
from rationale_cli.domain.questions.question import Kind
from rationale_cli.domain.suggestion import Suggestions
from rationale_cli.domain.telling.saying import said as told

_LONG = (Kind.PROSE, Kind.LIST)

_SAYS_SOMETHING = ("skip", "unknown", "clear", "restore")
"""What would leave the lines of an open answer behind; moving away keeps them where they are."""


class Lines:
    """Puts one question at a time, and hears one line at a time."""

    def __init__(
        self,
        page: Page,
        reader: Reader,
        edit: Callable[[str], str | None],
        *,
        suggest: Callable[[], Suggestions] = Suggestions,
        marks_changes: bool = False,
    ) -> None:
        self._page = page
        self._reader = reader
        self._texts = reader.texts
        self._edit = edit
        self._obeying = Obeying(page, reader.texts)
        self._suggest = suggest
        self._marks_changes = marks_changes
        self._has_begun = False
        # By the path of the question: a text from the editor that could not be taken.
        self._refused: dict[str, str] = {}

    def ask(self, interview: Interview, hold: Callable[[str], None]) -> Reply:
        """Put the present question, or look over everything, and give the reply."""
        if not self._has_begun:
            self._has_begun = True
            self._page.say(self._texts("plain.greeting"))
            self._page.say(self._texts("plain.kept"))
        step = present(interview)
        if step is None:
            return self._close(interview)
        putting.put(self._page, step, self._reader)
        if step.kind in _LONG:
            return self._hear_long(step, interview, hold)
        if typed := interview.typed.get(step.held):
            self._page.say(typed, first="| ")
            self._page.say(self._texts("plain.typed_before"))
        if step.kind is Kind.ROWS:
            return self._list(step, interview)
        return self._hear_short(step, interview)

    def _hear_short(self, step: Step, interview: Interview) -> Reply:
        while True:
            line = self._page.hear()
            if line is None:
                return Stop()
            reply = self._short(line, step, interview)
            if reply is not None:
                return reply

    def _short(self, line: str, step: Step, interview: Interview) -> Reply | None:
        if not line.strip():
            return Leave() if step.suggestion is None else Answer(step.suggestion)
        if (words := offering.sought(line, step)) is not None:
            if not words:
                self._help(step)
            offering.offer(self._page, step, words, self._suggest, self._texts)
            return None
        found = colon(line)
        if isinstance(found, Colon):
            return self._obeyed(found, step, interview)
        return self._taken(found, step)

    def _taken(self, text: str, step: Step) -> Reply | None:
        value: Any = read(text, step, self._reader)
        if isinstance(value, Misread):
            self._page.tell(value)
            return None
        echo = told(step.field, value, self._reader.words) or self._texts("word.none")
        # People's own words are not repeated to them; what an id stands for is told.
        is_own = step.kind is Kind.LINE and (echo == value or echo.startswith("“"))
        if step.kind not in _LONG and not is_own:
            self._page.say(echo, first=f"{self._texts('plain.taken')} ")
        return Answer(value)

    def _hear_long(self, step: Step, interview: Interview, hold: Callable[[str], None]) -> Reply:
        typed = interview.typed.get(step.held, "")
        lines = typed.split("\n") if typed else []
        for one in lines:
            self._page.say(one, first="| ")
        if lines:
            self._page.say(self._texts("plain.so_far"))
        while (line := self._page.hear()) is not None:
            reply: Reply | None = None
            if line == "." and lines:
                reply, lines = self._taken("\n".join(lines), step), []
            elif lines and line == ":drop":
                lines = []
                self._page.say(self._texts("plain.dropped"))
            elif not lines or isinstance(colon(line), Colon):
                reply = self._first(line, lines, step, interview)
            else:
                lines += _unstuffed(line).split("\n")
            if reply is not None:
                return reply
            hold("\n".join(lines))
        return Stop()

    def _first(self, line: str, lines: list[str], step: Step, interview: Interview) -> Reply | None:
        """The first line of a long answer, or a command inside it."""
        if line == ".":
            return Leave()
        match colon(line):
            case Colon("edit"):
                return self._edited("\n".join(lines), step)
            case Colon(word) as said_so if lines and word in _SAYS_SOMETHING:
                self._page.say(self._texts("plain.open_answer", command=said_so.word))
                return None
            case str() if line.strip() and line.strip() != "?":
                if (step.kind is Kind.LIST or step.takes_none) and is_none(line, self._texts):
                    return self._taken(line, step)
                lines += _unstuffed(line).split("\n")
                return None
            case _:
                return self._short(line, step, interview)

    def _edited(self, typed: str, step: Step) -> Reply | None:
        offered = typed or self._refused.get(step.path) or _editable(step.value)
        text = self._edit(offered)
        if text is None:  # which was told where it was known
            return None
        if not text.strip() or text == offered:
            key = "editor.unchanged" if text.strip() else "editor.nothing"
            self._page.say(self._texts(key))
            return None
        reply = self._taken(text, step)
        if reply is None:
            self._refused[step.path] = text
            self._page.say(self._texts("editor.refused"))
        else:
            self._refused.pop(step.path, None)
            self._page.say(self._texts("editor.taken"))
        return reply

    def _obeyed(self, said_so: Colon, step: Step | None, interview: Interview) -> Reply | None:
        match said_so:
            case Colon("edit") if step is not None and step.kind not in {Kind.ROWS, Kind.HARMS}:
                return self._edited("", step)
            case Colon("list"):
                self._answers(interview, with_open=True)
                return None
            case _:
                return self._obeying.reply(said_so, step, interview)

    def _help(self, step: Step) -> None:
        self._page.say(step.help or self._texts("plain.no_help"))

    def _answers(self, interview: Interview, *, with_open: bool) -> None:
        closing.answers(
            self._page,
            interview,
            self._reader,
            with_open=with_open,
            marks_changes=self._marks_changes,
        )

    def _list(self, step: Step, interview: Interview) -> Reply:
        lists.show(self._page, step, interview, self._reader)
        while (line := self._page.hear()) is not None:
            if line.strip() == "?":
                self._help(step)
                continue
            found = colon(line)
            if isinstance(found, Colon):
                reply = self._obeyed(found, step, interview)
            else:
                reply = lists.heard(found, self._page, step, interview, self._reader)
            if reply is not None:
                return reply
        return Stop()

    def _close(self, interview: Interview) -> Reply:
        self._page.say()
        self._page.say(self._texts("closing.heading"))
        self._answers(interview, with_open=False)
        closing.gaps(self._page, interview, self._reader)
        is_sure = False
        while (line := self._page.hear()) is not None:
            found = colon(line)
            if isinstance(found, Colon):
                reply, is_sure = self._obeyed(found, None, interview), False
            else:
                reply = closing.heard(found, self._page, interview, self._reader, is_sure=is_sure)
                is_sure = closing.is_discard(found)
            if reply is not None:
                return reply
        return Stop()


def _unstuffed(line: str) -> str:
    """Two full stops alone stand for one, and two colons at the start for one."""
    found = colon(line)
    text = found if isinstance(found, str) else line
    return "." if text == ".." else text


def _editable(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(str(one) for one in value) + "\n"
    return value if isinstance(value, str) else ""
