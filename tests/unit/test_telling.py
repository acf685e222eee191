from cases import revisions
from rationale_cli.codec.shipped import words
from rationale_cli.domain.telling.sentences import tell


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
        "New: different view X1 by health visitor, health: upheld",
        (
            "New: different view X2 by lead social worker, children's social care: "
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


def test_nothing_is_told_of_what_is_the_same() -> None:
    decision = revisions("alder")[0]

    assert tell(decision, decision, words()) == ()
