"""Several texts in one sentence."""

from collections.abc import Sequence


def several(texts: Sequence[str], by: str = "and") -> str:
    """Put texts into a sentence: ``a``, ``a and b``, ``a, b and c``; empty without any.

    Args:
        texts: In the order in which they are said.
        by: What stands before the last of them.
    """
    *others, last = texts or ("",)
    return f"{', '.join(others)} {by} {last}" if others else last
