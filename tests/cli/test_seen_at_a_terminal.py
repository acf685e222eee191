"""``seen`` on a narrow screen, and the choice "Somebody replied"."""

from program import Program
from terminal import Size, Terminal

NURSE = "district nurse@health"


def test_sixty_columns_are_enough(program: Program, record: str) -> None:
    said = ("--for", NURSE, "--via", "email", "--received", "2 March 2026 12:00", "--read")
    program("reply", record, *said, "--question", "Who is with her at night, and who has the key?")
    line = ("--store", str(program.folder), "--now", "2026-03-05T09:00", "seen", record)
    with Terminal(*line, size=Size(columns=60)) as screen:
        screen.until("Nobody is known to wait for revision 1. One", "question waits.")
        screen.until("Have read what now stands", "district nurse, health")
        screen.until("Waits for three days, three of them working days.")
        screen.until(f"Answer it: rationale answer {record} E2")
        assert screen.end() == 0
    assert max(len(one.rstrip()) for one in screen.seen.splitlines()) <= 60


def test_the_first_letter_of_the_way_is_enough_and_a_slip_is_asked_again(
    program: Program, record: str
) -> None:
    with Terminal("--store", str(program.folder), "reply", record, "--for", NURSE) as screen:
        screen.until("How did it come?")
        screen.type("pigeon\r")
        screen.until("'pigeon' is no way", "Choose one of: email")
        screen.type("p\r")
        screen.until("When did it come?")
        screen.type("\x03\r")
        assert screen.end() == 130


def test_somebody_replied_is_one_of_the_five_choices(program: Program, record: str) -> None:
    with Terminal("--store", str(program.folder)) as screen:
        screen.until("3  Somebody replied", "Which")
        screen.type("3\r")
        screen.until("Which record")
        screen.type(f"{record}\r")
        screen.until("Who replied?")
        screen.type("\x03\r")
        assert screen.end() == 130


def test_a_briefing_is_made_for_whom_it_is_said(program: Program, record: str) -> None:
    with Terminal("--store", str(program.folder)) as screen:
        screen.until("4  Make a briefing", "Which")
        screen.type("4\r")
        screen.until(f"Which record (its id, or the start of it) [{record}]:")
        screen.type("\r")
        screen.until("for views before you decide", "For whom [core-team]:")
        screen.type("family\r")
        screen.until(f"briefing-{record}-r1-family.html")
        assert screen.end() == 0


def test_in_an_empty_folder_there_is_nothing_to_choose(program: Program) -> None:
    with Terminal("--store", str(program.folder)) as screen:
        screen.until("Which")
        screen.type("2\r")
        screen.until("Nothing is recorded here yet. Begin with 'rationale new'.")
        assert screen.end() == 0


def test_a_long_path_stays_in_one_piece_and_help_keeps_its_lines(program: Program) -> None:
    nowhere = "/no-such-folder-of-a-name-that-is-longer-than-the-screen-is-wide"
    with Terminal("--store", nowhere, "list", size=Size(columns=40)) as screen:
        screen.until("hint: ")
        assert screen.end() == 1
        assert f"{nowhere}'" in screen.seen
    with Terminal("--store", str(program.folder), "concern", size=Size(columns=60)) as screen:
        screen.until("Commands:", "raise     Raise a concern")
        assert screen.end() == 2
