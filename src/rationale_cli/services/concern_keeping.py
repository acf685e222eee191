"""Keeping concerns: what was said becomes the next revision of a concern's file, and is saved."""

from collections.abc import Callable
from datetime import tzinfo

import msgspec

from rationale_cli.codec import companion
from rationale_cli.domain import ids
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.clock import Time
from rationale_cli.domain.concern import Concern, ConcernKind, Heard
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import tidy
from rationale_cli.domain.part import Party
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.stepping import raised, stepped
from rationale_cli.domain.stepping_rows import Step
from rationale_cli.errors import RationaleError, UsageError
from rationale_cli.services import companion_keeping, companions, ladders, working_days
from rationale_cli.services.terms import NoRecorderError, Terms
from rationale_cli.store.repository import Store

GIVEN = ("id", "revision", "previous", "kind", "decision", "time", "heard")
"""What the program gives, and answers may not."""

SPELLINGS = {"state": "status"}
"""Other names under which a key is known."""


class UnknownRevisionError(RationaleError):
    """A concern was to be raised against a revision that is not there."""

    def __init__(self, decision_id: str, revision: int, latest: int) -> None:
        super().__init__(
            f"{decision_id!r} has no revision {revision}",
            hint=f"Its latest is {latest}; leave raised_against out for that one.",
        )


class UnknownDissentError(RationaleError):
    """A concern was to be about a disagreement that is not there."""

    def __init__(self, decision_id: str, item_id: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"{decision_id!r} has no disagreement {item_id!r}",
            hint=f"Name one of: {', '.join(known)}."
            if known
            else "Leave dissent out: nobody's disagreement is recorded there.",
        )


class ViaWithoutForError(UsageError):
    """How something arrived was said, and not from whom."""

    def __init__(self) -> None:
        super().__init__(
            "--via and --received say how something arrived, and nobody says from whom",
            hint="Add --for ROLE@AGENCY.",
        )


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What a save did.

    Attributes:
        concern: As it now stands.
        warnings: What went wrong after it was safely kept.
        found: Names of drafts that hold hand edits found in the working copy.
    """

    concern: Concern
    warnings: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


def decode_answers(text: str, *, name: str, zone: tzinfo) -> Answers:
    """Read answers about a concern, in its own shape.

    Raises:
        NewerFormatError: Before anything else is looked at.
        FaultyFileError: Naming every fault with its line and column.
    """
    found = companion.decode_answers(
        text, Concern, name=name, given=GIVEN, zone=zone, spellings=SPELLINGS
    )
    said: Answers = tidy(found, zone)
    return said


def raise_concern(
    store: Store,
    decision: Decision,
    step: Step,
    *,
    new_id: Callable[[], str],
) -> Kept:
    """Raise a concern about a decision, and keep it.

    Args:
        store: The folder, which knows the ids that are taken.
        decision: As it now stands.
        step: What was said.
        new_id: Gives an id that is free in all likelihood.

    Raises:
        UnknownRevisionError: If it is against a revision that is not there.
        UnknownDissentError: If it is about a disagreement that is not there.
        RationaleError: As what was said and the store say; nothing is saved then.
    """
    concern_id = next(one for one in iter(new_id, "") if not _is_taken(store, one))
    concern = raised(
        step, concern_id=concern_id, decision_id=decision.id, against=decision.revision
    )
    against = concern.raised_against or 0
    if not 1 <= against <= decision.revision:
        raise UnknownRevisionError(decision.id, against, decision.revision)
    known = tuple(one.id for one in decision.dissent)
    for item_id in concern.dissent:
        if item_id not in known:
            raise UnknownDissentError(decision.id, item_id, known)
    return _keep(store, concern, follows=None)


def take_step(store: Store, before: companions.Kept[Concern], step: Step) -> Kept:
    """Take a step with a concern that was raised, and keep it.

    Raises:
        CompanionMovedOnError: If somebody recorded something in it meanwhile.
        RationaleError: As what was said and the store say; nothing is saved then.
    """
    concern = stepped(before.value, step, sha256=before.sha256)
    return _keep(store, concern, follows=before.blob)


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """One sitting about a concern.

    Attributes:
        kind: Which verb.
        answers: What was said.
        terms: Who types, and when.
        heard: Whose words they are.
        to: The step that is opened; ``None``: the next one.
    """

    kind: ConcernKind
    answers: Answers
    terms: Terms
    heard: Heard
    to: int | None = None


def step(
    store: Store, sitting: Sitting, settings: Settings, *, zone: tzinfo, ladder: str = ""
) -> Step:
    """Give what was said at one sitting, with what it is counted by.

    Args:
        store: The folder.
        sitting: What was said.
        settings: Of the folder.
        zone: Of the folder.
        ladder: Name of the ladder of the concern; the answers may name another one.

    Raises:
        NoRecorderError: If nobody says who types.
        ViaWithoutForError: If something was heard from nobody.
        UnknownRegionError: If nobody knows the holidays of the folder's region.
        RationaleError: If there is no such ladder, or it is faulty.
    """
    answers, terms, heard = sitting.answers, sitting.terms, sitting.heard
    recorder = terms.by or _recorder(answers)
    if recorder is None:
        raise NoRecorderError
    if heard.for_ is None and (heard.via or heard.received):
        raise ViaWithoutForError
    return Step(
        kind=sitting.kind,
        said=answers,
        recorder=recorder,
        heard=heard,
        ladder=ladders.ladder(store, answers.get("ladder") or ladder or settings.ladder),
        time=Time(calendar=working_days.calendar(settings), zone=zone, now=terms.now),
        clock_given=terms.clock_given,
        to=sitting.to,
    )


def _recorder(answers: Answers) -> Party | None:
    said = answers.get("by", {}).get("recorder")
    return Party(role=said.get("role", ""), agency=said.get("agency", "")) if said else None


def _is_taken(store: Store, concern_id: str) -> bool:
    return store.read(ids.path_of(concern_id, ids.CONCERNS)) is not None


def _keep(store: Store, concern: Concern, *, follows: str | None) -> Kept:
    path = ids.path_of(concern.id, ids.CONCERNS)
    saved = companion_keeping.keep(
        store,
        concern,
        path,
        follows=follows,
        message=_message(concern),
        at=concern.time.recorded_at.at,
    )
    return Kept(
        concern=concern,
        warnings=saved.warnings,
        found=tuple(one.draft for one in saved.found),
    )


def _message(concern: Concern) -> str:
    """Give a commit message: ids, numbers, kinds and roles, and nothing of what was said."""
    recorder = concern.by.recorder
    role = f"{recorder.role}@{recorder.agency}" if recorder else "not said"
    one_line = " ".join("".join(one if one.isprintable() else " " for one in role).split())
    return (
        f"{concern.kind.value} {concern.id} r{concern.revision}\n\n"
        f"Rationale-Id: {concern.id}\n"
        f"Rationale-Revision: {concern.revision}\n"
        f"Rationale-Kind: {concern.kind.value}\n"
        f"Rationale-By: {one_line}\n"
    )
