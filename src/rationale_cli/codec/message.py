"""E-mail messages: the words of one and when it was sent; never who sent it."""

import re
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import NamedTuple

from rationale_cli.errors import RationaleError

LARGEST = 25 * 1024 * 1024
"""Bytes of a message with all that is attached to it; what most post offices take."""

LONGEST = 100_000
"""Letters of its words. More is a document, and belongs where documents are filed."""

_MOST_PARTS = 200
_BREAKS_DOWN = (ValueError, LookupError, AttributeError, TypeError, ArithmeticError, RecursionError)
"""What the standard library stumbles with over headers that are none, or parts without end."""

_FALLBACKS = ("utf-8", "windows-1252", "latin-1")


class MessageError(RationaleError):
    """A file holds no message that can be read."""

    def __init__(self, name: str, why: str, hint: str = "") -> None:
        super().__init__(
            f"{name!r} {why}",
            hint=hint or "Save the message as a file (.eml) in your mail program, and name that.",
        )


class Message(NamedTuple):
    """What is taken of a message.

    Attributes:
        subject: One line.
        sent: By its own account; ``None`` if it does not say, or says it without an offset.
        text: Its words, as they were written.
        attached: What was attached, by type alone, as ``image/png``.
    """

    subject: str
    sent: datetime | None
    text: str
    attached: tuple[str, ...]


def read(data: bytes, *, name: str) -> Message:
    """Read a message.

    Args:
        data: As a mail program saves it.
        name: What faults call it.

    Raises:
        MessageError: If it is none, is broken, too large, or holds no words.
    """
    if len(data) > LARGEST:
        raise MessageError(name, f"is larger than {LARGEST // 1024 // 1024} MiB")
    try:
        message = message_from_bytes(data, _class=EmailMessage, policy=policy.default)
        parts = _parts(message)
        text = _words(message)
    except _BREAKS_DOWN:
        raise MessageError(name, "is a broken e-mail message") from None
    if not message.keys():
        raise MessageError(name, "is no e-mail message: it has no header")
    if len(parts) > _MOST_PARTS:
        raise MessageError(name, f"has more than {_MOST_PARTS} parts")
    if not text:
        raise MessageError(
            name, "holds no words", "Type what it says with --text or a like option."
        )
    if len(text) > LONGEST:
        raise MessageError(
            name,
            f"holds more than {LONGEST:,} letters",
            "File it where documents are filed, and record the words that matter.",
        )
    return Message(_line(message, "subject"), _sent(message), text, _attached(parts, message))


def _parts(message: EmailMessage) -> list[EmailMessage]:
    return [one for one in message.walk() if not one.is_multipart()]


def _body(message: EmailMessage) -> EmailMessage | None:
    found = message.get_body(preferencelist=("plain", "html"))
    return found if isinstance(found, EmailMessage) else None


def _words(message: EmailMessage) -> str:
    body = _body(message)
    if body is None:
        return ""
    text = _decoded(body)
    if body.get_content_subtype() == "html":
        text = _plain(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Halves of pairs stand in no file; nothing else of the words is changed.
    text = text.encode("utf-8", "replace").decode()
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n")).strip()


def _decoded(part: EmailMessage) -> str:
    """Decode by the charset that it names; a name that is none, or wrong, loses no letter."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    for charset in (part.get_content_charset() or "utf-8", *_FALLBACKS):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("latin-1")


def _line(message: EmailMessage, header: str) -> str:
    try:
        text = str(message[header] or "")
    except _BREAKS_DOWN:
        return ""
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _sent(message: EmailMessage) -> datetime | None:
    try:
        found = message["date"].datetime
    except _BREAKS_DOWN:
        return None
    return found if isinstance(found, datetime) and found.tzinfo is not None else None


def _attached(parts: list[EmailMessage], message: EmailMessage) -> tuple[str, ...]:
    body = _body(message)
    bodies = ("text/plain", "text/html")
    return tuple(
        one.get_content_type()
        for one in parts
        if one is not body and (one.is_attachment() or one.get_content_type() not in bodies)
    )


_BREAKS = {"br", "div", "tr", "table", "blockquote", "ul", "ol", "hr", "section", "article", "pre"}
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6"}
_UNSEEN = {"script", "style", "head", "title", "template"}


class _Text(HTMLParser):
    """Takes the words of a page and leaves the rest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the base class's
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag in _PARAGRAPHS:
            self.found.append("\n\n")
        elif tag == "li":
            self.found.append("\n- ")
        elif tag in _BREAKS:
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            # A page may forget to close what it opened: nothing seen is lost by it.
            del self._unseen[self._unseen.index(tag) :]
        elif tag == "body":
            self._unseen.clear()
        elif tag in _PARAGRAPHS or tag in _BREAKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(re.sub(r"\s+", " ", data))


def _plain(page: str) -> str:
    parser = _Text()
    parser.feed(page)
    parser.close()
    lines = "".join(parser.found).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()
