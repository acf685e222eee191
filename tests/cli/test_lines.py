import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

import small_set
from rationale_cli.cli.plain.lines import Lines
from rationale_cli.cli.plain.page import Page
from rationale_cli.codec import shipped
from rationale_cli.domain.asking.beside import timely
from rationale_cli.domain.asking.interview import END, Interview, Mode, Place
from rationale_cli.domain.asking.moving import go
from rationale_cli.domain.asking.reading import Reader
from rationale_cli.services.asking import Discarded, Ending, Finished, Stopped, conduct
from strategies import texts

NOW = datetime(2026, 3, 26, 11, 50, tzinfo=UTC)


def _asked(
    typed: str,
    interview: Interview | None = None,
    *,
    edit: Callable[[str], str] = lambda text: text,
    width: int = 60,
    **more: Any,
) -> tuple[Ending, str, list[Interview]]:
    """Run an interview on typed lines; give how it ended, what was shown and what was kept."""
    shown, kept = io.StringIO(), list[Interview]()
    reader = Reader(words=shipped.words(), texts=shipped.texts(), now=lambda: NOW, zone=UTC)
    page = Page(io.StringIO(typed), shown, lambda: width, shipped.texts())
    front = Lines(page, reader, edit, **more)
    ending = conduct(interview or small_set.interview(), front, kept.append, now=lambda: NOW)
    return ending, shown.getvalue(), kept


def _from(question: str, answers: dict[str, Any] | None = None, **more: Any) -> Interview:
    there = go(small_set.interview(answers, **more), question)
    assert there is not None
    return there


def _after(shown: str, start: str) -> str:
    return shown[shown.index(start) :]


def test_a_question_is_put_with_its_number_and_section_and_nothing_but_text() -> None:
    _, shown, _ = _asked("Should we\nmove?\n.\n?\n")

    assert shown == (
        "Type ? for help with a question, :help for what else can be\n"
        "typed.\n"
        "Enter alone goes on. Every answer is kept at once.\n"
        "\n"
        "Question 1 of 6 · The decision\n"
        "What are we deciding?\n"
        "As many lines as you need; end with a line that is only a\n"
        "full stop.\n"
        "> Should we\n"
        "> move?\n"
        "> .\n"
        "\n"
        "Question 2 of 6 · The decision\n"
        "What shall we call it?\n"
        "> ?\n"
        "There is no more to say about this one.\n"
        "> \n"
    )


def test_a_whole_interview_ends_in_answers() -> None:
    typed = """\
Move?
.

y
27 march 2026 10:00
add
health visitor
no
phys, neglect

2
3
It was looked at.
.

The timetable
.
save
"""
    ending, _, kept = _asked(typed)

    assert ending == Finished(kept[-1])
    assert (
        kept[-1].answers
        == {
            "question": {"statement": "Move?"},
            "title": "Move?",
            "answers": {"s.court": True},
            "time": {"next_hearing": datetime(2026, 3, 27, 10, tzinfo=UTC)},
            "dissent": [
                {
                    "id": "X1",
                    "role": "health visitor",
                    "confirmed": False,
                    "harms": ["physical", "neglect"],
                }
            ],
            "risk": [
                {"id": "R1", "harm": "physical", "status": "not-ruled-out"},
                {
                    "id": "R2",
                    "harm": "neglect",
                    "status": "thought-unlikely",
                    "reason": "It was looked at.",
                },
            ],
            "reason": {"decisive": ["The timetable"]},
        }
        or kept[-1].place == END
    )


def test_what_was_understood_is_said_back_in_full() -> None:
    _, shown, _ = _asked("27 mar 10am\n", _from("s.hearing", {"answers": {"s.court": True}}))

    assert "Taken: 27 March 2026, 10:00\n" in shown


def test_a_reply_that_is_no_answer_is_told_and_asked_again() -> None:
    _, shown, kept = _asked("9\nhard\n", _from("s.undo"))

    assert (
        '> 9\nNot taken: "9" is none of the choices. Type a number from 1\nto 4.\n'
        "> hard\nTaken: hard to undo\n\nQuestion 4 of 6"
    ) in shown
    assert kept[0].answers == {"question": {"reversibility": "hard"}}


def test_every_reply_is_kept_before_the_next_question() -> None:
    _, _, kept = _asked("Move?\n.\n\n:back\n")

    assert [(one.place.question, one.typed) for one in kept] == [
        ("s.ask", {"question.statement": "Move?"}),
        ("s.title", {}),
        ("s.court", {}),
        ("s.title", {}),
    ]


def test_lines_of_an_open_answer_are_kept_and_gone_on_with() -> None:
    """A dead terminal loses no more than the line that is being typed."""
    ending, _, kept = _asked("one\n\nthree\n")

    assert isinstance(ending, Stopped)
    assert kept[-1].typed == {"question.statement": "one\n\nthree"}

    _, shown, resumed = _asked("four\n.\n", kept[-1])

    assert "| one\n|\n| three\nSo far; go on, or end with a full stop.\n" in shown
    assert resumed[-1].answers["question"] == {"statement": "one\n\nthree\nfour\n"}


def test_the_end_of_input_stops_and_never_answers() -> None:
    for there in ("s.ask", "s.title", "s.court", "s.undo", "s.who", "s.risk", "s.tipped", "end"):
        start = _from(there)

        ending, _, kept = _asked("", start)

        assert (ending, kept) == (Stopped(start), [])


def test_a_line_can_begin_with_a_colon_or_be_a_full_stop() -> None:
    _, _, kept = _asked("::back\n..\n::\n.\n")

    assert kept[-1].answers["question"] == {"statement": ":back\n.\n:\n"}


def test_an_unknown_command_is_text_for_nobody() -> None:
    _, shown, kept = _asked(":-)\n:go\n:go 77\n:go s.tiped\n:skip\n")

    assert kept == [] or all(one.answers == {} for one in kept)
    assert '":-)" cannot be done here.' in shown
    assert "Say where to, as :go 4" in shown
    assert 'No question "77" is asked here.' in shown
    assert "Did you mean s.tipped?" in shown
    assert "Say why as well, as :skip not discussed today" in shown


def test_an_open_answer_waits_where_it_was_typed() -> None:
    _, shown, kept = _asked("one\n:go s.court\n:go s.ask\ntwo\n.\n")

    assert kept[1].typed == kept[2].typed == {"question.statement": "one"}
    assert shown.count("| one\nSo far; go on, or end with a full stop.\n") == 1
    assert (kept[-1].answers, kept[-1].typed) == ({"question": {"statement": "one\ntwo\n"}}, {})


def test_leaving_an_open_answer_unsaid_is_refused_and_dropping_it_is_said() -> None:
    _, shown, kept = _asked("one\n:skip Tomorrow\n:drop\ntwo\n.\n")

    assert "An answer is open." in shown
    assert "These lines are taken away. From the start:" in shown
    assert kept[-1].answers["question"] == {"statement": "two"}


def test_skipping_and_not_knowing_leave_a_gap() -> None:
    _, _, kept = _asked(":skip Tomorrow\n:unknown\n")

    assert kept[-1].answers["gap"] == [
        {"id": "G1", "path": "question.statement", "kind": "skipped", "reason": "Tomorrow"},
        {"id": "G2", "path": "title", "kind": "unknown"},
    ]


def test_enter_keeps_an_old_answer_which_is_shown() -> None:
    _, shown, kept = _asked("\n", _from("s.title", {"title": "Old"}))

    assert "Now: “Old”\nEnter keeps it; an answer takes its place.\n" in shown
    assert kept[-1].answers == {"title": "Old"}


def test_the_editor_gives_the_answer() -> None:
    seen = []

    def edit(text: str) -> str:
        seen.append(text)
        return "From the\neditor\n"

    _, _, kept = _asked("typed\n:edit\n", edit=edit)

    assert seen == ["typed"]
    assert kept[-1].answers["question"] == {"statement": "From the\neditor\n"}


def test_an_editor_that_gives_nothing_takes_nothing() -> None:
    _, shown, kept = _asked(":edit\n", edit=lambda _: "")

    assert "Nothing was written, so nothing is taken." in shown
    assert all(one.answers == {} for one in kept)


def test_rows_are_added_shown_changed_and_taken_away_one_by_one() -> None:
    start = _from("s.who", {"dissent": [{"id": "X1", "role": "nurse"}]})

    _, shown, kept = _asked(
        "show x1\nadd\ndoctor\n\n\nchange X1 role\nmatron\nrem X2\nres X2\nnone\n--\nre X9\n"
        "remove X9\nchange X1 rule\nchnage X1\n",
        start,
    )

    assert kept[-1].answers["dissent"] == [
        {"id": "X1", "role": "matron"},
        {"id": "X2", "role": "doctor"},
    ]
    assert "Different view X1 by nurse\n  role: “nurse”\n  confirmed: (open)\n" in shown
    assert "Taken away: X2. Type restore X2 to put it back.\n" in shown
    assert "There are some. Remove them first, one by one.\n" in shown
    assert 'Not taken: "--".' in shown
    assert 'Not taken: "chnage X1".' in shown
    assert 'Not taken: "re X9".' in shown
    assert 'Not taken: "X9" is none of them. Type remove and one of:' in shown
    assert 'Not taken: "rule" is no part of it.' in shown


def test_none_is_said_and_not_guessed() -> None:
    _, _, left = _asked("\n", _from("s.who"))
    _, _, none = _asked("none\n", _from("s.who"))
    _, _, no_list = _asked("none\n", _from("s.tipped"))

    assert left[-1].answers == {}
    assert none[-1].answers == {"none": ["dissent"]}
    assert no_list[-1].answers == {"none": ["reason.decisive"]}


def test_a_harm_says_who_named_it_and_what_enter_does() -> None:
    named = {"dissent": [{"id": "X1", "role": "nurse", "agency": "health", "harms": ["physical"]}]}

    _, shown, _ = _asked("", _from("s.risk", named))

    assert _after(shown, "Question 5") == (
        "Question 5 of 6 · Harms · 1 of 3, physical harm\n"
        "Physical?\n"
        "Named by somebody who sees it differently: nurse, health.\n"
        "  1  present\n"
        "  2  cannot be ruled out\n"
        "  3  thought unlikely\n"
        "  4  not known\n"
        "  5  does not apply\n"
        "Enter leaves it as not yet looked at.\n"
        "> \n"
    )


def test_everything_is_looked_over_before_saving() -> None:
    start = structs.replace(
        small_set.interview(
            {
                "title": "Old",
                "none": ["dissent"],
                "risk": [{"id": "R1", "harm": "neglect", "status": "unknown"}],
                "gap": [{"id": "G1", "path": "question.statement", "kind": "unknown"}],
            }
        ),
        place=END,
        changed=("title",),
    )

    ending, shown, _ = _asked("1\n", start, marks_changes=True)

    assert ending == Finished(start)
    assert _after(shown, "Before saving") == (
        "Before saving\n"
        "  2  changed · What shall we call it?\n"
        "       “Old”\n"
        "  4  Who disagrees?\n"
        "       none\n"
        "  5  Each kind of harm in turn.\n"
        "       Risk R1, neglect: not known\n"
        "\n"
        "Left open:\n"
        "  - Question 1: What are we deciding? Not known\n"
        "  - Question 3: Is there a court? Open\n"
        "  - Question 5: not yet looked at: online harm\n"
        "  - Question 5, R1: How will we find out? Open\n"
        "  - Question 6: What tipped it? Open\n"
        "\n"
        "Save now?\n"
        "  1  save; save final: only if nothing is missing that it\n"
        "     needs\n"
        "  2  back: to the last question; back 4: to question 4\n"
        "  3  draft: keep it all and stop; nothing is saved in the\n"
        "     record\n"
        "  4  discard: throw it all away (asked twice)\n"
        "> 1\n"
    )


def test_throwing_away_is_asked_twice_and_enter_saves_nothing() -> None:
    end = structs.replace(small_set.interview(), place=END)

    sure, _, _ = _asked("discard\ndiscard\n", end)
    unsure, shown, _ = _asked("discard\n\ndiscard\n:list\ndiscard\ndraft\n", end)

    assert sure == Discarded()
    assert unsure == Stopped(end)
    assert shown.count("Everything typed here will be gone.") == 3


def test_before_saving_one_can_still_go_anywhere() -> None:
    end = structs.replace(small_set.interview(), place=END)

    _, _, kept = _asked("back 3\n:end\nback\n", end)

    assert [one.place for one in kept] == [Place("s.court"), END, Place("s.tipped")]


def test_what_was_decided_long_ago_is_asked_for_its_reason() -> None:
    """Only where the question set's allowance is over, and even at the very end."""
    early = {"time": {"decided_at": datetime(2026, 3, 26, 9, 0, tzinfo=UTC)}}
    late = timely(structs.replace(small_set.interview(early), place=END), NOW)
    _, shown, kept = _asked("Back to back visits.\n.\n", late)

    assert "It was decided some time ago." in shown
    assert kept[-1].answers["time"]["late_reason"] == "Back to back visits."
    assert kept[-1].place == END


def test_nothing_shown_or_typed_is_obeyed_by_the_terminal() -> None:
    """Arrow keys reach a plain line as control characters; a name may hold a reversing mark."""
    start = _from("s.title", {"title": "a\x1b[2Jb\u202ec"})

    _, shown, kept = _asked("x\x1b[A\n", start)

    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "Now: “a‹U+001B›[2Jb‹U+202E›c”" in shown
    assert "That line held keys that are no text; it is taken as:\nx‹U+001B›[A\n" in shown
    assert kept[-1].answers["title"] == "x‹U+001B›[A"


def test_lines_fit_a_narrow_terminal() -> None:
    _, shown, _ = _asked("add\nnurse\n\n\n:list\n:help\n", _from("s.who", mode=Mode.FULL), width=60)

    assert max(len(line) for line in shown.split("\n")) <= 80


LINES = st.sampled_from(
    ("", ".", "..", ":back", ":go 3", ":go s.risk", ":end", ":list", ":help", ":skip x", ":edit",
     ":unknown", ":drop", "?", "add", "none", "change X1", "remove X1", "restore X1", "show X1",
     "1", "2", "yes", "today", "save", "discard", "draft", "back")
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(LINES | texts(), max_size=40), st.sampled_from(Mode))
def test_no_typed_text_breaks_the_front_end(typed: list[str], mode: Mode) -> None:
    """It ends, whatever is typed, and every state on the way can be kept."""
    ending, shown, _ = _asked("\n".join(typed), small_set.interview(mode=mode))

    assert isinstance(ending, Finished | Stopped | Discarded)
    assert "\x1b" not in shown
