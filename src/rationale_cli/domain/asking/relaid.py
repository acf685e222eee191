"""A draft on the newest revision: what was said on an older one, laid over it."""

from datetime import datetime
from typing import Any

import msgspec

from rationale_cli.domain.answers import NOT_INHERITED, Answers, at, inherited, put
from rationale_cli.domain.asking.draft import Draft, used
from rationale_cli.domain.asking.interview import END, Mode, Place
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.laying import (
    Clash,
    Laid,
    Renames,
    changes,
    is_within,
    laid,
    renamed_path,
)
from rationale_cli.domain.revision import Revision

_BOOKKEEPING = ("format", "id", "revision", "previous", "kind", "question_set")
"""What a hand edit cannot change: the program gives it."""

_GIVEN = ("change.from", "by.recorder")
"""What every revision says anew by itself; no two people differ about it."""


def on_latest(draft: Draft, base: Revision, history: tuple[Revision, ...]) -> Draft:
    """Give a draft on the newest revision, with what was said in it laid over that one.

    Only what the person said is laid over it: a colleague's work since then stays, also where
    both changed the same; the draft then asks about that first, and keeps its own text aside.

    Args:
        draft: As it was kept.
        base: What it was begun on.
        history: Of the record, oldest first.
    """
    ever = used(history)
    found = laid(
        _before(base.decision),
        _ours(draft.answers),
        _before(history[-1].decision),
        ever,
        # A row that was begun and has no answer yet has its id from what is typed in it.
        aside=(*draft.aside, *draft.typed),
    )
    changed = (renamed_path(path, found.renames) for path in draft.changed)
    typed = at(draft.answers, "by.recorder")
    answers = put(found.answers, "by.recorder", typed)
    if draft.verb != "correct":  # what a correction corrects is found out from what it changes
        answers = put(answers, "change.from", history[-1].number)
    return msgspec.structs.replace(
        draft,
        blob=history[-1].blob,
        used=ever,
        answers=answers,
        changed=tuple(one for one in changed if not _is_disputed(one, found)),
        aside=_aside(draft.aside, found),
        stood={
            name: tuple(found.renames.get((name, one), one) for one in ids)
            for name, ids in draft.stood.items()
        },
        typed={renamed_path(path, found.renames): text for path, text in draft.typed.items()},
        clashes=found.clashes,
        place=_place(draft, found),
    )


def edited_on(edited: Decision, history: tuple[Revision, ...]) -> Revision | None:
    """Give the revision of which a text is a hand edit, by what the text says of itself.

    ``None`` if the history has none: then nobody can tell what the hand has changed.
    """
    same = [
        one
        for one in history
        if (one.number, one.decision.previous) == (edited.revision, edited.previous)
    ]
    # Two people may have written one number on the same revision: the time tells them apart.
    exact = [one for one in same if one.decision.time.recorded_at == edited.time.recorded_at]
    return next(iter((*exact, *same)), None)


def of_hand_edit(
    edited: Decision,
    base: Revision,
    history: tuple[Revision, ...],
    *,
    name: str,
    now: datetime,
    reason: Place,
) -> Draft:
    """Give a draft that records a hand edit: its own changes laid over the newest revision.

    Args:
        edited: What the text says.
        base: The revision of which it is an edit.
        history: Of the record, oldest first.
        name: Of the draft that holds the text.
        now: When the draft begins.
        reason: Where the reason of a change is asked.
    """
    newest, ids = history[-1], used(history)
    before = _before(base.decision)
    found = laid(before, _as_said(base.decision, edited), _before(newest.decision), ids)
    return Draft(
        verb="amend",
        record=newest.decision.id,
        blob=newest.blob,
        question_set=newest.decision.question_set,
        mode=Mode.GAPS,
        started_at=now,
        place=None if found.clashes else reason,
        used=ids,
        answers=put(found.answers, "change.from", newest.number),
        changed=found.changed,
        clashes=found.clashes,
        aside=_aside({}, found),
        found=name,
    )


def _before(decision: Decision) -> Answers:
    return put(inherited(seed(decision)), "by.recorder", None)


def _ours(answers: Answers) -> Answers:
    for path in _GIVEN:
        answers = put(answers, path, None)
    return answers


def _as_said(base: Decision, edited: Decision) -> Answers:
    """What a hand edit says; what belongs to one revision only as far as the hand changed it."""
    old, new = seed(base), seed(edited)
    time = {**new["time"], "recorded_at": old["time"]["recorded_at"]}
    said = inherited({**new, "time": time})
    for path, value in changes(old, new).items():
        if any(is_within(path, one) for one in NOT_INHERITED):
            said = put(said, path, value)
    kept = {key: old[key] for key in _BOOKKEEPING if key in old}
    said = {key: value for key, value in said.items() if key not in _BOOKKEEPING}
    return _ours({**said, **kept})


def _aside(aside: dict[str, Any], found: Laid) -> dict[str, Any]:
    """What stood aside, and the draft's own text where a colleague's stands."""
    result = {
        renamed_path(path, found.renames): _renamed_row(path, value, found.renames)
        for path, value in aside.items()
    }
    for clash in found.clashes:
        result |= _kept(clash)
    return result


def _renamed_row(path: str, value: Any, renames: Renames) -> Any:
    name, _, row_id = path.partition(".")
    if isinstance(value, dict) and (name, row_id) in renames:
        return {**value, "id": renames[name, row_id]}
    return value


def _kept(clash: Clash) -> dict[str, Any]:
    if clash.path in ITEM_LETTERS:
        return {f"{clash.path}.{row['id']}": row for row in clash.yours or ()}
    return {clash.path: clash.yours} if clash.yours not in (None, []) else {}


def _is_disputed(path: str, found: Laid) -> bool:
    return any(is_within(path, one.path) for one in found.clashes)


def _place(draft: Draft, found: Laid) -> Place | None:
    """Where both differ first; else a half-typed answer is gone on with."""
    here = draft.place
    if found.clashes:
        return None
    if here is None or not draft.typed:
        return END
    # The letter of an id says its list, and the kinds of harm have codes of their own.
    ids = {old: new for (_, old), new in found.renames.items()}
    return msgspec.structs.replace(
        here, row=ids.get(here.row, here.row), risk=ids.get(here.risk, here.risk)
    )
