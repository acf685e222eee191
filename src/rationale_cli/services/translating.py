"""Other languages: a team's own texts before shipped ones, and English where there are none."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Protocol

import msgspec

from rationale_cli.codec import shipped
from rationale_cli.codec import translation as codec
from rationale_cli.codec.translation import Translated
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.translating import set_texts, vocabulary
from rationale_cli.domain.translating.translation import (
    VOCABULARIES,
    Key,
    Named,
    Said,
    is_language,
    named,
)
from rationale_cli.domain.translating.vocabulary import Vocabulary
from rationale_cli.domain.words import Words
from rationale_cli.errors import UsageError
from rationale_cli.services import question_sets
from rationale_cli.services.question_sets import FOLDER, Lay, Reading, Source
from rationale_cli.store.repository import Store

ENGLISH = "en"
"""What every shipped text is written in."""


class OddLanguageError(UsageError):
    """No language is called this."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} names no language", hint="Write it as 'cy' or as 'pt-BR'.")


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """What is said besides the questions of a set, in the language that was asked for.

    Attributes:
        language: As ``cy``.
        vocabulary: In that language, as far as there are texts in it.
        is_there: Whether there is any text in it at all.
        broken: Names of the translations with faults; those texts are said in English.
    """

    language: str
    vocabulary: Vocabulary
    is_there: bool = False
    broken: tuple[str, ...] = ()


class Reads(Protocol):
    """Reads a question set."""

    def __call__(self, *, lay: Lay) -> QuestionSet:
        """Give the set, with other texts laid over it and over each set that it includes."""
        ...


class Asked(msgspec.Struct, frozen=True):
    """A question set in the language of a speech."""

    questions: QuestionSet
    speech: Speech


class Counted(msgspec.Struct, frozen=True):
    """How many texts of a translation without a fault are translated, and of how many."""

    name: str
    texts: int
    of: int


def speech(store: Reading | None, language: str) -> Speech:
    """Give what is said besides the questions, in a language; it never fails for a translation.

    Args:
        store: Where a team's own translations stand, as committed; ``None`` for shipped ones alone.
        language: As ``cy``; one that nobody has heard of is English.
    """
    found = Speech(language=language, vocabulary=shipped.vocabulary())
    for name in VOCABULARIES:
        original = partial(vocabulary.texts_of, found.vocabulary, name)
        for one in _translations(store, Named(name, language), original):
            laid = vocabulary.laid(found.vocabulary, name, one.said)
            found = _with(found, Named(name, language), one, laid)
    return found


def asked(spoken: Speech, store: Reading | None, read: Reads) -> Asked:
    """Read a set in the language of a speech; it never fails for a translation.

    Args:
        spoken: What is said besides.
        store: As for `speech`.
        read: Reads the set.
    """
    found = spoken

    def lay(source: Source, questions: QuestionSet) -> QuestionSet:
        nonlocal found
        of = Named(source.set_name, spoken.language)
        original = partial(_texts_of, questions)
        # What was written for a shipped set says nothing about a team's own of the same name.
        for one in _translations(store, of, original, with_shipped=not source.is_own):
            words = set_texts.choice_words(questions, one.said)
            found = _with(found, of, one, vocabulary.with_choices(found.vocabulary, words))
            questions = set_texts.laid(questions, one.said)
        return questions

    questions = read(lay=lay)
    return Asked(questions, found)


def with_words(spoken: Speech, words: Words, harms: tuple[Harm, ...]) -> Speech:
    """Give a speech with other words for codes and fields, and other kinds of harm."""
    vocabulary = msgspec.structs.replace(spoken.vocabulary, words=words, harms=harms)
    return msgspec.structs.replace(spoken, vocabulary=vocabulary)


def untold(spoken: Speech) -> tuple[str, ...]:
    """Give what is to be said of a language in which not everything can be said."""
    texts, language = spoken.vocabulary.texts, spoken.language
    if not spoken.is_there and language != ENGLISH:
        return (texts("language.unknown", language=repr(language)),)
    return tuple(texts("language.broken", name=name) for name in spoken.broken)


def original(store: Reading | None, of: Named) -> dict[Key, Said]:
    """Give every text that a translation can hold, in English.

    Raises:
        UnknownQuestionSetError: If there is nothing of this name.
        OddLanguageError: If no language is called so.
        RationaleError: As `question_sets.question_set` says.
    """
    if not is_language(of.language):
        raise OddLanguageError(of.language)
    if of.of in VOCABULARIES:
        return vocabulary.texts_of(shipped.vocabulary(), of.of)
    known = tuple(one.name for one in question_sets.names(store))
    if of.of not in known:
        raise question_sets.UnknownQuestionSetError(of.of, (*known, *VOCABULARIES))
    return _texts_of(question_sets.question_set(store, of.of))


def own(store: Reading | None, of: Named) -> dict[Key, Said]:
    """Give the texts that a file holds itself: what a set includes is translated where it stands.

    Raises:
        RationaleError: As `original` says.
    """
    every = original(store, of)
    if of.of in VOCABULARIES:
        return every
    included: list[QuestionSet] = []

    def lay(source: Source, questions: QuestionSet) -> QuestionSet:
        if source.set_name != of.of:
            included.append(questions)
        return questions

    found = question_sets.question_set(store, of.of, lay=lay)
    theirs = set_texts.inherited(found, included)
    return {key: text for key, text in every.items() if text and key[:2] not in theirs}


def check(store: Reading | None, of: Named, text: str, *, name: str) -> Counted:
    """Count the texts of a translation.

    Args:
        store: Where the sets stand.
        of: What it is a translation of.
        text: Of its file.
        name: What faults call the file.

    Raises:
        FaultyFileError: Naming every fault.
        RationaleError: As `original` says.
    """
    english = original(store, of)
    found = codec.decode(text, name=name, of=of, original=english)
    if found.error is not None:
        raise found.error
    return Counted(str(of), len(found.said), len({**own(store, of), **found.said}))


def keep(store: Store, of: Named, text: str, *, at: datetime) -> Counted:
    """Commit a translation of the folder, so that it counts.

    Raises:
        FaultyFileError: Naming every fault; nothing was committed.
        RationaleError: As the store says.
    """
    found = check(store, of, text, name=f"{FOLDER}/{of}.toml")
    question_sets.commit(store, str(of), text, at=at)
    return found


def begun(store: Reading | None, of: Named, present: str = "") -> str:
    """Give the file that a translation begins with: its texts, in English and commented out.

    Args:
        store: Where the sets stand.
        of: What is translated, and into which language.
        present: The translation as it stands by now; what it says already is kept.

    Raises:
        RationaleError: As `original` says.
    """
    english = original(store, of)
    said = codec.decode(present, name=str(of), of=of, original=english).said
    mine = own(store, of)
    wanted = {key: text for key, text in english.items() if key in mine or key in said}
    return codec.begun(of, wanted, said)


def names(store: Reading | None) -> tuple[Named, ...]:
    """Give every translation of the folder, in alphabetical order."""
    entries = store.entries(FOLDER) if store is not None else ()
    files = (entry.path.removeprefix(f"{FOLDER}/") for entry in entries)
    stems = sorted(one.removesuffix(".toml") for one in files if one.endswith(".toml"))
    return tuple(found for stem in stems if "/" not in stem and (found := named(stem)))


def _translations(
    store: Reading | None,
    of: Named,
    english: Callable[[], dict[Key, Said]],
    *,
    with_shipped: bool = True,
) -> Iterator[Translated]:
    """The shipped translation, and then a team's own, which wins; English may have both as well.

    Every text is gathered only where there is a translation: most folders have none.
    """
    if not is_language(of.language):
        return
    text = shipped.translation_text(of) if with_shipped else None
    if text is not None:
        yield codec.decode(text, name=str(of), of=of, original=english())
    blob = store.read(f"{FOLDER}/{of}.toml") if store is not None else None
    if blob is not None:
        told = blob.data.decode("utf-8", "replace")
        yield codec.decode(told, name=str(of), of=of, original=english())


def _texts_of(questions: QuestionSet) -> dict[Key, Said]:
    return set_texts.texts_of(questions, shipped.words().values)


def _with(found: Speech, of: Named, one: Translated, laid: Vocabulary) -> Speech:
    broken = (*found.broken, str(of)) if one.error is not None else found.broken
    return msgspec.structs.replace(
        found, vocabulary=laid, is_there=True, broken=tuple(dict.fromkeys(broken))
    )
