"""The templates that there are, as lines and as values."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rationale_cli.cli import template_files
from rationale_cli.services import template_copies, templates
from rationale_cli.services.template_copies import Age
from rationale_cli.store.repository import Store

_SAID = {
    Age.OWN: "nothing shipped has this name",
    Age.UNKNOWN: "it does not say what it was copied from",
    Age.CURRENT: "the shipped one has not changed since",
    Age.OLDER: "the shipped one has changed since",
}


def rows(store: Store | None) -> list[dict[str, Any]]:
    """Give what is told of each template, in alphabetical order.

    Args:
        store: The folder, or ``None`` outside of any.
    """
    shipped = templates.shipped()
    kept = templates.own(store) if store is not None else {}
    written = template_files.written(store) if store is not None else {}
    names = sorted({*shipped, *kept, *written})
    return [_row(name, shipped, kept, written) for name in names]


def told(listed: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Tell which templates there are, a line each."""
    for row in listed:
        if row["source"] == "shipped":
            yield f"{row['name']}  shipped"
        else:
            yield f"{row['name']}  {row['source']}: {row['told']}"


def cells(listed: Iterable[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """Give the same for programs: name, source, age, version that it was copied from."""
    for row in listed:
        yield row["name"], row["source"], row["age"] or "-", row["copied_from"] or "-"


def _row(
    name: str, shipped: Mapping[str, str], kept: Mapping[str, str], written: Mapping[str, str]
) -> dict[str, Any]:
    text = written.get(name, kept.get(name))
    if text is None:
        return {"name": name, "source": "shipped", "age": None, "copied_from": None, "told": ""}
    age = template_copies.age(text, shipped.get(name))
    version = template_copies.version(text)
    source = (
        "own" if kept.get(name) == text else "own, changed" if name in kept else "own, not kept"
    )
    if name not in written:
        source = "own, deleted in the working copy"
    said = f"copied from {version}, {_SAID[age]}" if version else _SAID[age]
    return {
        "name": name,
        "source": source,
        "age": age.value,
        "copied_from": version or None,
        "told": said,
    }
