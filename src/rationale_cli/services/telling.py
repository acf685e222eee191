"""Telling: a record's history becomes a document."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from enum import StrEnum
from typing import Literal

import msgspec

from rationale_cli.codec import settings as settings_text
from rationale_cli.codec import shipped
from rationale_cli.domain.audience import CORE_TEAM
from rationale_cli.domain.clearing.clearance import EVERYTHING, Clearance
from rationale_cli.domain.comparison import compare
from rationale_cli.domain.harm import Harm
from rationale_cli.domain.past import Past
from rationale_cli.domain.provision import Provision
from rationale_cli.domain.revision import select
from rationale_cli.domain.settings import Settings
from rationale_cli.domain.stood import NOTHING, About
from rationale_cli.domain.telling import for_audience as shaping
from rationale_cli.domain.telling import understood
from rationale_cli.domain.telling.briefing import Briefing
from rationale_cli.domain.telling.changes import Since
from rationale_cli.domain.telling.composing import compose
from rationale_cli.domain.telling.lawful import with_law
from rationale_cli.domain.telling.length import page_one
from rationale_cli.domain.telling.letterhead import Letterhead, Seal
from rationale_cli.domain.telling.looking_back import lookback
from rationale_cli.domain.telling.over_time import with_risks_over_time
from rationale_cli.domain.words import Words
from rationale_cli.errors import RationaleError
from rationale_cli.render.word.template import Template
from rationale_cli.services import understanding
from rationale_cli.store.repository import Store


class Format(StrEnum):
    """What a document can be rendered as."""

    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    JSON = "json"
    PDF = "pdf"
    WORD = "docx"
    MAIL = "eml"


class Length(StrEnum):
    """How much of a briefing is told."""

    PAGE = "page"
    FULL = "full"


PAGES = (Format.HTML, Format.MARKDOWN)
"""What a document other than a briefing can be rendered as."""

Page = Literal[Format.HTML, Format.MARKDOWN]


class Making(msgspec.Struct, frozen=True, kw_only=True):
    """How a briefing is made, where its format leaves a choice.

    Attributes:
        template: Letterhead of a Word document.
        attach: What an e-mail carries the whole briefing as.
        own: The team's own templates, by name, as `templates.own` gives them.
    """

    template: Template | None = None
    attach: Format = Format.HTML
    own: Mapping[str, str] = msgspec.field(default_factory=dict)


PLAINLY = Making()

ATTACHABLE = (Format.HTML, Format.PDF, Format.WORD, Format.MARKDOWN)
"""What an e-mail can carry the whole briefing as."""


def brief(  # noqa: PLR0913 - a briefing has that many sides
    past: Past,
    settings: Settings,
    *,
    harms: Sequence[Harm],
    words: Words,
    provisions: Sequence[Provision] = (),
    audience: str = CORE_TEAM,
    withheld: tuple[str, ...] = (),
    about: About = NOTHING,
    since: str = "",
) -> Briefing:
    """Compose the briefing of the last revision of a past, or of the present.

    Args:
        past: What is looked at.
        settings: Of the folder.
        harms: Every kind that is known in the folder.
        words: What codes, fields and provisions are called in the folder.
        provisions: The law library of the folder.
        audience: Whom it is for.
        withheld: What is said of what is not in it.
        about: Concerns about the decision, as they stand.
        since: The revision from which changes are told, as `select` takes it; else the one before.

    Raises:
        UnknownRevisionError: If there is none of that name up to the one that is told.
        AmbiguousRevisionError: If two people wrote that number.
    """
    newest = past.revision
    zone = settings_text.zone(settings)
    decisions = tuple(revision.decision for revision in past.history)
    found = compose(
        decisions,
        seal=Seal(commit=newest.commit, committed_at=newest.committed_at, sha256=newest.sha256),
        harms=harms,
        letterhead=Letterhead(
            marking=settings.marking,
            contacts=tuple(settings.contacts.items()),
            audience=audience,
            withheld=withheld,
        ),
        words=words,
        lookback=lookback(past, words),
        about=about,
        since=_since(past, since, zone=zone) if since else None,
    )
    found = with_law(found, decisions[-1], provisions, words=words, zone=zone)
    return with_risks_over_time(found, past.history, harms=harms, words=words, zone=zone)


def _since(past: Past, named: str, *, zone: tzinfo) -> Since:
    found = compare(past.history, select(past.history, named, zone=zone), past.revision)
    return Since(found.start.decision, tuple(one.revision.decision for one in found.steps))


def with_readers(
    briefing: Briefing,
    store: Store,
    past: Past,
    settings: Settings,
    *,
    words: Words,
    clearance: Clearance = EVERYTHING,
) -> Briefing:
    """Give a briefing that also tells who has seen what it is about, or that nobody can say.

    Args:
        briefing: Of a decision.
        store: The folder.
        past: What the briefing looks at.
        settings: Of the folder.
        words: What codes are called.
        clearance: Whose it is.
    """
    try:
        state = understanding.state(store, past, settings, clearance=clearance)
    except RationaleError:
        # The decision itself can be read, and may have to be told at once.
        return understood.without_readers(briefing)
    return understood.with_readers(briefing, state, words)


def for_audience(briefing: Briefing, past: Past, audience: str, words: Words) -> Briefing:
    """Give a briefing as its audience gets it, once everything else was added to it.

    Args:
        briefing: Of a decision.
        past: What the briefing looks at, as the audience may see it.
        audience: Whom it is for.
        words: What codes and fields are called.
    """
    decisions = tuple(revision.decision for revision in past.history)
    return shaping.for_audience(briefing, decisions, audience, words, library=shipped.court())


def in_length(briefing: Briefing, length: Length) -> Briefing:
    """Give a briefing in full, or page one of it."""
    return page_one(briefing) if length is Length.PAGE else briefing


def render(
    briefing: Briefing, form: Format, making: Making = PLAINLY, *, name: str = "briefing"
) -> str | bytes:
    """Render a briefing; the same briefing gives the same document.

    Args:
        briefing: What it tells.
        form: What it is rendered as.
        making: How, where the format leaves a choice.
        name: Of the file that an e-mail carries, without its end.

    Raises:
        TemplateFaultError: If one of the team's own templates cannot be followed.
    """
    own = making.own
    # Each is imported where it is asked for: none of them should wait for the others.
    match form:
        case Format.HTML:
            from rationale_cli.render import html

            return html.render(briefing, own)
        case Format.MARKDOWN:
            from rationale_cli.render import markdown

            return markdown.render(briefing, own)
        case Format.TEXT:
            from rationale_cli.render import text

            return text.render(briefing, own)
        case Format.JSON:
            from rationale_cli.render import json_text

            return json_text.render(briefing)
        case Format.PDF:
            from rationale_cli.render import pdf

            return pdf.render(briefing)
        case Format.WORD:
            from rationale_cli.render.word import briefing as word

            return word.render(briefing, making.template)
        case Format.MAIL:
            from rationale_cli.render import mail

            whole = render(briefing, making.attach, making)
            content = whole.encode() if isinstance(whole, str) else whole
            return mail.render(briefing, mail.Attachment(f"{name}.{making.attach}", content), own)


def unescaped(text: str, form: Format) -> str:
    """Give the text that stands in a page, or in a document that is text itself.

    Args:
        text: The document. HTML is left as it is: who reads it has to know its elements.
        form: What it is.
    """
    if form is not Format.MARKDOWN:
        return text
    from rationale_cli.render import readable as read

    return read.from_markdown(text)


def readable(document: str | bytes, form: Format, briefing: Briefing) -> str:
    """Give the text that stands in a rendered briefing, nothing escaped or packed.

    Args:
        document: As ``render`` gave it.
        form: What it was rendered as.
        briefing: What it was made from. Pages of a PDF are read there: their template adds no text
            of a record to it.
    """
    data = document.encode() if isinstance(document, str) else document
    if form in {Format.HTML, Format.MARKDOWN, Format.TEXT}:
        return unescaped(data.decode(), form)
    if form is Format.PDF:
        from rationale_cli.render import visible

        return visible.told(briefing)
    # Imported where it is needed: it takes what reads mail and archives.
    from rationale_cli.render import readable as read

    if form is Format.JSON:
        return read.from_json(data.decode())
    if form is Format.WORD:
        return read.from_word(data)
    said, files = read.from_mail(data)
    attached = (
        f"{name}\n{readable(content, Format(name.rpartition('.')[2]), briefing)}"
        for name, content in files
    )
    return "\n".join((said, *attached))
