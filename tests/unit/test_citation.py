"""What people type becomes one provision of the library, or is said not to be known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rationale_cli.codec import law
from rationale_cli.domain.citing.citation import Citations
from rationale_cli.domain.provision import Provision

ROWS = law.provisions()
CITATIONS = Citations(ROWS)

EXACT = """
CA89-38-6 -> CA89-38-6
ca89-38-6 -> CA89-38-6
Ca89 38 6 -> CA89-38-6
CA 1989 s 38(6) -> CA89-38-6
CA 1989 s.38(6) -> CA89-38-6
CA 1989, s. 38 (6) -> CA89-38-6
CA1989 s38(6) -> CA89-38-6
s38(6)CA1989 -> CA89-38-6
CA89s38(6) -> CA89-38-6
CA'89 s38(6) -> CA89-38-6
CA s.38(6) -> CA89-38-6
CA 1989 38(6) -> CA89-38-6
s.38(6) -> CA89-38-6
s38(6) -> CA89-38-6
S.38(6). -> CA89-38-6
s 38 6 -> CA89-38-6
s38 6 -> CA89-38-6
s.38.6 -> CA89-38-6
s 38-6 -> CA89-38-6
sec 38(6) -> CA89-38-6
sect. 38(6) -> CA89-38-6
Section 38(6) -> CA89-38-6
SECTION 38 (6) -> CA89-38-6
§38(6) -> CA89-38-6
section 38 (6) of the Children Act 1989 -> CA89-38-6
s.38(6) of the Children Act 1989 -> CA89-38-6
section 38(6), Children Act 1989 -> CA89-38-6
Children Act 1989, section 38(6) -> CA89-38-6
Children Act 1989 s38(6) -> CA89-38-6
Children Act s.38(6) -> CA89-38-6
the Children Act 1989, s.38(6) -> CA89-38-6
under section 38(6) of the 1989 Act -> CA89-38-6
1989 Act s 38(6) -> CA89-38-6
subsection (6) of section 38 of the Children Act 1989 -> CA89-38-6
section 38, subsection 6, Children Act 1989 -> CA89-38-6
section 38 sub-section (6) CA 1989 -> CA89-38-6
s.38(7) -> CA89-38-7
CA89 s38(7A) -> CA89-38-7A
s.38(7a) CA 1989 -> CA89-38-7A
s 38 (7A) -> CA89-38-7A
s.38(7B) Children Act -> CA89-38-7B
s.38 -> CA89-38
s.38(1) CA 1989 -> CA89-38
section 38(2) -> CA89-38
section 38 of the 1989 Act -> CA89-38
s.47 -> CA89-47
s.47 Children Act 1989 -> CA89-47
s47 CA -> CA89-47
S47 -> CA89-47
section 47 -> CA89-47
section 47 enquiry -> CA89-47
s.47 enquiries -> CA89-47
CA 1989 s.47 -> CA89-47
section 37 report -> CA89-37
s.37 -> CA89-37
s.17 -> CA89-17
s17 CA 1989 -> CA89-17
s.46 -> CA89-46
s 46 Children Act -> CA89-46
s.44 CA89 -> CA89-44
s.45 CA89 -> CA89-44
ss.44 and 45 CA 1989 -> CA89-44
ss 44 & 45 Children Act 1989 -> CA89-44
s.20 CA 1989 -> CA89-20
s.20 agreement Children Act 1989 -> CA89-20
s.8 order CA 1989 -> CA89-8
s.1(3) Children Act 1989 -> CA89-1-3
s 1(1) CA89 -> CA89-1-1
s.1(5) CA 1989 -> CA89-1-5
s.31 -> CA89-31
s.31(2) -> CA89-31
s.31(2) and (9) CA 1989 -> CA89-31
s.31(2), (9) and (10) CA 1989 -> CA89-31
s.31A -> CA89-31A
section 31ZA -> CA89-31ZA
s31ZA CA 1989 -> CA89-31ZA
s.32 CA 1989 -> CA89-32
s.22C -> CA89-22C
s.22(3)-(5) CA 1989 -> CA89-22
s.22(3)–(5) Children Act 1989 -> CA89-22
s 22(4) CA 1989 -> CA89-22
s.14A CA 1989 -> CA89-14A
s.26 CA 1989 -> CA89-25A
s.97(2) CA 1989 -> CA89-97
s.98 CA 1989 -> CA89-97
s.23 CA 1989 -> CA89-23
s.1 ACA 2002 -> ACA02-1
section 1 of the Adoption and Children Act 2002 -> ACA02-1
ACA 2002 s.52 -> ACA02-52
s.52 -> ACA02-52
s.19 ACA -> ACA02-18-20
ss.18-20 ACA 2002 -> ACA02-18-20
ss. 21 and 22 Adoption and Children Act 2002 -> ACA02-21-22
Adoption Act 2002 s.22 -> ACA02-21-22
s.10 Children Act 2004 -> CA04-10
CA04 s.11 -> CA04-11
s.11 CA 2004 -> CA04-11
s.16E CA 2004 -> CA04-16E
s16LA CA2004 -> CA04-16LA
s.1 CSWA 2017 -> CSWA17-1
HRA article 8 -> HRA98
Art 8 ECHR -> HRA98
art. 8 -> HRA98
Article 8 -> HRA98
Article 8 of the European Convention on Human Rights -> HRA98
Article 6 ECHR -> HRA98
Arts 6 and 8 HRA 1998 -> HRA98
s.6 HRA 1998 -> HRA98
s.6 Human Rights Act 1998 -> HRA98
HRA -> HRA98
MCA -> MCA05
s.4 MCA 2005 -> MCA05
s.4 of the Mental Capacity Act 2005 -> MCA05
ss.1-5 MCA 2005 -> MCA05
s.149 Equality Act 2010 -> EA10-149
s149 EqA 2010 -> EA10-149
Equality Act s.149 -> EA10-149
Sch 1 para 18 DPA 2018 -> DPA18
paragraph 18 of Schedule 1 to the Data Protection Act 2018 -> DPA18
FPR 12.73 -> FPR-12.73
r.12.73 FPR 2010 -> FPR-12.73
rule 12.73 -> FPR-12.73
PD 12G -> FPR-12.73
FPR PD12G -> FPR-12.73
Practice Direction 12G -> FPR-12.73
CPR-17 -> CPR-17
reg 17 CPPCR -> CPR-17
reg. 17 CPPCR 2010 -> CPR-17
reg 17 -> CPR-17
regulation 17 of the Care Planning, Placement and Case Review (England) Regulations 2010 -> CPR-17
Regulation 17, Care Planning, Placement and Case Review Regulations 2010 -> CPR-17
Care Planning Regulations 2010 reg 17 -> CPR-17
Care Planning Regs 2010, reg 17 -> CPR-17
2010 Regulations reg 17 -> CPR-17
regs 15-17 CPPCR -> CPR-17
regs 15 to 17 and Sch 3 CPPCR 2010 -> CPR-17
Sch 3 CPPCR 2010 -> CPR-17
reg 18 CPPCR -> CPR-18
reg 24 -> CPR-24
reg 28 CPPCR 2010 -> CPR-28
regs 49 and 50 CPPCR 2010 -> CPR-50
Re B-S -> RE-B-S
re b-s -> RE-B-S
Re BS -> RE-B-S
Re: B-S -> RE-B-S
In re B-S -> RE-B-S
re b-s 2013 -> RE-B-S
Re B-S [2013] -> RE-B-S
Re B–S (Children) -> RE-B-S
Re B-S [2013] EWCA Civ 1146 -> RE-B-S
Re B-S (Children) (Adoption: Leave to Oppose) [2013] EWCA Civ 1146 -> RE-B-S
B-S (Children), Re [2013] EWCA Civ 1146 -> RE-B-S
[2013] EWCA Civ 1146 -> RE-B-S
2013 EWCA Civ 1146 -> RE-B-S
Re B 2013 -> RE-B
Re B [2013] UKSC 33 -> RE-B
In re B (A Child) [2013] UKSC 33 -> RE-B
[2013] UKSC 33 -> RE-B
Re G 2013 -> RE-G-LIN
Re G [2013] EWCA Civ 965 -> RE-G-LIN
Re G 2003 -> RE-G-03
[2003] EWHC 551 (Fam) -> RE-G-03
[2003] EWHC 551 -> RE-G-03
[2003] EWHC Fam 551 -> RE-G-03
Re G 2005 -> KENT-V-G
Kent County Council v G -> KENT-V-G
Kent CC v G -> KENT-V-G
Kent v. G and others [2005] UKHL 68 -> KENT-V-G
Re H-W -> RE-HW
Re HW 2022 -> RE-HW
[2022] UKSC 17 -> RE-HW
Re F [2018] EWCA Civ 2761 -> RE-F-RISK
Re A [2015] EWFC 11 -> RE-A-FACT
[2002] EWHC 1379 (Fam) -> RE-L-02
Schedule 1, paragraph 18 -> DPA18
Schedule 1, Article 8 HRA 1998 -> HRA98
"""
"""What says neither more nor less than one row."""

LOOSE = """
s.47(1)(b) CA 1989 -> CA89-47
Section 47(1), Children Act 1989 -> CA89-47
s.25B CA 1989 -> CA89-25A
s.3 MCA -> MCA05
s.52(1)(b) ACA 2002 -> ACA02-52
Regulation 28(4) CPPCR 2010 -> CPR-28
reg 28 para 4 CPPCR -> CPR-28
reg 34 CPPCR -> CPR-33
Article 8(2) ECHR -> HRA98
Equality Act 2010 -> EA10-149
[2013] EWCA Civ 1146 at [23] -> RE-B-S
EWCA Civ 1146 -> RE-B-S
Re B -> RE-B
Re C -> RE-C-INT
police protection -> CA89-46
threshold -> CA89-31
38(6) direction -> CA89-38-6
PWP -> CPR-17
welfare checklist -> CA89-1-3
nothing else will do -> RE-B
DPA 2018 Schedule 1 -> DPA18
s.38(6 -> CA89-38-6
s.38)6( -> CA89-38-6
"""
"""What means one row, and says a part of it, more than it, or nothing that is sure."""

SEVERAL = """
s.10 -> CA89-10 CA04-10
s.20 -> CA89-20 ACA02-18-20
s.8 -> CA89-8 CSWA17-1
s.1 CA 1989 -> CA89-1-1 CA89-1-2 CA89-1-3 CA89-1-5
CA s.10 -> CA89-10 CA04-10
Children Act, section 10 -> CA89-10 CA04-10
38(6) -> CA89-38-6 CPR-33
s.44 and s.46 CA 1989 -> CA89-44 CA89-46
s.38(6) and (7) -> CA89-38-6 CA89-38-7
ss.31 and 38 CA 1989 -> CA89-31 CA89-38
Re G -> RE-G-LIN KENT-V-G RE-G-03
"""
"""What means several rows, which are all named."""

UNKNOWN = """
s.38(8)
s.38(5) CA 1989
s.31(5) CA 1989
s.999
s.48 CA 1989
s.2 Children Act 1989
s.38(6) Children Act 2004
s.38(6) ACA 2002
s.47 HRA 1998
s.17 CPPCR
reg 38(6) CA 1989
reg 60 CPPCR
reg 3 CPPCR 2010
art 38 CA 1989
Article 3 ECHR
Art 5
Sch 2 DPA 2018
Sch 1 para 8 DPA 2018
FPR 12.74
PD 12J
CA 1990 s.38
CA 1998 s 38(6)
Children Act 1975 s.1
Children and Families Act 2014 s.13
Care Act 2014 s.42
Children (Scotland) Act 1995 s.25
Social Services and Well-being (Wales) Act 2014 s.76
Children and Young Persons Act 2008 s.8
Domestic Abuse Act 2021 s.3
Mental Health Act 1983 s.117
CPR Part 35
CPR 35.4
CPR r.35
Re B-S 2014
Re B-S [2014] 1 WLR 563
[2013] EWCA Civ 1147
[2012] EWCA Civ 1146
[2013] EWCA Crim 1146
[2013] EWHC 1146 (Fam)
Re X [2013] EWCA Civ 1146
Re X
Re W (Children)
Re B 2008
Re G 2010
Surrey v B
s.
section
s.(6)
(6)
47
38 6
1989
Act
of the
the
s.38(6) or what the lawyer said
section thirty-eight
CA89-99
RE-
legal advice
court order of last week
local policy 7
-
?
"""
"""What is not in the library: never taken for something that is."""


def _table(text: str) -> list[tuple[str, tuple[str, ...]]]:
    lines = (line.partition(" -> ") for line in text.strip().splitlines())
    return [(typed, tuple(ids.split())) for typed, _, ids in lines]


def _ids(typed: str) -> tuple[str, ...]:
    return tuple(one.id for one in CITATIONS.read(typed).found)


def test_the_table_is_long_enough() -> None:
    lines = {
        line for table in (EXACT, LOOSE, SEVERAL, UNKNOWN) for line in table.strip().splitlines()
    }

    assert len(lines) > 250
    assert len(UNKNOWN.strip().splitlines()) > 60


@pytest.mark.parametrize(("typed", "ids"), _table(EXACT))
def test_a_citation_that_says_one_provision_is_that_one(typed: str, ids: tuple[str, ...]) -> None:
    found = CITATIONS.read(typed)

    assert (_ids(typed), found.is_exact) == (ids, True)


@pytest.mark.parametrize(("typed", "ids"), _table(LOOSE))
def test_a_citation_that_says_less_or_more_is_known_and_not_exact(
    typed: str, ids: tuple[str, ...]
) -> None:
    found = CITATIONS.read(typed)

    assert (_ids(typed), found.is_exact) == (ids, False)


@pytest.mark.parametrize(("typed", "ids"), _table(SEVERAL))
def test_where_several_fit_all_are_named_and_none_is_chosen(
    typed: str, ids: tuple[str, ...]
) -> None:
    found = CITATIONS.read(typed)

    assert (_ids(typed), found.one, found.is_exact) == (ids, None, False)


@pytest.mark.parametrize("typed", UNKNOWN.strip().splitlines())
def test_what_is_not_in_the_library_is_unknown(typed: str) -> None:
    assert _ids(typed) == ()


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("s.17 CPPCR", ("CPR-17",)),
        ("s.31(5) CA 1989", ("CA89-31",)),
        ("Re B-S 2014", ("RE-B-S",)),
        ("Re X [2013] EWCA Civ 1146", ("RE-B-S",)),
        ("police protecton", ("CA89-46",)),
        ("s.999", ()),
        ("local policy 7", ()),
    ],
)
def test_the_nearest_are_told_where_nothing_fits(typed: str, near: tuple[str, ...]) -> None:
    assert tuple(one.id for one in CITATIONS.read(typed).near) == near


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_row_is_found_by_what_it_says_of_itself(row: Provision) -> None:
    read = {text: CITATIONS.read(text) for text in (row.id, row.short, row.citation, row.name)}

    assert {text: [one.id for one in found.found] for text, found in read.items()} == {
        text: [row.id] for text in read
    }
    for text in row.spellings:
        assert row in CITATIONS.read(text).found, text


def test_a_row_of_the_team_is_found_like_any_other() -> None:
    text = """
        format = 1
        [[act]]
        name = "Visiting Standards 2025"
        spellings = ["the Standards"]
        [[provision]]
        id = "OUR-7"
        citation = "Visiting Standards 2025, paragraph 7"
        plain = "Two go."
        spellings = ["two-person visits"]
        [[provision]]
        id = "OUR-47"
        citation = "Children Act 1989, section 47(1)"
        plain = "Ask at once."
    """
    citations = Citations((*law.decode(text, name="law/ours.toml"), *ROWS))

    read = {
        typed: [one.id for one in citations.read(typed).found]
        for typed in ("our-7", "Two person visits", "s.47(1) CA 1989", "s.47", "the Standards")
    }

    assert read == {
        "our-7": ["OUR-7"],
        "Two person visits": ["OUR-7"],
        "s.47(1) CA 1989": ["OUR-47"],
        "s.47": ["CA89-47"],
        "the Standards": ["OUR-7"],
    }


_WORDS = sorted({word for row in ROWS for word in f"{row.citation} {row.short}".split()})
_SIGNS = ("(", ")", "[", "]", "-", "–", "/", ",", ".", "§", "s", "ss", "Sch", "para", "v", "re")
_ODD = ("38", "6", "7A", "1989", "9" * 20, "²", "٣", "é", "\x00", "\n", " ")
_PIECES = st.sampled_from((*_WORDS, *_SIGNS, *_ODD))


@given(st.one_of(st.text(), st.lists(_PIECES).map(" ".join), st.lists(_PIECES).map("".join)))
def test_whatever_is_typed_is_read_without_a_crash_and_into_the_library_alone(typed: str) -> None:
    found = CITATIONS.read(typed)

    assert {*found.found, *found.near} <= set(ROWS)
    assert not found.is_exact or len(found.found) == 1
    assert not (found.found and found.near)
    assert found == Citations(ROWS).read(typed)


@pytest.mark.parametrize("typed", ["s" * 100_000, "(" * 5_000, "9" * 5_000, "s.1 and " * 2_000])
def test_a_long_text_is_no_citation(typed: str) -> None:
    assert CITATIONS.read(typed).found == ()
