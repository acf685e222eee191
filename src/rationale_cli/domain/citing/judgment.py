"""Judgments: the parties, year, court and number that a citation of one names."""

import re
from typing import NamedTuple

_COURTS = ("uksc", "ukhl", "ukpc", "ewca", "ewhc", "ewfc", "ewcop")
_DIVISIONS = ("civ", "crim", "fam", "admin", "ch", "qb", "kb", "b")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,5}")
_QUIET = ("in", "re", "the", "matter", "of")
_OTHERS = ("others", "ors", "another", "anor", "children", "child", "minors", "minor")
_PINPOINT = ("at", "paragraph", "[", "]", "to", "-", ",", "and")


class Judgment(NamedTuple):
    """What a citation of a judgment says.

    Attributes:
        parties: Their letters alone, as ``bs`` for *Re B-S*; empty if it names none.
        year: As ``2013``; empty if it says none.
        court: As ``ewca``; empty if it gives no number.
        division: As ``civ``; may be empty.
        number: In that court and year.
        has_pinpoint: Whether it goes on to a paragraph of it.
    """

    parties: str
    year: str = ""
    court: str = ""
    division: str = ""
    number: str = ""
    has_pinpoint: bool = False

    @property
    def is_distinct(self) -> bool:
        """Whether it says enough to be one judgment: hundreds are called *Re B*."""
        return bool(self.year) or (not self.court and len(self.parties) > 1)


def judgment(tokens: tuple[str, ...]) -> Judgment | None:
    """Read a citation of a judgment: *Re B-S [2013] EWCA Civ 1146*, any part of it, or none."""
    plain = [one for one in _outside_brackets(tokens) if one not in ("[", "]", ",")]
    year = next((one for one in plain if _YEAR.fullmatch(one)), "")
    court = next((place for place, one in enumerate(plain) if one in _COURTS), None)
    if court is not None:
        return _numbered(tokens, plain[:court], year)
    parties = [one for one in plain if one != year]
    if not _is_case(parties):
        return None
    if any(one[0].isdigit() for one in parties) or not (letters := _letters(parties)):
        return None
    return Judgment(letters, year)


def fits(typed: Judgment, row: Judgment, parties: frozenset[str]) -> bool:
    """Whether a typed citation can mean the judgment of a row.

    Args:
        typed: As typed.
        row: What the citation of the row says.
        parties: Every way in which the row writes its parties.
    """
    if typed.parties and typed.parties not in parties:
        return False
    if typed.year and typed.year != row.year:
        return False
    if not typed.court:
        return True
    is_division = typed.division in ("", row.division)
    return is_division and (typed.court, typed.number) == (row.court, row.number)


def _numbered(tokens: tuple[str, ...], before: list[str], year: str) -> Judgment | None:
    """The citation of a court: the number behind its name, and a division on either side of it."""
    place = next(place for place, one in enumerate(tokens) if one in _COURTS)
    rest = list(tokens[place + 1 :])
    division = _division(rest)
    number = rest.pop(0) if rest and _NUMBER.fullmatch(rest[0]) else ""
    division = division or _division(rest)
    if not number or not all(one in _PINPOINT or _NUMBER.fullmatch(one) for one in rest):
        return None
    parties = [one for one in before if one != year]
    return Judgment(_letters(parties), year, tokens[place], division, number, bool(rest))


def _division(rest: list[str]) -> str:
    if rest[:1] == ["("] and rest[2:3] == [")"] and rest[1] in _DIVISIONS:
        found = rest[1]
        del rest[:3]
        return found
    return rest.pop(0) if rest and rest[0] in _DIVISIONS else ""


def _outside_brackets(tokens: tuple[str, ...]) -> list[str]:
    """Leave out what stands in round brackets: ``(Children)``, ``(Fam)``."""
    found, depth = [], 0
    for one in tokens:
        depth += (one == "(") - (one == ")" and depth > 0)
        if not depth and one not in "()":
            found.append(one)
    return found


def _is_case(parties: list[str]) -> bool:
    if "v" in parties[1:-1]:
        return True
    if parties[:1] == ["re"] or parties[:2] == ["in", "re"] or parties[-1:] == ["re"]:
        return True
    return parties[:4] == ["in", "the", "matter", "of"]


def _letters(parties: list[str]) -> str:
    kept = [one for one in parties if one not in ("-", "/")]
    while kept and kept[0] in _QUIET:
        kept.pop(0)
    while kept and kept[-1] in ("re", "and", *_OTHERS):
        kept.pop()
    return "".join(kept)
