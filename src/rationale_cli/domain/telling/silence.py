"""Silence: why a place in a record holds nothing. The five kinds are never mixed up."""

from enum import StrEnum

import msgspec

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.keeping import GapKind
from rationale_cli.domain.viewed import tells_silence, withholds


class SilenceKind(StrEnum):
    """What an empty place means."""

    NONE = "none"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    NOT_ASKED = "not-asked"
    WITHHELD = "withheld"


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is nothing.

    Attributes:
        text: The same as a sentence, with the reason that was given.
    """

    kind: SilenceKind
    text: str


NO_REASON = "No reason was given."


def no_reason(decision: Decision) -> str:
    """Say why a revision has no reason: none was given, or it is not in this copy."""
    path = "change.because"
    return silence(decision, path).text if may_be_withheld(decision, path) else NO_REASON


def may_be_withheld(decision: Decision, path: str) -> bool:
    """Whether what does not stand at a path may only be missing from an audience's copy.

    Then no sentence may say that nobody asked, answered or noted it.
    """
    return silence(decision, path).kind is SilenceKind.WITHHELD


def unsaid(decision: Decision, path: str) -> str:
    """Say in few words that nothing stands at a path: ``not said``, or ``not in this copy``."""
    return "not in this copy" if may_be_withheld(decision, path) else "not said"


def was_not(done: str, decision: Decision, path: str) -> str:
    """End a sentence on what does not stand at a path: ``was not asked``, ``is not in this copy``.

    Args:
        done: As ``asked``, ``said`` or ``noted``.
        decision: As its audience may see it.
        path: Where nothing stands.
    """
    return "is not in this copy" if may_be_withheld(decision, path) else f"was not {done}"


def silence(decision: Decision, path: str) -> Silence:
    """Say why nothing stands at a path; that nothing stands there is for the caller to know."""
    if withholds(decision, path):
        return Silence(kind=SilenceKind.WITHHELD, text="Not in this copy.")
    if path in decision.none:
        return Silence(kind=SilenceKind.NONE, text="Asked: there is none.")
    for gap in decision.gap:
        if gap.path == path:
            because = f" Reason: {gap.reason}" if gap.reason else " No reason was given."
            if gap.kind is GapKind.UNKNOWN:
                return Silence(kind=SilenceKind.UNKNOWN, text=f"Asked: not known.{because}")
            return Silence(kind=SilenceKind.SKIPPED, text=f"Asked, and left open.{because}")
    if not tells_silence(decision):
        return Silence(kind=SilenceKind.WITHHELD, text="Nothing of this is in this copy.")
    return Silence(kind=SilenceKind.NOT_ASKED, text="Not asked.")
