"""Text from people made safe to show: what would act instead of being read becomes visible."""

import unicodedata

_HARMLESS = "\n\t"

# Controls, format characters (bidirectional and zero-width ones, tags), private use, halves of
# pairs: a terminal or a page obeys them, or shows nothing where something stands.
_ACTING = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}

# Letters and marks that show nothing (Default_Ignorable_Code_Point of Unicode 16): a second text
# can hide in them. Those that choose how a sign before them is drawn, U+FE00 to U+FE0F, stay.
_SHOWING_NOTHING = frozenset(
    {
        *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0),
        *range(0x180B, 0x1810),
        *range(0xE0100, 0xE01F0),
    }
)


def clean(text: str) -> str:
    """Give a text in which every character that acts is shown as its number: ``‹U+202E›``.

    Line ends and tabs stay; letters of every script stay, also those written right to left.
    """
    if text.isascii() and text.isprintable():
        return text
    acting = {ord(one): f"‹U+{ord(one):04X}›" for one in set(text) if not _is_readable(one)}
    return text.translate(acting) if acting else text


def _is_readable(letter: str) -> bool:
    if letter in _HARMLESS:
        return True
    number = ord(letter)
    is_shown = number not in _SHOWING_NOTHING and not _is_none(number)
    return is_shown and unicodedata.category(letter) not in _ACTING


def _is_none(number: int) -> bool:
    """Whether it is the number of no letter, now and for ever; XML cannot even hold them all."""
    return number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF  # noqa: PLR2004 - Unicode 23.7
