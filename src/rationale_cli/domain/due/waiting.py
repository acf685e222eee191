"""One thing that waits, before anybody has looked at the clock."""

from enum import StrEnum

import msgspec

from rationale_cli.domain.moment import Moment


class Kind(StrEnum):
    """What sort of thing waits; at the same moment the first of these comes first."""

    UNREADABLE = "unreadable"
    WARNING_SIGN = "warning-sign"
    LIMIT = "limit"
    STAGE = "stage"
    PAUSE = "pause"
    SIGN_OFF = "sign-off"
    REVIEW = "review"
    RISKS = "risks"
    DISSENT = "dissent"
    CONFIRMATION = "confirmation"
    QUESTION = "question"
    UNREAD = "unread"
    UNKNOWN = "unknown"
    ACTION = "action"
    OPTION = "option"
    PROPOSED = "proposed"
    HEARING = "hearing"
    IRREVERSIBLE = "irreversible"
    END = "end"


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that waits in a record.

    Attributes:
        path: Where it stands in the record, as ``action.J3``.
        text: What is to be done or answered, mostly in the record's own words.
        when: By when; ``None`` if nobody set a date.
        originally: By when it was at first, if that was moved.
        since: Since when it waits, where that is known.
        owner: Whose it is, as the record names the role; empty if it names nobody.
    """

    kind: Kind
    path: str
    text: str
    when: Moment | None = None
    originally: Moment | None = None
    since: Moment | None = None
    owner: str = ""
