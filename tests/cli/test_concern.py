"""CASE-ALDER's concern, step by step with the commands that a user types."""

import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cases import CASES
from program import Outcome, Program

LEAD = "lead social worker@children's social care"
MANAGER = "team manager@children's social care"
PHONED = ("--for", "health visitor@health", "--via", "phone")


class Played(NamedTuple):
    """The case as it was played.

    Attributes:
        done: What each step left behind, by its number.
        shown: What ``concern show --json`` said just after it.
        told: What ``concern show`` said then.
        checked: What ``check`` of the decision said then.
        above: What ``show`` of the decision began with.
        briefing: What ``brief`` wrote as Markdown.
    """

    program: Program
    record: str
    concern: str
    done: dict[int, Outcome]
    shown: dict[int, Any]
    told: dict[int, str]
    checked: dict[int, Outcome]
    above: dict[int, list[str]]
    briefing: dict[int, str]


# The numbers are those of the case; the steps between them are revisions of the decision.
STEPS = (
    (4, "2026-03-30T09:30+01:00", ("concern", "advance"), "concern-1-stage-1", LEAD, PHONED),
    (5, "2026-04-01T16:20+01:00", ("concern", "advance"), "concern-1-stage-2", LEAD, PHONED),
    (6, "2026-04-01T17:05+01:00", ("amend",), "r3", LEAD, ()),
    (7, "2026-04-02T12:00+01:00", ("concern", "pause"), "concern-1-pause", MANAGER, ()),
    (8, "2026-04-09T18:55+01:00", ("reassess",), "r4", LEAD, ()),
    (9, "2026-04-13T10:00+01:00", ("concern", "restart"), "concern-1-restart", LEAD, PHONED),
    (10, "2026-04-14T14:40+01:00", ("reassess", "--kind", "reverse"), "r5", LEAD, ()),
    (11, "2026-04-16T17:50+01:00", ("reassess", "--kind", "reverse"), "r6", LEAD, ()),
    (12, "2026-04-20T10:05+01:00", ("concern", "close"), "concern-1-close", MANAGER, ()),
    (13, "2026-04-20T10:20+01:00", ("close",), "r7", MANAGER, ()),
)


def _answers(name: str) -> tuple[str, str]:
    return "--answers", str(CASES / "alder" / f"{name}.toml")


@pytest.fixture(scope="module")
def alder(module_folder: Path) -> Played:
    program = Program(module_folder / "case")
    program("init", str(program.folder), "--bare-minimum", now="2026-03-24T09:00+00:00")
    new = ("new", "--question-set", "care-plan", *_answers("r1"), "--by", LEAD)
    record = program(*new, now="2026-03-24T16:10+00:00").last[:6]
    program("amend", record, *_answers("r2"), "--by", LEAD, now="2026-03-26T11:50+00:00")
    now = "2026-03-26T11:55+00:00"
    raised = program(
        "concern", "raise", record, *_answers("concern-1"), "--by", LEAD, *PHONED, now=now
    )
    assert raised.status == 0, raised.err
    concern = raised.last[:6]
    played = Played(program, record, concern, {3: raised}, {}, {}, {}, {}, {})
    _look(played, 3, now)
    for number, now, (verb, *rest), answers, by, said_by in STEPS:
        of = concern if verb == "concern" else record
        first = (verb, rest[0], of) if verb == "concern" else (verb, of, *rest)
        done = program(*first, *_answers(answers), "--by", by, *said_by, now=now)
        assert done.status == 0, done.err
        played.done[number] = done
        _look(played, number, now)
    return played


def _look(played: Played, number: int, now: str) -> None:
    shown = played.program("concern", "show", played.concern, "--json", now=now)
    played.shown[number] = json.loads(shown.out)
    played.told[number] = played.program("concern", "show", played.concern, now=now).out
    played.checked[number] = played.program("check", played.record, now=now)
    shown_decision = played.program("show", played.record, now=now).out
    played.above[number] = shown_decision.partition("\n\n")[0].splitlines()
    brief = ("brief", played.record, "--format", "md", "-o", "-")
    played.briefing[number] = played.program(*brief, now=now).out


def _stage(alder: Played, step: int, n: int) -> Any:
    return alder.shown[step]["concern"]["stage"][n - 1]


def test_a_concern_is_raised_at_stage_1_and_names_its_revision(alder: Played) -> None:
    raised = alder.done[3]
    assert raised.last == f"{alder.concern} r1"
    assert alder.shown[3]["concern"]["raised_against"] == 1
    assert alder.shown[3]["concern"]["dissent"] == ["X1"]
    stage = _stage(alder, 3, 1)
    assert (stage["opened"], stage["due"]) == ("2026-03-26T11:05:00+00:00", "2026-03-27")
    assert "Stage 1 is due on 27 March 2026." in raised.err
    assert "no partnership's own" in raised.err.replace("\n", " ")


def test_the_clocks_are_compared_in_plain_words(alder: Played) -> None:
    for line in (
        "At the standard pace the steps end on 23 April 2026.",
        (
            "The disagreement would still be open at the next hearing (27 March 2026) and "
            "when the placement starts (30 March 2026)."
        ),
        "It would be over when the placement ends (11 May 2026).",
        "On the urgent clock the steps would end on 7 April 2026.",
        "Chosen: standard. Because: Visits make it safe.",
    ):
        assert line in alder.done[3].err
        assert line in alder.told[3]
    steps = [one["due"] for one in alder.shown[3]["standing"]["steps"]]
    assert steps == ["2026-03-27", "2026-03-31", "2026-04-09", "2026-04-23"]
    assert alder.shown[3]["comparison"]["ends"] == "2026-04-23"
    assert alder.shown[3]["comparison"]["other_ends"] == "2026-04-07"
    assert alder.shown[3]["concern"]["clock"] == {
        "choice": "standard",
        "reason": "Visits make it safe.",
    }


def test_the_strip_of_days_fits_a_narrow_terminal_and_is_said_in_words(alder: Played) -> None:
    told = alder.told[3].splitlines()
    (bar,) = [place for place, line in enumerate(told) if line.startswith("=1===2")]
    assert told[bar] == "=1===2========3=============4.................."
    assert told[bar + 1] == "ab  c                                         d"
    assert max(len(told[bar]), len(told[bar + 1])) < 60
    for line in (
        "1  27 March 2026: stage 1 due",
        "b  27 March 2026: at the next hearing",
        "c  30 March 2026: when the placement starts",
        "4  23 April 2026: stage 4 due",
        "d  11 May 2026: when the placement ends",
    ):
        assert f"  {line}" in told


def test_stage_2_is_opened_when_it_is_entered_and_is_due_after_two_working_days(
    alder: Played,
) -> None:
    assert _stage(alder, 4, 1)["closed"] == "2026-03-27"
    stage = _stage(alder, 4, 2)
    assert (stage["opened"], stage["due"]) == ("2026-03-30T09:30:00+01:00", "2026-04-01")


def test_stage_2_ends_on_its_day_and_stage_3_goes_over_easter(alder: Played) -> None:
    assert _stage(alder, 5, 2)["closed"] == _stage(alder, 5, 2)["due"] == "2026-04-01"
    stage = _stage(alder, 5, 3)
    assert (stage["opened"], stage["due"]) == ("2026-04-01T16:20:00+01:00", "2026-04-10")
    assert alder.shown[5]["standing"]["working_days_lost"] == 0
    assert len(alder.shown[5]["concern"]["agreed"]) == 3


def test_a_pause_is_saved_and_its_due_day_stays_in_sight(alder: Played) -> None:
    assert alder.done[7].last == f"{alder.concern} r4"
    assert alder.shown[7]["concern"]["status"] == "paused"
    assert alder.shown[7]["standing"]["originally_due"] == "2026-04-10"
    assert "Stage 3 was originally due on 10 April 2026." in alder.told[7]
    assert (
        "no record of who agreed to it, a day on which it goes on or "
        "what keeps people safe meanwhile" in alder.told[7]
    )


def test_check_names_each_thing_that_the_pause_lacks_as_an_error(alder: Played) -> None:
    told = alder.checked[7].out
    for lack in (
        "nobody is named who agreed to it",
        "no day is set to go on",
        "nothing is named that keeps people safe meanwhile",
    ):
        assert f"  Concern {alder.concern} is paused, and {lack}.\n" in told
    assert told.index("Missing, which --final refuses") < told.index("[RAT070]")
    assert "is paused, and nothing says why" not in told
    path = f"concerns/{alder.concern[0]}/{alder.concern[1]}/{alder.concern}.toml:"
    assert path in told
    assert alder.checked[7].status == 1
    assert alder.concern not in alder.checked[9].out


def test_what_a_pause_loses_is_counted_while_it_lasts(alder: Played) -> None:
    assert alder.shown[8]["standing"]["working_days_lost"] == 3
    assert "3 working days lost so far, and more are being lost." in alder.told[8]


def test_a_restart_shows_both_days_both_clocks_and_what_was_lost(alder: Played) -> None:
    told = alder.done[9].err
    assert "Stage 3 was originally due on 10 April 2026 and is now due on 20 April 2026." in told
    assert "On the urgent clock this stage would be due on 15 April 2026." in told
    assert "5 working days lost so far." in told
    assert "one stage higher" not in told
    assert alder.shown[9]["standing"]["stage"] == 3
    assert alder.shown[9]["standing"]["working_days_lost"] == 5
    assert alder.shown[9]["concern"]["status"] == "open"


def test_an_end_keeps_what_was_learned_and_what_was_lost(alder: Played) -> None:
    concern = alder.shown[12]["concern"]
    assert (concern["status"], concern["close"]["result"]) == ("resolved", "upheld")
    assert len(concern["close"]["learning"]) == 3
    assert "5 working days lost." in alder.told[12]
    assert "Stage 3 was originally due on 10 April 2026, then on 20 April 2026." in alder.told[12]
    assert alder.shown[12]["standing"]["stage"] is None
    assert _stage(alder, 12, 3)["closed"] == "2026-04-20"


def test_an_open_concern_stands_above_the_decision(alder: Played) -> None:
    head, *lines = alder.above[9]
    assert head.startswith(f"! Concern {alder.concern}, raised by health visitor, health, on")
    assert "    5 working days lost so far." in lines
    assert (
        "    Stage 3 was originally due on 10 April 2026 and is now due on 20 April 2026." in lines
    )
    assert (
        "    It was already open at the hearing (27 March 2026) and when the placement started "
        "(30 March 2026)." in lines
    )


def test_a_concern_that_ended_is_one_line_above_the_decision(alder: Played) -> None:
    (line,) = alder.above[13]
    assert "ended, resolved on 20 April 2026. 5 working days lost." in line
    assert line.endswith("A pause needs a restart date.")


def test_a_briefing_begins_with_open_concerns(alder: Played) -> None:
    text = alder.briefing[8]
    assert text.index("## Open concerns") < text.index("## What we decided")
    assert "3 working days lost so far, and more are being lost." in text
    assert "Working days are counted up to 9 April 2026." in text
    assert "* 10 April 2026: stage 3 was originally due" in text
    closed = alder.briefing[13]
    assert closed.index("## Concerns") < closed.index("## What we decided")
    assert "A pause needs a restart date." in closed
    assert "You can raise a concern at any time" in closed


def test_a_page_draws_the_days_and_says_them_too(alder: Played, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    now = "2026-04-13T10:00+01:00"
    alder.program("brief", alder.record, "--as-of", now, "-o", str(page), now=now)
    text = page.read_text(encoding="utf-8")
    assert text.index('id="concerns"') < text.index('id="what"')
    assert '<svg class="day-strip"' in text
    assert "<b>10 April 2026</b> stage 3 was originally due" in text


def test_a_view_of_the_past_tells_concerns_as_they_were_then(alder: Played) -> None:
    then = ("--as-of", "2026-04-02T13:00+01:00")
    told = alder.program("show", alder.record, *then, now="2026-05-01T09:00+01:00").out
    assert "paused at stage 3" in told
    assert "resolved" not in told
    before = alder.program("show", alder.record, "--as-of", "2026-03-25", now="2026-05-01T09:00")
    assert alder.concern not in before.out


def test_the_line_of_time_tells_stages_pauses_due_days_and_the_end(alder: Played) -> None:
    rows = [row.split("\t") for row in alder.program("timeline", alder.record).out.splitlines()]
    told = [(row[0], row[3], row[5]) for row in rows if row[1] == "concern"]
    name = alder.concern
    assert (
        "2026-03-26T11:05:00+00:00",
        "r1",
        f"{name} raised by health visitor, health about r1 of {alder.record}",
    ) in told
    assert ("2026-04-01T16:20:00+01:00", "r3") in [row[:2] for row in told]
    assert ("2026-03-27", "r2", f"{name} stage 1 ended") in told
    dues = "originally due 10 April 2026, now due 20 April 2026"
    assert ("2026-04-13", "r5", f"{name} restarted, 5 working days lost, {dues}") in told
    assert ("2026-04-20T10:00:00+01:00", "r6", f"{name} ended, resolved") in told
    assert [row for row in rows if row[1] == "concern-due"] == []


@pytest.mark.parametrize("name", ["form.md", "form.html"])
def test_the_form_says_what_it_is_about_and_how_the_answer_is_entered(
    alder: Played, tmp_path: Path, name: str
) -> None:
    output = tmp_path / name
    done = alder.program("concern", "show", alder.concern, "--form", "-o", str(output))
    assert done.last == str(output)
    text = output.read_text(encoding="utf-8")
    for part in ("Your answer", "Role and agency", "The partner is unknown", alder.record):
        assert part in text
    assert "This concern has ended." in text
    assert "What should all of us learn from it?" in text
    assert "How does this stage end for you?" not in text
    shown = alder.program("concern", "show", alder.concern, "--form").out
    assert shown == (tmp_path / name).read_text(encoding="utf-8") or name == "form.html"
    alone = alder.program("concern", "show", alder.concern, "-o", "x.md")
    assert (alone.status, "--output goes with --form" in alone.err) == (2, True)


def test_an_audience_sees_a_concern_whole_or_not_at_all(alder: Played) -> None:
    now = "2026-04-13T10:30+01:00"
    for verb in ("show", "timeline"):
        seen = alder.program(verb, alder.record, "--audience", "family", now=now)
        assert (seen.status, alder.concern in seen.out) == (0, False)
        team = alder.program(verb, alder.record, "--audience", "core-team", now=now)
        assert (team.status, alder.concern in team.out) == (0, True)


def test_every_step_stays_readable_with_who_said_it(alder: Played) -> None:
    kinds = [one["kind"] for one in alder.shown[12]["history"]]
    assert kinds == ["raise", "advance", "advance", "pause", "restart", "close"]
    heard = [one.get("heard", {}).get("via") for one in alder.shown[12]["history"]]
    assert heard == ["phone", "phone", "phone", None, "phone", None]
    assert "heard from health visitor, health by phone" in alder.told[12]


def test_a_concern_never_touches_the_decision(alder: Played) -> None:
    history = alder.program("history", alder.record).out
    assert len([one for one in history.splitlines() if one]) >= 7
    shown = json.loads(alder.program("show", alder.record, "--json").out)
    assert shown["decision"]["revision"] == 7
    assert "concern" not in shown["decision"]["dissent"][0]


def test_commits_name_ids_kinds_and_roles_only(alder: Played) -> None:
    command = ["git", "log", "--format=%s%n%b", "--", "concerns"]
    folder = alder.program.folder
    log = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    assert f"restart {alder.concern} r5" in log
    assert f"Rationale-Id: {alder.concern}" in log
    assert f"Rationale-By: {MANAGER}" in log
    assert "Service manager on leave" not in log


def test_the_list_is_for_programs_when_it_is_piped(alder: Played) -> None:
    rows = alder.program("concern", "list").out.splitlines()
    assert [row.split("\t") for row in rows] == [
        [
            *(alder.concern, "r6", "resolved", alder.record),
            *("-", "-", "-", "5", "standard", "health visitor, health"),
        ]
    ]
    assert alder.program("concern", "list", "--open").out == ""
    listed = json.loads(alder.program("concern", "list", "--about", alder.record, "--json").out)
    assert [one["concern"]["id"] for one in listed["concerns"]] == [alder.concern]
