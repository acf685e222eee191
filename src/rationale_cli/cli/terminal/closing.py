"""The last thing before saving: how the briefing will tell it, what is open, and what to do."""

from collections.abc import Callable
from enum import StrEnum

from rationale_cli.cli.plain import showing
from rationale_cli.cli.terminal import overview
from rationale_cli.cli.terminal.choosing import Menu, chosen
from rationale_cli.cli.terminal.screen import Key, Pressed, Screen
from rationale_cli.domain.asking.foreseen import Foreseen
from rationale_cli.domain.asking.gaps import left, missing_reason
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import Misread, quoted
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.reply import Back, Discard, Go, Reply, Save, Stop

Foresee = Callable[[Interview], Foreseen]
"""Tells how an interview would read as a record."""


class Choice(StrEnum):
    """What can be done before saving."""

    FINAL = "final"
    SAVE = "save"
    OPEN = "open"
    DRAFT = "draft"
    DISCARD = "discard"


class Closing:
    """Looks over everything with the person, and asks what is to be done with it."""

    def __init__(
        self,
        screen: Screen,
        reader: Reader,
        foresee: Foresee | None,
        *,
        marks_changes: bool,
        obey: Callable[[str, Interview], Reply | None],
    ) -> None:
        self._screen = screen
        self._reader = reader
        self._foresee = foresee
        self._marks_changes = marks_changes
        self._obey = obey

    def ask(self, interview: Interview) -> Reply:
        """Tell how it will read, and give what is to be done."""
        foreseen = Foreseen()
        if self._foresee is not None:
            foreseen = self._foresee(interview)
            self._told(foreseen)
        self._gaps(interview)
        while True:
            found = chosen(self._screen, self._menu(foreseen))
            if isinstance(found, Pressed):
                reply = self._led_away(found, interview)
            elif found.value is not None:
                reply = self._meant(found.value, foreseen, interview)
            else:
                reply = self._obey(found.text, interview)
            if reply is not None:
                return reply

    def _told(self, foreseen: Foreseen) -> None:
        page, texts = self._screen.page, self._reader.texts
        page.say()
        page.say(texts("terminal.before"), strong=True)
        for line in foreseen.page:
            page.say(line, rest=" " * (len(line) - len(line.lstrip())))
        if foreseen.changes:
            page.say()
            page.say(texts("terminal.changes"), strong=True)
            for line in foreseen.changes:
                page.say(line.strip(), first="  " if line.startswith(" ") else "")
        if foreseen.warnings:
            page.say()
            page.say(texts("terminal.warnings"), strong=True)
            for line in foreseen.warnings:
                page.say(line, first="  ! ")

    def _gaps(self, interview: Interview) -> None:
        page, texts = self._screen.page, self._reader.texts
        open_ones = left(interview)
        titles = {one.id: one.title for one in interview.questions.sections}
        sections = {one.id: one.section for one in interview.questions.questions}
        page.say()
        page.say(texts("terminal.open" if open_ones else "terminal.none-open"), strong=True)
        for one in open_ones:
            section = sections[one.question]
            where = titles.get(section, section)
            page.say(showing.gap(one, self._reader, where), first="  - ")

    def _menu(self, foreseen: Foreseen) -> Menu:
        texts = self._reader.texts
        final = texts("terminal.final")
        if foreseen.missing:
            final = f"{final} ({texts('terminal.not-final', count=len(foreseen.missing))})"
        words = {
            Choice.FINAL: final,
            Choice.SAVE: texts("terminal.save" if foreseen.missing else "terminal.save-plain"),
            Choice.OPEN: texts("terminal.open-one"),
            Choice.DRAFT: texts("terminal.draft"),
            Choice.DISCARD: texts("terminal.discard"),
        }
        if self._foresee is None:  # it makes no record, so nothing is final and nothing is kept
            words = {one: words[one] for one in (Choice.SAVE, Choice.OPEN, Choice.DISCARD)}
        return Menu(
            values=tuple(words),
            words=tuple(words.values()),
            read=lambda text: self._read(text, tuple(words)),
            hint=texts("terminal.closing"),
        )

    def _read(self, text: str, offered: tuple[Choice, ...]) -> Choice | Misread:
        plain = text.strip().lower()
        found = [
            one
            for number, one in enumerate(offered, 1)
            if plain == str(number) or (plain and one.value.startswith(plain))
        ]
        if len(found) == 1:
            return found[0]
        return Misread(self._reader.texts("terminal.no-choice", typed=quoted(text)))

    def _meant(self, choice: Choice, foreseen: Foreseen, interview: Interview) -> Reply | None:
        page, texts = self._screen.page, self._reader.texts
        if choice in {Choice.FINAL, Choice.SAVE} and (reason := missing_reason(interview)):
            page.say(texts("terminal.no-reason"))
            return Go(reason)
        match choice:
            case Choice.FINAL if foreseen.missing:
                page.say(texts("terminal.missing"))
                for line in foreseen.missing:
                    page.say(line, first="  - ")
                return None
            case Choice.FINAL:
                return Save(final=True)
            case Choice.SAVE:
                return Save()
            case Choice.OPEN:
                return self._opened(interview)
            case Choice.DRAFT:
                return Stop()
            case Choice.DISCARD:
                return Discard() if self._is_sure() else None

    def _is_sure(self) -> bool:
        texts = self._reader.texts
        self._screen.page.say(texts("terminal.sure"))
        found = chosen(
            self._screen,
            Menu(
                values=(False, True),
                words=(texts("terminal.unsure"), texts("terminal.throw")),
                read=self._read_sure,
                hint=texts("terminal.choice"),
            ),
        )
        is_sure = not isinstance(found, Pressed) and found.value is True
        said = texts("terminal.throw" if is_sure else "terminal.unsure")
        self._screen.page.say(said, first="  ")
        return is_sure

    def _read_sure(self, text: str) -> bool | Misread:
        texts, plain = self._reader.texts, text.strip().lower()
        words = {False: texts("terminal.unsure"), True: texts("terminal.throw")}
        for number, (is_sure, word) in enumerate(words.items(), 1):
            if plain == str(number) or (plain and word.lower().startswith(plain)):
                return is_sure
        return Misread(texts("terminal.no-choice", typed=quoted(text)))

    def _led_away(self, found: Pressed, interview: Interview) -> Reply | None:
        match found.key:
            case Key.BACK:
                return Back()
            case Key.STOP:
                return Stop()
            case Key.ALL | Key.EDIT:
                return self._opened(interview)
            case _:
                self._screen.page.say(self._reader.texts("terminal.closing-help"))
                return None

    def _opened(self, interview: Interview) -> Reply | None:
        wanted = overview.picked(
            self._screen, interview, self._reader, marks_changes=self._marks_changes
        )
        return Go(wanted) if wanted is not None else None
