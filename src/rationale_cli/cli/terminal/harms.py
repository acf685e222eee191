"""The kinds of harm on one screen: one key each, and nothing looked at by accident."""

from collections.abc import Iterator

from prompt_toolkit.layout import AnyContainer, HSplit

from rationale_cli.cli.terminal import parts
from rationale_cli.cli.terminal.keyed import Sheet, struck
from rationale_cli.cli.terminal.rows import Typed
from rationale_cli.cli.terminal.screen import Key, Pressed, Screen
from rationale_cli.cli.terminal.standing import shortened
from rationale_cli.domain.asking.asked import asked
from rationale_cli.domain.asking.harm_sheet import HarmLine, sheet
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.reply import Back, Go, Mark, Pass, Reply
from rationale_cli.domain.asking.row import risk_at
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.telling.saying import short
from rationale_cli.domain.words import roled

_FIELD = "risk.status"
_SILENT = "not-considered"
_TAKE_BACK = "x"

_BECAUSE = 50
"""Characters of a reason that stand beside its harm."""


class Harms:
    """Shows every kind of harm with where it stands, and hears one key for each."""

    def __init__(self, screen: Screen, reader: Reader) -> None:
        self._screen = screen
        self._reader = reader

    def ask(self, step: Step, interview: Interview) -> Reply | Pressed | Typed:
        """Show the harms and give what was said about one; Enter leaves it as it is."""
        harms = sheet(interview)
        letters = self._letters(step)
        place, told = self._place(interview, harms), ""
        while True:
            found = struck(
                self._screen,
                Sheet(
                    lines=tuple(self._lines(harms, letters)),
                    place=place,
                    keys="".join((*letters, _TAKE_BACK, *self._digits(letters))),
                    hint=self._hint(letters),
                    told=told,
                    wrong=lambda letter: self._reader.texts("terminal.no-key", typed=letter),
                ),
            )
            if isinstance(found, Pressed):
                return self._led_away(found, step, interview)
            if found.key == "command":
                return Typed(found.text)
            if found.key == "enter" and found.place == len(harms) - 1:
                return Pass()
            if found.key != "enter":
                one, status = harms[found.place], self._status(found.key, letters)
                return Mark(one.harm.code, status, one.risk or "")
            place = found.place + 1

    def above(self, step: Step, interview: Interview) -> AnyContainer:
        """Give the harms to stand above the reason or plan that one of them needs."""
        harms = sheet(interview)
        here = self._place(interview, harms)
        lines = tuple(self._lines(harms, self._letters(step)))
        shown = parts.listed(
            lambda: ((place == here, line) for place, line in enumerate(lines)),
            most=self._screen.rows - 12,
        )
        return HSplit([shown, parts.note(lambda: f"\n{step.text}")])

    def _place(self, interview: Interview, harms: tuple[HarmLine, ...]) -> int:
        risk = risk_at(interview, interview.place)
        here = [(one.harm.code, one.risk) for one in harms]
        return here.index((interview.place.row, risk)) if (interview.place.row, risk) in here else 0

    def _letters(self, step: Step) -> dict[str, str]:
        """Give a letter for each status: the first of its word that is still free."""
        letters: dict[str, str] = {}
        choices = next(one.choices for one in step.question.columns if one.id == "status")
        for code in choices:
            if code != _SILENT:
                free = (
                    letter
                    for letter in self._reader.words.value(_FIELD, code).lower()
                    if letter.isalpha() and letter not in letters and letter != _TAKE_BACK
                )
                letters[next(free, str(len(letters) + 1))] = code
        return letters

    def _digits(self, letters: dict[str, str]) -> Iterator[str]:
        return (str(number) for number in range(1, len(letters) + 1))

    def _status(self, key: str, letters: dict[str, str]) -> str:
        if key == _TAKE_BACK:
            return _SILENT
        return letters[key] if key in letters else list(letters.values())[int(key) - 1]

    def _lines(self, harms: tuple[HarmLine, ...], letters: dict[str, str]) -> Iterator[str]:
        texts, words = self._reader.texts, self._reader.words
        by_code = {code: letter for letter, code in letters.items()}
        for one in harms:
            status = one.status or _SILENT
            word = short(words.value(_FIELD, status))
            line = f"[{by_code.get(status, ' ')}] {one.harm.name}: {word}"
            if one.named_by:
                people = "; ".join(
                    roled(who.get("role", ""), who.get("agency", "")) for who in one.named_by
                )
                mark = "! " if one.status is None else ""
                line = f"{mark}{line} · {texts('terminal.named-by', people=people)}"
            because = " ".join((one.plan if one.status == "unknown" else one.reason).split())
            yield f"{line} · {shortened(because, _BECAUSE)}" if because else line

    def _hint(self, letters: dict[str, str]) -> str:
        texts, words = self._reader.texts, self._reader.words
        told = " · ".join(
            f"{letter} {short(words.value(_FIELD, code))}" for letter, code in letters.items()
        )
        return f"{told} · {texts('terminal.harms')}"

    def _led_away(self, found: Pressed, step: Step, interview: Interview) -> Reply | Pressed:
        if found.key is Key.ON:
            return Pass()
        if found.key is not Key.BACK:
            return found
        # Back leads out of the sheet, not to the harm before: that one is on the screen already.
        ids = [one.id for one in asked(interview)]
        place = ids.index(step.question.id)
        return Go(ids[place - 1]) if place else Back()
