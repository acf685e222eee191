"""A briefing: everything a document says, as plain text in the order in which it is said.

Templates receive one of these and nothing else. Whatever can be computed was computed in
``composing``; what is silent says so in words.
"""

from rationale_cli.domain.telling.contested import Concerns
from rationale_cli.domain.telling.correction import Correction
from rationale_cli.domain.telling.plain import Plain, Table
from rationale_cli.domain.telling.row import Row
from rationale_cli.domain.timeline.drawing import Chart


class Fact(Plain, frozen=True, kw_only=True):
    """One labelled line.

    Attributes:
        silence: Which kind of silence the text tells of: ``none``, ``unknown``, ``skipped``,
            ``not-asked``, ``withheld``; empty if the record does say something.
        link: Where a page leads from the text, as ``https://…``; mostly empty.
    """

    label: str
    text: str
    silence: str = ""
    link: str = ""


class Opening(Plain, frozen=True, kw_only=True):
    """What was decided.

    Attributes:
        heading: ``What we decided``, or what it is as long as nothing is decided.
        choice: The chosen option; says so if there is none.
        reason: Why that option, in the record's words; may be empty.
    """

    heading: str
    question: str
    choice: str
    reason: str
    facts: tuple[Fact, ...]


class Why(Plain, frozen=True, kw_only=True):
    """Why: up to three sentences of the record, never ours; ``silence`` if it holds none."""

    sentences: tuple[str, ...]
    more: str
    silence: str


class Part(Plain, frozen=True, kw_only=True):
    """What changed in one part of the record."""

    heading: str
    sentences: tuple[str, ...]


class Changed(Plain, frozen=True, kw_only=True):
    """What changed since the last revision.

    Attributes:
        because: The reason given; empty for a first revision.
        still_stands: Whether the decision still stands, in the record's words; may be empty.
        sentences: The material changes, for page one.
        more: Where the other changes are; empty if there are none.
        parts: Every change.
    """

    heading: str
    because: str
    still_stands: str
    sentences: tuple[str, ...]
    more: str
    parts: tuple[Part, ...]


class Objection(Plain, frozen=True, kw_only=True):
    """A disagreement in its author's words.

    Attributes:
        standing: Where it stands, and how long it has waited if it is open.
        answer: Ours; says so if there is none.
    """

    id: str
    who: str
    raised: str
    words: str
    asks: str
    worries: str
    answer: str
    answered_by: str
    standing: str
    confirmed: str
    is_open: bool


class Danger(Plain, frozen=True, kw_only=True):
    """A risk, words before numbers.

    Attributes:
        how: Likelihood and impact; says so if they are not rated.
        is_grave: Whether the impact is the greatest there is.
        is_leading: Whether it stands on page one.
        measures: How likely and how bad, over which period, on what evidence.
    """

    id: str
    harm: str
    status: str
    how: str
    is_grave: bool
    is_leading: bool
    measures: tuple[Fact, ...]
    grounds: tuple[Fact, ...]
    guards: tuple[Fact, ...]


class Harms(Plain, frozen=True, kw_only=True):
    """What could go wrong.

    Attributes:
        lead: What nobody has looked at, in one sentence; empty if there is nothing.
        worries: Harms that somebody names and nobody has looked at, a sentence each.
        behind: Risks that nobody looked at again since something changed, a sentence each.
        silent: The other harms that nobody has looked at, by name.
        risks: Every risk of the record.
        silence: Says why there are no risks; empty if there are some.
    """

    lead: str
    worries: tuple[str, ...]
    ask: str
    behind: tuple[str, ...]
    silent: tuple[str, ...]
    risks: tuple[Danger, ...]
    silence: str


class Call(Plain, frozen=True, kw_only=True):
    """What we want to be called about at once.

    Attributes:
        who: Who watches for it; may be empty.
        then: What happens then, or what has happened; may be empty.
    """

    text: str
    who: str
    then: str


class Choice(Plain, frozen=True, kw_only=True):
    """One option, to stand beside the others."""

    id: str
    title: str
    status: str
    is_chosen: bool
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    pros_silence: str
    cons_silence: str
    reason: Fact
    support: Fact
    impact: Fact
    facts: tuple[Fact, ...]


class Entry(Plain, frozen=True, kw_only=True):
    """One item of a section: what it is called, what it says, and its labelled lines.

    Attributes:
        number: Of the paragraph, as ``4.2``; empty in documents that count none.
        id: In the record; empty where the reader has no use for it.
    """

    number: str = ""
    id: str = ""
    title: str = ""
    note: str = ""
    text: str = ""
    facts: tuple[Fact, ...] = ()


class Section(Plain, frozen=True, kw_only=True):
    """A part of the detail.

    Attributes:
        anchor: Where links inside the document lead.
        intro: A sentence under the heading; may be empty.
        notes: Further sentences under the heading, each a paragraph.
        charts: What the tables say, for a page that can draw.
        chart_note: How they are read; empty without any.
        tables: What is read across.
        room: Questions to the reader, each with room to write below it.
        silence: Says why it holds nothing, then its ``kind`` is in ``silence_kind``.
    """

    anchor: str
    heading: str
    intro: str = ""
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    chart_note: str = ""
    tables: tuple[Table, ...] = ()
    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()
    room: tuple[str, ...] = ()
    silence: str = ""
    silence_kind: str = ""


class Chapter(Plain, frozen=True, kw_only=True):
    """Sections under one heading.

    Attributes:
        silence: What stands there instead if there are none.
    """

    heading: str
    intro: str
    sections: tuple[Section, ...]
    silence: str = ""


class Slip(Plain, frozen=True, kw_only=True):
    """What the reader sends back.

    Attributes:
        reference: What it is about, as ``decision k7qf2m, revision 6``.
        boxes: What a reader can tick.
        lines: What a reader fills in.
        send_to: Where it goes.
    """

    reference: str
    boxes: tuple[str, ...]
    lines: tuple[str, ...]
    send_to: tuple[Fact, ...]


class Briefing(Plain, frozen=True, kw_only=True):
    """A whole briefing.

    Attributes:
        reference: Id and revision, and for a view of the past its time; what a title or subject
            may say.
        made_for: What it is and for whom, as ``Decision briefing for the core team``.
        notice: That it is a view of the past, in sentences; empty for the present.
        sheet: What is told to an audience that has pages of its own; then the usual ones, from
            ``concerns`` to ``history``, are empty. Empty for all others.
        is_page_one: Whether page one is all there is.
        stamp: Which text of the record this was made from, for whom.
        stamp_line: The same in one line that `stamp.read` reads back.
        committed: When that text was committed, as ``2026-03-24T16:10:00Z``.
    """

    reference: str
    id: str
    revision: str
    case: str
    title: str
    marking: str
    audience: str
    made_for: str
    notice: tuple[str, ...]
    withheld: tuple[str, ...]
    status: str
    mode: str
    sheet: tuple[Section, ...] = ()
    is_page_one: bool = False
    concerns: Concerns
    opening: Opening
    why: Why
    changed: Changed
    corrections: tuple[Correction, ...]
    objections: tuple[Objection, ...]
    objections_silence: str
    harms: Harms
    calls: tuple[Call, ...]
    calls_silence: str
    questioning: tuple[Fact, ...]
    questioning_note: str
    choices: tuple[Choice, ...]
    choices_silence: str
    sections: tuple[Section, ...]
    known: Chapter
    learned: Chapter
    history: tuple[Row, ...]
    slip: Slip
    stamp: tuple[Fact, ...]
    stamp_line: str
    committed: str
