"""CASE-ALDER: who has read what, and how reading lapses."""

from pathlib import Path

import pytest

from cases import CASES
from program import Outcome, Program

LEAD = "lead social worker@children's social care"
VISITOR = "health visitor@health"
READ = ("--for", VISITOR, "--via", "email", "--received", "26 March 2026 15:00", "--read")


class Alder(Program):
    """The case, step by step."""

    record: str = ""

    def step(self, name: str, now: str, *verb: str) -> None:
        answers = ("--answers", str(CASES / "alder" / f"{name}.toml"), "--by", LEAD)
        record = (self.record,) if self.record else ()
        done = self(*verb, *record, *answers, now=now)
        assert done.status == 0, done.err
        self.record = done.last[:6]

    def seen(self, now: str = "2026-04-02T09:00") -> dict[str, list[str]]:
        """Give the rows of ``seen``, the people by their role."""
        rows = [one.split("\t") for one in self("seen", self.record, now=now).out.splitlines()]
        return {row[1]: row[3:] for row in rows if row[0] == "reader"}


@pytest.fixture
def alder(tmp_path: Path) -> Alder:
    """The case up to its second revision, which the health visitor has read."""
    alder = Alder(tmp_path / "alder")
    alder("init", str(alder.folder), "--bare-minimum", "--by", LEAD, now="2026-03-24T09:00")
    alder.step("r1", "2026-03-24T16:10+00:00", "new", "--question-set", "care-plan")
    alder.step("r2", "2026-03-26T11:50+00:00", "amend")
    alder("share", alder.record, "--for", VISITOR, "--via", "email", now="2026-03-26T12:30")
    asked = ("--question", "Who is with her at night?", "--in-own-words", "You add a visit.")
    said = alder("reply", alder.record, *READ, *asked, now="2026-03-26T15:30")
    assert said.out == f"{alder.record} r2\n"
    return alder


def _corrected(alder: Alder, answers: str) -> Outcome:
    why = ("--because", "Spelling.", "--by", LEAD, "--answers", "-")
    return alder("correct", alder.record, *why, now="2026-03-27T09:00", stdin=answers)


def test_who_has_read_what_stands_is_not_waited_for_and_everybody_else_is(alder: Alder) -> None:
    seen = alder.seen()
    assert seen["health visitor"][:4] == ["read", "r2", "2026-03-26T12:30:00+00:00", "r2"]
    # Consulted, or told as a revision says, and never sent anything.
    assert seen["children's guardian"][0] == "not-shared"
    assert seen["team manager"][0] == "not-shared"


def test_a_later_revision_that_changes_what_matters_makes_reading_lapse(alder: Alder) -> None:
    alder.step("r3", "2026-04-01T17:05+01:00", "amend")
    assert alder.seen()["health visitor"] == [
        "lapsed", "r2", "2026-03-26T12:30:00+00:00", "r2", "2026-03-26T15:00:00+00:00", "1",
        "consulted,dissent,told,seen",
    ]  # fmt: skip
    shown = alder("show", alder.record, now="2026-04-02T09:00").out
    assert (
        "health visitor, health: Has read revision 2, 26 March 2026, 15:00, by e-mail. "
        "What matters has changed since, last in revision 3."
    ) in shown
    again = alder("reply", alder.record, *READ, "--revision", "3", now="2026-04-02T08:00")
    assert again.status == 0
    assert alder.seen()["health visitor"][0] == "read"


def test_a_correction_of_spelling_does_not(alder: Alder) -> None:
    text = alder("show", alder.record, "--toml").out
    assert "I cannot support overnight care by these two until checks are back." in text
    words = (
        "I have seen him grip her arm hard to stop her crying at two contacts, and I know nothing "
        "about him. I cannot support overnihgt care by these two until checks are back."
    )
    done = _corrected(alder, f'[[dissent]]\nid = "X1"\nwords = "{words}"\n')
    assert done.out == f"{alder.record} r3\n"
    assert alder.seen()["health visitor"][0] == "read"
    assert "Nothing that matters has changed since." not in alder("seen", alder.record).out
    done = _corrected(alder, '[[option]]\nid = "A"\ntitle = "Eight weeks with mother"\n')
    assert done.out == f"{alder.record} r4\n"
    assert alder.seen()["health visitor"][0] == "lapsed"


def test_what_changed_since_somebody_read(alder: Alder) -> None:
    alder.step("r3", "2026-04-01T17:05+01:00", "amend")
    since = alder("diff", alder.record, "--since-read", VISITOR)
    assert since.out.startswith(f"{alder.record}: from r2 to r3\n")
    assert since.out == alder("diff", alder.record, "2..3").out
    never = alder("diff", alder.record, "--since-read", "team manager@children's social care")
    assert never.status == 1
    assert "is not known to have read" in never.err
    assert f"rationale reply {alder.record} --for" in never.err
    both = alder("diff", alder.record, "1..2", "--since-read", VISITOR)
    assert both.status == 2


def test_a_briefing_says_who_has_seen_it_and_since_when_a_question_waits(alder: Alder) -> None:
    page = alder("brief", alder.record, "--format", "md", "-o", "-").out
    part = page[page.index("### Who has seen this") :]
    assert "Four of five people are not known to have read revision 2. One question waits." in part
    assert "Local authority lawyer, legal: Nothing is recorded as sent." in part
    told = "A revision says that they were told. Nothing is recorded as sent."
    assert f"Team manager, children's social care: {told}" in part
    assert "E4, health visitor, health, 26 March 2026, 15:00, about revision 2" in part
    assert "“You add a visit.”" in part
    before = alder(
        "brief", alder.record, "--format", "md", "-o", "-", "--as-of", "2026-03-26T12:00"
    )
    assert "You add a visit." not in before.out


def test_a_question_is_told_with_its_age(alder: Alder) -> None:
    """Thursday to Wednesday, over a weekend."""
    shown = alder("show", alder.record, now="2026-04-01T09:00").out
    assert "(waits for six days)" in shown
    data = alder("seen", alder.record, "--json", now="2026-04-01T09:00").out
    assert '"working_days": 4' in data


def test_nobody_is_said_to_have_understood(alder: Alder) -> None:
    told = alder("seen", alder.record).out + alder("show", alder.record).out
    assert "understood" not in told.lower()
