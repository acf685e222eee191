from briefings import brief
from cases import revisions
from rationale_cli.codec.law import provisions
from rationale_cli.codec.shipped import harms, words
from rationale_cli.domain.past import Past
from rationale_cli.domain.revision import Revision
from rationale_cli.domain.settings import Settings
from rationale_cli.services import telling


def test_a_briefing_is_composed_from_a_history_and_the_folders_settings() -> None:
    history = tuple(
        Revision(
            decision=decision,
            commit=f"{decision.revision:x}" * 40,
            committed_at=decision.time.recorded_at.at,
            blob="b" * 40,
            sha256="sha256:" + "0" * 64,
        )
        for decision in revisions("alder")[:6]
    )
    settings = Settings(
        marking="OFFICIAL-SENSITIVE",
        contacts={"concerns": "concerns desk, 0000 000 000", "formulation": ""},
    )

    briefing = telling.brief(
        Past(history=history), settings, harms=harms(), words=words(), provisions=provisions()
    )

    assert briefing == brief(revisions("alder")[:6])
    for form, start in (
        (telling.Format.HTML, "<!DOCTYPE html>"),
        (telling.Format.MARKDOWN, "**OFFICIAL-SENSITIVE**"),
        (telling.Format.TEXT, "OFFICIAL-SENSITIVE\n"),
        (telling.Format.JSON, '{\n  "schema": 1,'),
    ):
        assert str(telling.render(briefing, form)).startswith(start)
