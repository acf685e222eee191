"""The draft of a running interview, whatever comes between."""

import os
from datetime import UTC, datetime

import pytest

import small_set
from program import Program
from rationale_cli.cli.draft_file import DraftFile
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.domain.asking.holding import hold
from rationale_cli.store import drafts
from rationale_cli.store.disk import UnwritableError
from rationale_cli.store.repository import open_store

DRAFT = Draft(
    verb="new",
    record="k7qf2m",
    question_set="small/2",
    started_at=datetime(2026, 3, 24, 16, 10, tzinfo=UTC),
)


def test_an_answer_that_was_being_kept_when_it_was_interrupted_is_kept_at_last(
    program: Program,
) -> None:
    """What was let go of with it, a file of the editor, is let go of then as well."""
    let_go: list[str] = []

    def interrupted() -> None:
        let_go.append("")
        if len(let_go) == 1:
            raise KeyboardInterrupt

    with open_store(program.folder, environment=os.environ) as store:
        file = DraftFile(store, DRAFT, interrupted, lambda _: None)
        try:
            file.keep_or_tell(small_set.interview())
        except KeyboardInterrupt:
            file.keep_at_last()

    assert len(let_go) == 2


def test_nobody_is_told_that_the_open_field_is_kept_while_it_is_not(program: Program) -> None:
    typed = hold(small_set.interview(), "Mov")

    with open_store(program.folder, environment=os.environ) as store:
        in_the_way = store.git_dir / "rationale" / "drafts"
        in_the_way.parent.mkdir(exist_ok=True)
        in_the_way.write_text("", encoding="utf-8")
        file = DraftFile(store, DRAFT, lambda: None, lambda _: None)
        file.hold(typed)
        with pytest.raises(UnwritableError):
            file.keep_at_last()

        in_the_way.unlink()
        file.keep_at_last()

        assert b'"question.statement" = "Mov"' in (drafts.read(store, DRAFT.name) or b"")
