"""Question sets: a team's own before the shipped ones, with everything they include."""

from collections.abc import Callable
from datetime import datetime
from difflib import get_close_matches
from typing import NamedTuple, Protocol

from rationale_cli.codec import question_set as codec
from rationale_cli.codec import shipped
from rationale_cli.domain.questions.including import beyond
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.translating.translation import named
from rationale_cli.errors import RationaleError
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Write, save

FOLDER = "questions"
"""Where a store keeps a team's own sets."""


class UnknownQuestionSetError(RationaleError):
    """No question set has this name.

    Attributes:
        name: As the user gave it.
    """

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        close = get_close_matches(name, known, n=1)
        meant = f"; did you mean {close[0]!r}?" if close else ""
        super().__init__(
            f"there is no question set {name!r}{meant}",
            hint=f"Choose one of: {', '.join(known)}.",
        )
        self.name = name


class IncludingItselfError(RationaleError):
    """Question sets include each other in a circle.

    Attributes:
        names: The way round, beginning and ending with the same set.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(
            f"the question set {names[0]!r} includes itself: {' > '.join(names)}",
            hint="Take one of these out of an 'include' line.",
        )
        self.names = names


class Listed(NamedTuple):
    """Where a question set comes from.

    Attributes:
        name: Of the set and its file.
        source: ``shipped``, or the path of the file in the store.
    """

    name: str
    source: str


class Source(NamedTuple):
    """The text of a question set.

    Attributes:
        set_name: Name of the set.
        name: What faults call the file.
        is_own: Whether it is a team's own.
    """

    set_name: str
    text: str
    name: str
    is_own: bool


Lay = Callable[[Source, QuestionSet], QuestionSet]
"""Lays other texts over a set that was read from a source, and over each set that it includes."""


def as_it_is(_: Source, questions: QuestionSet) -> QuestionSet:
    """Leave a set as it is."""
    return questions


class _Blob(Protocol):
    @property
    def data(self) -> bytes: ...


class _Entry(Protocol):
    @property
    def path(self) -> str: ...


class Reading(Protocol):
    """As much of a store as is needed here."""

    def read(self, path: str, /) -> _Blob | None:
        """Read a committed file."""
        ...

    def entries(self, folder: str, /) -> tuple[_Entry, ...]:
        """Give the committed files below a folder."""
        ...


def question_set(store: Reading | None, name: str, *, lay: Lay = as_it_is) -> QuestionSet:
    """Give a set with everything that it includes, in asking order.

    Args:
        store: Where a team's own sets stand, as committed; ``None`` for the shipped ones alone.
        name: With or without its version: ``care-plan`` or ``care-plan/1``. The newest
            version is given in any case.
        lay: Lays other texts over it, and over each set that it includes.

    Raises:
        UnknownQuestionSetError: If there is none of that name.
        IncludingItselfError: If sets include each other in a circle.
        NewerFormatError: If its file was written for a later version of the program.
        FaultyFileError: Naming every fault of its file.
    """
    plain = name.partition("/")[0]
    found = _found(store, plain, (), lay)
    if found is None:
        raise UnknownQuestionSetError(plain, tuple(one.name for one in names(store)))
    return found


def beyond_own(store: Reading | None, questions: QuestionSet, own: str) -> QuestionSet:
    """Give what a set asks of a record that keeps another one, which asks the rest.

    Args:
        store: Where a team's own sets stand.
        questions: What is asked now; a module is asked whole.
        own: Name of the set that the record keeps, with or without its version.
    """
    name = own.partition("/")[0]
    if questions.module or name in {"", questions.name}:
        return questions
    try:
        return beyond(questions, question_set(store, name))
    except RationaleError:
        # Its set is gone, or broken: then everything is asked.
        return questions


def read(
    store: Reading | None, text: str, *, name: str, called: str = "", lay: Lay = as_it_is
) -> QuestionSet:
    """Read a set from a text that is in no store, including sets that are.

    Args:
        store: Where a team's own sets stand; ``None`` for the shipped ones alone.
        text: Of its file.
        name: What faults call the file.
        called: The name that the set must have; empty if any would do.
        lay: Lays other texts over each set that it includes.

    Raises:
        NewerFormatError: If it was written for a later version of the program.
        FaultyFileError: Naming every fault.
        IncludingItselfError: If sets that it includes do so in a circle.
    """
    return codec.decode(
        text,
        name=name,
        included=lambda one: _found(store, one, (), lay),
        called=called,
        known=lambda: [one.name for one in names(store)],
    )


def source(store: Reading | None, name: str) -> Source | None:
    """Give the text of a set, a team's own before a shipped one; ``None`` if there is none."""
    path = f"{FOLDER}/{name}.toml"
    blob = store.read(path) if store is not None else None
    if blob is not None:
        # Bytes that are no text become a fault with a place, not a traceback.
        return Source(name, blob.data.decode("utf-8", "replace"), path, is_own=True)
    text = shipped.question_set_text(name)
    return Source(name, text, f"shipped {path}", is_own=False) if text is not None else None


def names(store: Reading | None) -> tuple[Listed, ...]:
    """Give every set that can be asked, in alphabetical order; their translations are none."""
    listed = dict.fromkeys(shipped.question_set_names(), "shipped")
    for entry in store.entries(FOLDER) if store is not None else ():
        stem, dot, ending = entry.path.removeprefix(f"{FOLDER}/").rpartition(".")
        if dot and ending == "toml" and "/" not in stem and not named(stem):
            listed[stem] = entry.path
    return tuple(Listed(name, listed[name]) for name in sorted(listed))


def keep(store: Store, name: str, text: str, *, at: datetime) -> QuestionSet:
    """Commit a set of the folder, so that it counts; nothing is done if it stands so already.

    Raises:
        FaultyFileError: Naming every fault; nothing was committed.
        RationaleError: As the store says.
    """
    found = read(store, text, name=f"{FOLDER}/{name}.toml", called=name)
    commit(store, name, text, at=at)
    return found


def commit(store: Store, stem: str, text: str, *, at: datetime) -> None:
    """Commit a file of the folder of questions, unless it stands so already.

    Raises:
        RationaleError: As the store says.
    """
    path = f"{FOLDER}/{stem}.toml"
    committed = store.read(path)
    if committed is None or committed.data != text.encode():
        write = Write(path, text.encode(), committed.id if committed else None)
        save(store, (write,), message=f"questions {stem}\n", at=at)


def _found(
    store: Reading | None, name: str, above: tuple[str, ...], lay: Lay
) -> QuestionSet | None:
    if name in above:
        raise IncludingItselfError((*above[above.index(name) :], name))
    found = source(store, name)
    if found is None:
        return None
    inner = (*above, name)
    laid_out = codec.decode(
        found.text,
        name=found.name,
        included=lambda one: _found(store, one, inner, lay),
        called=name,
        known=lambda: [one.name for one in names(store)],
    )
    return lay(found, laid_out)
