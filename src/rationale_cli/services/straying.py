"""What lies beside that which was committed: changed files, locks, and texts somebody left."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote

from rationale_cli.errors import RationaleError
from rationale_cli.services.point import Point, fine, look, note, trouble
from rationale_cli.store import condition, drafts, quarantine, working
from rationale_cli.store.heal import FOLDERS
from rationale_cli.store.repository import Store

FIX = "'rationale doctor --fix' puts it right."
"""The hint about what is safe to put right without asking."""


def points(store: Store, *, now: datetime, texts: tuple[Path, ...]) -> Iterator[Point]:
    """Look at what is not committed; nothing is touched.

    Args:
        store: The folder.
        now: For the age of drafts.
        texts: What an editor left behind in our own part of git's folder.
    """
    yield from _files(store)
    yield from _locks(store)
    yield from _texts(store, texts)
    yield _drafts(store, now)


def _files(store: Store) -> Iterator[Point]:
    about = "files"
    try:
        changed, unknown = working.changed(store), condition.unknown(store)
    except RationaleError as error:
        yield trouble(about, error)
        return
    for path in changed:
        text = f"The working copy of {path!r} is not what was committed."
        if path.startswith(tuple(f"{name}/" for name in FOLDERS)):
            yield look(about, text, f"{FIX[:-1]}, and keeps a change made by hand as a draft.")
        else:
            yield look(about, text, f"Commit it, or undo it with 'git restore {quote(path)}'.")
    for path in unknown:
        yield look(
            about,
            f"{path!r} was never committed, so that nothing reads it.",
            "If it is a record, give it to 'rationale new --answers'; then move it away.",
        )
    if not (changed or unknown):
        yield fine(about, "The working files are what was committed.")


def _locks(store: Store) -> Iterator[Point]:
    about = "locks"
    found = quarantine.stale(store)
    for path in found:
        name = str(path.relative_to(store.git_dir if path.is_relative_to(store.git_dir) else "/"))
        yield look(about, f"A process that is gone left the lock {name!r} behind.", FIX)
    if not found:
        yield fine(about, "No lock was left behind.")


def _texts(store: Store, texts: tuple[Path, ...]) -> Iterator[Point]:
    about = "editors"
    found = (*map(str, texts), *condition.left_by_editors(store))
    for path in found:
        text = f"An editor left {path!r} behind, in which a record's words may stand."
        yield look(about, text, "Take what you need of it, then delete it.")
    if not found:
        yield fine(about, "No editor left a text behind.")


def _drafts(store: Store, now: datetime) -> Point:
    about = "drafts"
    kept = drafts.names(store)
    if not kept:
        return fine(about, "No draft is waiting.")
    days = max(0, (now.astimezone(UTC) - min(one.kept_at for one in kept)).days)
    told = f"{len(kept)} drafts wait, the oldest" if len(kept) > 1 else "One draft waits,"
    age = f"{days} days old" if days > 1 else "a day old" if days else "of today"
    return note(about, f"{told} {age}.", "'rationale drafts' lists them, and deletes one.")
