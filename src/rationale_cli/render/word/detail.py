"""What stands behind page one of a briefing in Word."""

from docx.document import Document

from rationale_cli.domain.telling.briefing import Briefing, Chapter, Entry, Section
from rationale_cli.domain.telling.correction import Correction
from rationale_cli.render.word.writing import Grid, bullets, facts, joined, prose, quiet, ruled

CELL = "Briefing Cell"

LINES = 3
"""To write on, under a question to the reader."""


def detail(document: Document, briefing: Briefing) -> None:
    """Write the record as it stands, what was known and learned, and how it came to this."""
    heading = document.add_heading(f"As it stands in revision {briefing.revision}", 1)
    heading.paragraph_format.page_break_before = True
    _options(document, briefing)
    _risks(document, briefing)
    for part in briefing.sections:
        section(document, part)
    for chapter in (briefing.known, briefing.learned):
        _chapter(document, chapter)
    if briefing.corrections:
        document.add_heading("Corrections", 1)
        prose(
            document,
            "What was written wrongly stays readable, struck through, beside what was put right.",
        )
        for one in briefing.corrections:
            _correction(document, one)
    if briefing.changed.parts:
        document.add_heading("Every change", 1)
        for change in briefing.changed.parts:
            document.add_heading(change.heading, 2)
            bullets(document, change.sentences)
    _history(document, briefing)


def _options(document: Document, briefing: Briefing) -> None:
    document.add_heading("Options side by side", 2)
    if briefing.choices_silence:
        quiet(document, briefing.choices_silence)
    if not briefing.choices:
        return
    grid = Grid(
        document,
        "What could be done, with reasons for and against. Options not taken keep their reasons.",
        ("Option", "For", "Against", "What became of it, and why"),
    )
    for choice in briefing.choices:
        option, pros, cons, became = grid.row()
        prose(option, choice.title, CELL, label=choice.id)
        for cell, texts, silence in (
            (pros, choice.pros, choice.pros_silence),
            (cons, choice.cons, choice.cons_silence),
        ):
            for text in texts:
                prose(cell, text, "Briefing Cell List")
            if not texts:
                quiet(cell, silence, CELL)
        prose(became, "", CELL, label=choice.status)
        lines = (choice.reason, choice.support, choice.impact, *choice.facts)
        facts(became, lines, CELL)
    grid.end((22, 20, 20, 38))


def _risks(document: Document, briefing: Briefing) -> None:
    harms = briefing.harms
    document.add_heading("Risks", 2)
    if harms.risks:
        grid = Grid(
            document,
            "Words come first; the number after them is the place on a scale from 1 to 5. "
            "Nothing is multiplied.",
            ("Harm", "How likely, how bad", "Why we say so", "What protects, what warns"),
        )
        for risk in harms.risks:
            harm, *cells = grid.row()
            prose(harm, risk.harm, CELL, label=risk.id)
            prose(harm, risk.status, CELL)
            for cell, lines in zip(cells, (risk.measures, risk.grounds, risk.guards), strict=True):
                facts(cell, lines, CELL)
        grid.end((19, 25, 32, 24))
    if harms.silence:
        quiet(document, harms.silence)
    if harms.silent:
        silent = f"{', '.join(harms.silent)}."
        prose(document, silent, "Briefing Item", label="Nobody has looked at:")


def section(document: Document, part: Section, *, level: int = 2) -> None:
    """Write a part of the detail, or of a page that an audience has of its own.

    Args:
        document: Where it goes, at the end.
        part: What it says.
        level: Of its heading.
    """
    document.add_heading(part.heading, level)
    for text in (part.intro, *part.notes):
        if text:
            prose(document, text)
    for table in part.tables:
        grid = Grid(document, table.caption, table.columns)
        for row in table.rows:
            for cell, text in zip(grid.row(), row, strict=True):
                prose(cell, text, CELL)
        grid.end([1] * len(table.columns))
    facts(document, part.facts)
    for entry in part.entries:
        _entry(document, entry)
    for ask in part.room:
        prose(document, ask, "Briefing Item")
        for _ in range(LINES):
            ruled(document)
    if part.silence:
        quiet(document, part.silence)


def _entry(document: Document, entry: Entry) -> None:
    note = f" ({entry.note})" if entry.note else ""
    label = " ".join(one for one in (entry.number, entry.id) if one)
    style = "Briefing Title" if entry.title else "Briefing Item"
    prose(document, f"{(entry.title or entry.text).strip()}{note}", style, label=label)
    if entry.text and entry.title:
        prose(document, entry.text, "Briefing Fact")
    joined(document, entry.facts)


def _chapter(document: Document, chapter: Chapter) -> None:
    document.add_heading(chapter.heading, 1)
    if chapter.intro:
        prose(document, chapter.intro)
    for part in chapter.sections:
        section(document, part)
    if chapter.silence:
        quiet(document, chapter.silence)


def _correction(document: Document, one: Correction) -> None:
    item = document.add_paragraph(f"{one.place}, corrected in {one.revision}:", "List Bullet")
    if one.was:
        item.add_run(" it said ")
        item.add_run(one.was).font.strike = True
        item.add_run(";" if one.now else "")
    if one.now:
        item.add_run(" it now says ")
        item.add_run(one.now).font.underline = True
    item.add_run(f". {one.because}".rstrip() if one.because else ".")


def _history(document: Document, briefing: Briefing) -> None:
    document.add_heading("History", 1)
    grid = Grid(
        document,
        "Every revision of this record. Nothing is overwritten.",
        ("Revision", "Decided", "Recorded", "By", "Why"),
    )
    for row in briefing.history:
        *cells, why = grid.row()
        told = (row.revision, row.decided, row.recorded, row.who)
        for cell, text in zip(cells, told, strict=True):
            prose(cell, text, CELL)
        prose(why, "", CELL, label=row.kind)
        for text in (row.reason, row.late):
            if text:
                prose(why, text, CELL)
    grid.end((11, 15, 15, 18, 41))
