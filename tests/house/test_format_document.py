"""The reference of the record format says what the types say, and its examples are real."""

import re
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from rationale_cli.codec import companion, harms, settings
from rationale_cli.codec import decision as decision_text
from rationale_cli.codec.faulty import FaultyFileError
from rationale_cli.codec.schema import schema
from rationale_cli.domain.seen import Seen
from rationale_cli.domain.understanding.heard import Replies

TEXT = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
DEFINED = schema()["$defs"]
TABLES = {
    name: found
    for name, field in DEFINED["Decision"]["properties"].items()
    if (found := re.search(r"'#/\$defs/(\w+)'", str(field))) and "properties" in DEFINED[found[1]]
}

EXAMPLES = [
    pytest.param(*found, id=f"{found[0]} {number}")
    for number, found in enumerate(re.findall(r"(?ms)^```toml (\w+)\n(.*?)^```$", TEXT), start=1)
]


def test_the_document_tells_every_key_in_the_order_of_the_file() -> None:
    written = [(title, list(rows)) for title, rows in sections().items()]

    assert written == [(title, list(rows)) for title, rows in wanted().items()]


def test_the_document_tells_every_code_of_a_field_and_no_other() -> None:
    written = {
        f"{title} {key}": sorted(re.findall(r"`([a-z0-9-]+)`", holds))
        for title, rows in sections().items()
        for key, holds in rows.items()
    }

    assert written == {
        f"{title} {key}": codes for title, rows in wanted().items() for key, codes in rows.items()
    }


@pytest.mark.parametrize(
    ("shape", "text"), [param for param in EXAMPLES if param.values[0] != "faulty"]
)
def test_every_example_is_read_as_it_stands(shape: str, text: str) -> None:
    READ[shape](text)


def test_the_faults_of_the_document_are_those_that_the_program_tells() -> None:
    (text,) = (param.values[1] for param in EXAMPLES if param.values[0] == "faulty")

    with pytest.raises(FaultyFileError) as caught:
        decision_text.decode_answers(str(text), name="r2.toml", zone=UTC)

    told = (f"error: {caught.value}", *(f"  {line}" for line in caught.value.lines))
    assert "\n".join(("```", *told, f"hint: {caught.value.hint}", "```")) in TEXT


def test_the_record_of_the_document_is_laid_out_as_the_program_lays_it_out() -> None:
    (text,) = (param.values[1] for param in EXAMPLES if param.values[0] == "record")

    assert decision_text.encode(decision_text.decode(str(text), name="format.md")) == text


READ: dict[str, Callable[[str], object]] = {
    "settings": lambda text: settings.decode(f"format = 1\n{text}"),
    "harms": lambda text: harms.decode(text, name="harms/ours.toml"),
    "record": lambda text: decision_text.decode(text, name="format.md"),
    "answers": lambda text: decision_text.decode_answers(text, name="format.md", zone=UTC),
    "seen": lambda text: companion.decode(text, Seen, name="format.md"),
    "replies": lambda text: companion.decode(text, Replies, name="format.md"),
}


def sections() -> dict[str, dict[str, str]]:
    """Give what the document says: by heading, each key with the cell that says what it holds."""
    _, *parts = re.split(r"(?m)^##+ ", TEXT[TEXT.index("## Every table") :])
    rows = {
        part.partition("\n")[0]: dict(re.findall(r"(?m)^\| `(\w+)` \| (.*?) \|", part))
        for part in parts
    }
    return {title: keys for title, keys in rows.items() if keys and title != "Limits"}


def wanted() -> dict[str, dict[str, list[str]]]:
    """Give what the types say, in the same shape: each key with its codes in alphabetical order."""
    tables = {_heading(name): found[1] for name, found in TABLES.items()}
    return {
        title: {
            key: sorted(_codes(field))
            for key, field in DEFINED[kind]["properties"].items()
            if key not in {"id", "sensitivity"} or kind in {"Decision", "Handling"}
        }
        for title, kind in {"The top of the file": "Decision", "A role": "Party", **tables}.items()
    }


def _heading(name: str) -> str:
    is_list = DEFINED["Decision"]["properties"][name].get("type") == "array"
    return f"`[[{name}]]`" if is_list else f"`[{name}]`"


def _codes(field: dict[str, Any]) -> list[str]:
    found = re.search(r"'#/\$defs/(\w+)'", str(field))
    return DEFINED[found[1]].get("enum", []) if found else []
