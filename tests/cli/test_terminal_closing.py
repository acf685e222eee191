from msgspec import structs

import every_kind
from keyboard import ALL, BACK, DOWN, ENTER, STOP, Held, held
from rationale_cli.domain.asking.beside import with_reason
from rationale_cli.domain.asking.foreseen import Foreseen
from rationale_cli.domain.asking.interview import END, Interview
from rationale_cli.services.asking import Discarded, Finished, Stopped

GAPS = Foreseen(
    page=("The title (decided)", "", "What we decided", "  Stay"),
    changes=("Options", "  Option A was rejected and is now chosen."),
    missing=("No warning sign has been named.",),
    warnings=("Nobody asked the police.",),
)


def _end(*, needs_reason: bool = False) -> Interview:
    found = structs.replace(every_kind.at("line", {"title": "The title"}), place=END)
    if needs_reason:
        return structs.replace(found, questions=with_reason(found.questions, found.texts))
    return found


def _held(keys: str, interview: Interview | None = None) -> Held:
    return held(keys, interview or _end(), foreseen=GAPS)


def test_everything_is_told_as_the_briefing_will_before_anything_is_asked() -> None:
    shown = _held("").shown

    assert shown.index("What we decided\n  Stay\n") < shown.index("Left open")
    assert "  Option A was rejected and is now chosen.\n" in shown
    assert "  ! Nobody asked the police.\n" in shown


def test_saving_with_gaps_and_saving_as_final_are_two_things() -> None:
    gaps = _held("2" + ENTER)
    final = held("1" + ENTER, _end())

    assert gaps.ending == Finished(_end(), final=False)
    assert final.ending == Finished(_end(), final=True)


def test_final_names_what_is_missing_and_saves_nothing() -> None:
    found = _held("1" + ENTER)

    assert isinstance(found.ending, Stopped)
    assert "Not final yet. Still missing:\n  - No warning sign has been named.\n" in found.shown


def test_enter_alone_does_nothing_because_nothing_is_chosen_beforehand() -> None:
    assert isinstance(_held(ENTER * 3).ending, Stopped)


def test_any_answer_can_be_opened_from_there() -> None:
    assert _held(ALL + "2" + ENTER).interview.place.question == "prose"
    assert _held("3" + ENTER + DOWN + ENTER).interview.place.question == "line"


def test_leaving_the_answers_leads_back_to_the_choices() -> None:
    assert _held(ALL + STOP + "2" + ENTER).ending == Finished(_end())


def test_a_draft_is_kept() -> None:
    assert isinstance(_held("4" + ENTER).ending, Stopped)


def test_throwing_away_is_asked_twice() -> None:
    assert isinstance(_held("5" + ENTER + "2" + ENTER).ending, Discarded)
    assert isinstance(_held("5" + ENTER + "1" + ENTER).ending, Stopped)
    assert isinstance(_held("5" + ENTER + ENTER).ending, Stopped)


def test_the_transcript_says_that_nothing_was_thrown_away() -> None:
    """It is what stands last before the record, for somebody who scrolls back."""
    asked = "Throw away everything that was typed here? It cannot be brought back.\n"

    for keys in ("1" + ENTER, ENTER, BACK, STOP):
        found = _held("5" + ENTER + keys + "2" + ENTER)
        assert found.shown.endswith(f"{asked}  No, back to the choices\n")
        assert isinstance(found.ending, Finished)


def test_back_leads_to_the_last_question() -> None:
    assert _held(BACK).interview.place.question == "harms"


def test_a_change_is_not_saved_without_its_reason() -> None:
    found = _held("2" + ENTER + "He moved in.\r\r" + "2" + ENTER, _end(needs_reason=True))

    assert "A change is saved with its reason, which is still open.\n" in found.shown
    assert isinstance(found.ending, Finished)
    assert found.interview.answers["change"] == {"because": "He moved in."}
