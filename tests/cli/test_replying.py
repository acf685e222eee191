"""``share``, ``reply``, ``answer`` and ``seen``: what was sent, said back, asked and answered."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from program import Program
from terminal import Terminal

NURSE = "district nurse@health"
GUARDIAN = "children's guardian@Cafcass"
BY_MAIL = ("--for", NURSE, "--via", "email", "--received", "2 March 2026 12:00")
NOW = "2026-03-02T12:30"
MAIL = (
    "From: Jane Example <jane@example.invalid>\nDate: Mon, 02 Mar 2026 11:00:00 +0000\n"
    "Subject: Re: decision\nContent-Type: text/plain; charset=utf-8\n\n"
    "I cannot support this.\n\x1b[31mHe is\u202e alone with her.\n"
)


def _git(program: Program, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=program.folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def _ledger(program: Program, record: str) -> str:
    return (program.folder / f"seen/{record[0]}/{record[1]}/{record}.toml").read_text("utf-8")


def test_what_was_sent_is_recorded_by_its_sum_and_the_decision_stays_as_it_is(
    program: Program, record: str, tmp_path: Path
) -> None:
    document = tmp_path / "briefing.html"
    document.write_text("a briefing")
    done = program(
        *("share", record, "--for", NURSE, "--for", GUARDIAN, "--via", "letter"),
        *("--audience", "core-team", "--file", str(document), "--because", "They visit."),
        now=NOW,
    )
    assert (done.status, done.out) == (0, f"{record} r1\n")
    assert "Kept as E1: district nurse, health, sent, revision 1." in done.err
    text = _ledger(program, record)
    assert hashlib.sha256(b"a briefing").hexdigest() in text
    assert text.count('kind = "shared"') == 2
    assert str(document) not in text
    assert "a briefing" not in text
    assert _git(program, "log", "-1", "--format=%B", "--name-only").split("\n\n") == [
        f"share {record} E1 E2",
        f"Rationale-Id: {record}\nRationale-By: lead social worker@children's social care",
        f"\nseen/{record[0]}/{record[1]}/{record}.toml\n",
    ]


def test_not_sharing_needs_a_reason(program: Program, record: str) -> None:
    without = program("share", record, "--for", NURSE, "--declined")
    assert without.status == 1
    assert "needs its reason" in without.err
    assert program(
        "share", record, "--for", NURSE, "--declined", "--because", "No role in it."
    ).out == (f"{record} r1\n")
    assert "declined" in program("seen", record).out
    assert program("seen", record, "--exit-code").status == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("share",), "nobody says whom it was for"),
        (("share", "--for", NURSE), "nobody says how it was sent"),
        (("share", "--for", NURSE, "--via", "pigeon"), "'pigeon' is no way"),
        (("share", "--for", "nurse", "--via", "email"), "--for is 'nurse', not ROLE@AGENCY"),
        (("share", "--for", NURSE, "--via", "email", "--file", "none"), "cannot read 'none'"),
        (("reply", "--via", "email", "--read"), "nobody says who replied"),
        (("reply", "--for", NURSE, "--read"), "nobody says how it came"),
        (("reply", "--for", NURSE, "--read"), "letter|form and --received TIME, or"),
        (("reply", "--for", NURSE, "--via", "email", "--read"), "nobody says when it came"),
        (("reply", *BY_MAIL, "--disagree", "No.", "--harm", "physcal"), "did you mean 'physical'"),
    ],
)
def test_what_is_missing_is_told(
    program: Program, record: str, arguments: tuple[str, ...], told: str
) -> None:
    verb, *options = arguments
    done = program(verb, record, *options)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert _git(program, "rev-list", "--count", "HEAD") == "2\n"


def test_a_question_waits_until_it_is_answered(program: Program, record: str) -> None:
    asked = program("reply", record, *BY_MAIL, "--read", "--question", "Who checks?", now=NOW)
    assert asked.out == f"{record} r1\n"
    later = program("seen", record, "--json", now="2026-03-05T09:00").out
    assert '"days": 3' in later
    assert program("seen", record, "--exit-code").status == 1
    wrong = program("answer", record, "E1", "--text", "The clinic.")
    assert "'E1' is no question" in wrong.err
    done = program("answer", record, "e2", "--text", "The clinic.")
    assert (done.status, done.out) == (0, f"{record} r1\n")
    assert 'answers = "E2"' in _ledger(program, record)
    assert "question" not in program("seen", record).out
    assert program("seen", record, "--exit-code").status == 0
    unknown = program("answer", record, "E9", "--text", "So.")
    assert "has the id 'E9'" in unknown.err


def test_a_disagreement_becomes_a_dissent_in_the_same_commit(program: Program, record: str) -> None:
    said = ("--disagree", "He is alone with her.", "--harm", "physical", "--asks", "Wait.")
    done = program("reply", record, *BY_MAIL, *said, now=NOW)
    assert (done.status, done.out) == (0, f"{record} r2\n")
    assert "Their disagreement stands in the decision as X1, revision 2." in done.err
    text = program("show", record, "--toml").out
    assert 'kind = "amend"' in text
    assert (
        'id = "X1"\nrole = "district nurse"\nagency = "health"\nat = 2026-03-02T12:00:00+00:00\n'
        'words = "He is alone with her."\nharms = ["physical"]\nasks = "Wait."\nstatus = "open"\n'
        'confirmed = true\nconfirmed_at = 2026-03-02T12:00:00+00:00\nconfirmed_how = "by e-mail"\n'
    ) in text
    assert 'because = "District nurse, health, replied by e-mail and disagrees."' in text
    message, _, files = _git(program, "log", "-1", "--format=%s%n--", "--name-only").partition("--")
    assert message.strip() == f"amend {record} r2, reply {record} E1"
    assert files.split() == [
        f"{folder}/{record[0]}/{record[1]}/{record}.toml" for folder in ("decisions", "seen")
    ]
    # What somebody said themselves does not make their own reading lapse.
    program("reply", record, *BY_MAIL, "--read", "--revision", "1")
    assert program("seen", record).out.split("\t")[3] == "read"


def test_words_that_were_heard_are_confirmed_only_if_they_were_read_back(
    program: Program, record: str
) -> None:
    heard = ("--for", NURSE, "--via", "phone", "--received", "2 March 2026 12:00")
    program("reply", record, *heard, "--disagree", "No.")
    assert "confirmed = false" in program("show", record, "--toml").out
    program("reply", record, *heard, "--disagree", "No, again.", "--read-back")
    assert 'confirmed_how = "read back to them, by phone"' in program("show", record, "--toml").out


def test_news_becomes_a_note(program: Program, record: str) -> None:
    done = program("reply", record, *BY_MAIL, "--new", "He lost his job.", now=NOW)
    assert done.out == f"{record} r2\n"
    text = program("show", record, "--toml").out
    assert 'kind = "note"' in text
    assert (
        'text = "He lost his job."\nkind = "reported"\n'
        'source = "district nurse, health, by e-mail"\nas_of = 2026-03-02T12:00:00+00:00'
    ) in text


def test_a_file_of_entries_can_hold_several_people(program: Program, record: str) -> None:
    rows = """
[[entry]]
kind = "read"
revision = 1
[[entry]]
kind = "disagree"
for = { role = "children's guardian", agency = "Cafcass" }
via = "meeting"
text = "Too fast."
harms = ["physical"]
confirmed = true
"""
    done = program("reply", record, *BY_MAIL, "--answers", "-", stdin=rows)
    assert (done.status, done.out) == (0, f"{record} r2\n")
    assert "Kept as E2: children's guardian, Cafcass, disagrees, about revision 1." in done.err
    broken = program("reply", record, *BY_MAIL, "--answers", "-", stdin='[[entry]]\nid = "E1"\n')
    assert broken.status == 1
    assert 'unknown key "id"' in broken.err
    assert "what came on standard input is kept in" in broken.err
    wrong = program("reply", record, *BY_MAIL, "--answers", "-", stdin='[[entry]]\nkind="shared"\n')
    assert "'shared' is no reply" in wrong.err


def test_a_message_is_kept_word_for_word_and_obeyed_by_nothing(
    program: Program, record: str, tmp_path: Path
) -> None:
    file = tmp_path / "message.eml"
    file.write_text(MAIL, encoding="utf-8")
    unsaid = program("reply", record, "--from", str(file), "--for", NURSE)
    assert (unsaid.status, unsaid.out) == (2, "")
    assert "nobody says what this message is" in unsaid.err
    done = program(
        "reply", record, "--from", str(file), "--for", NURSE, "--as", "disagree", "--as", "read"
    )
    assert (done.status, done.out) == (0, f"{record} r2\n")
    assert "\x1b" not in done.err
    assert "‹U+001B›[31mHe is‹U+202E› alone" in done.err
    assert "jane" not in done.err.lower()
    text = program("show", record, "--toml").out
    assert "I cannot support this.\n\\u001b[31mHe is\u202e alone with her.\n" in text
    assert "at = 2026-03-02T11:00:00+00:00" in text
    assert "jane" not in _ledger(program, record).lower()
    shown = program("show", record)
    assert "\x1b" not in shown.out
    piped = program("reply", record, "--from", "-", "--for", NURSE, "--as", "question", stdin=MAIL)
    assert (piped.status, piped.out) == (0, f"{record} r2\n")


def test_two_who_add_at_once_are_both_kept(program: Program, record: str) -> None:
    line = (*("--store", str(program.folder)), "reply", record, *BY_MAIL)
    children = [
        Terminal(*line, option, f"Words {number}.")
        for number, option in enumerate(("--question", "--new", "--in-own-words", "--disagree"))
    ]
    assert [child.end() for child in children] == [0, 0, 0, 0]
    text = _ledger(program, record)
    assert [f"Words {number}." in text for number in range(4)] == [True] * 4
    assert [f'id = "E{number}"' in text for number in range(1, 5)] == [True] * 4
    decision = program("show", record, "--toml").out
    assert "Words 1." in decision
    assert "Words 3." in decision


def test_at_a_terminal_short_questions_are_asked(program: Program, record: str) -> None:
    with Terminal("--store", str(program.folder), "reply", record) as screen:
        screen.until("Who replied?", "> ")
        screen.type("nurse\r")
        screen.until("not ROLE@AGENCY", "> ")
        screen.type(f"{NURSE}\r")
        screen.until("How did it come?", "> ")
        screen.type("phone\r")
        screen.until("When did it come?", "> ")
        screen.type("2 March 2026 12:00\r")
        screen.until("Have they read it?", "> ")
        screen.type("y\r")
        screen.until("In their own words", "> ")
        screen.type("You stay.\r")
        screen.until("Do they ask anything?", "> ")
        screen.type("\r")
        screen.until("Do they disagree?", "> ")
        screen.type("Too soon.\r")
        screen.until("Which harms", "> ")
        screen.type("physical\r")
        screen.until("What do they ask for?", "> ")
        screen.type("\r")
        screen.until("read back to them", "> ")
        screen.type("yes\r")
        screen.until("not written here", "> ")
        screen.type("\r")
        screen.until(f"{record} r2")
        assert screen.end() == 0
    assert "confirmed = true" in program("show", record, "--toml").out
    assert program("drafts").out == ""


def test_what_was_typed_is_kept_when_one_stops(program: Program, record: str) -> None:
    with Terminal("--store", str(program.folder), "reply", record, *BY_MAIL) as screen:
        screen.until("Have they read it?", "> ")
        screen.type("y\r")
        screen.until("In their own words", "> ")
        screen.type("You stay.\r")
        screen.until("Do they ask anything?", "> ")
        # One that comes while a letter is drawn is heard by Python only with the end of the line.
        screen.type("\x03\r")
        assert screen.end() == 130
    (name,) = (program.folder / ".git/rationale/drafts").iterdir()
    assert "You stay." in name.read_text()
    done = program("reply", record, "--answers", str(name))
    assert (done.status, done.out) == (0, f"{record} r1\n")
    assert "You stay." in _ledger(program, record)


def test_the_golden_rules_are_asked_at_a_terminal(program: Program, record: str) -> None:
    line = ("--store", str(program.folder), "share", record, "--for", NURSE, "--via", "email")
    with Terminal(*line) as screen:
        for question, text in (
            ("Who needs this", "She visits daily."),
            ("the least", ""),
            ("Is it safe", ""),
            ("been told", ""),
            ("What did we decide", "Warning signs only."),
        ):
            screen.until(question, "> ")
            screen.type(f"{text}\r")
        screen.until(f"{record} r1")
        assert screen.end() == 0
    assert "Who needs this, and what for? She visits daily." in _ledger(program, record)
    assert "Warning signs only." in _ledger(program, record)


def test_a_ledger_that_cannot_be_read_hides_no_decision(program: Program, record: str) -> None:
    program("reply", record, *BY_MAIL, "--read")
    path = program.folder / f"seen/{record[0]}/{record[1]}/{record}.toml"
    path.write_text(path.read_text("utf-8") + "<<<<<<< theirs\n", encoding="utf-8")
    _git(program, "commit", "--quiet", "-am", "By hand")
    seen = program("seen", record)
    assert (seen.status, seen.out) == (1, "")
    shown = program("show", record)
    assert shown.status == 0
    assert "! It cannot be read:" in shown.out
    page = program("brief", record, "--format", "md", "-o", "-").out
    assert "What was recorded of this cannot be read." in page
    again = program("reply", record, *BY_MAIL, "--read")
    assert (again.status, again.out) == (1, "")
    copy = program("seen", record, "--audience", "family")
    assert (copy.status, copy.out) == (1, "")
    assert "theirs" not in copy.err


def test_an_audience_sees_of_it_what_it_is_cleared_for(program: Program, record: str) -> None:
    program("reply", record, *BY_MAIL, "--read", "--question", "Where is the refuge?")
    path = program.folder / f"seen/{record[0]}/{record[1]}/{record}.toml"
    text = path.read_text("utf-8")
    path.write_text(text.rstrip("\n") + '\nsensitivity = "police"\n', encoding="utf-8")
    _git(program, "commit", "--quiet", "-am", "By hand")
    assert "refuge" in program("seen", record).out
    for form in ((), ("--json",)):
        copy = program("seen", record, "--audience", "family", *form)
        assert copy.status == 0
        assert "refuge" not in copy.out


def test_a_message_is_shown_and_asked_about_at_a_terminal(
    program: Program, record: str, tmp_path: Path
) -> None:
    file = tmp_path / "message.eml"
    file.write_text(MAIL, encoding="utf-8")
    with Terminal("--store", str(program.folder), "reply", record, "--from", str(file)) as screen:
        screen.until("Subject  Re: decision", "Sent     2 March 2026, 11:00")
        screen.until("I cannot support this.", "‹U+001B›[31mHe is‹U+202E› alone")
        screen.until("What is it?", "4  They disagree", "> ")
        screen.type("1 4\r")
        screen.until("Who replied?", "> ")
        screen.type(f"{NURSE}\r")
        screen.until("Which harms", "> ")
        screen.type("?\r")
        screen.until("physical: ", "Which?", "> ")
        screen.type("physical\r")
        screen.until("What do they ask for?", "> ")
        screen.type("Wait.\r")
        screen.until(f"{record} r2")
        assert screen.end() == 0
    assert "Jane" not in screen.seen
    text = program("show", record, "--toml").out
    assert 'harms = ["physical"]\nasks = "Wait."' in text
    assert _ledger(program, record).count('via = "email"') == 2


def test_what_was_shared_and_answered_can_come_from_a_file(program: Program, record: str) -> None:
    shared = """
[[entry]]
kind = "shared"
via = "meeting"
text = "She visits."
for = { role = "district nurse", agency = "health" }
[[entry]]
kind = "declined"
text = "No role in it."
"""
    done = program("share", record, "--for", GUARDIAN, "--answers", "-", stdin=shared)
    assert (done.status, done.out) == (0, f"{record} r1\n")
    assert "E2: children's guardian, Cafcass, not shared" in done.err
    wrong = program("share", record, "--answers", "-", stdin='[[entry]]\nkind = "read"\n')
    assert "'read' is not about sharing" in wrong.err
    program("reply", record, *BY_MAIL, "--question", "Why?")
    answer = '[[entry]]\nkind = "answer"\ntext = "The hearing."\n'
    assert program("answer", record, "E3", "--answers", "-", stdin=answer).status == 0
    assert 'text = "The hearing."\nanswers = "E3"' in _ledger(program, record)
    two = program("answer", record, "E3", "--answers", "-", stdin=answer * 2)
    assert "does not hold one answer" in two.err
    empty = program("answer", record, "E3")
    assert (empty.status, empty.out) == (2, "")


def test_nobody_says_who_types(program: Program, record: str) -> None:
    _git(program, "config", "--unset", "rationale.role")
    for verb in (("share", "--for", NURSE, "--via", "email"), ("reply", *BY_MAIL, "--read")):
        done = program(verb[0], record, *verb[1:])
        assert (done.status, done.out) == (1, "")
        assert "nobody says who is recording this" in done.err
