"""Page one of a briefing in Word, in its fixed order."""

from docx.document import Document

from rationale_cli.domain.telling.briefing import Briefing, Objection
from rationale_cli.domain.telling.contested import Contested
from rationale_cli.render.word.writing import bullets, facts, joined, prose, quiet


def page_one(document: Document, briefing: Briefing) -> None:
    """Write page one: what was decided, why, what changed, who disagrees, what could go wrong."""
    _concerns(document, briefing)
    _decided(document, briefing)
    _changed(document, briefing)
    document.add_heading("Who disagrees, in their own words", 1)
    for objection in briefing.objections:
        _objection(document, objection)
    if briefing.objections_silence:
        quiet(document, briefing.objections_silence)
    _harm(document, briefing)
    document.add_heading("How to question this", 1)
    prose(document, briefing.questioning_note)
    facts(document, briefing.questioning)


def masthead(document: Document, briefing: Briefing) -> None:
    """Write what stands above everything else."""
    document.add_paragraph(briefing.title.strip(), style="Title")
    which = f"record {briefing.id} · revision {briefing.revision}" if briefing.id else ""
    named = (briefing.made_for, which, briefing.case)
    document.add_paragraph(" · ".join(one for one in named if one))
    if briefing.status:
        document.add_paragraph(f"Status: {briefing.status} · Mode: {briefing.mode}")
    for heading, sentences in (
        ("Not everything is in this copy.", briefing.withheld),
        ("A view of the past.", briefing.notice),
    ):
        for number, sentence in enumerate(sentences):
            prose(document, sentence, "Briefing Notice", label="" if number else heading)
    if briefing.harms.lead:
        document.add_paragraph().add_run(briefing.harms.lead, style="Strong")


def _concerns(document: Document, briefing: Briefing) -> None:
    concerns = briefing.concerns
    if not (concerns.open or concerns.ended or concerns.unread):
        return
    document.add_heading("Open concerns" if concerns.open else "Concerns", 1)
    if concerns.unread:
        document.add_paragraph().add_run(concerns.unread, style="Strong")
    for one in concerns.open:
        _concern(document, one)
    for line in (concerns.counted, *concerns.ended):
        if line:
            prose(document, line)


def _concern(document: Document, concern: Contested) -> None:
    document.add_heading(concern.heading, 2)
    if concern.statement:
        prose(document, concern.statement, "Quote")
    if concern.if_right:
        prose(document, concern.if_right, label="If it is right:")
    bullets(document, concern.sentences)
    for day in concern.days:
        prose(document, day.text, "Briefing Fact", label=f"{day.day}:")


def _decided(document: Document, briefing: Briefing) -> None:
    opening, why = briefing.opening, briefing.why
    document.add_heading(opening.heading, 1)
    if opening.question:
        prose(document, opening.question)
    prose(document, opening.choice, "Briefing Choice")
    if opening.reason:
        prose(document, opening.reason)
    joined(document, opening.facts)
    document.add_heading("Why", 1)
    for sentence in why.sentences:
        prose(document, sentence, "List Number")
    if why.more:
        prose(document, why.more)
    if why.silence:
        document.add_paragraph().add_run(why.silence, style="Strong")


def _changed(document: Document, briefing: Briefing) -> None:
    changed = briefing.changed
    document.add_heading(changed.heading, 1)
    prose(document, changed.because)
    if changed.still_stands:
        prose(document, changed.still_stands, label="Does it still stand?")
    bullets(document, changed.sentences)
    if changed.more:
        prose(document, changed.more)


def _objection(document: Document, objection: Objection) -> None:
    who = document.add_paragraph(style="Briefing Item")
    who.add_run(f"{objection.id}, {objection.who}", style="Strong")
    who.add_run(f", {objection.raised}:")
    prose(document, objection.words, "Quote")
    worries = f" Worried about: {objection.worries}." if objection.worries else ""
    prose(document, f"{objection.confirmed}{worries}")
    if objection.asks:
        prose(document, objection.asks, label="Asks:")
    by = f", by {objection.answered_by}" if objection.answered_by else ""
    prose(document, objection.answer, label=f"Our answer{by}:")
    document.add_paragraph().add_run(objection.standing, style="Strong")


def _harm(document: Document, briefing: Briefing) -> None:
    harms = briefing.harms
    document.add_heading("What could go wrong", 1)
    for worry in (*harms.worries, *((harms.ask,) if harms.worries else ())):
        document.add_paragraph().add_run(worry, style="Strong")
    if harms.silent:
        prose(document, f"{', '.join(harms.silent)}.", label="Nobody has looked at:")
    for one in harms.behind:
        document.add_paragraph().add_run(one, style="Strong")
    for risk in harms.risks:
        if risk.is_leading:
            item = document.add_paragraph(style="List Bullet")
            item.add_run(risk.harm, style="Strong")
            item.add_run(f", {risk.status.lower()}. {risk.how}.")
    if harms.silence:
        quiet(document, harms.silence, label="Risks:")
    document.add_heading("Call us at once if …", 1)
    for call in briefing.calls:
        item = document.add_paragraph(style="List Bullet")
        item.add_run(call.text.strip(), style="Strong")
        item.add_run("".join(f" {one}" for one in (call.who, call.then) if one))
    if briefing.calls_silence:
        quiet(document, briefing.calls_silence)
