"""A folder looked over: what is as it should be, what is worth a word, and what is not."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from shlex import quote

from rationale_cli.errors import RationaleError
from rationale_cli.services import law, reading, straying
from rationale_cli.services.point import Point, fine, look, note, trouble
from rationale_cli.services.straying import FIX
from rationale_cli.store import (
    allowed,
    attributes,
    branch,
    commit_graph,
    condition,
    git,
    identity,
    wiring,
)
from rationale_cli.store.attributes import Told
from rationale_cli.store.repository import SETTINGS, Store

_PUBLIC = (
    "azure.com", "bitbucket.org", "codeberg.org", "gitee.com", "github.com", "gitlab.com",
    "sourceforge.net", "sr.ht", "visualstudio.com",
)  # fmt: skip

_MANY_COMMITS = 200
"""Without a place in the commit-graph: twice as many as saves let gather."""


def computer(environment: Mapping[str, str]) -> tuple[Point, ...]:
    """Look at what every folder needs: git, and whose name it puts on saves."""
    try:
        found = git.find(environment)
    except RationaleError as error:
        return (trouble("git", error),)
    return _git(found), _identity(found)


def folder(
    store: Store, program: str, *, now: datetime, texts: tuple[Path, ...] = ()
) -> Iterator[Point]:
    """Look over a folder; nothing is changed.

    Args:
        store: The folder.
        program: Absolute path of this program, or the name under which ``PATH`` has it.
        now: For the age of drafts.
        texts: What an editor left behind in our own part of git's folder.
    """
    yield _git(store.git)
    yield _identity(store.git)
    yield _tried("settings", lambda: reading.settings(store), f"{SETTINGS} can be read.")
    yield from _law(store)
    yield _tried("branch", lambda: branch.current(store), "The folder is on a branch, and whole.")
    yield from _history(store)
    yield from _settings(store)
    yield from _attributes(store)
    yield _wiring(store, program)
    yield from straying.points(store, now=now, texts=texts)
    yield _graph(store)
    yield from _remotes(store)


def _git(found: git.Git) -> Point:
    needed = ".".join(map(str, git.OLDEST))
    try:
        git.demand_version(found)
    except RationaleError as error:
        return trouble("git", error)
    return fine("git", f"Git is {git.told_version(found)}; {needed} or newer is needed.")


def _identity(found: git.Git) -> Point:
    try:
        known = identity.known(found)
    except RationaleError as error:
        return trouble("identity", error)
    return fine("identity", f"Saves carry the name {known.name} <{known.email}>.")


def _tried(about: str, act: Callable[[], object], text: str) -> Point:
    try:
        act()
    except RationaleError as error:
        return trouble(about, error)
    return fine(about, text)


def _law(store: Store) -> Iterator[Point]:
    found = law.faults(store)
    for error in found:
        yield trouble("law", error)
    if not found:
        yield fine("law", "The folder's own provisions of law can be read, or there are none.")


def _history(store: Store) -> Iterator[Point]:
    about, found = "history", False
    for is_so, text, hint in (
        (
            condition.is_grafted(store),
            "A file 'info/grafts' makes git show other commits than there are.",
            f"rationale does not follow it; move {quote(str(store.common_dir / 'info/grafts'))}.",
        ),
        (
            condition.is_replaced(store),
            "References below 'refs/replace' make git show other texts than were committed.",
            "rationale does not follow them; look at them with 'git replace --list'.",
        ),
        (
            condition.is_borrowed(store),
            "Part of the history stands in another repository, and goes when that goes.",
            "Bring it over with 'git repack -a -d', then delete 'objects/info/alternates'.",
        ),
    ):
        if is_so:
            found = True
            yield look(about, text, hint)
    for path in condition.unsuited(store):
        found = True
        yield look(
            about,
            f"{path!r} is committed, and is nothing that a folder of decisions has.",
            "rationale does not read it; ask whoever committed it, and take it out with 'git rm'.",
        )
    if not found:
        yield fine(about, "All history stands here, and nothing in it that does not belong.")


def _settings(store: Store) -> Iterator[Point]:
    about = "config"
    keys = allowed.foreign_settings(store)
    for key in keys:
        yield look(
            about,
            f"{key!r} is set for this clone; no folder of decisions needs it, and settings of its "
            "kind can make git start programs.",
            f"Look at it with 'git config --local --get-all {key}'; '--unset-all' takes it away.",
        )
    if not keys:
        yield fine(about, "Git's settings for this clone can start nothing but rationale itself.")


def _attributes(store: Store) -> Iterator[Point]:
    about = "attributes"
    match attributes.told(store):
        case Told.ALL:
            yield fine(about, f"{attributes.NAME} tells git which files are records.")
        case Told.OLDER:
            text = f"{attributes.NAME} is from an earlier version: no words for git's own diff."
            yield note(about, text, FIX)
        case Told.NOTHING:
            text = f"{attributes.NAME} is missing: git would join two texts of a record by lines."
            yield look(about, text, FIX)
        case Told.OTHER:
            text = f"{attributes.NAME} says something else than 'rationale init' writes."
            yield look(about, text, "'decisions/** -merge diff=rationale' belongs in it.")


def _wiring(store: Store, program: str) -> Point:
    about = "wiring"
    found = wiring.look(store, program)
    match found.state:
        case wiring.State.WIRED:
            return fine(about, "The clone is wired: git itself tells records in words.")
        case wiring.State.UNWIRED:
            text = "The clone is not wired: 'git diff' and 'git log -p' show records as TOML."
            hint = f"'rationale init --wire {quote(str(store.root))}' lets git tell them in words."
            return note(about, text, hint)
        case wiring.State.IN_PART:
            said = f"is {found.command!r}" if found.command else "is missing"
            return look(about, f"The clone is wired in part: {found.key!r} {said}.", FIX)
        case wiring.State.ELSEWHERE:
            text = f"The clone is wired to {found.command!r}, which is not this program."
            return look(about, text, f"{FIX[:-1]}; git shows records as TOML if it is gone.")
        case wiring.State.FOREIGN:
            return trouble(about, wiring.ForeignCommandError(found.key, found.command))


def _graph(store: Store) -> Point:
    about = "commit-graph"
    if not commit_graph.is_true(store):
        text = "The commit-graph says other things than the commits; git would believe it."
        return look(about, text, FIX)
    if not commit_graph.has_graph(store):
        text = "There is no commit-graph that grows: the history of a record takes longer to find."
        return note(about, text, FIX)
    if (missing := commit_graph.missing(store)) > _MANY_COMMITS:
        return note(about, f"The commit-graph is old: {missing} commits are not in it.", FIX)
    return fine(about, "The commit-graph is up to date.")


def _remotes(store: Store) -> Iterator[Point]:
    about = "remote"
    found = allowed.remotes(store)
    for name, address in found:
        host = _host(address)
        if any(host == one or host.endswith(f".{one}") for one in _PUBLIC):
            yield look(
                about,
                f"The remote {name!r} is on {host}, a public host.",
                f"Records about people belong elsewhere: 'git remote remove {quote(name)}'.",
            )
        else:
            yield fine(about, f"The remote {name!r} is on none of the known public hosts.")
    if not found:
        yield fine(about, "There is no remote: git sends nothing from here.")


def _host(address: str) -> str:
    """Give the host of ``https://me@host:1/path``, ``git@host:path`` or ``ssh://host/path``."""
    _, scheme, rest = address.rpartition("://")
    place = rest.partition("/")[0] if scheme else rest.partition(":")[0]
    return place.rpartition("@")[2].partition(":")[0].lower()
