"""A decision as an audience sees it: the record's own shape, and what may be said of the rest."""

from collections.abc import Iterable

from rationale_cli.domain.decision import Decision


class Viewed(Decision, frozen=True, kw_only=True):
    """A decision from which something may have been left out.

    Attributes:
        withheld: Fields and lists from which something was left out, where that may be said.
        tells_silence: Whether it may be said what was not asked and what nobody has looked at.
            Where that would show what was left out, nothing is said of either.
        unsaid: Kinds of harm whose risks were left out; nowhere told, see `form.plain`.
        held: Fields and lists that were left out, also where that may not be said; nowhere told.
    """

    withheld: tuple[str, ...] = ()
    tells_silence: bool = True
    unsaid: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


def withholds(decision: Decision, path: str) -> bool:
    """Whether a copy says that something at a path was left out, or says nothing of it at all."""
    if not isinstance(decision, Viewed):
        return False
    return _is_within(path, decision.withheld)


def holds_back(path: str, *sides: Decision) -> bool:
    """Whether one of several copies leaves out what stands at a path, whether that is said or not.

    What such a copy lacks did not come there, nor go.
    """
    return any(isinstance(one, Viewed) and _is_within(path, one.held) for one in sides)


def _is_within(path: str, places: Iterable[str]) -> bool:
    return any(path[: len(one)] == one and path[len(one) :][:1] in {"", "."} for one in places)


def tells_silence(decision: Decision) -> bool:
    """Whether it may be said what was not asked and what nobody has looked at."""
    return not isinstance(decision, Viewed) or decision.tells_silence


def unsaid_harms(decision: Decision) -> tuple[str, ...]:
    """Give the kinds of harm of which a copy may not say that nobody has looked at them."""
    return decision.unsaid if isinstance(decision, Viewed) else ()
