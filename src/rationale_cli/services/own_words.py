"""What the program says itself, in whatever document: a text that stands there is no secret."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rationale_cli.domain.clearing.scanning import folded
from rationale_cli.render.templates import folder

_PACKAGE = Path(__file__).parent.parent


def is_ours(text: str) -> bool:
    """Whether a text stands among our own words; "at once" is in a heading of every briefing.

    Args:
        text: Folded, as `scanning.folded` gives it.
    """
    return any(text in one for one in _every())


@cache
def _every() -> tuple[str, ...]:
    # Read only where something was found that could be one of them.
    return tuple(folded(path.read_text(encoding="utf-8")) for path in _files())


def _files() -> Iterator[Path]:
    yield from sorted(one for one in folder().iterdir() if one.is_file())
    library = _PACKAGE / "library"
    # The demonstration is a record like any other.
    yield from sorted(one for one in library.rglob("*.toml") if one.parent.name != "demo")
    for name in ("domain", "render"):
        yield from sorted((_PACKAGE / name).rglob("*.py"))
