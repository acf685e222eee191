"""Drafts: which are kept, which one is meant, and how to go on with it."""

from datetime import datetime, tzinfo

import msgspec

from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import draft as draft_text
from rationale_cli.codec.faulty import FaultyFileError
from rationale_cli.domain import ids
from rationale_cli.domain.afresh import SET
from rationale_cli.domain.asking import relaid
from rationale_cli.domain.asking.beside import REASON
from rationale_cli.domain.asking.draft import FOUND, Draft, used
from rationale_cli.domain.asking.interview import Place
from rationale_cli.domain.revision import Revision
from rationale_cli.errors import RationaleError
from rationale_cli.services import editing, reading
from rationale_cli.services.keeping import MovedOnError
from rationale_cli.store import drafts
from rationale_cli.store.repository import Store

_ANSWERS = ".answers-"
"""Stands in the name of a text that came on standard input and could not be saved."""


class UnknownDraftError(RationaleError):
    """No draft has this name."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"there is no draft {text!r}", hint="List the drafts with 'rationale drafts'."
        )


class NoDraftError(RationaleError):
    """There is no draft at all."""

    def __init__(self) -> None:
        super().__init__(
            "there is no draft to go on with", hint="Begin a decision with 'rationale new'."
        )


class DraftThereError(RationaleError):
    """The same thing was begun before and is not finished.

    Attributes:
        draft: Its name.
    """

    def __init__(self, draft: str) -> None:
        super().__init__(
            f"the draft {draft!r} is not finished yet",
            hint=f"Go on with 'rationale resume {draft}', or throw it away with "
            f"'rationale drafts --delete {draft}'.",
        )
        self.draft = draft


class SeveralDraftsError(RationaleError):
    """Several drafts could be meant.

    Attributes:
        lines: Their names, the newest first.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(
            f"{len(names)} drafts could be meant",
            hint=f"Name one of them, as 'rationale resume {names[0]}'.",
        )
        self.lines = names


class NotOneOfOursError(RationaleError):
    """A text found in the working copy is no record, so no interview can go on with it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"the draft {name!r} holds a file that is no record",
            hint=f"Read it in .git/rationale/drafts/{name}, and commit it with git if it counts.",
        )


class OnlyAnswersError(RationaleError):
    """A draft holds answers that were piped in and could not be saved: nobody was asked."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"the draft {name!r} holds answers that were not saved, and no interview",
            hint=f"Put right what was wrong in .git/rationale/drafts/{name}, and give it again "
            "with '--answers FILE'.",
        )


class NoBaseError(RationaleError):
    """A hand edit says that it is of a revision which its record does not have."""

    def __init__(self, name: str, record_id: str) -> None:
        super().__init__(
            f"the draft {name!r} is an edit of no revision that {record_id!r} has",
            hint=f"Read it in .git/rationale/drafts/{name}, and say what it changes with "
            f"'rationale amend {record_id}'.",
        )


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list of drafts.

    Attributes:
        verb: Which began it; ``found`` for a hand edit found in the working copy, ``answers``
            for what came on standard input and could not be saved.
        title: Of the decision, or what it asks; may be empty.
        kept_at: In UTC.
        fault: Why it cannot be read, or empty.
    """

    name: str
    verb: str
    title: str = ""
    kept_at: datetime
    fault: str = ""


def listed(store: Store) -> tuple[Listed, ...]:
    """Give every draft, the newest first."""
    return tuple(_listed(store, kept.name, kept.kept_at) for kept in drafts.names(store))


def chosen(store: Store, text: str) -> str:
    """Give the name of the draft that is meant by a name, the beginning of one, or nothing.

    Raises:
        NoDraftError: If there is none at all.
        UnknownDraftError: If none has this name.
        SeveralDraftsError: If several begin like this.
    """
    every = tuple(kept.name for kept in drafts.names(store))
    if text in every:
        return text
    names = tuple(name for name in every if _ANSWERS not in name)
    if not names:
        raise UnknownDraftError(text) if text else NoDraftError()
    found = tuple(name for name in names if name.startswith(text))
    if len(found) == 1:
        return found[0]
    raise SeveralDraftsError(found) if found else UnknownDraftError(text)


def opened(store: Store, name: str, *, now: datetime, zone: tzinfo) -> Draft:
    """Read a draft; a hand edit found in the working copy becomes one that asks for its reason.

    Raises:
        UnknownDraftError: If there is none of this name.
        NotOneOfOursError: If it holds a file that is no record.
        OnlyAnswersError: If it holds answers that were piped in.
        NoBaseError: If it is a hand edit of no revision that the record has.
        DraftThereError: If it is a hand edit, and an amendment of its record is still open.
        FaultyFileError: Naming every fault of its text.
    """
    kept = drafts.read(store, name)
    if kept is None:
        raise UnknownDraftError(name)
    if _ANSWERS in name:
        raise OnlyAnswersError(name)
    text = kept.decode("utf-8", "replace")
    if FOUND not in name:
        return draft_text.decode(text, name=name)
    record_id = name.partition(FOUND)[0]
    if record_id not in reading.known_ids(store):
        raise NotOneOfOursError(name)
    return _found(store, record_id, name, text=text, now=now, zone=zone)


def on_latest(store: Store, draft: Draft, *, zone: tzinfo) -> Draft:
    """Lay what was said in a draft over the newest revision, for it to be looked over and saved.

    Raises:
        MovedOnError: If nobody can tell what was said: its own revision is not in the history.
        FaultyFileError: If it is a form that cannot be read yet.
    """
    if draft.form:
        draft = _out_of_the_form(draft, zone)
    history = reading.history(store, draft.record, zone=zone)
    base = next((one for one in history if one.blob == draft.blob), None)
    if base is None:
        raise MovedOnError(draft.record, history[-1].number)
    if draft.verb == SET:  # what was said afresh is laid over nothing; it is compared
        newest = history[-1].blob
        return msgspec.structs.replace(draft, blob=newest, used=used(history))
    return relaid.on_latest(draft, base, history)


def begun_on(store: Store, draft: Draft, *, zone: tzinfo) -> tuple[Revision, ...]:
    """Give the history as the person had it before them when the interview began.

    Raises:
        MovedOnError: If what it was begun on is not in the history.
    """
    history = reading.history(store, draft.record, zone=zone)
    places = [place for place, one in enumerate(history) if one.blob == draft.blob]
    if not places:
        raise MovedOnError(draft.record, history[-1].number)
    return history[: places[-1] + 1]


def _out_of_the_form(draft: Draft, zone: tzinfo) -> Draft:
    """Give a draft that is gone on with as an interview: there both texts can be shown."""
    try:
        return msgspec.structs.replace(editing.filled(draft, zone), form="")
    except FaultyFileError as error:
        error.hint = f"Mend it first, with 'rationale resume {draft.name}'."
        raise


def demand_no_other(store: Store, draft: Draft) -> None:
    """Make sure that the same thing was not begun before and is still open.

    Raises:
        DraftThereError: If it was.
    """
    if drafts.read(store, draft.name) is not None:
        raise DraftThereError(draft.name)


def _found(
    store: Store, record_id: str, name: str, *, text: str, now: datetime, zone: tzinfo
) -> Draft:
    history = reading.history(store, record_id, zone=zone)
    edited = decision_text.decode(text, name=name, zone=zone)
    base = relaid.edited_on(edited, history)
    if base is None:
        raise NoBaseError(name, record_id)
    reason = Place(REASON)
    draft = relaid.of_hand_edit(edited, base, history, name=name, now=now, reason=reason)
    demand_no_other(store, draft)
    return draft


def _listed(store: Store, name: str, kept_at: datetime) -> Listed:
    if FOUND in name:
        record_id = name.partition(FOUND)[0]
        what = f"hand edit of {record_id}" if ids.is_id(record_id) else "file found in the folder"
        return Listed(name=name, verb="found", title=what, kept_at=kept_at)
    if _ANSWERS in name:
        what = f"answers for {name.partition(_ANSWERS)[0]} that were not saved"
        return Listed(name=name, verb="answers", title=what, kept_at=kept_at)
    try:
        draft = draft_text.decode((drafts.read(store, name) or b"").decode(), name=name)
    except (RationaleError, UnicodeDecodeError) as error:
        return Listed(name=name, verb="", kept_at=kept_at, fault=str(error))
    question = draft.answers.get("question")
    statement = question.get("statement") if isinstance(question, dict) else ""
    title = " ".join(str(draft.answers.get("title") or statement or "").split())
    return Listed(name=name, verb=draft.verb, title=title, kept_at=kept_at)
