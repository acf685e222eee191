"""A question as comment lines of a form, and the empty shape of its answer."""

from json import dumps

from rationale_cli.codec import toml
from rationale_cli.codec.comment import comment
from rationale_cli.domain.answers import split
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.questions import field
from rationale_cli.domain.questions.question import Column, Kind, Question, When
from rationale_cli.domain.words import Words

_HELP = "  "
_MOST_ROWS = 10
"""Choices; more than these are told one after the other."""

_ALWAYS_NEEDED = ("change.because", "by.recorder")
"""Without these nothing is saved, whether or not it is to be final."""

_SHAPES = {
    Kind.LIST: '[""]',
    Kind.SEVERAL: '[""]',
    Kind.PARTY: '{ role = "", agency = "" }',
    Kind.YES_NO: "true/false",
    Kind.NUMBER: "NUMBER",
    Kind.SCALE: "1-5",
}
"""What stands behind a key that nobody has answered. Blank text says nothing; whatever else is no
answer yet is no TOML either, so that a shape left in place is told and never recorded."""


class AskedText:
    """Writes questions out.

    Args:
        words: What codes and fields are called.
        texts: What a form says besides its questions.
    """

    def __init__(self, words: Words, texts: Texts) -> None:
        self._words = words
        self._texts = texts

    def of(self, asked: Question | Column, path: str) -> str:
        """Give a question, its help, its choices and its condition.

        Args:
            asked: The question.
            path: Of the field, without the id of a row; words are kept by it.
        """
        parts = [
            comment(f"{asked.text}{self._needed(asked, path)}"),
            comment(asked.help, indent=_HELP) if asked.help.strip() else "",
            self._choices(asked, path),
            self._conditions(asked, path),
        ]
        return "".join(parts)

    def _needed(self, asked: Question | Column, path: str) -> str:
        if path in _ALWAYS_NEEDED or (isinstance(asked, Column) and asked.needed):
            return f" ({self._texts('whole.needed')})"
        is_final = isinstance(asked, Question) and asked.final
        return f" ({self._texts('whole.final')})" if is_final else ""

    def _choices(self, asked: Question | Column, path: str) -> str:
        codes = asked.choices
        if asked.kind is Kind.SCALE:
            codes = ("1", "2", "3", "4", "5")
        if not codes:
            return ""
        lead = self._texts("whole.some_of" if asked.kind is Kind.SEVERAL else "whole.one_of")
        told = {code: self._words.value(path, code) for code in codes}
        with_words = [code for code in codes if not _is_plain(code, told[code])]
        if len(codes) > _MOST_ROWS or len(with_words) <= len(codes) / 2:
            several = (f"{one} ({told[one]})" if one in with_words else one for one in codes)
            return comment(f"{lead} {', '.join(several)}", indent=_HELP)
        longest = max(len(code) for code in codes) + len(_HELP)
        rows = (
            comment(word, indent=" " * (longest + 4), first=f"    {code.ljust(longest)}")
            for code, word in told.items()
        )
        return comment(lead, indent=_HELP) + "".join(rows)

    def _conditions(self, asked: Question | Column, path: str) -> str:
        # What a row says of itself is named as it stands in the row.
        row = path.removesuffix(asked.id) if isinstance(asked, Column) else path
        told = [self._condition(one, row) for one in asked.when]
        if not told:
            return ""
        both = f" {self._texts('whole.and')} ".join(told)
        return comment(self._texts("whole.only_if", conditions=both), indent=_HELP)

    def _condition(self, when: When, row: str) -> str:
        key = toml.key(split(when.path))
        if when.path.startswith(row):
            key = toml.key((when.path.removeprefix(row),))
        if when.is_:
            values = f" {self._texts('whole.or')} ".join(dumps(one) for one in when.is_)
            return self._texts("whole.is", field=key, values=values)
        return self._texts("whole.given" if when.given else "whole.not_given", field=key)


def _is_plain(code: str, word: str) -> bool:
    """Whether a word says no more than its code."""
    return word.replace(" ", "-") == code.replace(" ", "-")


def shape(asked: Question | Column, path: str) -> str:
    """Give what stands for an answer that nobody has given."""
    if asked.kind is Kind.MOMENT:
        return "YYYY-MM-DDTHH:MM:SS" if field.needs_time(path) else "YYYY-MM-DD"
    return _SHAPES.get(asked.kind, '""')
