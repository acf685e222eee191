"""Canaries: texts that stand nowhere else, and a scanner that finds them in every hiding place."""

import base64
import io
import re
import subprocess
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import msgspec

from rationale_cli.domain.decision import ITEM_LETTERS, Decision

LABELS = ("", "family", "team", "health", "police", "education", "legal", "third-party", "identity")
"""Every label that is shipped, and none; given to items and fields in turn."""

_SINGLE = ("title", "case", "question", "family", "reason", "answers")
_KEPT = ("id", "sensitivity", "harm", "harms", "provision", "path", "scale", "options", "risks")


class Nest:
    """A decision in which every text is a canary of its own, and where each of them sits.

    Attributes:
        decision: With a label on every item and every single field, in turn.
        labels: The label that each canary is under.
    """

    def __init__(self, decision: Decision) -> None:
        self._name = decision.revision
        self.labels: dict[str, str] = {}
        sensitivity: dict[str, str] = {}
        changed: dict[str, Any] = {}
        for name in ITEM_LETTERS:
            changed[name] = tuple(self._item(name, item) for item in getattr(decision, name))
        for name in _SINGLE:
            changed[name] = self._single(name, getattr(decision, name), sensitivity)
        handling = msgspec.structs.replace(decision.handling, sensitivity=sensitivity)
        self.decision = msgspec.structs.replace(decision, **changed, handling=handling)

    def _label(self, path: str) -> str:
        """The same in every revision: what was labelled once is so in each of them."""
        return LABELS[zlib.crc32(path.encode()) % len(LABELS)]

    def _canary(self, label: str) -> str:
        canary = f"{self._name}canary{len(self.labels):05d}bird"
        self.labels[canary] = label
        return canary

    def _item(self, of: str, item: Any) -> Any:
        label = self._label(f"{of}.{item.id}")
        texts = {
            name: self._canary(label)
            for name in item.__struct_fields__
            if name not in _KEPT and type(getattr(item, name)) is str and getattr(item, name)
        }
        return msgspec.structs.replace(item, **texts, sensitivity=label)

    def _single(self, name: str, value: Any, sensitivity: dict[str, str]) -> Any:
        if type(value) is str:
            return self._field(name, value, sensitivity)
        if isinstance(value, dict):
            return {
                key: self._field(f"{name}.{key}", one, sensitivity) for key, one in value.items()
            }
        changed = {
            field: self._field(f"{name}.{field}", getattr(value, field), sensitivity)
            for field in value.__struct_fields__
        }
        return msgspec.structs.replace(value, **changed)

    def _field(self, path: str, value: Any, sensitivity: dict[str, str]) -> Any:
        is_texts = isinstance(value, tuple) and value and type(value[0]) is str
        if not is_texts and not (type(value) is str and value):
            return value
        label = self._label(path)
        if label:
            sensitivity[path] = label
        if is_texts:
            return tuple(self._canary(label) for _ in value)
        return self._canary(label)


def found(data: bytes, canaries: Iterable[str], *, name: str = "") -> list[str]:
    """Give the canaries that sit anywhere in a document: plain, escaped, encoded or packed."""
    layers = [one.casefold() for one in (name, *_layers(data))]
    return [
        canary
        for canary in canaries
        if any(form in layer for form in _forms(canary) for layer in layers)
    ]


def _forms(canary: str) -> Iterator[str]:
    for text in (canary, canary[::-1]):
        raw = text.encode()
        yield text
        yield raw.hex()
        yield text.encode("utf-16-be").hex()
    # Base 64 of a text depends on where in a group of three it begins; its middle stays. No more is
    # cut off than depends on it: canaries of two revisions differ in their first letter only.
    for shift, cut in enumerate((0, 2, 3)):
        inner = base64.b64encode(b" " * shift + canary.encode()).decode().rstrip("=")
        yield inner[cut:-2].casefold()


def _layers(data: bytes) -> Iterator[str]:
    for raw in (data, *_unpacked(data)):
        text = raw.decode("utf-8", "replace")
        yield text
        yield unescape(text)
        yield urllib.parse.unquote(text)
        yield re.sub(r"\s+|=\r?\n|<[^>]*>|\\", "", text)  # broken over lines, tags or escapes
        yield raw.hex()
        yield raw.decode("utf-16-le", "replace")
        yield raw[1:].decode("utf-16-le", "replace")


def _unpacked(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield member.filename.encode() + member.comment
                yield from (archive.read(member),)
    if data.startswith(b"%PDF"):
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
            try:
                yield zlib.decompressobj().decompress(stream)
            except zlib.error:
                continue
        read = ["pdftotext", "-", "-"]
        yield subprocess.run(read, input=data, capture_output=True, check=False).stdout


def write(folder: Path, decision: Decision, text: str) -> None:
    """Put the text of a revision into a folder, and commit it."""
    path = folder / "decisions" / decision.id[0] / decision.id[1] / f"{decision.id}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    for words in (["add", "--all"], ["commit", "-qm", f"r{decision.revision}"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
