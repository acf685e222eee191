"""What a note touches: the record's own warning signs and controls, and what is said of them."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from rationale_cli.domain.answers import Answers, next_id, put

SIGNS, CAME_UP, ACTED, WHY_LATER = "no.signs", "no.fired", "no.acted", "no.later"
CONTROLS, STATE = "no.controls", "no.state"
"""Questions of the set ``note``; what they hear goes into the record's own fields."""

_ASKED = (SIGNS, CAME_UP, ACTED, WHY_LATER)
_SEEN = ("event", "threshold")


def signs(answers: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Give the warning signs of a record, each text once: its id, and what would be seen.

    They are its look-again points that are no days, then what its unthinkable scenarios and its
    risks name as a sign.
    """
    found: dict[str, tuple[str, str]] = {}
    for item_id, text in _signs(answers):
        if text.strip():
            found.setdefault(_key(text), (item_id, " ".join(text.split())))
    return tuple(found.values())


def controls(answers: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Give the controls of a record: each id, and what is done."""
    return tuple(
        (str(one.get("id")), " ".join(str(one.get("what", "")).split()))
        for one in _rows(answers, "control")
    )


OFFERED = {"signs": signs, "controls": controls}
"""What a question can offer of the record itself, by the word for it."""


def fire(
    answers: Answers, sign: str, at: datetime, *, used: Mapping[str, tuple[str, ...]], **said: Any
) -> Answers:
    """Note that a warning sign came up.

    A look-again point gets the time; one that came up before and was acted on stays as it is, and
    a new one says that it came up again. A sign of a risk or of a scenario becomes an event.

    Args:
        answers: Of the whole record.
        sign: Id of a look-again point, a risk or a scenario; one that is not there does nothing.
        at: When it came up.
        used: For each list the ids that were ever used.
        said: ``acted_at`` and ``late_reason``, as far as somebody said them.
    """
    point = _point(answers, sign)
    if point is None:
        return answers
    added = {key: value for key, value in said.items() if value}
    every = _rows(answers, "trigger")
    if "id" in point and not point.get("acted_at"):
        fired = {"fired_at": at, **point, **added}
        return put(answers, f"trigger.{point['id']}", fired)
    ids = (*used.get("trigger", ()), *(str(one.get("id")) for one in every))
    told = {key: point[key] for key in ("text", "owner", "sensitivity") if point.get(key)}
    new = {"id": next_id("trigger", ids), "kind": "event", **told, "fired_at": at, **added}
    return {**answers, "trigger": [*every, new]}


def applied(answers: Answers, *, now: datetime, used: Mapping[str, tuple[str, ...]]) -> Answers:
    """Give answers with what was said of signs and controls in the record's own fields.

    What came up at a time that nobody gave had come up by the time of the note.

    Args:
        answers: Of the whole record.
        now: When it is recorded.
        used: For each list the ids that were ever used.
    """
    heard = dict(answers.get("answers") or {})
    if not any(heard.get(one) for one in (SIGNS, CONTROLS)):
        return _without_none(answers)
    found = answers
    at = heard.get(CAME_UP) or answers.get("time", {}).get("decided_at") or now
    for sign in heard.get(SIGNS) or ():
        said = {"acted_at": heard.get(ACTED), "late_reason": heard.get(WHY_LATER)}
        found = fire(found, sign, at, used=used, **said)
    done = _ASKED if heard.get(SIGNS) else ()
    if state := heard.get(STATE):
        for control in heard.get(CONTROLS) or ():
            found = put(found, f"control.{control}.state", state)
        done = (*done, CONTROLS, STATE)
    kept = {key: value for key, value in heard.items() if key not in done}
    return _without_none(put(found, "answers", kept or None))


def _without_none(answers: Answers) -> Answers:
    """That this note touched nothing says nothing about the next one."""
    ours = {f"answers.{one}" for one in (SIGNS, CONTROLS)}
    return put(answers, "none", [one for one in answers.get("none", []) if one not in ours] or None)


def _point(answers: Mapping[str, Any], sign: str) -> dict[str, Any] | None:
    """The look-again point that stands for a sign; without an id if there is none yet."""
    for one in _rows(answers, "trigger"):
        if one.get("id") == sign:
            return one
    for name, owner in (("unthinkable", "who_would_see"), ("risk", "")):
        for one in _rows(answers, name):
            if one.get("id") == sign and one.get("warning_sign"):
                text = one["warning_sign"]
                there = next(
                    (
                        each
                        for each in _rows(answers, "trigger")
                        if _key(str(each.get("text", ""))) == _key(text)
                    ),
                    None,
                )
                if there is not None:
                    return there
                new = {"text": text, "owner": one.get(owner), "sensitivity": one.get("sensitivity")}
                return {key: value for key, value in new.items() if value}
    return None


def _signs(answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for one in _rows(answers, "trigger"):
        if one.get("kind") in _SEEN:
            yield str(one.get("id")), str(one.get("text", ""))
    for name in ("unthinkable", "risk"):
        for one in _rows(answers, name):
            yield str(one.get("id")), str(one.get("warning_sign", ""))


def _rows(answers: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = answers.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _key(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
