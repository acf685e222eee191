"""What a copy says of what is not in it: why, and never how much or where."""

from collections.abc import Iterable, Iterator

QUIET = "This copy holds what may be shown to you. It does not say what else is recorded."
"""Of a copy that cannot tell what was not asked from what was left out."""


def told(grounds: Iterable[str], *, tells_silence: bool) -> Iterator[str]:
    """Say that something is not in a copy, a sentence for each ground that may be told.

    Args:
        grounds: As ``legal advice``.
        tells_silence: Whether the copy says what was not asked.
    """
    if not tells_silence:
        yield QUIET
    for ground in grounds:
        yield f"Something is not in this copy because it is {ground}."
