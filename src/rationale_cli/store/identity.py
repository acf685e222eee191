"""Who is recording, in git's own settings."""

from pathlib import Path
from typing import NamedTuple

from rationale_cli.errors import RationaleError
from rationale_cli.store.git import Git


class NoIdentityError(RationaleError):
    """Git does not know whose name to put on a commit; it is never guessed from the computer.

    Attributes:
        folder: For which it was asked, or ``None`` for any.
    """

    def __init__(self, folder: Path | None) -> None:
        git = f"git -C {str(folder)!r} config" if folder else "git config --global"
        super().__init__(
            "git does not know who is recording: user.name and user.email are not set",
            hint=(
                f"Tell it with '{git} user.name \"lead social worker\"' "
                f"and '{git} user.email \"lead@example.org\"'."
            ),
        )
        self.folder = folder


class Identity(NamedTuple):
    """Who is recording.

    Attributes:
        name: Of the author; never blank.
        email: Of the author; never blank.
        signs: Whether commits are to be signed.
    """

    name: str
    email: str
    signs: bool


def known(git: Git) -> Identity:
    """Tell who is recording, by the rules of git: environment first, then settings.

    Raises:
        NoIdentityError: If a name or an address is not set.
    """
    pattern = r"^(user|author|committer)\.(name|email)$|^commit\.gpgsign$"
    listed = git.run("config", "-z", "--get-regexp", pattern, check=False).output.decode()
    # Of several values the last one counts; one without "=" comes without a line end.
    settings = dict(line.partition("\n")[::2] for line in listed.split("\0"))
    name, email, *committer = (
        _word(git, settings, role, part)
        for role in ("author", "committer")
        for part in ("name", "email")
    )
    if not all((name, email, *committer)):
        raise NoIdentityError(git.work_tree)
    return Identity(name, email, signs=_is_true(settings))


def _word(git: Git, settings: dict[str, str], role: str, part: str) -> str:
    said = (
        git.environment.get(f"GIT_{role}_{part}".upper(), ""),
        settings.get(f"{role}.{part}", ""),
        settings.get(f"user.{part}", ""),
    )
    return next((word.strip() for word in said if word.strip()), "")


def _is_true(settings: dict[str, str]) -> bool:
    key = "commit.gpgsign"
    return key in settings and settings[key].lower() in {"", "true", "yes", "on", "1"}
