import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from program import Program
from rationale_cli.domain.answers import inherited, put
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.domain.asking.foreseen import Foreseen
from rationale_cli.domain.form import seed
from rationale_cli.domain.part import Party
from rationale_cli.services import reading
from rationale_cli.services.foreseeing import foreseer
from rationale_cli.store.repository import Store, open_store

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
NURSE = Party(role="nurse", agency="health")


@pytest.fixture
def store(program: Program) -> Iterator[Store]:
    with open_store(program.folder, environment={"PATH": "/usr/bin:/bin"}) as opened:
        yield opened


def _foreseen(store: Store, record: str, changed: dict[str, object]) -> Foreseen:
    newest = reading.history(store, record, zone=UTC)[-1]
    answers = inherited(seed(newest.decision))
    for path, value in changed.items():
        answers = put(answers, path, value)
    draft = Draft(
        verb="amend",
        record=record,
        blob=newest.blob,
        question_set=newest.decision.question_set,
        started_at=NOW,
    )
    settings = reading.settings(store)
    tell = foreseer(store, draft, settings, zone=UTC, now=lambda: NOW, recorder=NURSE)
    return tell(answers)


def test_the_page_and_the_changes_are_told_as_they_will_be(store: Store, record: str) -> None:
    found = _foreseen(store, record, {"option.A.status": "parked", "option.B.status": "chosen"})

    assert found.page[0] == "Stay with the foster carers (Decided, mode: Not asked)"
    assert "  B: Move" in found.page
    assert found.changes[:2] == (
        "The decision",
        "  Chosen option: A (Stay) → B (Move)",
    )
    assert found.missing[0] == "Not yet looked at: harm from our own plan."
    assert found.warnings == ("Option A is parked without a date.",)


def test_a_provision_of_the_team_is_told_by_its_name_as_it_will_be(
    program: Program, store: Store, record: str
) -> None:
    (program.folder / "law").mkdir()
    (program.folder / "law" / "ours.toml").write_text(
        'format = 1\n[[provision]]\nid = "OUR-7"\ncitation = "Standard 7"\nplain = "Two go."\n',
        encoding="utf-8",
    )
    for arguments in (("add", "law"), ("commit", "--quiet", "--message", "law")):
        subprocess.run(["git", *arguments], cwd=program.folder, check=True)

    found = _foreseen(store, record, {"law": [{"id": "L1", "provision": "OUR-7"}]})

    assert "  New: legal basis L1, OUR-7, Standard 7" in found.changes


def test_who_usually_types_is_no_change(store: Store, record: str) -> None:
    found = _foreseen(store, record, {"by.recorder": None})

    assert [line for line in found.changes if "taken away" in line] == []


def test_what_makes_no_record_says_why(store: Store, record: str) -> None:
    found = _foreseen(store, record, {"title": "x" * 300})

    assert found.page == ()
    assert len(found.missing) == 1
