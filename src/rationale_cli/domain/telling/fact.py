"""Facts: labelled lines of a briefing, and what stands there when nothing was said."""

from collections.abc import Iterator
from typing import Any

from rationale_cli.domain.decision import Decision
from rationale_cli.domain.form import items
from rationale_cli.domain.telling.briefing import Fact
from rationale_cli.domain.telling.saying import capital, said
from rationale_cli.domain.telling.silence import silence
from rationale_cli.domain.words import Words

_QUOTE = "“"


def fact(
    decision: Decision, path: str, value: Any, words: Words, *, label: str = "", item_id: str = ""
) -> Fact:
    """Tell one field: its text, its word, or why it is silent.

    Args:
        decision: The decision that it stands in; says why a silent place is silent.
        path: Without the ids of items, as ``risk.reason``.
        value: As ``seed`` gives it.
        words: What codes and fields are called.
        label: Other than the field's own.
        item_id: Of the item that the field belongs to.
    """
    name, _, rest = path.partition(".")
    full = f"{name}.{item_id}.{rest}" if item_id else path
    if value is None or value in ("", [], ()):
        quiet = silence(decision, full)
        return Fact(label=label or words.field(path), text=quiet.text, silence=quiet.kind)
    return Fact(label=label or words.field(path), text=plain(path, value, words))


def plain(path: str, value: Any, words: Words) -> str:
    """Give a value as it stands in a document: people's text as they wrote it, no quotes."""
    if isinstance(value, str) and said(path, value, words).startswith(_QUOTE):
        return value.strip("\n")
    if isinstance(value, list | tuple):
        if not said(path, value, words).startswith(_QUOTE):
            return said(path, value, words)
        parts = [plain(path, one, words) for one in value]
        # Whole sentences stand on lines of their own; the rest reads on.
        return ("\n" if any(one.endswith((".", "?", "!")) for one in parts) else "; ").join(parts)
    text = said(path, value, words)
    return capital(text) if isinstance(value, str | bool) else text


def facts(decision: Decision, name: str, words: Words, *keys: str) -> Iterator[tuple[Any, ...]]:
    """Give each item of a list, as plain values, with its facts for the keys named."""
    for item in items(decision, name):
        yield (
            item,
            tuple(
                fact(decision, f"{name}.{key}", item.get(key), words, item_id=item["id"])
                for key in keys
            ),
        )
