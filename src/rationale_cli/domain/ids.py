"""Ids of records: random, short, easy to say on the telephone."""

from rationale_cli.errors import RationaleError

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32, lower case: no i, l, o or u. https://www.crockford.com/base32.html"""

LENGTH = 6
SHORTEST_PREFIX = 3
FOLDER = "decisions"
CONCERNS = "concerns"
SEEN = "seen"
"""The folders of records: decisions, and the two kinds that go with them."""

_LOOKALIKES = str.maketrans("ilo", "110")


class MalformedIdError(RationaleError):
    """What was typed cannot be the id of a record."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"{text!r} is not the id of a record",
            hint=f"Give {SHORTEST_PREFIX} to {LENGTH} letters and digits, as 'rationale list' "
            "shows them.",
        )


class UnknownRecordError(RationaleError):
    """No record has this id."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"no record has the id {text!r}", hint="List the records with 'rationale list'."
        )


class AmbiguousIdError(RationaleError):
    """Several records begin like this."""

    def __init__(self, text: str, found: tuple[str, ...]) -> None:
        super().__init__(
            f"{text!r} is the beginning of {len(found)} ids: {', '.join(found)}",
            hint="Type more of the id.",
        )


def path_of(record_id: str, folder: str = FOLDER) -> str:
    """Give the place of a record in the folder: ``decisions/k/7/k7qf2m.toml``."""
    return f"{folder}/{record_id[0]}/{record_id[1]}/{record_id}.toml"


def id_in(path: str, folder: str = FOLDER) -> str | None:
    """Give the id of the record that stands at a path, or ``None`` if none can stand there."""
    record_id = path.rpartition("/")[2].removesuffix(".toml")
    return record_id if is_id(record_id) and path_of(record_id, folder) == path else None


def is_id(text: str) -> bool:
    """Whether a text is a whole id."""
    return len(text) == LENGTH and set(text) <= set(ALPHABET)


def folder_of(text: str, folder: str = FOLDER) -> str:
    """Give the folder in which every record stands that a beginning of an id can mean.

    Raises:
        MalformedIdError: If no id can begin like this.
    """
    meant = _meant(text)
    return f"{folder}/{meant[0]}/{meant[1]}"


def resolve(text: str, known: tuple[str, ...]) -> str:
    """Give the one id among *known* that is meant by an id or a unique beginning of one.

    Upper case is read as lower, and i, l, o as the digits they are mistaken for.

    Raises:
        MalformedIdError: If no id can begin like this.
        UnknownRecordError: If none does.
        AmbiguousIdError: If several do.
    """
    meant = _meant(text)
    found = tuple(record_id for record_id in known if record_id.startswith(meant))
    if not found:
        raise UnknownRecordError(text)
    if len(found) > 1:
        raise AmbiguousIdError(text, found)
    return found[0]


def _meant(text: str) -> str:
    meant = text.lower().translate(_LOOKALIKES)
    if not SHORTEST_PREFIX <= len(meant) <= LENGTH or not set(meant) <= set(ALPHABET):
        raise MalformedIdError(text)
    return meant
