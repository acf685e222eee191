"""A whole interview at a real terminal, with the keys that a person presses."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from program import Program
from rationale_cli.codec import draft as draft_text
from rationale_cli.domain.asking.draft import Draft
from terminal import Size, Terminal

ENTER, ON, NEW_LINE = "\r", "\r\r", "\n"
BACK, UP, DOWN, END, TAB = "\x1b[Z", "\x1b[A", "\x1b[B", "\x1b[F", "\t"
STOP, EDIT, ALL, RUB_OUT = "\x03", "\x0f", "\x07", "\x15"

CARE_PLAN = ("new", "--question-set", "care-plan")
NOW = "2026-03-24T16:10+00:00"
STOPPED = 130


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """An editor that writes on where the text ends."""
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "%s\\n" " stay overnight?" >>"$1"\n')
    script.chmod(0o700)
    return str(script)


def _at(program: Program, *arguments: str, **more: object) -> Terminal:
    """The program at a terminal, with its clock set."""
    line = ("--store", str(program.folder), "--now", NOW, *arguments)
    return Terminal(*line, **more)  # type: ignore[arg-type]  # whatever a terminal takes


def _draft(program: Program) -> Draft:
    (path,) = (program.folder / ".git/rationale/drafts").glob("[!.]*")
    return draft_text.decode(path.read_text(encoding="utf-8"), name=path.name)


def test_a_whole_interview_from_its_first_key_to_the_saved_record(
    program: Program, tmp_path: Path, editor: str, golden: Callable[[str, str], None]
) -> None:
    """Stopped once, killed once, and gone back in; the record holds what was meant in the end."""
    with _at(program, *CARE_PLAN, environment={"EDITOR": editor}) as screen:
        _begin(screen)
        _know(screen)
        _views(screen)
        _harms(screen)
        _options(screen)
        screen.until("What tipped it?")
        screen.type(ALL)
        screen.until("Ctrl-C: back to where you were")
        screen.type("2" + ENTER)
        screen.until("What shall we call it in a list?")
        screen.type("y" + ENTER)
        screen.until("Which child is it about")
        screen.type(ALL + "tipped" + ENTER)
        screen.until("What tipped it?")
        screen.type("Care at night" + ENTER + "Del")
        screen.wait_for(lambda: list(_draft(program).typed.values()) == ["Care at night\nDel"])
        screen.type(STOP)
        assert screen.end() == STOPPED

    with _at(program, "resume") as screen:
        screen.until("What tipped it?", "Care at night", "Del")
        screen.type("ay" + ON)
        screen.until("What lets us, or makes us, do this?")
        screen.type("aCA89-38" + ENTER + "1" + ENTER)
        screen.until("How is it met?")
        screen.type("An interim order" + NEW_LINE)
        screen.wait_for(lambda: list(_draft(program).typed.values()) == ["An interim order\n"])
        screen.signal(signal.SIGKILL)
        assert screen.end() == -signal.SIGKILL

    saved = tmp_path / "saved"
    with _at(program, "resume", out=saved) as screen:
        screen.until("How is it met?", "An interim order")
        screen.type("since February." + ON)
        screen.until("Legal basis")
        screen.type(ENTER)
        _look_again(screen)
        screen.until("Before saving", "Left open", "A number, then Enter")
        screen.type("2" + ENTER)
        screen.until("gaps remain")
        assert screen.end() == 0

    record_id = program("list").out.partition("\t")[0]
    assert saved.read_text() == f"{record_id} r1\n"
    golden("by-hand.toml", program("show", record_id, "--toml").out.replace(record_id, "k7qf2m"))


def test_answers_of_a_branch_come_back_with_it(program: Program) -> None:
    with _at(program, *CARE_PLAN, "--full") as screen:
        screen.until("What decision are we making")
        screen.type(":go cp.parent" + ENTER)
        screen.until("Would the child live in a parent's home", "yes")
        screen.type("y" + ENTER)
        screen.until("What do we know about the home itself?")
        screen.type("Two rooms." + ON)
        screen.until("Who cares for the child at each hour of the week?")
        screen.type("The mother." + ON)
        screen.until("Side by side, which is best")
        there = _draft(program).answers["answers"]
        screen.type(BACK * 3)
        screen.until("Would the child live in a parent's home", "yes  (now)")
        screen.type(DOWN + ENTER)
        screen.until("no", "Side by side, which is best")
        away = _draft(program).answers["answers"]
        screen.type(BACK)
        screen.until("Would the child live in a parent's home", "no  (now)")
        screen.type("1" + ENTER)
        screen.until("What do we know about the home itself?", "Two rooms.")
        screen.type(STOP)
        assert screen.end() == STOPPED

    assert away == {"cp.parent": False}
    assert _draft(program).answers["answers"] == there
    assert there == {"cp.parent": True, "cp.home": "Two rooms.", "cp.hours": "The mother."}


def test_the_record_is_the_last_thing_on_a_screen_as_well(program: Program) -> None:
    with _at(program, *CARE_PLAN) as screen:
        screen.until("What decision are we making")
        screen.type("Move?" + ON + ENTER + ":end" + ENTER)
        screen.until("Before saving", "A number, then Enter")
        screen.type("save" + ENTER)
        assert screen.end() == 0
        assert screen.modes == screen.modes_before

    record_id = program("list").out.partition("\t")[0]
    assert screen.seen.endswith(f"gaps remain; the briefing says so.\n{record_id} r1\n")


def test_an_editor_may_end_its_lines_in_its_own_way(program: Program) -> None:
    editor = r"""f() { printf "Move?\r\nOr stay?\r\n" >"$1"; }; f"""
    with _at(program, *CARE_PLAN, environment={"EDITOR": editor}) as screen:
        screen.until("What decision are we making")
        screen.type(EDIT + ENTER)
        screen.until("What shall we call it")
        screen.type(STOP)
        assert screen.end() == STOPPED

    assert _draft(program).answers["question"] == {"statement": "Move?\nOr stay?\n"}


def test_a_list_that_goes_on_beyond_the_window_says_so(program: Program) -> None:
    with _at(program, *CARE_PLAN, size=Size(rows=12, columns=80)) as screen:
        screen.until("What decision are we making")
        screen.type(":go g.risk" + ENTER)
        screen.until("Let us look at each kind of harm", "physical harm", "↓")
        screen.type(END)
        screen.until("↑", "harm to rights: not yet looked at")


def test_every_answer_has_one_row_of_the_screen(program: Program) -> None:
    with _at(program, *CARE_PLAN, size=Size(rows=24, columns=80)) as screen:
        screen.until("What decision are we making")
        screen.type("Should she stay overnight with her mother from next Monday on?" + ON)
        screen.until("What shall we call it")
        screen.type(ALL)
        screen.until("1  What decision are we making", "2  What shall we call it", "Ctrl-C: back")
        row = screen.seen.rpartition("   1  What decision")[2].partition("2  What shall")[0]

    assert row.count("\n") == 1


def test_numbers_that_are_typed_say_what_they_mean(program: Program) -> None:
    with _at(program, *CARE_PLAN, "--full") as screen:
        screen.until("What decision are we making")
        screen.type(":go g.audience" + ENTER)
        screen.until("Who is to get a briefing?", "Space marks")
        screen.type("2, 6")
        screen.until("› 2, 6")
        screen.resize(Size(rows=30, columns=80))  # so that all of it is written anew
        screen.until("› 2, 6  core-team, court")


def test_numbers_that_are_typed_are_seen_to_take_the_place_of_marks(program: Program) -> None:
    with _at(program, *CARE_PLAN, "--full") as screen:
        screen.until("What decision are we making")
        screen.type(":go g.audience" + ENTER)
        screen.until("Who is to get a briefing?", "Space marks")
        screen.type(DOWN + " ")
        screen.until("x] lead")
        screen.type("2, 6")
        screen.until("› 2, 6")
        screen.resize(Size(rows=30, columns=80))  # so that all of it is written anew
        screen.until("1  [ ] lead", "2  [x] core-team", "6  [x] court", "› 2, 6")


def test_it_is_said_how_an_offer_is_taken(program: Program) -> None:
    """Enter takes what was typed: without a word, "police" would stand as what lets us do it."""
    with _at(program, *CARE_PLAN) as screen:
        screen.until("What decision are we making")
        screen.type(":go g.law" + ENTER)
        screen.until("What lets us, or makes us, do this?")
        screen.type("a")
        screen.until("Which one?")
        screen.type("police")
        screen.until("› CA89-46", "Tab: take the one with ›")
        screen.type(TAB + ENTER)
        screen.until("What does it do here?")
        screen.type(STOP)
        assert screen.end() == STOPPED

    assert _draft(program).answers["law"] == [{"id": "L1", "provision": "CA89-46"}]


def test_what_changes_is_told_as_it_will_be_saved(program: Program, record: str) -> None:
    """Who types is known from the settings, and need not be said again."""
    with _at(program, "amend", record, "--because", "She asked.") as screen:
        screen.until("Shift-Tab")
        screen.type(":go g.title" + ENTER)
        screen.until("What shall we call it in a list?")
        screen.type(" for now" + ENTER + ":end" + ENTER)
        screen.until("Before saving", "A number, then Enter")
        told, _, _ = screen.seen.partition("Left open")

    assert told.partition("What changes with this revision\n")[2] == (
        "The record\n  Title: “Stay with the foster carers [added: for now]”\n\n"
    )


def _begin(screen: Terminal) -> None:
    """What is decided, by the editor; its title, which was offered; and the child."""
    screen.until("What decision are we making")
    screen.type("Should the baby" + EDIT)
    screen.until("stay overnight?")
    screen.type(ENTER)
    screen.until("What shall we call it in a list?")
    screen.type(RUB_OUT + "Overnight sta" + ENTER)
    screen.until("Which child is it about", "nothing yet")
    screen.type("a" + "under" + ENTER)
    screen.until("under 1")
    screen.type('"Settles well."' + ON)
    screen.until("Person P1, under 1")
    screen.type(ENTER)


def _know(screen: Terminal) -> None:
    """Three things known: put in order, one taken away and brought back, one changed."""
    screen.until("What do we know?")
    for text in ("The home is clean.", "The partner is new.", "Two clear screens."):
        screen.type("a" + text + ON + "1" + ENTER + ENTER)
        screen.until(f"“{text}”", "a, or what you type: a further thing known")
    # The last one is pointed at: one up, away, back, and that taken back twice.
    screen.type("-" + "r")
    screen.until("Taken away: K3")
    screen.type("b")
    screen.until("K3 is back.")
    screen.type("u")
    screen.until("Taken away: K3")
    screen.type("u" + UP * 2 + DOWN * 2 + "c")
    screen.until("thing known K2", "The partner is new.")
    screen.type(ENTER)
    screen.until("Is it seen, told or thought?")
    screen.type("rep" + ENTER)
    screen.until("Who says so")
    screen.type("mother" + ENTER)
    screen.until("reported (“The partner is new.”)")
    screen.type(ENTER)


def _views(screen: Terminal) -> None:
    """Nothing that is not known, and one who sees it differently."""
    screen.until("What do we not know that matters?")
    screen.type("n")
    screen.until("none", "Does anybody see it differently?")
    screen.type("ahealth visitor" + ENTER + "health" + ENTER + "Wait for the checks." + ON)
    screen.until("Which kinds of harm are they worried about?")
    screen.type(ENTER)
    screen.until("Different view X1")
    screen.type(ENTER)


def _harms(screen: Terminal) -> None:
    """Some of the kinds of harm, one with second thoughts."""
    screen.until("Let us look at each kind of harm in turn.", "physical harm")
    screen.type("c")
    screen.until("What makes us say so?")
    screen.type("Bruises were seen." + ON)
    screen.until("[c] physical harm")
    screen.type("t")
    screen.until("What makes us say so?")
    screen.type(BACK)
    screen.until("(back)", "p present")
    screen.type("x" + DOWN * 2 + "n")
    screen.until("How and when will we find out?")
    screen.type("The health visitor asks on Thursday." + ON)
    screen.until("[n] neglect")
    screen.type(":skip not today" + ENTER)
    screen.until("(skipped: not today)")
    screen.type(TAB)
    screen.until("prompt 1 of 2", "happened?")
    screen.type("none" + ENTER)
    screen.until("prompt 2 of 2")
    screen.type(ENTER)
    screen.until("anything else that could go badly wrong")
    screen.type(ENTER)


def _options(screen: Terminal) -> None:
    """Two options, the better one second; then one is taken away."""
    screen.until("What are the realistic options")
    for title, status in (("Wait", "rej"), ("Stay", "ch"), ("Slip", "")):
        screen.type("a" + title + ENTER)
        screen.until("What speaks for it?")
        screen.type(
            "One" + ENTER + "Two" + ON + "none" + ENTER + TAB + TAB + status + ENTER + ENTER
        )
        screen.until(f"({title})", "a, or what you type: a further option")
    screen.type("r")
    screen.until("Taken away: C")
    screen.type(ENTER)


def _look_again(screen: Terminal) -> None:
    """A date and an event, of which the first was an event before."""
    screen.until("When do we look again")
    screen.type("a1" + ENTER + "Midpoint" + ENTER + "13/4" + ENTER)
    screen.until("Monday 13 April 2026", "Who watches for it?")
    screen.type(BACK * 3)
    screen.until("Is it a date, an event or a limit?")
    screen.type("2" + ENTER + ENTER)
    screen.until("Who watches for it?")
    screen.type(BACK * 2 + "date" + ENTER + ENTER)
    screen.until("When?", "13 April 2026")
    screen.type(ENTER + "team manager" + ENTER)
    screen.until("“Midpoint”")
    screen.type("a2" + ENTER + "Any mark." + ENTER + ENTER)
    screen.until("“Any mark.”")
    screen.type(ENTER)
