"""Where it came from, on a screen: a paragraph for one place, blocks for several."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from rationale_cli.cli.place import is_item, stands, stood
from rationale_cli.domain.answers import split
from rationale_cli.domain.decision import ITEM_LETTERS, Decision
from rationale_cli.domain.lateness import later
from rationale_cli.domain.origin import Origin
from rationale_cli.domain.telling.saying import capital, heading, placed
from rationale_cli.domain.telling.silence import SilenceKind, silence, unsaid
from rationale_cli.domain.viewed import Viewed
from rationale_cli.domain.words import Words, told

_LONGEST = 120
"""Characters of a text that are shown where every place of a record is listed."""


def lines(found: tuple[Origin, ...], decision: Decision, path: str, words: Words) -> Iterator[str]:
    """Tell one place in a paragraph of labelled lines, or several in blocks.

    Each line of a block begins with the revision that last set the place; at the end every
    revision that was named is told once: when, who by role, and why.

    Args:
        found: What is told; empty if nothing was ever said at the path.
        decision: As it now stands.
        path: What was asked for; empty for all of the record. Then long texts are cut.
        words: What codes and fields are called.
    """
    items = {one.path: one for one in found if is_item(one.path)}
    listed = [one for one in found if not _goes_without_saying(one, items)]
    page = _Page(words, _called(found), is_cut=not path)
    if not listed:
        yield nothing(decision, path, words)
    elif len(found) == 1 or (len(listed) == 1 and listed[0].now is None):
        yield from _alone(listed[0], page)
    else:
        for _, block in groupby(listed, key=lambda one: _block(one.path)):
            yield from _told(list(block), items, page)
            yield ""
        yield "Revisions"
        named = {one.revision.commit: one for one in found}
        for one in sorted(named.values(), key=lambda one: one.revision.number):
            yield from _named(one, page)
        yield ""
        place = next((one.path for one in listed if one.path not in items), listed[0].path)
        yield f"One place alone, in full: 'rationale origin {decision.id} {place}'."


def nothing(decision: Decision, path: str, words: Words) -> str:
    """Say that nothing was ever said at a place, and why; of a copy that it holds nothing of it."""
    found = silence(decision, path)
    if isinstance(decision, Viewed) and found.kind in {
        SilenceKind.NOT_ASKED,
        SilenceKind.WITHHELD,
    }:
        return f"{placed(path, words)}: nothing of this is in this copy."
    return f"{placed(path, words)}: no revision says anything. {found.text}"


class _Page(NamedTuple):
    """How places are told.

    Attributes:
        called: What each revision is called, by its commit.
        is_cut: Whether long texts are cut.
    """

    words: Words
    called: dict[str, str]
    is_cut: bool = False


def _called(found: Iterable[Origin]) -> dict[str, str]:
    """What revisions are called: two people may have written one of the same number."""
    every = {
        revision.commit: revision.number
        for one in found
        for revision in (one.revision, one.since, one.gone, one.moved)
        if revision is not None
    }
    numbers = list(every.values())
    return {
        commit: f"r{number}" if numbers.count(number) == 1 else f"r{number}@{commit[:7]}"
        for commit, number in every.items()
    }


def _goes_without_saying(one: Origin, items: dict[str, Origin]) -> bool:
    """Whether an item tells it: it came with the item and never changed, or went with it."""
    item = items.get(".".join(one.path.split(".")[:2]))
    if item is None or item is one:
        return False
    if item.now is None:
        return True
    return not one.before and one.revision.commit == item.since.commit


def _alone(one: Origin, page: _Page) -> Iterator[str]:
    words = page.words
    yield capital(_headed(one, words)) if is_item(one.path) else _place(one.path, words)
    for label, text in _labelled(one, page):
        yield f"    {label:<8}  {_hung(text, 14)}"


def _labelled(one: Origin, page: _Page) -> Iterator[tuple[str, str]]:
    if one.now is None:
        yield "now", "nothing; it was taken away"
    elif not is_item(one.path):
        yield "now", stands(one.path, one.now, page.words)
    yield ("gone in" if one.now is None else "set in"), _when(one, page)
    yield "by", _who(one)
    yield "because", _why(one)
    if one.before:
        yield "before", stood(one, page.words, whole=True)
    for text in _stretch(one, page):
        yield "since", text


def _block(path: str) -> str:
    """What a place is told together with: its item, its table, or the record."""
    name, *rest = split(path)
    if name in ITEM_LETTERS:
        return f"{name}.{rest[0]}" if rest else name
    return name if rest else ""


def _told(block: list[Origin], items: dict[str, Origin], page: _Page) -> Iterator[str]:
    """Tell what stands in one item, table or the head of the record."""
    path, words = _block(block[0].path), page.words
    item = items.get(path)
    title = capital(_headed(item, words)) if item else words.field(path) if path else "The record"
    yield title
    for one in block:
        if one is item:
            continue
        value = stands(one.path, one.now, words) if one.now is not None else _taken(one)
        name = _place(one.path, words).removeprefix(f"{capital(_noun(one.path, words))}: ")
        said_of = value if name == title else f"{capital(name)}: {value}"
        yield f"  {page.called[one.revision.commit]}  {_shown(said_of, page)}"
        if one.before and [] not in one.before:
            yield f"      before: {_shown(stood(one, words), page)}"
    if item is not None:
        yield from _of_item(item, page, is_alone=len(block) == 1)


def _of_item(item: Origin, page: _Page, *, is_alone: bool) -> Iterator[str]:
    since = page.called[item.since.commit]
    if item.now is None:
        gone = page.called[item.revision.commit]
        yield f"  {gone}  taken away; it stood there since {since}"
        return
    changed = item.revision.commit != item.since.commit
    yield f"  {since}  {'all of it' if is_alone and not changed else 'the rest'}"
    if item.gone is not None or item.moved is not None:
        yield from (f"      since {text}" for text in _stretch(item, page))


def _taken(one: Origin) -> str:
    return "no longer said that there is none" if [] in one.before else "taken away"


def _named(one: Origin, page: _Page) -> Iterator[str]:
    yield f"  {_when(one, page)}"
    yield f"      by {_who(one)}"
    yield f"      because: {_hung(_why(one), 8)}"


def _stretch(one: Origin, page: _Page) -> Iterator[str]:
    """How long something has stood there, if not since it was set; and whether it was moved."""
    since = page.called[one.since.commit]
    if one.gone is not None:
        yield f"{since}; before that it had been taken away in {page.called[one.gone.commit]}"
    elif one.since.commit != one.revision.commit and (is_item(one.path) or one.now is None):
        yield since
    if one.moved is not None and one.now is not None:
        yield f"{page.called[one.moved.commit]} at this place in the list; it was moved there"


def _when(one: Origin, page: _Page) -> str:
    decision = one.revision.decision
    time = decision.time
    kind = page.words.value("kind", decision.kind.value)
    unknown = f"at a time {unsaid(decision, 'time.decided_at')}"
    decided = told(time.decided_at) if time.decided_at else unknown
    after = later(time)
    recorded = told(time.recorded_at) + (f", {after}" if after else "")
    return f"{page.called[one.revision.commit]}  {kind}, decided {decided}, recorded {recorded}"


def _who(one: Origin) -> str:
    decision = one.revision.decision
    by = decision.by
    recorder = str(by.recorder) if by.recorder else unsaid(decision, "by.recorder")
    if not one.is_decision or not by.decision_maker or by.decision_maker == by.recorder:
        return recorder
    return f"{recorder}; the decision by {by.decision_maker}"


def _why(one: Origin) -> str:
    first = "it is the first revision" if one.revision.number == 1 else "no reason was given"
    return one.revision.decision.change.because or first


def _headed(one: Origin, words: Words) -> str:
    item = one.now if one.now is not None else one.before[-1]
    return heading(one.path.partition(".")[0], item, words)


def _noun(path: str, words: Words) -> str:
    name, *rest = split(path)
    return f"{words.noun(name)} {rest[0]}" if name in ITEM_LETTERS and rest else ""


def _place(path: str, words: Words) -> str:
    if path.startswith("handling.sensitivity."):
        label = words.field("handling.sensitivity")
        return f"{label}: {placed(split(path)[-1], words)}"
    return placed(path, words)


def _shown(text: str, page: _Page) -> str:
    line = " ".join(text.split())
    is_long = page.is_cut and len(line) > _LONGEST
    return f"{line[: _LONGEST - 1].rstrip()}…" if is_long else line


def _hung(text: str, indent: int) -> str:
    return text.strip().replace("\n", "\n" + " " * indent)
