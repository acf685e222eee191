"""What a document says besides its record: the folder's settings, and what it was made from."""

from datetime import datetime

import msgspec

from rationale_cli.domain.telling.plain import Plain


class Letterhead(Plain, frozen=True, kw_only=True):
    """What the folder's settings say of every document.

    Attributes:
        marking: As ``OFFICIAL-SENSITIVE``; empty if the folder has none.
        contacts: What each is for, then how to reach it; blank ones are left out.
        audience: Whom the document is for, as ``core-team``.
        withheld: What is said of what is not in this copy, a sentence each.
    """

    marking: str = ""
    contacts: tuple[tuple[str, str], ...] = ()
    audience: str
    withheld: tuple[str, ...] = ()


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """Which text of the record a document was made from.

    Attributes:
        commit: Opaque name given by the store.
        committed_at: Aware.
        sha256: Of the record's text.
    """

    commit: str
    committed_at: datetime
    sha256: str
