"""What `check` found, as lines for a person, as values for a program, and as GitHub reads it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from rationale_cli.domain.check.chapters import chapter, tally
from rationale_cli.domain.check.checking import LEADING, RULES
from rationale_cli.domain.check.finding import Finding, Severity
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.telling.saying import counted, general
from rationale_cli.domain.words import told
from rationale_cli.services.looking_over import Looked, Placed


def one(looked: Looked) -> Iterator[str]:
    """Tell what was found in one record: how much, then chapter by chapter, the loudest first."""
    yield _head(looked)
    for heading, found in groupby(looked.found, lambda placed: chapter(placed.finding)):
        yield ""
        yield heading
        for _, of_rule in groupby(found, lambda placed: placed.finding.rule):
            yield from _block(tuple(of_rule))


def many(every: tuple[Looked, ...]) -> Iterator[str]:
    """Tell of each record how much was found and what is loudest; the last line is the total."""
    for looked in every:
        yield _head(looked)
        for placed in looked.found:
            if placed.finding.rule in LEADING:
                yield f"  {placed.finding.text}"
    found = [placed.finding for looked in every for placed in looked.found]
    unread = sum(bool(looked.fault) for looked in every)
    records = counted(len(every), "record", "records")
    more = f", {counted(unread, 'record', 'records')} that cannot be read" if unread else ""
    yield f"In all, {records}: {tally(found)}{more}."


def rows(every: Iterable[Looked]) -> Iterator[tuple[str, ...]]:
    """Give a row for each finding: severity, rule, place, revision, path, text."""
    for looked in every:
        if looked.fault:
            yield "error", "-", looked.file, "-", "-", looked.fault
        for placed in looked.found:
            found = placed.finding
            severity = "waived" if found.waiver else found.severity.value
            place, revision = _where(placed), f"r{looked.revision}"
            yield severity, found.rule, place, revision, found.path, found.text


def plain(looked: Looked) -> dict[str, Any]:
    """Give what was found in one record as a stable value for programs."""
    return {
        "id": looked.id,
        "revision": looked.revision or None,
        "file": looked.file,
        "fault": looked.fault or None,
        "findings": [_plain(placed) for placed in looked.found],
    }


def github(looked: Looked, harms: Iterable[Harm]) -> Iterator[str]:
    """Give an annotation for each finding, as GitHub's workflow commands are written.

    Nothing of the record is in it: a log is read by many. What a rule looks for is said in the
    words of the rule, and a kind of harm by the name that the library gives it.

    Args:
        looked: What was found.
        harms: Every kind of harm that has a name here.
    """
    names = {harm.code: harm.name for harm in harms}
    titles = {rule.id: rule.title for rule in RULES}
    if looked.fault:
        yield f"::error file={_property(looked.file)},title=unreadable::This file is no record."
    for placed in looked.found:
        found, place = placed.finding, placed.place
        where = f",line={place.line},col={place.column}" if place else ""
        about = names.get(found.harm) or _general(found.path)
        waived = " Set aside for this record." if found.waiver else ""
        text = f"{titles[found.rule]} ({about}){waived}"
        yield (
            f"::{_level(found)} file={_property(placed.file)}{where},"
            f"title={found.rule}::{_escaped(text)}"
        )


def _head(looked: Looked) -> str:
    if looked.fault:
        return f"{looked.id}: cannot be read: {looked.fault}"
    name = f"{looked.id} r{looked.revision}"
    if not looked.found and looked.audience:
        return f"{name}: nothing to tell of what {looked.audience!r} may see."
    if not looked.found:
        return f"{name}: nothing is missing."
    return f"{name}: {tally(placed.finding for placed in looked.found)}."


def _block(of_rule: tuple[Placed, ...]) -> Iterator[str]:
    """Tell what one rule finds; what stands in one place and is asked as one is said once."""
    for _, here in groupby(of_rule, _where):
        group = tuple(here)
        for placed in group:
            yield f"  {placed.finding.text}"
        yield f"    {_where(group[0])} [{group[0].finding.rule}]"
    if (waiver := of_rule[0].finding.waiver) is not None:
        who = f" by {waiver.by}" if waiver.by else ""
        when = f" on {told(waiver.at)}" if waiver.at else ""
        yield f"    Set aside{who}{when}: “{' '.join(waiver.reason.split())}”"
        return
    for question in dict.fromkeys(placed.finding.question for placed in of_rule):
        if question:
            yield f"    Asked as: “{question}”"


def _where(placed: Placed) -> str:
    """The place in the file; to an audience, which is told none, the path in its copy."""
    if placed.place is None:
        return placed.finding.path
    return f"{placed.file}:{placed.place.line}:{placed.place.column}"


def _plain(placed: Placed) -> dict[str, Any]:
    found = placed.finding
    waiver = found.waiver
    requirements = {rule.id: rule.requirement for rule in RULES}
    return {
        "rule": found.rule,
        "requirement": requirements.get(found.rule),
        "severity": found.severity.value,
        "gap": found.is_gap,
        "path": found.path,
        "text": found.text,
        "harm": found.harm or None,
        "question": found.question or None,
        "file": placed.file,
        "line": placed.place.line if placed.place else None,
        "column": placed.place.column if placed.place else None,
        "waiver": waiver
        and {
            "reason": waiver.reason,
            "by": waiver.by,
            "at": str(waiver.at) if waiver.at else None,
        },
    }


def _level(found: Finding) -> str:
    if found.waiver is not None:
        return "notice"
    return "error" if found.severity is Severity.ERROR else "warning"


def _general(path: str) -> str:
    """The path without ids: a person may have written them."""
    return "answers" if path.startswith("answers.") else general(path)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
