import stat
from pathlib import Path

import pytest

from rationale_cli.store import drafts
from rationale_cli.store.disk import UnwritableError
from rationale_cli.store.repository import Store

pytest_plugins = ("integration.store_fixtures",)


def test_a_draft_is_kept_replaced_and_deleted(store: Store) -> None:
    drafts.keep(store, "k7qf2m", b"one")
    drafts.keep(store, "k7qf2m", b"two")
    assert drafts.read(store, "k7qf2m") == b"two"

    drafts.delete(store, "k7qf2m")
    drafts.delete(store, "k7qf2m")

    assert drafts.read(store, "k7qf2m") is None
    assert drafts.names(store) == ()


def test_drafts_are_told_newest_first(store: Store) -> None:
    for name, data in (("b", b"12"), ("a", b"1"), ("c.found-1", b"123")):
        drafts.keep(store, name, data)

    told = drafts.names(store)

    assert [(draft.name, draft.size) for draft in told] == [("c.found-1", 3), ("a", 1), ("b", 2)]
    assert [draft.kept_at.utcoffset() is not None for draft in told] == [True] * 3


def test_drafts_are_for_the_owner_only(store: Store) -> None:
    drafts.keep(store, "k7qf2m", b"text")
    folder = store.git_dir / "rationale" / "drafts"

    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "k7qf2m")]

    assert modes == [0o700, 0o600]


def test_a_planted_link_is_neither_read_nor_written_through(store: Store, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious\n")
    drafts.keep(store, "other", b"text")
    (store.git_dir / "rationale" / "drafts" / "k7qf2m").symlink_to(victim)

    assert drafts.read(store, "k7qf2m") is None
    drafts.keep(store, "k7qf2m", b"text")

    assert victim.read_text() == "precious\n"
    assert drafts.read(store, "k7qf2m") == b"text"


@pytest.mark.parametrize("name", ["", ".", "..", ".a", "a/b", "A", "ä", "a\n", "a" * 61])
def test_a_name_that_could_lead_elsewhere_is_a_bug(store: Store, name: str) -> None:
    with pytest.raises(ValueError, match="not a draft's name"):
        drafts.keep(store, name, b"text")


def test_a_folder_that_cannot_be_written_is_told(store: Store) -> None:
    (store.git_dir / "rationale" / "drafts").write_text("in the way\n")

    with pytest.raises(UnwritableError, match="cannot write in"):
        drafts.keep(store, "k7qf2m", b"text")


def test_a_draft_is_never_committed(store: Store) -> None:
    drafts.keep(store, "k7qf2m", b"text")

    assert store.git.run("status", "--porcelain").text == ""


def test_what_keeps_a_draft_from_being_read_is_told(store: Store) -> None:
    (store.git_dir / "rationale").mkdir(exist_ok=True)
    (store.git_dir / "rationale" / "drafts").write_text("No folder.")

    with pytest.raises(UnwritableError):
        drafts.read(store, "k7qf2m.amend")
