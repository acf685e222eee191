"""Every type of page that the program makes, made as a user makes it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from cases import CASES
from program import Program
from replay import played

_LEAD = "lead social worker@children's social care"
_VISITOR = ("--for", "health visitor@health", "--via", "phone")
_ASKED = ("--question", "Who is with her at night?", "--in-own-words", "You add a visit.")
_SETTINGS = """\
format = 1
marking = "OFFICIAL-SENSITIVE"
[contacts]
concerns = "concerns desk, 0000 000 000"
[audience.family]
labels = ["family"]
default_label = "family"
[audience.child]
labels = ["family"]
default_label = "family"
"""

_BEGUN = (
    ("2026-03-24T16:10+00:00", "r1", ("new", "--question-set", "care-plan")),
    ("2026-03-26T11:50+00:00", "r2", ("amend", "ID")),
    ("2026-03-26T11:55+00:00", "concern-1", ("concern", "raise", "ID", *_VISITOR)),
    (
        "2026-03-26T12:30+00:00",
        "",
        ("share", "ID", "--for", "health visitor@health", "--via", "email"),
    ),
    (
        "2026-03-26T15:30+00:00",
        "",
        ("reply", "ID", *_VISITOR, "--received", "26 March 2026 15:00", "--read", *_ASKED),
    ),
    ("2026-03-30T09:30+01:00", "concern-1-stage-1", ("concern", "advance", "CONCERN", *_VISITOR)),
    ("2026-04-01T16:20+01:00", "concern-1-stage-2", ("concern", "advance", "CONCERN", *_VISITOR)),
    ("2026-04-01T17:05+01:00", "r3", ("amend", "ID")),
    ("2026-04-02T12:00+01:00", "concern-1-pause", ("concern", "pause", "CONCERN")),
    ("2026-04-09T18:55+01:00", "r4", ("reassess", "ID")),
)
_ENDED = (
    ("2026-04-13T10:00+01:00", "concern-1-restart", ("concern", "restart", "CONCERN", *_VISITOR)),
    ("2026-04-14T14:40+01:00", "r5", ("reassess", "ID", "--kind", "reverse")),
    ("2026-04-16T17:50+01:00", "r6", ("reassess", "ID", "--kind", "reverse")),
    ("2026-04-20T10:05+01:00", "concern-1-close", ("concern", "close", "CONCERN")),
    ("2026-04-20T10:20+01:00", "r7", ("close", "ID")),
)
"""ALDER until a concern is open and paused, and from there to its end."""

_OPEN = {
    "concern-open": ("brief", "ID", "--audience", "core-team"),
    "concern-open-family": ("brief", "ID", "--audience", "family"),
    "past": ("brief", "ID", "--audience", "core-team", "--as-of", "2026-03-27"),
    "first-revision": ("brief", "ID", "--audience", "core-team", "--revision", "1"),
    "due": ("due", "--format", "html"),
    "concern-form": ("concern", "show", "CONCERN", "--form"),
}
_CLOSED = {
    "closed": ("brief", "ID", "--audience", "core-team"),
    "timeline": ("timeline", "ID", "--format", "html", "--audience", "core-team"),
    "diff": ("diff", "ID", "1..6", "--format", "html", "--audience", "core-team"),
}
_INCIDENT = {
    **{
        f"incident-{name}": ("brief", "ID", "--audience", name)
        for name in ("core-team", "family", "child", "court", "views")
    },
    "diff-one-step": ("diff", "ID", "6..7", "--format", "html", "--audience", "family"),
}
"""What is looked at while the concern is open, at the end, and of CEDAR."""

NAMES = (*_OPEN, *_CLOSED, *_INCIDENT)


def shown(folder: Path) -> dict[str, Path]:
    """Play both cases in a folder, and give each page by its name."""
    return dict(_shown(folder))


def _shown(folder: Path) -> Iterator[tuple[str, Path]]:
    alder = Program(folder / "alder")
    alder("init", str(alder.folder), "--bare-minimum", "--by", _LEAD, now="2026-03-24T09:00")
    _set(alder)
    ids: dict[str, str] = {}
    _play(alder, _BEGUN, ids)
    yield from _written(alder, _OPEN, ids, "2026-04-10T09:00+01:00")
    _play(alder, _ENDED, ids)
    yield from _written(alder, _CLOSED, ids, "2026-04-20T11:00+01:00")
    cedar = played("cedar", folder / "cedar")
    _set(cedar)
    yield from _written(cedar, _INCIDENT, {"ID": cedar("list").out[:6]}, "2026-11-21T21:00+00:00")


def _set(program: Program) -> None:
    """Give the folder a marking, a contact, and what the family may see."""
    (program.folder / "rationale.toml").write_text(_SETTINGS, encoding="utf-8")
    subprocess.run(["git", "commit", "-qam", "Settings"], cwd=program.folder, check=True)


def _play(
    program: Program, steps: tuple[tuple[str, str, tuple[str, ...]], ...], ids: dict[str, str]
) -> None:
    for now, answers, verb in steps:
        given = ("--answers", str(CASES / "alder" / f"{answers}.toml")) if answers else ()
        done = program(*(ids.get(one, one) for one in verb), *given, "--by", _LEAD, now=now)
        assert done.status == 0, done.err
        if verb[0] == "new":
            ids["ID"] = done.last[:6]
        if verb[:2] == ("concern", "raise"):
            ids["CONCERN"] = done.last[:6]


def _written(
    program: Program, wanted: dict[str, tuple[str, ...]], ids: dict[str, str], now: str
) -> Iterator[tuple[str, Path]]:
    for name, verb in wanted.items():
        path = program.folder.parent / f"{name}.html"
        done = program(*(ids.get(one, one) for one in verb), "-o", str(path), now=now)
        assert done.status == 0, done.err
        yield name, path
