"""A translation read from its file, and the file that one begins with."""

from collections.abc import Mapping

import msgspec

from rationale_cli.codec import toml
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError, faulty, unreadable
from rationale_cli.domain.fault import Fault
from rationale_cli.domain.translating.translation import Key, Named, Said, translation

FORMAT = 1
"""The newest format of translations that this program reads."""

_HARM = "harm"
"""Stands in lists: each entry begins with the code of its kind of harm."""


class Translated(msgspec.Struct, frozen=True):
    """What a file of translations gave.

    Attributes:
        said: The texts that can be taken.
        error: What is wrong with the file, or ``None``.
    """

    said: dict[Key, Said]
    error: FaultyFileError | NewerFormatError | None = None


def decode(text: str, *, name: str, of: Named, original: Mapping[Key, Said]) -> Translated:
    """Read a translation; a text with a fault is left out, and the others can be taken.

    Args:
        text: The text of its file.
        name: What faults call the file.
        of: What it is a translation of.
        original: Every text that can be translated.
    """
    try:
        table = toml.read(text)
    except toml.UnreadableError as error:
        return Translated({}, unreadable(name, error))
    found = table.get("format", FORMAT)
    if type(found) is int and found > FORMAT:
        return Translated({}, NewerFormatError(name, found, FORMAT))
    read = translation(table, original, has_places=of.of == "interview")
    faults = list(read.faults)
    if type(found) is not int:
        faults.insert(0, Fault(("format",), "is not a whole number"))
    hint = (
        f"'rationale questions translate {of.of} {of.language} -o FILE' writes every text that "
        "a translation can hold."
    )
    return Translated(read.said, faulty(name, text, faults, hint=hint) if faults else None)


def begun(of: Named, original: Mapping[Key, Said], said: Mapping[Key, Said]) -> str:
    """Give the file of a translation with every text of the original, in its order.

    Args:
        of: What it is a translation of.
        original: The texts that are written; an empty one is left out.
        said: Texts that are translated already; the others are commented out, in English.
    """
    head = _HEAD.format(of=of.of, language=of.language)
    places = _PLACES if of.of == "interview" else ""
    blocks: dict[Key, list[str]] = {(): [f"format = {FORMAT}"]}
    for key, text in original.items():
        if key in said:
            blocks.setdefault(key[:-1], []).append(_line(key, said[key]))
        elif text:
            blocks.setdefault(key[:-1], []).append(f"# {_line(key, text)}")
    told = ("\n".join((*_header(table), *lines)) for table, lines in blocks.items())
    return f"{head}{places}\n" + "\n\n".join(told) + "\n"


def _header(table: Key) -> tuple[str, ...]:
    if not table:
        return ()
    if table[0] == _HARM:
        return (f"[[{_HARM}]]", f"code = {toml.flat(table[1])}")
    return (f"[{'.'.join(toml.key_text(one) for one in table)}]",)


def _line(key: Key, text: Said) -> str:
    return f"{toml.key_text(key[-1])} = {toml.flat(text)}"


_HEAD = """\
# The texts of '{of}' in another language ({language}).
#
# Each line below that begins with a # shows a text in English. To translate it, take away the #
# and the space after it, and put your words in place of the English ones, between the quotation
# marks. A quotation mark inside your words is written with a backslash before it: \\".
# A line that keeps its # is said in English, so you can do a few today and more later.
#
# Leave alone what stands before an = sign, and every line in [brackets]: by them the program
# finds its place. Codes, conditions and the order of questions cannot be changed here.
#
# Look at it with 'rationale questions check {of}.{language}', and let it count with
# 'rationale questions keep {of}.{language}'. A folder is asked in it if its rationale.toml says
# so: language = "{language}". One person is, with RATIONALE_LANGUAGE={language} in the environment.
"""

_PLACES = """\
#
# A word in {braces} stands for a value that the program fills in. Keep each of them as it is, and
# put it where your language wants it. Commands that a person types, such as add, save, draft or
# :skip, are the same in every language.
"""
