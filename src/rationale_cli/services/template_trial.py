"""A team's own templates, tried on the demonstration case before anything depends on them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import tzinfo
from html import unescape
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from rationale_cli.codec import shipped
from rationale_cli.domain.audience import view
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.past import past
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.letterhead import Letterhead
from rationale_cli.domain.words import Words
from rationale_cli.render import caged, templates
from rationale_cli.render.caged import TemplateFaultError
from rationale_cli.render.visible import visible
from rationale_cli.services import audiences, comparing, demonstration, telling, timing, viewing
from rationale_cli.services.template_faults import Remark, remarks


class Ground(NamedTuple):
    """What a trial takes from the folder."""

    settings: Settings
    words: Words
    harms: Sequence[Harm]
    provisions: Sequence[Provision]
    zone: tzinfo


BRIEFINGS = ("briefing.html.j2", "briefing.md.j2", "briefing.txt.j2", "mail.txt.j2")
CHANGES = ("diff.html.j2", "diff.md.j2")
LINES = ("timeline.html.j2", "timeline.md.j2")
FORMS = ("concern-form.html.j2", "concern-form.md.j2")

_BESIDE = {"attached": "briefing.html"}
"""What an e-mail says besides; a page that does not ask for it never knows."""

MARKING = "MARKING-ON-TRIAL"


def trial(own: Mapping[str, str], names: Sequence[str], ground: Ground) -> Iterator[Remark]:
    """Try templates on the demonstration case, for every audience.

    Args:
        own: Every template of the team, by name.
        names: Those that are asked about.
        ground: The folder.
    """
    worth = [one for name in names for one in remarks(f"templates/{name}", own[name])]
    found = list(_made(own, names, ground))
    # What is a fault is no more worth a look.
    told = {(one.path, one.line) for one in found if one.is_fault}
    yield from (one for one in worth if (one.path, one.line) not in told)
    yield from found


def _made(own: Mapping[str, str], names: Sequence[str], ground: Ground) -> Iterator[Remark]:
    faults = list[TemplateFaultError]()
    for _, some in groupby(sorted(names, key=templates.kind), key=templates.kind):
        of_a_kind = tuple(some)
        faults += caged.attempt(of_a_kind[0], [], own, parsed=of_a_kind).faults
    if faults:
        yield from (Remark(one.name, one.line, one.what, is_fault=True) for one in faults)
        return
    used = set[str]()
    for documents, make in (
        (BRIEFINGS, _briefing),
        (CHANGES, _changes),
        (LINES, _line),
        (FORMS, _form),
    ):
        reached = {one: templates.reached(one, own).intersection(names) for one in documents}
        used.update(*reached.values())
        if any(reached.values()):
            values = _values(make, ground)
            for document in (one for one in documents if reached[one]):
                yield from _tried(document, values, own)
    for name in sorted(set(names) - used):
        yield Remark(f"templates/{name}", 0, "no document is made with it")


def _values(make: Callable[[Ground, str], Any], ground: Ground) -> dict[str, Any]:
    """A document for each audience; agencies see one by one what is theirs."""
    settings = msgspec.structs.replace(ground.settings, marking=MARKING)
    known = {**shipped.audiences(), **ground.settings.audience}
    names = ("agency:health" if name == audiences.AGENCY else name for name in known)
    return {name: make(ground._replace(settings=settings), name) for name in names}


def _tried(document: str, values: Mapping[str, Any], own: Mapping[str, str]) -> Iterator[Remark]:
    tried = caged.attempt(document, [{**visible(one), **_BESIDE} for one in values.values()], own)
    audience = [*values, ""][len(tried.texts)].replace("-", " ")
    for fault in tried.faults:
        what = f"{fault.what} (in the copy for the {audience})"
        yield Remark(fault.name, fault.line, what, is_fault=True)
    left_out = {
        what
        for text, value in zip(tried.texts, values.values(), strict=False)
        if isinstance(value, Briefing) and document != "mail.txt.j2"  # the rest is attached to it
        for what in _left_out(text, value)
    }
    for what in sorted(left_out):
        yield Remark(f"templates/{document}", 0, f"the document leaves out {what}")


def _left_out(text: str, briefing: Briefing) -> Iterator[str]:
    plain = _flat(re.sub(r"<[^<>]*>", "", text))
    for what, texts in (
        ("the marking", (briefing.marking,)),
        ("the sentences on what is not in the copy", briefing.withheld),
        ("who disagrees, in their own words", tuple(one.words for one in briefing.objections)),
        ("the stamp, which says what it was made from", tuple(f.text for f in briefing.stamp)),
        ("the reply slip", briefing.slip.boxes),
    ):
        if any(_flat(one) not in plain for one in texts):
            yield what


def _flat(text: str) -> str:
    """A text without what only lays it out: escapes, line ends, marks of a quotation."""
    letters = (one for one in unescape(text) if one.isalnum())
    return "".join(letters)


def _briefing(ground: Ground, audience: str) -> Briefing:
    settings, words = ground.settings, ground.words
    seen = view(demonstration.history(ground.zone), audiences.clearance(settings, audience))
    whole = past(seen.history, None)
    found = telling.brief(
        whole,
        settings,
        harms=ground.harms,
        words=words,
        provisions=ground.provisions,
        audience=audience,
        withheld=viewing.withheld(seen, settings),
    )
    return telling.for_audience(found, whole, audience, words)


def _changes(ground: Ground, audience: str) -> Any:
    settings = ground.settings
    seen = view(demonstration.history(ground.zone), audiences.clearance(settings, audience))
    whole = past(seen.history, None)
    comparison = comparing.compare(whole.history, f"1..{len(whole.history)}", zone=ground.zone)
    withheld = viewing.withheld(seen, settings)
    return comparing.tell(
        comparison, whole, settings, words=ground.words, audience=audience, withheld=withheld
    )


def _line(ground: Ground, audience: str) -> Any:
    from rationale_cli.domain.timeline.page import page

    settings = ground.settings
    seen = view(demonstration.history(ground.zone), audiences.clearance(settings, audience))
    line = timing.timeline(
        [seen.history],
        harms=ground.harms,
        words=ground.words,
        zone=ground.zone,
        provisions=ground.provisions,
    )
    letterhead = Letterhead(
        marking=settings.marking, audience=audience, withheld=viewing.withheld(seen, settings)
    )
    return page(line, letterhead=letterhead, words=ground.words, zone=ground.zone)


def _form(ground: Ground, audience: str) -> Any:
    from rationale_cli.domain.telling.concern_form import form

    settings = ground.settings
    letterhead = Letterhead(
        marking=settings.marking, contacts=tuple(settings.contacts.items()), audience=audience
    )
    return form(demonstration.concern(settings, ground.zone), letterhead, ground.words)
