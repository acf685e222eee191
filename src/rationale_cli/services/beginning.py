"""A new folder for decisions."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from rationale_cli.codec import settings as settings_text
from rationale_cli.codec import shipped
from rationale_cli.domain.part import Party
from rationale_cli.store import attributes, git, identity, init
from rationale_cli.store.identity import NoIdentityError
from rationale_cli.store.init import Place
from rationale_cli.store.repository import open_store
from rationale_cli.store.save import Saved

IGNORED = b"""\
# Documents are made from the record whenever they are wanted; they are no part of it.
/briefing*.*
/changes-*.*
/timeline-*.*
/due-*.*
"""

FREE = (Place.MISSING, Place.EMPTY_FOLDER, Place.EMPTY_REPOSITORY, Place.INSIDE_REPOSITORY)
"""Where a folder can be made."""

MADE = Place.STORE
"""Where one is already."""


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


def signature(recorder: Party | None) -> tuple[str, str]:
    """Give a name and an address for git that are those of a role and of nobody's mailbox."""
    role, agency = (recorder.role, recorder.agency) if recorder else ("recorder", "rationale")
    return role, f"{_word(role)}@{_word(agency)}.invalid"


def begin(
    path: Path,
    *,
    at: datetime,
    environment: Mapping[str, str],
    question_set: str = "general",
    signed: tuple[str, str] | None = None,
    recorder: Party | None = None,
) -> Saved:
    """Make a folder with its settings, in a first commit.

    Args:
        path: A folder that is empty or not there yet.
        at: Time of the first commit.
        environment: The user's own.
        question_set: What ``new`` asks unless told otherwise.
        signed: Name and address for git, for this folder alone; the user's own otherwise.
        recorder: Who usually types here, or ``None`` to leave it open.

    Raises:
        RationaleError: As `rationale_cli.store.init.make` says; nothing is left behind.
    """
    settings = shipped.settings_text().replace(
        'question_set = "general"', f'question_set = "{question_set}"'
    )
    saved = init.make(
        path,
        files={
            settings_text.NAME: settings.encode(),
            attributes.NAME: attributes.OURS,
            ".gitignore": IGNORED,
        },
        message="init\n",
        at=at,
        environment=environment,
        identity=signed,
    )
    if recorder:
        with open_store(path, environment=environment) as store:
            store.set_config("rationale.role", f"{recorder.role}@{recorder.agency}")
    return saved


def _word(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "somebody"
