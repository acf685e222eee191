"""Templates: files that somebody named as the letterhead of a Word document."""

from typing import NamedTuple

LARGEST = 20 * 1024 * 1024
"""Bytes of a template, packed; a letterhead with pictures has one or two million."""


class Template(NamedTuple):
    """A file as it was named, and what is in it."""

    name: str
    content: bytes
