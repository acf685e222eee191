import pytest

import small_set
from question_files import Blob, Folder
from rationale_cli.codec import shipped
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError
from rationale_cli.codec.question_set import decode
from rationale_cli.domain.questions.question import Kind
from rationale_cli.services import question_sets
from rationale_cli.services.starting_set import OddNameError, starting_set

HEAD = 'format = 1\nname = "own"\nversion = 1\ntitle = "Own"\n'


def _faults(text: str) -> tuple[str, ...]:
    with pytest.raises(FaultyFileError) as caught:
        decode(text, name="own.toml", included=lambda _: None)
    return caught.value.lines


def _question(own: str) -> str:
    return (
        f'{HEAD}[[section]]\nid = "a"\ntitle = "A"\n'
        f'[[question]]\nid = "q"\ntext = "Q?"\nsection = "a"\n{own}\n'
    )


@pytest.mark.parametrize("name", shipped.question_set_names())
def test_every_shipped_set_has_no_fault(name: str) -> None:
    assert question_sets.question_set(None, name).name == name


def test_every_fault_of_a_file_is_told_with_its_place() -> None:
    text = f"""{HEAD}
include = ["nope"]
drop = ["x"]

[[section]]
id = "a"
title = "A"

[[question]]
id = "q"
text = "Q?"
kind = "prose"
section = "b"
to = "question.statment"

[[question]]
id = "q"
text = "Q?"
kind = "choice"
section = "a"
after = "qq"
when = [{{ path = "risk.stat", is = ["present"] }}]
"""

    assert _faults(text) == (
        'own.toml:6:12: include is "nope", and there is no such question set',
        'own.toml:7:9: drop is "x", and there is no such included question',
        'own.toml:17:11: section is "b", and there is no such section; choose one of: a',
        (
            'own.toml:18:6: to is "question.statment", and there is no such field of a record; '
            'did you mean "question.statement"?'
        ),
        'own.toml:21:6: id "q" stands twice in this set; give one of the two another id',
        (
            'own.toml:23:8: kind is "choice", and there are no choices; '
            'write choices = ["one", "another"]'
        ),
        'own.toml:25:9: after is "qq", and there is no such question',
        (
            'own.toml:26:18: path is "risk.stat", and there is no such path; '
            'did you mean "risk.status"?'
        ),
    )


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        (
            'kind = "choice"\nto = "question.reversibility"\nchoices = ["hart"]',
            (
                'own.toml:14:12: choices is "hart", and there is no such code of '
                'question.reversibility; did you mean "hard"?'
            ),
        ),
        (
            'kind = "prose"\nto = "reason.decisive"',
            'own.toml:12:8: kind is "prose", and "reason.decisive" takes list or several',
        ),
        (
            'kind = "line"\nto = "id"',
            'own.toml:13:6: to is "id", which the program fills itself',
        ),
        (
            'kind = "line"\nto = "question.court"',
            (
                'own.toml:13:6: to is "question.court", and there is no such field of a record; '
                "choose one of: question.statement, question.why_now, question.not_deciding, "
                "question.reversibility"
            ),
        ),
        (
            'kind = "line"\nto = "wibble"',
            (
                'own.toml:13:6: to is "wibble", and there is no such field of a record; '
                'without "to" the answer stands under the id of the question'
            ),
        ),
        (
            'kind = "line"\nto = "risk.reason"',
            (
                'own.toml:13:6: to is "risk.reason", one field of many rows; ask for it in a '
                'column with id = "reason", in a question with to = "risk"'
            ),
        ),
        (
            'kind = "rows"\nto = "option"',
            (
                'own.toml:8:1: the question "q" is of kind "rows" and has no column; write '
                "[[question.column]] below it for each thing that is asked of a row"
            ),
        ),
        (
            'kind = "rows"\ncolumn = [{ id = "title", text = "T" }]',
            (
                'own.toml:8:1: the key "to" is missing in the question "q": rows go to a list of '
                'the record, as to = "known"'
            ),
        ),
        (
            'kind = "line"\ncolumn = [{ id = "title", text = "T" }]',
            (
                'own.toml:13:11: column stands in the question "q" of kind "line"; only '
                'questions of kind "rows" have columns'
            ),
        ),
        (
            'kind = "rows"\nto = "option"\ncolumn = [{ id = "tilte", text = "T" }]',
            (
                'own.toml:14:18: id is "tilte", and there is no such field of option; '
                'did you mean "title"?'
            ),
        ),
        (
            'kind = "line"\nchoices = ["a", "b"]',
            (
                'own.toml:13:11: choices are "a", "b", and the kind is "line"; write kind = '
                '"choice" or "several", or take them out'
            ),
        ),
        (
            'kind = "line"\nwhen = [{ path = "title" }]',
            (
                'own.toml:13:9: when says neither "is" nor "given"; write is = ["…"], or '
                "given = true"
            ),
        ),
        (
            'kind = "line"\nwhen = [{ path = "mode", is = ["paus"] }]',
            (
                'own.toml:13:32: "is" is "paus", and the answer at "mode" is one of "continue", '
                '"continue-with-controls", "pause", "stop-and-protect"'
            ),
        ),
        (
            'kind = "line"\nwhen = [{ path = "rating", rated = "differently" }]',
            (
                'own.toml:13:18: path is "rating", and "rated" looks at rating.value; write '
                'path = "rating.value"'
            ),
        ),
        (
            'kind = "line"\nprompt = [{ id = "a", text = "A?" }]',
            (
                'own.toml:13:11: prompt stands in the question "q", whose rows keep no prompt; '
                'prompts go with kind = "rows" and to = "unthinkable"'
            ),
        ),
        (
            (
                'kind = "rows"\nto = "unthinkable"\ncolumn = [{ id = "scenario", text = "T" }]\n'
                'prompt = [{ id = "a", text = "A?" }, { id = "a", text = "B?" }]'
            ),
            'own.toml:15:45: id "a" stands twice in these prompts; give one of the two another id',
        ),
        (
            (
                'kind = "rows"\nto = "unthinkable"\n'
                'column = [{ id = "w", text = "T", kind = "yes-no", makes = "reason.change_mnd" }]'
            ),
            (
                'own.toml:14:60: makes is "reason.change_mnd", and no answer can make that; did '
                'you mean "reason.change_mind"?'
            ),
        ),
        (
            (
                'kind = "rows"\nto = "unthinkable"\n'
                'column = [{ id = "w", text = "T", kind = "prose", makes = "trigger" }]'
            ),
            'own.toml:14:42: kind is "prose", and makes = "trigger" takes line: who watches',
        ),
        (
            'kind = "yes-no"\nwhen = [{ path = "answers.q", is = ["yes"] }]',
            ('own.toml:13:37: "is" is "yes", and the answer at "answers.q" is one of true, false'),
        ),
        (
            'kind = "line"\nwhen = [{ path = "q", given = true }]',
            (
                'own.toml:13:18: path is "q", and there is no such path; the answer to "q" '
                'stands at "answers.q"'
            ),
        ),
        (
            'kind = "line"\nwhen = [{ path = "wibble", given = true }]',
            (
                'own.toml:13:18: path is "wibble", and there is no such path; the answer to a '
                'question stands at "answers." and its id, or where its "to" says'
            ),
        ),
        (
            'kind = "line"\nafter = "q"',
            (
                'own.toml:13:9: after is "q", which comes after this one itself; take one '
                '"after" out'
            ),
        ),
        (
            'kind = "party"',
            (
                'own.toml:12:8: kind is "party", which needs a field, as to = "by.lead"; or write '
                'kind = "line"'
            ),
        ),
        (
            'kind = "text"',
            (
                'own.toml:12:8: kind is "text", not one of line, prose, choice, several, moment, '
                'number, scale, yes-no, list, party, rows, harms; did you mean "line"?'
            ),
        ),
        (
            'kind = "choice"\nchoices = "a"',
            'own.toml:13:11: choices is the text "a", not a list; write it in brackets: ["a"]',
        ),
        (
            'kind = "line"\nquick = "yes"',
            (
                'own.toml:13:9: quick is the text "yes", not true or false; write true or false, '
                "without quotation marks"
            ),
        ),
        (
            'kind = "line"\nmost = "80"',
            (
                'own.toml:13:8: most is the text "80", not a whole number; write 80, without '
                "quotation marks"
            ),
        ),
        (
            'help = "H"',
            (
                'own.toml:8:1: the key "kind" is missing in the question "q"; write kind = "…", '
                "such as line, prose, choice or yes-no"
            ),
        ),
        (
            'kind = "line"\nquik = true',
            'own.toml:13:1: unknown key "quik"; did you mean "quick"?',
        ),
        (
            'kind = "line"\nwhen = [{ path = "title", is = [1.5] }]',
            'own.toml:13:33: "is" is the number 1.5, not text or a whole number or true or false',
        ),
    ],
)
def test_a_fault_names_the_value_and_what_would_do(own: str, fault: str) -> None:
    assert _faults(_question(own)) == (fault,)


def test_choices_left_out_are_those_of_the_field() -> None:
    (question,) = decode(
        _question('kind = "choice"\nto = "question.reversibility"'),
        name="own.toml",
        included=lambda _: None,
    ).questions

    assert question.choices == ("easy", "costly", "hard", "irreversible")


def test_a_newer_format_is_refused_before_anything_else() -> None:
    with pytest.raises(NewerFormatError, match="has format 2, and this version reads up to"):
        decode("format = 2\nnew_key = 1\n", name="own.toml", included=lambda _: None)


def test_a_set_takes_over_drops_replaces_and_puts_after() -> None:
    text = f"""{HEAD}
include = ["small"]
drop = ["s.undo"]

[[section]]
id = "ours"
title = "Ours"

[[question]]
id = "s.title"
text = "Another text"
kind = "line"
section = "decision"
to = "title"

[[question]]
id = "o.first"
text = "First?"
kind = "line"
section = "decision"
after = "s.court"

[[question]]
id = "o.second"
text = "Second?"
kind = "line"
section = "decision"
after = "s.court"

[[question]]
id = "o.chained"
text = "Chained?"
kind = "line"
section = "decision"
after = "o.first"

[[question]]
id = "o.last"
text = "Last?"
kind = "line"
section = "decision"

[[question]]
id = "o.ours"
text = "Ours?"
kind = "line"
section = "ours"
"""
    own = decode(text, name="own.toml", included=lambda _: small_set.QUESTIONS)

    assert own.key == "own/1"
    assert [section.id for section in own.sections] == ["decision", "harms", "ours"]
    assert [question.id for question in own.questions] == [
        "s.ask", "s.title", "s.court", "o.first", "o.chained", "o.second", "s.hearing",
        "s.who", "o.last", "s.risk", "s.tipped", "o.ours",
    ]  # fmt: skip
    assert own.questions[1].text == "Another text"


def test_a_team_s_own_set_wins_over_a_shipped_one() -> None:
    own = starting_set("ours").replace('"ours"', '"general"')
    own = own.replace('include = ["general"]', "include = []")
    folder = Folder({"questions/general.toml": own})

    found = question_sets.question_set(folder, "general/1")

    assert (found.title, len(found.questions)) == ("Our own questions", 9)
    assert question_sets.names(folder)[5] == ("general", "questions/general.toml")


def test_a_team_s_own_set_can_include_a_shipped_one() -> None:
    folder = Folder({"questions/ours.toml": starting_set("ours")})

    ours = question_sets.question_set(folder, "ours")
    general = question_sets.question_set(folder, "general")

    assert len(ours.questions) == len(general.questions) + 9


def test_sets_that_include_each_other_are_refused() -> None:
    folder = Folder(
        {
            "questions/a.toml": starting_set("a").replace('"general"', '"b"'),
            "questions/b.toml": starting_set("b").replace('"general"', '"a"'),
        }
    )

    with pytest.raises(question_sets.IncludingItselfError) as caught:
        question_sets.question_set(folder, "a")

    assert str(caught.value) == "the question set 'a' includes itself: a > b > a"


def test_an_unknown_set_names_what_was_probably_meant() -> None:
    with pytest.raises(question_sets.UnknownQuestionSetError) as caught:
        question_sets.question_set(None, "care-pan")

    assert str(caught.value) == "there is no question set 'care-pan'; did you mean 'care-plan'?"
    assert caught.value.hint.startswith("Choose one of: best-interests, care-plan, concern")


def test_a_file_that_is_no_text_is_a_fault_and_not_a_crash() -> None:
    folder = Folder({"questions/bad.toml": ""})
    folder.read = lambda _path: Blob(b"\xff\xfe")  # type: ignore[method-assign]  # bytes that are no text

    with pytest.raises(FaultyFileError):
        question_sets.question_set(folder, "bad")


@pytest.mark.parametrize("name", ["", "Ours", "../x", "a b", "ü", "a" * 41, "-a"])
def test_a_name_that_would_not_do_for_a_file_is_refused(name: str) -> None:
    with pytest.raises(OddNameError):
        starting_set(name)


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('title = "Own"', 'title = " "', "own.toml:4:9: title is empty; write what people call"),
        ('"Q?"', '""', "own.toml:10:8: text is empty; write what is asked"),
        ('id = "q"', 'id = ""', "own.toml:9:6: id is empty; write a short name of its own"),
        ('name = "own"', 'name = "won"', 'own.toml:2:8: name is "won", and the file is called own'),
        (
            "version = 1",
            'version = 1\ninclude = ["own"]',
            'own.toml:4:12: include is "own", which is',
        ),
        (
            "version = 1",
            'version = 1\ninclude = ["genral"]',
            'own.toml:4:12: include is "genral", and there is no such question set; did you mean',
        ),
    ],
)
def test_what_cannot_be_meant_is_told(before: str, after: str, fault: str) -> None:
    text = _question('kind = "line"').replace(before, after, 1)

    with pytest.raises(FaultyFileError) as caught:
        question_sets.read(None, text, name="own.toml", called="own")

    (line,) = caught.value.lines
    assert line.startswith(fault)


def test_a_question_behind_one_of_another_section_says_how_both_can_be() -> None:
    other = (
        '[[section]]\nid = "b"\ntitle = "B"\n'
        '[[question]]\nid = "r"\ntext = "R?"\nkind = "line"\nsection = "b"\nafter = "q"\n'
    )

    assert _faults(_question('kind = "line"') + other) == (
        (
            'own.toml:21:9: after is "q", which is in section "a"; '
            'write section = "a" here as well, or take "after" out'
        ),
    )


def test_a_starting_set_has_a_question_of_every_kind_that_a_team_needs() -> None:
    own = question_sets.read(None, starting_set("ours"), name="ours.toml", called="ours")
    mine = [one for one in own.questions if one.id.startswith("our.")]

    assert {one.kind.value for one in mine} == {
        "prose",
        "line",
        "choice",
        "yes-no",
        "moment",
        "number",
        "list",
        "rows",
    }


def test_a_starting_set_names_every_kind_and_what_a_question_can_say() -> None:
    text = starting_set("ours")

    assert [kind for kind in Kind if f'"{kind.value}"' not in text] == []
    assert [
        one for one in ("after", "default", "final", "given", "help", "to") if one not in text
    ] == []
