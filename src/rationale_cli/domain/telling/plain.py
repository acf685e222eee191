"""Plain values, of which documents are made; and tables, which are read across."""

import msgspec


class Plain(msgspec.Struct, frozen=True, kw_only=True):
    """A value that holds only text, truth values, and tuples of its like."""


class Table(Plain, frozen=True, kw_only=True):
    """Rows to be read across; ``columns`` says what stands in each."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
