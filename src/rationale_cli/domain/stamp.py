"""The stamp of a document: which text of a record it was made from, in one line.

It is written in letters that survive print, mail and copying, and can be read back out of the text
of a document in any format; ``docs/briefing.md`` describes it. It holds no time of printing: the
same input gives the same line.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

import msgspec

MARK = "rationale:stamp:1"
"""What a stamp begins with: whose it is, and which form it has."""

END = "end"


class Stamp(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    rename={"as_of": "as-of"},
):
    """What a document says of the text that it was made from; what it does not say is empty.

    Attributes:
        id: Of the record.
        revision: Its number.
        commit: Opaque name given by the store.
        committed: When the store took it in, in UTC: ``2026-04-16T16:50:00Z``.
        sha256: Of the record's text, 64 figures from ``0`` to ``f``.
        case: The pseudonymous case, if the audience may see it.
        audience: As ``family`` or ``agency:health``.
        marking: As ``OFFICIAL-SENSITIVE``.
        as_of: For a view of the past its time, as ``2026-11-20T21:30:00+00:00``.
        basis: ``recorded`` or ``decided``: by which of its times a revision counted then.
    """

    id: str = ""
    revision: str = ""
    commit: str = ""
    committed: str = ""
    sha256: str = ""
    case: str = ""
    audience: str = ""
    marking: str = ""
    as_of: str = ""
    basis: str = ""


def line(stamp: Stamp) -> str:
    """Write a stamp: ``rationale:stamp:1; id=k7qf2m; revision=6; …; end``.

    Every letter but those of plain addresses goes by its UTF-8 bytes, as ``%20`` for a blank.
    """
    said = msgspec.to_builtins(stamp)
    fields = (f"{name}={quote(text, safe=_PLAIN)}" for name, text in said.items() if text)
    return "; ".join((MARK, *fields, END))


def read(text: str) -> tuple[Stamp, ...]:
    """Read the stamps in the text of a document, each once, in their order.

    Where lines were broken does not matter, nor does what mail programs put before quoted lines.
    A reader who finds several cannot know which is true: people's own text may hold one too.

    Args:
        text: Of a document, unpacked; prose around the stamps is passed over.
    """
    return tuple(dict.fromkeys(_stamps(_TORN.sub("", text))))


_PLAIN = ".:/-"

_TORN = re.compile(r"[\s>\u00ad\u200b\u2060\ufeff]+")
"""What a line of text gets on its way and no stamp holds."""

_STAMP = re.compile(rf"{re.escape(MARK)};((?:[a-z0-9-]+=[\w.:/%~-]*;)*){END}", re.ASCII)


def _stamps(text: str) -> Iterator[Stamp]:
    known = {one.encode_name for one in msgspec.structs.fields(Stamp)}
    for found in _STAMP.finditer(text):
        pairs = [one.split("=", 1) for one in found[1].split(";") if one]
        if len({name for name, _ in pairs}) == len(pairs):
            said = {name: unquote(value) for name, value in pairs if name in known}
            yield msgspec.convert(said, Stamp)
