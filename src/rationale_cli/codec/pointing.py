"""Where a path of a record stands in its text."""

from collections.abc import Iterable
from typing import Any

from rationale_cli.codec import toml
from rationale_cli.codec.places import Place, places
from rationale_cli.domain.answers import split
from rationale_cli.domain.fault import Path


def pointed(text: str, paths: Iterable[str]) -> tuple[Place, ...]:
    """Give the place of each path, or of what it would stand in; else the very beginning.

    Args:
        text: Of a record that can be read.
        paths: As ``risk.R1.plan``; items are met by their id.
    """
    table, known = toml.read(text), places(text)
    return tuple(known.of(_steps(path, table), at_key=True) for path in paths)


def _name(row: Any) -> Any:
    """The id of an item; stages of a concern are numbered instead."""
    if not isinstance(row, dict):
        return None
    return row["id"] if "id" in row else str(row.get("n"))


def _steps(path: str, table: Any) -> Path:
    """The same path by places in lists; of a list as a whole, that of its first item."""
    steps: list[str | int] = []
    here = table
    for step in split(path):
        if isinstance(here, list):
            at = [_name(row) for row in here]
            if step not in at:
                return (*steps, 0)
            steps.append(at.index(step))
            here = here[at.index(step)]
        else:
            steps.append(step)
            here = here.get(step) if isinstance(here, dict) else None
    if isinstance(here, list) and here and isinstance(here[0], dict):
        steps.append(0)
    return tuple(steps)
