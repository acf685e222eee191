"""Changes told in words: a sentence for each item or field, grouped as the record is."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import structs

from rationale_cli.domain.acting import waited
from rationale_cli.domain.answers import is_blank
from rationale_cli.domain.change import Change, ChangeKind, diff
from rationale_cli.domain.decision import ITEM_LETTERS, Decision, chosen
from rationale_cli.domain.form import seed
from rationale_cli.domain.option import Option
from rationale_cli.domain.risk import RiskStatus
from rationale_cli.domain.telling.clause import clause, details, field_of, reordered, the_moved
from rationale_cli.domain.telling.grouping import (
    COMING,
    DECISION,
    MEASURES,
    SILENCES,
    about,
    is_material,
    is_outcome,
    section_of,
)
from rationale_cli.domain.telling.saying import (
    capital,
    general,
    headed,
    heading,
    said,
    short,
    small,
)
from rationale_cli.domain.telling.sentence import Clause, Section, Sentence, plainly
from rationale_cli.domain.words import Words


def tell(before: Decision, after: Decision, words: Words) -> tuple[Section, ...]:
    """Tell what changed between two decisions; empty if nothing did.

    Sections with material changes come first; in each, what changed of one item stays together.
    """
    return sections(diff(before, after), before, after, words)


def sections(
    changes: Iterable[Change],
    before: Decision,
    after: Decision,
    words: Words,
    *,
    apart: Callable[[Change], int] = lambda _: 0,
) -> tuple[Section, ...]:
    """Tell changes, as `tell` does.

    Args:
        changes: Between the two decisions.
        before: What was decided before.
        after: What is decided now.
        words: What codes and fields are called.
        apart: Changes of one item for which it gives different numbers are told apart.
    """
    found = tuple(changes)
    items = named(before, after, words)
    waits = {f"trigger.{one.id}": waited(one) for one in after.trigger}
    groups: dict[tuple[str, str, int], list[Change]] = {}
    for one in found:
        key = (section_of(one, words), about(one), 0 if is_outcome(one) else apart(one))
        groups.setdefault(key, []).append(one)
    told: dict[str, list[Sentence]] = {}
    for sentence in _chosen(found, before, after):
        told.setdefault(DECISION, []).append(sentence)
    for (title, _, _), group in groups.items():
        told.setdefault(title, []).extend(
            _timed(one, waits) for one in _sentences(tuple(group), items, words)
        )
    return tuple(Section(heading=one, sentences=tuple(those)) for one, those in told.items())


def _timed(sentence: Sentence, waits: dict[str, str]) -> Sentence:
    """Say how long it took to act, where a sentence says that somebody acted."""
    for one in sentence.changes:
        gap = waits.get(one.item or one.path)
        if gap and one.path.endswith(".acted_at"):
            return structs.replace(sentence, clauses=(*sentence.clauses, _plain(gap)))
        if gap and one.kind is ChangeKind.ITEM_ADDED:
            return structs.replace(sentence, details=(*sentence.details, _plain(gap)))
    return sentence


def _plain(text: str) -> Clause:
    return Clause(pieces=plainly(text))


def named(before: Decision, after: Decision, words: Words) -> dict[str, str]:
    """Give what each item of two decisions is called at the head of a sentence, by its path."""
    return {
        f"{name}.{item['id']}": heading(name, item, words)
        for answers in (seed(before), seed(after))
        for name in ITEM_LETTERS
        for item in answers.get(name, ())
    }


_TOLD_AT_ONCE = {
    "approval": ("outcome",),
    "consulted": ("view",),
    "control": ("state",),
    "dissent": ("status",),
    "option": ("status",),
    "rating": ("value",),
}
"""What is worth saying of a new item besides what it is called."""


def _chosen(changes: tuple[Change, ...], before: Decision, after: Decision) -> Iterator[Sentence]:
    old, new = chosen(before), chosen(after)
    if [one.id for one in old] == [one.id for one in new]:
        return
    ids = {one.id for one in (*old, *new)}
    made = tuple(
        one
        for one in changes
        if one.item.removeprefix("option.") in ids and (is_outcome(one) or one.kind in COMING)
    )
    if made:
        text = f"{_together(old)} → {_together(new)}"
        clauses = (Clause(pieces=plainly(text)),)
        yield Sentence(head="Chosen option", clauses=clauses, is_material=True, changes=made)


def _together(options: tuple[Option, ...]) -> str:
    told = (f"{one.id} ({one.title})" if one.title else one.id for one in options)
    return " and ".join(told) or "none"


def _sentences(
    changes: tuple[Change, ...], named: dict[str, str], words: Words
) -> Iterator[Sentence]:
    """Tell the changes of one item in a few sentences, or those of a field in one."""
    # A none is about one list. Told with the rest, it would speak for all that changed.
    for change in changes:
        if change.kind in SILENCES:
            yield _sentence((change,), named.get(change.item, ""), words)
    loud = tuple(change for change in changes if change.kind not in SILENCES)
    if loud:
        yield from _told(loud, named, words)


def _told(changes: tuple[Change, ...], named: dict[str, str], words: Words) -> Iterator[Sentence]:
    first = changes[0]
    name = first.path.split(".")[0]
    if is_outcome(first):
        yield _outcomes(changes, words)
    elif first.kind is ChangeKind.ITEM_ADDED:
        yield _added(name, first, words)
    elif first.kind is ChangeKind.ITEM_REMOVED:
        head = f"Taken away: {heading(name, first.before, words)}"
        yield Sentence(head=head, is_material=is_material(first), changes=changes)
    elif first.kind is ChangeKind.MOVED and name in ITEM_LETTERS and not first.item:
        yield _moved(first, named, words)
    else:
        for wanted in (True, False):
            if some := tuple(one for one in changes if is_material(one) is wanted):
                yield _sentence(some, named.get(first.item, ""), words)


def _sentence(changes: tuple[Change, ...], item: str, words: Words) -> Sentence:
    """Tell changes of one item, or of one field outside of any."""
    return Sentence(
        head=_head(changes, item, words),
        clauses=tuple(clause(one, words, labelled=bool(item)) for one in changes),
        is_material=is_material(changes[0]),
        changes=changes,
    )


def _head(changes: tuple[Change, ...], item: str, words: Words) -> str:
    if not item:
        return field_of(changes[0], words)
    name, item_id = changes[0].item.split(".")
    if any(general(one.path) in {f"{name}.{key}" for key in headed(name)} for one in changes):
        # What it is called is what changed: it stands in the sentence, before and after.
        return capital(f"{words.noun(name)} {item_id}")
    return capital(item)


def _outcomes(changes: tuple[Change, ...], words: Words) -> Sentence:
    """All options in one sentence: what became of them is read together."""
    told = []
    for change in changes:
        before, after = (
            said("option.status", one, words) or "open" for one in (change.before, change.after)
        )
        told.append(f"{change.item.removeprefix('option.')} {before} → {after}")
    return Sentence(
        head=capital(words.noun("option", len(told))),
        clauses=(Clause(pieces=plainly(", ".join(told))),),
        is_material=True,
        changes=changes,
    )


def _added(name: str, change: Change, words: Words) -> Sentence:
    item: dict[str, Any] = change.after
    keys = MEASURES if name == "risk" else _TOLD_AT_ONCE.get(name, ())
    there = [key for key in keys if key in item]
    what = heading(name, item, words)
    if name == "risk":
        head = capital(what)
        before = words.value("risk.status", RiskStatus.NOT_CONSIDERED)
        measures = ", ".join(_measured(key, item[key], words) for key in there)
        told = f"{before} → {measures or 'noted'}"
    else:
        head = f"{'Raised' if name == 'dissent' else 'New'}: {what}"
        told = ", ".join(short(said(f"{name}.{key}", item[key], words)) for key in there)
    return Sentence(
        head=head,
        clauses=(Clause(pieces=plainly(told)),) if not is_blank(told) else (),
        details=details(name, item, there, words),
        is_material=is_material(change),
        changes=(change,),
    )


def _measured(key: str, value: Any, words: Words) -> str:
    told = said(f"risk.{key}", value, words)
    return told if key == "status" else f"{small(words.field(f'risk.{key}'))} {told}"


def _moved(change: Change, named: dict[str, str], words: Words) -> Sentence:
    one = the_moved(change)
    told = {item: named[f"{change.path}.{item}"] for item in change.after}
    head = words.field(change.path) if one is None else capital(told[one])
    text = reordered(change, told if one is None else {**told, one: ""})
    return Sentence(head=head, clauses=(Clause(pieces=plainly(text)),), changes=(change,))
