"""Changes told in words: a sentence for each, grouped as the record is."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import msgspec

from rationale_cli.domain.change import Change, ChangeKind, diff
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.form import seed
from rationale_cli.domain.option import Option, OptionStatus
from rationale_cli.domain.risk import RiskStatus
from rationale_cli.domain.telling.saying import capital, general, heading, said, short
from rationale_cli.domain.words import Words


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One change, or those of one item, in words.

    Attributes:
        is_material: Whether it belongs on page one: what became of the options, the mode, the
            status; a risk or disagreement that is new, gone or stands differently.
    """

    text: str
    is_material: bool = False


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """What changed in one part of a record; never without a sentence."""

    heading: str
    sentences: tuple[Sentence, ...]


def tell(before: Decision, after: Decision, words: Words) -> tuple[Section, ...]:
    """Tell what changed between two decisions; empty if nothing did.

    Sections with material changes come first; in each, what changed of one item stays together.
    """
    sections: dict[str, list[Sentence]] = {}
    for line in _chosen(before, after):
        sections.setdefault(_DECISION, []).append(line)
    changes, named = diff(before, after), {**_named(before, words), **_named(after, words)}
    for (title, _), group in groupby(changes, key=lambda one: (_heading(one, words), _of(one))):
        told = sections.setdefault(title, [])
        told.extend(_sentences(tuple(group), named, words))
    return tuple(Section(heading=name, sentences=tuple(told)) for name, told in sections.items())


_DECISION = "The decision"
_RECORD = "The record"
_SPEAKS_FOR_ITSELF = ("control.state", "dissent.status", "risk.status")
_MEASURES = ("status", "likelihood", "impact", "residual")


def _named(decision: Decision, words: Words) -> dict[str, str]:
    """What each item is called at the head of a sentence, by its path."""
    answers = seed(decision)
    return {
        f"{name}.{item['id']}": heading(name, item, words)
        for name in ITEM_LETTERS
        for item in answers.get(name, ())
    }


def _heading(change: Change, words: Words) -> str:
    name, *rest = change.path.split(".")
    if name in {"mode", "status"} or _is_outcome(change):
        return _DECISION
    return words.field(name) if rest or name in ITEM_LETTERS else _RECORD


def _of(change: Change) -> str:
    """What a change is about: an item with all its fields, or one field."""
    name, *rest = change.path.split(".")
    if _is_outcome(change):
        return "option.status"
    return f"{name}.{rest[0]}" if name in ITEM_LETTERS and rest else change.path


def _is_outcome(change: Change) -> bool:
    """Whether an option that was there before came out differently."""
    return change.path.startswith("option.") and change.path.endswith(".status")


def _chosen(before: Decision, after: Decision) -> Iterator[Sentence]:
    old, new = _chosen_option(before), _chosen_option(after)
    if old != new:
        yield Sentence(text=f"Chosen option: {old} → {new}", is_material=True)


def _chosen_option(decision: Decision) -> str:
    chosen = [one for one in decision.option if one.status is OptionStatus.CHOSEN]
    return " and ".join(_option(one) for one in chosen) or "none"


def _option(option: Option) -> str:
    return f"{option.id} ({option.title})" if option.title else option.id


def _sentences(
    changes: tuple[Change, ...], named: dict[str, str], words: Words
) -> Iterator[Sentence]:
    """Tell the changes of one item in a few sentences, or that of a field in one."""
    # A none is about one list. Told with the rest, it would speak for all that changed.
    for change in changes:
        if change.kind in _SILENCES:
            yield _silence(change, named, words)
    loud = tuple(change for change in changes if change.kind not in _SILENCES)
    if loud:
        yield from _told(loud, named, words)


def _silence(change: Change, named: dict[str, str], words: Words) -> Sentence:
    item = named.get(".".join(change.path.split(".")[:2]))
    text = _field(change, words, alone=item is None)
    return Sentence(text=f"{capital(item)}: {text}" if item else text)


def _told(changes: tuple[Change, ...], named: dict[str, str], words: Words) -> Iterator[Sentence]:
    first = changes[0]
    name, *rest = first.path.split(".")
    if _is_outcome(first):
        yield Sentence(text=_outcomes(changes, words), is_material=True)
    elif name in ITEM_LETTERS and first.kind is ChangeKind.MOVED:
        yield Sentence(text=_moved(first, named, words))
    elif name not in ITEM_LETTERS or not rest:
        is_material = name in {"mode", "status"}
        yield from (
            Sentence(text=_field(change, words, alone=True), is_material=is_material)
            for change in changes
        )
    elif first.kind is ChangeKind.ITEM_ADDED:
        yield _added(name, first.after, words)
    elif first.kind is ChangeKind.ITEM_REMOVED:
        text = f"Taken away: {heading(name, first.before, words)}"
        yield Sentence(text=text, is_material=name in {"risk", "dissent"})
    else:
        yield from _changed(name, named[f"{name}.{rest[0]}"], changes, words)


def _outcomes(changes: tuple[Change, ...], words: Words) -> str:
    """All options in one sentence: what became of them is read together."""
    told = []
    for change in changes:
        before, after = (
            said("option.status", one, words) or "open" for one in (change.before, change.after)
        )
        told.append(f"{change.path.split('.')[1]} {before} → {after}")
    return f"{capital(words.noun('option', len(told)))}: {', '.join(told)}"


_SILENCES = (ChangeKind.NONE_SAID, ChangeKind.NONE_UNSAID)


def _added(name: str, item: dict[str, Any], words: Words) -> Sentence:
    what = heading(name, item, words)
    if name == "risk":
        measures = ", ".join(_measured(key, item[key], words) for key in _MEASURES if key in item)
        before = words.value("risk.status", RiskStatus.NOT_CONSIDERED)
        text = f"{capital(what)}: {before} → {measures or 'noted'}"
        return Sentence(text=text, is_material=True)
    more = _newly(name, item, words)
    return Sentence(text=f"New: {what}{more and f': {more}'}", is_material=name == "dissent")


def _newly(name: str, item: dict[str, Any], words: Words) -> str:
    """What is worth saying of a new item besides what it is called."""
    keys = {
        "approval": ("outcome",),
        "consulted": ("view",),
        "control": ("state",),
        "dissent": ("status",),
        "option": ("status",),
        "rating": ("value",),
    }.get(name, ())
    return ", ".join(short(said(f"{name}.{key}", item[key], words)) for key in keys if key in item)


def _measured(key: str, value: Any, words: Words) -> str:
    told = said(f"risk.{key}", value, words)
    return told if key == "status" else f"{words.field(f'risk.{key}').lower()} {told}"


def _changed(name: str, what: str, changes: tuple[Change, ...], words: Words) -> Iterator[Sentence]:
    """One sentence for what matters most of an item, one for the rest."""
    material = {"risk": _MEASURES, "dissent": ("status",)}.get(name, ())
    for is_material in (True, False):
        parts = [
            _field(change, words)
            for change in changes
            if (change.path.rpartition(".")[2] in material) is is_material
        ]
        if parts:
            text = f"{capital(what)}: {'; '.join(parts)}"
            yield Sentence(text=text, is_material=is_material)


def _field(change: Change, words: Words, *, alone: bool = False) -> str:
    """Tell one change of a field; *alone* if it does not follow the name of its item."""
    path = general(change.path)
    field = words.field(path)
    field = field if alone else field[:1].lower() + field[1:]
    before, after = (said(path, one, words) for one in (change.before, change.after))
    match change.kind:
        case ChangeKind.SET:
            return f"{field}: {after}, not said before"
        case ChangeKind.CLEARED:
            return f"{field}: taken away, was {before}"
        case ChangeKind.CHANGED if path in _SPEAKS_FOR_ITSELF:
            return f"{before} → {after}"
        case ChangeKind.CHANGED:
            return f"{field}: {before} → {after}{_direction(change)}"
        case ChangeKind.ENTRY_ADDED:
            return f"{field}: + {after}"
        case ChangeKind.ENTRY_REMOVED:
            return f"{field}: − {before}"
        case ChangeKind.NONE_SAID:
            return f"{field}: asked, and there is none"
        case ChangeKind.NONE_UNSAID:
            return f"{field}: no longer said that there is none"
        case _:
            return f"{field}: in another order, {_listed(change.after)}"


def _moved(change: Change, named: dict[str, str], words: Words) -> str:
    """Tell the one item that was moved and where it stands now; or, of several, the new order."""
    before, after = list(change.before), list(change.after)
    ahead_first = sorted(after, key=lambda one: after.index(one) - before.index(one))
    for item in ahead_first:
        if _less(before, item) == _less(after, item):
            what = capital(named[f"{change.path}.{item}"])
            behind = after[after.index(item) + 1 :]
            where = f"before {named[f'{change.path}.{behind[0]}']}" if behind else "to the end"
            return f"{what}: moved {where}"
    return _field(change, words, alone=True)


def _less(order: list[str], item: str) -> list[str]:
    return [one for one in order if one != item]


def _listed(order: Iterable[str]) -> str:
    return ", ".join(order)


def _direction(change: Change) -> str:
    if type(change.before) is not int or type(change.after) is not int:
        return ""
    return ", up" if change.after > change.before else ", down"
