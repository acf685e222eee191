"""The law library: its rows are well formed, honest and complete, and its faults are told."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rationale_cli.codec import law
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError
from rationale_cli.codec.shipped import LIBRARY, words
from rationale_cli.domain.force import force_told
from rationale_cli.domain.provision import Limit, Provision
from rationale_cli.domain.reason import Certainty, LawRole
from rationale_cli.domain.suggestion import folded

CASES = Path(__file__).parents[1] / "cases"
KNOWN = {one.id: one for one in law.provisions()}


def test_every_shipped_file_is_read() -> None:
    assert sorted(law.BOOKS) == sorted(path.stem for path in (LIBRARY / "law").glob("*.toml"))


def test_no_id_stands_twice_in_the_library() -> None:
    assert len(KNOWN) == len(law.provisions()) == 64


def test_every_row_can_be_cited_read_and_understood() -> None:
    needed = ("short", "site", "path", "applies_when", "roles", "confidence", "spellings")

    assert [
        (one.id, key) for one in KNOWN.values() for key in needed if not getattr(one, key)
    ] == []
    assert {one.jurisdiction for one in KNOWN.values()} == {"England"}


def test_a_row_says_since_when_it_applies_or_that_nobody_found_out() -> None:
    silent = [one for one in KNOWN.values() if not (one.in_force_from or one.commencement)]

    assert {one.path.split("/")[1] for one in silent} == {
        "uksc",
        "ewca",
        "ewfc",
        "ewhc",
        "uk",
        "ew",
    }


def test_a_judgment_that_nobody_compared_with_a_source_is_of_low_confidence() -> None:
    unread = {one.id: one.confidence for one in _cases() if one.checked_on is None}

    assert unread == dict.fromkeys(
        ("RE-G-LIN", "RE-F-RISK", "RE-HW", "RE-C-INT", "RE-A-FACT"), Certainty.LOW
    )


def test_a_row_was_compared_on_the_day_on_which_the_table_was_made_or_never() -> None:
    days = Counter(one.checked_on for one in KNOWN.values())

    assert days == {None: 45, date(2026, 11, 22): 19}


def test_what_was_passed_this_year_says_that_it_may_not_apply_yet() -> None:
    new = {one.id: (one.enacted_on, one.commencement) for one in KNOWN.values() if one.enacted_on}

    assert new == {
        "CA89-31ZA": (date(2026, 4, 29), "not verified"),
        "CA04-16LA": (date(2026, 4, 29), "not verified"),
    }


def test_what_was_replaced_ends_on_the_day_before() -> None:
    assert KNOWN["CA89-23"].in_force_to == date(2011, 3, 31)
    assert KNOWN["CA89-22C"].in_force_from == date(2011, 4, 1)


def test_three_provisions_run_out() -> None:
    limits = {one.id: str(one.limit) for one in KNOWN.values() if one.limit}

    assert limits == {"CA89-43": "7 days", "CA89-44": "8 days", "CA89-46": "72 hours"}


def test_a_way_of_writing_names_one_provision_only() -> None:
    uses = Counter(
        way
        for one in KNOWN.values()
        for way in {folded(text) for text in (one.id, one.short, one.citation, *one.spellings)}
    )

    assert [way for way, count in uses.items() if count > 1] == []


def test_every_provision_that_the_program_names_is_in_the_library() -> None:
    files = (
        *LIBRARY.glob("questions/*.toml"),
        *LIBRARY.glob("demo/*.toml"),
        *CASES.glob("*/*.toml"),
    )
    named = {one for path in files for one in _named(tomllib.loads(path.read_text("utf-8")))}

    assert len(named) > 12
    assert named - KNOWN.keys() == set()


def test_what_is_to_be_read_with_a_row_is_in_the_library() -> None:
    assert {one for row in KNOWN.values() for one in row.related} - KNOWN.keys() == set()


@pytest.mark.parametrize(
    ("name", "day", "link"),
    [
        ("CA89-38-6", date(2026, 3, 24), "/ukpga/1989/41/section/38/2026-03-24"),
        ("CA89-38-6", None, "/ukpga/1989/41/section/38"),
        ("CA89-31ZA", date(2026, 4, 28), "/ukpga/2026/21/section/1"),
        ("CA89-31ZA", date(2026, 4, 29), "/ukpga/2026/21/section/1/2026-04-29"),
        ("RE-B-S", date(2026, 3, 24), "/ewca/civ/2013/1146"),
        ("KENT-V-G", date(2026, 3, 24), "/uk/cases/UKHL/2005/68.html"),
    ],
)
def test_an_act_is_shown_as_it_stood_on_a_day_and_a_judgment_as_it_is(
    name: str, day: date | None, link: str
) -> None:
    row = KNOWN[name]

    assert row.link(day) == f"{row.site}{link}"


def test_a_row_without_an_address_has_no_link() -> None:
    assert Provision(id="X", citation="", plain="").link(date(2026, 3, 24)) == ""


@pytest.mark.parametrize(
    ("name", "day", "told"),
    [
        ("CA89-31ZA", date(2026, 3, 24), "was not law on this date, 24 March 2026: it was passed"),
        ("CA89-31ZA", date(2026, 4, 29), "may not have been in force on 29 April 2026: when it"),
        ("CA89-22C", date(2011, 3, 31), "was not law on this date, 31 March 2011: it applies from"),
        ("CA89-22C", date(2011, 4, 1), "was in force on 1 April 2011"),
        ("CA89-23", date(2011, 3, 31), "was in force on 31 March 2011"),
        ("CA89-23", date(2011, 4, 1), "was no longer in force on 1 April 2011: its last day was"),
        ("RE-B-S", date(2012, 12, 31), "was not law on this date, 31 December 2012: it was given"),
        ("RE-B-S", date(2013, 1, 1), "says nothing about when it applies"),
    ],
)
def test_a_row_says_how_it_stood_on_a_day(name: str, day: date, told: str) -> None:
    assert force_told(KNOWN[name], day).startswith(told)


def test_a_provision_is_told_with_its_name_and_an_unknown_one_as_it_is() -> None:
    told = [words().provision(one) for one in ("CA89-38-6", "RE-B-S", "s.47")]

    assert told == [
        "CA89-38-6, section 38(6) Children Act 1989",
        "RE-B-S, Re B-S [2013] EWCA Civ 1146",
        "s.47",
    ]


@pytest.mark.parametrize(
    ("citation", "name"),
    [
        ("Children Act 1989, section 31", "section 31 Children Act 1989"),
        (
            "Human Rights Act 1998, section 6 and Schedule 1, Articles 6 and 8",
            "section 6 and Schedule 1, Articles 6 and 8 Human Rights Act 1998",
        ),
        (
            "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28",
            "regulation 28 Care Planning, Placement and Case Review (England) Regulations 2010",
        ),
        ("Our policy on visits, part 3", "Our policy on visits, part 3"),
    ],
)
def test_a_name_goes_from_the_place_to_the_act(citation: str, name: str) -> None:
    assert Provision(id="X", citation=citation, plain="").name == name


def test_a_team_needs_three_lines_for_a_provision_of_its_own() -> None:
    text = 'format = 1\n[[provision]]\nid = "OUR-7"\ncitation = "Policy 7"\nplain = "Two go."\n'

    found = law.decode(text, name="law/ours.toml")

    assert found == (Provision(id="OUR-7", citation="Policy 7", plain="Two go."),)


def test_site_and_jurisdiction_of_a_file_hold_for_rows_that_say_nothing_else() -> None:
    text = _book('path = "/a"', 'site = "https://b.example"\nroles = ["duty"]', head=HEAD)

    first, second = law.decode(text, name="law/ours.toml")

    assert (first.site, first.jurisdiction) == ("https://a.example", "Wales")
    assert (second.site, second.roles) == ("https://b.example", (LawRole.DUTY,))


def test_every_fault_of_the_types_is_told_with_its_place() -> None:
    lines = (
        'roles = ["dutie"]',
        'in_force_from = "1991"\nlimit = { weeks = 2 }\nsays = "x"',
    )

    assert _faults(_book(*lines)) == (
        (
            'law/ours.toml:6:10: roles is "dutie", not one of power, duty, test, constraint; '
            'did you mean "duty"?'
        ),
        'law/ours.toml:11:17: in_force_from is the text "1991", not a day',
        'law/ours.toml:12:11: unknown key "weeks"',
        'law/ours.toml:13:1: unknown key "says"',
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('path = "a"', '6:8: path is "a", which does not begin with a slash'),
        (
            "limit = { hours = 1, days = 1 }",
            "6:9: limit does not say either hours or days, 1 or more",
        ),
        ("limit = { hours = 0 }", "6:9: limit does not say either hours or days, 1 or more"),
        ('commencement = "soon"', '6:16: commencement is "soon", not "not verified"'),
        ("checked_on = 2026-11-22", '2:1: says only one of "checked_on" and "source"'),
        ('source = "the Act"', '2:1: says only one of "checked_on" and "source"'),
        (
            "in_force_from = 2011-04-01\nin_force_to = 2011-03-31",
            "7:15: in_force_to is 2011-03-31, before it was in force",
        ),
        (
            'in_force_from = 2011-04-01\ncommencement = "not verified"',
            '7:16: commencement is "not verified", and "in_force_from" is given',
        ),
    ],
)
def test_what_does_not_fit_together_is_told(line: str, fault: str) -> None:
    assert _faults(_book(line)) == (f"law/ours.toml:{fault}",)


def test_an_id_is_short_and_stands_once() -> None:
    text = "format = 1\n" + "".join(
        f'[[provision]]\nid = "{one}"\ncitation = "C"\nplain = "P"\n' for one in ("A", "a b", "A")
    )

    assert _faults(text) == (
        'law/ours.toml:7:6: id is "a b", not an id such as CA89-38-6',
        'law/ours.toml:11:6: id "A" stands twice in this file',
    )


def test_a_row_that_says_nothing_is_a_fault() -> None:
    text = 'format = 1\n[[provision]]\nid = "A"\ncitation = " "\nplain = ""\n'

    assert _faults(text) == (
        "law/ours.toml:4:12: citation says nothing",
        "law/ours.toml:5:9: plain says nothing",
    )


def test_a_newer_format_is_told_before_anything_else() -> None:
    with pytest.raises(NewerFormatError):
        law.decode('format = 2\nnonsense = "x"\n', name="law/ours.toml")


def test_a_text_that_is_no_toml_is_told_with_its_place() -> None:
    assert _faults("format = \n") == (
        'law/ours.toml:1:10: there is no value behind the = sign; write one, as "…"',
    )


@pytest.mark.parametrize(
    ("limit", "told"),
    [(Limit(hours=1), "1 hour"), (Limit(hours=72), "72 hours"), (Limit(days=1), "1 day")],
)
def test_a_limit_is_told_in_its_own_unit(limit: Limit, told: str) -> None:
    assert str(limit) == told


def test_the_example_of_the_document_is_read_and_leaves_out_two_keys() -> None:
    document = (Path(__file__).parents[2] / "docs" / "law.md").read_text(encoding="utf-8")
    (text,) = re.findall(r"(?ms)^```toml law\n(.*?)^```$", document)

    (found,) = law.decode(text, name="docs/law.md")

    empty = [key for key in found.__struct_fields__ if not getattr(found, key)]
    assert empty == ["enacted_on", "in_force_to", "commencement"]
    assert found.act_spellings == ("the Standards",)
    assert str(found.limit) == "48 hours"


HEAD = 'site = "https://a.example"\njurisdiction = "Wales"\n'


def _book(*rows: str, head: str = "") -> str:
    """Give the text of a file with a row for each of some lines, which begin at its fifth line."""
    return f"format = 1\n{head}" + "".join(
        f'[[provision]]\nid = "A-{number}"\ncitation = "C"\nplain = "P"\n{row}\n'
        for number, row in enumerate(rows, start=1)
    )


def _faults(text: str) -> tuple[str, ...]:
    with pytest.raises(FaultyFileError) as caught:
        law.decode(text, name="law/ours.toml")
    return caught.value.lines


def _cases() -> tuple[Provision, ...]:
    text = (LIBRARY / "law" / "cases.toml").read_text(encoding="utf-8")
    return law.decode(text, name="cases.toml")


def _named(table: Any) -> Iterator[str]:
    """Every provision that stands in a record or in a condition of a question set."""
    if isinstance(table, dict):
        if table.get("path") == "law.provision":
            yield from table.get("is", ())
        if isinstance(table.get("provision"), str):
            yield table["provision"]
    inner = table.values() if isinstance(table, dict) else table if isinstance(table, list) else ()
    for one in inner:
        yield from _named(one)
