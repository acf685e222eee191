"""What is wrong with the conditions of a set: where they look, and what they wait for."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from rationale_cli.domain.fault import Fault, Path
from rationale_cli.domain.questions import field
from rationale_cli.domain.questions.question import Column, Kind, Question, When

_ASKING = {Kind.YES_NO, Kind.CHOICE, Kind.SEVERAL, Kind.SCALE, Kind.NUMBER}
"""Kinds of question of which it is known what an answer can be."""


def condition_faults(questions: Mapping[str, Question], own: Iterable[Question]) -> Iterator[Fault]:
    """Find every fault in when questions and columns are asked, and in what is offered first.

    Args:
        questions: Every question of the set, those it includes among them, by id.
        own: The questions of its file, in its order.
    """
    looked_at = _Paths(questions)
    for place, question in enumerate(own):
        path: Path = ("question", place)
        yield from looked_at.whens(question.when, path)
        for at, column in enumerate(question.columns):
            yield from looked_at.whens(column.when, (*path, "column", at))
        if question.default is not None and question.default not in looked_at.paths:
            yield looked_at.unknown((*path, "default"), question.default)


RATINGS = "rating.value"
"""Where a condition looks that asks how ratings stand beside one another."""


class _Paths:
    """Every path that a condition can look at, with what can stand there."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        self.questions = questions
        fields = field.fields()
        # A question with a faulty "to" is told of once, where that stands, and not here again.
        faulty = [one for one in questions.values() if one.path not in fields and one.to in fields]
        own = (f"answers.{one.id}" for one in questions.values() if not _is_of_record(one))
        self.paths = dict.fromkeys(
            (*fields, *(one.path for one in questions.values()), *own, *(one.to for one in faulty))
        )
        self.asked: dict[str, list[Question | Column]] = {}
        for one in questions.values():
            self.asked.setdefault(one.path, []).append(one)
            for column in one.columns:
                self.asked.setdefault(f"{one.to}.{column.id}", []).append(column)

    def whens(self, whens: Iterable[When], path: Path) -> Iterator[Fault]:
        for place, when in enumerate(whens):
            at: Path = (*path, "when", place)
            if when.path not in self.paths:
                yield self.unknown((*at, "path"), when.path)
            elif when.rated is not None and when.path != RATINGS:
                told = f'is "{when.path}", and "rated" looks at {RATINGS}; write path = "{RATINGS}"'
                yield Fault((*at, "path"), told)
            elif not when.is_ and when.given is None and when.rated is None:
                told = 'says neither "is" nor "given"; write is = ["…"], or given = true'
                yield Fault(at, told)
            else:
                yield from self._values(when, at)

    def unknown(self, path: Path, value: str) -> Fault:
        known = self.questions.get(value.removeprefix("answers."))
        if known is not None:
            right = f'the answer to "{known.id}" stands at "{known.path}"'
            return Fault(path, f'is "{value}", and there is no such path; {right}')
        close = get_close_matches(value, self.paths, n=1)
        meant = f'; did you mean "{close[0]}"?' if close else f"; {_WHERE}"
        return Fault(path, f'is "{value}", and there is no such path{meant}')

    def _values(self, when: When, path: Path) -> Iterator[Fault]:
        """A condition that waits for what nobody can answer would hide its question for ever."""
        allowed = self._answers(when.path)
        for place, wanted in enumerate(when.is_):
            if allowed and not any(wanted is one or _is_same(wanted, one) for one in allowed):
                told = ", ".join(_written(one) for one in allowed)
                words = f'is {_written(wanted)}, and the answer at "{when.path}" is one of {told}'
                yield Fault((*path, "is", place), words)

    def _answers(self, path: str) -> tuple[str | int | bool, ...]:
        """What can stand at a path, as far as that is known; empty if it can be anything."""
        if codes := field.codes(path):
            return codes
        asked = self.asked.get(path, [])
        if not asked or any(one.kind not in _ASKING for one in asked):
            return ()
        found: list[str | int | bool] = []
        for one in asked:
            match one.kind:
                case Kind.YES_NO:
                    found += [True, False]
                case Kind.SCALE:
                    found += [1, 2, 3, 4, 5]
                case Kind.NUMBER:
                    return ()
                case _:
                    found += one.choices
        return tuple(dict.fromkeys(found))


def _is_of_record(question: Question) -> bool:
    return question.to in field.fields()


def _is_same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def _written(value: str | int) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


_WHERE = 'the answer to a question stands at "answers." and its id, or where its "to" says'
