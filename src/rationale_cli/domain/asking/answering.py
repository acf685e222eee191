"""What a reply does to an interview. Nothing typed is thrown away: it is set aside."""

from typing import Any

import msgspec

from rationale_cli.domain import answers as loose
from rationale_cli.domain.answers import Answers
from rationale_cli.domain.asking import prompting
from rationale_cli.domain.asking.asked import columns, open_paths, question
from rationale_cli.domain.asking.interview import Interview, Place
from rationale_cli.domain.asking.moving import first_silent, onward
from rationale_cli.domain.asking.row import free_id, place_of, row, rows, stood
from rationale_cli.domain.asking.step import Step, present
from rationale_cli.domain.keeping import GapKind
from rationale_cli.domain.laying import is_within
from rationale_cli.domain.questions.question import Kind


def answer(interview: Interview, value: Any) -> Interview:
    """Take the answer to the present question and go on; an empty list says there is none.

    At the end, and where nothing is asked, nothing changes.
    """
    if present(interview) is None:
        return interview
    done = answered(interview, value)
    there, here = onward(done), interview.place
    # Harms that are taken in any order are not left by an answer while one of them is silent.
    is_left = here.alone and there.place.question != here.question
    silent = first_silent(done) if is_left else None
    return there if silent is None else msgspec.structs.replace(done, place=silent)


def answered(interview: Interview, value: Any) -> Interview:
    """Take the answer to the present question and stay there."""
    step = present(interview)
    if step is None:
        return interview
    interview = _let_go(interview, step)
    if step.takes_none and value == []:
        said = prompting.none_said(interview.answers, step.question, step.place.prompt)
        return settled(interview, said, step.question.path)
    if step.column is not None and step.column.makes:
        found = _own_row(interview, step)
        path, made = prompting.made(interview, step.column, found, value)
        return settled(interview, made, path)
    begun, rowed = _with_row(interview, step)
    if step.takes_none:
        rowed = prompting.answered(rowed, step.question, step.place.prompt)
    return settled(begun, loose.put(rowed, step.path, value), step.path)


def leave(interview: Interview) -> Interview:
    """Go on without a word; a row whose first words are missing is not begun."""
    step = present(interview)
    if step is not None and step.is_new and _is_needed(step) and not _is_put(step):
        return msgspec.structs.replace(interview, place=Place(step.question.id))
    return onward(interview)


def skip(interview: Interview, reason: str, kind: GapKind = GapKind.SKIPPED) -> Interview:
    """Note that the present question was left, and why, and go on.

    A question that has an answer keeps it: only `clear` takes one away. A harm that is skipped
    stays "not yet looked at", with the reason; one that is not known has just that status.
    """
    step = present(interview)
    if step is None or step.is_answered or (step.is_new and not _is_put(step)):
        return leave(interview)
    if step.takes_none:
        path = step.question.none_of(step.place.prompt)
        noted = _noted(interview.answers, _note(interview, path, reason, kind))
        return onward(settled(interview, noted, path))
    if step.harm is not None and step.column is not None and step.column.id == "status":
        return _skip_harm(interview, step, reason, kind)
    put = loose.put(interview.answers, step.path, None)
    note = _note(interview, step.path, reason, kind)
    return onward(settled(interview, _noted(put, note), step.path))


def clear(interview: Interview) -> Interview:
    """Take away the answer to the present question and ask it again; it is set aside.

    The rows of a list are set aside one by one. A harm is then "not yet looked at".
    """
    step = present(interview)
    if step is None or not step.is_answered:
        return interview
    if step.takes_none:
        path = step.question.none_of(step.place.prompt)
        return settled(interview, loose.put(interview.answers, path, None), path)
    if step.column is None and step.kind is Kind.ROWS:
        standing = rows(interview.answers, step.path)
        gone = {f"{step.path}.{one.get('id')}": one for one in standing}
        interview = msgspec.structs.replace(interview, stood=stood(interview, step.path))
    else:
        # That there is none takes one word to say again.
        gone = {} if step.value is None else {step.path: step.value}
    left = "not-considered" if step.asks_harm else None
    put = loose.put(interview.answers, step.path, left)
    return settled(_aside(interview, gone), put, step.path)


def recall(interview: Interview) -> Interview:
    """Answer the present question with what stands aside for it; they change places."""
    step, path = present(interview), recallable(interview)
    if step is None or not path:
        return interview
    if path != step.path:
        return restore(interview, path.partition(".")[2])
    kept = {name: value for name, value in interview.aside.items() if name != path}
    if step.value is not None:
        kept[path] = step.value
    begun, rowed = _with_row(msgspec.structs.replace(interview, aside=kept), step)
    return settled(begun, loose.put(rowed, path, interview.aside[path]), path)


def recallable(interview: Interview) -> str:
    """Give the path of what stands aside for the present question, or an empty text.

    It is the question's own, or that of a whole row which a kind of harm had before.
    """
    step = present(interview)
    if step is None:
        return ""
    own = (step.path, step.path.rpartition(".")[0]) if step.is_new and step.harm else (step.path,)
    return next((path for path in own if path in interview.aside), "")


def add(interview: Interview, first: Any = None) -> Interview:
    """Begin a new row of the list that is asked; it stands once its first answer is given."""
    step = present(interview)
    if step is None or step.kind is not Kind.ROWS:
        return interview
    begun = change(interview, free_id(interview, step.question.to))
    return begun if first is None else answer(begun, first)


def change(interview: Interview, row_id: str, column: str = "") -> Interview:
    """Go through a row of the list that is asked, or ask one of its columns alone."""
    found = question(interview, interview.place.question)
    if found is None or found.kind is not Kind.ROWS:
        return interview
    standing = [one.id for one in columns(interview, found, row_id)]
    if not standing:
        return interview
    is_alone = column in [one.id for one in found.columns]
    place = Place(found.id, row_id, column if is_alone else standing[0], is_alone)
    return msgspec.structs.replace(interview, place=place)


def move(interview: Interview, row_id: str, by: int) -> Interview:
    """Move a row up or down the list that is asked; beyond its ends nothing changes."""
    found = question(interview, interview.place.question)
    if found is None or found.kind is not Kind.ROWS:
        return interview
    standing = rows(interview.answers, found.to)
    ids = [str(one.get("id")) for one in standing]
    if row_id not in ids or not 0 <= ids.index(row_id) + by < len(ids) or by == 0:
        return interview
    standing.insert(ids.index(row_id) + by, standing.pop(ids.index(row_id)))
    return msgspec.structs.replace(
        interview,
        # Not put as an answer: a place in a list decides nothing between two texts in it.
        answers={**interview.answers, found.to: standing},
        changed=tuple(dict.fromkeys((*interview.changed, found.to))),
    )


def remove(interview: Interview, row_id: str) -> Interview:
    """Take a row off the list that is asked; it is set aside and can be restored."""
    found = question(interview, interview.place.question)
    if found is None or (gone := row(interview.answers, found.to, row_id)) is None:
        return interview
    path = f"{found.to}.{row_id}"
    put = loose.put(interview.answers, path, None)
    interview = msgspec.structs.replace(interview, stood=stood(interview, found.to))
    return settled(_aside(interview, {path: gone}), put, path)


def restore(interview: Interview, row_id: str) -> Interview:
    """Put a row back that was taken off the list that is asked."""
    found = question(interview, interview.place.question)
    path = f"{found.to}.{row_id}" if found else ""
    if found is None or path not in interview.aside:
        return interview
    kept = {name: value for name, value in interview.aside.items() if name != path}
    standing = rows(interview.answers, found.to)
    ids = [str(one.get("id")) for one in standing]
    place = place_of(row_id, ids, interview.stood.get(found.to, ()))
    standing.insert(place, interview.aside[path])
    put = loose.put(interview.answers, found.to, standing)
    return settled(msgspec.structs.replace(interview, aside=kept), put, path)


def _is_put(step: Step) -> bool:
    """Whether it is asked without anybody having begun a row."""
    return step.harm is not None or step.prompt is not None


def _let_go(interview: Interview, step: Step) -> Interview:
    """What was typed for a prompt is its answer now."""
    left = {path: text for path, text in interview.typed.items() if path != step.held}
    return msgspec.structs.replace(interview, typed=left)


def _own_row(interview: Interview, step: Step) -> Answers:
    """The row about which something is asked that it does not hold itself."""
    place = interview.place
    answered = prompting.row_of(interview, step.question, place.prompt) if place.prompt else ""
    return row(interview.answers, step.question.to, answered or place.row) or {}


def _is_needed(step: Step) -> bool:
    return step.column is not None and step.column.needed


def _with_row(interview: Interview, step: Step) -> tuple[Interview, Answers]:
    """The answers with the row of the present question, which may begin with its answer.

    What was said of a harm before, in a row that was taken away, stands aside field by field.
    """
    if not step.is_new:
        return interview, interview.answers
    name, row_id, _ = step.path.split(".", 2)
    new = {"id": row_id} | ({"harm": step.harm.harm.code} if step.harm is not None else {})
    if step.prompt is not None:
        new["prompt"] = step.prompt.prompt.id
    put = loose.put(interview.answers, name, [*rows(interview.answers, name), new])
    aside = {**interview.aside}
    gone = aside.pop(f"{name}.{row_id}", {})
    aside |= {f"{name}.{row_id}.{key}": gone[key] for key in gone if key not in (*new, "status")}
    return msgspec.structs.replace(interview, aside=aside), put


def _skip_harm(interview: Interview, step: Step, reason: str, kind: GapKind) -> Interview:
    if kind is GapKind.UNKNOWN:
        known = answer(interview, "unknown")
        # A reason given with "not known" is the beginning of the plan that it needs.
        return answer(known, reason) if reason and known.place.column == "plan" else known
    begun, rowed = _with_row(interview, step)
    put = loose.put(rowed, step.path, "not-considered")
    note = _note(interview, step.path, reason, kind)
    return onward(settled(begun, _noted(put, note), step.path))


def _note(interview: Interview, path: str, reason: str, kind: GapKind) -> Answers:
    note = {"id": free_id(interview, "gap"), "path": path, "kind": kind.value}
    return note | ({"reason": reason} if reason else {})


def _noted(put: Answers, note: Answers) -> Answers:
    others = [one for one in rows(put, "gap") if one.get("path") != note["path"]]
    return {**put, "gap": [*others, note]}


def _aside(interview: Interview, gone: Answers) -> Interview:
    return msgspec.structs.replace(interview, aside={**interview.aside, **gone})


def settled(interview: Interview, put: Answers, path: str) -> Interview:
    """Set aside what this change closes, and bring back what it opens again."""
    aside = dict(interview.aside)
    before = open_paths(interview.questions, interview.answers)
    for _ in interview.questions.questions:
        after = open_paths(interview.questions, put)
        closed = {one: loose.at(put, one) for one in sorted(before - after)}
        closed = {one: value for one, value in closed.items() if value is not None}
        opened = [one for one in sorted(after - before) if _comes_back(one, aside, put, path)]
        if not closed and not opened:
            break
        aside |= closed
        for one in closed:
            put = loose.put(put, one, None)
        for one in opened:
            put = loose.put(put, one, aside.pop(one))
        before = after
    return msgspec.structs.replace(
        interview,
        answers=put,
        aside=aside,
        typed={one: text for one, text in interview.typed.items() if one != path},
        changed=tuple(dict.fromkeys((*interview.changed, path))),
        clashes=tuple(one for one in interview.clashes if not decides(path, one.path)),
    )


def _comes_back(one: str, aside: Answers, put: Answers, path: str) -> bool:
    # A row that is put back holds answers of its own, which what stands aside must not replace.
    return one in aside and one != path and loose.at(put, one) is None


def decides(path: str, clash: str) -> bool:
    """Whether what is said at a path decides what both had changed at another."""
    return is_within(path, clash) or is_within(clash, path)
