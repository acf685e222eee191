"""The shipped library: question sets, harms, words and settings, read from their files."""

from functools import cache
from pathlib import Path

import msgspec

from rationale_cli.codec import law, toml
from rationale_cli.domain.asking.texts import Texts
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.part import Party
from rationale_cli.domain.settings import Audience, LabelSaid
from rationale_cli.domain.telling.court import Court
from rationale_cli.domain.translating.translation import VOCABULARIES, Named, named
from rationale_cli.domain.translating.vocabulary import Vocabulary
from rationale_cli.domain.words import Words

LIBRARY = Path(__file__).parent.parent / "library"


@cache
def harms() -> tuple[Harm, ...]:
    """Give every kind of harm that the program knows, in the order in which it asks."""
    table = toml.ours(_text("harms.toml"))
    return msgspec.convert(table["harm"], tuple[Harm, ...])


@cache
def words() -> Words:
    """Give what codes and fields are called."""
    table = toml.ours(_text("words.toml"))
    return msgspec.convert(
        {
            "values": table["value"],
            "fields": table["field"],
            "nouns": table["noun"],
            "harms": {harm.code: harm.name for harm in harms()},
            "provisions": {one.id: one.name for one in law.provisions()},
        },
        Words,
    )


@cache
def audiences() -> dict[str, Audience]:
    """Give what each audience may see, by its name, where a folder says nothing else."""
    return msgspec.convert(toml.ours(_text("audiences.toml"))["audience"], dict[str, Audience])


@cache
def labels() -> dict[str, LabelSaid]:
    """Give what is said of each label where it keeps something back."""
    return msgspec.convert(toml.ours(_text("audiences.toml"))["label"], dict[str, LabelSaid])


@cache
def court() -> Court:
    """Give what a court's copy of a briefing sets out besides the record."""
    return msgspec.convert(toml.ours(_text("court.toml")), Court)


@cache
def roles() -> tuple[Party, ...]:
    """Give who is usually at the table, agency after agency."""
    table = toml.ours(_text("roles.toml"))
    return tuple(
        Party(role=role, agency=agency["name"])
        for agency in table["agency"]
        for role in agency["roles"]
    )


@cache
def texts() -> Texts:
    """Give what the interview says besides its questions."""
    tables = toml.ours(_text("interview.toml"))
    return Texts({f"{name}.{key}": text for name, of in tables.items() for key, text in of.items()})


def vocabulary() -> Vocabulary:
    """Give everything that is said besides the questions of a set, in English."""
    return Vocabulary(words=words(), harms=harms(), texts=texts())


def translation_text(of: Named, *, library: Path = LIBRARY) -> str | None:
    """Give the text of a shipped translation, or ``None``.

    Args:
        of: Which one.
        library: Folder of the shipped texts.
    """
    folder = library if of.of in VOCABULARIES else library / "questions"
    path = folder / f"{of}.toml"
    return path.read_text(encoding="utf-8") if path.is_file() else None


def settings_text() -> str:
    """Give the settings file of a new folder."""
    return _text("settings.toml")


def starting_set_text() -> str:
    """Give the question set that a team's own begins with; ``NAME`` stands for its name."""
    return _text("starting-set.toml")


def question_set_names() -> tuple[str, ...]:
    """Give the names of the shipped question sets, in alphabetical order."""
    stems = (path.stem for path in (LIBRARY / "questions").glob("*.toml"))
    return tuple(sorted(stem for stem in stems if not named(stem)))


def question_set_text(name: str) -> str | None:
    """Give the text of a shipped question set, or ``None``."""
    return _text(f"questions/{name}.toml") if name in question_set_names() else None


def _text(name: str) -> str:
    return (LIBRARY / name).read_text(encoding="utf-8")
