"""Provisions of law as the library knows them: what one is called, means, and since when."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from rationale_cli.domain.fault import Fault, Path
from rationale_cli.domain.reason import Certainty, LawRole

FORMAT = 1
"""The newest format of a file of provisions that this program reads."""

NOT_VERIFIED = "not verified"
"""What ``commencement`` says where nobody has found the day on which a provision began."""

DATED_SITES = ("https://www.legislation.gov.uk",)
"""Sites where a day behind a path shows the text as it stood on that day."""

_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?", re.ASCII)
_ACT_AND_PLACE = re.compile(r"(.*?\d{4}), (.*)", re.DOTALL)


class Limit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long something may last, counted from the ``from`` of a record; hours or days."""

    hours: int = 0
    days: int = 0

    def __str__(self) -> str:
        count, unit = (self.hours, "hour") if self.hours else (self.days, "day")
        return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


class Provision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One provision of an Act, regulation or rule, one judgment, or a team's own policy.

    Attributes:
        id: As ``CA89-38-6``; what a record holds. Never used again for another one.
        citation: In full, as a person writes it: ``Children Act 1989, section 38(6)``.
        short: As ``s.38(6) CA 1989``; the citation serves where it is empty.
        site: Address of the site that shows its text, without a slash at the end.
        path: On that site, to the whole section; begins with a slash.
        subsection: Label of the part that is meant, as ``(6)``.
        plain: What it means, in plain words of our own.
        applies_when: When somebody would look at it.
        roles: What it usually does for a decision.
        jurisdiction: Where it applies, as ``England``.
        limit: A limit of time that counts from the ``from`` of a record.
        approver: Role whose approval it asks for, as ``nominated officer``.
        approver_unless: Ids of provisions beside which it asks for none.
        enacted_on: When it was passed, where that is long before it begins.
        in_force_from: The first day on which it applied.
        in_force_to: The last one.
        commencement: ``not verified`` where nobody found when it began, else empty.
        note: What else has to be known to cite it.
        checked_on: The day on which the row was compared with *source*; ``None`` if never.
        source: What it was compared with.
        confidence: How sure the writer of the row was.
        spellings: Other ways in which people write it.
        act_spellings: Other ways in which people write the Act that it belongs to.
        related: Ids of others to read with it.
    """

    id: str
    citation: str
    plain: str
    short: str = ""
    site: str = ""
    path: str = ""
    subsection: str = ""
    applies_when: str = ""
    roles: tuple[LawRole, ...] = ()
    jurisdiction: str = ""
    limit: Limit | None = None
    approver: str = ""
    approver_unless: tuple[str, ...] = ()
    enacted_on: date | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    commencement: str = ""
    note: str = ""
    checked_on: date | None = None
    source: str = ""
    confidence: Certainty | None = None
    spellings: tuple[str, ...] = ()
    act_spellings: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def act(self) -> str:
        """The Act or regulations that it belongs to: ``Children Act 1989``; empty if none."""
        found = _ACT_AND_PLACE.fullmatch(self.citation)
        return found[1] if found else ""

    @property
    def name(self) -> str:
        """What it is called in a sentence: ``section 38(6) Children Act 1989``."""
        found = _ACT_AND_PLACE.fullmatch(self.citation)
        return f"{found[2]} {found[1]}" if found else self.citation

    def link(self, day: date | None) -> str:
        """Give the address of its text: as it stood on a day, where the site knows that.

        Before it was passed there is no such page; the address is then that of its text today.

        Args:
            day: ``None`` for today.
        """
        if not (self.site and self.path):
            return ""
        is_dated = day is not None and self.site in DATED_SITES
        if is_dated and not (self.enacted_on and day and day < self.enacted_on):
            return f"{self.site}{self.path}/{day}"
        return f"{self.site}{self.path}"


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An Act or regulations, as the citations of a file name it.

    Attributes:
        name: As the citations begin: ``Children Act 1989``.
        spellings: Other ways in which people write it.
    """

    name: str
    spellings: tuple[str, ...] = ()


class LawBook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of provisions.

    Attributes:
        site: Of every provision that names none of its own.
        jurisdiction: Likewise.
        acts: Other ways to write the Acts that the citations name.
        provisions: In the order of the file.
    """

    format: int
    site: str = ""
    jurisdiction: str = ""
    acts: tuple[Act, ...] = msgspec.field(name="act", default=())
    provisions: tuple[Provision, ...] = msgspec.field(name="provision", default=())


def law_faults(book: LawBook) -> Iterator[Fault]:
    """Find every fault of a file of provisions whose types hold."""
    ids = [one.id for one in book.provisions]
    for place, provision in enumerate(book.provisions):
        path: Path = ("provision", place)
        if not _ID.fullmatch(provision.id):
            yield Fault((*path, "id"), f'is "{provision.id}", not an id such as CA89-38-6')
        elif provision.id in ids[:place]:
            yield Fault((*path, "id"), f'"{provision.id}" stands twice in this file')
        yield from _gaps(provision, path)
        yield from _odd_days(provision, path)


def _gaps(provision: Provision, path: Path) -> Iterator[Fault]:
    for key in ("citation", "plain"):
        if not getattr(provision, key).strip():
            yield Fault((*path, key), "says nothing")
    if provision.path and not provision.path.startswith("/"):
        yield Fault((*path, "path"), f'is "{provision.path}", which does not begin with a slash')
    if (provision.checked_on is None) is not (not provision.source):
        yield Fault(path, 'says only one of "checked_on" and "source"', at_key=True)


def _odd_days(provision: Provision, path: Path) -> Iterator[Fault]:
    limit, first, last = provision.limit, provision.in_force_from, provision.in_force_to
    if limit is not None and sorted((limit.hours > 0, limit.days > 0)) != [False, True]:
        yield Fault((*path, "limit"), "does not say either hours or days, 1 or more")
    if first and last and last < first:
        yield Fault((*path, "in_force_to"), f"is {last}, before it was in force")
    if provision.commencement not in ("", NOT_VERIFIED):
        text = f'is "{provision.commencement}", not "{NOT_VERIFIED}"'
        yield Fault((*path, "commencement"), text)
    elif provision.commencement and first:
        yield Fault((*path, "commencement"), f'is "{NOT_VERIFIED}", and "in_force_from" is given')
