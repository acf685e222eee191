import msgspec
from hypothesis import given

from builders import make_decision
from cases import revisions
from evolutions import evolved
from rationale_cli.codec.shipped import words
from rationale_cli.domain.change import diff
from rationale_cli.domain.decision import Decision
from rationale_cli.domain.knowledge import Unknown
from rationale_cli.domain.people import Dissent, DissentStatus
from rationale_cli.domain.risk import Rating
from rationale_cli.domain.telling.sentences import tell
from strategies import edits, pairs


def test_the_worked_case_is_told_as_its_team_would_tell_it() -> None:
    first, *_, sixth, _ = revisions("alder")

    told = {
        section.heading: [one.text for one in section.sentences]
        for section in tell(first, sixth, words())
    }

    assert told["The decision"] == [
        (
            "Chosen option: A (Six-week s.38(6) placement with mother and partner) → "
            "B (Mother-and-baby residential unit)"
        ),
        (
            "Options: A chosen → rejected, B rejected → chosen, C parked → contingency, "
            "D rejected → contingency"
        ),
        "Mode: continue → stop and protect",
        "Status: proposed → decided",
    ]
    assert told["Harms"][1:] == [
        (
            "Risk R2, physical harm: not yet looked at → present, "
            "likelihood almost certain or happening (5), impact severe (4)"
        ),
        (
            "Risk R3, domestic abuse: not yet looked at → cannot be ruled out, "
            "likelihood possible (3), impact severe (4)"
        ),
    ]
    assert told["Who sees it differently"] == [
        "Raised: different view X1 by health visitor, health: upheld",
        (
            "Raised: different view X2 by lead social worker, children's social care: "
            "replied to, still open"
        ),
    ]
    assert [one.partition(",")[0] for one in told["What we know"]] == [
        f"New: thing known K{number}" for number in range(6, 13)
    ]
    assert told["What lets us"] == [
        "New: legal basis L6, duty, CA89-47, section 47 Children Act 1989",
        "New: legal basis L7, test, CA89-31, section 31(2), (9) and (10) Children Act 1989",
        (
            "New: legal basis L8, constraint, HRA98, section 6 and Schedule 1, Articles 6 and 8 "
            "Human Rights Act 1998"
        ),
    ]
    assert told["Who was not asked"] == [
        "Taken away: person not asked N1, police safeguarding officer, police",
        "Taken away: person not asked N2, nursery safeguarding lead, education",
        "Taken away: person not asked N3, independent reviewing officer, children's social care",
    ]


def test_a_number_that_changes_is_told_with_its_word_and_its_direction() -> None:
    third, fourth = revisions("alder")[2:4]

    told = [one.text for part in tell(third, fourth, words()) for one in part.sentences]

    assert (
        "Risk R2, physical harm: likelihood: unlikely (2) → likely (4), up; "
        "impact: severe (4) → catastrophic (5), up"
    ) in told


def test_a_rating_that_is_blank_tells_nothing_of_its_own() -> None:
    before = revisions("alder")[0]
    after = msgspec.structs.replace(before, rating=(Rating(id="B1", value="\u2028", role="IRO"),))

    (section,) = tell(before, after, words())

    assert [one.clauses for one in section.sentences] == [()]


def test_nothing_is_told_of_what_is_the_same() -> None:
    decision = revisions("alder")[0]

    assert tell(decision, decision, words()) == ()


@given(pairs() | edits())
def test_every_change_is_told_in_a_sentence_that_says_something(
    pair: tuple[Decision, Decision],
) -> None:
    before, after = pair

    sentences = [one for section in tell(before, after, words()) for one in section.sentences]

    told = [change for one in sentences for change in one.changes]
    assert all(change in told for change in diff(before, after))
    assert bool(sentences) is bool(diff(before, after))
    assert all(
        one.clauses or one.head.startswith(("New: ", "Raised: ", "Taken away: "))
        for one in sentences
    )
    assert all(clause.text.strip("“” ") for one in sentences for clause in one.clauses)


@given(pairs() | edits())
def test_an_evolution_tells_what_its_sentences_tell(pair: tuple[Decision, Decision]) -> None:
    before, after = pair

    lines = [
        line
        for chapter in evolved(before, after).chapters
        for group in chapter.groups
        for line in group.lines
    ]

    assert sorted(line.text for line in lines) == sorted(
        one.text for section in tell(before, after, words()) for one in section.sentences
    )


def test_an_answer_to_an_open_question_and_to_a_disagreement_is_told_as_one() -> None:
    before = make_decision(
        unknown=(Unknown(id="U1", question="Who else sleeps there?"),),
        dissent=(Dissent(id="X1", role="nurse", words="No.", status=DissentStatus.OPEN),),
        none=(),
    )
    asked, disagreed = before.unknown[0], before.dissent[0]
    after = msgspec.structs.replace(
        before,
        unknown=(msgspec.structs.replace(asked, answer="Her brother."),),
        dissent=(
            msgspec.structs.replace(
                disagreed, response="You were right.", status=DissentStatus.UPHELD
            ),
        ),
    )

    assert [one.text for part in tell(before, after, words()) for one in part.sentences] == [
        "Different view X1 by nurse: open → upheld",
        "Different view X1 by nurse: answered: “You were right.”",
        "Open question U1 (“Who else sleeps there?”): answered: “Her brother.”",
    ]


def test_what_an_item_is_called_is_told_before_and_after_when_it_changes() -> None:
    before = make_decision()
    option = msgspec.structs.replace(before.option[0], title="Open on Saturdays and Sundays")
    after = msgspec.structs.replace(before, option=(option, *before.option[1:]))

    assert [one.text for part in tell(before, after, words()) for one in part.sentences] == [
        "Option A: option: “Open on Saturdays [added: and Sundays]”"
    ]


def test_an_answer_that_becomes_another_kind_is_told_whole() -> None:
    """A team's own question may ask for a list in one version and for a text in the next."""
    before = make_decision(answers={"x.why": ["Calm at night."]})
    after = make_decision(answers={"x.why": "Calm at night, and by day."})

    (section,) = tell(before, after, words())

    assert [one.text for one in section.sentences] == [
        "X.why: “Calm at night.” → “Calm at night, and by day.”"
    ]
