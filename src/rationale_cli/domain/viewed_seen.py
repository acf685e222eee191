"""Who has seen a decision, as an audience sees it: of whom it can be told, and of whom not."""

from collections.abc import Sequence

from msgspec.structs import replace

from rationale_cli.domain.part import Party
from rationale_cli.domain.seen import Entry, EntryKind, Seen


class ViewedSeen(Seen, frozen=True, kw_only=True):
    """A ledger from which something may have been left out.

    Attributes:
        tells_silence: Whether it may be said what nobody has done.
        unsaid: Those of whom something was left out, so that where they stand cannot be told;
            nowhere told, see `form.plain`.
        answered: Ids of questions whose answer was left out; nowhere told either.
    """

    tells_silence: bool = True
    unsaid: tuple[Party, ...] = ()
    answered: tuple[str, ...] = ()


def viewed_seen(whole: Seen, left: Sequence[Entry], *, tells_silence: bool) -> ViewedSeen:
    """Give a ledger of what is left of it, numbered without a gap.

    An answer goes with its question.

    Args:
        whole: All of it.
        left: Those of its entries that may be seen, in their order.
        tells_silence: Whether its reader may be told what nobody has done.
    """
    seen = {one.id for one in left}
    every = {one.id for one in whole.entry}
    kept = [one for one in left if one.answers in seen or one.answers not in every]
    ids = {one.id: f"E{number}" for number, one in enumerate(kept, start=1)}
    if len(kept) == len(whole.entry):
        ids = {one.id: one.id for one in kept}
    hidden = [one for one in whole.entry if one.id not in ids]
    who = (one.for_ for one in hidden if one.for_ is not None and not one.answers)
    answered = (ids.get(one.answers) for one in hidden if one.kind is EntryKind.ANSWER)
    return ViewedSeen(
        format=whole.format,
        id=whole.id,
        entry=tuple(
            replace(one, id=ids[one.id], answers=ids.get(one.answers, one.answers)) for one in kept
        ),
        tells_silence=tells_silence,
        unsaid=tuple(dict.fromkeys(who)),
        answered=tuple(one for one in answered if one),
    )


def unsaid_readers(seen: Seen) -> tuple[Party, ...]:
    """Give those of whom a copy may not say where they stand."""
    return seen.unsaid if isinstance(seen, ViewedSeen) else ()


def answered_elsewhere(seen: Seen) -> tuple[str, ...]:
    """Give the questions of which a copy may not say that they wait."""
    return seen.answered if isinstance(seen, ViewedSeen) else ()


def tells_what_waits(seen: Seen) -> bool:
    """Whether it may be said what nobody has read or answered."""
    return not isinstance(seen, ViewedSeen) or seen.tells_silence
