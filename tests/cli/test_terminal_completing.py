import every_kind
from keyboard import DOWN, ENTER, TAB, held
from rationale_cli.cli.terminal.completing import Completing
from rationale_cli.cli.terminal.field import Completion
from rationale_cli.domain.asking.step import Step
from rationale_cli.domain.suggestion import Suggestion, Suggestions

KNOWN = Suggestions(
    parties=(
        Suggestion(insert="health visitor@health"),
        Suggestion(insert="school nurse@health"),
        Suggestion(insert="head teacher@education"),
    )
)


def _lead(keys: str) -> object:
    completing = Completing(lambda: KNOWN, lambda: None)

    def complete(step: Step, text: str, role: str) -> tuple[Completion, ...]:
        tuple(completing(step, text, role))
        completing.wait()  # so that it is there at the first letter already
        return tuple(completing(step, text, role))

    found = held(keys, every_kind.at("party"), complete=complete)
    return found.interview.answers.get("by", {}).get("lead")


def test_tab_takes_what_is_offered_first() -> None:
    assert _lead("health" + TAB + ENTER) == {"role": "health visitor", "agency": "health"}


def test_arrows_point_at_another_offer() -> None:
    assert _lead("h" + DOWN + DOWN + TAB + ENTER) == {"role": "school nurse", "agency": "health"}


def test_enter_takes_what_was_typed_and_nothing_else() -> None:
    assert _lead("health v@health" + ENTER) == {"role": "health v", "agency": "health"}


def test_commands_are_completed_too() -> None:
    found = held(":sk" + TAB + "not today" + ENTER, every_kind.at("party")).interview

    assert found.answers["gap"][0]["reason"] == "not today"


def test_nothing_is_gathered_before_the_first_letter() -> None:
    gathered: list[str] = []

    def gather() -> Suggestions:
        gathered.append("")
        return KNOWN

    completing = Completing(gather, lambda: None)
    held(DOWN + ENTER, every_kind.at("party"), complete=completing)
    completing.wait()
    assert gathered == []

    held("h" + TAB, every_kind.at("party"), complete=completing)
    completing.wait()
    assert gathered == [""]
