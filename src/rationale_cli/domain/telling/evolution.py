"""An evolution: what changed between two revisions, as plain text in the order it is said.

A terminal, Markdown and HTML show one of these and compute nothing.
"""

from rationale_cli.domain.telling.plain import Plain
from rationale_cli.domain.telling.row import Row
from rationale_cli.domain.telling.sentence import Clause


class Line(Plain, frozen=True, kw_only=True):
    """One change, or those of one item that the same revision made.

    Attributes:
        head: What it is about.
        clauses: What is said of it.
        details: What else a new item holds.
        note: Which earlier revisions touched the same; mostly empty.
        is_material: Whether it is one of those that are read first.
    """

    head: str
    clauses: tuple[Clause, ...]
    details: tuple[Clause, ...]
    note: str
    is_material: bool

    @property
    def text(self) -> str:
        """The line in plain words, without its details."""
        told = "; ".join(clause.text for clause in self.clauses)
        line = f"{self.head}: {told}" if told else self.head
        return f"{line} ({self.note})" if self.note else line


class Group(Plain, frozen=True, kw_only=True):
    """What one revision changed in one part of the record.

    Attributes:
        revision: As ``r4``; empty where all of it was made by the only revision on the way.
        recorded: When it was recorded.
        who: Who recorded it, by role.
        because: The reason that it gives, as far as it fits beside a change.
        heading: What else these lines have in common, if no revision made them.
    """

    revision: str = ""
    recorded: str = ""
    who: str = ""
    because: str = ""
    heading: str = ""
    lines: tuple[Line, ...]


class Chapter(Plain, frozen=True, kw_only=True):
    """What changed in one part of the record; never without a group.

    Attributes:
        anchor: Unique on a page.
        count: As ``2 new, 1 changed``.
        is_material: Whether it is one of those that are read first.
    """

    anchor: str
    heading: str
    count: str
    is_material: bool
    groups: tuple[Group, ...]


class Evolution(Plain, frozen=True, kw_only=True):
    """What changed between two revisions, and which revisions changed it.

    Attributes:
        reference: What stands at the top of a printed page.
        id: Of the record.
        title: Of the later revision.
        start: Where one looks from, as ``r1``.
        end: Where one looks to.
        span: Both ends in words: ``from r1 to r6``.
        notice: Says of a view of the past that it is one; mostly empty.
        intro: What must be known to read it right; mostly empty.
        way: The heading of the revisions, which come last if there are several.
        way_note: What there is to know of them.
        revisions: Those on the way, oldest first, with their whole reasons.
        chapters: Material ones first, then in the order of the record.
        took: How long it took, and what concerns lost meanwhile, a sentence each.
        silence: Says so if nothing changed; else empty.
        count: How much changed in all.
    """

    reference: str
    id: str
    title: str
    case: str
    marking: str
    audience: str
    start: str
    end: str
    span: str
    notice: tuple[str, ...]
    withheld: tuple[str, ...]
    intro: str
    way: str
    way_note: str
    revisions: tuple[Row, ...]
    chapters: tuple[Chapter, ...]
    took: tuple[str, ...]
    silence: str
    count: str
