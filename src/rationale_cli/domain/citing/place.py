"""Places in an Act: sections, regulations, rules, articles and schedules, and how two fit."""

import re
from enum import IntEnum
from typing import NamedTuple

_OF_LAW = ("section", "regulation", "rule", "article", "schedule", "direction")
_OF_GUIDANCE = ("part", "chapter", "standard")
KINDS = frozenset({*_OF_LAW, *_OF_GUIDANCE})
_PARTS = ("subsection", "paragraph")
_SEPARATORS = (",", "and", "or", "/")
_RANGES = ("to", "-")
_QUIET = ("of", "the", "under", "in", "practice")
_AFTER = ("enquiry", "enquiries", "inquiry", "report", "agreement", "order", "duty", "powers")
"""What people say behind a section, as in ``s.47 enquiry``: it changes nothing."""

_LABEL = re.compile(r"([0-9]{1,5})([a-z]{0,2})")
_PART = re.compile(r"[0-9]{1,5}[a-z]{0,2}|[a-z]{1,4}")
_LONGEST = 40
"""Tokens that a citation can have; a longer text is none."""


class Fit(IntEnum):
    """How what was typed fits a row: not, holds it and more, is a part of it, is just it."""

    NOT = 0
    AROUND = 1
    WITHIN = 2
    EQUAL = 3


class Place(NamedTuple):
    """One section or the like, or a run of them.

    Attributes:
        kind: One of `KINDS`; empty if nobody said.
        label: As ``38`` or ``31za``.
        to: The last of a run; otherwise as *label*.
        part: Of the subsection or paragraph, as ``7a``; empty for the whole.
        is_deeper: Whether something smaller than the part was named.
    """

    kind: str
    label: str
    to: str
    part: str = ""
    is_deeper: bool = False


def fit(typed: Place, row: Place) -> Fit:
    """Say how a typed place fits one that a row names."""
    if typed.kind not in ("", row.kind):
        return Fit.NOT
    if (typed.label, typed.to) == (row.label, row.to):
        if typed.part == row.part:
            return Fit.WITHIN if typed.is_deeper else Fit.EQUAL
        if not row.part:
            return Fit.WITHIN
        return Fit.NOT if typed.part else Fit.AROUND
    first, last, start, end = map(_order, (row.label, row.to, typed.label, typed.to))
    if first <= start and end <= last:
        return Fit.WITHIN
    return Fit.AROUND if start <= first and last <= end else Fit.NOT


def places(tokens: tuple[str, ...]) -> tuple[Place, ...]:
    """Read the places that tokens name; empty if anything else stands among them."""
    plain = [one for one in tokens if one not in _QUIET]
    while plain and plain[-1] in (*_SEPARATORS, *_RANGES, *_AFTER):
        plain.pop()
    while plain and plain[0] in (*_SEPARATORS, *_RANGES):
        plain.pop(0)
    if len(plain) > _LONGEST:
        return ()
    reading = _Reading()
    while plain and not reading.is_lost:
        taken = reading.take(plain)
        del plain[:taken]
    if reading.is_lost or reading.wanted:
        return ()
    if reading.waiting:  # guidance has paragraphs without anything that they belong to
        is_alone = reading.waiting_is == "paragraph" and not reading.found
        return (Place("paragraph", reading.waiting, reading.waiting),) if is_alone else ()
    return tuple(reading.found)


class _Reading:
    """What has been understood so far.

    Attributes:
        found: The places.
        kind: What the next label is.
        between: What stood before the next label: a separator, a range, or nothing.
        waiting: A part whose place is still to come, as in ``subsection (6) of section 38``.
        waiting_is: Which kind of part it is.
        wanted: Whether a label has to follow.
        is_lost: Whether something did not fit.
    """

    def __init__(self) -> None:
        self.found: list[Place] = []
        self.kind = ""
        self.between = "start"
        self.waiting = ""
        self.waiting_is = ""
        self.wanted = False
        self.is_lost = False

    def take(self, tokens: list[str]) -> int:
        """Take in the next tokens; give how many."""
        one = tokens[0]
        if one in KINDS or one in _PARTS:
            self.is_lost = self.wanted
            if one == "article" and self.found and self.found[-1].kind == "schedule":
                self.found.pop()  # "Schedule 1, Articles 6 and 8" is two articles, not a schedule
            self.kind, self.wanted = one, True
            if self.between == "":
                self.between = "kind"
            return 1
        if one in _SEPARATORS or one in _RANGES:
            self.is_lost = self.wanted or not (self.found or self.waiting)
            self.between = "to" if one in _RANGES else "and"
            return 1
        if one == "(" and tokens[2:3] == [")"] and _PART.fullmatch(tokens[1]):
            self.is_lost = self.wanted and self.kind in KINDS
            self._part(tokens[1])
            return 3
        if _LABEL.fullmatch(one):
            self._label(one)
            return 1
        self.is_lost = True
        return 1

    def _label(self, label: str) -> None:
        if self.kind in _PARTS and self.wanted:
            self._part(label)
            return
        last = self.found[-1] if self.found else None
        is_run = self.between == "to" and last is not None
        if self.between == "" and not self.wanted:
            self._part(label)  # "s38 6", "12.73"
        elif is_run and last and not last.part and _order(label) > _order(last.label):
            self.found[-1] = last._replace(to=label)
        elif is_run and last and not last.part and not self.wanted:
            self._part(label)  # "38-6"
        elif is_run:
            self.is_lost = True
        else:
            self.found.append(Place(self.kind, label, label, self.waiting))
            self.waiting = ""
        self._done()

    def _part(self, part: str) -> None:
        last = self.found[-1] if self.found else None
        if last is None:
            self.is_lost = self.kind not in _PARTS or bool(self.waiting)
            self.waiting, self.waiting_is = part, self.kind
            self.kind, self.wanted, self.between = "", False, "start"
            return
        if not last.part:
            self.found[-1] = last._replace(part=part)
        elif self.between == "to":
            self._run(last, part)
        elif self.between == "and":
            self.found.append(last._replace(part=part, is_deeper=False))
        else:
            self.found[-1] = last._replace(is_deeper=True)
        self._done()

    def _run(self, last: Place, part: str) -> None:
        if not (
            last.part.isdigit() and part.isdigit() and 0 < int(part) - int(last.part) < _LONGEST
        ):
            self.is_lost = True
            return
        parts = range(int(last.part) + 1, int(part) + 1)
        self.found += [last._replace(part=str(number), is_deeper=False) for number in parts]

    def _done(self) -> None:
        last = self.found[-1].kind if self.found else ""
        self.kind, self.wanted, self.between = last, False, ""


def _order(label: str) -> tuple[int, str]:
    found = _LABEL.fullmatch(label)
    return (int(found[1]), found[2]) if found else (0, label)
