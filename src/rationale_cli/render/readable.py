"""A finished document as the text that stands in it, for a last look at what it gives away."""

import json
from collections.abc import Iterator
from typing import Any


def from_json(text: str) -> str:
    """Give every text of a JSON document, names included, a line each."""
    return "\n".join(_texts(json.loads(text)))


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
