"""The draft of a running interview, whatever comes between."""

import os
from datetime import UTC, datetime

import small_set
from program import Program
from rationale_cli.cli.draft_file import DraftFile
from rationale_cli.domain.asking.draft import Draft
from rationale_cli.store.repository import open_store


def test_an_answer_that_was_being_kept_when_it_was_interrupted_is_kept_at_last(
    program: Program,
) -> None:
    """What was let go of with it, a file of the editor, is let go of then as well."""
    draft = Draft(
        verb="new",
        record="k7qf2m",
        question_set="small/2",
        started_at=datetime(2026, 3, 24, 16, 10, tzinfo=UTC),
    )
    let_go: list[str] = []

    def interrupted() -> None:
        let_go.append("")
        if len(let_go) == 1:
            raise KeyboardInterrupt

    with open_store(program.folder, environment=os.environ) as store:
        file = DraftFile(store, draft, interrupted, lambda _: None)
        try:
            file.keep_or_tell(small_set.interview())
        except KeyboardInterrupt:
            file.keep_at_last()

    assert len(let_go) == 2
