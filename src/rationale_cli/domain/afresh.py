"""Answered afresh: what somebody says as if a decision were new, beside what stands, in words."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from rationale_cli.domain.answers import Answers, at, is_blank, next_id, put
from rationale_cli.domain.option import OptionStatus
from rationale_cli.domain.telling.saying import capital, said, short
from rationale_cli.domain.words import Words

SET = "fresh"
"""Name of the question set, and of the verb in a draft."""

_TEXTS = ("question.statement", "reason.change_mind")
_MEASURES = ("status", "likelihood", "impact")
_SILENT = "not-considered"
_CHOSEN = OptionStatus.CHOSEN.value


class Choice(StrEnum):
    """What is to stand where two answers differ."""

    OLD = "old"
    NEW = "new"
    BOTH = "both"


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was answered differently.

    Attributes:
        id: As ``reason.change_mind``, ``risk.physical``, ``option``.
        label: What it is about.
        old: What stands, in words.
        new: What was said afresh, in words.
    """

    id: str
    label: str
    old: str
    new: str


def begun(standing: Answers) -> Answers:
    """Give what somebody who answers afresh has before them: whom it is about, and no reasons."""
    people = [
        {key: one[key] for key in ("id", "age_band", "vulnerability") if key in one}
        for one in standing.get("person", ())
    ]
    taken = {"question_set": standing.get("question_set", ""), "person": people}
    return {name: value for name, value in taken.items() if value}


def points(old: Answers, new: Answers, words: Words) -> tuple[Point, ...]:
    """Give what was answered differently, in the order in which it was asked.

    What was not answered afresh is no difference. Options are the same if they have one name,
    whatever its case and spaces, or one id where it was given; harms if they are of one kind.

    Args:
        old: What stands.
        new: What was said afresh.
        words: What codes and fields are called.
    """
    return tuple(_points(old, new, words))


def settled(
    old: Answers, new: Answers, choices: Mapping[str, str], used: Mapping[str, Iterable[str]]
) -> Answers:
    """Give what stands after each difference was decided; what was not decided stays as it was.

    Args:
        old: What stood.
        new: What was said afresh.
        choices: By the id of a point; see `Choice`.
        used: For each list the ids that were ever used in the history of the record.
    """
    result = old
    for path in _TEXTS:
        result = _text_settled(result, new, path, choices.get(path, Choice.OLD))
    for risk in _looked_at(new):
        choice = choices.get(f"risk.{risk['harm']}", Choice.OLD)
        if choice != Choice.OLD:
            result = _risk_settled(result, risk, choice, used)
    choice = choices.get("option", Choice.OLD)
    return result if choice == Choice.OLD else _options_settled(result, new, choice, used)


def summary(found: Iterable[Point], choices: Mapping[str, str]) -> str:
    """Say that it was answered afresh, and what became of each difference."""
    told: dict[Choice, list[str]] = {choice: [] for choice in Choice}
    for point in found:
        told[Choice(choices.get(point.id, Choice.OLD))].append(point.label)
    parts = [f"{_BECAME[choice]}: {', '.join(labels)}" for choice, labels in told.items() if labels]
    rest = "; ".join(parts) or "nothing was answered differently"
    return f"Answered afresh, before the old answers were shown. {capital(rest)}."


_BECAME = {
    Choice.OLD: "kept as it was",
    Choice.NEW: "taken over as answered afresh",
    Choice.BOTH: "both kept",
}


def _points(old: Answers, new: Answers, words: Words) -> Iterator[Point]:
    yield from _text_point(old, new, _TEXTS[0], words)
    for risk in _looked_at(new):
        stands = _risk_of(old, risk["harm"])
        if any(risk.get(key) not in {None, stands.get(key)} for key in _MEASURES):
            yield Point(
                id=f"risk.{risk['harm']}",
                label=capital(words.harm(risk["harm"])),
                old=_measured(stands, words),
                new=_measured(risk, words),
            )
    if _is_other(old, new):
        before, after = (_optioned(one.get("option", ()), words) for one in (old, new))
        yield Point(id="option", label=words.field("option"), old=before, new=after)
    yield from _text_point(old, new, _TEXTS[1], words)


def _text_point(old: Answers, new: Answers, path: str, words: Words) -> Iterator[Point]:
    before, after = at(old, path), at(new, path)
    if not is_blank(after) and _plain(before) != _plain(after):
        was, now = (said(path, one, words) or "nothing" for one in (before, after))
        yield Point(id=path, label=words.field(path), old=was, new=now)


def _text_settled(old: Answers, new: Answers, path: str, choice: str) -> Answers:
    before, after = str(at(old, path) or "").strip(), str(at(new, path) or "").strip()
    if choice == Choice.OLD or not after or _plain(before) == _plain(after):
        return old
    is_both = choice == Choice.BOTH and bool(before)
    return put(old, path, f"{before}\n{after}\n" if is_both else after)


def _looked_at(new: Answers) -> list[Answers]:
    """Harms that were looked at afresh; those left as not yet looked at say nothing."""
    return [
        one
        for one in new.get("risk", ())
        if one.get("harm") and one.get("status") not in {None, _SILENT}
    ]


def _risk_of(answers: Answers, harm: str) -> Answers:
    found: Answers = next((one for one in answers.get("risk", ()) if one.get("harm") == harm), {})
    return found


def _measured(risk: Answers, words: Words) -> str:
    status = short(words.value("risk.status", risk.get("status") or _SILENT))
    told = [
        f"{words.field(f'risk.{key}').lower()} {said(f'risk.{key}', risk[key], words)}"
        for key in ("likelihood", "impact")
        if risk.get(key)
    ]
    return ", ".join((status, *told))


def _risk_settled(
    old: Answers, risk: Answers, choice: str, used: Mapping[str, Iterable[str]]
) -> Answers:
    stands = _risk_of(old, risk["harm"])
    if not stands:
        new_id = _free(old, "risk", used)
        row = {**risk, "id": new_id}
        return put(old, "risk", [*old.get("risk", ()), row])
    path = f"risk.{stands['id']}"
    result = old
    if choice == Choice.NEW:
        for key in (*_MEASURES, "reason"):
            if risk.get(key) is not None:
                result = put(result, f"{path}.{key}", risk[key])
        return result
    parts = [f"{key} {risk[key]}" for key in _MEASURES if risk.get(key) is not None]
    afresh = f"Answered afresh: {', '.join(parts)}."
    texts = (str(one or "").strip() for one in (stands.get("reason"), afresh, risk.get("reason")))
    return put(result, f"{path}.reason", "\n".join(one for one in texts if one) + "\n")


def _is_other(old: Answers, new: Answers) -> bool:
    """Whether another option is chosen, or one is named that nobody had thought of."""
    fresh = [one for one in new.get("option", ()) if one.get("title")]
    if not fresh:
        return False
    known = [_match(old, one) for one in fresh]
    then = {one["id"] for one in old.get("option", ()) if one.get("status") == _CHOSEN}
    chosen = [_match(old, one) for one in fresh if one.get("status") == _CHOSEN]
    now = {one["id"] for one in chosen if one}
    return not all(known) or (bool(chosen) and now != then)


def _match(old: Answers, option: Answers) -> Answers | None:
    rows = old.get("option", ())
    by_name = (one for one in rows if _plain(one.get("title")) == _plain(option.get("title")))
    return next(by_name, None)


def _optioned(options: Iterable[Answers], words: Words) -> str:
    told = []
    for one in options:
        status = one.get("status")
        state = f" ({short(words.value('option.status', status))})" if status else ""
        told.append(f"{one.get('title', one.get('id'))}{state}")
    return "; ".join(told) or "none"


def _options_settled(
    old: Answers, new: Answers, choice: str, used: Mapping[str, Iterable[str]]
) -> Answers:
    """Options named afresh stand besides the old ones; another choice parks the one before it."""
    result = old
    fresh = [one for one in new.get("option", ()) if one.get("title")]
    chosen: set[str] = set()
    for one in fresh:
        stands = _match(result, one)
        if stands is None:
            stands = {**one, "id": _free(result, "option", used)}
            result = put(result, "option", [*result.get("option", ()), stands])
        if one.get("status") == _CHOSEN:
            chosen.add(stands["id"])
            result = put(result, f"option.{stands['id']}.status", _CHOSEN)
            if not is_blank(one.get("reason")):
                result = put(result, f"option.{stands['id']}.reason", one["reason"])
    if choice == Choice.NEW and chosen:
        for row in result.get("option", ()):
            if row.get("status") == _CHOSEN and row["id"] not in chosen:
                parked = OptionStatus.PARKED.value
                result = put(result, f"option.{row['id']}.status", parked)
    return result


def _free(answers: Answers, name: str, used: Mapping[str, Iterable[str]]) -> str:
    present = (str(one.get("id")) for one in answers.get(name, ()))
    return next_id(name, (*used.get(name, ()), *present))


def _plain(text: Any) -> str:
    return " ".join(str(text or "").split()).casefold().rstrip(".")
