"""The clone's own settings by which git tells records in words, known again to the letter.

They are set for one clone, when its user agrees. Nothing that is committed can set them.
"""

import shlex
from enum import Enum
from typing import NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.store.repository import Store

TEXTCONV = "diff.rationale.textconv"
CACHE = "diff.rationale.cachetextconv"
DIFFTOOL = "difftool.rationale.cmd"

# What git would cache stands in a ref that others can fetch.
_NO_CACHE = "false"

# A program that is gone must not take git's own diff with it: the text is then shown as it is.
_FORMS = {
    TEXTCONV: ("f() { ", ' git-driver textconv "$1" 2>/dev/null || cat "$1"; }; f'),
    DIFFTOOL: ("", ' git-driver difftool "$LOCAL" "$REMOTE"'),
}


class State(Enum):
    """How the clone is wired."""

    WIRED = "git tells records in words"
    UNWIRED = "git shows records as they are written"
    IN_PART = "a setting is missing, or not as it should be"
    ELSEWHERE = "git starts another program of ours"
    FOREIGN = "git starts a command that is not ours"


class Wiring(NamedTuple):
    """How the clone is wired.

    Attributes:
        state: Of all settings together.
        key: The setting that the state is about; empty if there is none.
        command: What that setting says or, of a program of ours, which one; empty if nothing.
    """

    state: State
    key: str = ""
    command: str = ""


class ForeignCommandError(RationaleError):
    """Somebody else's command stands where ours would go; it is for a person to look at.

    Attributes:
        key: Of the setting.
        command: What it says.
    """

    def __init__(self, key: str, command: str) -> None:
        super().__init__(
            f"the setting {key!r} of this clone already names another command: {command!r}",
            hint=f"If nobody needs it, take it away with 'git config --local --unset-all {key}'.",
        )
        self.key = key
        self.command = command


def settings(program: str) -> dict[str, str]:
    """Give the settings that wire a clone, by key.

    Args:
        program: Absolute path of this program, or the name under which ``PATH`` has it.
    """
    word = shlex.quote(program)
    forms = {key: f"{start}{word}{end}" for key, (start, end) in _FORMS.items()}
    return {**forms, CACHE: _NO_CACHE}


def program_in(key: str, value: str) -> str | None:
    """Give the program that a setting of ours names, or ``None`` if the setting is not ours."""
    start, end = _FORMS.get(key, ("\0", ""))
    word = value.removeprefix(start).removesuffix(end)
    if f"{start}{word}{end}" != value:
        return None
    try:
        (program,) = shlex.split(word)
    except ValueError:
        return None
    return program if shlex.quote(program) == word else None


def look(store: Store, program: str) -> Wiring:
    """Tell how this clone is wired; see `settings`."""
    held = {key: _values(store, key) for key in settings(program)}
    for key in _FORMS:
        for value in held[key]:
            if program_in(key, value) is None:
                return Wiring(State.FOREIGN, key, value)
    for key in _FORMS:
        for value in held[key]:
            if (other := program_in(key, value)) not in {None, program}:
                return Wiring(State.ELSEWHERE, key, other or "")
    if not any(held.values()):
        return Wiring(State.UNWIRED)
    for key, value in settings(program).items():
        if set(held[key]) != {value}:
            return Wiring(State.IN_PART, key, ", ".join(held[key]))
    return Wiring(State.WIRED)


def wire(store: Store, program: str) -> None:
    """Let git tell records in words in this clone.

    Raises:
        ForeignCommandError: If another command stands there; nothing was changed.
        GitFailedError: If git does not take it.
    """
    if (found := look(store, program)).state is State.FOREIGN:
        raise ForeignCommandError(found.key, found.command)
    for key, value in settings(program).items():
        store.git.run("config", "--local", "--replace-all", key, value)


def _values(store: Store, key: str) -> tuple[str, ...]:
    found = store.git.run("config", "--local", "-z", "--get-all", key, check=False)
    return tuple(found.output.decode("utf-8", "surrogateescape").split("\0")[:-1])
