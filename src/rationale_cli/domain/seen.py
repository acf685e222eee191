"""Who was sent, read, asked, answered or disagreed with what of a decision; only ever added to."""

from enum import StrEnum

from rationale_cli.domain.moment import Instant, Moment
from rationale_cli.domain.part import Item, Part, Party

FORMAT = 1
"""The newest format of such a file that this program reads, and the one it writes."""


class EntryKind(StrEnum):
    """What somebody did, or what was done for them."""

    SHARED = "shared"
    READ = "read"
    IN_OWN_WORDS = "in-own-words"
    QUESTION = "question"
    ANSWER = "answer"
    DISAGREE = "disagree"
    NEW_INFORMATION = "new-information"
    DECLINED = "declined"


class Via(StrEnum):
    """How something reached us, or went out."""

    EMAIL = "email"
    PHONE = "phone"
    MEETING = "meeting"
    LETTER = "letter"
    FORM = "form"


class Entry(Item, frozen=True, kw_only=True, rename={"for_": "for"}):
    """One thing that happened between a decision and somebody who is to understand it.

    Attributes:
        at: When it was recorded.
        received: When it reached us, or was handed over.
        recorded_by: Who typed.
        for_: Whose words, reading or copy it is.
        revision: Of the decision that they had before them.
        text: Their own words, as they gave them; or a question, or its answer.
        answers: Id of the entry that this one answers.
        audience: For whom the copy was made that was shared.
        sha256: Of that copy.
    """

    at: Instant
    received: Moment | None = None
    recorded_by: Party | None = None
    for_: Party | None = None
    via: Via | None = None
    kind: EntryKind
    revision: int
    text: str = ""
    answers: str = ""
    audience: str = ""
    sha256: str = ""


class Seen(Part, frozen=True, kw_only=True):
    """Everything of that kind about one decision, in the order in which it was recorded.

    Attributes:
        id: Of the decision.
    """

    format: int
    id: str
    entry: tuple[Entry, ...] = ()
