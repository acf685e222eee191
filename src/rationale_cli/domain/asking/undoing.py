"""Taking back what was done to a list, one change after the other; nothing typed is thrown away."""

from collections.abc import Iterator
from typing import Any

import msgspec

from rationale_cli.domain.answers import Answers, at, next_id
from rationale_cli.domain.asking.answering import decides, settled
from rationale_cli.domain.asking.asked import ROWED, question
from rationale_cli.domain.asking.interview import Interview, Place
from rationale_cli.domain.asking.moving import restored
from rationale_cli.domain.asking.row import row, rows, stood
from rationale_cli.domain.laying import is_within
from rationale_cli.domain.order import ordered
from rationale_cli.domain.risk import RiskStatus


def noted(earlier: tuple[Interview, ...], interview: Interview) -> tuple[Interview, ...]:
    """Give what can be gone back to, with an interview as it stands before the next reply.

    Args:
        earlier: Oldest first.
        interview: Only at a list of rows, or in the walk through the harms, it is of use.
    """
    return (*earlier, interview) if _list(interview) else earlier


def undone(
    interview: Interview, earlier: tuple[Interview, ...]
) -> tuple[Interview, tuple[Interview, ...]]:
    """Take back the last change made to the list at which an interview stands.

    At the list itself that is all that was done since it stood there: a row added with all its
    answers, changed, moved, taken away, put back. In a row, or in the walk through the harms, it
    is the last answer. What was said elsewhere stays.

    Args:
        interview: As it stands.
        earlier: As it stood before each reply of this sitting, oldest first; see `noted`.

    Returns:
        The interview as it was before that change, and what can be gone back to from there; both
        as they are if there is nothing to take back.
    """
    name = _list(interview)
    own = [place for place, one in enumerate(earlier) if name and _list(one) == name]
    for place in reversed(own):
        before = earlier[place]
        is_stop = not before.place.row or place == own[0] or bool(interview.place.row)
        if is_stop and _of_list(before.answers, name) != _of_list(interview.answers, name):
            left = tuple(one for at, one in enumerate(earlier) if at not in own or at < place)
            return _as_before(interview, before, name), left
    return interview, earlier


def _list(interview: Interview) -> str:
    """Name of the list at which an interview stands, or empty."""
    found = question(interview, interview.place.question)
    return found.to if found is not None and found.kind in ROWED else ""


def _of_list(answers: Answers, name: str) -> Answers:
    """What answers hold of a list: its rows, and what was noted of it and in it."""
    none = [path for path in answers.get("none", []) if is_within(path, name)]
    gaps = [gap for gap in rows(answers, "gap") if is_within(str(gap.get("path")), name)]
    return {name: answers.get(name, []), "none": none, "gap": gaps}


def _as_before(interview: Interview, before: Interview, name: str) -> Interview:
    now, then = interview.answers, _of_list(before.answers, name)
    lost = dict(_lost(name, rows(now, name), then[name]))
    put = _with(now, name, then, order=[gap["id"] for gap in rows(before.answers, "gap")])
    aside = {
        path: value
        for path, value in {**interview.aside, **lost}.items()
        if not (is_within(path, name) and _stands(put, path, value))
    }
    changed = (
        *(path for path in interview.changed if not is_within(path, name)),
        *(path for path in before.changed if is_within(path, name)),
    )
    clashes = tuple(
        one for one in before.clashes if one in interview.clashes or decides(name, one.path)
    )
    result = settled(msgspec.structs.replace(interview, aside=aside), put, name)
    place = before.place if interview.place.row else Place(interview.place.question)
    return restored(
        msgspec.structs.replace(
            result,
            place=place,
            stood=stood(interview, name),
            typed=interview.typed,
            changed=changed,
            clashes=clashes,
        )
    )


def _lost(name: str, now: list[Answers], then: list[Answers]) -> Iterator[tuple[str, Any]]:
    """What was said in a list and is not there any more, by path: whole rows, or fields of one."""
    before = {str(one.get("id")): one for one in then}
    for one in now:
        row_id = str(one.get("id"))
        if row_id not in before:
            yield f"{name}.{row_id}", one
            continue
        for key, value in one.items():
            # That nobody has looked at a harm is no word of anybody.
            if value != before[row_id].get(key) and value != RiskStatus.NOT_CONSIDERED:
                yield f"{name}.{row_id}.{key}", value


def _with(answers: Answers, name: str, then: Answers, *, order: list[str]) -> Answers:
    """Answers with a list, and what is noted of it, as it was then; gaps in their old order."""
    others = _of_list(answers, name)
    gaps = [gap for gap in rows(answers, "gap") if gap not in others["gap"]]
    taken = [str(gap.get("id")) for gap in gaps]
    for gap in then["gap"]:
        gap_id = gap["id"] if gap["id"] not in taken else next_id("gap", taken)
        taken.append(gap_id)
        gaps.append({**gap, "id": gap_id})
    none = [path for path in answers.get("none", []) if path not in others["none"]]
    put = {
        **answers,
        name: then[name],
        "gap": ordered(gaps, order),
        "none": [*none, *then["none"]],
    }
    return {key: value for key, value in put.items() if value != [] or key not in then}


def _stands(answers: Answers, path: str, value: Any) -> bool:
    """Whether what stands aside is there again: a row by its id, a field by what it says."""
    name, *rest = path.split(".")
    if len(rest) == 1:
        return row(answers, name, rest[0]) is not None
    return bool(at(answers, path) == value)
