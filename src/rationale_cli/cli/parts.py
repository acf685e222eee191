"""Verbs that have verbs of their own, as ``rationale concern raise``."""

from typing import Any

from typer.core import TyperGroup


class PartGroup(TyperGroup):
    """A verb with parts; its help says of each the whole first sentence."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write each part with what it does; typer would cut that after 45 letters."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, _first(one.help)) for name, one in commands if one and not one.hidden]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _first(text: str | None) -> str:
    return " ".join((text or "").partition("\n\n")[0].split()).rstrip(".")
