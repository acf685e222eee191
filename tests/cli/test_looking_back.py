"""``--as-of``: a record as it was known, with what came later hidden."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cases import revisions
from program import Outcome, Program
from rationale_cli.domain.form import seed
from replay import played


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value.strip()
    for one in value.values() if isinstance(value, dict) else value if _is_list(value) else ():
        yield from _texts(one)


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


_EARLIER = str([seed(one) for one in revisions("cedar")[:2]])
_PROSE = {text for one in revisions("cedar")[2:] for text in _texts(seed(one)) if " " in text}
LATER = (
    "SERVICES-S", "HOTEL-H", "ADULT-P", "ADULT-Q", "K8", "K9", "K12", "W1", "C5", "J5",
    "revision 3", "23:50", "23:58", "Revision 4", "03:55", "looked at again",
    *sorted(text for text in _PROSE if "\n" not in text and text not in _EARLIER),
)  # fmt: skip
"""What CEDAR holds from its third revision on, and did not hold before."""

HALF_PAST_NINE = ("--as-of", "20 Nov 2026 21:30")


@pytest.fixture(scope="module")
def cedar(module_folder: Path) -> Program:
    return played("cedar", module_folder / "cedar")


def _cedar(cedar: Program, verb: str, *said: str) -> Outcome:
    return cedar(verb, cedar("list").out[:6], *said)


def _in(text: str, words: tuple[str, ...]) -> list[str]:
    return [one for one in words if one in text]


def test_the_words_looked_for_stand_in_the_present(cedar: Program) -> None:
    """Or their absence from the past would say nothing."""
    page = _cedar(cedar, "brief", "-o", "-", "--format", "html", "--revision", "4").out

    assert len(_in(page, LATER)) > 40


@pytest.mark.parametrize("form", ["md", "html"])
def test_cedar_at_half_past_nine_hides_what_was_learned_at_ten_to_midnight(
    cedar: Program, form: str
) -> None:
    page = _cedar(cedar, "brief", "-o", "-", "--format", form, *HALF_PAST_NINE).out

    body = page.partition("</style>")[2] or page
    assert _in(body, LATER) == []
    assert "As it was known on 20 November 2026, 21:30. What came later is left out." in page


@pytest.mark.parametrize(
    "said",
    [
        HALF_PAST_NINE,
        ("--as-of", "2026-11-20T21:30Z"),
        ("--as-of", "20 November 2026, 21:15", "--decided"),
        ("--as-of", "20/11/2026 21:25"),
    ],
)
def test_a_time_is_typed_as_people_do(cedar: Program, said: tuple[str, ...]) -> None:
    shown = _cedar(cedar, "show", *said).out.splitlines()

    assert shown[0].startswith("As it was ")
    assert shown[0].endswith(". Five later revisions are hidden.")
    assert shown[shown.index("") + 1 :][:2] == [
        "Missing 15-year-old: response tonight",
        f"{cedar('list').out[:6]} r2, amended, decided, continue with controls",
    ]
    assert _in("\n".join(shown[1:]), LATER) == []


def test_a_briefing_of_the_past_is_the_one_that_could_have_been_made_then(
    program: Program, record: str
) -> None:
    """Byte for byte, whatever came later: texts, numbers, outcomes, and how many revisions."""
    then = ("brief", record, "-o", "-", "--as-of", "2026-03-02 12:00")
    before = [program(*then, "--format", form).out for form in ("md", "html")]

    canaries = (
        'title = "CANARY-1"\n[[known]]\ntext = "CANARY-2"\n[[outcome]]\ntext = "CANARY-3"\n'
        '[[option]]\nid = "A"\nstatus = "rejected"\nreason = "CANARY-4"\n'
        '[[dissent]]\nrole = "CANARY-5"\nwords = "CANARY-6"\nharms = ["physical"]\n'
    )
    said = ("--because", "CANARY-7", "--answers", "-", "--by", "CANARY-8@CANARY-9")
    for day in (3, 4):
        done = program("amend", record, *said, stdin=canaries, now=f"2026-03-0{day}T09:00")
        assert done.status == 0, done.err

    assert "CANARY-3" in program("brief", record, "-o", "-", "--format", "md").out
    assert [program(*then, "--format", form).out for form in ("md", "html")] == before
    for verb in (("show", record), ("diff", record), ("list",)):
        for form in ((), ("--json",)):
            told = program(*verb, *form, "--as-of", "2026-03-02")
            assert (told.status, "CANARY" in told.out + told.err) == (0, False)
    toml = program("show", record, "--toml", "--as-of", "2026-03-02")
    assert 'title = "Stay with the foster carers"' in toml.out
    assert toml.err == (
        "As it was known at the end of 2 March 2026. Two later revisions are hidden.\n"
    )


def test_a_late_entry_counts_by_decision_and_is_named(cedar: Program) -> None:
    at_three = ("--as-of", "21 Nov 2026 03:00", "--decided")
    late = (
        "Revision 4 was decided at 02:30 and recorded at 03:55; "
        "at 03:00 it was not written down yet."
    )

    shown = _cedar(cedar, "show", *at_three).out
    page = _cedar(cedar, "brief", "-o", "-", "--format", "md", *at_three).out
    told = json.loads(_cedar(cedar, "show", "--json", *at_three).out)

    assert shown.splitlines()[:2] == [
        "As it was decided by 21 November 2026, 03:00. Three later revisions are hidden.",
        late,
    ]
    assert f"> {late}" in page
    assert list(told)[:5] == ["schema", "as_of", "as_of_by", "hidden", "late"]
    assert (told["as_of"], told["as_of_by"], told["hidden"]) == (
        "2026-11-21T03:00:00+00:00",
        "decided",
        3,
    )
    assert told["late"] == [
        {
            "revision": 4,
            "decided_at": "2026-11-21T02:30:00+00:00",
            "recorded_at": "2026-11-21T03:55:00+00:00",
        }
    ]
    assert told["decision"]["revision"] == 4
    assert "r3, looked at again" in _cedar(cedar, "show", *at_three[:2]).out


def test_a_diff_of_the_past_ends_there(cedar: Program) -> None:
    told = _cedar(cedar, "diff", *HALF_PAST_NINE)
    plain = json.loads(_cedar(cedar, "diff", "--json", *HALF_PAST_NINE).out)
    beyond = _cedar(cedar, "diff", "1..3", *HALF_PAST_NINE)

    assert told.out.splitlines()[0].endswith("Five later revisions are hidden.")
    assert ": from r1 to r2" in told.out
    assert (plain["hidden"], plain["late"], plain["to"]) == (5, [], 2)
    assert (beyond.status, beyond.out) == (1, "")
    assert "has no revision '3'" in beyond.err


def test_a_record_that_was_not_there_yet_says_when_it_was(cedar: Program) -> None:
    for verb in ("show", "diff", "brief"):
        told = _cedar(cedar, verb, "--as-of", "20 Nov 2026 19:00")
        assert (told.status, told.out) == (1, "")
        assert told.err.endswith(
            "was not recorded yet on 20 November 2026, 19:00\n"
            "hint: It was first recorded on 20 November 2026, 19:20; "
            "name that time or a later one.\n"
        )


def test_the_minute_that_is_shown_is_a_whole_minute(program: Program, record: str) -> None:
    said = ("--because", "New", "--answers", "-")
    program("amend", record, *said, stdin='title = "Go"', now="2026-03-03T09:10:42")

    assert program("show", record, "--as-of", "3 March 2026 09:10").out.splitlines()[2] == "Go"
    seconds = program("show", record, "--as-of", "3 March 2026 09:10:41").out.splitlines()
    assert seconds[2] == "Stay with the foster carers"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("--decided",), "--decided needs a time"),
        (("--as-of", "soon"), '--as-of: "soon" is no day or time'),
        (("--as-of", "29 March 2026 01:30"), "--as-of: there was no 29 March 2026, 01:30"),
    ],
)
def test_what_is_no_time_is_wrong_usage(
    program: Program, record: str, said: tuple[str, ...], told: str
) -> None:
    for verb in (("show", record), ("list",)):
        refused = program(*verb, *said)
        assert (refused.status, refused.out) == (2, "")
        assert refused.err.startswith(f"error: {told}")


NO_CONTACT = (
    "The page names nobody else to call: add a contact under [contacts] in rationale.toml, and "
    "commit it."
)


def test_the_file_of_a_past_view_says_so_in_its_name(cedar: Program) -> None:
    record = cedar("list").out[:6]

    then = _cedar(cedar, "brief", *HALF_PAST_NINE)
    by_decision = _cedar(cedar, "brief", "--as-of", "2026-11-21", "--decided")

    assert then.out == f"briefing-{record}-r2-as-of-2026-11-20-2130.html\n"
    assert then.err.splitlines() == [
        NO_CONTACT,
        "As it was known on 20 November 2026, 21:30. Five later revisions are hidden.",
        "Read it before you share it: it was made for the core team.",
    ]
    assert by_decision.out == f"briefing-{record}-r7-as-of-2026-11-21-decided.html\n"


def test_a_list_of_the_past_shows_each_decision_as_it_was(program: Program, record: str) -> None:
    said = ("--because", "New", "--answers", "-")
    program("amend", record, *said, stdin='title = "Go"', now="2026-03-03T09:00")
    second = program(
        "new", "--answers", "-", stdin='title = "Another"', now="2026-03-04T09:00"
    ).last[:6]
    late = ("--decided-at", "2026-03-02T10:00", "--late-reason", "On the road.")
    program("amend", record, *said, *late, stdin='title = "Late"', now="2026-03-05T09:00")

    def titles(*as_of: str) -> list[tuple[str, str, str]]:
        rows = [line.split("\t") for line in program("list", *as_of).out.splitlines()]
        return [(row[0], row[1], row[6]) for row in rows]

    assert titles("--as-of", "2026-03-01") == []
    assert titles("--as-of", "2026-03-02") == [(record, "r1", "Stay with the foster carers")]
    assert titles("--as-of", "2026-03-03") == [(record, "r2", "Go")]
    assert titles("--as-of", "2026-03-04") == [(second, "r1", "Another"), (record, "r2", "Go")]
    assert titles("--as-of", "2026-03-06") == [(record, "r3", "Late"), (second, "r1", "Another")]
    told = program("list", "--as-of", "2026-03-03")
    assert told.err == "As it was known at the end of 3 March 2026. One later decision is hidden.\n"


def test_a_list_by_decision_names_what_was_written_down_later(cedar: Program) -> None:
    record = cedar("list").out[:6]
    at_three = ("--as-of", "21 Nov 2026 03:00", "--decided")

    plain = json.loads(cedar("list", "--json", *at_three).out)
    told = cedar("list", *at_three)

    assert (plain["as_of_by"], plain["hidden"], plain["late"]) == ("decided", 0, [record])
    assert [one["revision"] for one in plain["decisions"]] == [4]
    assert told.out.split("\t")[:2] == [record, "r4"]
    assert told.err.splitlines()[1] == f"Decided by then and written down later: {record}."


def test_a_list_and_a_decision_of_the_past_agree(cedar: Program) -> None:
    record = cedar("list").out[:6]

    for hour in range(19, 30):
        time = f"2026-11-{20 + hour // 24}T{hour % 24:02}:30Z"
        for basis in ((), ("--decided",)):
            listed = cedar("list", "--as-of", time, *basis).out.split("\t")
            shown = cedar("show", record, "--json", "--as-of", time, *basis).out
            assert listed[1] == f"r{json.loads(shown)['decision']['revision']}"
