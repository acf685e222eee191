"""The verbs of the command line: named here, loaded only when one is called."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup

from rationale_cli.cli import reporting
from rationale_cli.errors import RationaleError


class Verb(NamedTuple):
    """One verb.

    Attributes:
        name: As typed.
        help: The first line of its docstring, held here so that help need not load it.
        is_daily: Whether help shows it first.
        is_hidden: Whether help leaves it out: no person types it.
    """

    name: str
    help: str
    is_daily: bool = False
    is_hidden: bool = False

    @property
    def module(self) -> str:
        """The name of its module in ``commands``."""
        return self.name.replace("-", "_")


VERBS = (
    Verb("new", "Record a decision", is_daily=True),
    Verb("resume", "Go on with an interview that was stopped, at the same question", is_daily=True),
    Verb("note", "Add something that was heard", is_daily=True),
    Verb("reassess", "Look again at the risks, and say whether the decision stands", is_daily=True),
    Verb("reply", "Record what somebody said back about a decision", is_daily=True),
    Verb("brief", "Write a briefing to hand on: to the team, the family or a court", is_daily=True),
    Verb("show", "Show one decision", is_daily=True),
    Verb("history", "Show every revision of a decision", is_daily=True),
    Verb("diff", "Show what changed between two revisions, in words", is_daily=True),
    Verb("list", "List the decisions of the folder", is_daily=True),
    Verb("due", "Show everything that waits, the most urgent first", is_daily=True),
    Verb("init", "Make a folder for decisions"),
    Verb("demo", "Play a fictional case in a throw-away folder"),
    Verb("doctor", "Look over the folder, and say what is not as it should be"),
    Verb("learn", "Show what all the records teach, with nobody in it"),
    Verb("drafts", "List interviews that were stopped, or delete one"),
    Verb("amend", "Change a decision, with a reason"),
    Verb("correct", "Put right what was written wrongly; the old text stays visible"),
    Verb("approve", "Record that somebody signed it off, or did not"),
    Verb("supersede", "Replace a decision by another, both in one step"),
    Verb(
        "concern",
        "Raise a concern about a decision, take its steps, and see that it does not drift",
    ),
    Verb("close", "Close a decision; nothing of it is hidden"),
    Verb("origin", "Show where each part of a decision came from: who set it, when, and why"),
    Verb("timeline", "Show on one line of time what happened, and how the risks were seen"),
    Verb("answer", "Answer a question that somebody asked"),
    Verb("share", "Record what was sent to whom, or why it was not"),
    Verb("seen", "Show who has read what now stands, and which questions wait"),
    Verb("check", "Show what is missing, and which harms nobody has looked at"),
    Verb("law", "Explain a provision in plain words, and say which decisions rest on it"),
    Verb("questions", "List, show, check, try out, begin or translate question sets"),
    Verb("templates", "List, copy, check or keep the templates that documents are made with"),
    Verb("schema", "Print the JSON Schema of a record"),
    Verb(
        "git-driver",
        "Tell git what a record says, in words; git starts it, see 'rationale init --wire'",
        is_hidden=True,
    ),
)


_UNLOADED: Any = None


class VerbGroup(TyperGroup):
    """A command group that loads a verb when it is called, and tells errors in our own words."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is typer's
        """Give the names that help lists, the daily ones first."""
        return [verb.name for verb in VERBS if not verb.is_hidden]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature is typer's
        """Load the module of one verb and make its command."""
        verb = next((verb for verb in VERBS if verb.name == cmd_name), None)
        if verb is None:
            return None
        module = import_module(f"rationale_cli.cli.commands.{verb.module}")
        module.app._add_completion = False  # noqa: SLF001 - said once, for all verbs
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - the signature is typer's
        """Write the daily verbs first, bold where the terminal can, and the rest below."""
        for title, daily in (("Every day", True), ("More", False)):
            rows = [
                (reporting.bold(verb.name) if daily else verb.name, verb.help)
                for verb in VERBS
                if verb.is_daily is daily and not verb.is_hidden
            ]
            with formatter.section(title):
                formatter.write_dl(rows, col_max=40)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the verb, or name those that look like it."""
        # Only the names are read of this, for "did you mean".
        self.commands = dict.fromkeys(self.list_commands(ctx), _UNLOADED)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the verb; typer would leave with 1 when nobody reads standard output any more."""
        try:
            returned = super().invoke(ctx)
            reporting.flush()
        except BrokenPipeError:
            raise typer.Exit(reporting.leave_quietly()) from None
        return returned

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and leave with the status that the outcome calls for."""
        status = self._run(args, prog_name, complete_var, windows_expand_args, **extra)
        if standalone_mode:
            reporting.let_go_of_what_is_gone()
            sys.exit(status)
        return status

    def _run(
        self,
        args: Sequence[str] | None,
        prog_name: str | None,
        complete_var: str | None,
        windows_expand_args: bool,
        **extra: Any,
    ) -> int:
        try:
            returned = super().main(
                args, prog_name, complete_var, False, windows_expand_args, **extra
            )
        except RationaleError as error:
            reporting.tell(error)
            return error.exit_status
        except typer.TyperException as error:
            reporting.tell_usage(error)
            return error.exit_code
        except typer.Abort:
            return reporting.INTERRUPTED
        return returned if isinstance(returned, int) else 0
