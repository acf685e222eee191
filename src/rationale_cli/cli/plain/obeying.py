"""What a typed command does, in whichever front end it was typed."""

from rationale_cli.cli.plain.colon import HELP, Colon, leading
from rationale_cli.cli.plain.page import Page
from rationale_cli.domain.asking.answering import recallable
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import quoted
from rationale_cli.domain.asking.moving import go, likely
from rationale_cli.domain.asking.reply import (
    Clear,
    Go,
    Leave,
    NotKnown,
    Recall,
    Reply,
    Skip,
)
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.questions.question import Kind


class Obeying:
    """Gives the reply that a command means, or says why there is none.

    Args:
        page: Where it is said.
        texts: What the interview itself says.
        known: Keys of the lines of help, of what can be done here.
    """

    def __init__(self, page: Page, texts: Texts, known: tuple[str, ...] = HELP) -> None:
        self._page = page
        self._texts = texts
        self._known = known

    def reply(self, said_so: Colon, step: Step | None, interview: Interview) -> Reply | None:
        """Give what a command means at a question, or before saving where there is none."""
        if (moved := leading(said_so, step)) is not None:
            return moved
        match said_so:
            case Colon("go", where) if where:
                return self._gone(where, interview)
            case Colon("skip", reason) if reason and step is not None:
                return self._left(Skip(reason), step)
            case Colon("unknown", reason) if step is not None:
                return self._left(NotKnown(reason), step)
            case Colon("clear") if step is not None:
                return self._cleared(step)
            case Colon("restore") if step is not None:
                return self._recalled(interview)
            case _:
                self._explained(said_so, step)
                return None

    def _left(self, reply: Skip | NotKnown, step: Step) -> Reply:
        if not step.is_answered:
            return reply
        self._page.say(self._texts("plain.stands"))
        return Leave()

    def _cleared(self, step: Step) -> Reply | None:
        if not step.is_answered:
            self._page.say(self._texts("plain.nothing_to_clear"))
            return None
        is_list = step.kind is Kind.ROWS
        self._page.say(self._texts("plain.cleared_rows" if is_list else "plain.cleared"))
        return Clear()

    def _recalled(self, interview: Interview) -> Reply | None:
        if recallable(interview):
            return Recall()
        self._page.say(self._texts("plain.nothing_aside"))
        return None

    def _explained(self, said_so: Colon, step: Step | None) -> None:
        match said_so:
            case Colon("help"):
                for key in self._known:
                    self._page.say(self._texts(f"help.{key}"))
            case Colon("skip") if step is not None:
                self._page.say(self._texts("plain.skip_why"))
            case Colon("go"):
                self._page.say(self._texts("plain.go_where"))
            case Colon(word):
                self._page.say(self._texts("plain.no_command", typed=quoted(f":{word}")))

    def _gone(self, where: str, interview: Interview) -> Reply | None:
        if go(interview, where) is not None:
            return Go(where)
        close = likely(interview, where)
        key = "plain.no_question_but" if close else "plain.no_question"
        self._page.say(self._texts(key, typed=quoted(where), likely=close))
        return None

    def commands(self) -> tuple[str, ...]:
        """Give each command that begins with a colon, with what it does."""
        lines = (self._texts(f"help.{key}") for key in self._known)
        return tuple(line for line in lines if line.startswith(":") and line[1:2].isalpha())
