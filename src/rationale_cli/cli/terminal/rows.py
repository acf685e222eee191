"""A list of rows at a terminal: what is there as a small table, single keys for the rest."""

from typing import NamedTuple

from rationale_cli.cli.plain import showing
from rationale_cli.cli.terminal.keyed import Sheet, struck
from rationale_cli.cli.terminal.screen import Key, Pressed, Screen
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.reply import (
    Add,
    Answer,
    Change,
    Leave,
    Move,
    Remove,
    Reply,
    Restore,
    Undo,
)
from rationale_cli.domain.asking.row import gone, rows
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.asking.step import noun as noun_of
from rationale_cli.domain.questions.question import Kind

_KEYS = "acrubn+-"
_TEXTS = (Kind.LINE, Kind.PROSE)


class Typed(NamedTuple):
    """A command that was typed at a list."""

    text: str


class Begun(NamedTuple):
    """A text that somebody began to type at a list: a new row, whose first field it belongs to."""

    text: str


class Rows:
    """Shows a list, and remembers which row is pointed at between two keys."""

    def __init__(self, screen: Screen, reader: Reader) -> None:
        self._screen = screen
        self._reader = reader
        self._pointed = ""

    def ask(self, step: Step, interview: Interview) -> Reply | Pressed | Typed | Begun:
        """Show the rows that are there, and give what is to be done with them."""
        told = ""
        while True:
            found = self._once(step, interview, told)
            if not isinstance(found, str):
                return found
            told = found

    def _once(
        self, step: Step, interview: Interview, told: str
    ) -> Reply | Pressed | Typed | Begun | str:
        texts, words = self._reader.texts, self._reader.words
        name = step.question.to
        standing = rows(interview.answers, name)
        ids = [str(one.get("id")) for one in standing]
        away = gone(interview, name)
        noun = noun_of(step, words)
        hint = texts("terminal.rows" if standing else "terminal.no-rows", noun=noun)
        if away:
            hint = f"{texts('terminal.gone', ids=', '.join(away))}\n{hint}"
        lines = tuple(showing.row(name, one, words) for one in standing)
        empty = texts("terminal.said-none" if step.is_none else "terminal.empty")
        found = struck(
            self._screen,
            Sheet(
                lines=lines or (empty,),
                place=ids.index(self._pointed) if self._pointed in ids else len(ids) - 1,
                keys=_KEYS,
                hint=hint,
                told=told,
                wrong=lambda letter: texts("terminal.no-key", typed=letter),
                begins=step.question.columns[0].kind in _TEXTS,
            ),
        )
        if isinstance(found, Pressed):
            return Leave() if found.key is Key.ON else found
        if found.key == "text":
            self._pointed = ""
            return Begun(found.text)
        row = ids[found.place] if ids else ""
        self._pointed = _pointed_next(found.key, row, ids, away)
        return self._meant(found.key, row, step, ids, away) or Typed(found.text)

    def _meant(
        self, key: str, row: str, step: Step, ids: list[str], away: tuple[str, ...]
    ) -> Reply | str | None:
        texts, is_empty = self._reader.texts, not ids
        match key:
            case "a":
                return Add()
            case "enter":
                return Leave()
            case "u":
                return Undo()
            case "b":
                return Restore(away[-1]) if away else texts("terminal.nothing-gone")
            case "n":
                return Answer([]) if is_empty else texts("terminal.some-there")
            case "command":
                return None
            case _ if is_empty:
                return texts("terminal.no-rows", noun=noun_of(step, self._reader.words))
            case "c":
                return Change(row)
            case "r":
                return Remove(row)
            case _:
                return self._moved(key, row, ids)

    def _moved(self, key: str, row: str, ids: list[str]) -> Reply | str:
        texts = self._reader.texts
        if key == "+":
            return texts("terminal.is-last", row=row) if row == ids[-1] else Move(row, 1)
        return texts("terminal.is-first", row=row) if row == ids[0] else Move(row, -1)


def _pointed_next(key: str, row: str, ids: list[str], away: tuple[str, ...]) -> str:
    """Give the row to point at after a key; an empty text for the one that then stands last."""
    match key:
        case "a":
            return ""
        case "b" if away:
            return away[-1]
        case "r" if row:
            place = ids.index(row)
            return next(iter((*ids[place + 1 :], *reversed(ids[:place]))), "")
        case _:
            return row
