"""A text that is no TOML is told so that somebody who writes no programs can mend it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rationale_cli.codec import toml
from rationale_cli.services.starting_set import starting_set

NO_END = (
    "begins with a quotation mark and has none at the end of its line; "
    "three go around several lines"
)


def _told(text: str) -> str:
    with pytest.raises(toml.UnreadableError) as caught:
        toml.read(text)
    return f"{caught.value.line}:{caught.value.column}: {caught.value}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'a = 1\ntext = "What now?\n',
            f'2:8: the text "What now?" {NO_END}',
        ),
        (
            'include = ["general", "note]\n',
            f'1:23: the text "note]" {NO_END}',
        ),
        (
            'text = "What',
            f'1:8: the text "What" {NO_END}',
        ),
        (
            'a = 1\ntext = """What?\n',
            '2:8: the text that begins with """ here never ends; """ ends it',
        ),
        (
            'text = "What did the "panel" say?"\n',
            (
                '1:23: behind the end of the value stands panel" say?"; '
                'a quotation mark inside a text is written \\"'
            ),
        ),
        (
            "a = 31/12/2026\n",
            "1:7: behind the end of the value stands /12/2026; a day is written 2026-12-31",
        ),
        ("version = 1 one\n", "1:13: behind the end of the value stands one; a note begins with #"),
        ("text = \n", '1:8: there is no value behind the = sign; write one, as "…"'),
        (
            "text = What now? # a note\n",
            '1:8: "What now?" is no value; a text stands in quotation marks: "…"',
        ),
        (
            "text = \u201cWhat now?\u201d\n",
            (
                '1:8: "\u201cWhat now?\u201d" begins with a curved quotation mark; '
                'write straight ones: "…"'
            ),
        ),
        (
            "quick = Yes\n",
            '1:9: "Yes" is no value; write true, small and without quotation marks',
        ),
        ("quick = No\n", '1:9: "No" is no value; write false, small and without quotation marks'),
        (
            'kind = "line"\n  kind = "prose"\n',
            '2:3: the key "kind" stands twice here; take one of the two lines out',
        ),
        (
            '[question]\nid = "a"\n\n[[question]]\nid = "b"\n',
            '1:1: "[question]" begins one of several; write it with two brackets: [[question]]',
        ),
        (
            "[time]\n[time]\n",
            '2:1: "[time]" stands twice; put what is below it under the first one',
        ),
        ('id: "a"\n', '1:3: there is no = sign behind "id"; write = in place of :'),
        (
            "Our questions\n",
            (
                '1:5: there is no = sign behind "Our"; write Our = "…", '
                "or # before the line if it is a note"
            ),
        ),
        (
            "- one\n",
            '1:3: "- one" cannot be read; write key = "…", or # before it if it is a note',
        ),
        (
            "(see above)\n",
            '1:1: "(see above)" cannot be read; write key = "…", or # before it if it is a note',
        ),
        ('path = "S:\\minutes"\n', "1:13: a backslash inside a text is written twice: \\\\"),
        (
            'include = ["general"   # and [more]\ndrop = []\n',
            "1:11: the list that begins here is not closed; ] ends it, and commas part its entries",
        ),
        (
            'include = ["general" "note"]\n',
            '1:22: there is no comma before "note"]; commas part the entries of a list',
        ),
        ("[[section]\n", '1:10: "[[section]" lacks a bracket; write [[section]]'),
        (
            "[our section]\n",
            (
                '1:6: "[our section]" cannot be read; '
                "a heading is a name in brackets, as [[question]]"
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_with_what_would_be_right(text: str, told: str) -> None:
    assert _told(text) == told


@given(
    st.integers(min_value=0, max_value=4000),
    st.integers(min_value=0, max_value=3),
    st.sampled_from(
        ['"', "'", '"""', "[", "]", "=", "\n", "\u201c", "#", "\\", ":", "{", "}", ","]
    ),
)
def test_no_slip_breaks_the_explanation(at: int, gone: int, typed: str) -> None:
    whole = starting_set("ours")
    text = whole[:at] + typed + whole[at + gone :]

    try:
        toml.read(text)
    except toml.UnreadableError as error:
        assert 1 <= error.line <= text.count("\n") + 1  # noqa: PT017 - most slips are none
