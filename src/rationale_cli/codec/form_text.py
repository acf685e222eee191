"""A record as a form: TOML that a person fills in, every question as a comment above its key."""

from collections.abc import Iterator
from typing import Any

from msgspec import structs

from rationale_cli.codec import toml
from rationale_cli.codec.asked_text import AskedText, shape
from rationale_cli.codec.comment import asleep, comment, rule
from rationale_cli.codec.decision import without_given
from rationale_cli.domain.answers import at, split
from rationale_cli.domain.asking.asked import columns
from rationale_cli.domain.asking.interview import Interview, Mode
from rationale_cli.domain.asking.layout import Entry, Field, Rows, Stretch, Table, layout
from rationale_cli.domain.asking.row import risks_of, rows, walk
from rationale_cli.domain.questions.question import Column, Kind, Question
from rationale_cli.domain.words import Words

_AWAKE = {"change.because": "", "by.recorder": {"role": "", "agency": ""}}
"""Without these nothing is saved, so that their keys wait for text with no number sign before."""

_GAP = asleep('[[gap]]\npath = ""\nkind = ""\nreason = ""')


def encode(interview: Interview, words: Words, *, opening: str) -> str:
    """Give the form of answers: everything that stands in them, and everything that is asked.

    Read by `decision.decode_form` it says what stands, and nothing else.

    Args:
        interview: The answers, and the questions that go with them.
        words: What codes and fields are called.
        opening: Stands at the top, as paragraphs.
    """
    return "".join(_Form(interview, words).parts(opening))


class _Form:
    def __init__(self, interview: Interview, words: Words) -> None:
        self._interview = structs.replace(interview, mode=Mode.FULL)
        self._answers = without_given(interview.answers)
        self._words = words
        self._texts = interview.texts
        self._asked = AskedText(words, interview.texts)

    def parts(self, opening: str) -> Iterator[str]:
        laid_out = layout(self._interview.questions, self._answers)
        yield comment(opening)
        yield "#\n" + comment(self._texts("whole.how"))
        yield self._part("whole.keys", "whole.of_keys")
        for stretch in laid_out.keys:
            yield from self._stretch(stretch)
        yield from self._none()
        yield self._part("whole.blocks", "whole.of_blocks")
        for stretch in laid_out.blocks:
            yield from self._stretch(stretch)
        yield from self._gaps()
        for stretch in laid_out.last:
            yield from self._stretch(stretch)

    def _part(self, title: str, what: str) -> str:
        heading = rule(self._texts(title), letter="=")
        return f"\n{heading}#\n{comment(self._texts(what))}"

    def _stretch(self, stretch: Stretch) -> Iterator[str]:
        yield "\n" + rule(stretch.title or self._texts("whole.also"))
        for entry in stretch.entries:
            yield "\n"
            yield from self._entry(entry)

    def _none(self) -> Iterator[str]:
        yield "\n" + rule(self._texts("whole.empty")) + "\n"
        yield comment(self._texts("whole.none"))
        none = self._answers.get("none")
        yield toml.pair(("none",), none) if none else asleep('none = [""]')

    def _gaps(self) -> Iterator[str]:
        yield "\n" + rule(self._texts("whole.left")) + "\n"
        yield comment(self._texts("whole.gap"))
        yield from self._standing("gap")
        yield "\n" + _GAP

    def _entry(self, entry: Entry) -> Iterator[str]:
        match entry:
            case Field(path=path):
                yield self._field(entry, split(path))
            case Table(name=name, fields=fields):
                yield f"[{name}]\n"
                yield "\n".join(self._field(one, split(one.path)[1:]) for one in fields)
            case Rows(name=name, question=Question() as question):
                yield from self._rows(name, question, is_again=entry.is_again)
            case Rows(name=name):
                yield from self._unasked(name)

    def _field(self, field: Field, steps: tuple[str, ...]) -> str:
        """A single key below what is asked there, asleep if nobody has answered."""
        path, question = field.path, field.question
        value = at(self._answers, path)
        if question is None:
            # What the questions of a set are called is for the set to say.
            name = ".".join(split(path)[:2])
            above = "" if path.startswith("answers.") else comment(self._words.field(name))
            return above + toml.pair(steps, value)
        above = self._asked.of(question, path) + self._said_none(path)
        if value is not None:
            return above + toml.pair(steps, value)
        if path in _AWAKE:
            return above + toml.pair(steps, _AWAKE[path])
        return above + asleep(f"{toml.key(steps)} = {shape(question, path)}")

    def _said_none(self, path: str) -> str:
        is_none = path in self._answers.get("none", [])
        return comment(self._texts("whole.is_none"), indent="  ") if is_none else ""

    def _rows(self, name: str, question: Question, *, is_again: bool) -> Iterator[str]:
        """What is asked, the rows that stand, and a row asleep with all that is asked of one."""
        yield self._asked.of(question, name) + self._said_none(name)
        if not is_again:
            yield from self._standing(name)
        yield "\n" + asleep(f"[[{name}]]")
        if question.kind is Kind.HARMS:
            yield self._harm_key()
        own = (one for one in question.columns if not one.makes)
        yield "#\n".join(self._column(f"{name}.{one.id}", one) for one in own)
        if question.kind is Kind.HARMS:
            yield from self._silent(name, question)

    def _harm_key(self) -> str:
        codes = ", ".join(one.code for one in self._interview.harms)
        name = self._words.field("risk.harm")
        several = comment(f"{self._texts('whole.one_of')} {codes}", indent="  ")
        return comment(name) + several + asleep('harm = ""') + "#\n"

    def _column(self, path: str, column: Column) -> str:
        return self._asked.of(column, path) + self._asleep(path, column)

    def _asleep(self, path: str, column: Column) -> str:
        return asleep(f"{toml.key((column.id,))} = {shape(column, path)}")

    def _standing(self, name: str) -> Iterator[str]:
        for row in rows(self._answers, name):
            yield "\n" + "".join(self._row(name, row))

    def _row(self, name: str, row: dict[str, Any]) -> Iterator[str]:
        """A row that stands; of what it does not say, only what is asked as things stand."""
        yield f"[[{name}]]\n"
        asked = self._columns(name, str(row.get("id")))
        for key in dict.fromkeys(("id", "harm", *asked, *row)):
            if key in row:
                yield toml.pair((key,), row[key])
            elif key in asked:
                yield self._asleep(f"{name}.{key}", asked[key])

    def _columns(self, name: str, row_id: str) -> dict[str, Column]:
        """What is asked of a row, by however many questions, each column once."""
        asked = (one for one in self._interview.questions.questions if one.to == name)
        found = (one for each in asked for one in columns(self._interview, each, row_id))
        return {one.id: one for one in found if not one.makes}

    def _silent(self, name: str, question: Question) -> Iterator[str]:
        """A row asleep for each kind of harm that must not stay silent and has no row yet."""
        for harm in walk(self._interview):
            if risks_of(self._interview, harm.code):
                continue
            yield "\n" + comment(f"{harm.ask} {self._texts('whole.silent')}")
            yield comment(harm.help, indent="  ") if harm.help else ""
            yield asleep(f"[[{name}]]") + asleep(toml.pair(("harm",), harm.code))
            for column in question.columns:
                if column.quick or column.needed:
                    yield self._asleep(f"{name}.{column.id}", column)

    def _unasked(self, name: str) -> Iterator[str]:
        yield comment(self._words.field(name))
        yield from self._standing(name)
