"""Every answer at a glance, and the way to any of them."""

from rationale_cli.cli.plain import showing
from rationale_cli.cli.terminal.choosing import Menu, chosen
from rationale_cli.cli.terminal.screen import Pressed, Screen
from rationale_cli.cli.terminal.standing import shortened
from rationale_cli.domain.asking.gaps import left
from rationale_cli.domain.asking.interview import Interview
from rationale_cli.domain.asking.misread import Misread, quoted
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.domain.asking.said import Said, said

_BELOW = 240
"""Characters of the answer that is pointed at, which stands below them all."""

_AROUND = 9
"""Columns that a pointer, a number, the cursor and the arrows of a long list take."""


def picked(
    screen: Screen, interview: Interview, reader: Reader, *, marks_changes: bool
) -> str | None:
    """Show the questions with their answers; give the id of the one to go to, or ``None``.

    Args:
        screen: Where.
        interview: As it stands.
        reader: Words and texts.
        marks_changes: Whether answers given in this interview say so.
    """
    every = _every(interview)
    here = [one.question.id for one in every]
    place = here.index(interview.place.question) if interview.place.question in here else None
    found = chosen(
        screen,
        Menu(
            values=tuple(here),
            words=tuple(
                _line(one, reader, screen.columns - _AROUND, marks_changes=marks_changes)
                for one in every
            ),
            read=lambda text: _meant(text, every, reader),
            hint=reader.texts("terminal.overview"),
            standing=() if place is None else (place,),
            below=lambda place: shortened(_told(every[place], reader), _BELOW),
        ),
    )
    if isinstance(found, Pressed) or found.value is None:
        return None
    return str(found.value)


def _every(interview: Interview) -> tuple[Said, ...]:
    """Give what is asked, by its numbers, then what else has an answer or is missing one."""
    found = said(interview, also=[one.question for one in left(interview)])
    return tuple(sorted(found, key=lambda one: (one.number is None, one.number)))


def _line(one: Said, reader: Reader, width: int, *, marks_changes: bool) -> str:
    """A question and the beginning of its answer, in one row of the screen."""
    changed = reader.texts("terminal.changed") + " · " if one.is_changed and marks_changes else ""
    question = shortened(f"{changed}{one.question.text}", width * 3 // 5)
    return shortened(f"{question}  {_told(one, reader)}", width)


def _told(one: Said, reader: Reader) -> str:
    return " / ".join(" ".join(line.split()) for line in showing.answer(one, reader))


def _meant(text: str, every: tuple[Said, ...], reader: Reader) -> str | Misread:
    plain = text.strip().lower()
    if plain.isascii() and plain.isdecimal() and 0 < int(plain) <= len(every):
        return every[int(plain) - 1].question.id
    for one in every:
        if plain in one.question.text.lower() or plain == one.question.id:
            return one.question.id
    return Misread(reader.texts("terminal.no-question", typed=quoted(text)))
