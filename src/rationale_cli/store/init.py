"""A new folder, or what stands where one is wanted."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from enum import Enum
from pathlib import Path

from rationale_cli.errors import RationaleError
from rationale_cli.store import attributes, disk, git, identity, repository
from rationale_cli.store.location import locate
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Saved, Write, save

BRANCH = "main"

# For whoever uses plain git here: nothing is thrown away, and a power cut harms no commit.
_SETTINGS = (
    ("core", "autocrlf", "false"),
    ("core", "fsync", "all"),
    ("core", "fsyncMethod", "fsync"),
    ("core", "logAllRefUpdates", "always"),
    ("core", "sharedRepository", "0600"),
    ("core", "symlinks", "false"),
    ("gc", "pruneExpire", "never"),
    ("gc", "reflogExpire", "never"),
    ("gc", "reflogExpireUnreachable", "never"),
)


class Place(Enum):
    """What stands at a path."""

    MISSING = "nothing"
    EMPTY_FOLDER = "an empty folder"
    EMPTY_REPOSITORY = "a repository without files or commits"
    INSIDE_REPOSITORY = "nothing, or an empty folder, inside another repository"
    STORE = "a rationale folder already"
    REPOSITORY_IN_USE = "a repository with other files"
    FOLDER_IN_USE = "a folder with other files, or a file"


_FREE = (Place.MISSING, Place.EMPTY_FOLDER, Place.EMPTY_REPOSITORY, Place.INSIDE_REPOSITORY)


class InUseError(RationaleError):
    """Something stands where the folder was to be made.

    Attributes:
        path: Where.
        place: What stands there.
    """

    def __init__(self, path: Path, place: Place) -> None:
        super().__init__(
            f"{str(path)!r} is {place.value}",
            hint="Choose a folder that is empty or not there yet.",
        )
        self.path = path
        self.place = place


def look(path: Path, *, environment: Mapping[str, str]) -> Place:
    """Tell what stands at a path; nothing is touched.

    Raises:
        NoGitError: If git is not there.
        ForeignOwnerError: If it is in a repository of another user.
    """
    there = path.exists() or path.is_symlink()
    if there and not path.is_dir():
        return Place.FOLDER_IN_USE
    found = git.find(environment)
    location = locate(found, _nearest_folder(path))
    if location is not None and there and location.root.samefile(path):
        return _look_into(Store(found, location))
    if there and any(path.iterdir()):
        return Place.REPOSITORY_IN_USE if _is_bare(path) else Place.FOLDER_IN_USE
    if location is not None:
        return Place.INSIDE_REPOSITORY
    return Place.EMPTY_FOLDER if there else Place.MISSING


def make(
    path: Path,
    *,
    files: Mapping[str, bytes],
    message: str,
    at: datetime,
    environment: Mapping[str, str],
    identity: tuple[str, str] | None = None,
) -> Saved:
    """Make a folder with its first commit, readable for its owner only.

    If anything fails, what was made is removed again.

    Args:
        path: Where.
        files: Bytes by path relative to ``path``; never empty.
        message: Of the first commit.
        at: Time of the first commit, aware.
        environment: The user's own.
        identity: Name and address to set for this folder; the user's own otherwise.

    Raises:
        InUseError: If something stands there; nothing is touched.
        NoIdentityError: If no identity is given and git knows none; nothing is touched.
        NoGitError: If git is not there.
        OldGitError: If this git does not flush what it writes.
        UnwritableError: If the user may not write there.
        DiskError: If the disk is full or broken.
    """
    place = look(path, environment=environment)
    if place not in _FREE:
        raise InUseError(path, place)
    found = git.find(environment)
    git.demand_version(found)
    if identity is None:
        _demand_identity(found, path, place)
    writes = tuple(Write(name, data, None) for name, data in files.items())
    with _folder(path), _repository(found, path, identity) as store:
        with disk.told(path):
            attributes.forbid_filters(store)
        return save(store, writes, message=message, at=at)


def _nearest_folder(path: Path) -> Path:
    whole = path.absolute()
    return next(folder for folder in (whole, *whole.parents) if folder.is_dir())


def _look_into(store: Store) -> Place:
    try:
        if repository.has_settings(store):
            return Place.STORE
        if store.head() is not None or store.git.run("for-each-ref", "--count=1").output:
            return Place.REPOSITORY_IN_USE
    finally:
        store.close()
    others = [each for each in store.root.iterdir() if each.name != ".git"]
    return Place.REPOSITORY_IN_USE if others else Place.EMPTY_REPOSITORY


def _is_bare(path: Path) -> bool:
    return (path / "HEAD").is_file() and (path / "objects").is_dir() and (path / "refs").is_dir()


def _demand_identity(found: git.Git, path: Path, place: Place) -> None:
    if place is Place.EMPTY_REPOSITORY:
        found = found._replace(git_dir=path.absolute() / ".git", work_tree=path.absolute())
    identity.known(found)


@contextmanager
def _folder(path: Path) -> Iterator[None]:
    """Make the folder, and take away all that was made if the work inside fails."""
    whole = path.absolute()
    missing = [folder for folder in (whole, *whole.parents) if not folder.exists()]
    had_git = (whole / ".git").exists()
    with disk.told(whole):
        for folder in reversed(missing):
            folder.mkdir(disk.PRIVATE_FOLDER)
            disk.flush_folder(folder.parent)
    try:
        yield
    except BaseException:
        if not had_git:
            shutil.rmtree(whole / ".git", ignore_errors=True)
        if missing:
            shutil.rmtree(missing[0], ignore_errors=True)
        for folder in missing[1:]:
            with suppress(OSError):  # somebody else has put something there
                folder.rmdir()
        raise


@contextmanager
def _repository(found: git.Git, path: Path, identity: tuple[str, str] | None) -> Iterator[Store]:
    from git import Git, GitCommandError, Repo

    name, email = identity or ("", "")
    own = (("user", "name", name), ("user", "email", email)) if identity is not None else ()
    whole = path.absolute()
    try:
        # Repo.init() would replace $NAME in the path. An empty template: no hooks of this
        # computer belong into the folder.
        Git(whole).init(initial_branch=BRANCH, shared="0600", template="")
    except GitCommandError as error:
        raise git.GitFailedError("init", 128, detail=str(error.stderr).encode()) from error
    with disk.told(path), Repo(whole, expand_vars=False) as made, made.config_writer() as config:
        for section, key, value in (*_SETTINGS, *own):
            config.set_value(section, key, value)
    location = locate(found, path)
    if location is None:
        raise repository.NotAStoreError(path)
    store = Store(found, location)
    try:
        yield store
    finally:
        store.close()
