"""What an interview would come to if it were saved as it stands."""

import msgspec


class Foreseen(msgspec.Struct, frozen=True, kw_only=True):
    """How an interview would read as a record.

    Attributes:
        page: The front page of its briefing, line by line; empty if it makes no record yet.
        changes: What it changes, in words; empty for a first revision.
        missing: What ``--final`` would refuse, a sentence each.
        warnings: What else is worth a look, a sentence each.
    """

    page: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
