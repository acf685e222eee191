"""Texts that an editor left behind: told where they stand, and deleted when nobody needs them."""

from pathlib import Path

from rationale_cli.cli import editor, reporting
from rationale_cli.cli.session import Session


def private(session: Session) -> Path:
    """Give the folder beside git's own in which unfinished texts stand; never committed."""
    return session.store.git_dir / "rationale"


def found(session: Session) -> tuple[editor.Leftover, ...]:
    """Give what editors left behind, the newest first."""
    return editor.leftovers(private(session))


def tell(session: Session) -> None:
    """Tell each text that no answer has taken, where it is, and how it goes."""
    for one in found(session):
        reporting.say(f"A text from an editor, which no answer has taken, stands in {one.path}.")
        reporting.say(
            f"Take what you need of it; then 'rationale drafts --delete {one.name}' deletes it."
        )


def delete(session: Session, name: str) -> bool:
    """Delete one by its name; give whether there was one."""
    for one in found(session):
        if one.name == name:
            editor.forget(one.path)
            return True
    return False
