"""Every type of page that the program makes, made as a user makes it."""

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from cases import CASES
from program import Program
from replay import played

_LEAD = "lead social worker@children's social care"
_VISITOR = ("--for", "health visitor@health", "--via", "phone")
_DAY = "2026-03-25T10:00"
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

_ENDS = ("not-agreed", "withdrawn", "overtaken")
"""How the small concerns end that are seen as forms."""

_ACTS = (
    r"\u202E\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u2066\u001B[31m"
    + "Endlessly" * 14
)
_HOSTILE = """\
title = "TITLE"
[question]
statement = "WORDS"
why_now = "WORDS"
[[person]]
age_band = "under-1"
voice = "WORDS"
[[known]]
text = "WORDS"
source = "WORDS"
[[unknown]]
question = "WORDS"
owner = "WORDS"
[[option]]
title = "TITLE"
for = ["WORDS"]
against = ["WORDS"]
status = "chosen"
reason = "WORDS"
[[risk]]
harm = "physical"
status = "present"
reason = "WORDS"
likelihood = 3
impact = 4
warning_sign = "WORDS"
[[dissent]]
role = "health visitor"
agency = "health"
words = "WORDS"
asks = "WORDS"
[[law]]
provision = "WORDS"
met_how = "WORDS"
[[trigger]]
text = "WORDS"
due = 2026-04-02
[[action]]
what = "WORDS"
due = 2026-04-02
"""
"""Right to left, with marks that turn what follows, an escape, and a word of 126 letters."""

_OPEN = {
    "concern-open": ("brief", "ID", "--audience", "core-team"),
    "concern-open-family": ("brief", "ID", "--audience", "family"),
    "past": ("brief", "ID", "--audience", "core-team", "--as-of", "2026-03-27"),
    "first-revision": ("brief", "ID", "--audience", "core-team", "--revision", "1"),
    "lead": ("brief", "ID", "--audience", "lead", "--revision", "1"),
    "agency": ("brief", "ID", "--audience", "agency:health", "--length", "page"),
    "since": ("brief", "ID", "--audience", "agency:police", "--since", "1", "--length", "page"),
    "timeline-family": ("timeline", "ID", "--format", "html", "--audience", "family"),
    "diff-family": ("diff", "ID", "1..4", "--format", "html", "--audience", "family"),
    "due": ("due", "--format", "html"),
    "due-family": ("due", "--format", "html", "--audience", "family"),
    "concern-form": ("concern", "show", "CONCERN", "--form"),
}
_CLOSED = {
    "closed": ("brief", "ID", "--audience", "core-team"),
    "timeline": ("timeline", "ID", "--format", "html", "--audience", "core-team"),
    "diff": ("diff", "ID", "1..6", "--format", "html", "--audience", "core-team"),
    "panel": ("brief", "ID", "--audience", "panel"),
    "audit": ("brief", "ID", "--audience", "audit"),
    "learning": ("brief", "ID", "--audience", "learning"),
    "concern-form-resolved": ("concern", "show", "CONCERN", "--form"),
}
_INCIDENT = {
    **{
        f"incident-{name}": ("brief", "ID", "--audience", name)
        for name in ("core-team", "family", "child", "court", "views")
    },
    "diff-one-step": ("diff", "ID", "6..7", "--format", "html", "--audience", "family"),
}
_EMPTY = {"due-empty": ("due", "--format", "html")}
_BARE = {
    "bare": ("brief", "ID", "--audience", "core-team"),
    "bare-family": ("brief", "ID", "--audience", "family"),
    "bare-court": ("brief", "ID", "--audience", "court"),
    "bare-timeline": ("timeline", "ID", "--format", "html", "--audience", "core-team"),
}
_FORMS = ("concern-form-open", *(f"concern-form-{end}" for end in _ENDS))
_ACTING = {
    "hostile": ("brief", "ID", "--audience", "core-team"),
    "hostile-court": ("brief", "ID", "--audience", "court"),
    "hostile-timeline": ("timeline", "ID", "--format", "html", "--audience", "core-team"),
    "hostile-diff": ("diff", "ID", "--format", "html", "--audience", "core-team"),
    "hostile-due": ("due", "--format", "html"),
    "hostile-form": ("concern", "show", "CONCERN", "--form"),
}
_MANY = {"due-many": ("due", "--format", "html", "--in", "ALDER", "CEDAR", "ACTING", "NONE")}
"""What is looked at: while the concern is open, at the end, of CEDAR; in a folder with nothing in
it, of a record with nothing but a title, of texts that act; and over many folders, one gone."""

NAMES = (
    *_OPEN,
    *_CLOSED,
    *_INCIDENT,
    *_EMPTY,
    *_BARE,
    *_FORMS,
    *_ACTING,
    *_MANY,
)


def shown(folder: Path) -> dict[str, Path]:
    """Play both cases and two small ones in a folder, and give each page by its name."""
    return dict(_shown(folder))


def _shown(folder: Path) -> Iterator[tuple[str, Path]]:
    alder = _begun(folder / "alder")
    _set(alder)
    ids: dict[str, str] = {}
    _play(alder, _BEGUN, ids)
    yield from _written(alder, _OPEN, ids, "2026-04-10T09:00+01:00")
    _play(alder, _ENDED, ids)
    yield from _written(alder, _CLOSED, ids, "2026-04-20T11:00+01:00")
    cedar = played("cedar", folder / "cedar")
    _set(cedar)
    yield from _written(cedar, _INCIDENT, {"ID": cedar("list").out[:6]}, "2026-11-21T21:00+00:00")
    bare = _begun(folder / "bare")
    yield from _written(bare, _EMPTY, {}, _DAY)
    ids = {"ID": _saved(bare, 'title = "A record with only a title"', "new")}
    yield from _written(bare, _BARE, ids, _DAY)
    yield from _forms(bare, ids["ID"])
    acting = _begun(folder / "acting")
    texts = _HOSTILE.replace("TITLE", _ACTS[:90]).replace("WORDS", _ACTS)
    ids = {"ID": _saved(acting, texts, "new", "--question-set", "care-plan")}
    again = texts.replace("Endless", "Countless").partition("[[person]]")[0]
    _saved(acting, again, "amend", ids["ID"], "--because", "Said otherwise")
    raised = f'statement = "{_ACTS}"\nif_right = "{_ACTS}"\nasks = ["{_ACTS}"]'
    ids["CONCERN"] = _saved(acting, raised, "concern", "raise", ids["ID"])
    yield from _written(acting, _ACTING, ids, "2026-04-10T09:00+01:00")
    over = {one.upper(): str(folder / one) for one in ("alder", "cedar", "acting", "none")}
    yield from _written(alder, _MANY, over, "2026-04-10T09:00+01:00", status=1)


def _begun(folder: Path) -> Program:
    program = Program(folder)
    program("init", str(folder), "--bare-minimum", "--by", _LEAD, now="2026-03-24T09:00")
    return program


def _saved(program: Program, answers: str, *verb: str) -> str:
    """Run a verb that saves, and give the id of what it saved."""
    done = program(*verb, "--answers", "-", "--by", _LEAD, now=_DAY, stdin=answers)
    assert done.status == 0, done.err
    return done.last[:6]


def _forms(program: Program, record: str) -> Iterator[tuple[str, Path]]:
    """The form of a concern just raised, and of one that came to each end without an answer."""
    for end in ("open", *_ENDS):
        ids = {"CONCERN": _saved(program, 'statement = "No bed."', "concern", "raise", record)}
        if end != "open":
            _saved(program, f'state = "{end}"\n', "concern", "close", ids["CONCERN"])
        form = {f"concern-form-{end}": ("concern", "show", "CONCERN", "--form")}
        yield from _written(program, form, ids, _DAY)


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
    program: Program,
    wanted: Mapping[str, tuple[str, ...]],
    ids: dict[str, str],
    now: str,
    *,
    status: int = 0,
) -> Iterator[tuple[str, Path]]:
    for name, verb in wanted.items():
        path = program.folder.parent / f"{name}.html"
        done = program(*(ids.get(one, one) for one in verb), "-o", str(path), now=now)
        assert done.status == status, done.err
        yield name, path
