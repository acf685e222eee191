"""Concerns off the worked path: what is missing, what does not fit, and the urgent clock."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from program import Outcome, Program

RAISED = 'statement = "Wait for the checks."\n'
AT = "2026-03-26T11:55+00:00"


def _raise(program: Program, record: str, text: str = RAISED, now: str = AT) -> Outcome:
    return program("concern", "raise", record, "--answers", "-", now=now, stdin=text)


@pytest.fixture
def concern(program: Program, record: str) -> str:
    """The id of a concern raised on a Thursday at 11:55."""
    raised = _raise(program, record)
    assert raised.status == 0, raised.err
    return raised.last[:6]


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def _step(  # noqa: PLR0917 - reads like the command line
    program: Program, verb: str, concern: str, text: str, now: str
) -> Outcome:
    return program("concern", verb, concern, "--answers", "-", now=now, stdin=text)


def _shown(program: Program, concern: str, now: str = AT) -> Any:
    return json.loads(program("concern", "show", concern, "--json", now=now).out)


def test_who_types_raises_it_unless_somebody_else_is_named(program: Program, record: str) -> None:
    own = _shown(program, _raise(program, record).last[:6])["concern"]
    assert own["raised_by"] == {"role": "lead social worker", "agency": "children's social care"}
    said = ("--for", "health visitor@health", "--via", "email", "--received", "25 March 2026 09:15")
    heard = program("concern", "raise", record, "--answers", "-", *said, now=AT, stdin=RAISED).last[
        :6
    ]
    found = _shown(program, heard)["concern"]
    assert found["raised_by"] == {"role": "health visitor", "agency": "health"}
    assert found["raised_at"] == found["heard"]["received"] == "2026-03-25T09:15:00+00:00"
    # Its clock runs from when it was said, not from when it was typed.
    assert found["stage"][0]["due"] == "2026-03-26"


def test_immediate_danger_goes_before_every_step(program: Program, record: str) -> None:
    raised = _raise(program, record, f"{RAISED}immediate_danger = true\n")
    assert "the safeguarding route comes first, now" in raised.err


def test_urgent_steps_are_due_within_hours(program: Program, record: str) -> None:
    text = f'{RAISED}urgency = "urgent"\nraised_at = 2026-03-28T23:30:00+00:00\n'
    concern = _raise(program, record, text, now="2026-03-29T00:10+00:00").last[:6]
    found = _shown(program, concern, now="2026-03-29T04:31+01:00")
    # Four hours across the night in which the clocks go forward.
    assert found["concern"]["stage"][0]["due"] == "2026-03-29T04:30:00+01:00"
    assert found["standing"]["overdue"] is True


def test_a_concern_can_go_straight_to_stage_3_and_not_back(program: Program, concern: str) -> None:
    went = program(
        "concern",
        "advance",
        concern,
        "--to",
        "3",
        "--answers",
        "-",
        now=AT,
        stdin='[[stage]]\nn = 1\noutcome = "Not agreed."\n',
    )
    assert went.status == 0
    assert [one["n"] for one in _shown(program, concern)["concern"]["stage"]] == [1, 3]
    back = program(
        "concern",
        "advance",
        concern,
        "--to",
        "2",
        "--answers",
        "-",
        now=AT,
        stdin='urgency = "urgent"\n',
    )
    assert (back.status, "stage 2 is not above stage 3" in back.err) == (1, True)


def test_above_the_last_stage_there_is_only_an_end(program: Program, concern: str) -> None:
    _ = [
        _step(program, "advance", concern, f'[[stage]]\nn = {n}\noutcome = "No."\n', AT)
        for n in (1, 2, 3)
    ]
    last = _step(program, "advance", concern, '[[stage]]\nn = 4\noutcome = "No."\n', AT)
    assert (last.status, "stage 4 is the last" in last.err) == (1, True)
    ended = _step(program, "close", concern, 'status = "not-agreed"\n', AT)
    assert "not agreed; the disagreement stands" in ended.err
    again = _step(program, "pause", concern, '[[pause]]\nreason = "Leave."\n', AT)
    assert (again.status, "has ended" in again.err) == (1, True)


def test_a_pause_can_be_completed_later(program: Program, concern: str) -> None:
    _step(program, "pause", concern, '[[pause]]\nreason = "Leave."\n', AT)
    more = """
    [[pause]]
    agreed_by = ["health visitor@health", "team manager@children's social care"]
    restart_planned = 2026-03-30
    interim_measures = ["Visits every day."]
    """
    done = _step(program, "pause", concern, more, "2026-03-27T09:00+00:00")
    (pause,) = _shown(program, concern)["concern"]["pause"]
    assert (pause["id"], pause["reason"], pause["restart_planned"]) == (
        "P1",
        "Leave.",
        "2026-03-30",
    )
    assert "has no record" not in done.err


def test_a_concern_that_drifted_without_a_pause_can_be_restarted(
    program: Program, concern: str
) -> None:
    early = _step(program, "restart", concern, 'urgency = "standard"\n', AT)
    assert (early.status, "is not paused" in early.err) == (1, True)
    late = _step(program, "restart", concern, 'urgency = "standard"\n', "2026-04-01T09:00+01:00")
    assert "originally due on 27 March 2026 and is now due on 2 April 2026" in late.err
    assert "3 working days lost so far." in late.err
    assert "3 working days were lost, more than the stage allows." in late.err
    assert f"rationale concern advance {concern}" in late.err
    (pause,) = _shown(program, concern)["concern"]["pause"]
    assert (pause["from"], pause["working_days_lost"]) == ("2026-03-27", 3)


def test_the_urgent_clock_can_be_taken_in_the_middle_of_a_stage(
    program: Program, concern: str
) -> None:
    _step(program, "advance", concern, '[[stage]]\nn = 1\noutcome = "No."\n', AT)
    now = "2026-03-27T09:00+00:00"
    done = _step(program, "restart", concern, 'urgency = "urgent"\n', now)
    assert "originally due on 30 March 2026 and is now due on 30 March 2026" not in done.err
    assert "No working day has been lost." in done.err
    told = program("concern", "show", concern, now=now).out
    assert "P1  Stage 2 was given a new clock on 27 March 2026, 09:00." in told


def test_what_is_overdue_is_said_wherever_the_concern_is(program: Program, concern: str) -> None:
    now = "2026-03-31T09:00+01:00"
    assert "\toverdue\t" in program("concern", "list", "--open", now=now).out
    told = program("concern", "show", concern, now=now).out
    assert "It is overdue, by 2 working days: nothing has been recorded since." in told


def test_another_route_runs_beside_the_steps(program: Program, concern: str) -> None:
    without = _step(program, "parallel", concern, '[[parallel]]\nnote = "x"\n', AT)
    assert (without.status, "children's guardian telling the court" in without.err) == (1, True)
    text = '[[parallel]]\nroute = "complaint"\nto = "the complaints team"\n'
    assert _step(program, "parallel", concern, text, AT).status == 0
    told = program("concern", "show", concern, now=AT).out
    assert "B1  complaint, 26 March 2026, 11:55, to the complaints team" in told


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (("advance", '[[stage]]\nn = 3\noutcome = "x"\n'), "stage 3, which has not been opened"),
        (("close", "[close]\nlearning = []\n"), "nothing says how it ended"),
        (("close", 'state = "paused"\n'), "status is 'paused', which is no end"),
        (("close", 'state = "done"\n'), '1:9: state is "done", not one of open'),
        (("close", 'state = "resolved"\nstatus = "open"\n'), "another name of"),
        (("pause", '[[pause]]\nid = "P9"\n'), "no pause 'P9'"),
        (("pause", 'id = "abc234"\n'), '"id" is given by the program'),
        (("pause", 'reson = "x"\n'), 'unknown key "reson"'),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(
    program: Program, concern: str, step: tuple[str, str], told: str
) -> None:
    verb, text = step
    refused = _step(program, verb, concern, text, AT)
    assert (refused.status, told in refused.err) == (1, True), refused.err
    assert "what came on standard input is kept in" in refused.err
    assert _shown(program, concern)["concern"]["revision"] == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("raised_against = 9\n", "has no revision 9"),
        ('dissent = ["X7"]\n', "no disagreement 'X7'"),
        ('ladder = "ours"\n', "no ladder of the name 'ours'"),
    ],
)
def test_a_concern_about_what_is_not_there_is_refused(
    program: Program, record: str, text: str, told: str
) -> None:
    refused = _raise(program, record, text)
    assert (refused.status, told in refused.err) == (1, True), refused.err


def test_how_it_came_needs_from_whom(program: Program, record: str) -> None:
    command = ("concern", "raise", record, "--answers", "-")
    refused = program(*command, "--via", "phone", now=AT, stdin=RAISED)
    assert (refused.status, "nobody says from whom" in refused.err) == (2, True)
    odd = program(*command, "--for", "a@b", "--via", "pigeon", now=AT, stdin=RAISED)
    assert (odd.status, "email, phone, meeting, letter, form" in odd.err) == (2, True)


@pytest.mark.parametrize("verb", ["advance", "pause", "restart", "close", "parallel"])
def test_with_nobody_to_ask_it_says_what_is_missing(
    program: Program, concern: str, verb: str
) -> None:
    refused = program("concern", verb, concern, now=AT)
    assert (refused.status, "What is missing: " in refused.err) == (1, True)


def test_a_team_has_its_own_ladder_and_its_own_contact(program: Program, record: str) -> None:
    own = """\
format = 1
name = "ours"
notice = "Our own."

[[stage]]
n = 1
name = "Talk"
standard = { days = 2 }
urgent = { hours = 2 }
"""
    folder = Path(program.folder)
    (folder / "ladders").mkdir()
    (folder / "ladders" / "ours.toml").write_text(own)
    settings = folder / "rationale.toml"
    text = settings.read_text().replace('ladder = "typical"', 'ladder = "ours"')
    settings.write_text(text.replace('concerns = ""', 'concerns = "the concerns desk"'))
    _git(folder, "add", "-A")
    _git(folder, "commit", "-qm", "Settings")
    raised = _raise(program, record)
    assert "Stage 1 is due on 30 March 2026." in raised.err
    assert "Our own." in raised.err
    assert "Contact for concerns: the concerns desk." in raised.err
    shown = program("concern", "show", raised.last[:6], now=AT).out
    assert shown.endswith("Our own.\nContact for concerns: the concerns desk.\n")
    # A broken ladder never keeps a concern from being seen.
    (folder / "ladders" / "ours.toml").write_text("format = 1\n")
    _git(folder, "commit", "-qam", "Ladder")
    told = program("concern", "show", raised.last[:6], now=AT).out
    assert 'The ladder "ours" is not known here' in told
    assert "Stage 1 is due on 30 March 2026." in told


def test_an_open_form_says_how_its_answer_is_entered(program: Program, concern: str) -> None:
    form = program("concern", "show", concern, "--form", now=AT).out
    assert f"rationale concern advance {concern} --for ROLE\\@AGENCY --via form" in form
    assert "Practitioner to practitioner" in form
    assert "not agreed: take it to the next stage" in form


def test_what_waits_lies_ahead_on_the_line_of_time(
    program: Program, record: str, concern: str
) -> None:
    line = program("timeline", record, now=AT).out.splitlines()
    assert f"2026-03-27\tconcern-due\t{concern}\tr1" in line[-1]
    assert line[-1].endswith("\tahead")


def test_a_concern_that_cannot_be_read_is_said_and_hides_no_decision(
    program: Program, record: str, concern: str
) -> None:
    path = next(Path(program.folder).glob("concerns/*/*/*.toml"))
    path.write_text(path.read_text().replace('kind = "raise"', 'kind = "riase"'))
    _git(Path(program.folder), "commit", "-qam", "By hand")
    shown = program("show", record, now=AT)
    assert (shown.status, "! Not every concern can be told" in shown.out) == (0, True)
    assert "Stay with the foster carers" in shown.out
    checked = program("check", record, now=AT)
    assert "[RAT079]" in checked.out
    timeline = program("timeline", record, now=AT)
    assert (timeline.status, "concerns are left out" in timeline.err) == (0, True)
    amended = program(
        "amend", record, "--answers", "-", "--because", "x", now=AT, stdin='case = "CASE"\n'
    )
    assert amended.status == 0, amended.err
    assert concern not in program("concern", "list", now=AT).out
