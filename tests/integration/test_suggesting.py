"""Suggestions out of a real folder: its records, its settings, its own law, and the library."""

import threading
from collections.abc import Callable, Mapping
from datetime import UTC
from pathlib import Path

import pytest

from cases import revisions
from rationale_cli.codec import decision as decision_text
from rationale_cli.domain import ids
from rationale_cli.domain.suggestion import Suggestions, matching
from rationale_cli.services.suggesting import suggestions
from rationale_cli.store.repository import Store, open_store
from rationale_cli.store.save import Saved

pytest_plugins = ("integration.store_fixtures",)

Put = Callable[..., Saved]

ALDER = revisions("alder")[-1]
CEDAR = revisions("cedar")[-1]
OURS = b"""\
format = 1
[[provision]]
id = "OUR-7"
citation = "Practice standard 7"
plain = "Two of us visit together."
"""
SETTINGS = b"""\
format = 1
expected = ["night nurse@health"]
[expected_by_set]
care-plan = ["link worker@third sector"]
"""


@pytest.fixture
def filled(put: Put) -> None:
    """Two records, settings, a team's own law, and files that cannot be read."""
    put(
        {
            ids.path_of(ALDER.id): decision_text.encode(ALDER).encode(),
            ids.path_of(CEDAR.id): decision_text.encode(CEDAR).encode(),
            ids.path_of("aaaaaa"): b"\xff\xfe",
            ids.path_of("bbbbbb"): b"not = [ toml",
            ids.path_of("cccccc"): b"format = 99\n",
            "law/ours.toml": OURS,
            "law/broken.toml": b'format = 1\n[[provision]]\nid = "OUR-8"\n',
            "law/readme.md": b"Ours.",
            "rationale.toml": SETTINGS,
        }
    )


@pytest.mark.usefixtures("filled")
def test_a_folder_suggests_what_it_used_before_and_then_what_the_library_knows(
    store: Store,
) -> None:
    found = suggestions(store, UTC)

    laws = [one.insert for one in found.laws]
    assert laws[:3] == ["OUR-7", "CA89-22C", "CA89-47"]
    assert len(laws) == 65
    roles = [one.insert for one in found.roles]
    assert roles[0] == "lead social worker"
    assert roles.index("exploitation worker") < roles.index("night nurse")
    assert roles.index("night nurse") < roles.index("link worker") < roles.index("midwife")
    assert len(roles) == len(set(roles))
    assert "link worker@third sector" in [one.insert for one in found.parties]
    agencies = matching(found, "consulted.agency", "", role="exploitation worker")
    assert agencies[0].insert == "exploitation service"


def test_an_empty_folder_suggests_the_library(store: Store) -> None:
    found = suggestions(store, UTC)

    assert found.laws[0].insert == "CA89-1-1"
    assert found.parties[0].insert == "lead social worker@children's social care"


def test_settings_that_cannot_be_read_are_passed_over(store: Store, put: Put) -> None:
    put({"rationale.toml": b"format = 1\nexpected = 3\n"})

    assert suggestions(store, UTC).laws[0].insert == "CA89-1-1"


@pytest.mark.usefixtures("filled")
def test_another_thread_gathers_the_same_on_a_store_of_its_own(
    folder: Path,
    environment: Mapping[str, str],
    store: Store,
    capfd: pytest.CaptureFixture[str],
) -> None:
    gathered: list[Suggestions] = []

    def gather() -> None:
        with open_store(folder, environment=environment) as opened:
            gathered.append(suggestions(opened, UTC))

    threads = [threading.Thread(target=gather) for _ in range(3)]
    for thread in threads:
        thread.start()
    here = suggestions(store, UTC)
    for thread in threads:
        thread.join()

    assert gathered == [here] * 3
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("filled")
def test_a_record_whose_bytes_are_gone_is_passed_over(store: Store, folder: Path) -> None:
    blob = store.read(ids.path_of(ALDER.id))
    assert blob is not None
    (folder / ".git" / "objects" / blob.id[:2] / blob.id[2:]).unlink()

    found = suggestions(store, UTC)

    assert [one.insert for one in found.laws[:2]] == ["OUR-7", "CA04-10"]
