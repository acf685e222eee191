"""A typed reply that cannot be taken, told so that it can be typed again."""

import msgspec


class Misread(msgspec.Struct, frozen=True):
    """Why a reply was not taken.

    Attributes:
        message: The fact, with what was typed.
        hint: What to type instead, or an empty text.
    """

    message: str
    hint: str = ""


def quoted(text: str) -> str:
    """Quote what was typed, cut where it is long."""
    longest = 40
    plain = " ".join(text.split())
    return f'"{plain if len(plain) <= longest else plain[: longest - 1] + "…"}"'
