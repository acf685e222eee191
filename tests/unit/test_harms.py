"""Kinds of harm: the shipped words that may speak of one, and a team's own rows."""

import re
from pathlib import Path

import pytest

from builders import make_decision
from rationale_cli.codec import harms, settings, shipped
from rationale_cli.codec.faulty import FaultyFileError
from rationale_cli.domain.harm import Harm, due_for, joined
from rationale_cli.domain.knowledge import Known
from rationale_cli.domain.people import AgeBand, Person
from rationale_cli.domain.spoken import spoken, spoken_in
from rationale_cli.domain.telling.speaking import speaks

FORMAT = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
SHIPPED = shipped.harms()


def test_every_kind_of_harm_that_a_person_may_suffer_has_words_that_speak_of_it() -> None:
    assert [one.code for one in SHIPPED if not one.signs] == ["people", "service", "rights"]


@pytest.mark.parametrize("harm", [one for one in SHIPPED if one.signs], ids=lambda one: one.code)
def test_signs_are_small_and_stand_once(harm: Harm) -> None:
    assert [one for one in harm.signs if one != one.casefold().strip()] == []
    assert len(set(harm.signs)) == len(harm.signs)


def test_several_who_speak_of_one_harm_are_told_together() -> None:
    texts = ("A bruise.", "He hit\nher.", "Bruised again.", "A black  eye.", "Nothing.")
    known = tuple(Known(id=f"K{n}", text=text) for n, text in enumerate(texts, start=1))
    person = Person(id="P1", voice="Dad hits me.")

    (found,) = spoken(make_decision(known=known, person=(person,), none=()), SHIPPED)

    assert [(one.path, one.word) for one in found.voices] == [
        ("person.P1.voice", "hits"),
        ("known.K1.text", "bruise"),
        ("known.K2.text", "hit"),
        ("known.K3.text", "Bruised"),
        ("known.K4.text", "black eye"),
    ]
    assert speaks(found, shipped.words()) == (
        "The voice of P1 speaks of “hits”, K1 of “bruise” and K2 of “hit” (2 more say the like); "
        "nobody has looked at physical harm."
    )


def test_one_more_voice_says_the_like() -> None:
    known = tuple(Known(id=f"K{number}", text="A bruise.") for number in range(1, 5))
    (found,) = spoken(make_decision(known=known, none=()), SHIPPED)

    assert "K1, K2 and K3 speak of “bruise” (1 more says the like); " in speaks(
        found, shipped.words()
    )


def test_what_the_settings_name_is_due_for_everybody() -> None:
    baby = make_decision(person=(Person(id="P1", age_band=AgeBand.UNDER_1),), none=())
    found = settings.decode('format = 1\n[harms]\nalso = ["radicalisation", "fires"]\n')

    due = [one.code for one in due_for(baby, joined(SHIPPED, (), found.harms.also))]

    assert [one for one in due if one not in {each.code for each in due_for(baby, SHIPPED)}] == [
        "radicalisation",
        "fires",
    ]


def test_a_row_of_the_team_stands_in_the_place_of_a_shipped_one() -> None:
    ours = Harm(code="physical", name="hurt", ask="Hurt: by whom?")

    found = joined(SHIPPED, (ours, Harm(code="fires", name="fires", ask="Fires?")), ())

    assert (found[0], found[-1].code, len(found)) == (ours, "fires", len(SHIPPED) + 1)


def test_the_document_shows_every_key_of_a_row_and_the_setting() -> None:
    (text,) = re.findall(r"(?ms)^```toml harms\n(.*?)^```$", FORMAT)
    (setting,) = re.findall(r"(?ms)^```toml settings\n(.*?)^```$", FORMAT)

    (found,) = harms.decode(text, name="docs/format.md")

    keys = {line.partition(" = ")[0] for line in text.splitlines() if " = " in line}
    assert keys == {"format", *Harm.__struct_fields__}
    assert found.signs == ("burnt", "matches", "set fire")
    assert settings.decode(f"format = 1\n{setting}").harms.also[0] == "radicalisation"


FAULTS = {
    "code": ('code = "Fire Setting"', 'is "Fire Setting", not a code such as domestic-abuse'),
    "age": ('ages = ["teen"]', 'is "teen", not an age band such as 5-9'),
    "key": ("due = true", "due"),
    "empty": ('name = " "', "says nothing"),
}


@pytest.mark.parametrize(("line", "told"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_its_line(line: str, told: str) -> None:
    row = {"code": '"fires"', "name": '"fires"', "ask": '"Fires?"'}
    key, _, value = line.partition(" = ")
    rows = "\n".join(f"{name} = {text}" for name, text in {**row, key: value}.items())

    with pytest.raises(FaultyFileError) as caught:
        harms.decode(f"format = 1\n[[harm]]\n{rows}\n", name="harms/ours.toml")

    assert re.fullmatch(rf"harms/ours\.toml:\d+:\d+: .*{re.escape(told)}.*", caught.value.lines[0])


def test_a_code_stands_once_in_a_file() -> None:
    row = '[[harm]]\ncode = "fires"\nname = "fires"\nask = "Fires?"\n'

    with pytest.raises(FaultyFileError) as caught:
        harms.decode(f"format = 1\n{row}{row}", name="harms/ours.toml")

    assert '"fires" stands twice in this file' in caught.value.lines[0]


def test_what_was_typed_and_is_no_list_of_harms_names_none() -> None:
    said = {"id": "X1", "words": "A second phone."}
    found = spoken_in({"dissent": [{**said, "harms": True}]}, SHIPPED)

    assert found == spoken_in({"dissent": [said]}, SHIPPED) != ()
