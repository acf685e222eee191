"""A new folder for decisions."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from rationale_cli.codec import settings as settings_text
from rationale_cli.codec import shipped
from rationale_cli.store import git, identity, init
from rationale_cli.store.identity import NoIdentityError
from rationale_cli.store.init import Place
from rationale_cli.store.repository import open_store
from rationale_cli.store.save import Saved

FREE = (Place.MISSING, Place.EMPTY_FOLDER, Place.EMPTY_REPOSITORY, Place.INSIDE_REPOSITORY)
"""Where a folder can be made."""

ATTRIBUTES = b"""\
# Git must not join two texts of one record by lines; rationale joins them by what they say.
decisions/** -merge
concerns/** -merge
seen/** -merge
"""


def look(path: Path, *, environment: Mapping[str, str]) -> Place:
    """Tell what stands where a folder is to be made; nothing is touched."""
    return init.look(path, environment=environment)


def has_identity(environment: Mapping[str, str]) -> bool:
    """Whether git knows whose name to put on a save."""
    try:
        identity.known(git.find(environment))
    except NoIdentityError:
        return False
    return True


def begin(
    path: Path,
    *,
    at: datetime,
    environment: Mapping[str, str],
    question_set: str = "general",
    signed: tuple[str, str] | None = None,
    role: str = "",
) -> Saved:
    """Make a folder with its settings, in a first commit.

    Args:
        path: A folder that is empty or not there yet.
        at: Time of the first commit.
        environment: The user's own.
        question_set: What ``new`` asks unless told otherwise.
        signed: Name and address for git, for this folder alone; the user's own otherwise.
        role: ``role@agency`` of whoever usually types here; empty to leave it open.

    Raises:
        RationaleError: As `rationale_cli.store.init.make` says; nothing is left behind.
    """
    settings = shipped.settings_text().replace(
        'question_set = "general"', f'question_set = "{question_set}"'
    )
    saved = init.make(
        path,
        files={settings_text.NAME: settings.encode(), ".gitattributes": ATTRIBUTES},
        message="init\n",
        at=at,
        environment=environment,
        identity=signed,
    )
    if role:
        with open_store(path, environment=environment) as store:
            store.set_config("rationale.role", role)
    return saved
