"""A finished document as the text that stands in it, for a last look at what it gives away."""

import email
import io
import json
import re
from collections.abc import Iterator
from email.policy import SMTP
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile


def from_markdown(text: str) -> str:
    """Give Markdown as it was typed, without escapes, and behind it as it is."""
    plain = _ESCAPED.sub(lambda one: one[1] or one[2], _QUOTED.sub("", text))
    return f"{plain}\n{text}"


def from_json(text: str) -> str:
    """Give every text of a JSON document, names included, a line each."""
    return "\n".join(_texts(json.loads(text)))


def from_mail(data: bytes) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """Give what a message says, headers included, and the name and content of each attachment."""
    message = email.message_from_bytes(data, policy=SMTP)
    headers = (f"{name}: {value}" for name, value in message.items())
    body = message.get_body(("plain",))
    files = tuple(
        (part.get_filename() or "", bytes(part.get_payload(decode=True) or b""))
        for part in message.iter_attachments()
    )
    return "\n".join((*headers, body.get_content() if body else "")), files


def from_word(data: bytes) -> str:
    """Give every text of a Word document's parts, a paragraph a line, attributes and names too."""
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    lines: list[str] = []
    for name, content in parts.items():
        lines.append(name)
        if name.endswith((".xml", ".rels")):
            lines += _of_xml(content)
    return "\n".join(lines)


# A mark of quotation; a break of a line or an escape, and an address that is a link.
_QUOTED = re.compile(r"^(?:[ \t]*>)+", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\n!-/:-@\[-`{-~])|<(https?://[^<>\s]*)>")


def _of_xml(content: bytes) -> Iterator[str]:
    # Of our own making, or opened as a letterhead that declares no entities.
    root = ET.fromstring(content)  # noqa: S314
    # Paragraphs come one after the other: a text may have several.
    yield from ("".join(_pieces(one)) for one in root.iter(f"{_WORD}p"))
    for one in root.iter():
        yield from one.attrib.values()
        if one.text and one.tag not in {f"{_WORD}t", f"{_WORD}p"}:
            yield one.text


def _pieces(paragraph: ET.Element) -> Iterator[str]:
    for one in paragraph.iter():
        if one.tag == f"{_WORD}t":
            yield one.text or ""
        elif one.tag in {f"{_WORD}br", f"{_WORD}tab"}:
            yield "\n"


_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    else:
        yield str(value)
