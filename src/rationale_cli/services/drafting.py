"""Drafts: which are kept, which one is meant, and how to go on with it."""

from datetime import datetime, tzinfo

import msgspec

from rationale_cli.codec import decision as decision_text
from rationale_cli.codec import draft as draft_text
from rationale_cli.domain import ids
from rationale_cli.domain.answers import Answers, inherited, merge, put
from rationale_cli.domain.asking.draft import FOUND, Draft, used
from rationale_cli.domain.asking.interview import END, Mode, Place
from rationale_cli.domain.decision import ITEM_LETTERS, Decision, items
from rationale_cli.domain.form import seed
from rationale_cli.domain.partial import part
from rationale_cli.errors import RationaleError
from rationale_cli.services import reading
from rationale_cli.services.asking import REASON
from rationale_cli.store import drafts
from rationale_cli.store.repository import Store

_BOOKKEEPING = ("format", "id", "revision", "previous", "kind", "question_set")
"""What a hand edit cannot change: the program gives it."""


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


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list of drafts.

    Attributes:
        verb: Which began it; ``found`` for a hand edit found in the working copy.
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
    names = tuple(kept.name for kept in drafts.names(store))
    if not names:
        raise UnknownDraftError(text) if text else NoDraftError()
    found = tuple(name for name in names if name.startswith(text))
    if text in names or len(found) == 1:
        return text if text in names else found[0]
    raise SeveralDraftsError(found) if found else UnknownDraftError(text)


def opened(store: Store, name: str, *, now: datetime, zone: tzinfo) -> Draft:
    """Read a draft; a hand edit found in the working copy becomes one that asks for its reason.

    Raises:
        UnknownDraftError: If there is none of this name.
        NotOneOfOursError: If it holds a file that is no record.
        DraftThereError: If it is a hand edit, and an amendment of its record is still open.
        FaultyFileError: Naming every fault of its text.
    """
    kept = drafts.read(store, name)
    if kept is None:
        raise UnknownDraftError(name)
    text = kept.decode("utf-8", "replace")
    if FOUND not in name:
        return draft_text.decode(text, name=name)
    record_id = name.partition(FOUND)[0]
    if record_id not in reading.known_ids(store):
        raise NotOneOfOursError(name)
    return _found(store, record_id, name, text=text, now=now, zone=zone)


def on_latest(store: Store, draft: Draft, *, zone: tzinfo) -> Draft:
    """Lay what was said in a draft over the newest revision, for it to be looked over and saved.

    Only what the person said is laid over it: a colleague's work since then stays. An item that
    both added under one id is two items, and the draft's gets the next free id.
    """
    history = reading.history(store, draft.record, zone=zone)
    base = next((one for one in history if one.blob == draft.blob), history[-1])
    newest = history[-1]
    said = part(inherited(seed(base.decision)), draft.answers)
    ids_now = used(history)
    own = _with_fresh_ids(said, base.decision, ids_now)
    answers = merge(inherited(seed(newest.decision)), own, ids_now)
    return msgspec.structs.replace(
        draft,
        blob=newest.blob,
        used=ids_now,
        answers=put(answers, "change.from", newest.number),
        place=END,
    )


def _with_fresh_ids(said: Answers, base: Decision, ids_now: dict[str, tuple[str, ...]]) -> Answers:
    known = {(name, item.id) for name, item in items(base)}
    return {
        name: [
            row
            if (name, row["id"]) in known or row["id"] not in ids_now.get(name, ())
            else {key: value for key, value in row.items() if key != "id"}
            for row in value
        ]
        if name in ITEM_LETTERS
        else value
        for name, value in said.items()
    }


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
    base = history[-1]
    before = inherited(seed(base.decision))
    edited = inherited(seed(decision_text.decode(text, name=name, zone=zone)))
    draft = Draft(
        verb="amend",
        record=record_id,
        blob=base.blob,
        question_set=base.decision.question_set,
        mode=Mode.GAPS,
        started_at=now,
        place=Place(REASON.id),
        used=used(history),
        answers=_as_before(before, edited),
        found=name,
    )
    demand_no_other(store, draft)
    return draft


def _as_before(before: Answers, edited: Answers) -> Answers:
    """The edited answers, with the bookkeeping of the record as it stands."""
    said = {key: value for key, value in edited.items() if key not in _BOOKKEEPING}
    kept = {key: before[key] for key in _BOOKKEEPING if key in before}
    time = {**said.get("time", {}), "recorded_at": before["time"]["recorded_at"]}
    return put({**said, **kept, "time": time}, "by.recorder", None)


def _listed(store: Store, name: str, kept_at: datetime) -> Listed:
    if FOUND in name:
        record_id = name.partition(FOUND)[0]
        what = f"hand edit of {record_id}" if ids.is_id(record_id) else "file found in the folder"
        return Listed(name=name, verb="found", title=what, kept_at=kept_at)
    try:
        draft = draft_text.decode((drafts.read(store, name) or b"").decode(), name=name)
    except (RationaleError, UnicodeDecodeError) as error:
        return Listed(name=name, verb="", kept_at=kept_at, fault=str(error))
    question = draft.answers.get("question")
    statement = question.get("statement") if isinstance(question, dict) else ""
    title = " ".join(str(draft.answers.get("title") or statement or "").split())
    return Listed(name=name, verb=draft.verb, title=title, kept_at=kept_at)
