"""The settings that wire a clone: set when asked, known again to the letter, never by a commit."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from integration.store_fixtures import AT
from rationale_cli.services import wiring as clone
from rationale_cli.store import attributes, wiring
from rationale_cli.store.attributes import Told
from rationale_cli.store.repository import Store
from rationale_cli.store.save import Saved
from rationale_cli.store.wiring import ForeignCommandError, State, Wiring

pytest_plugins = ("integration.store_fixtures",)

Git = Callable[..., str]
Put = Callable[..., Saved]

ODD = '/home/o\'neill/my "bin" $HOME/rationale'
NAMES = ["rationale", "/usr/bin/rationale", ODD]


@pytest.mark.parametrize("program", NAMES)
def test_a_wired_clone_is_known_again(store: Store, program: str) -> None:
    assert wiring.look(store, program) == Wiring(State.UNWIRED)

    wiring.wire(store, program)
    assert wiring.look(store, program) == Wiring(State.WIRED)

    wiring.wire(store, program)
    assert wiring.look(store, program) == Wiring(State.WIRED)


@pytest.mark.parametrize("program", NAMES)
def test_a_program_is_read_out_of_its_setting(program: str) -> None:
    found = wiring.settings(program)

    assert wiring.program_in(wiring.TEXTCONV, found[wiring.TEXTCONV]) == program
    assert wiring.program_in(wiring.DIFFTOOL, found[wiring.DIFFTOOL]) == program


@pytest.mark.parametrize(
    "value",
    [
        "",
        "cat",
        "rationale git-driver textconv",
        "rationale;evil git-driver textconv",
        'f() { rationale; evil git-driver textconv "$1" 2>/dev/null || cat "$1"; }; f',
        'f() { $(evil) git-driver textconv "$1" 2>/dev/null || cat "$1"; }; f',
        'f() { "rationale" git-driver textconv "$1" 2>/dev/null || cat "$1"; }; f',
        'f() { \' git-driver textconv "$1" 2>/dev/null || cat "$1"; }; f',
        'f() { rationale git-driver textconv "$1" 2>/dev/null || cat "$1"; }; f; evil',
    ],
)
def test_what_only_looks_like_ours_is_not(store: Store, git: Git, value: str) -> None:
    git("config", wiring.TEXTCONV, value)

    assert wiring.look(store, "rationale") == Wiring(State.FOREIGN, wiring.TEXTCONV, value)
    with pytest.raises(ForeignCommandError) as caught:
        wiring.wire(store, "rationale")
    assert str(caught.value) == (
        f"the setting 'diff.rationale.textconv' of this clone already names another command: "
        f"{value!r}"
    )
    assert git("config", wiring.TEXTCONV) == value
    assert "difftool" not in git("config", "--list", "--local")


def test_another_program_of_ours_is_told_and_replaced(store: Store) -> None:
    """As after the virtual environment was moved."""
    wiring.wire(store, "/old/bin/rationale")
    assert wiring.look(store, "/new/bin/rationale") == Wiring(
        State.ELSEWHERE, wiring.TEXTCONV, "/old/bin/rationale"
    )

    wiring.wire(store, "/new/bin/rationale")
    assert wiring.look(store, "/new/bin/rationale") == Wiring(State.WIRED)


@pytest.mark.parametrize(
    ("key", "value"),
    [(wiring.CACHE, "true"), (wiring.CACHE, ""), (wiring.DIFFTOOL, ""), (wiring.TEXTCONV, "")],
)
def test_what_is_wired_in_part_is_told_and_completed(
    store: Store, git: Git, key: str, value: str
) -> None:
    wiring.wire(store, "rationale")
    git("config", *([key, value] if value else ["--unset", key]))
    assert wiring.look(store, "rationale") == Wiring(State.IN_PART, key, value)

    wiring.wire(store, "rationale")
    assert wiring.look(store, "rationale") == Wiring(State.WIRED)


def test_several_values_become_one(store: Store, git: Git) -> None:
    wiring.wire(store, "rationale")
    git("config", "--add", wiring.CACHE, "true")
    assert wiring.look(store, "rationale").state is State.IN_PART

    wiring.wire(store, "rationale")
    assert git("config", "--get-all", wiring.CACHE) == "false"


OLDER = b"""\
# Git must not join two texts of one record by lines; rationale joins them by what they say.
decisions/** -merge
concerns/** -merge
seen/** -merge
"""


@pytest.mark.parametrize("text", [None, OLDER], ids=["none", "older"])
def test_git_is_told_which_files_are_records_in_a_commit_of_its_own(
    store: Store, put: Put, git: Git, text: bytes | None
) -> None:
    put({"decisions/k/7/k7qf2m.toml": b"x\n", **({".gitattributes": text} if text else {})})
    (store.root / "rationale.toml").write_text("format = 1\nmarking = 'by hand'\n")
    assert attributes.told(store) is (Told.OLDER if text else Told.NOTHING)

    saved = clone.wire(store, "rationale", at=AT)

    assert saved is not None
    assert git("show", "--format=%s", "--name-only", "HEAD") == "attributes\n\n.gitattributes"
    assert attributes.told(store) is Told.ALL
    assert (store.root / ".gitattributes").read_bytes() == attributes.OURS
    assert git("status", "--porcelain") == " M rationale.toml"
    assert git("check-attr", "diff", "merge", "--", "decisions/k/7/k7qf2m.toml").splitlines() == [
        "decisions/k/7/k7qf2m.toml: diff: rationale",
        "decisions/k/7/k7qf2m.toml: merge: unset",
    ]
    assert clone.wire(store, "rationale", at=AT) is None


def test_what_somebody_else_told_git_stays(store: Store, put: Put) -> None:
    put({".gitattributes": b"* diff=evil\n"})

    assert clone.wire(store, "rationale", at=AT) is None
    assert attributes.told(store) is Told.OTHER
    assert (store.root / ".gitattributes").read_bytes() == b"* diff=evil\n"


def test_only_this_clone_is_wired(store: Store, tmp_path: Path) -> None:
    wiring.wire(store, "rationale")
    subprocess.run(["git", "clone", "--quiet", store.root, tmp_path / "clone"], check=True)

    listed = subprocess.run(
        ["git", "-C", tmp_path / "clone", "config", "--list"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "git-driver" not in listed
