"""What codes and fields are called on screen and in documents."""

from datetime import date, datetime

import msgspec

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Party


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The shipped vocabulary, in one language.

    Attributes:
        values: By path of the field, as ``risk.status``, then by code.
        fields: By path, as ``question.statement``.
        nouns: By name of the list: one, and several.
        harms: Names of kinds of harm by code.
        provisions: Names of provisions of law by id, as ``section 20 Children Act 1989``.
    """

    values: dict[str, dict[str, str]]
    fields: dict[str, str]
    nouns: dict[str, tuple[str, str]]
    harms: dict[str, str]
    provisions: dict[str, str]

    def value(self, path: str, code: str | int) -> str:
        """Give what a code is called; a code without a word is shown as it is."""
        word = self.values.get(path, {}).get(str(code))
        return word or str(code)

    def field(self, path: str) -> str:
        """Give what a field is called, as ``Likelihood`` for ``risk.likelihood``."""
        return self.fields.get(path) or path.rpartition(".")[2].replace("_", " ").capitalize()

    def answer(self, path: str) -> str:
        """Give what the answer to a set's own question is called; by its id, if by nothing else."""
        return self.fields.get(path) or path.removeprefix("answers.")

    def noun(self, name: str, count: int = 1) -> str:
        """Give what an item of a list is called, or several of them."""
        one, several = self.nouns.get(name, (name, f"{name}s"))
        return one if count == 1 else several

    def harm(self, code: str) -> str:
        """Give what a kind of harm is called; a team's own code is shown as it is."""
        return self.harms.get(code, code)

    def told(self, moment: Moment | date) -> str:
        """Write a moment out as `told` does, with the months as these words call them."""
        return told(moment, tuple(self.values.get("month", {}).values()))

    def provision(self, provision_id: str) -> str:
        """Give the id of a provision with what it is called; one not known is shown as it is."""
        name = self.provisions.get(provision_id)
        return f"{provision_id}, {name}" if name else provision_id

    def roled(self, role: str, agency: str) -> str:
        """Name somebody by role and agency."""
        return roled(role or self.value("link", "somebody"), agency)


def with_provisions(words: Words, names: dict[str, str]) -> Words:
    """Give the words with further names of provisions, which go before names already there."""
    return msgspec.structs.replace(words, provisions={**words.provisions, **names})


def with_harms(words: Words, names: dict[str, str]) -> Words:
    """Give the words with further names of kinds of harm, which go before names already there."""
    return msgspec.structs.replace(words, harms={**words.harms, **names})


def told(moment: Moment | date, months: tuple[str, ...] = ()) -> str:
    """Write a moment out: ``14 April 2026`` or ``14 April 2026, 12:50``.

    The time is the one that was written, in its own offset.

    Args:
        moment: What is written out.
        months: What the twelve months are called; empty: in English.
    """
    value = moment.value if isinstance(moment, Moment) else moment
    day = f"{value.day} {(months or MONTHS)[value.month - 1]} {value.year}"
    return f"{day}, {value:%H:%M}" if isinstance(value, datetime) else day


def roled(role: str, agency: str) -> str:
    """Name somebody by role and agency."""
    return str(Party(role=role or "somebody", agency=agency))


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
