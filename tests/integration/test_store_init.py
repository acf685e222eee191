import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rationale_cli.store import init, repository
from rationale_cli.store.disk import UnwritableError
from rationale_cli.store.identity import NoIdentityError
from rationale_cli.store.init import InUseError, Place

AT = datetime(2026, 3, 24, 16, 10, 5, tzinfo=UTC)
FILES = {"rationale.toml": b"format = 1\n", ".gitattributes": b"* -merge\n"}

pytest_plugins = ("integration.store_fixtures",)

Environment = dict[str, str]


def _git(folder: Path, *arguments: str) -> str:
    ended = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return ended.stdout.strip()


@pytest.fixture
def places(tmp_path: Path, folder: Path) -> dict[str, Path]:
    """One of everything that can stand at a path."""
    top = tmp_path / "places"
    for name in ("empty", "used", "repository", "busy", "orphan"):
        (top / name).mkdir(parents=True)
    (top / "used" / "letter.txt").write_text("mine\n")
    (top / "file").write_text("mine\n")
    for name in ("repository", "busy", "orphan"):
        _git(top / name, "init", "--quiet")
    (top / "busy" / "notes.txt").write_text("mine\n")
    (top / "busy" / "inner").mkdir()
    _git(top / "orphan", "commit", "--quiet", "--allow-empty", "--message", "by hand")
    _git(top, "init", "--quiet", "--bare", "bare")
    names = ("empty", "used", "repository", "busy", "orphan", "file", "bare")
    return {
        **{name: top / name for name in names},
        "missing": top / "a" / "b",
        "inner": top / "busy" / "inner",
        "inner missing": top / "busy" / "inner" / "x" / "y",
        "store": folder,
    }


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("missing", Place.MISSING),
        ("empty", Place.EMPTY_FOLDER),
        ("repository", Place.EMPTY_REPOSITORY),
        ("inner", Place.INSIDE_REPOSITORY),
        ("inner missing", Place.INSIDE_REPOSITORY),
        ("store", Place.STORE),
        ("busy", Place.REPOSITORY_IN_USE),
        ("orphan", Place.REPOSITORY_IN_USE),
        ("bare", Place.REPOSITORY_IN_USE),
        ("used", Place.FOLDER_IN_USE),
        ("file", Place.FOLDER_IN_USE),
    ],
)
def test_a_place_is_told_and_not_touched(
    places: dict[str, Path], environment: Environment, name: str, place: Place
) -> None:
    top = places["empty"].parent
    before = {path: path.lstat().st_mtime_ns for path in top.rglob("*")}

    assert init.look(places[name], environment=environment) is place
    assert {path: path.lstat().st_mtime_ns for path in top.rglob("*")} == before


@pytest.mark.parametrize("name", ["missing", "empty", "repository", "inner", "inner missing"])
def test_a_free_place_becomes_a_folder(
    places: dict[str, Path], environment: Environment, name: str
) -> None:
    path = places[name]

    saved = init.make(path, files=FILES, message="init\n", at=AT, environment=environment)

    assert init.look(path, environment=environment) is Place.STORE
    assert (
        _git(path, "log", "--format=%H %s %aI") == f"{saved.commit} init 2026-03-24T16:10:05+00:00"
    )
    assert _git(path, "ls-files").split() == [".gitattributes", "rationale.toml"]
    assert _git(path, "status", "--porcelain") == ""
    assert saved.warnings == ()


@pytest.mark.parametrize("name", ["store", "busy", "orphan", "bare", "used", "file"])
def test_a_place_in_use_is_refused(
    places: dict[str, Path], environment: Environment, name: str
) -> None:
    with pytest.raises(InUseError):
        init.make(places[name], files=FILES, message="init\n", at=AT, environment=environment)


def test_the_branch_is_main_and_nothing_is_thrown_away(folder: Path) -> None:
    assert (folder / ".git" / "HEAD").read_text() == "ref: refs/heads/main\n"
    assert _git(folder, "config", "gc.pruneExpire") == "never"
    assert not (folder / ".git" / "hooks").exists()
    assert (folder / ".git" / "info" / "attributes").read_text() == (
        "* -text -ident -filter !eol !working-tree-encoding\n"
    )


def test_an_identity_is_set_for_the_folder_alone(tmp_path: Path, environment: Environment) -> None:
    (Path.home() / ".gitconfig").unlink()
    path = tmp_path / "$HOME"

    init.make(
        path,
        files=FILES,
        message="init\n",
        at=AT,
        environment=environment,
        identity=("lead social worker", "lead@example.invalid"),
    )

    with repository.open_store(path, environment=environment) as store:
        assert store.identity()[:2] == ("lead social worker", "lead@example.invalid")
    assert not (Path.home() / ".gitconfig").exists()


def test_nothing_is_made_if_nobody_is_recording(tmp_path: Path, environment: Environment) -> None:
    (Path.home() / ".gitconfig").unlink()

    with pytest.raises(NoIdentityError) as caught:
        init.make(tmp_path / "a", files=FILES, message="x\n", at=AT, environment=environment)

    assert not (tmp_path / "a").exists()
    assert caught.value.hint == (
        "Tell it with 'git config --global user.name \"lead social worker\"' "
        "and 'git config --global user.email \"lead@example.org\"'."
    )


@pytest.mark.parametrize("name", ["missing", "empty", "repository"])
def test_what_was_made_is_removed_if_the_first_save_fails(
    places: dict[str, Path], environment: Environment, name: str
) -> None:
    files = {**FILES, ".git/config": b"[core]\n"}
    path = places[name]
    place = init.look(path, environment=environment)

    with pytest.raises(ValueError, match="not paths in the folder"):
        init.make(path, files=files, message="x\n", at=AT, environment=environment)

    assert init.look(path, environment=environment) is place


@pytest.mark.parametrize("where", ["/proc/rationale", "/proc/self/rationale/a"])
def test_a_place_that_cannot_be_written_is_told(environment: Environment, where: str) -> None:
    with pytest.raises(UnwritableError, match=f"cannot write in '{where}'"):
        init.make(Path(where), files=FILES, message="x\n", at=AT, environment=environment)
