"""Compiled templates, kept in a private folder."""

import os
from pathlib import Path

import pytest

from briefings import brief
from cases import revisions
from rationale_cli.render import html
from rationale_cli.render.templates import environment


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "caches"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


def _page() -> str:
    """Render as a new process would."""
    environment.cache_clear()
    try:
        return html.render(brief(revisions("alder")[:2]))
    finally:
        environment.cache_clear()


def test_what_was_compiled_is_kept_for_oneself_and_gives_the_same_page(caches: Path) -> None:
    first = _page()
    kept = {one: one.stat().st_mtime_ns for one in (caches / "rationale").iterdir()}
    assert kept
    assert (caches / "rationale").stat().st_mode & 0o777 == 0o700
    assert _page() == first
    assert {one: one.stat().st_mtime_ns for one in (caches / "rationale").iterdir()} == kept


def test_nothing_of_a_record_is_in_it(caches: Path) -> None:
    title = revisions("alder")[1].title
    assert title in _page()
    assert not [
        one for one in (caches / "rationale").iterdir() if title.encode() in one.read_bytes()
    ]


def test_a_folder_that_others_can_reach_is_not_trusted(caches: Path) -> None:
    place = caches / "rationale"
    place.mkdir(parents=True)
    place.chmod(0o755)
    assert _page()
    assert not list(place.iterdir())


def test_a_link_to_elsewhere_is_not_followed(caches: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    caches.mkdir()
    (caches / "rationale").symlink_to(elsewhere)
    assert _page()
    assert not list(elsewhere.iterdir())


def test_what_is_damaged_or_in_the_way_is_passed_over(caches: Path) -> None:
    first = _page()
    for one in (caches / "rationale").iterdir():
        one.write_bytes(one.read_bytes()[:100])
    assert _page() == first
    for one in (caches / "rationale").iterdir():
        one.unlink()
    (caches / "rationale").rmdir()
    (caches / "rationale").write_text("in the way", encoding="utf-8")
    assert _page() == first


def test_no_part_and_no_changed_letter_of_what_was_kept_is_run(caches: Path) -> None:
    first = _page()
    kept = {one: one.read_bytes() for one in (caches / "rationale").iterdir()}
    for at in (0, 5, 31, 40, 60, 75, 90, 500):
        for one, whole in kept.items():
            one.write_bytes(whole[:at])
        assert _page() == first
        for one, whole in kept.items():
            one.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert _page() == first
    assert {one: one.read_bytes() for one in (caches / "rationale").iterdir()} == kept


def test_a_folder_that_others_could_put_another_in_place_of_is_not_trusted(caches: Path) -> None:
    caches.mkdir()
    caches.chmod(0o777)
    assert _page()
    assert not list((caches / "rationale").iterdir())
    caches.chmod(0o1777)
    assert _page()
    assert list((caches / "rationale").iterdir())


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs another's folder")
def test_a_folder_of_somebody_else_is_not_trusted(caches: Path) -> None:
    place = caches / "rationale"
    place.mkdir(parents=True)
    place.chmod(0o700)
    os.chown(place, 12345, 12345)
    assert _page()
    assert not list(place.iterdir())


@pytest.mark.parametrize("home", ["", ".", "caches"])
def test_without_a_home_nothing_is_kept_and_nothing_written_where_one_works(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", home)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    assert _page()
    assert not list(work.iterdir())


def test_nothing_half_written_is_left(caches: Path) -> None:
    place = caches / "rationale"
    _page()
    names = {one.name for one in place.iterdir()}
    for one in place.iterdir():
        one.unlink()
        one.mkdir()  # what stands in the way of keeping it
    _page()
    assert {one.name for one in place.iterdir()} == names
