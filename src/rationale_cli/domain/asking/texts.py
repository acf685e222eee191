"""What the interview itself says to the person who answers, kept apart from the program."""

import re

import msgspec

_PLACE = re.compile(r"\{([a-z_]+)\}")


class Texts(msgspec.Struct, frozen=True):
    """Every text of the interview that no question set holds, in one language.

    Attributes:
        said: By key, as ``plain.greeting``; ``{name}`` stands for a value.
    """

    said: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Give a text with its values in place; nothing in a value is read as a place.

        Raises:
            KeyError: If there is no such text, or a value for it is missing; the caller's bug.
        """
        return _PLACE.sub(lambda found: str(values[found[1]]), self.said[key])


def places(text: str) -> frozenset[str]:
    """Give the names of the values that a text needs."""
    return frozenset(_PLACE.findall(text))
