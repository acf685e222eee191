"""What would identify a person, found in what was written."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from rationale_cli.domain.check.finding import Case, Finding, warning
from rationale_cli.domain.check.rule import Rule
from rationale_cli.domain.telling.saying import placed

_NO_PROSE = ("format", "id", "revision", "previous", "kind", "question_set", "none", "sensitivity")
"""What the program writes itself; a sum of a file holds ten digits in a row now and then."""

_NHS = re.compile(r"(?<![\d+])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_NHS_WEIGHTS = range(10, 1, -1)

_POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]"
    r"|[A-HK-Y]\d[ABEHMNPRVWXY]) ?\d[ABD-HJLNP-UW-Z]{2})\b"
)
"""The shape of a postcode in capitals: outward code, then a digit and two letters that are none of
C, I, K, M, O and V. After the Royal Mail's Programmers' Guide to the Postcode Address File, as the
pattern of GOV.UK's bulk data transfer says it."""

_SMALL_POSTCODE = re.compile(_POSTCODE.pattern.lower())
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$")

_TELEPHONE = re.compile(
    r"(?<![\w.,/+-])(?:\+44[ -]?(?:\(0\))?|\(?0)(?=[1-9])(?:[ ()-]{0,2}\d){9,10}(?!\d)"
)
"""A number of the United Kingdom: nine or ten digits after the 0 or the +44, by Ofcom's National
Telephone Numbering Plan."""

_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")

_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    rf"|{_DAY}(?: of)? {_MONTHS},? \d{{4}}|{_MONTHS} {_DAY},? \d{{4}})"
)
_BORN = r"(?:born|dob|d\.o\.b\.?|date of birth|birthday)"
_BIRTH = re.compile(
    rf"\b{_BORN}[^.;\n\d]{{0,20}}\b(?P<before>{_DATE})\b"
    rf"|\b(?P<after>{_DATE})\b\W{{0,3}}{_BORN}",
    re.IGNORECASE,
)
"""A date is one of birth only beside a word that says so: records are full of other dates."""


class _Kind(NamedTuple):
    """One kind of identifier: its rule, what it is called, and how it is found in a text."""

    rule: str
    name: str
    find: Callable[[str], Iterator[str]]


def is_nhs_number(text: str) -> bool:
    """Whether ten digits are an NHS number, by its check digit.

    The first nine digits times 10 down to 2 are added up; what is missing to a multiple of 11 is
    the last digit, 11 counts as 0, and 10 is never given out (NHS Data Dictionary, "NHS NUMBER").
    """
    digits = [int(one) for one in text if one.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:  # noqa: PLR2004 - digits of an NHS number
        return False
    total = sum(one * weight for one, weight in zip(digits, _NHS_WEIGHTS, strict=False))
    return (11 - total % 11) % 11 == digits[-1]


def _nhs_numbers(text: str) -> Iterator[str]:
    return (found.group() for found in _NHS.finditer(text) if is_nhs_number(found.group()))


def _postcodes(text: str) -> Iterator[str]:
    yield from (found.group() for found in _POSTCODE.finditer(text))
    for found in _SMALL_POSTCODE.finditer(text):
        if not _ORDINAL.search(found.group()):
            yield found.group()


def _births(text: str) -> Iterator[str]:
    return (found["before"] or found["after"] for found in _BIRTH.finditer(text))


def _telephones(text: str) -> Iterator[str]:
    found = (one.group() for one in _TELEPHONE.finditer(text))
    return (one for one in found if not is_nhs_number(one))


def _emails(text: str) -> Iterator[str]:
    return (found.group() for found in _EMAIL.finditer(text))


_KINDS = (
    _Kind("RAT050", "an NHS number", _nhs_numbers),
    _Kind("RAT051", "a postcode", _postcodes),
    _Kind("RAT052", "a date of birth", _births),
    _Kind("RAT053", "a telephone number", _telephones),
    _Kind("RAT054", "an e-mail address", _emails),
)


def _finder(kind: _Kind) -> Callable[[Case], Iterator[Finding]]:
    def find(case: Case) -> Iterator[Finding]:
        for path, text in _prose(case.answers, ""):
            for found in dict.fromkeys(kind.find(text)):
                place = placed(path, case.words)
                yield warning(
                    kind.rule,
                    path,
                    f'"{place}" holds what looks like {kind.name} (…{found[-2:]}). '
                    "Could it be left out?",
                )

    find.__doc__ = f"{kind.rule}: what looks like {kind.name} stands in a text."
    return find


def _prose(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Give every text of the answers with its path; texts of a list have the path of the list."""
    match value:
        case str():
            yield path, value
        case Mapping():
            for key, one in value.items():
                if key not in _NO_PROSE:
                    yield from _prose(one, f"{path}.{key}" if path else key)
        case list():
            for one in value:
                row = f"{path}.{one['id']}" if isinstance(one, Mapping) and "id" in one else path
                yield from _prose(one, row)
        case _:
            return


RULES = tuple(
    Rule(kind.rule, "R26", f"What looks like {kind.name} stands in a text.", _finder(kind))
    for kind in _KINDS
)
