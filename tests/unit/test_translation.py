from pathlib import Path

import pytest

from brackets import bracketed
from question_files import Folder
from rationale_cli.codec import shipped
from rationale_cli.codec.faulty import FaultyFileError, NewerFormatError
from rationale_cli.domain.questions.question import QuestionSet
from rationale_cli.domain.translating.translation import Named, named
from rationale_cli.services import question_sets, translating
from rationale_cli.services.question_sets import Lay, UnknownQuestionSetError
from rationale_cli.services.starting_set import TakenNameError, starting_set
from rationale_cli.services.translating import Asked, OddLanguageError

GENERAL = """
title = "Gener"

[section]
decision = "Disigo"

[question."g.ask"]
text = "Quo disi?"

[question."g.voice".column.age_band]
help = "Ano."

[question."g.audience".choice]
family = "famil"
"""

INTERVIEW = """
[plain]
greeting = "Tipa ?."
not_taken = "Ne prendi {message}."
"""

WORDS = """
[value.month]
4 = "Ventre"

[noun]
option = ["opcio", "opcii"]

[field]
status = "Stato"
"""

HARMS = """
[[harm]]
code = "neglect"
name = "neglijo"
ask = "Neglijo?"
"""

FOLDER = Folder(
    {
        "questions/general.zz.toml": GENERAL,
        "questions/interview.zz.toml": INTERVIEW,
        "questions/words.zz.toml": WORDS,
        "questions/harms.zz.toml": HARMS,
    }
)
"""A folder in a small language that nobody speaks."""


def _asked(folder: Folder | None, name: str, language: str = "zz") -> Asked:
    spoken = translating.speech(folder, language)

    def read(*, lay: Lay) -> QuestionSet:
        return question_sets.question_set(folder, name, lay=lay)

    return translating.asked(spoken, folder, read)


def _faults(text: str, of: str, folder: Folder | None = None) -> tuple[str, ...]:
    with pytest.raises(FaultyFileError) as caught:
        translating.check(folder, Named(of, "zz"), text, name="t.toml")
    return caught.value.lines


def test_a_set_is_asked_in_its_language_and_in_english_where_there_are_no_texts() -> None:
    english = question_sets.question_set(None, "general")
    found = _asked(FOLDER, "general").questions

    assert (found.title, found.purpose) == ("Gener", english.purpose)
    assert [one.title for one in found.sections[:2]] == ["Disigo", english.sections[1].title]
    ask, why = (next(one for one in found.questions if one.id == id_) for id_ in ("g.ask", "g.why"))
    assert (ask.text, ask.help) == ("Quo disi?", english.questions[0].help)
    assert why in english.questions


def test_a_column_and_a_choice_have_texts_of_their_own() -> None:
    found = _asked(FOLDER, "general")

    voice = next(one for one in found.questions.questions if one.id == "g.voice")
    assert voice.columns[0].help == "Ano."
    words = found.speech.vocabulary.words
    assert words.value("handling.audiences", "family") == "famil"
    assert words.value("handling.audiences", "court") == "court"


def test_what_is_said_besides_is_laid_over_the_english() -> None:
    english, found = shipped.vocabulary(), translating.speech(FOLDER, "zz").vocabulary

    assert found.texts("plain.greeting") == "Tipa ?."
    assert found.texts("plain.kept") == english.texts("plain.kept")
    assert found.words.value("month", 4) == "Ventre"
    assert found.words.noun("option", 2) == "opcii"
    assert found.words.field("status") == "Stato"
    (neglect,) = (one for one in found.harms if one.code == "neglect")
    (before,) = (one for one in english.harms if one.code == "neglect")
    assert (neglect.name, neglect.ask, neglect.help) == ("neglijo", "Neglijo?", before.help)
    assert neglect.ages == before.ages
    assert found.words.harm("neglect") == "neglijo"


def test_a_set_that_includes_another_is_asked_with_its_texts() -> None:
    folder = Folder({**FOLDER.files, "questions/ours.toml": starting_set("ours")})

    found = _asked(folder, "ours").questions

    assert found.questions[0].text == "Quo disi?"
    assert found.title == "Our own questions"


def test_a_set_can_say_an_included_question_in_words_of_its_own() -> None:
    folder = Folder(
        {
            **FOLDER.files,
            "questions/care-plan.zz.toml": '[question."g.ask"]\ntext = "Quo pro infano?"\n',
        }
    )

    assert _asked(folder, "care-plan").questions.questions[0].text == "Quo pro infano?"
    assert _asked(folder, "reunification").questions.questions[0].text == "Quo disi?"


def test_a_translation_changes_nothing_but_texts() -> None:
    """Ids, kinds, conditions and order are the program's and the set's."""
    said = _asked(FOLDER, "general").questions
    english = question_sets.question_set(None, "general")

    assert [(one.id, one.kind, one.to, one.when, one.choices) for one in said.questions] == [
        (one.id, one.kind, one.to, one.when, one.choices) for one in english.questions
    ]


@pytest.mark.parametrize("language", ["en", "yy", "../zz", ""])
def test_a_language_without_texts_is_english(language: str) -> None:
    found = _asked(FOLDER, "general", language)

    assert found.questions == question_sets.question_set(None, "general")
    assert found.speech.vocabulary == shipped.vocabulary()
    assert not found.speech.is_there


def test_a_broken_text_is_said_in_english_and_the_others_are_not_lost() -> None:
    folder = Folder(
        {
            **FOLDER.files,
            "questions/general.zz.toml": GENERAL + '\n[question."g.nope"]\ntext = "X"\n',
            "questions/interview.zz.toml": INTERVIEW.replace("{message}", "{mesajo}"),
            "questions/words.zz.toml": "no = toml = at all",
        }
    )

    found = _asked(folder, "general")

    assert found.questions.questions[0].text == "Quo disi?"
    texts = found.speech.vocabulary.texts
    assert texts("plain.greeting") == "Tipa ?."
    assert texts("plain.not_taken", message="x") == "Not taken: x."
    assert found.speech.vocabulary.words.value("month", 4) == "April"
    assert found.speech.broken == ("words.zz", "interview.zz", "general.zz")


def test_every_fault_of_a_set_s_translation_is_told_with_its_place() -> None:
    text = """title = 3
purpos = "P"
version = 2

[section]
decison = "D"
day = ""

[question."g.aks"]
text = "?"

[question."g.ask"]
text = ["a"]
kind = "line"

[question."g.voice".column.age_bnd]
text = "?"

[question."g.voice".column.age_band.choice]
adult = "A"

[question."g.audience".choice]
famly = "F"
"""

    assert _faults(text, "general") == (
        "t.toml:1:9: title is the number 3, not text",
        't.toml:2:1: unknown key "purpos"; did you mean "purpose"?',
        't.toml:3:1: "version" is no text, and no translation can change it',
        't.toml:6:1: there is no section "decison"; did you mean "decision"?',
        "t.toml:7:7: day is empty; take the line out, and the English text is said",
        't.toml:9:1: there is no question "g.aks"; did you mean "g.ask"?',
        "t.toml:13:8: text is a list, not text",
        't.toml:14:1: "kind" is no text, and no translation can change it',
        't.toml:16:1: there is no column "age_bnd"; did you mean "age_band"?',
        't.toml:19:1: unknown key "choice"',
        't.toml:23:1: there is no choice "famly"; did you mean "family"?',
    )


@pytest.mark.parametrize(
    ("of", "text", "fault"),
    [
        (
            "interview",
            '[plain]\nnot_taken = "Nein."\n',
            't.toml:2:13: not_taken lacks {message}; the English text is "Not taken: {message}."',
        ),
        (
            "interview",
            '[show]\nquestion = "{number} / {total} {totl}"\n',
            (
                "t.toml:2:12: question holds {totl}, and the English text has only "
                "{number} and {total}"
            ),
        ),
        (
            "interview",
            '[plain]\nkept = "{x}"\n',
            "t.toml:2:8: kept holds {x}, and the English text has no such place",
        ),
        (
            "interview",
            '[plain]\ngreetin = "x"\n',
            't.toml:2:1: unknown key "greetin"; did you mean "greeting"?',
        ),
        (
            "words",
            '[noun]\noption = "opcio"\n',
            ("t.toml:2:10: option is not a list of two texts: what one is called, and several"),
        ),
        ("words", '[noun]\nopton = ["a", "b"]\n', None),
        (
            "words",
            '[value."risk.status"]\npresnt = "x"\n',
            't.toml:2:1: unknown key "presnt"; did you mean "present"?',
        ),
        (
            "harms",
            '[[harm]]\ncode = "neglct"\n',
            't.toml:2:8: code there is no kind of harm "neglct"; did you mean "neglect"?',
        ),
        (
            "harms",
            '[[harm]]\nname = "x"\n',
            't.toml:1:1: the key "code" is missing',
        ),
        (
            "harms",
            '[[harm]]\ncode = "neglect"\n[[harm]]\ncode = "neglect"\n',
            't.toml:4:8: code "neglect" stands twice',
        ),
        ("harms", 'harm = "x"\n', 't.toml:1:8: harm is the text "x", not a table of texts'),
        ("general", "format = true\n", "t.toml:1:10: format is not a whole number"),
        (
            "general",
            "title = \n",
            't.toml:1:9: there is no value behind the = sign; write one, as "…"',
        ),
    ],
)
def test_a_fault_quotes_what_was_written_and_what_would_do(
    of: str, text: str, fault: str | None
) -> None:
    wanted = fault or 't.toml:2:1: there is no list "opton"; did you mean "option"?'

    assert _faults(text, of) == (wanted,)


def test_a_later_format_is_refused_before_anything_else() -> None:
    with pytest.raises(NewerFormatError, match="has format 2, and this version reads up to"):
        translating.check(None, Named("general", "zz"), "format = 2\nx = 1\n", name="t.toml")


@pytest.mark.parametrize("name", ["words", "harms", "interview", *shipped.question_set_names()])
def test_the_file_one_begins_with_holds_every_text_commented_out(name: str) -> None:
    begun = translating.begun(None, Named(name, "zz"))
    count = len(translating.own(None, Named(name, "zz")))

    said = (
        translating.check(None, Named(name, "zz"), text, name="t")
        for text in (begun, bracketed(begun))
    )

    assert [(one.texts, one.of) for one in said] == [(0, count), (count, count)]


def test_only_what_a_set_says_itself_is_to_be_translated_with_it() -> None:
    begun = translating.begun(None, Named("care-plan", "zz"))

    assert '[question."cp.stage"]\n# text = "' in begun
    assert '[question."g.voice".column.voice]' in begun
    assert "g.why" not in begun


def test_what_is_translated_already_stays_in_the_file_one_begins_with() -> None:
    begun = translating.begun(None, Named("words", "zz"), WORDS)

    assert '\n4 = "Ventre"\n# 5 = "May"\n' in begun
    assert '\noption = ["opcio", "opcii"]\n' in begun


def test_a_shipped_translation_is_found_beside_the_shipped_file(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "words.zz.toml").write_text(WORDS)
    (tmp_path / "questions" / "general.zz.toml").write_text(GENERAL)

    found = [
        shipped.translation_text(Named(name, "zz"), library=tmp_path)
        for name in ("words", "general", "harms")
    ]

    assert found == [WORDS, GENERAL, None]


def test_the_name_of_a_translation_is_the_name_of_no_set() -> None:
    names = [one.name for one in question_sets.names(FOLDER)]

    assert [name for name in names if "." in name] == []
    assert [str(one) for one in translating.names(FOLDER)] == [
        "general.zz",
        "harms.zz",
        "interview.zz",
        "words.zz",
    ]


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("care-plan.cy", Named("care-plan", "cy")),
        ("words.pt-BR", Named("words", "pt-BR")),
        ("care-plan", None),
        ("ours.v2", None),
        (".cy", None),
        ("ours.", None),
    ],
)
def test_a_file_name_says_what_is_translated_into_which_language(
    stem: str, found: Named | None
) -> None:
    assert named(stem) == found


def test_nothing_else_can_be_translated() -> None:
    with pytest.raises(UnknownQuestionSetError) as unknown:
        translating.begun(None, Named("wrods", "zz"))
    with pytest.raises(OddLanguageError, match="'Welsh' names no language"):
        translating.begun(None, Named("words", "Welsh"))

    assert str(unknown.value) == "there is no question set 'wrods'; did you mean 'words'?"


@pytest.mark.parametrize("name", ["words", "harms", "interview"])
def test_a_set_cannot_have_the_name_of_other_texts(name: str) -> None:
    with pytest.raises(TakenNameError):
        starting_set(name)


def test_a_team_s_own_set_is_not_told_in_texts_of_a_shipped_one() -> None:
    """What a team calls 'general' may ask something else."""
    own = starting_set("ours").replace('"ours"', '"general"').replace('["general"]', "[]")
    folder = Folder({**FOLDER.files, "questions/general.toml": own})

    found = _asked(folder, "general")

    assert found.questions.title == "Gener"
    assert found.speech.broken == ("general.zz",)
