"""A language in which every text stands in brackets: what is said in English shows at once."""

import re

_OPEN = re.compile(r'^# ((?:"[^"]*"|[\w-]+) = )(.*)$', re.MULTILINE)
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")


def bracketed(begun: str) -> str:
    """Give a translation in brackets, from the file that translations begin with."""
    return _OPEN.sub(lambda found: found[1] + _TEXT.sub(r'"⟦\1⟧"', found[2]), begun)


def english(shown: str) -> str:
    """Give what a screen shows beside the texts in brackets and the lines that were typed."""
    rest = re.sub(r"(?m)^> .*$", "", shown)
    while (shorter := _BRACKETED.sub("", rest)) != rest:
        rest = shorter
    return rest
