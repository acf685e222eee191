"""What somebody said back about a decision, before it is recorded."""

from rationale_cli.domain.moment import Moment
from rationale_cli.domain.part import Part, Party
from rationale_cli.domain.seen import EntryKind, Via

REPLIES = (
    EntryKind.READ,
    EntryKind.IN_OWN_WORDS,
    EntryKind.QUESTION,
    EntryKind.DISAGREE,
    EntryKind.NEW_INFORMATION,
)
"""What somebody can say back."""

IN_WRITING = (Via.EMAIL, Via.LETTER, Via.FORM)
"""Ways on which words come as their writer put them; others were heard, and written by another."""


class Heard(Part, frozen=True, kw_only=True, rename={"for_": "for"}):
    """One thing that somebody said back, in the shape of an entry.

    Attributes:
        revision: That they had before them; ``None``: not said.
        text: Their own words.
        for_: Who said it; ``None``: as the command line says. So with *via* and *received*.
        harms: Codes of the harms that somebody fears who disagrees.
        asks: What somebody asks for who disagrees.
        confirmed: Whether words that were heard were read back to them, and are right.
    """

    kind: EntryKind
    revision: int | None = None
    text: str = ""
    for_: Party | None = None
    via: Via | None = None
    received: Moment | None = None
    answers: str = ""
    audience: str = ""
    sha256: str = ""
    harms: tuple[str, ...] = ()
    asks: str = ""
    confirmed: bool | None = None


class Replies(Part, frozen=True, kw_only=True):
    """A file of answers: what was said back, one entry each."""

    format: int = 1
    entry: tuple[Heard, ...] = ()
