"""The entries of a list, in which a text may stand several times: what went and what came."""

from collections import Counter
from collections.abc import Sequence


def gone(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Give what stands in *before* more often than in *after*, each as often as it is missing."""
    return [text for _, text in come(after, before)]


def come(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, str]]:
    """Give what stands in *after* more often than in *before*, each with its place there."""
    left = Counter(before)
    found = []
    for place, text in enumerate(after):
        if left[text]:
            left[text] -= 1
        else:
            found.append((place, text))
    return found
